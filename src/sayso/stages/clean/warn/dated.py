"""Dates that cannot be: a caption or a head whose year contradicts the report's, a weekday that its day was not."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sayso.model.passage import Passage
from sayso.model.span import Span
from sayso.stages.clean.stamps import Stamp, read_stamps

__all__ = ["date_conflicts"]

# A picture of the days around the report but of another year: either the year is a slip, or the picture is old.
_AROUND = timedelta(days=21)
# A report may announce tomorrow's day; a picture may not.
_AHEAD = timedelta(days=2)
# A dateline further from the publication than this tells of an old report under a new date.
_STALE = timedelta(days=60)
_HEADS = frozenset({"byline", "dateline"})


def date_conflicts(text: str, passages: Sequence[Passage], day: date | None) -> Iterator[tuple[Span, str]]:
    """Yield the dates of captions, heads and sentences that contradict `day`, the day of the report or its story."""
    for passage in passages:
        if passage.kind in {"furniture", "post", "entry", "comment"}:
            continue
        words = passage.span.of(text)
        if not any(character.isdigit() for character in words):
            continue
        for stamp in read_stamps(words, times=False):
            why = _conflict(stamp, passage, day)
            if why:
                yield stamp.span.moved(passage.span.start), f"{stamp.span.of(words)!r} {why}"


def _conflict(stamp: Stamp, passage: Passage, day: date | None) -> str:
    dated = stamp.on
    if dated is None:
        return _stale(stamp, passage, day)
    if stamp.weekday is not None and dated.weekday() != stamp.weekday and (right := _year_of(stamp)):
        return f"was no such weekday; it was one in {right}"
    return _against(dated, passage, day) if day is not None else ""


def _against(dated: date, passage: Passage, day: date) -> str:
    """Judge a full date by the report's own."""
    if passage.kind == "caption" and dated.year != day.year and _near(dated, day):
        return (
            f"in a picture's caption contradicts the report's date, {day.isoformat()}: a wrong year or an old picture"
        )
    if passage.kind in _HEADS and abs(dated - day) > _STALE:
        return f"at its head contradicts the report's date, {day.isoformat()}"
    if passage.kind in {"caption", *_HEADS} and dated - day > _AHEAD and dated.year == day.year:
        return f"lies after the report's date, {day.isoformat()}"
    return ""


def _stale(stamp: Stamp, passage: Passage, day: date | None) -> str:
    """Judge a dateline without a year by the nearest such day."""
    if passage.kind != "dateline" or day is None or not stamp.month:
        return ""
    tried = [Stamp(span=stamp.span, year=day.year + by, month=stamp.month, day=stamp.day).on for by in (-1, 0, 1)]
    gaps = [abs(one - day) for one in tried if one is not None]
    return f"in the dateline is far from the report's date, {day.isoformat()}" if gaps and min(gaps) > _STALE else ""


def _near(dated: date, day: date) -> bool:
    """Say whether a date of another year lies around the report's day of the year."""
    try:
        moved = dated.replace(year=day.year)
    except ValueError:
        moved = dated.replace(year=day.year, day=28)
    return abs(dated.year - day.year) <= 2 and abs(moved - day) <= _AROUND  # noqa: PLR2004 - slips are of one year


def _year_of(stamp: Stamp) -> int | None:
    """Return the neighbouring year in which the day was the named weekday; None where there is none."""
    for by in (1, -1):
        other = Stamp(span=stamp.span, year=(stamp.year or 0) + by, month=stamp.month, day=stamp.day).on
        if other is not None and other.weekday() == stamp.weekday:
            return other.year
    return None
