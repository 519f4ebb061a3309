"""t17_timelines: a timeline of dated sentences from thousands of reports of one topic (Timeline17; Tran et al., 2013).

The means are those of the published baselines and nothing is fitted: a day counts for the reports of the topic that
speak of it (MentionCount), and is told by the sentences nearest to the centroid of all that speak of it (DATEWISE
without its regression; Gholipour Ghalandari and Ifrim, ACL 2020). The days are those of `find_dates`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt
from typing import Any

from msgspec import Struct

from sayso.language.dates import find_dates
from sayso.language.sentences import sentences

__all__ = ["GOLD", "INPUTS", "KEEP", "predict"]

GOLD = "gold.jsonl"
INPUTS = ("gold.jsonl", "docs.jsonl")
KEEP = ("timeline_id", "topic", "keywords", "start", "end", "l", "k", "doc_id", "outlet", "published", "text")

# The two parameters of the published baselines: a report's day is told by its first sentences, and a sentence as like
# a chosen one as this says the same again.
_FIRST = 5
_SAME = 0.5
# Headings and run-on lists are no sentences of a timeline.
_LENGTHS = range(6, 61)
_WORD = re.compile(r"[a-z][a-z'-]+|\d+")

_Vector = Mapping[str, float]


class _Told(Struct, frozen=True):
    """A sentence, its place in the report, its words, and the days that it names."""

    text: str
    place: int
    words: Counter[str]
    days: frozenset[str]

    def is_about(self, keywords: Sequence[str]) -> bool:
        lower = self.text.lower()
        return any(word in lower for word in keywords)


class _Report(Struct, frozen=True):
    """A report's day and its sentences."""

    day: str
    told: list[_Told]


def predict(rows: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield for each timeline asked for its `l` days, each with up to `k` sentences."""
    topics: dict[str, list[_Report]] = defaultdict(list)
    for row in rows:
        if "doc_id" in row:
            topics[row["topic"]].append(_report(row))
    for row in rows:
        if "doc_id" not in row:
            within = [one for one in topics[row["topic"]] if row["start"] <= one.day <= row["end"]]
            yield {"timeline_id": row["timeline_id"], "entries": list(_timeline(row, within))}


def _report(row: Mapping[str, Any]) -> _Report:
    text = row["text"]
    dates = [(one.span.start, one.day) for one in find_dates(text, row["published"]) if one.day]
    told = []
    for place, span in enumerate(sentences(text)):
        words = span.of(text)
        days = frozenset(day for start, day in dates if span.start <= start < span.end)
        told.append(_Told(words, place, Counter(_WORD.findall(words.lower())), days))
    return _Report(row["published"][:10], told)


def _timeline(task: Mapping[str, Any], reports: Sequence[_Report]) -> Iterator[Mapping[str, Any]]:
    candidates = _candidates(reports, task["keywords"])
    rarity = _rarity(reports)
    counts = _mentions(reports, task["keywords"])
    days = [day for day in counts if task["start"] <= day <= task["end"] and day in candidates]
    for day in sorted(days, key=lambda day: (-counts[day], day))[: task["l"]]:
        vectors = [_vector(one.words, rarity) for one in candidates[day]]
        yield {"date": day, "text": [candidates[day][at].text for at in _central(vectors, task["k"])]}


def _mentions(reports: Sequence[_Report], keywords: Sequence[str]) -> Counter[str]:
    """Count for each day the reports of the topic that speak of it."""
    counts: Counter[str] = Counter()
    for report in reports:
        if any(one.is_about(keywords) for one in report.told[:_FIRST]):
            counts.update(sorted({day for one in report.told for day in one.days}))
    return counts


def _candidates(reports: Sequence[_Report], keywords: Sequence[str]) -> Mapping[str, list[_Told]]:
    """Return for each day the sentences that name it, and the first undated ones of that day's reports."""
    found: dict[str, list[_Told]] = defaultdict(list)
    for report in reports:
        for one in report.told:
            if len(one.text.split()) not in _LENGTHS or not one.is_about(keywords):
                continue
            for day in sorted(one.days) or ((report.day,) if one.place < _FIRST else ()):
                found[day].append(one)
    return found


def _rarity(reports: Sequence[_Report]) -> _Vector:
    spread: Counter[str] = Counter()
    for report in reports:
        for one in report.told:
            spread.update(one.words.keys())
    total = sum(len(report.told) for report in reports)
    return {word: log(total / count) for word, count in spread.items()}


def _vector(words: Counter[str], rarity: _Vector) -> _Vector:
    weights = {word: (1 + log(count)) * rarity[word] for word, count in words.items()}
    length = sqrt(sum(weight**2 for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _likeness(one: _Vector, other: _Vector) -> float:
    return sum(weight * other.get(word, 0.0) for word, weight in one.items())


def _central(vectors: Sequence[_Vector], most: int) -> list[int]:
    """Return the numbers of the vectors nearest to the centroid, none of which says the same as one before it."""
    centroid: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for word, weight in vector.items():
            centroid[word] += weight
    nearness = [_likeness(vector, centroid) for vector in vectors]
    chosen: list[int] = []
    for at in sorted(range(len(vectors)), key=lambda at: (-nearness[at], at)):
        if len(chosen) < most and all(_likeness(vectors[at], vectors[one]) < _SAME for one in chosen):
            chosen.append(at)
    return chosen
