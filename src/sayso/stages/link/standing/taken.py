"""Which claim was taken from which: the same value in a passage that one report took from another."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from sayso.model.claim import Claim
from sayso.model.link import Distortion, Lineage, Link, Taken
from sayso.model.span import Span

__all__ = ["Parent", "parents", "value_of"]

# Claims of one value that may begin before a passage and still reach into it.
_BACK = 4
# The closest relation wins where a claim stands in several other reports.
_CLOSENESS = {"copy": 0, "excerpt": 1, "rewrite": 2}


class Parent(Struct, frozen=True, kw_only=True):
    """The claim that another was taken from; `sure` where the words themselves were taken over."""

    claim: str
    report: str
    sure: bool
    reason: str


def value_of(claim: Claim) -> tuple[object, ...]:
    """Return what must be equal for two claims to say the same: the figure's value, or the words."""
    figure = claim.figure
    if figure is None:
        return (claim.kind, " ".join(claim.text.lower().split()))
    return (figure.measure, figure.group, figure.low, figure.high)


def parents(claims: Sequence[Claim], lineage: Lineage) -> Mapping[str, Parent]:
    """Return for each claim that was taken over the claim that it was taken from."""
    by_report: dict[str, list[Claim]] = {}
    for claim in claims:
        by_report.setdefault(claim.report, []).append(claim)
    found: dict[str, Parent] = {}
    derived = [link for link in lineage.links if link.relation in _CLOSENESS]
    for link in sorted(derived, key=lambda link: (_CLOSENESS[link.relation], -link.score, link.a, link.b)):
        for child, parent in _pairs(by_report.get(link.a, ()), by_report.get(link.b, ()), link):
            found.setdefault(child.id, _told(child, parent, link))
    for changed in lineage.distortions:
        if changed.claim and changed.other_claim and changed.claim not in found:
            found[changed.claim] = _changed(changed)
    return found


def _pairs(children: Sequence[Claim], older: Sequence[Claim], link: Link) -> Iterable[tuple[Claim, Claim]]:
    """Yield the claims of the later report with the like claims of the earlier one, in passages that were taken."""
    like: dict[tuple[object, ...], list[Claim]] = {}
    for claim in older:
        like.setdefault(value_of(claim), []).append(claim)
    for child in children:
        same = like.get(value_of(child), ())
        beside = _beside(child.span, same, link.passages)
        best = beside or ([] if link.passages else list(same))
        if best:
            yield child, min(best, key=lambda claim: (claim.source is None, claim.start))


def _beside(child: Span, same: Sequence[Claim], passages: Sequence[Taken]) -> list[Claim]:
    """Return those of `same`, which are in the order of their text, that a passage with the child was taken from."""
    found: list[Claim] = []
    for one in passages:
        if one.a.meets(child):
            # Claims of one value hardly overlap, so that looking a few back from the first one behind is enough;
            # asking them all would be quadratic in a text that says one number a thousand times.
            first = bisect_left(same, one.b.start, key=lambda claim: claim.start)
            behind = bisect_left(same, one.b.end, key=lambda claim: claim.start)
            found += [claim for claim in same[max(0, first - _BACK) : behind] if one.b.meets(claim.span)]
    return found


def _told(child: Claim, parent: Claim, link: Link) -> Parent:
    sure = any(one.kind == "verbatim" and one.a.holds(child.span) for one in link.passages) or link.relation == "copy"
    reason = f"it stands in a passage that is {_A[link.relation]} of report {parent.report}"
    return Parent(claim=parent.id, report=parent.report, sure=sure, reason=reason)


_A = {"copy": "a copy", "excerpt": "an excerpt", "rewrite": "a rewrite"}


def _changed(changed: Distortion) -> Parent:
    reason = changed.message or f"it was changed in taking it over from report {changed.other}"
    return Parent(claim=changed.other_claim or "", report=changed.other, sure=True, reason=reason)
