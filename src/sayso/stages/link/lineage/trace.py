"""From readings to links: cheap looks first, dear ones only for what survives them."""

from collections.abc import Mapping, Sequence

from sayso.model.claim import Claim
from sayso.model.link import Lineage, Link
from sayso.model.reading import Reading
from sayso.stages.link.lineage.alignment import Alignment, Weights, align
from sayso.stages.link.lineage.candidates import candidates
from sayso.stages.link.lineage.direction import Direction, direct
from sayso.stages.link.lineage.distortion import distortions
from sayso.stages.link.lineage.formula import drop_formulas
from sayso.stages.link.lineage.kinship import siblings, unseen_parents
from sayso.stages.link.lineage.page import Page, pages
from sayso.stages.link.lineage.passages import passages
from sayso.stages.link.lineage.relation import DERIVED, Verdict, is_promising, judge
from sayso.stages.link.lineage.requote import requotes
from sayso.stages.link.lineage.statement import shared_utterances
from sayso.stages.link.lineage.tie import Tie
from sayso.stages.link.lineage.verbatim import Overlap, overlap

__all__ = ["trace"]

_WORTH_ALIGNING = 0.05
_WORTH_RARE = 5
_STATEMENT_SCORE = 0.4
"""Share of equal words, or number of shared rare words, from which sentences are aligned."""


def trace(readings: Sequence[Reading], claims: Sequence[Claim]) -> Lineage:
    """Find who took what from whom among `readings`.

    Fills links, unseen parents, distortions and requotes; sources and standings stay empty. `claims` are those
    extracted from the readings; without them there are no distortions and requotes. The answer does not depend on
    the order of `claims`; of two reports that cannot be told apart in time, no direction is given.
    """
    read, lexicon = pages(readings)
    drop_formulas(read)
    weights = Weights(read, lexicon)
    found = candidates(read, lexicon)
    ties = _ties(read, weights, found.first.tolist(), found.second.tolist(), found.rare.tolist())
    groups = requotes(claims)
    ties = siblings(read, _with_statements(read, ties, shared_utterances(claims, groups)))
    links = tuple(_link(read, tie, weights) for tie in ties)
    return Lineage(
        links=tuple(sorted(links, key=lambda link: (link.a, link.b))),
        unseen=unseen_parents(read, ties),
        distortions=distortions(read, ties, claims, groups),
        requotes=groups,
    )


def _ties(read: Sequence[Page], weights: Weights, first: list[int], second: list[int], rare: list[int]) -> list[Tie]:
    """Judge the candidate pairs; those that may be rewrites get a second look with vectors."""
    ties: list[Tie] = []
    again: list[tuple[int, int, Overlap]] = []
    for i, j, words in zip(first, second, rare, strict=True):
        shared = overlap(read[i], read[j])
        if shared.most < _WORTH_ALIGNING and words < _WORTH_RARE and not shared.quoted:
            continue
        chain = align(read[i], read[j], weights)
        tie = _tie(read, i, j, shared, chain)
        if tie is not None and tie.verdict.relation in DERIVED:
            ties.append(tie)
        elif is_promising(chain):
            again.append((i, j, shared))
        elif tie is not None:
            ties.append(tie)
    weights.add_vectors([read[k] for k in sorted({k for i, j, _ in again for k in (i, j)})])
    for i, j, shared in again:
        tie = _tie(read, i, j, shared, align(read[i], read[j], weights))
        if tie is not None:
            ties.append(tie)
    return sorted(ties, key=lambda tie: (tie.first, tie.second))


def _with_statements(read: Sequence[Page], ties: list[Tie], shared: Mapping[tuple[str, str], str]) -> list[Tie]:
    """Add the pairs that quote the same utterances and have no other tie."""
    place = {page.id: k for k, page in enumerate(read)}
    tied = {(tie.first, tie.second) for tie in ties}
    added = []
    for names, why in shared.items():
        first, second = sorted(place[name] for name in names if name in place)
        if (first, second) not in tied:
            verdict = Verdict(relation="shared-source", score=_STATEMENT_SCORE, reasons=(why,))
            nothing = Direction(taker=None, why="")
            measured = overlap(read[first], read[second])
            added.append(
                Tie(first=first, second=second, verdict=verdict, shared=measured, chain=Alignment(), direction=nothing)
            )
    return sorted([*ties, *added], key=lambda tie: (tie.first, tie.second))


def _tie(read: Sequence[Page], i: int, j: int, shared: Overlap, chain: Alignment) -> Tie | None:
    verdict = judge(read[i], read[j], shared, chain)
    if verdict is None:
        return None
    derived = verdict.relation in DERIVED
    direction = direct(read[i], read[j], shared) if derived else Direction(taker=None, why="")
    return Tie(first=i, second=j, verdict=verdict, shared=shared, chain=chain, direction=direction)


def _link(read: Sequence[Page], tie: Tie, weights: Weights) -> Link:
    a, b = read[tie.first], read[tie.second]
    turned = tie.direction.taker == "second" or (tie.direction.taker is None and a.id < b.id)
    if turned:
        a, b = b, a
    chain = align(a, b, weights)
    reasons = tie.verdict.reasons + ((tie.direction.why,) if tie.direction.why else ())
    return Link(
        a=a.id,
        b=b.id,
        relation=tie.verdict.relation,
        direction="a-from-b" if tie.direction.taker else None,
        score=tie.verdict.score,
        passages=passages(a, b, chain.twins),
        reasons=reasons,
    )
