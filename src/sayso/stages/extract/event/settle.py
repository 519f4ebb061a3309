"""Tell the figures of other events from those of the event that the reports are about."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec.structs import replace

from sayso.language.places import countries_of, is_country
from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Figure
from sayso.model.reading import Reading
from sayso.stages.extract.event.clause import any_of
from sayso.stages.extract.event.older import older_date, older_dates_in
from sayso.stages.extract.event.sheet import Sheet
from sayso.stages.extract.event.story import EventModel, model_event
from sayso.stages.extract.found import FoundFigure

__all__ = ["settle_events"]

# Words that lead back must stand near the head of the sentence, before the figure.
_BACK_REACH = 60

_Key = tuple[str, float, float | None, str]


def settle_events(
    found: Mapping[str, Sequence[FoundFigure]], readings: Sequence[Reading]
) -> dict[str, list[FoundFigure]]:
    """Return the figures of each report with `background` set on those of other events, and why.

    The event's time and country are modelled on all reports; a figure is then told by its passage, date, country
    or wording, or by the same value at the same place told so elsewhere. Linear in the number of reports.
    A place that is the event's whole country is dropped: such a figure holds for the whole event.
    """
    model = model_event(found, readings)
    marked = {
        reading.report.id: _marked(Sheet(reading, found[reading.report.id]), model)
        for reading in readings
        if reading.report.id in found
    }
    known = {_key(one.figure) for figures in marked.values() for one in figures if one.figure.background}
    return {report: [_settled(one, known, model) for one in figures] for report, figures in marked.items()}


def _marked(sheet: Sheet, model: EventModel) -> list[FoundFigure]:
    marked: list[FoundFigure] = []
    for one in sheet.found:
        reason = _reason(sheet, one, model)
        marked.append(_told(one, reason) if reason else one)
    return marked


def _reason(sheet: Sheet, one: FoundFigure, model: EventModel) -> str | None:
    """Return why a figure belongs to another event; None where nothing says so."""
    if one.passage == "furniture":
        return "stands in the page's furniture"
    return _by_date(sheet, one, model) or _by_country(one, model) or _by_wording(sheet, one)


def _by_date(sheet: Sheet, one: FoundFigure, model: EventModel) -> str | None:
    if model.since is None:
        return None
    old = older_date(sheet, one, model.since)
    if old is not None:
        return f"dated {old.span.of(sheet.text)!r}, before the event"
    if not _leads_back(sheet, one):
        return None
    before = sheet.passage_before(one.sentence)
    old = older_dates_in(sheet, before, model.since) if before is not None else None
    return f"leads back to {old.span.of(sheet.text)!r}, before the event" if old is not None else None


def _by_country(one: FoundFigure, model: EventModel) -> str | None:
    place = one.figure.place
    countries = countries_of(place) if place else frozenset()
    if not place or not countries or not model.countries or countries & model.countries:
        return None
    return f"{place!r} lies in another country than the event"


def _by_wording(sheet: Sheet, one: FoundFigure) -> str | None:
    head = sheet.text[one.sentence.start : one.span.start].rsplit(";", 1)[-1]
    phrase = _earlier("phrases").search(head)
    return f"follows {phrase.group()!r}" if phrase else None


@cache
def _earlier(key: str, lang: str = "en") -> re.Pattern[str]:
    return any_of(vocabulary("events", lang)["earlier"][key])


def _leads_back(sheet: Sheet, one: FoundFigure) -> bool:
    """Say whether the sentence speaks of the event of the sentence before ("16 people died there")."""
    return bool(_earlier("back").search(sheet.text, one.sentence.start, one.span.end + _BACK_REACH))


def _key(figure: Figure) -> _Key:
    return figure.measure, figure.low, figure.high, (figure.place or "").lower()


def _told(one: FoundFigure, reason: str) -> FoundFigure:
    figure = replace(one.figure, background=True, why=(*one.figure.why, f"another event: {reason}"))
    return replace(one, figure=figure)


def _settled(one: FoundFigure, known: set[_Key], model: EventModel) -> FoundFigure:
    figure = one.figure
    if not figure.background and figure.place and _key(figure) in known:
        return _told(one, "the same value at the same place is another event's in another sentence")
    if figure.background or not figure.place or not _is_whole(figure.place, model):
        return one
    why = (*figure.why, f"place {figure.place!r} is the event's whole country")
    return replace(one, figure=replace(figure, place=None, place_span=None, why=why))


def _is_whole(place: str, model: EventModel) -> bool:
    return is_country(place) and bool(countries_of(place) & model.countries)
