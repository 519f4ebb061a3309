"""Counts of one nation's people among all: "two Norwegians" are a part of the toll, and no rival of it."""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from sayso.language.places import country_of, find_places
from sayso.language.vocabulary import vocabulary
from sayso.stages.reconcile.contingent import country_name
from sayso.stages.reconcile.entry import Entry

__all__ = ["by_nation"]

_PEOPLE = frozenset({"people", "foreigners"})
# Characters, about a sentence, within which a number without a noun goes on counting the same people.
_NEXT = 200


def by_nation(found: Sequence[Entry]) -> list[Entry]:
    """Return the entries, those of one nation's people apart under its name where more people are counted in all.

    The people of the country where it happens are the toll itself.
    """
    nations = {entry.claim.id: nation for entry in found if (nation := _nation(entry)) is not None}
    if not nations:
        return list(found)
    nations |= _carried_on(found, nations)
    host, most = _host(found), _most(found, nations)
    names = _names(found, nations)
    return [
        msgspec.structs.replace(entry, detail=names[nations[entry.claim.id]])
        if entry.claim.id in nations
        and nations[entry.claim.id] != host
        and entry.figure.low < most.get(entry.figure.measure, 0)
        else entry
        for entry in found
    ]


def _nation(entry: Entry) -> str | None:
    """Return the country whose people the counted noun names ("Norwegians", "Norwegian tourists")."""
    figure = entry.figure
    able = entry.detail is None and not figure.delta and entry.group in _PEOPLE and figure.group_text
    if not able or figure.measure not in vocabulary("reconciling")["local"]["measures"]:
        return None
    named = (place.country for place in find_places(figure.group_text or "") if place.kind == "people")
    return next((country for country in named if country), None)


def _carried_on(found: Sequence[Entry], nations: Mapping[str, str]) -> Mapping[str, str]:
    """Return the nation of bare numbers shortly behind a count of its people: "three Danes died … there were two"."""
    carried: dict[str, str] = {}
    last: dict[tuple[str, str], Entry] = {}
    for entry in sorted(found, key=lambda one: (one.report.id, one.claim.start)):
        key = (entry.report.id, entry.figure.measure)
        before = last.get(key)
        last[key] = entry
        if before is None or entry.figure.group_text or entry.claim.id in nations:
            continue
        near = entry.claim.start - before.claim.start <= _NEXT and entry.figure.low <= before.figure.low
        if near and before.claim.id in nations:
            carried[entry.claim.id] = nations[before.claim.id]
    return carried


def _host(found: Sequence[Entry]) -> str | None:
    where = Counter(country_of(entry.figure.place) for entry in found if entry.figure.place)
    return max(sorted(code for code in where if code), key=lambda code: where[code], default=None)


def _most(found: Sequence[Entry], nations: Mapping[str, str]) -> Mapping[str, float]:
    """Return the largest count of people of no nation under each measure."""
    most: dict[str, float] = {}
    for entry in found:
        if entry.claim.id not in nations and entry.group in _PEOPLE and entry.detail is None:
            most[entry.figure.measure] = max(most.get(entry.figure.measure, 0), entry.figure.low)
    return most


def _names(found: Sequence[Entry], nations: Mapping[str, str]) -> Mapping[str, str]:
    """Return for each country the name that most reports have for it: its own, else that of its people."""
    told: dict[str, Counter[tuple[bool, str]]] = {}
    for entry in found:
        code = nations.get(entry.claim.id)
        written = entry.figure.group_text
        if code is not None and written:
            name = country_name(code, written, entry.report.text)
            told.setdefault(code, Counter())[name == written, name] += 1
    best = {
        code: min(counts, key=lambda one: (one[0], -counts[one], len(one[1]), one[1])) for code, counts in told.items()
    }
    return {code: f"the {name}" if people else f"from {name}" for code, (people, name) in best.items()}
