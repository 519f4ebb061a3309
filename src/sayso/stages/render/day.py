"""Days and times as a newsroom writes them: "14 Mar", "17 Mar 2023 16:30 UTC"."""

import re
from datetime import UTC, datetime

from sayso.model.moment import Moment
from sayso.stages.render.labels import MONTHS

__all__ = ["ordinal", "say_day", "say_stamp"]

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NOON = 0.5


def say_day(stamp: str | None, *, year: bool = False) -> str:
    """Return the day of an ISO 8601 stamp as "14 Mar", with its year if asked; the stamp itself if it is none."""
    found = _DAY.match(stamp or "")
    if not found or not 1 <= int(found[2]) <= len(MONTHS):
        return stamp or ""
    said = f"{int(found[3])} {MONTHS[int(found[2]) - 1]}"
    return f"{said} {found[1]}" if year else said


def say_stamp(stamp: str | None, *, year: bool = True) -> str:
    """Return a stamp with its time, in UTC where it has a zone; only the day where it is only a day."""
    day = say_day(stamp, year=year)
    if not stamp or "T" not in stamp:
        return day
    try:
        when = datetime.fromisoformat(stamp)
    except ValueError:
        return day
    if when.tzinfo is None:
        return f"{day} {when:%H:%M}"
    when = when.astimezone(UTC)
    return f"{say_day(when.date().isoformat(), year=year)} {when:%H:%M} UTC"


def ordinal(as_of: str | None, reported: str | None) -> float | None:
    """Return a place on the time line, in days: the day a value holds for, at the hour it was reported.

    A value as of a day, first reported on that day, stands at that hour; else at noon of its day, as does one that is
    known only by the day of its report. None if undated.
    """
    held, told = Moment.read(as_of), Moment.read(reported)
    if held is None:
        return None if told is None else _middle(told)
    if as_of is not None and "T" in as_of:
        return _days(held.earliest)
    found = _DAY.match(as_of or "")
    if found is None:
        return _days(held.earliest)
    day = float(datetime(int(found[1]), int(found[2]), int(found[3]), tzinfo=UTC).toordinal())
    if told is not None and told.earliest == told.latest and day <= _days(told.earliest) < day + 1:
        return _days(told.earliest)
    return day + _NOON


def _middle(told: Moment) -> float:
    # A bare day may begin in the far east: its first instant would put it before yesterday evening's reports.
    return _days(told.earliest + (told.latest - told.earliest) / 2)


def _days(when: datetime) -> float:
    seconds = when.hour * 3600 + when.minute * 60 + when.second
    return when.toordinal() + seconds / 86_400
