"""The time and the country of the event that a batch of reports tells of, as far as the reports agree on them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from sayso.language.dates.anchor import Anchor
from sayso.language.places import country_of, find_places
from sayso.model.reading import Reading
from sayso.stages.extract.found import FoundFigure

__all__ = ["EventModel", "model_event"]

# An event is news within a month; what lies further back from the first report is another event.
_WINDOW = timedelta(days=30)
# A country is one of the event's where so large a share of the reports is mostly about it …
_SHARE_OF_REPORTS = 1 / 3
# … or where so large a share of them puts figures in it.
_SHARE_OF_FIGURES = 1 / 2


class EventModel(Struct, frozen=True, kw_only=True):
    """When and where: the first day that can belong to the event, and the ISO codes of its countries.

    `since` is None where no report is dated; `countries` is empty where no report names one.
    """

    since: date | None
    countries: frozenset[str]


def model_event(found: Mapping[str, Sequence[FoundFigure]], readings: Sequence[Reading]) -> EventModel:
    """Return what the reports together tell of the event's time and country; one pass over the reports."""
    days = [anchor.day for reading in readings if (anchor := Anchor.read(reading.report.published))]
    return EventModel(since=min(days) - _WINDOW if days else None, countries=_countries(found, readings))


def _countries(found: Mapping[str, Sequence[FoundFigure]], readings: Sequence[Reading]) -> frozenset[str]:
    votes: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for reading in readings:
        named = Counter(place.country for place in find_places(reading.report.text) if place.country)
        if named:
            most = max(named.values())
            votes[min(code for code, count in named.items() if count == most)] += 1
        named_with = (one.figure.place for one in found.get(reading.report.id, ()))
        placed.update({code for name in named_with if name and (code := country_of(name))})
    if not votes:
        return frozenset()
    top = max(votes.values())
    main = {code for code, count in votes.items() if count >= top * _SHARE_OF_REPORTS}
    shared = {code for code, count in placed.items() if count > 1 and count >= len(readings) * _SHARE_OF_FIGURES}
    return frozenset(main | shared)
