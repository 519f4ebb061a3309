"""When a measure holds: the day it was taken, from when, until when, for how long; read from the words before dates.

"Until Friday" is an end, "from Monday" a beginning, "for two weeks" a length, "on Wednesday" the day of the deed. A
weekday behind "from" or "until" is the next one after the report: what is over by then needs no such word. Where
several deeds are joined ("closed the bridge until Sunday and cut the power"), each has the times of its own verb.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from sayso.language.alternation import either
from sayso.language.dates import DateExpression, find_dates
from sayso.language.vocabulary import vocabulary
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.stages.reconcile.deeds import Deed, clause_border

__all__ = ["Terms", "terms"]

_BACK = 30
# A comma in a list of things parts no clauses: "oil prices, diesel and gas for 180 days".
_LISTED = re.compile(r",\s[\w-]+(?:\s[\w-]+){0,2}(?=,|\s(?:and|or)\s)")
_ONE = frozenset({"P1D", "P1W", "P1M", "P1Y"})
_HOURS = frozenset({"clock", "clock-24", "clock-bare", "named-hour"})
_TO = frozenset({"to", "-", "–"})
_WEEK = timedelta(days=7)
_LONG_AGO = 1
# Letters between a length and the measure behind it: "two-week curfew", "three days of mourning".
_BESIDE = 24
# Letters between a deed and its day; a day further off is of something else in the sentence.
_NEAR = 80
# A day this near to the head of a sentence is that of all that follows: "On Wednesday, the government ...".
_OPENS = 4


class Terms(Struct, frozen=True, kw_only=True):
    """The day on which a measure was taken or came into force, when it ends (both YYYY-MM-DD), and for how long.

    `lasting` holds the words of the report ("for two weeks", "from 9 p.m. until 6 a.m."); `past` says that a date
    beside it lies years back: it is of another event.
    """

    day: str | None = None
    until: str | None = None
    lasting: str | None = None
    past: bool = False


class _Lead(Struct, frozen=True):
    """The role that the words before a time give it, whether it has gone by, and where they begin."""

    role: str
    gone: bool
    start: int


class _Dated(Struct, frozen=True, kw_only=True):
    """One time in the sentence with what its word before makes of it."""

    span: Span
    role: str
    day: str | None
    written: Span


def terms(report: Report, sentence: Span, deeds: Sequence[Deed]) -> list[Terms]:
    """Return the terms of each of the sentence's measures, in their order."""
    dates = find_dates(report.text, report.published, sentence)
    told = _told(report, sentence, dates)
    past = _is_past(report, dates)
    starts = [sentence.start + found.start() for found in _joins().finditer(sentence.of(report.text))]
    first = sentence.start + min((deed.span.start for deed in deeds), default=0)
    return [
        _terms(deed, sentence, _own(deed.span.moved(sentence.start), told, starts, first), report, past=past)
        for deed in deeds
    ]


def _own(words: Span, told: Sequence[_Dated], starts: Sequence[int], first: int) -> list[_Dated]:
    """Return the times that the deed at `words` may have, of deeds that are joined at `starts`.

    Its own are those of its part, and those before the `first` deed, which are of all. Only a deed without times of
    its own shares those of the parts behind it: "closed the bridge and cut the power until Sunday".
    """
    part = bisect_right(starts, words.start)
    parts = [bisect_right(starts, one.span.start) for one in told]
    own = [one for one, at in zip(told, parts, strict=True) if at == part or (at < part and one.span.end <= first)]
    return own or [one for one, at in zip(told, parts, strict=True) if at > part]


@cache
def _joins() -> re.Pattern[str]:
    """Return the pattern of what joins a further deed to one before it, with its own verb."""
    table = vocabulary("actions")["conjuncts"]
    joins, adverbs, past, verbs = (either(table[key]) for key in ("joins", "adverbs", "past", "auxiliaries"))
    verb = rf"(?:(?:{adverbs})\s)?(?:[a-z]{{2,20}}ed|{past})\b"
    subject = rf"(?:[\w'’-]{{1,30}}\s){{1,4}}(?:{verbs})\b"
    return re.compile(rf"\b(?:{joins})\s(?={verb}|{subject})", re.IGNORECASE)


def _terms(deed: Deed, sentence: Span, told: Sequence[_Dated], report: Report, *, past: bool) -> Terms:
    words = deed.span.moved(sentence.start)
    by_role: dict[str, _Dated] = {}
    for one in sorted(told, key=lambda one: _distance(words, one.span)):
        opens = one.role == "on" and one.span.start - sentence.start <= _OPENS
        near = one.role != "on" or _distance(words, one.span) <= _NEAR
        if opens or (near and _same_clause(words, one.span, report.text)):
            by_role.setdefault(one.role, one)
    begun, until = by_role.get("from"), by_role.get("until")
    on = by_role.get("on")
    day = begun.day if begun else on.day if on else None
    if deed.ends:
        # "The two-year curfew was lifted": what it lasted is over with it.
        return Terms(day=day, past=past)
    lasting = _lasting(words, by_role, report.text)
    end = until.day if until and not (day and until.day and until.day < day) else None
    return Terms(day=day, until=end, lasting=lasting, past=past)


def _lasting(words: Span, by_role: dict[str, _Dated], text: str) -> str | None:
    """Return how long it holds in the report's words: a length, else hours of the day."""
    length = by_role.get("for")
    beside = by_role.get("length")
    if (
        length is None
        and beside is not None
        and words.end - beside.span.end >= 0
        and _distance(words, beside.span) <= _BESIDE
    ):
        length = beside
    hours = [by_role[role].written for role in ("hour-from", "hour-until") if role in by_role]
    if length is None and not hours:
        return None
    span = length.written if length else Span(min(h.start for h in hours), max(h.end for h in hours))
    return " ".join(span.of(text).split())


def _told(report: Report, sentence: Span, dates: Sequence[DateExpression]) -> list[_Dated]:
    found: list[_Dated] = []
    for one in dates:
        lead = _lead(report.text, sentence, one.span)
        if lead is None and found and found[-1].role in {"from", "hour-from"}:
            between = report.text[found[-1].span.end : one.span.start]
            lead = _Lead("until", gone=False, start=one.span.start) if between.strip() in _TO else None
        role, day = _read(one, lead or _Lead("on", gone=False, start=one.span.start), report)
        if role:
            written = Span(lead.start if lead else one.span.start, one.span.end)
            found.append(_Dated(span=one.span, role=role, day=day, written=written))
    return found


def _read(one: DateExpression, lead: _Lead, report: Report) -> tuple[str, str | None]:
    """Return the role of a time and its day; no role for what says nothing of when the measure holds."""
    role = lead.role
    if one.type == "DURATION":
        # "Weeks" says too little, and the "night" of "a night-time curfew" is no length.
        counted = "X" not in one.value and report.text[one.span.end : one.span.end + 1] != "-"
        return ("for" if role == "for" else "length" if one.value not in _ONE else "", None) if counted else ("", None)
    if one.shape in _HOURS:
        return (f"hour-{role}" if role in {"from", "until"} else "", None)
    if one.day is None or role == "for":
        return ("", None)
    coming = role in {"from", "until"} and not lead.gone
    return (role, _coming(one, report) if coming else one.day)


def _coming(one: DateExpression, report: Report) -> str | None:
    """Return the day, a bare weekday as the next one on or after the report's."""
    published = (report.published or "")[:10]
    bare = not any(letter.isdigit() for letter in one.span.of(report.text))
    if one.day and bare and published and one.day < published:
        return (date.fromisoformat(one.day) + _WEEK).isoformat()
    return one.day


def _lead(text: str, sentence: Span, at: Span) -> _Lead | None:
    before = text[max(sentence.start, at.start - _BACK) : at.start]
    for role in ("until", "from", "for"):
        found = _leads(role).search(before)
        if found:
            gone = found.group("lead").lower() in vocabulary("actions")["gone"]["words"]
            return _Lead(role, gone=gone, start=at.start - len(before) + found.start("lead"))
    return None


@cache
def _leads(role: str) -> re.Pattern[str]:
    words, between = (either(vocabulary("actions")[key]["words"]) for key in (role, "between"))
    return re.compile(rf"\b(?P<lead>{words})\s(?:(?:{between})\s)?$", re.IGNORECASE)


def _is_past(report: Report, dates: Sequence[DateExpression]) -> bool:
    if not report.published:
        return False
    years = [one.value[:4] for one in dates if one.value[:4].isdigit() and one.type != "DURATION"]
    return any(int(report.published[:4]) - int(year) > _LONG_AGO for year in years)


def _same_clause(one: Span, other: Span, text: str) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return clause_border().search(_LISTED.sub("", between)) is None


def _distance(one: Span, other: Span) -> int:
    return max(0, max(one.start, other.start) - min(one.end, other.end))
