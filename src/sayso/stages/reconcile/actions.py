"""Measures taken by authorities: state of emergency, curfew, a cut internet; each with its day and its sentences."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from msgspec import Struct

from sayso.language.dates import find_dates
from sayso.language.sentences import sentences
from sayso.language.vocabulary import vocabulary
from sayso.model.brief import Line
from sayso.model.claim import Claim
from sayso.model.reading import Reading
from sayso.model.span import Span

__all__ = ["Taken", "actions_in", "measures_taken"]

_WORDS_APART = 8
_SKIPPED = frozenset({"furniture", "opinion", "comment", "byline"})


class _Action(Struct, frozen=True, kw_only=True):
    label: str
    pattern: re.Pattern[str]


class Taken(Struct, frozen=True, kw_only=True):
    """The measures that the reports tell of, and the claims that had to be made to cite their sentences."""

    lines: tuple[Line, ...]
    claims: tuple[Claim, ...]


@cache
def _actions() -> tuple[_Action, ...]:
    return tuple(_action(entry) for entry in vocabulary("actions")["action"])


def _action(entry: Mapping[str, Sequence[str]]) -> _Action:
    between = rf"(?:\W+\w+){{0,{_WORDS_APART}}}?\W+"
    patterns = [_any(entry["phrases"])] if "phrases" in entry else []
    if "things" in entry:
        things, deeds = _any(entry["things"]), _any(entry["deeds"])
        patterns += [rf"{things}{between}{deeds}", rf"{deeds}{between}{things}"]
    return _Action(label=str(entry["label"]), pattern=re.compile("|".join(patterns), re.IGNORECASE))


def _any(words: Iterable[str]) -> str:
    return r"\b(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + r")\b"


@cache
def _table(name: str) -> re.Pattern[str]:
    return re.compile(_any(vocabulary("actions")[name]["words"]), re.IGNORECASE)


@cache
def _worth() -> re.Pattern[str]:
    """Return a pattern that every sentence with a measure matches: a phrase, or a thing that something is done to."""
    heads = {
        word
        for entry in vocabulary("actions")["action"]
        for word in (*entry.get("phrases", ()), *entry.get("things", ()))
    }
    return re.compile(_any(heads), re.IGNORECASE)


def actions_in(sentence: str) -> list[str]:
    """Return the labels of the measures that a sentence tells of, with "ended" where it tells of their end."""
    if _worth().search(sentence) is None or _table("stop").search(sentence):
        return []
    ended = ": ended" if _table("end").search(sentence) else ""
    if ended and _table("future").search(sentence):
        return []
    return [action.label + ended for action in _actions() if action.pattern.search(sentence)]


def measures_taken(readings: Sequence[Reading], claims: Sequence[Claim]) -> Taken:
    """Return one line for each measure and day, in order of days; undated mentions join the measure's first day."""
    told: dict[str, list[tuple[str | None, Claim]]] = {}
    made: dict[str, Claim] = {}
    known = _by_report(claims)
    for reading in readings:
        for span in _candidates(reading):
            sentence = span.of(reading.report.text)
            labels = actions_in(sentence)
            day, old = _day(reading, span) if labels else (None, False)
            if not labels or old:
                continue
            claim = _citing(reading, span, known.get(reading.report.id, ()))
            made[claim.id] = claim
            for label in labels:
                told.setdefault(label, []).append((day, claim))
    lines = [line for label in sorted(told) for line in _lines(label, told[label])]
    lines.sort(key=lambda line: (line.when is None, line.when or "", -len(line.claims), line.text))
    given = {claim.id for claim in claims}
    return Taken(lines=tuple(lines), claims=tuple(claim for claim in made.values() if claim.id not in given))


def _by_report(claims: Sequence[Claim]) -> Mapping[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.kind == "statement":
            found.setdefault(claim.report, []).append(claim)
    return found


def _candidates(reading: Reading) -> Iterable[Span]:
    """Yield the sentences worth a look, outside furniture and opinion."""
    text = reading.report.text
    seen: set[tuple[int, int]] = set()
    for hit in _worth().finditer(text):
        start = text.rfind("\n", 0, hit.start()) + 1
        end = text.find("\n", hit.end())
        line = Span(start, end if end >= 0 else len(text))
        if (line.start, line.end) in seen:
            continue
        seen.add((line.start, line.end))
        passage = reading.passage_at(hit.start())
        if passage is None or passage.kind not in _SKIPPED:
            yield from sentences(text, line)


def _day(reading: Reading, span: Span) -> tuple[str | None, bool]:
    """Return the day that the sentence names, and whether a date in it lies long before the report."""
    published = reading.report.published
    dates = find_dates(reading.report.text, published, span)
    days = [date.day for date in dates if date.day]
    years = [date.value[:4] for date in dates if date.value[:4].isdigit()]
    if not published:
        return (days[0] if days else None), False
    old = any(year < published[:4] and int(published[:4]) - int(year) > 1 for year in years)
    recent = [day for day in days if day <= published[:10]]
    return (recent[0] if recent else None), old


def _citing(reading: Reading, span: Span, known: Sequence[Claim]) -> Claim:
    """Return the statement that covers the sentence, or make one in the report's own voice."""
    for claim in known:
        if claim.sentence == span:
            return claim
    passage = reading.passage_at(span.start)
    return Claim.of(
        reading.report,
        "statement",
        span,
        words=span.of(reading.report.text),
        sentence=span,
        passage=passage.kind if passage else "body",
    )


def _lines(label: str, told: Sequence[tuple[str | None, Claim]]) -> Iterable[Line]:
    days: list[str | None] = [*sorted({day for day, _claim in told if day})] or [None]
    for day in days:
        held = [claim.id for when, claim in told if when == day or (when is None and day == days[0])]
        yield Line(text=label, claims=tuple(dict.fromkeys(held)), when=day)
