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

__all__ = ["place_and_date"]


def place_and_date(reading: Reading, found: Sequence[FoundFigure], parses: Mapping[str, Parse]) -> list[FoundFigure]:
    """Return the figures in the order of the text with `place` and `as_of` filled in where the report tells them."""
    del parses  # The words between tell as much as the tree does, and headlines have no tree worth the name.
    sheet = Sheet(reading, found)
    return [replace(one, figure=_placed(sheet, one)) for one in sheet.found]


def _placed(sheet: Sheet, one: FoundFigure) -> Figure:
    figure, why = one.figure, list(one.figure.why)
    place, day = place_of(sheet, one), day_of(sheet, one)
    if place is not None:
        figure = replace(figure, place=place.name, place_span=place.span)
        why.append(f"place: {place.name!r} after {place.lead!r}" if place.lead else f"place: {place.name!r}")
    if day is not None:
        figure = replace(figure, as_of=day[0], as_of_span=day[1])
        why.append(f"as of {day[0]}: {day[1].of(sheet.text)!r}" if day[1].of(sheet.text) else f"as of {day[0]}: entry")
    return replace(figure, why=tuple(why))
