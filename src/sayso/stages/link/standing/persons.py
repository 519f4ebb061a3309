"""Persons brought together by name alone, and tied to the posts and bodies by which reports introduce them.

A person and a post are never one source: each keeps its own words. Where a report makes the person the post's holder,
they are one origin; where it makes her a spokeswoman, they share a house.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from sayso.language.vocabulary import vocabulary
from sayso.stages.link.forest import Forest
from sayso.stages.link.standing.bodies import Bodies
from sayso.stages.link.standing.introductions import Introduction, makes_holder
from sayso.stages.link.standing.kinds import kind_of
from sayso.stages.link.standing.name import Name
from sayso.stages.link.standing.naming import Named, skeleton
from sayso.stages.link.standing.placed import conflict

__all__ = ["join_persons", "tie_persons"]

_ALIKE = 0.6
# A double given name may come through languages that write its sounds differently.
_DOUBLE_ALIKE = 0.75
_MOST_TIES = 2
# A post claimed for two persons is the one's who is cited so many times more often; the other claim is a slip.
_CLEARLY = 3
# Words of a group's name that are looked for in an introduction.
_LONGEST_GROUP = 6
_CARRIERS = frozenset({"agency", "outlet"})


def join_persons(names: Sequence[Name], same: Forest) -> None:
    """Join personal names of one sound: equal surnames and given names; a bare surname where one such is named."""
    by_surname: dict[str, list[int]] = {}
    for i, name in enumerate(names):
        if name.named.person:
            by_surname.setdefault(skeleton(name.named.person[-1]), []).append(i)
    for group in by_surname.values():
        full = [i for i in group if len(names[i].named.person) > 1]
        for place, i in enumerate(full):
            for j in full[:place]:
                if _one_person(names[i].named, names[j].named):
                    same.join(i, j, _two_spellings(names[i], names[j]))
        for i in group:
            if i in full:
                continue
            fits = [j for j in full or group if j != i and _one_person(names[i].named, names[j].named)]
            titled = [j for j in full if names[j].named.office and names[i].named.office]
            other = {same.root(j) for j in titled if names[j].named.office != names[i].named.office}
            if len({same.root(j) for j in fits}) == 1 and same.root(fits[0]) not in other:
                same.join(fits[0], i, _two_spellings(names[i], names[fits[0]]))


def _two_spellings(one: Name, other: Name) -> str:
    return f"“{one.named.text}” and “{other.named.text}” are one name in two spellings"


def _one_person(one: Named, other: Named) -> bool:
    a, b = one.person, other.person
    if Levenshtein.normalized_similarity(a[-1], b[-1]) < _ALIKE or conflict(one.place, other.place):
        return False
    if len(a) == 1 or len(b) == 1:
        # A surname is shared by many; one title or role sets apart what it fits from what it does not.
        offices, roles = {one.office, other.office} - {None}, {one.role, other.role} - {None}
        return len(offices) <= 1 and len(roles) <= 1
    return _one_given(a[0], b[0])


def _one_given(given: str, other: str) -> bool:
    if len(given) == 1 or len(other) == 1:
        return given[0] == other[0]
    if given.endswith("a") != other.endswith("a"):
        return False  # Martin is not Martina, though all their consonants are alike
    if "-" in given and "-" in other and Levenshtein.normalized_similarity(given, other) >= _DOUBLE_ALIKE:
        return True
    return skeleton(given) == skeleton(other)


def tie_persons(names: Sequence[Name], bodies: Bodies, same: Forest, held: Forest, house: Forest) -> None:
    """Tie each person to the post that he holds (`held`) and to the house for which she speaks."""
    by_word: dict[str, list[int]] = {}
    for i, name in enumerate(names):
        if name.named.text.isupper() and not name.named.office and kind_of([name.named.words]) not in _CARRIERS:
            by_word.setdefault(name.named.key, []).append(i)
    by_name = {name.named.words: i for i, name in enumerate(names) if _is_group(name)}
    for j, i, reason in _holders(names, bodies, same):
        held.join(j, i, reason)
    for i, name in enumerate(names):
        for intro in _ties(name)[:_MOST_TIES]:
            for j in (*_spoken_for(intro, bodies, by_word), *_named_in(intro.words, by_name)):
                house.join(j, i, _has(name, intro))


def _holders(names: Sequence[Name], bodies: Bodies, same: Forest) -> list[tuple[int, int, str]]:
    """Return body, person and reason for each post held; a post claimed for several is nobody's without doubt."""
    posts = set(vocabulary("offices")["single"]["posts"])
    claimed: dict[int, dict[int, tuple[int, str]]] = {}
    for i, name in enumerate(names):
        for intro in _ties(name):
            if not (intro.before and intro.holder and intro.office in posts):
                continue
            j = bodies.meant(intro.office or "", intro.place)
            if j is not None:
                claimed.setdefault(same.root(j), {}).setdefault(same.root(i), (i, _has(name, intro)))
    cited = Counter(same.root(i) for i, name in enumerate(names) for _one in name.cited)
    found = []
    for post, persons in sorted(claimed.items()):
        ranked = sorted(persons, key=lambda person: (-cited[person], person))
        if len(ranked) == 1 or cited[ranked[0]] >= _CLEARLY * cited[ranked[1]]:
            found.append((post, *persons[ranked[0]]))
    return found


def _spoken_for(intro: Introduction, bodies: Bodies, by_word: Mapping[str, Sequence[int]]) -> Sequence[int]:
    if intro.office is not None:
        j = bodies.meant(intro.office, intro.place)
        return [j] if j is not None else bodies.may_be(intro.office, intro.place)
    return [j for word in intro.words for j in by_word.get(word, ())]


def _is_group(name: Name) -> bool:
    """Say whether a name of several words is of a group that is no office ("Quay Workers' Union")."""
    named = name.named
    return not (named.office or named.person or named.vague) and len(named.words) > 1


def _named_in(words: tuple[str, ...], by_name: Mapping[tuple[str, ...], int]) -> Sequence[int]:
    """Return the longest group whose whole name stands in folded words ("who leads the Quay Workers' Union")."""
    for size in range(min(_LONGEST_GROUP, len(words)), 1, -1):
        for start in range(len(words) - size + 1):
            found = by_name.get(words[start : start + size])
            if found is not None:
                return [found]
    return ()


def _has(name: Name, intro: Introduction) -> str:
    return f"a report has “{name.named.text}” as “{intro.wording}”"


def _ties(name: Name) -> Sequence[Introduction]:
    """Return the posts and bodies tied to a person, most frequent first: one person speaks for one house."""
    named = name.named
    if not named.person:
        return ()
    own = []
    if named.office:
        holder = makes_holder(named.words)
        own.append(
            Introduction(
                office=named.office, words=named.rest, before=True, wording=named.text, place=named.place, holder=holder
            )
        )
    counts: Counter[str] = Counter(intro.office for intro in name.intros if intro.office)
    return [*own, *sorted(name.intros, key=lambda intro: -counts[intro.office or ""])]
