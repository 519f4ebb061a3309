"""Give each figure of a report its place and its day."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from sayso.language.parse import Parse
from sayso.model.claim import Figure
from sayso.model.reading import Reading
from sayso.stages.extract.event.dating import day_of
from sayso.stages.extract.event.placing import place_of
from sayso.stages.extract.event.sheet import Sheet
from sayso.stages.extract.found import FoundFigure

__all__ = ["place_and_date", "placed"]


def place_and_date(reading: Reading, found: Sequence[FoundFigure], parses: Mapping[str, Parse]) -> list[FoundFigure]:
    """Return the figures in the order of the text with `place` and `as_of` filled in where the report tells them."""
    del parses  # The words between tell as much as the tree does, and headlines have no tree worth the name.
    sheet = Sheet(reading, found)
    return [sheet.whole(_dated(sheet, placed(sheet, one))) for one in sheet.found]


def placed(sheet: Sheet, one: FoundFigure) -> FoundFigure:
    """Return a figure with its place, where its sentence tells it."""
    place = place_of(sheet, one)
    if place is None:
        return one
    why = f"place: {place.name!r} after {place.lead!r}" if place.lead else f"place: {place.name!r}"
    return _told(one, replace(one.figure, place=place.name, place_span=place.span), why)


def _dated(sheet: Sheet, one: FoundFigure) -> FoundFigure:
    found = day_of(sheet, one)
    if found is None:
        return one
    day, span = found
    why = f"as of {day}: {span.of(sheet.text) or 'entry'!r}"
    return _told(one, replace(one.figure, as_of=day, as_of_span=span), why)


def _told(one: FoundFigure, figure: Figure, why: str) -> FoundFigure:
    return replace(one, figure=replace(figure, why=(*figure.why, why)))
