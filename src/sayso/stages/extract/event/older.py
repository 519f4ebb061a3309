"""Dates that put a figure well before the event: "a fire killed ten here in 2019", "since 1987, when six"."""

import re
from datetime import date, timedelta
from functools import cache

from sayso.language.dates import DateExpression
from sayso.model.span import Span
from sayso.stages.extract.event.clause import contrast, is_state_since
from sayso.stages.extract.event.head import head_of, is_lasting, lasts, listed
from sayso.stages.extract.event.sheet import Sheet
from sayso.stages.extract.event.story import EventModel
from sayso.stages.extract.found import FoundFigure

__all__ = ["continued", "earliest_of_head", "is_long_before", "older_date", "older_dates_in"]

_CALENDAR = re.compile(r"(\d{3,4})(?:-(\d\d|Q\d|H\d|SP|SU|FA|WI))?(?:-(\d\d))?(?:T.*)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)$")
_DECADE = 3
_DECEMBER = 12
_LAST_YEAR = 9998
# Quarters and halves of a year, and seasons by their last month.
_MONTHS_EACH = {"Q": 3, "H": 6}
_SEASONS = {"SP": 5, "SU": 8, "FA": 11, "WI": 12}


def older_date(sheet: Sheet, one: FoundFigure, model: EventModel) -> DateExpression | None:
    """Return the date nearest to a figure in its sentence if it lies wholly before the event; else None."""
    dated = [found for found in sheet.dates_near(one) if _is_calendar(sheet.text, found)]
    costs = [(cost, found.span, found) for found in dated if (cost := _distance(sheet.text, one, found)) is not None]
    if not costs:
        return None
    nearest = min(costs, key=lambda item: item[:2])[2]
    # "In February the ministry put the toll at 38": a state of the same count.
    lead = sheet.text[nearest.span.end : max(nearest.span.end, one.span.start)]
    if listed("dated", "toll").search(lead) and lasts(sheet):
        return None
    return nearest if _is_older(nearest.value, model) else None


def earliest_of_head(sheet: Sheet, model: EventModel) -> date | None:
    """Return the earliest date that the head of a report gives its figures, where all are of before `model.since`.

    A report of a trial or a search tells at its head of an event long past, and that is the one that it is about.
    """
    follows = _followed_up(sheet, model)
    if follows is not None:
        return follows
    end = head_of(sheet).end
    figures = [one for one in sheet.found if one.span.start < end]
    if not figures or older_date(sheet, figures[0], model) is None:
        return None
    own = [one for one in figures if any(_is_calendar(sheet.text, found) for found in sheet.dates_in(one.sentence))]
    days = [_last_day(dated.value) for one in own if (dated := older_date(sheet, one, model)) is not None]
    known = [day for day in days if day is not None]
    return min(known) if len(known) == len(own) else None


_FOLLOWED = timedelta(days=400)


def _followed_up(sheet: Sheet, model: EventModel) -> date | None:
    """Return the day of the event whose aftermath a report is about, or that is before a court in it."""
    span = head_of(sheet)
    head = span.of(sheet.text)
    in_court = listed("aftermath", "court").search(head)
    followed = listed("aftermath", "words").search(head) or _is_over_suspects(sheet, span.end)
    if model.since is None or not (in_court or followed):
        return None
    dated = next((found for one in sheet.found if (found := older_date(sheet, one, model)) is not None), None)
    day = _last_day(dated.value) if dated else None
    return day if day and (in_court or model.since - day <= _FOLLOWED) else None


@cache
def _over_an_event() -> re.Pattern[str]:
    """Return the pattern of an event for which somebody is sought or held: "in connection with the bombing of a bank"."""
    leads, nouns = listed("aftermath", "suspected").pattern, listed("nouns", "words").pattern
    past = listed("another", "past").pattern
    return re.compile(rf"{leads}\s(?:[\w'’.-]+\s){{0,5}}?{nouns}[^;\n]{{0,90}}?{past}", re.IGNORECASE)


def _is_over_suspects(sheet: Sheet, end: int) -> bool:
    """Say whether the head is about those suspected of an event some time ago, before it counts any dead or hurt."""
    told = _over_an_event().search(sheet.text, 0, end)
    if told is None:
        return False
    return not any(
        one.sentence.start < told.end() and one.figure.measure in ("killed", "injured") for one in sheet.found
    )


def older_dates_in(sheet: Sheet, span: Span, model: EventModel) -> DateExpression | None:
    """Return the first date in `span` that lies wholly before the event; None where a later one stands beside it."""
    dated = [found for found in sheet.dates_in(span) if _is_calendar(sheet.text, found)]
    if not dated or not all(_is_older(found.value, model) for found in dated):
        return None
    return dated[0]


def continued(sheet: Sheet, one: FoundFigure, model: EventModel) -> DateExpression | None:
    """Return the older date of the sentence before, where that one tells of an older event and this one goes on with it.

    "In 1986 a liner hit a freighter. At least 40 died": the second sentence has no date and tells of nothing new.
    """
    before = sheet.sentence_before(one.sentence)
    if before is None or any(_is_calendar(sheet.text, found) for found in sheet.dates_in(one.sentence)):
        return None
    own = one.sentence.of(sheet.text)
    if listed("now", "words").search(own) or is_lasting(own):
        return None
    old = older_dates_in(sheet, before, model)
    words = before.of(sheet.text)
    if old is None:
        return None
    ends = before.end - old.span.end <= len('."')
    if not (ends or listed("happened", "words").search(words) or listed("nouns", "words").search(words)):
        return None
    lead, gap = sheet.text[before.start : old.span.start], sheet.text[old.span.end : before.end]
    return (
        None
        if is_state_since(lead, gap) or _ends_in("settled", lead, _SINCE_REACH) or (lasts(sheet) and is_lasting(words))
        else old
    )


# "The worst storm since 1990 hit the coast" tells of this storm.
_SINCE_REACH = 60


# "The past year" and "the last month" last until now.
_UNTIL_NOW = re.compile(r"the\s(?:past|last)\b", re.IGNORECASE)


def _is_calendar(text: str, found: DateExpression) -> bool:
    """Say whether an expression names a stretch of the calendar that may be over, or an hour of one of its days."""
    if _UNTIL_NOW.match(text, found.span.start):
        return False
    return (found.type == "DATE" or found.day is not None) and _last_day(found.value) is not None


# What began less than a year ago may be what the report is about.
_LONG = timedelta(days=300)
_YEAR = re.compile(r"\d{4}")


def is_long_before(found: DateExpression, sheet: Sheet, model: EventModel) -> bool:
    """Say whether a date lies a year or so before the event; where nothing is dated, whether it is a bare year."""
    last = _last_day(found.value)
    if last is None:
        return False
    if model.since is None:
        return bool(_YEAR.fullmatch(found.value)) and found.value not in head_of(sheet).of(sheet.text)
    return last < model.since - _LONG


def _is_older(value: str, model: EventModel) -> bool:
    last = _last_day(value)
    if last is None or model.since is None:
        return False
    # A week that ended before a sudden event is another week; for days a margin covers what led up to it.
    return last < (model.sudden or model.since) if _WEEK.match(value) else last < model.since


# "He was enrolled there in 2009" and "a man slain in 2014": the date is that of another deed.
_RELATIVE = re.compile(r",\s(?:where|who|whom|whose|which)\b")
_DEED_REACH = 20
_ATTRIBUTE_REACH = 60
_RESULT = re.compile(r"[^,;]{0,40},\s\w+ing\b")


@cache
def _of_a_place() -> re.Pattern[str]:
    """Return the pattern of what is told of a place alone ("a district that was shelled in 2014")."""
    return re.compile(rf"{listed('dated', 'grounds').pattern}\s(?:that|which|where)\b")


def _ends_in(key: str, words: str, reach: int) -> bool:
    """Say whether a word of the list stands near the end of the words, in their last clause."""
    return bool(listed("dated", key).search(re.split(r"[,;]", words[-reach:])[-1]))


def _distance(text: str, one: FoundFigure, found: DateExpression) -> int | None:
    if found.span.end <= one.span.start:
        gap = text[found.span.end : one.span.start]
        lead = text[one.sentence.start : found.span.start]
        apart = ";" in gap or contrast(gap) or is_state_since(lead, gap) or _in_aside(lead, gap)
        return None if apart or (_ends_in("deeds", lead, _DEED_REACH) and _RESULT.match(gap)) else len(gap)
    gap = text[one.span.end : found.span.start]
    if ";" in gap or contrast(gap) or found.span.start < one.span.end:
        return None
    # "The bodies of five were shown at the end of a siege like a 2013 raid": the year only names that other one.
    if len(gap) > _ATTRIBUTE_REACH and listed("nouns", "words").match(
        text[found.span.end : found.span.end + _ATTRIBUTE_REACH].lstrip()
    ):
        return None
    if _RELATIVE.search(gap) or _of_a_place().search(gap) or _ends_in("deeds", gap, _DEED_REACH):
        return None
    return None if is_state_since(gap, text[found.span.end : one.sentence.end]) else len(gap)


# "In Vale, where the army put down a revolt in 1982, guards shot six": the year is that of the place's past.
_ASIDE = re.compile(r",\s(?:where|who|whose|which|whom)\b[^,;]*$")
_ASIDE_ENDS = re.compile(r"[^,;]{0,40},\s(?!(?:killing|leaving|wounding|injuring|when|in\swhich|and)\b)")


def _in_aside(lead: str, gap: str) -> bool:
    """Say whether a date stands in a relative clause that is over before the figure."""
    return bool(_ASIDE.search(lead) and _ASIDE_ENDS.match(gap))


def _last_day(value: str) -> date | None:
    """Return the last day that a calendar value can mean, roughly; None for lengths, sets and references."""
    week = _WEEK.match(value)
    if week is not None:
        return _week_end(int(week[1]), int(week[2]))
    found = _CALENDAR.match(value)
    if found is None or not 1 <= int(found[1]) <= _LAST_YEAR:
        return None
    year, part, day = found.groups()
    if len(year) == _DECADE:
        return date(int(year) * 10 + 9, _DECEMBER, 31)
    if day:
        return date.fromisoformat(f"{year}-{part}-{day}")
    month = _last_month(part)
    return date(int(year), month, 28) if 1 <= month <= _DECEMBER else None


def _week_end(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 7)
    except ValueError:
        return None


def _last_month(part: str | None) -> int:
    if not part:
        return _DECEMBER
    if part[0] in _MONTHS_EACH:
        return int(part[1]) * _MONTHS_EACH[part[0]]
    return _SEASONS.get(part) or int(part)
