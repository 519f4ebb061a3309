"""Of which place a body is: the states and the other names beside it in a description, and what they rule out."""

from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from sayso.language.places import capital_of, countries_of, known_place
from sayso.language.vocabulary import vocabulary

__all__ = ["NOWHERE", "Placed", "conflict", "placed", "within"]

_LONGEST_PLACE = 3
_SHORTEST_STEM = 4
# "Ruritania" and "Ruritanian", where the list knows neither.
_ENDINGS = ("ian", "ean", "ese", "ia", "an", "i")


class Placed(Struct, frozen=True, kw_only=True):
    """The place in a description: `states` named outright (ISO 3166), `local` names of towns and whatever else.

    `countries` are all in which these can lie, as far as the list tells.
    """

    states: frozenset[str] = frozenset()
    local: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()

    @property
    def known(self) -> bool:
        """Say whether any place is named."""
        return bool(self.states or self.local)

    @property
    def is_level(self) -> bool:
        """Say whether nothing but a level or one within is named ("the state police", "a police officer")."""
        return bool(self.local) and not self.states and self.local <= _levels()


NOWHERE = Placed()


@cache
def _levels() -> frozenset[str]:
    table = vocabulary("offices")
    return frozenset([*table["levels"]["words"], *table["insiders"]["words"]])


@cache
def _nations() -> dict[str, str]:
    return {word: pair[0] for pair in vocabulary("offices")["nations"]["pairs"] for word in pair}


@cache
def placed(words: tuple[str, ...], seat: str | None = None, *, national: bool = False) -> Placed:
    """Read the folded words beside a body; `seat` is the state to which its name belongs where they name none.

    Of a body that a state has once (`national`) the capital names the state: "the foreign ministry in Paris".
    """
    states: set[str] = set()
    local: set[str] = set()
    may_be: set[str] = set()
    for name in _names(words):
        known = known_place(name) or known_place(f"{name}.")
        if known is None:
            local.add(_stem(name))
        elif known[0] == "city" and national and capital_of(name) is not None:
            seat = seat or capital_of(name)
        elif known[0] == "city":
            local.add(name)
            may_be |= countries_of(name)
        else:
            states.add(known[1])
        if name in _nations():
            local.add(_nations()[name])
    if not states and seat is not None:
        states.add(seat)
    return Placed(states=frozenset(states), local=frozenset(local), countries=frozenset(states or may_be))


def _names(words: tuple[str, ...]) -> Iterable[str]:
    i = 0
    while i < len(words):
        size = next((n for n in range(_LONGEST_PLACE, 1, -1) if known_place(" ".join(words[i : i + n]))), 1)
        yield " ".join(words[i : i + size])
        i += size


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def conflict(a: Placed, b: Placed) -> bool:
    """Say whether both are of known states and share none."""
    return bool(a.countries and b.countries and not a.countries & b.countries)


def within(short: Placed, full: Placed) -> bool:
    """Say whether all that `short` names is in `full` as well: it names the same town, and perhaps no state.

    A state alone is within nothing but itself: its body is not that of one of its towns.
    """
    if short == full:
        return True
    if not short.local or conflict(short, full) or not (short.local <= full.local and short.states <= full.states):
        return False
    more = {word for name in full.local - short.local for word in name.split()}
    return not more & set(vocabulary("places")["directions"]["words"])
