"""Reckoning with days, weeks, months, quarters and years; nothing here knows a language."""

import re
from calendar import monthrange
from datetime import date, timedelta

__all__ = [
    "add_months",
    "as_century",
    "as_decade",
    "as_month",
    "as_quarter",
    "as_week",
    "as_year",
    "latest_month",
    "latest_quarter",
    "latest_weekday",
    "made_day",
    "nearest_day",
    "nth_weekday",
    "shifted_value",
]

_YEARS = range(1, 9999)
_MONTHS = range(1, 13)
_SOON = 90


def made_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day."""
    if year not in _YEARS or month not in _MONTHS or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def add_months(day: date, months: int) -> date:
    """Return the same day so many months on, or the last of the month where that month is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    year = min(max(year, 1), 9998)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def as_month(day: date) -> str:
    """Return YYYY-MM."""
    return f"{day.year:04d}-{day.month:02d}"


def as_year(day: date) -> str:
    """Return YYYY."""
    return f"{day.year:04d}"


def as_decade(day: date) -> str:
    """Return the first three digits of the year, which in TIMEX3 name the decade."""
    return f"{day.year // 10:03d}"


def as_century(day: date) -> str:
    """Return the first two digits of the year, which in TIMEX3 name the century."""
    return f"{day.year // 100:02d}"


def as_week(day: date) -> str:
    """Return the ISO week, YYYY-Www."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def as_quarter(day: date) -> str:
    """Return YYYY-Qn."""
    return f"{day.year:04d}-Q{(day.month - 1) // 3 + 1}"


def latest_weekday(weekday: int, day: date) -> date:
    """Return the latest such ISO weekday on or before `day`."""
    return day - timedelta(days=(day.isoweekday() - weekday) % 7)


def latest_month(month: int, day: date) -> int:
    """Return the year of the latest such month that has begun by `day`."""
    return day.year if month <= day.month else day.year - 1


def latest_quarter(quarter: int, day: date) -> int:
    """Return the year of the latest such quarter that has begun by `day`."""
    return day.year if quarter <= (day.month - 1) // 3 + 1 else day.year - 1


def nearest_day(month: int, day_of_month: int, anchor: date) -> date | None:
    """Return the day without a year that is meant: the last one, but one that comes soon where it does.

    News looks back further than it looks ahead.
    """
    days = [made_day(anchor.year + by, month, day_of_month) for by in range(-4, 2)]
    real = [day for day in days if day is not None]
    return max((day for day in real if (day - anchor).days <= _SOON), default=None)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date | None:
    """Return the `which`-th such ISO weekday of a month, counted from its end where negative."""
    if year not in _YEARS:
        return None
    last = monthrange(year, month)[1]
    days = [day for day in range(1, last + 1) if date(year, month, day).isoweekday() == weekday]
    return date(year, month, days[which - 1 if which > 0 else which])


_VALUE = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q(\d)|(SP|SU|FA|WI)|H(\d)))?$")


def shifted_value(value: str, years: int) -> str | None:
    """Return a calendar value moved by whole years, at the same precision; None for other values."""
    found = _VALUE.match(value)
    if found is None:
        return None
    return f"{int(found[1]) + years:04d}{value[4:]}"
