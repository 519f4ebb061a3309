"""Counts of other incidents: running totals of a year or a weekend, and events that come in as another one."""

import re
from collections.abc import Sequence
from functools import cache

from sayso.model.span import Span
from sayso.stages.extract.event.clause import telling
from sayso.stages.extract.event.head import head_of, is_lasting, is_of_more, listed, opens_with
from sayso.stages.extract.event.sheet import Sheet
from sayso.stages.extract.found import FoundFigure

__all__ = ["another_event", "event_before", "past_event", "running_total", "told_again"]

# The incidents of a running total stand near its number.
_NEAR = 90


def running_total(sheet: Sheet, one: FoundFigure) -> str | None:
    """Return the words that make a figure a running total, where the report is about one incident; else None."""
    head = head_of(sheet)
    top = head.of(sheet.text)
    if opens_with(sheet, one):
        return None
    if one.sentence.start < head.end or is_lasting(one.sentence.of(sheet.text)):
        return None
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
    if year is None or listed("tally", "year").search(top) or is_of_more(sheet):
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


def past_event(sheet: Sheet, one: FoundFigure) -> str | None:
    """Return the time long past right behind a figure ("killed 12 guards in the north last month"); else None."""
    if opens_with(sheet, one) or is_of_more(sheet) or one.sentence.start < head_of(sheet).end:
        return None
    past = listed("another", "long_past").search(sheet.text, one.span.end, min(one.sentence.end, one.span.end + _NEAR))
    if past is None or listed("another", "long_past").search(head_of(sheet).of(sheet.text)):
        return None
    gap = sheet.text[one.span.end : past.start()]
    return (
        None if _MARK.search(gap) or listed("another", "apart").search(gap) or telling(gap[-_SAID:]) else past.group()
    )


_MARK = re.compile(r"[,;:]")
_SAID = 24


@cache
def _comes_after() -> re.Pattern[str]:
    comes, spans, told = (listed("another", key).pattern for key in ("comes", "spans", "told"))
    return re.compile(rf"{comes}\s(?:\w+\s){{0,2}}?{spans}\safter\s(?!{told})", re.IGNORECASE)


@cache
def _days_after() -> re.Pattern[str]:
    spans = listed("another", "spans").pattern
    return re.compile(rf"{spans}\safter\s{_newcomer().pattern}", re.IGNORECASE)


def event_before(sheet: Sheet, one: FoundFigure) -> str | None:
    """Return the words that set an earlier event before this one ("comes a week after gunmen shot 12"); else None."""
    before = _days_after().search(sheet.text, one.sentence.start, one.span.start)
    # "A quake shook the isle, days after a quake killed one": both come in as new, and the second is the earlier.
    if before is not None and _newcomer().search(sheet.text, one.sentence.start, before.start()):
        return before.group()
    latest = _latest().search(sheet.text, one.sentence.start, one.span.start)
    if latest is not None:
        return latest.group()
    if opens_with(sheet, one) or is_of_more(sheet):
        return None
    found = _comes_after().search(sheet.text, one.sentence.start, one.span.start) or _ordinal().search(
        sheet.text, one.sentence.start, one.span.start
    )
    return found.group() if found else None


@cache
def _latest() -> re.Pattern[str]:
    """Return the pattern of an event that comes behind others: "the latest tremor to shake the isle where nine died"."""
    which, nouns = listed("another", "ordinals").pattern, listed("nouns", "words").pattern
    return re.compile(
        rf",\s(?:just\s|only\s)?(?:the\s)?{which}\s(?:[\w-]+\s){{0,3}}?{nouns}\sto\s\w+\s[^,;]{{0,60}}\s(?:where|in\swhich|since|after)\s",
        re.IGNORECASE,
    )


def told_again(sheet: Sheet, one: FoundFigure, marked: Sequence[FoundFigure]) -> str | None:
    """Return the words of the first sentence that bring in an event before this one, where its count is told again.

    "The latest quake to hit the isle where nine died on Sunday. … At least nine died and 40 were hurt": all of these.
    """
    first = sheet.found[0].sentence
    if not any(other.figure.background for other in marked):
        return None
    latest = _latest().search(sheet.text, first.start, first.end)
    if latest is None or one.sentence == first:
        return None
    before = [other for other in marked if other.figure.background and other.span.start >= latest.start()]
    repeated = any(
        other.sentence == first and (other.figure.measure, other.figure.low) == (one.figure.measure, one.figure.low)
        for other in before
    )
    return latest.group() if repeated or any(other.sentence == one.sentence for other in before) else None


@cache
def _ordinal() -> re.Pattern[str]:
    which, nouns = listed("another", "ordinals").pattern, listed("nouns", "words").pattern
    return re.compile(rf"{which}\s(?:[\w-]+\s){{0,3}}?{nouns}[^,;]{{0,60}},\s(?:as|when|after)\s", re.IGNORECASE)
