"""Time stamps as pages print them: `Monday, March 3, 2031`, `Tue 4 Mar, 09.15`, `Posted at 11:20 AM GMT`."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache

from msgspec import Struct

from sayso.language.vocabulary import vocabulary
from sayso.model.moment import Moment
from sayso.model.span import Span

__all__ = ["Stamp", "iso", "read_stamps"]


class Stamp(Struct, frozen=True, kw_only=True):
    """A day or a time of day, or both, as written at `span` of a line; `year` None where only month and day stand."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    offset: str | None = None

    @property
    def on(self) -> date | None:
        """The calendar day, where the stamp holds one with its year."""
        return _calendar(self.year, self.month, self.day)

    def written(self, near: date | None = None) -> str | None:
        """Return ISO 8601, the day from `near` where the stamp has none; None where no day is known."""
        day = self.on
        if day is None and near is not None:
            day = _calendar(near.year, self.month, self.day) if self.month else near
        if day is None:
            return None
        if self.hour is None:
            return day.isoformat()
        return f"{day.isoformat()}T{self.hour:02d}:{self.minute or 0:02d}:00{self.offset or ''}"


def _calendar(year: int | None, month: int | None, day: int | None) -> date | None:
    """Return the day, None where a part is missing or there is no such day."""
    if not year or not month or not day:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso(value: object) -> str | None:
    """Return a publication stamp of metadata as ISO 8601 (RFC 822 is turned into it); None where unreadable."""
    if not isinstance(value, str) or not value.strip():
        return None
    words = value.strip()
    if Moment.read(words) is not None:
        return words
    try:
        return parsedate_to_datetime(words).isoformat()  # RSS, mail and old meta tags write RFC 822
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    if words.isdigit() and len(words) in {10, 13}:  # seconds or milliseconds since 1970
        return datetime.fromtimestamp(int(words[:10]), UTC).isoformat()
    found = read_stamps(words)
    return found[0].written() if found else None


@cache
def _names(table: str) -> str:
    return "|".join(sorted(vocabulary("stamps")[table], key=lambda word: (-len(word), word)))


@cache
def _day_pattern() -> re.Pattern[str]:
    month, weekday = rf"(?:{_names('months')})\.?", rf"(?:{_names('weekdays')})\.?"
    number, year = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:19|20)\d\d"
    return re.compile(
        rf"(?<![\w.])(?:(?P<weekday>{weekday}),?\s{{1,2}})?(?:(?P<m1>{month})\s{{1,2}}(?P<d1>{number})(?:,?\s{{1,2}}(?P<y1>{year}))?"
        rf"|(?P<d2>{number})\s{{1,2}}(?:of\s)?(?P<m2>{month})(?:,?\s{{1,2}}(?P<y2>{year}))?"
        rf"|(?P<y3>{year})-(?P<m3>\d\d)-(?P<d3>\d\d))(?!\d|\w)",
        re.IGNORECASE,
    )


@cache
def _time_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.:/])(?P<h>[01]?\d|2[0-3])(?:[:.](?P<m>[0-5]\d)(?::[0-5]\d)?(?:\s?(?P<half>[ap]\.?m\b\.?))?"
        rf"|\s?(?P<half2>[ap]\.?m\b\.?))(?:\s?\(?(?P<zone>{_names('zones')})\b\)?)?(?![\d/])",
        re.IGNORECASE,
    )


def read_stamps(line: str, times: bool = True) -> list[Stamp]:
    """Return the stamps of a line in order; a time that stands next to a day is one stamp with it."""
    days = [_day(match) for match in _day_pattern().finditer(line)]
    clocks = [_clock(match) for match in _time_pattern().finditer(line)] if times else []
    found: list[Stamp] = []
    used: set[int] = set()
    for day in days:
        near = next(
            (n for n, clock in enumerate(clocks) if n not in used and _beside(line, day.span, clock.span)), None
        )
        if near is None:
            found.append(day)
        else:
            used.add(near)
            found.append(_both(day, clocks[near]))
    # "2031.05" of a day and "05.02" of a list are no times: one that overlaps a day is left out.
    loose = [c for n, c in enumerate(clocks) if n not in used and not any(c.span.meets(d.span) for d in days)]
    return sorted(found + loose, key=lambda stamp: stamp.span)


def _day(match: re.Match[str]) -> Stamp:
    months, weekdays = vocabulary("stamps")["months"], vocabulary("stamps")["weekdays"]
    groups = match.groupdict()
    month = groups["m1"] or groups["m2"] or groups["m3"] or ""
    day = groups["d1"] or groups["d2"] or groups["d3"] or ""
    year = groups["y1"] or groups["y2"] or groups["y3"]
    weekday = (groups["weekday"] or "").rstrip(".").lower()
    return Stamp(
        span=Span(match.start(), match.end()),
        year=int(year) if year else None,
        month=int(month) if month.isdigit() else months[month.rstrip(".").lower()],
        day=int(re.sub(r"\D", "", day)),
        weekday=weekdays.get(weekday),
    )


def _clock(match: re.Match[str]) -> Stamp:
    hour, half = int(match["h"]), (match["half"] or match["half2"] or "").lower()[:1]
    if half == "p" and hour < 12:  # noqa: PLR2004 - hours of half a day
        hour += 12
    elif half == "a" and hour == 12:  # noqa: PLR2004 - midnight
        hour = 0
    zone = (match["zone"] or "").lower()
    return Stamp(
        span=Span(match.start(), match.end()),
        hour=hour,
        minute=int(match["m"] or 0),
        offset=vocabulary("stamps")["zones"].get(zone),
    )


def _beside(line: str, day: Span, clock: Span) -> bool:
    """Say whether at most a comma, `at` or a bar stands between a day and a time."""
    if day.meets(clock):
        return False
    low, high = (day, clock) if day.start < clock.start else (clock, day)
    return line[low.end : high.start].strip(" \t,|-–—·").lower() in {"", "at", "on", "t"}


def _both(day: Stamp, clock: Stamp) -> Stamp:
    return Stamp(
        span=Span(min(day.span.start, clock.span.start), max(day.span.end, clock.span.end)),
        year=day.year,
        month=day.month,
        day=day.day,
        weekday=day.weekday,
        hour=clock.hour,
        minute=clock.minute,
        offset=clock.offset,
    )
