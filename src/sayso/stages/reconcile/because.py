"""Reasons with the words that they rest on: figures first, few of each value, so that a reason stays short."""

from collections.abc import Iterable, Sequence
from itertools import islice

from sayso.model.claim import Claim
from sayso.model.reason import Evidence, Reason
from sayso.model.span import Span
from sayso.stages.reconcile.entry import Entry

__all__ = ["at", "because", "merged", "said_in", "words_of"]

# Of one value no more reports are cited for one reason; a reader who doubts it opens two or three.
_MOST = 4


def at(claim: Claim) -> Evidence:
    """Return a claim as evidence."""
    return Evidence(report=claim.report, start=claim.start, end=claim.end, claim=claim.id)


def said_in(entries: Iterable[Entry]) -> tuple[Evidence, ...]:
    """Return the first few of these figures as evidence, one a report."""
    first: dict[str, Claim] = {}
    for entry in entries:
        first.setdefault(entry.report.id, entry.claim)
    return tuple(at(claim) for claim in islice(first.values(), _MOST))


def words_of(entry: Entry, span: Span) -> Evidence:
    """Return words near a figure as evidence for what became of it."""
    return Evidence(report=entry.report.id, start=span.start, end=span.end, claim=entry.claim.id)


def because(text: str, *evidence: Iterable[Evidence]) -> Reason:
    """Return a reason with its evidence, each piece once."""
    return Reason(text=text, evidence=tuple(dict.fromkeys(one for some in evidence for one in some)))


def merged(reasons: Iterable[Reason]) -> Sequence[Reason]:
    """Return the reasons, those in the same words as one with the first few pieces of their evidence."""
    told: dict[str, dict[Evidence, None]] = {}
    for reason in reasons:
        told.setdefault(reason.text, {}).update(dict.fromkeys(reason.evidence))
    return [Reason(text=text, evidence=tuple(islice(evidence, _MOST))) for text, evidence in told.items()]
