"""For which part of the event a figure stands: the whole of it, or one place.

Most places that reports name are where the event as a whole took place ("killed two people in the city"). A place
is a part of its own only where the reports show it to be one: a report gives a smaller count there beside a larger
one for the whole, or different counts for two places.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sayso.language.places import known_place
from sayso.language.vocabulary import vocabulary
from sayso.stages.reconcile.entry import Entry
from sayso.stages.reconcile.place_names import heals, is_unnamed, lies_within, place_clusters, place_key

__all__ = ["WHOLE", "scopes"]

WHOLE = "whole event"
_CARRIERS = frozenset({"agency", "outlet"})
_Bounds = tuple[float, float | None]


def scopes(entries: Sequence[Entry]) -> Mapping[str, str]:
    """Return the scope of each entry's claim: "whole event", or the name of the part that it is about."""
    at, names = place_clusters(entries)
    parts = _parts(entries, at, names)
    taken_in, towns = _taken_in(entries, at), _towns(entries, at, names)
    found: dict[str, str] = {}
    for entry in entries:
        cluster = at[entry.claim.id]
        crowded = entry.figure.measure == "crowd" and cluster in towns
        apart = cluster in parts or crowded or entry.claim.id in taken_in
        found[entry.claim.id] = names[cluster] if cluster is not None and apart else WHOLE
    _inherit(entries, found)
    _rejoin(entries, found)
    return found


def _towns(entries: Sequence[Entry], at: Mapping[str, int | None], names: Mapping[int, str]) -> frozenset[int]:
    """Return the towns of the list in which crowds stood, where there are several: two towns are two crowds.

    A square and its town are not, and of a place that the list does not know the reports have to show it.
    """
    where = (at[entry.claim.id] for entry in entries if entry.figure.measure == "crowd")
    found = {cluster: known_place(names[cluster]) for cluster in where if cluster is not None}
    towns = frozenset(cluster for cluster, known in found.items() if known is not None and known[0] == "city")
    return towns if len(towns) > 1 else frozenset()


def _taken_in(entries: Sequence[Entry], at: Mapping[str, int | None]) -> frozenset[str]:
    """Return the claims that count those whom one house took in, where more are counted or another took in some.

    What a doctor counts in one town is of that house as well.
    """
    treated = frozenset(vocabulary("reconciling")["hospitals"]["measures"])
    counted: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        if entry.figure.measure in treated and entry.detail is None and not entry.figure.delta:
            counted.setdefault((entry.figure.measure, entry.group), []).append(entry)
    return frozenset(claim for group in counted.values() for claim in _of_one_house(group, at))


def _of_one_house(group: Sequence[Entry], at: Mapping[str, int | None]) -> Iterable[str]:
    most: dict[int | None, float] = {}
    for entry in group:
        where = at[entry.claim.id]
        most[where] = max(most.get(where, 0), entry.figure.low)
    wards = {at[entry.claim.id] for entry in group if heals(place_key(entry.figure.place or ""))}
    for entry in group:
        where = at[entry.claim.id]
        larger = any(low > entry.figure.low for ward, low in most.items() if ward != where)
        healer = entry.source is not None and entry.source.kind == "medical"
        if (where in wards and (larger or len(wards) > 1)) or (where is not None and healer and larger):
            yield entry.claim.id


def _parts(entries: Sequence[Entry], at: Mapping[str, int | None], names: Mapping[int, str]) -> frozenset[int]:
    """Return the clusters that the reports show to be parts, by votes of the reports that count there and beyond."""
    local = frozenset(vocabulary("reconciling")["local"]["measures"])
    together: dict[tuple[str, str, str | None], list[Entry]] = {}
    for entry in entries:
        figure = entry.figure
        # A word for a crowd ("hundreds") is as good as its number; of the dead it may be the toll of any place.
        counted = figure.measure == "crowd" or figure.qualifier != "vague"
        if figure.measure in local and not figure.delta and counted and entry.detail is None:
            together.setdefault((entry.report.id, figure.measure, entry.group), []).append(entry)
    votes: Counter[int] = Counter()
    for group in together.values():
        for cluster, vote in dict(_votes(group, at, names)).items():
            votes[cluster] += vote
    votes.subtract(_without_place([entry for group in together.values() for entry in group], at))
    return frozenset(cluster for cluster, vote in votes.items() if vote > 0)


def _votes(group: Sequence[Entry], at: Mapping[str, int | None], names: Mapping[int, str]) -> Iterable[tuple[int, int]]:
    """Yield a vote for each place of one report's counts under one measure: 1 a part, -1 no part.

    A place beside others is a part, but not beside those whose names hold its own: they lie within it.
    """
    placed = [(at[entry.claim.id], entry) for entry in group]
    for cluster, entry in placed:
        if cluster is None:
            continue
        others = [other for where, other in placed if where != cluster and other.figure.low != entry.figure.low]
        if not others:
            continue
        smaller = any(entry.figure.low < other.figure.low for other in others)
        wheres = [at[other.claim.id] for other in others]
        beside = any(where is not None and not lies_within(names[where], names[cluster]) for where in wheres)
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


def _inherit(entries: Sequence[Entry], found: dict[str, str]) -> None:
    """Give a figure without a place the part for which its source, or its own report, gives the same value.

    "A village" without its name is the one that the same source names elsewhere for the same value.
    """
    given: dict[tuple[object, ...], Counter[str]] = {}
    for entry in entries:
        if (found[entry.claim.id] != WHOLE or entry.figure.place) and not is_unnamed(entry.figure.place):
            for key in _handles(entry):
                given.setdefault(key, Counter())[found[entry.claim.id]] += 1
    for entry in entries:
        unnamed = is_unnamed(entry.figure.place)
        if (entry.figure.place or found[entry.claim.id] != WHOLE) and not unnamed:
            continue
        known = [given[key] for key in _handles(entry)[unnamed:] if key in given]
        named = [
            (-times, scope)
            for scope, times in (known[0] if known else Counter[str]()).items()
            if scope != WHOLE or not unnamed
        ]
        if named:
            found[entry.claim.id] = min(named)[1]


def _rejoin(entries: Sequence[Entry], found: dict[str, str]) -> None:
    """Take a place for the whole where it is the only one, and the largest count there is that of the whole."""
    counts: dict[tuple[object, ...], dict[str, dict[_Bounds, None]]] = {}
    for entry in entries:
        values = counts.setdefault(_people(entry), {}).setdefault(found[entry.claim.id], {})
        values[entry.figure.low, entry.figure.high] = None
    for entry in entries:
        scopes = counts[_people(entry)]
        if len(scopes) == len((WHOLE, "a place")) and WHOLE in scopes:
            (part,) = (values for scope, values in scopes.items() if scope != WHOLE)
            if max(scopes[WHOLE], key=_low) == max(part, key=_low):
                found[entry.claim.id] = WHOLE


def _low(bounds: _Bounds) -> float:
    return bounds[0]


def _people(entry: Entry) -> tuple[object, ...]:
    return (entry.figure.measure, entry.group, entry.detail, entry.figure.delta)


def _handles(entry: Entry) -> list[tuple[object, ...]]:
    figure = entry.figure
    value = (figure.measure, entry.group, figure.low, entry.detail, figure.delta)
    # Of one origin "at least 40" is the 40 of elsewhere; in one report it may be somebody else's, and so may what an
    # outlet carries that is only perhaps of that origin.
    carried = entry.source is not None and entry.source.kind in _CARRIERS
    origin = entry.standing.origin_apart if carried else entry.standing.origin
    return [("report", entry.report.id, *value, figure.high), ("origin", origin, *value)]
