"""Dates that name their own place in the calendar: days, months, years, decades, quarters, seasons, holidays."""

import re
from datetime import date

from sayso.language.dates.calendar import (
    latest_month,
    latest_quarter,
    made_day,
    nearest_day,
    nth_weekday,
)
from sayso.language.dates.expression import Sense
from sayso.language.dates.rule import Frame, Rule, made_rules
from sayso.language.dates.words import Words

__all__ = ["absolute_rules"]

_CENTURY = 100
# A two-digit year up to here belongs to this century.
_TURN = 50
_LONGEST_MONTH = 31
_HALF_YEAR = 6
# So many months on a month is rather the last one.
_FAR = 10
_SEASON = 3
_NUMBERED_QUARTER = {"final": 4, "last": 4}


def _day_sense(day: date | None) -> Sense | None:
    return Sense("DATE", day.isoformat()) if day else None


def _full_year(text: str) -> int:
    year = int(text.lstrip("'’"))
    if year >= _CENTURY:
        return year
    return year + (2000 if year < _TURN else 1900)


def _iso(match: re.Match[str], _: Frame) -> Sense | None:
    return _day_sense(made_day(int(match["y"]), int(match["m"]), int(match["d"])))


def _numeric(match: re.Match[str], frame: Frame) -> Sense | None:
    """Read 6/1/2022: day or month first, whichever is a day, and of two the nearer to publication."""
    a, b, year = int(match["a"]), int(match["b"]), _full_year(match["y"])
    days = [day for day in (made_day(year, b, a), made_day(year, a, b)) if day is not None]
    if not days:
        return None
    at = frame.day
    return _day_sense(min(days, key=lambda day: abs((day - at).days)) if at else days[0])


def _month_number(words: Words, text: str) -> int:
    return words.months[text.lower().rstrip(".")]


def _month_day(match: re.Match[str], frame: Frame) -> Sense | None:
    month, day = _month_number(frame.words, match["month"]), _day_number(match["day"], frame.words)
    if match["year"]:
        return _day_sense(made_day(_full_year(match["year"]), month, day))
    if frame.day is None:
        return Sense("DATE", f"XXXX-{month:02d}-{day:02d}") if 1 <= day <= _LONGEST_MONTH else None
    return _day_sense(nearest_day(month, day, frame.day))


def _day_number(text: str, words: Words) -> int:
    if text.lower() in words.ordinals:
        return words.ordinals[text.lower()]
    return int(re.sub(r"\D", "", text))


def _month_year(match: re.Match[str], frame: Frame) -> Sense:
    return Sense("DATE", f"{_full_year(match['year']):04d}-{_month_number(frame.words, match['month']):02d}")


def _month_alone(match: re.Match[str], frame: Frame) -> Sense | None:
    name = match["month"].lower().rstrip(".")
    shift = _shift(match["shift"], frame.words)
    if name in frame.words.ambiguous_months and match["shift"] is None and not _time_before(match, frame.words):
        return None
    month = frame.words.months[name]
    if frame.day is None:
        return Sense("DATE", f"XXXX-{month:02d}")
    year = latest_month(month, frame.day)
    if shift == 1:
        year = frame.day.year + (month <= frame.day.month)
    elif shift == -1 and month == frame.day.month:
        year -= 1
    elif shift is None and _is_to_come(match, month, frame.day):
        year = frame.day.year + (month < frame.day.month)
    elif shift == 0:
        year = frame.day.year
    return Sense("DATE", f"{year:04d}-{month:02d}")


def _is_to_come(match: re.Match[str], month: int, day: date) -> bool:
    """Say whether a month without a year is still to come: the very next one, or one that the clause looks ahead to."""
    distance = (month - day.month) % 12
    return distance == 1 or (0 < distance < _FAR and _ahead(match))


def _shift(text: str | None, words: Words) -> int | None:
    if not text:
        return None
    return words.shift.get(" ".join(text.lower().removeprefix("the ").split()))


_WORD_BEFORE = re.compile(r"(\w+)[\s-]{1,2}(?:the\s)?$")
_WORD_AFTER = re.compile(r"[\s-]([a-z]+)")
_AHEAD = re.compile(
    r"\b(?:will|would|until|till|next|upcoming|due|plans?|planned|planning|scheduled|expected|expects?)\b[^.;]{0,60}$"
)


def _ahead(match: re.Match[str]) -> bool:
    """Say whether the clause speaks of the future."""
    return _word_before(match) in {"by", "through"} or bool(
        _AHEAD.search(match.string, max(0, match.start() - 80), match.start())
    )


def _word_before(match: re.Match[str]) -> str:
    found = _WORD_BEFORE.search(match.string, max(0, match.start() - 24), match.start())
    return found[1].lower() if found else ""


def _time_before(match: re.Match[str], words: Words) -> bool:
    return _word_before(match) in words.time_before


def _year(match: re.Match[str], frame: Frame) -> Sense | None:
    """Read a four-digit year; a count of people or things, or a part of a longer number, is none."""
    after = _WORD_AFTER.match(match.string, match.end())
    if _word_before(match) in frame.words.counted_before or (after and after[1] in frame.words.counted_nouns):
        return None
    return Sense("DATE", match["year"])


def _decade(match: re.Match[str], frame: Frame) -> Sense:
    if match["word"]:
        return Sense("DATE", f"19{frame.words.tens[match['word'].lower()] // 10}")
    digits = re.sub(r"\D", "", match["digits"])
    if len(digits) > len("80"):
        return Sense("DATE", digits[:3])
    return Sense("DATE", ("20" if int(digits) < _TURN - 20 else "19") + digits[0])


def _century(match: re.Match[str], frame: Frame) -> Sense:
    return Sense("DATE", f"{_day_number(match['number'], frame.words) - 1:02d}")


def _quarter(match: re.Match[str], frame: Frame) -> Sense | None:
    text = (match["number"] or match["digit"]).lower()
    number = int(text) if text.isdigit() else _NUMBERED_QUARTER.get(text) or frame.words.ordinals[text]
    if match["year"] or match["year_before"]:
        return Sense("DATE", f"{match['year'] or match['year_before']}-Q{number}")
    if frame.day is None:
        return Sense("DATE", f"XXXX-Q{number}")
    shift = _shift(match["shift"], frame.words)
    year = frame.day.year + shift if shift is not None else latest_quarter(number, frame.day)
    return Sense("DATE", f"{year:04d}-Q{number}")


def _half(match: re.Match[str], frame: Frame) -> Sense | None:
    number = 1 if match["number"].lower() == "first" else 2
    if match["year"]:
        return Sense("DATE", f"{match['year']}-H{number}")
    if frame.day is None:
        return Sense("DATE", f"XXXX-H{number}")
    year = frame.day.year if number == 1 or frame.day.month > _HALF_YEAR else frame.day.year - 1
    return Sense("DATE", f"{year:04d}-H{number}")


def _season(match: re.Match[str], frame: Frame) -> Sense | None:
    name, shift = match["season"].lower(), _shift(match["shift"], frame.words)
    code = frame.words.seasons[name]
    if match["year"]:
        return Sense("DATE", f"{match['year']}-{code}")
    if not (match["the"] or match["shift"]) and not _time_before(match, frame.words):
        return None
    if frame.day is None:
        return Sense("DATE", f"XXXX-{code}")
    first = frame.words.season_months[code]
    year = latest_month(first, frame.day)
    if shift == 1:
        year = frame.day.year + (first <= frame.day.month)
    elif shift == 0:
        year = frame.day.year
    elif shift == -1 and first <= frame.day.month < first + _SEASON:
        # Within the season itself the last one is that of the year before.
        year -= 1
    return Sense("DATE", f"{year:04d}-{code}")


def _holiday(match: re.Match[str], frame: Frame) -> Sense | None:
    name = " ".join(match["name"].lower().split())
    if match["year"]:
        return _day_sense(_feast(name, int(match["year"]), frame.words))
    if frame.day is None:
        return Sense("DATE", f"XXXX-{frame.words.holidays[name]}") if name in frame.words.holidays else None
    years = (frame.day.year - 1, frame.day.year, frame.day.year + 1)
    days = [day for day in (_feast(name, year, frame.words) for year in years) if day is not None]
    if _shift(match["shift"], frame.words) == -1:
        days = [day for day in days if day < frame.day]
    at = frame.day
    return _day_sense(min(days, key=lambda day: abs((day - at).days), default=None))


def _feast(name: str, year: int, words: Words) -> date | None:
    """Return the day of a holiday in one year, fixed or moving."""
    if name in words.holidays:
        month, day = words.holidays[name].split("-")
        return made_day(year, int(month), int(day))
    month, weekday, which = words.moving[name].split("-", 2)
    return nth_weekday(year, int(month), int(weekday), int(which))


def absolute_rules(words: Words) -> list[Rule]:
    """Return the rules, the more telling before the less."""
    return [*_day_rules(words), *_stretch_rules(words)]


def _day_rules(words: Words) -> list[Rule]:
    """Return the rules of days and months."""
    w = words
    year = rf"(?P<year>{w.year}|['’]\d\d)"
    in_year = rf"(?:\s?,?\s{{1,3}}(?:of\s|in\s)?(?P<year>{w.year})\b(?![,.]?\d))?"
    weekday = rf"(?:{w.any_weekday},?\s{{1,3}}(?:the\s)?)?"
    edge = rf"(?:{w.edge}[\s-])?"
    shift = rf"(?:(?P<shift>{w.determiner})\s)?"
    day = rf"(?P<day>[0-3]?\d(?:st|nd|rd|th)?|{w.ordinal})"
    table = [
        ("iso-day", "digits", r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])", _iso),
        (
            "numeric-day",
            "digits",
            r"(?<![\d/.])(?P<a>\d{1,2})(?P<s>[/.])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4}|\d\d)(?![\d/.]\d|\d|/)",
            _numeric,
        ),
        (
            "month-day",
            "month",
            rf"\b{weekday}{edge}(?P<month>{w.month})\s?{day}\b(?!\s?%|:\d|[.,]\d){in_year}",
            _month_day,
        ),
        ("day-month", "month", rf"\b{weekday}{edge}{day}\s(?:of\s)?(?P<month>{w.month}){in_year}", _month_day),
        ("month-year", "month", rf"\b{edge}(?P<month>{w.month}),?\s(?:of\s)?{year}\b", _month_year),
        ("month", "month", rf"\b{edge}{shift}(?P<month>{w.month})(?!\w|\s\d{{1,2}}(?![\d:]))", _month_alone),
    ]
    return made_rules(table)


def _stretch_rules(words: Words) -> list[Rule]:
    """Return the rules of years, decades, quarters, seasons and the like."""
    w = words
    edge = rf"(?:{w.edge}[\s-])?"
    shift = rf"(?:(?P<shift>{w.determiner})\s)?"
    plain_year = rf"(?:\s?,?\s(?:of\s)?(?P<year>{w.year}))?\b"
    table = [
        (
            "year",
            "digits",
            rf"(?<![\d$£€.,/-])\b(?:(?:{w.edge}|fiscal|post|the\syear)[\s-])?(?:fiscal\s)?(?P<year>{w.year})\b(?![,.]\d|%|/\d|-\d)",
            _year,
        ),
        (
            "decade",
            "digits tens",
            rf"\b(?:[Tt]he\s)?{edge}(?:(?P<digits>['’]?(?:{w.year}|\d0)['’]?s)\b|(?P<word>(?<=[Tt]he\s){w.decade_word})\b)",
            _decade,
        ),
        (
            "century",
            "unit",
            rf"\b(?:[Tt]he\s)?{edge}(?P<number>\d{{1,2}}(?:st|nd|rd|th)|{w.ordinal})[\s-]century\b",
            _century,
        ),
        (
            "quarter",
            "unit digits",
            (
                rf"\b(?:(?i:the|its)\s)?(?:(?P<shift>this\syear|last\syear|next\syear)['’]s\s)?(?:fiscal[\s-])?(?:(?P<year_before>{w.year})\s)?(?:fiscal[\s-])?"
                rf"(?:(?P<number>(?i:first|second|third|fourth|final))[\s-]quarter|Q(?P<digit>[1-4]))\b{plain_year}"
            ),
            _quarter,
        ),
        (
            "half",
            "unit digits",
            rf"\b(?:[Tt]he\s)?(?P<number>(?i:first|second|last))\shalf\b(?:\sof\s(?:the\syear|(?P<year>{w.year})))",
            _half,
        ),
        ("season", "season", rf"\b(?:(?P<the>[Tt]he)\s)?{edge}{shift}(?P<season>{w.season})\b{plain_year}", _season),
        ("holiday", "holiday", rf"\b{edge}{shift}(?P<name>{w.holiday})\b{plain_year}", _holiday),
    ]
    return made_rules(table)
