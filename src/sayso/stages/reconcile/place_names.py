"""Names of places within an event: which spellings and descriptions are of one place, and which only lie near it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from rapidfuzz.distance import Levenshtein

from sayso.language.vocabulary import vocabulary
from sayso.stages.reconcile.entry import Entry

__all__ = ["heals", "is_unnamed", "lies_within", "named_place", "place_clusters", "place_key", "place_words"]

_WORD = re.compile(r"[^\W\d_]+")
_NAME = r"[A-Z][\w’'-]{0,30}(?:\s[A-Z][\w’'-]{0,30}){0,3}"
_ALIKE = 0.8
# A definite place is looked for this far back.
_BACK = 2_000


@cache
def _idle() -> frozenset[str]:
    return frozenset(vocabulary("reconciling")["idle"])


@cache
def _directions() -> frozenset[str]:
    return frozenset(vocabulary("places")["directions"]["words"])


def place_words(text: str) -> tuple[str, ...]:
    """Return all words of a text, folded."""
    return tuple(word.lower() for word in _WORD.findall(_bare(text)))


def place_key(place: str) -> tuple[str, ...]:
    """Return the telling words of a place name, folded.

    "Central Hill" is a place beside others, "central Hill" the middle of one: a direction tells where it is a name.
    """
    words = _WORD.findall(_bare(place))
    return tuple(
        word.lower() for word in words if word.lower() not in _idle() and not (word.islower() and word in _directions())
    )


def _bare(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def heals(key: Sequence[str]) -> bool:
    """Say whether the words of a place are of one that takes people in after the event."""
    return not set(vocabulary("reconciling")["hospitals"]["words"]).isdisjoint(key)


def named_place(entry: Entry) -> str | None:
    """Return the place of a figure by name: "the district" is the last one that its report has named before.

    None where it has no place, or none that a name was found for.
    """
    place = entry.figure.place
    noun = _definite(place) if place else None
    if noun is None:
        return place
    before = entry.report.text[max(0, entry.claim.start - _BACK) : entry.claim.start]
    found = list(_named(noun).finditer(before))
    return found[-1].group() if found else None


def _definite(place: str) -> str | None:
    """Return the noun of "the district"; None for a place with a name."""
    words = place.lower().split()
    bare = len(words) == len(("the", "district")) and words[0] in {"the", "that", "this"}
    return words[1] if bare and words[1] in vocabulary("places")["nouns"]["of_people"] else None


@cache
def _named(noun: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_NAME}\s{re.escape(noun)}\b|\b(?:{re.escape(noun)})\sof\s{_NAME}")


def place_clusters(entries: Sequence[Entry]) -> tuple[Mapping[str, int | None], Mapping[int, str]]:
    """Bring the spellings of one place together; a longer description belongs to the shorter one within it.

    Returns the cluster of each claim, and for each cluster the wording used most, the shorter of two used alike.
    """
    places = {entry.claim.id: named_place(entry) for entry in entries}
    counts = Counter(place for place in places.values() if place)
    order = sorted(counts, key=lambda place: (len(place_key(place)), -counts[place], place))
    heads: list[str] = []
    home: dict[str, int] = {}
    for place in order:
        if place_key(place):
            known = next((i for i, head in enumerate(heads) if _one_place(head, place)), len(heads))
            heads += [place] if known == len(heads) else []
            home[place] = known
    at = {claim: home.get(place) if place else None for claim, place in places.items()}
    names: dict[int, str] = {}
    for place in sorted(home, key=lambda place: (-counts[place], len(place), place)):
        names.setdefault(home[place], place)
    return at, names


def _one_place(head: str, place: str) -> bool:
    short, long = place_key(head), place_key(place)
    if heals(short) != heals(long):
        return False  # a hospital is named after its town, and takes in what happened elsewhere
    if is_unnamed(head) != is_unnamed(place):
        return False  # "a village in the Hill district" is not the district
    beyond = set(long) - set(short)
    if set(short) <= set(long):
        return not beyond & _directions()
    return Levenshtein.normalized_similarity("".join(short), "".join(long)) >= _ALIKE


def lies_within(inner: str, outer: str) -> bool:
    """Say whether a name holds all of another and more ("Central Hill" and "a village in Hill" lie in Hill)."""
    return set(place_key(outer)) < set(place_key(inner))


def is_unnamed(place: str | None) -> bool:
    """Say whether a place is told of as one among others ("a village in the Hill district")."""
    return (place or "").lower().startswith(("a ", "an ", "one "))
