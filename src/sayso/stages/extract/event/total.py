"""Tolls of a whole conflict or of years, told beside the one incident that a report is about."""

import re

from sayso.model.span import Span
from sayso.stages.extract.event.clause import contrast
from sayso.stages.extract.event.head import is_of_more, listed, opens_with
from sayso.stages.extract.event.older import is_long_before
from sayso.stages.extract.event.sheet import Sheet
from sayso.stages.extract.event.story import EventModel
from sayso.stages.extract.found import FoundFigure

__all__ = ["long_total"]

_SINCE = re.compile(
    r"\bsince\s(?:(?:at\sleast|about|around|early|late|mid|the\s(?:start|beginning|end)\sof)[\s-])?$", re.IGNORECASE
)
_PERFECT = re.compile(r"\b(?:has|have|had|having)\b|['’]ve\b")
# Behind these words the clause of the figure is over.
_OTHER_CLAUSE = re.compile(r";|\b(?:who|which|that|where|whose|when|after)\b")
_LEAD = 40
_NEAR = 140


def long_total(sheet: Sheet, one: FoundFigure, model: EventModel) -> str | None:
    """Return the words that stretch a figure over years before the event ("has killed 900 since 2011"); else None."""
    if opens_with(sheet, one) or is_of_more(sheet):
        return None
    clause = _clause(sheet, one)
    return _since(sheet, one, clause, model) or _over_years(sheet, one, clause)


def _clause(sheet: Sheet, one: FoundFigure) -> Span:
    start = sheet.text.rfind(";", one.sentence.start, one.span.start) + 1
    end = sheet.text.find(";", one.span.end, one.sentence.end)
    return Span(start or one.sentence.start, end if end >= 0 else one.sentence.end)


def _since(sheet: Sheet, one: FoundFigure, clause: Span, model: EventModel) -> str | None:
    for dated in sheet.dates_in(clause):
        lead = sheet.text[max(clause.start, dated.span.start - _LEAD) : dated.span.start]
        opening = _SINCE.search(lead)
        if opening is None or not is_long_before(dated, sheet, model):
            continue
        begins = dated.span.start - len(lead) + opening.start()
        if _counts(sheet, one, Span(begins, dated.span.end), clause):
            return sheet.text[begins : dated.span.end]
    return None


def _over_years(sheet: Sheet, one: FoundFigure, clause: Span) -> str | None:
    for hit in listed("total", "years").finditer(sheet.text, clause.start, clause.end):
        if _counts(sheet, one, Span(hit.start(), hit.end()), clause):
            return hit.group()
    return None


def _counts(sheet: Sheet, one: FoundFigure, stretch: Span, clause: Span) -> bool:
    """Say whether the stretch of time is that of the figure: in one clause with it, told as done until now."""
    if stretch.end <= one.span.start:
        gap = sheet.text[stretch.end : one.span.start]
    else:
        gap = sheet.text[one.span.end : stretch.start]
    record = listed("total", "records").search(sheet.text, clause.start, stretch.start)
    if len(gap) > _NEAR or record or contrast(gap) or _OTHER_CLAUSE.search(gap):
        return False
    return bool(_PERFECT.search(sheet.text, clause.start, clause.end))
