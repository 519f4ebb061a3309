"""Dates that put a figure well before the event: "a fire killed ten here in 2019", "since 1987, when six"."""

import re
from datetime import date

from sayso.language.dates import DateExpression
from sayso.model.span import Span
from sayso.stages.extract.event.clause import contrast, is_state_since
from sayso.stages.extract.event.sheet import Sheet
from sayso.stages.extract.event.story import EventModel
from sayso.stages.extract.found import FoundFigure

__all__ = ["older_date", "older_dates_in"]

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
    dated = [found for found in sheet.dates_in(one.sentence) if found.type == "DATE" and _last_day(found.value)]
    costs = [(cost, found.span, found) for found in dated if (cost := _distance(sheet.text, one, found)) is not None]
    if not costs:
        return None
    nearest = min(costs, key=lambda item: item[:2])[2]
    return nearest if _is_older(nearest.value, model) else None


def older_dates_in(sheet: Sheet, span: Span, model: EventModel) -> DateExpression | None:
    """Return the first date in `span` that lies wholly before the event; None where a later one stands beside it."""
    dated = [found for found in sheet.dates_in(span) if found.type == "DATE" and _last_day(found.value) is not None]
    if not dated or not all(_is_older(found.value, model) for found in dated):
        return None
    return dated[0]


def _is_older(value: str, model: EventModel) -> bool:
    last = _last_day(value)
    if last is None or model.since is None:
        return False
    # A week that ended before a sudden event is another week; for days a margin covers what led up to it.
    return last < (model.sudden or model.since) if _WEEK.match(value) else last < model.since


def _distance(text: str, one: FoundFigure, found: DateExpression) -> int | None:
    if found.span.end <= one.span.start:
        gap = text[found.span.end : one.span.start]
        lead = text[one.sentence.start : found.span.start]
        return None if ";" in gap or contrast(gap) or is_state_since(lead, gap) else len(gap)
    gap = text[one.span.end : found.span.start]
    if ";" in gap or contrast(gap) or found.span.start < one.span.end:
        return None
    return None if is_state_since(gap, text[found.span.end : one.sentence.end]) else len(gap)


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
