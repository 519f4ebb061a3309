"""The story's head and the list of its reports."""

import re
from collections import Counter
from collections.abc import Sequence

from sayso.language.vocabulary import vocabulary
from sayso.model.brief import Header, ReportRow
from sayso.model.claim import Claim
from sayso.model.link import Lineage
from sayso.model.question import Question
from sayso.model.reading import Reading
from sayso.stages.reconcile.entry import published

__all__ = ["header", "headline_of", "report_rows"]

# Words by which a title is held to be longer than it is, so that few words in common do not make the shortest win.
_LONG = 6
# Reports with these give no title where others can.
_UNSOUND = frozenset({"machine-rewritten", "doubled-word", "same-report-twice"})
_WORD = re.compile(r"[^\W_]{3,}")


def headline_of(reading: Reading) -> str | None:
    """Return a report's title, or the words of its headline."""
    if reading.report.title:
        return reading.report.title
    lines = (passage.span.of(reading.report.text) for passage in reading.passages if passage.kind == "headline")
    return next(lines, None)


def header(
    readings: Sequence[Reading], claims: Sequence[Claim], lineage: Lineage, questions: Sequence[Question]
) -> Header:
    """Return the head: the title is the headline that shares most words with the others.

    Its origins are those behind the figures of the story's own event, at least and at most.
    """
    times = sorted(
        (published(reading.report), reading.report.published)
        for reading in readings
        if reading.report.moment is not None
    )
    own = {claim.id for claim in claims if claim.figure is not None and not claim.figure.background}
    counted = [standing for standing in lineage.standings if standing.counts and standing.claim in own]
    low = len({standing.origin for standing in counted})
    return Header(
        title=_title(_trusted(readings, claims, questions) or readings),
        first=times[0][1] if times else None,
        last=times[-1][1] if times else None,
        reports=sum(reading.report.status == "read" for reading in readings),
        origins=low,
        origins_max=max(low, len({standing.origin_apart for standing in counted})),
        as_of=times[-1][1] if times else None,
    )


def _title(readings: Sequence[Reading]) -> str:
    sound = [reading for reading in readings if not any(one.kind in _UNSOUND for one in reading.warnings)] or readings
    news = [reading for reading in sound if not _argues(reading)] or sound
    titles = [title for title in map(headline_of, news) if title]
    idle = frozenset(vocabulary("reconciling")["answers"]["idle"])
    bags = [frozenset(word.lower() for word in _WORD.findall(title)) - idle for title in titles]
    spread = Counter(word for bag in bags for word in bag)
    scores = [sum(spread[word] - 1 for word in bag) / (len(bag) + _LONG) for bag in bags]
    best = max(range(len(titles)), key=lambda i: (scores[i], -i), default=None)
    return titles[best] if best is not None else "Untitled"


def _trusted(readings: Sequence[Reading], claims: Sequence[Claim], questions: Sequence[Question]) -> list[Reading]:
    """Return the reports whose headline has no figure that fell or was overtaken."""
    past = {
        claim for q in questions for v in q.variants if v.status not in {"current", "disputed"} for claim in v.claims
    }
    stale = {claim.report for claim in claims if claim.id in past and claim.passage == "headline"}
    return [reading for reading in readings if reading.report.id not in stale]


def _argues(reading: Reading) -> bool:
    """Say whether most of a report is opinion: its title is no name for the event."""
    sizes = Counter[bool]()
    for passage in reading.passages:
        sizes[passage.kind == "opinion"] += passage.span.end - passage.span.start
    return sizes[True] > sizes[False]


def report_rows(readings: Sequence[Reading]) -> tuple[ReportRow, ...]:
    """Return one row for each report, numbered by publication; undated ones last, in the order given."""
    order = sorted(readings, key=lambda reading: (published(reading.report) == "", published(reading.report)))
    return tuple(
        ReportRow(
            id=reading.report.id,
            number=number,
            url=reading.report.url,
            outlet=reading.report.outlet,
            title=headline_of(reading),
            published=reading.report.published,
            digest=reading.report.digest,
            status=reading.report.status,
            problem=reading.report.problem,
            passages=reading.passages,
            credits=reading.credits,
        )
        for number, reading in enumerate(order, 1)
    )
