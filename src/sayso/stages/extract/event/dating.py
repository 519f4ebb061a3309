"""The day for which a figure holds: a date or weekday next to it, a statement's day, a live-blog entry's day."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from sayso.language.dates import DateExpression
from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span
from sayso.stages.extract.event.clause import (
    any_of,
    comma,
    contrast,
    is_border,
    is_state_since,
    new_teller,
    plain,
    telling,
)
from sayso.stages.extract.event.sheet import Sheet
from sayso.stages.extract.found import FoundFigure

__all__ = ["day_of"]

# Characters before a date in which "said late on" makes it the day of a statement.
_SAID_REACH = 24
_LEAD = 40
# A date behind a figure that covers the whole sentence yields to one in front of it that is nearly as near.
_BEHIND = 12
_IN_BRACKETS = -100
# So long after it a report still counts as of the event's own day.
_FRESH = timedelta(days=2)
# An hour alone, and a night that lies between two days, tell no day.
_NO_DAY = frozenset({"clock", "clock-24", "clock-bare", "named-hour", "in-the-part", "overnight"})
_BREAK = re.compile(r",\s(?:and|but|which)\b")
_NEXT_CLAUSE = re.compile(r"(?:,|\sand|\sbut)\s(?:on|by|late\son|early\son|in)?\s*$")


@cache
def _words(table: str, key: str, lang: str) -> re.Pattern[str]:
    found = vocabulary("events", lang)[table]
    return any_of(found[key])


def day_of(sheet: Sheet, one: FoundFigure, lang: str = "en") -> tuple[str, Span] | None:
    """Return the day (YYYY-MM-DD) for which a figure holds and the words that tell it; None where none do."""
    if one.figure.stance == "denied" or _words("dated", "overtaken", lang).search(sheet.text, *_clause(sheet, one)):
        return None
    inside = [dated for dated in sheet.dates_near(one) if _is_day(sheet, dated)]
    beside = _day_after(sheet, one, inside)
    if beside is not None:
        return beside
    costs = [(cost, dated.span, dated) for dated in inside if (cost := _cost(sheet, one, dated, lang)) is not None]
    if costs:
        best = min(costs, key=lambda item: item[:2])[2]
        return best.day or "", best.span
    entry = sheet.entry_day(one.span.start)
    if entry is not None:
        return entry, Span(one.sentence.start, one.sentence.start)
    return None if inside else _last_hours(sheet, one) or _carried(sheet, one) or _in_row(sheet, one, lang)


# A count over the last hours is of the day of the report.
_HOURS = re.compile(r"\b(?:in|over|during|within)\sthe\s(?:last|past)\s(?:24|48|twenty-four)\shours\b", re.IGNORECASE)


def _last_hours(sheet: Sheet, one: FoundFigure) -> tuple[str, Span] | None:
    hit = _HOURS.search(sheet.text, one.sentence.start, one.sentence.end)
    if hit is None or sheet.anchor is None:
        return None
    gap = sheet.text[min(hit.end(), one.span.end) : max(hit.start(), one.span.start)]
    return None if ";" in gap or contrast(gap) else (sheet.anchor.day.isoformat(), Span(hit.start(), hit.end()))


def _clause(sheet: Sheet, one: FoundFigure) -> tuple[int, int]:
    """Return the stretch from the last semicolon or the sentence's start to the figure."""
    start = max(sheet.text.rfind(";", one.sentence.start, one.span.start), one.sentence.start)
    return start, one.span.start


def _is_day(sheet: Sheet, dated: DateExpression) -> bool:
    """Say whether an expression names a day that is not to come."""
    if dated.day is None or dated.shape in _NO_DAY:
        return False
    if sheet.anchor is None:
        return True
    last = sheet.anchor.latest if dated.shape == "weekday" else sheet.anchor.day
    return date.fromisoformat(dated.day) <= last


def _cost(sheet: Sheet, one: FoundFigure, dated: DateExpression, lang: str) -> int | None:
    """Return how far a date is from a figure of its sentence; None where it does not reach it."""
    text = sheet.text
    lead = text[max(one.sentence.start, dated.span.start - _LEAD) : dated.span.start]
    if is_border(lead) or is_border(dated.span.of(text)[: len("more than ")]) or _dates_event(sheet, dated, lang):
        return None
    if _is_event_day(sheet, dated, lead, lang):
        return None
    if dated.span.end <= one.span.start:
        return _in_front(sheet, one, dated)
    return _behind(text, one, dated, lead) if dated.span.start >= one.span.end else None


def _behind(text: str, one: FoundFigure, dated: DateExpression, lead: str) -> int | None:
    gap = plain(text[one.span.end : dated.span.start])
    if ";" in gap or contrast(gap) or _NEXT_CLAUSE.search(gap) or " since " in gap:
        return None
    if gap.endswith("("):
        return len(gap) + _IN_BRACKETS
    if telling(lead[-_SAID_REACH:]) or _trails(gap):
        return len(gap) + _BEHIND
    return None if _BREAK.search(gap) or comma(gap) else len(gap)


def _in_front(sheet: Sheet, one: FoundFigure, dated: DateExpression) -> int | None:
    gap = sheet.text[dated.span.end : one.span.start]
    between = sheet.dates_in(Span(dated.span.end, one.span.start))
    # "Friday's wreck is the first since 1987, when six drowned": the year stands between.
    other = any(date.type == "DATE" and date.value[:4].isdigit() and not date.day for date in between)
    lead = sheet.text[one.sentence.start : dated.span.start]
    if ";" in gap or contrast(gap) or other or new_teller(gap) or is_state_since(lead, gap):
        return None
    # "At the rites for three who had drowned on Friday, wounding ten": the clause of "who" ends with its comma.
    if _IN_CLAUSE.search(lead) and _AFTER_CLAUSE.match(gap):
        return None
    return len(gap)


_IN_CLAUSE = re.compile(r"\bwho\s(?:was|were|had|died)\b[^,;:]{0,60}$")
_AFTER_CLAUSE = re.compile(r"[^,;:]{0,60},\s\w+ing\b")


def _is_over(sheet: Sheet, dated: DateExpression) -> bool:
    """Say whether a day lies days before the report."""
    if sheet.anchor is None or dated.day is None:
        return False
    return sheet.anchor.day - date.fromisoformat(dated.day) > _FRESH


def _dates_event(sheet: Sheet, dated: DateExpression, lang: str) -> bool:
    """Say whether the date only tells which event is meant ("Friday's crash")."""
    after = sheet.text[dated.span.end : dated.span.end + _LEAD]
    owner = re.match(r"\s?['’]s(?:\s\w+){1,3}", after)
    if owner and _words("nouns", "words", lang).search(owner.group()):
        return True
    # "The 3 March flood": while the event is fresh its day is that of its count.
    noun = _words("nouns", "words", lang).match(after.lstrip())
    return noun is not None and _is_over(sheet, dated)


def _is_event_day(sheet: Sheet, dated: DateExpression, lead: str, lang: str) -> bool:
    """Say whether the date is that of the event, days before the report ("killed in the flood of 3 March")."""
    return _is_over(sheet, dated) and any(
        hit.end() >= len(lead) - len(" early on ") for hit in _words("nouns", "words", lang).finditer(lead)
    )


def _trails(gap: str) -> bool:
    """Say whether a participle leads from the figure to the date ("40, given out in a leaflet on 3 March")."""
    return bool(gap.startswith(", ") and gap[2:].split(" ", 1)[0].endswith("ed"))


# "Guards held dozens on Thursday, a day after 14 drowned": the figure is of the day before.
_DAY_AFTER = re.compile(r"\b(?:a|one)\sday\safter\b[^,;:.]{0,60}$", re.IGNORECASE)


def _day_after(sheet: Sheet, one: FoundFigure, inside: Sequence[DateExpression]) -> tuple[str, Span] | None:
    """Return the day before the one named in front, where "a day after" leads from that to the figure."""
    lead = _DAY_AFTER.search(sheet.text, one.sentence.start, one.span.start)
    named = [dated for dated in inside if lead is not None and dated.span.end <= lead.start()]
    if lead is None or not named or any(dated.span.start >= lead.start() for dated in inside):
        return None
    day = date.fromisoformat(named[-1].day or "") - timedelta(days=1)
    return day.isoformat(), Span(lead.start(), lead.start() + len("a day after"))


_NOW = re.compile(r"\b(?:says?|is|are|has)\b")
_OPENERS = frozenset({"", "on ", "by ", "late on ", "early on "})


def _carried(sheet: Sheet, one: FoundFigure) -> tuple[str, Span] | None:
    """Carry a day over from the sentence before where that one opens with it ("On Friday the fighting spread.")."""
    opening = sheet.sentence_before(one.sentence)
    # What somebody says now is no longer of that day, nor what has a time of its own ("since last month").
    if opening is None or _NOW.search(one.sentence.of(sheet.text)) or _times(sheet, one.sentence):
        return None
    named = [dated for dated in sheet.dates_in(opening) if _is_day(sheet, dated)]
    passage = sheet.reading.passage_at(opening.start)
    told_alike = passage is None or passage.kind == one.passage
    goes_on = one.figure.stance == "asserted" and not telling(one.sentence.of(sheet.text))
    if len(named) == 1 and told_alike and goes_on and _happened_on(sheet, opening, named[0]):
        return named[0].day or "", named[0].span
    for dated in named:
        head = sheet.text[opening.start : dated.span.start].lower().lstrip("“\"'")
        if head in _OPENERS and dated.day:
            return dated.day, dated.span
    return None


# So many sentences back a day of the same count may be told.
_ROW = 3


def _in_row(sheet: Sheet, one: FoundFigure, lang: str) -> tuple[str, Span] | None:
    """Return the day that a count before gives, where this one goes on with it.

    "Guards killed six on Friday, the mayor said. At least four fell at the gate": no other time is told in between.
    """
    own = one.sentence.of(sheet.text)
    if one.figure.stance != "asserted" or _NOW.search(own) or _words("dated", "apart", lang).search(own):
        return None
    line, end = sheet.line(one.sentence.start), one.sentence.end
    sentence = one.sentence
    for _ in range(_ROW):
        before = None if _times(sheet, Span(sentence.start, end)) else sheet.sentence_before(sentence)
        if before is None or before.start < line.start:
            return None
        found = _day_told_in(sheet, one, before, lang)
        if found is not None:
            return found
        sentence, end = before, sentence.start
    return None


def _times(sheet: Sheet, span: Span) -> bool:
    """Say whether a time other than an hour is told."""
    return any(dated.shape not in _NO_DAY for dated in sheet.dates_in(span))


def _day_told_in(sheet: Sheet, one: FoundFigure, sentence: Span, lang: str) -> tuple[str, Span] | None:
    """Return the day that a sentence gives a figure of the same measure, where it names one time alone."""
    times = [dated for dated in sheet.dates_in(sentence) if dated.shape not in _NO_DAY]
    if len(times) != 1 or not _is_day(sheet, times[0]):
        return None
    alike = (
        other
        for other in sheet.found_in(sentence)
        if other.figure.measure == one.figure.measure and other.passage == one.passage
    )
    dated = any(_cost(sheet, other, times[0], lang) is not None for other in alike)
    return (times[0].day or "", times[0].span) if dated else None


_YEAR = re.compile(r"\d{4}")


def _happened_on(sheet: Sheet, sentence: Span, dated: DateExpression) -> bool:
    """Say whether a sentence tells what happened on a day that it names at its end ("A quake hit the isle on Friday.")."""
    after = sheet.text[dated.span.end : sentence.end].strip('"”’).,; ')
    lead = sheet.text[sentence.start : dated.span.start]
    if not (_words("happened", "words", "en").search(lead) or _words("nouns", "words", "en").search(lead)):
        return False
    dated_alone = _YEAR.search(dated.span.of(sheet.text)) is None  # captions and stamps give the year
    return dated_alone and not after and not telling(lead) and not is_border(lead) and not is_state_since(lead, "")
