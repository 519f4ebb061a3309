"""From readings to links: cheap looks first, dear ones only for what survives them."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from sayso.model.claim import Claim
from sayso.model.link import Lineage, Link
from sayso.model.reading import Reading
from sayso.stages.link.lineage.alignment import Alignment, Weights, align, turned, twins_of_runs
from sayso.stages.link.lineage.candidates import Candidates, candidates
from sayso.stages.link.lineage.descent import by_descent
from sayso.stages.link.lineage.direction import Direction, direct
from sayso.stages.link.lineage.distortion import distortions
from sayso.stages.link.lineage.formula import drop_formulas
from sayso.stages.link.lineage.grounds import grounds
from sayso.stages.link.lineage.kinship import siblings
from sayso.stages.link.lineage.page import Page, pages
from sayso.stages.link.lineage.passages import passages
from sayso.stages.link.lineage.relation import DERIVED, Verdict, is_patchy, is_promising, judge
from sayso.stages.link.lineage.requote import Quotations
from sayso.stages.link.lineage.statement import reworded_utterances, shared_utterances
from sayso.stages.link.lineage.tie import Tie
from sayso.stages.link.lineage.unseen import unseen_parents
from sayso.stages.link.lineage.verbatim import Overlap, overlap, runs

__all__ = ["trace"]

_WORTH_ALIGNING = 0.05
_WORTH_RARE = 5
_STATEMENT_SCORE = 0.4
"""Share of equal words, or number of shared rare words, from which sentences are aligned."""
_SPUN = "machine-rewritten"


class _Pair(Struct, frozen=True):
    """Two pages by index, what they share word for word, and whether they quote one utterance in other words."""

    first: int
    second: int
    shared: Overlap
    requoted: bool


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
    quotations = Quotations(claims)
    # Two reports that quote one speaker to one effect may well be tied; to call it one utterance takes more.
    alike = quotations.utterances()
    ties = _ties(read, weights, found, reworded_utterances(claims, alike))
    said = quotations.utterances(_Rewritten(read, ties))
    ties = siblings(read, _with_statements(read, ties, shared_utterances(claims, alike.groups)))
    ties = by_descent(read, ties)
    links = tuple(_link(read, tie, weights) for tie in ties)
    return Lineage(
        links=tuple(sorted(links, key=lambda link: (link.a, link.b))),
        unseen=unseen_parents(read, ties),
        distortions=distortions(read, ties, claims, said),
        requotes=said.groups,
    )


def _ties(read: Sequence[Page], weights: Weights, found: Candidates, requoted: frozenset[tuple[str, str]]) -> list[Tie]:
    """Judge the candidate pairs: by equal words, then by like sentences, then by their meaning."""
    ties: list[Tie | None] = []
    again: list[_Pair] = []
    for i, j, words in zip(found.first.tolist(), found.second.tolist(), found.rare.tolist(), strict=True):
        names = sorted((read[i].id, read[j].id))
        pair = _Pair(i, j, overlap(read[i], read[j]), (names[0], names[1]) in requoted)
        tie = _tie(read, pair, Alignment())
        settled = _is_derived(tie) and not is_patchy(pair.shared)
        worth_it = pair.shared.most >= _WORTH_ALIGNING or words >= _WORTH_RARE or pair.shared.quoted > 0
        if not settled and worth_it:
            chain = align(read[i], read[j], weights)
            closer = _tie(read, pair, chain)
            if not _is_derived(closer) and (is_promising(chain) or pair.requoted):
                again.append(pair)
                continue
            # A chain that proves no rewrite leaves the verdict, and the twins by wording, as they were.
            tie = closer if closer is not None and closer.verdict.relation == "rewrite" else tie
        ties.append(tie)
    weights.add_vectors([read[k] for k in sorted({k for pair in again for k in (pair.first, pair.second)})])
    ties += [_tie(read, pair, align(read[pair.first], read[pair.second], weights)) for pair in again]
    return sorted((tie for tie in ties if tie is not None), key=lambda tie: (tie.first, tie.second))


class _Rewritten:
    """The pairs of reports (ids in order) of which one is the other in other words."""

    def __init__(self, read: Sequence[Page], ties: Sequence[Tie]) -> None:
        self._pairs = {
            tuple(sorted((read[tie.first].id, read[tie.second].id)))
            for tie in ties
            if tie.verdict.relation == "rewrite"
        }
        # What a machine has rewritten is some other report in other words, though so thoroughly that no tie shows it.
        self._spun = {page.id for page in read if any(one.kind == _SPUN for one in page.reading.warnings)}

    def __contains__(self, pair: object) -> bool:
        """Say whether speaker and meaning are enough to tell a quotation of these two reports again."""
        return isinstance(pair, tuple) and (pair in self._pairs or bool(self._spun & set(pair)))


def _is_derived(tie: Tie | None) -> bool:
    return tie is not None and tie.verdict.relation in DERIVED


def _with_statements(read: Sequence[Page], ties: list[Tie], shared: Mapping[tuple[str, str], str]) -> list[Tie]:
    """Add the pairs that quote the same utterances and have no other tie."""
    place = {page.id: k for k, page in enumerate(read)}
    tied = {(tie.first, tie.second) for tie in ties}
    added = []
    for names, why in shared.items():
        if any(name not in place for name in names):
            continue
        first, second = sorted(place[name] for name in names)
        if (first, second) not in tied:
            verdict = Verdict(relation="shared-source", score=_STATEMENT_SCORE, reasons=(why,))
            nothing = Direction(taker=None, why="")
            measured = overlap(read[first], read[second])
            added.append(
                Tie(first=first, second=second, verdict=verdict, shared=measured, chain=Alignment(), direction=nothing)
            )
    return sorted([*ties, *added], key=lambda tie: (tie.first, tie.second))


def _tie(read: Sequence[Page], pair: _Pair, chain: Alignment) -> Tie | None:
    a, b = read[pair.first], read[pair.second]
    verdict = judge(a, b, pair.shared, chain, requoted=pair.requoted)
    if verdict is None:
        return None
    direction = Direction(taker=None, why="")
    if verdict.relation in DERIVED:
        direction = direct(a, b, pair.shared)
        if not chain.twins:
            chain = Alignment(twins=twins_of_runs(a, b, runs(a, b)))
    return Tie(
        first=pair.first,
        second=pair.second,
        verdict=verdict,
        shared=pair.shared,
        chain=chain,
        direction=direction,
    )


def _link(read: Sequence[Page], tie: Tie, weights: Weights) -> Link:
    a, b = read[tie.first], read[tie.second]
    twins = tie.chain.twins
    if tie.through is not None:
        reworded = tie.verdict.relation == "rewrite"
        twins = align(a, b, weights).twins if reworded else twins_of_runs(a, b, runs(a, b))
    if tie.direction.taker == "second" or (tie.direction.taker is None and a.id < b.id):
        a, b, twins = b, a, turned(twins)
    shared = passages(a, b, twins)
    told = grounds(read, tie, a, b, shared)
    return Link(
        a=a.id,
        b=b.id,
        relation=tie.verdict.relation,
        direction="a-from-b" if tie.direction.taker else None,
        score=tie.verdict.score,
        passages=shared,
        reasons=tuple(reason.text for reason in told),
        grounds=told,
    )
