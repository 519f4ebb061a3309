"""Why two reports are tied, with the words that it rests on: the longest passages, the credit, the stamps."""

from collections.abc import Sequence

from sayso.model.link import Taken
from sayso.model.reason import Evidence, Reason
from sayso.model.span import Span
from sayso.stages.link.lineage.page import Page
from sayso.stages.link.lineage.tie import Tie

__all__ = ["as_a_whole", "grounds", "words"]

_SHOWN = 3
"""Passages cited for one reason; the link has them all."""


def grounds(read: Sequence[Page], tie: Tie, a: Page, b: Page, shared: Sequence[Taken]) -> tuple[Reason, ...]:
    """Return the reasons of a tie; what is said of wording rests on the longest of the `shared` passages of a and b."""
    longest = sorted(shared, key=lambda taken: (taken.a.start - taken.a.end, taken.a.start))[:_SHOWN]
    sides = [one for taken in longest for one in (words(a, taken.a), words(b, taken.b))]
    wording = tuple(sides) or (as_a_whole(a), as_a_whole(b))
    if tie.through is not None:
        wording = (*wording, as_a_whole(read[tie.through]))
    # What is said after the first is of the longest passage alone.
    found = [Reason(text=why, evidence=wording if not k else wording[:2]) for k, why in enumerate(tie.verdict.reasons)]
    if tie.direction.why:
        found.append(Reason(text=tie.direction.why, evidence=tie.direction.evidence or wording))
    return tuple(found)


def words(page: Page, span: Span) -> Evidence:
    """Return a stretch of a report as evidence."""
    return Evidence(report=page.id, start=span.start, end=span.end)


def as_a_whole(page: Page) -> Evidence:
    """Return a report as evidence by what is known of it: its stamp, its outlet."""
    return Evidence(report=page.id)
