"""The marked stretches of the reports' texts and the anchor of each: its claim's, where it is one, else its own."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.model.brief import Brief
from sayso.model.link import Link
from sayso.model.reason import Reason

__all__ = ["Stretch", "anchors", "doubted", "ties_told"]

Stretch = tuple[str, int, int]
"""A report's id, and where the words begin and end in its text."""

# Ties without a parent and a child are told as a list; of a crowd of them the strongest.
_SIDEWAYS = 40


def anchors(brief: Brief, ties: Sequence[Link]) -> dict[Stretch, str]:
    """Return an anchor for each stretch that a change, a caution or a reason points to; claims keep their ids."""
    named = {(claim.report, claim.start, claim.end): claim.id for claim in reversed(brief.claims)}
    spans = [*doubted(brief), *(stretch for reason in _reasons(brief, ties) for stretch in _cited(reason))]
    return {span: named.get(span, f"w-{place}") for place, span in enumerate(dict.fromkeys(spans))}


def doubted(brief: Brief) -> dict[Stretch, None]:
    """Return the stretches that a change or a caution points to, each once and in order."""
    spans = [(c.copy, c.span.start, c.span.end) for c in brief.distortions]
    spans += [(c.other, c.other_span.start, c.other_span.end) for c in brief.distortions]
    spans += [(w.report, w.start, w.end) for w in brief.warnings if w.start is not None and w.end is not None]
    return dict.fromkeys(spans)


def _reasons(brief: Brief, ties: Sequence[Link]) -> Iterable[Reason]:
    for question in brief.questions:
        yield from question.grounds
        for variant in question.variants:
            yield from variant.grounds
    for tie in ties:
        yield from tie.grounds
    for text in brief.unseen:
        yield from text.grounds


def _cited(reason: Reason) -> Iterable[Stretch]:
    return (
        (one.report, one.start, one.end) for one in reason.evidence if one.start is not None and one.end is not None
    )


def ties_told(brief: Brief, parents: Mapping[str, Link]) -> tuple[Link, ...]:
    """Return the ties whose reasons are told: each report's with its parent, then those that lead from none to none."""
    known = {row.id for row in brief.reports}
    sideways = [
        link
        for link in brief.lineage
        if (link.direction is None or link.relation == "shared-source") and {link.a, link.b} <= known
    ]
    sideways.sort(key=lambda link: (link.relation == "shared-source", -link.score, link.a, link.b))
    return (*(parents[report] for report in sorted(parents)), *sideways[:_SIDEWAYS])
