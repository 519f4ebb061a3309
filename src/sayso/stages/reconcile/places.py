"""For which part of the event a figure stands: the whole of it, or one place.

Most places that reports name are where the event as a whole took place ("killed two people in the city"). A place
is a part of its own only where the reports show it to be one: a report gives a smaller count there beside a larger
one for the whole, or different counts for two places.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from rapidfuzz.distance import Levenshtein

from sayso.language.vocabulary import vocabulary
from sayso.stages.reconcile.entry import Entry

__all__ = ["WHOLE", "place_key", "scopes"]

WHOLE = "whole event"
_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = 0.8


@cache
def _idle() -> frozenset[str]:
    return frozenset(vocabulary("reconciling")["idle"])


def place_key(place: str) -> tuple[str, ...]:
    """Return the telling words of a place name, folded."""
    bare = unicodedata.normalize("NFKD", place)
    plain = "".join(letter for letter in bare if not unicodedata.combining(letter)).lower()
    return tuple(word for word in _WORD.findall(plain) if word not in _idle())


def scopes(entries: Sequence[Entry]) -> Mapping[str, str]:
    """Return the scope of each entry's claim: "whole event", or the name of the part that it is about."""
    clusters = _clusters(entries)
    at = {entry.claim.id: clusters.get(entry.figure.place or "") for entry in entries}
    parts = _parts(entries, at)
    names = _names(entries, at)
    taken_in = _taken_in(entries, at)
    found: dict[str, str] = {}
    for entry in entries:
        cluster = at[entry.claim.id]
        # A crowd stands somewhere: two places are two crowds without any further sign.
        crowded = entry.figure.measure == "crowd" and len(names) > 1
        apart = cluster in parts or crowded or entry.claim.id in taken_in
        found[entry.claim.id] = names[cluster] if cluster is not None and apart else WHOLE
    _inherit(entries, found)
    return found


def _clusters(entries: Sequence[Entry]) -> Mapping[str, int]:
    """Bring the spellings of one place together; a longer description belongs to the shorter one within it."""
    counts = Counter(entry.figure.place for entry in entries if entry.figure.place)
    order = sorted(counts, key=lambda place: (len(place_key(place)), -counts[place], place))
    heads: list[tuple[str, ...]] = []
    found: dict[str, int] = {}
    for place in order:
        key = place_key(place)
        if not key:
            continue
        home = next((i for i, head in enumerate(heads) if _one_place(head, key)), None)
        if home is None:
            home = len(heads)
            heads.append(key)
        found[place] = home
    return found


def _taken_in(entries: Sequence[Entry], at: Mapping[str, int | None]) -> frozenset[str]:
    """Return the claims that count those whom one hospital took in, where more are counted or another took in some."""
    treated = frozenset(vocabulary("reconciling")["hospitals"]["measures"])
    counted: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        if entry.figure.measure in treated and entry.detail is None and not entry.figure.delta:
            counted.setdefault((entry.figure.measure, entry.group), []).append(entry)
    found: set[str] = set()
    for group in counted.values():
        most: dict[int | None, float] = {}
        for entry in group:
            where = at[entry.claim.id]
            most[where] = max(most.get(where, 0), entry.figure.low)
        wards = {at[entry.claim.id] for entry in group if _heals(place_key(entry.figure.place or ""))}
        for entry in group:
            ward = at[entry.claim.id]
            others = [low for where, low in most.items() if where != ward]
            if ward in wards and (len(wards) > 1 or any(low > entry.figure.low for low in others)):
                found.add(entry.claim.id)
    return frozenset(found)


def _heals(key: Sequence[str]) -> bool:
    return not set(vocabulary("reconciling")["hospitals"]["words"]).isdisjoint(key)


def _one_place(head: tuple[str, ...], key: tuple[str, ...]) -> bool:
    if _heals(head) != _heals(key):
        return False  # a hospital is named after its town, and takes in what happened elsewhere
    return set(head) <= set(key) or Levenshtein.normalized_similarity("".join(head), "".join(key)) >= _ALIKE


def _parts(entries: Sequence[Entry], at: Mapping[str, int | None]) -> frozenset[int]:
    """Return the clusters that the reports show to be parts, by votes of the reports that count there and beyond."""
    local = frozenset(vocabulary("reconciling")["local"]["measures"])
    together: dict[tuple[str, str, str | None], list[Entry]] = {}
    for entry in entries:
        figure = entry.figure
        if figure.measure in local and not figure.delta and figure.qualifier != "vague" and entry.detail is None:
            together.setdefault((entry.report.id, figure.measure, entry.group), []).append(entry)
    votes: Counter[int] = Counter()
    for group in together.values():
        for cluster, vote in dict(_votes(group, at)).items():
            votes[cluster] += vote
    votes.subtract(_without_place([entry for group in together.values() for entry in group], at))
    return frozenset(cluster for cluster, vote in votes.items() if vote > 0)


def _votes(group: Sequence[Entry], at: Mapping[str, int | None]) -> Iterable[tuple[int, int]]:
    """Yield a vote for each place of one report's counts under one measure: 1 a part, -1 no part."""
    placed = [(at[entry.claim.id], entry) for entry in group]
    for cluster, entry in placed:
        if cluster is None:
            continue
        others = [other for where, other in placed if where != cluster and other.figure.low != entry.figure.low]
        if not others:
            continue
        smaller = any(entry.figure.low < other.figure.low for other in others)
        beside = any(at[other.claim.id] is not None for other in others)
        yield cluster, 1 if smaller or beside else -1


def _without_place(counted: Sequence[Entry], at: Mapping[str, int | None]) -> Counter[int]:
    """Count for each place the reports that give one of its values with no place at all: it is the whole's value."""
    given: dict[tuple[object, ...], set[int]] = {}
    for entry in counted:
        cluster = at[entry.claim.id]
        if cluster is not None:
            given.setdefault(_value(entry), set()).add(cluster)
    met = {
        (entry.report.id, *_value(entry), cluster)
        for entry in counted
        if not entry.figure.place
        for cluster in given.get(_value(entry), ())
    }
    return Counter(int(str(one[-1])) for one in met)


def _value(entry: Entry) -> tuple[object, ...]:
    return (entry.figure.measure, entry.group, entry.figure.low)


def _names(entries: Sequence[Entry], at: Mapping[str, int | None]) -> Mapping[int, str]:
    """Return for each cluster the wording used most, the shorter where two are used alike."""
    wordings: dict[int, Counter[str]] = {}
    for entry in entries:
        cluster = at[entry.claim.id]
        if cluster is not None and entry.figure.place:
            wordings.setdefault(cluster, Counter())[entry.figure.place] += 1
    return {
        cluster: min(counts, key=lambda name: (-counts[name], len(name), name)) for cluster, counts in wordings.items()
    }


def _inherit(entries: Sequence[Entry], found: dict[str, str]) -> None:
    """Give a figure without a place the part for which its source, or its own report, gives the same value."""
    given: dict[tuple[object, ...], Counter[str]] = {}
    for entry in entries:
        if found[entry.claim.id] != WHOLE or entry.figure.place:
            for key in _handles(entry):
                given.setdefault(key, Counter())[found[entry.claim.id]] += 1
    for entry in entries:
        if entry.figure.place or found[entry.claim.id] != WHOLE:
            continue
        known = [given[key] for key in _handles(entry) if key in given]
        if known:
            counts = known[0]
            found[entry.claim.id] = min(counts, key=lambda scope: (-counts[scope], scope))


def _handles(entry: Entry) -> list[tuple[object, ...]]:
    figure = entry.figure
    value = (figure.measure, entry.group, figure.low, entry.detail, figure.delta)
    return [("report", entry.report.id, *value), ("origin", entry.standing.origin, *value)]
