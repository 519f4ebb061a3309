"""Kin beyond the pair: two reports that took from one third are related.

A weak likeness of two rewrites proves little by itself; that both are clearly derived from one text proves it.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from sayso.stages.link.lineage.alignment import Alignment
from sayso.stages.link.lineage.direction import earlier
from sayso.stages.link.lineage.page import Page
from sayso.stages.link.lineage.relation import DERIVED, Verdict, weaker
from sayso.stages.link.lineage.tie import Tie
from sayso.stages.link.lineage.verbatim import overlap, shared_words

__all__ = ["siblings"]

_STRONG = 0.65
"""Score from which a tie may carry a conclusion about others: a third of one report is the same."""
_SAME_PART = 0.5
_CHILDREN = 24
"""Most children of one parent that are tied to each other: a text in hundreds of hands must not cost their square."""


def siblings(pages: Sequence[Page], ties: Sequence[Tie]) -> list[Tie]:
    """Return `ties` with those added or raised that follow from a common parent, sorted.

    Where both are known to have taken from the third, they are siblings. Where the third may have taken from them,
    they must share the same part of it.
    """
    known = {(tie.first, tie.second): tie for tie in ties}
    around: defaultdict[int, list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.verdict.relation in DERIVED and tie.verdict.score >= _STRONG:
            around[tie.first].append(tie)
            around[tie.second].append(tie)
    for parent in sorted(around):
        brood = sorted(around[parent], key=lambda tie: (-tie.verdict.score, tie.first, tie.second))[:_CHILDREN]
        parts = _Parts(pages, parent)
        for one, other in combinations(brood, 2):
            first, second = sorted((one.other(parent), other.other(parent)))
            before = known.get((first, second))
            if before is not None and before.verdict.relation in DERIVED:
                continue
            took = {tie.taker == tie.other(parent) for tie in (one, other) if tie.taker is not None}
            if took == {True, False}:
                continue  # the third stands between them: grandparent and grandchild, by way of what it made of the text
            both_took = took == {True} and None not in (one.taker, other.taker)
            if both_took or parts.meet(one, other):
                known[first, second] = _sibling(pages, first, second, parent, (one, other), both_took=both_took)
    return [known[pair] for pair in sorted(known)]


class _Parts:
    """Which words of one page each of its ties is about; each worked out once."""

    def __init__(self, pages: Sequence[Page], parent: int) -> None:
        self._pages = pages
        self._parent = parent
        self._masks: dict[int, NDArray[np.bool_]] = {}

    def meet(self, one: Tie, other: Tie) -> bool:
        """Say whether the two ties are mostly about the same part of the page."""
        left, right = self._mask(one), self._mask(other)
        smaller = min(int(left.sum()), int(right.sum()))
        return smaller > 0 and int((left & right).sum()) >= _SAME_PART * smaller

    def _mask(self, tie: Tie) -> NDArray[np.bool_]:
        end = tie.other(self._parent)
        if end not in self._masks:
            page = self._pages[self._parent]
            mask = shared_words(page, self._pages[end])
            for twin in tie.chain.twins:
                first, last = page.units[twin.a if tie.first == self._parent else twin.b]
                mask[first:last] = True
            self._masks[end] = mask & page.counts & ~page.quoted
        return self._masks[end]


def _sibling(
    pages: Sequence[Page], first: int, second: int, parent: int, ties: tuple[Tie, Tie], *, both_took: bool
) -> Tie:
    relation = weaker(ties[0].verdict.relation, ties[1].verdict.relation)
    label = pages[parent].reading.report.label
    why = f"both took from the text of {label}" if both_took else f"both have the same part in common with {label}"
    return Tie(
        first=first,
        second=second,
        verdict=Verdict(relation=relation, score=min(tie.verdict.score for tie in ties), reasons=(why,)),
        shared=overlap(pages[first], pages[second]),
        chain=Alignment(),
        direction=earlier(pages[first], pages[second]),
        through=parent,
    )
