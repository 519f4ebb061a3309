"""Dates that are counted from the publication or from the date named before: weekdays, "last week", "a year ago"."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

from sayso.language.dates.calendar import (
    add_months,
    as_century,
    as_decade,
    as_month,
    as_quarter,
    as_week,
    as_year,
    latest_weekday,
    made_day,
    shifted_value,
)
from sayso.language.dates.expression import Sense
from sayso.language.dates.rule import Frame, Rule, made_rules
from sayso.language.dates.words import Words

__all__ = ["relative_rules"]

_WEEK = 7
_FRIDAY = 5
# Years that four digits write and datetime reckons with.
_FIRST_YEAR, _LAST_YEAR = 2, 9990


def _with_part(day: date, part: str | None, words: Words) -> Sense:
    """Return the day, or the part of the day where one is named."""
    if part:
        return Sense("TIME", f"{day.isoformat()}T{words.dayparts[part.lower()]}")
    return Sense("DATE", day.isoformat())


def _near(match: re.Match[str], frame: Frame) -> Sense | None:
    near = " ".join(match["near"].lower().split())
    if frame.day is None:
        return Sense("DATE", "XXXX-XX-XX")
    day = frame.day + timedelta(days=frame.words.near[near])
    if near == "tonight":
        return Sense("TIME", f"{day.isoformat()}TNI")
    return _with_part(day, match["part"], frame.words)


_AHEAD = re.compile(
    r"\b(?:will|won['’]t|as (?:early|soon) as|set to|to resume|are to|is to|scheduled|plan(?:s|ned)? to|would be|ahead of)\b[^.;\n]{0,60}$",
    re.IGNORECASE,
)


_WILL = re.compile(r"(?:['’]s)?(?:\s\w+){0,1}\s(?:will|would)\b")


def _weekday(match: re.Match[str], frame: Frame) -> Sense | None:
    """Read a bare weekday as the latest such day up to publication: so it is meant in news nine times of ten."""
    number = frame.words.weekdays[match["weekday"].lower()]
    part = match["part"]
    if frame.anchor is None:
        return Sense("DATE", f"XXXX-WXX-{number}")
    shift = " ".join((match["shift"] or "").lower().removeprefix("the ").split())
    step = frame.words.shift.get(shift, 0)
    day = latest_weekday(number, frame.anchor.day)
    if step > 0 or (not step and _speaks_ahead(match, frame.anchor.day, number)):
        day = day + timedelta(days=_WEEK) if day != frame.anchor.day or step > 0 else day
    elif step < 0 and day == frame.anchor.day:
        day -= timedelta(days=_WEEK)
    elif latest_weekday(number, frame.anchor.latest) > frame.anchor.day:
        # Late in the day by UTC: where the report was written this weekday may have begun.
        day = latest_weekday(number, frame.anchor.latest)
    return _with_part(day, part, frame.words)


def _speaks_ahead(match: re.Match[str], day: date, number: int) -> bool:
    if day.isoweekday() == number:
        return False
    if _WILL.match(match.string, match.end()):
        return True
    return bool(_AHEAD.search(match.string, max(0, match.start() - 64), match.start()))


def _every_weekday(match: re.Match[str], frame: Frame) -> Sense:
    name = (match["weekday"] or match["weekday_s"]).lower()
    return Sense("SET", f"XXXX-WXX-{frame.words.weekdays[name]}")


def _moved(day: date | None, unit: str, step: int) -> Sense | None:
    """Return the stretch of the calendar that lies `step` units of a code from `day`; None beyond the calendar."""
    move = _MOVES.get(unit)
    if day is None or move is None or not _FIRST_YEAR <= day.year + step * move.years <= _LAST_YEAR:
        return None
    return Sense("DATE", move.name(add_months(day, step * move.months) + timedelta(days=step * move.days)))


class _Move(Struct, frozen=True):
    """How far one unit moves a date, and how the stretch that holds the new date is written."""

    name: Callable[[date], str]
    days: int = 0
    months: int = 0
    # At most so many years a unit, to stay within the calendar.
    years: int = 1


_MOVES = {
    "D": _Move(date.isoformat, days=1),
    "W": _Move(as_week, days=7),
    "2W": _Move(as_week, days=14),
    "M": _Move(as_month, months=1),
    "Q": _Move(as_quarter, months=3),
    "Y": _Move(as_year, months=12),
    "10Y": _Move(as_decade, months=120, years=10),
    "100Y": _Move(as_century, months=1200, years=100),
}


def _shifted(match: re.Match[str], frame: Frame) -> Sense | None:
    """Read "last week", "this year", "next month", "last night", "the weekend"."""
    if frame.day is None:
        return None
    word = " ".join((match["shift"] or "this").lower().removeprefix("the ").split())
    step, unit = frame.words.shift[word], match["unit"].lower()
    code = None if unit in frame.words.dayparts else frame.words.units.get(unit)
    if word in _FROM_LAST and code:
        return _moved(_last_day(frame), code, step)
    if code is None:
        return _shifted_part(frame.day, unit, step, frame.words)
    if code in {"10Y", "100Y"} and word == "past":
        return Sense("DURATION", f"P{code}")
    return _moved(frame.day, code, step)


# These count from the date named before, the others from publication.
_FROM_LAST = frozenset({"following", "previous", "preceding", "prior"})


def _shifted_part(day: date, unit: str, step: int, words: Words) -> Sense | None:
    """Read "this morning", "last night", "last weekend"."""
    if unit == "weekend":
        return Sense("DATE", as_week(_weekend(day, step)) + "-WE")
    if step > 0:
        return None
    return Sense("TIME", f"{(day + timedelta(days=step)).isoformat()}T{words.dayparts[unit]}")


def _weekend(day: date, step: int) -> date:
    """Return a day in the week of the weekend meant: one that is over on a Monday is the one before."""
    if step == 0:
        return day if day.isoweekday() >= _FRIDAY else day - timedelta(days=_WEEK)
    return day + timedelta(days=_WEEK * step)


_CALENDAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T)")


def _last_day(frame: Frame) -> date | None:
    """Return the date named before, at its first day; the publication day where there is none."""
    found = _CALENDAR.match(frame.last or "")
    if found is None:
        return frame.day
    year, month, day = [*map(int, found.group().split("-")), 1, 1][:3]
    return made_day(year, month, day)


def _ago(match: re.Match[str], frame: Frame) -> Sense | None:
    """Read "three years ago", "a week later", "the year-earlier quarter"."""
    if frame.day is None:
        return None
    number = "1" if match["bare"] else frame.words.number_of(match["number"])
    if match["vague"] or not number.isdigit():
        return Sense("DATE", "PAST_REF")
    word = " ".join(match["direction"].lower().split())
    step = frame.words.after[word] * int(number)
    code = frame.words.units[(match["bare"] or match["unit"]).lower()]
    if code == "Y" and step == -1 and frame.last_quarter:
        return _year_before(frame.last_quarter)
    base = frame.day if word in _FROM_NOW else _last_day(frame)
    if code in {"10Y", "100Y"}:
        code, step = "Y", step * int(code[:-1])
    return _moved(base, code, step)


# These count from publication, "earlier" and "later" from the date named before.
_FROM_NOW = frozenset({"ago", "from now", "from today", "hence"})


def _year_before(value: str) -> Sense | None:
    moved = shifted_value(value, -1)
    return Sense("DATE", moved) if moved else None


_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _beside(match: re.Match[str], frame: Frame) -> Sense | None:
    """Read "the next day" and "the day before": beside the day named before."""
    found = _WHOLE_DAY.match(frame.last or "")
    word = (match["which"] or match["side"]).lower()
    return _moved(date.fromisoformat(found.group()), "D", frame.words.beside[word]) if found else None


def _that(match: re.Match[str], frame: Frame) -> Sense | None:
    """Read "that day", "the same month", "the quarter": the one named before."""
    unit = match["unit"].lower()
    if unit not in {"quarter", "period"}:
        return _moved(_last_day(frame), frame.words.units[unit], 0)
    if frame.last_quarter:
        return Sense("DATE", frame.last_quarter)
    return _moved(frame.day, "Q", -1) if unit == "quarter" else None


def _that_part(match: re.Match[str], frame: Frame) -> Sense | None:
    """Read "that morning" and "earlier in the day": of the day named before."""
    day = _last_day(frame)
    if day is None:
        return None
    part = match["part"]
    return Sense("TIME", f"{day.isoformat()}T{frame.words.dayparts[part.lower()]}") if part else _moved(day, "D", 0)


def _stretch(match: re.Match[str], frame: Frame) -> Sense | None:
    """Read "the year": the running one, but a length where its end is told ("the year ended March 31")."""
    unit = match["unit"].lower()
    if match["ended"]:
        return Sense("DURATION", f"P1{frame.words.units[unit]}")
    return _moved(frame.day, frame.words.units[unit], 0)


def _year_end(_: re.Match[str], frame: Frame) -> Sense | None:
    return Sense("DATE", f"{frame.day.year:04d}-12-31") if frame.day else None


def relative_rules(words: Words) -> list[Rule]:
    """Return the rules, the more telling before the less."""
    w = words
    edge = rf"(?:{w.edge}[\s-](?:on\s)?)?"
    part = rf"(?:\s(?P<part>{w.daypart})\b)?"
    shift = rf"(?:(?P<shift>{w.determiner})\s)?"
    stretch = r"(?i:week|month|year|quarter|decade|century|fortnight)"
    unit_ago = rf"(?P<number>{w.number}|(?P<vague>{w.vague_number}))(?:\s|-)(?P<unit>{w.unit})"
    table = [
        ("near-day", "near", rf"\b{edge}(?P<near>{w.near_day})\b{part}", _near),
        (
            "weekdays",
            "weekday",
            rf"\b(?:(?:{w.repeat})\s(?P<weekday>{w.weekday})|(?:on\s)?(?P<weekday_s>{w.weekday})s)\b",
            _every_weekday,
        ),
        ("weekday", "weekday", rf"\b{edge}{shift}(?P<weekday>{w.weekday})\b(?!s){part}", _weekday),
        (
            "shifted",
            "unit part",
            rf"\b{edge}(?P<shift>{w.determiner})\s(?:fiscal\s)?(?P<unit>{stretch}|weekend|{w.daypart})\b(?!s)",
            _shifted,
        ),
        ("weekend", "part", r"\b(?P<shift>(?!))?[Tt]he\s(?P<unit>weekend)\b", _shifted),
        (
            "ago",
            "unit",
            rf"\b(?:{w.around}\s)?(?:{unit_ago}|(?P<bare>year|month|week|quarter|day)(?=-))[\s-](?P<direction>{w.direction})\b(?:\s(?:third\s|second\s|first\s|fourth\s)?(?:quarter|period))?",
            _ago,
        ),
        (
            "beside",
            "unit",
            rf"\b[Tt]he\s(?:(?P<which>{w.beside_word})\sday|day\s(?P<side>{w.beside_word})(?=\s?[.,;:)”\"]|\sand\b))(?![\w'’-])",
            _beside,
        ),
        (
            "that",
            "unit",
            r"\b(?P<which>(?i:that|the\ssame|that\ssame|the\slatest|the\scurrent))\s(?P<unit>(?i:day|week|month|year|quarter|period))\b(?!s|-)",
            _that,
        ),
        (
            "that-part",
            "unit part",
            rf"\b(?:(?i:that)\s(?P<part>{w.daypart})|(?i:earlier|later)\s(?:in\sthe|that)\sday)\b",
            _that_part,
        ),
        (
            "the-stretch",
            "unit",
            r"\b[Tt]he\s(?:full\s|fiscal\s)?(?P<unit>(?i:year|week|month))(?P<ended>\s(?:ended|ending)\b)?(?![\w-]|\s(?:of|before|after|when|that)\b)",
            _stretch,
        ),
        ("year-end", "unit", r"\b(?:the\s)?(?:year[-\s]end|year['’]s\send)\b", _year_end),
        ("the-quarter", "unit", r"\b(?P<which>[Tt]he)\s(?P<unit>quarter)\b(?!s|-)", _that),
    ]
    return made_rules(table)
