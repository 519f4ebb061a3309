"""Names of bodies brought together: one body of one place; a body without a place joins only where nothing else fits.

The danger is the join of two states' ministries, which puts words into the wrong mouth. So bodies join on what they
say of their place, and what is doubtful stays apart; it only shares a house, and is never counted twice for certain.
"""

from collections.abc import Iterable, Mapping, Sequence

from sayso.language.vocabulary import vocabulary
from sayso.stages.link.forest import Forest
from sayso.stages.link.standing.name import Name
from sayso.stages.link.standing.placed import Placed, conflict, within

__all__ = ["Bodies"]


class Bodies:
    """All bodies named, by office and place. `home` is the country of the story, None where no text tells it."""

    def __init__(self, names: Sequence[Name], home: str | None) -> None:
        """Sort the names of bodies; persons with a post are none."""
        self._names, self._home = names, home
        self._by_office: dict[str, dict[Placed, list[int]]] = {}
        for i, name in enumerate(names):
            if name.named.office and not name.named.person and not name.named.vague:
                places = self._by_office.setdefault(name.named.office, {})
                places.setdefault(name.named.place, []).append(i)

    def join(self, same: Forest, house: Forest) -> None:
        """Join names of one body; tie to the house of another those that may speak for it."""
        for office, places in self._by_office.items():
            for group in places.values():
                for i in group[1:]:
                    same.join(group[0], i, self._both(group[0], i, office))
            for place, group in places.items():
                self._join_place(office, place, group[0], same, house)

    def _both(self, i: int, j: int, office: str) -> str:
        return f"“{self._names[i].named.text}” and “{self._names[j].named.text}” are both the {office}"

    def _join_place(self, office: str, place: Placed, i: int, same: Forest, house: Forest) -> None:
        meant = self.meant(office, place, besides=True)
        if meant is not None:
            only = f"only one {office} is named that “{self._names[i].named.text}” can be"
            same.join(meant, i, self._both(meant, i, office) if place.known else only)
            return
        for j in self.may_be(office, place):
            house.join(j, i)

    def meant(self, office: str, place: Placed, *, besides: bool = False) -> int | None:
        """Return the one body that an office at a place is; with `besides` another than that of the very place."""
        places = self._by_office.get(office, {})
        if place.is_level:
            return places[place][0] if place in places and not besides else None
        if place.known and place in places and not besides:
            return places[place][0]
        fitting = [other for other in places if other != place and self._fits(place, other, places)]
        # Two that fit are two bodies, unless one is the other in fewer words.
        fullest = [one for one in fitting if not any(one != other and within(one, other) for other in fitting)]
        if not fullest and place in places and not besides:
            return places[place][0]
        return places[fullest[0]][0] if len(fullest) == 1 else None

    def _fits(self, place: Placed, other: Placed, places: Mapping[Placed, Sequence[int]]) -> bool:
        if place.known and not place.is_level:
            return other.known and within(place, other)
        return (
            other.known and not other.is_level and self._at_home(other, places) and not self._named_apart(places[other])
        )

    def _at_home(self, place: Placed, places: Iterable[Placed]) -> bool:
        """Say whether a body named without a place can be that of `place`: in the story's country, or nowhere else."""
        if self._home is not None and place.countries:
            return self._home in place.countries
        return not any(other.countries for other in places)

    def _named_apart(self, group: Sequence[int]) -> bool:
        """Say whether a body has a name of its own, which its place is no part of ("Kremlin")."""
        return all(self._names[i].named.place.states and not self._names[i].named.rest for i in group)

    def may_be(self, office: str, place: Placed) -> Sequence[int]:
        """Return the most cited body, in a list, whose house an office at a place may be of; none of another state."""
        places = self._by_office.get(office, {})
        if not place.known or place.is_level:
            able = [other for other in places if other.known and self._fits(place, other, places)]
            if not (able or place.known):
                return self._of_kind(office)
        elif not place.local:
            able = [other for other in places if other.local and not conflict(place, other)]
        else:
            able = [other for other in places if other.local and not other.states and within(other, place)]
        ranked = sorted(able, key=lambda other: (-self._cited(places[other]), places[other][0]))
        return [places[other][0] for other in ranked[:1] if other != place]

    def _of_kind(self, office: str) -> Sequence[int]:
        """Return the most cited body that is one kind of an office named without a place, or one of its levels.

        "Police" may be the "harbour police", and the "city police".
        """
        kinds: Mapping[str, Sequence[str]] = vocabulary("offices")["kinds_of_body"]
        able = [group for kind in kinds.get(office, ()) for group in self._by_office.get(kind, {}).values()]
        able += [group for place, group in self._by_office.get(office, {}).items() if place.is_level]
        ranked = sorted(able, key=lambda group: (-self._cited(group), group[0]))
        return [group[0] for group in ranked[:1]]

    def _cited(self, group: Sequence[int]) -> int:
        return sum(len(self._names[i].cited) for i in group)
