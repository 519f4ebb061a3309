"""Counts of other incidents: running totals of a year or a weekend, and events that come in as another one."""

import re
from functools import cache

from sayso.model.span import Span
from sayso.stages.extract.event.head import head_of, is_lasting, lasts, listed
from sayso.stages.extract.event.sheet import Sheet
from sayso.stages.extract.found import FoundFigure

__all__ = ["another_event", "running_total"]

# The incidents of a running total stand near its number.
_NEAR = 90


def running_total(sheet: Sheet, one: FoundFigure) -> str | None:
    """Return the words that make a figure a running total, where the report is about one incident; else None."""
    head = head_of(sheet)
    if one.sentence.start < head.end or is_lasting(one.sentence.of(sheet.text)):
        return None
    top = head.of(sheet.text)
    return _over_year(sheet, one.sentence, top) or _over_incidents(sheet, one, top) or _parts(sheet, one, top)


_PART = re.compile(r"(?:Of|Out\sof)\s(?:the|these|those|them)\b")


def _parts(sheet: Sheet, one: FoundFigure, top: str) -> str | None:
    """Return what the sentence before counts over, where this one tells parts of that ("Out of the 22, 11 were …")."""
    before = sheet.sentence_before(one.sentence)
    if before is None or not _PART.match(sheet.text, one.sentence.start):
        return None
    return _over_year(sheet, before, top)


def _over_year(sheet: Sheet, sentence: Span, top: str) -> str | None:
    year = listed("tally", "year").search(sheet.text, sentence.start, sentence.end)
    if year is None or listed("tally", "year").search(top) or lasts(sheet):
        return None
    return year.group()


def _over_incidents(sheet: Sheet, one: FoundFigure, top: str) -> str | None:
    """Return the plural incidents near a figure that a time or a town holds together."""
    near = Span(max(one.sentence.start, one.span.start - _NEAR), min(one.sentence.end, one.span.end + _NEAR))
    incidents = listed("tally", "incidents").search(sheet.text, near.start, near.end)
    if incidents is None or not listed("tally", "over").search(sheet.text, one.sentence.start, one.sentence.end):
        return None
    # Where the head counts incidents too, the report is about them all.
    return None if listed("tally", "incidents").search(top) or is_lasting(top) else incidents.group()


@cache
def _newcomer() -> re.Pattern[str]:
    new, nouns = listed("another", "new").pattern, listed("nouns", "words").pattern
    return re.compile(rf"{new}\s(?:[\w-]+\s){{0,4}}?{nouns}", re.IGNORECASE)


def another_event(sheet: Sheet, one: FoundFigure) -> str | None:
    """Return the words that bring in another event before a figure ("a blast last month killed 12"); else None.

    What the head of a report brings in is its own event.
    """
    if one.sentence.start < head_of(sheet).end:
        return None
    start = max(one.sentence.start, sheet.text.rfind(";", one.sentence.start, one.span.start))
    new = _newcomer().search(sheet.text, start, one.span.start)
    if new is None:
        return None
    past = listed("another", "past").search(sheet.text, start, one.sentence.end)
    return f"{new.group()} … {past.group()}" if past else None
