"""The cheap pass: which words of two reports stand in the same order in both."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from sayso.stages.link.lineage.page import GRAM, Page

__all__ = ["Overlap", "Run", "held", "overlap", "runs", "shared_words"]

_LONG = 15
"""A run of so many words outside quotation marks is seldom a formula: two writers do not hit on it by chance."""


class Run(Struct, frozen=True, array_like=True):
    """Words `a` to `a + length` of one page are words `b` to `b + length` of the other."""

    a: int
    b: int
    length: int


class Overlap(Struct, frozen=True, kw_only=True):
    """What two pages share word for word. All shares and counts leave out furniture.

    `share_a`, `share_b`: share of each page's own words (outside quotation marks) that stand in shared shingles.
    `long`: the larger of the two shares when only runs of at least 15 own words count. `longest`: own words in the
    longest run. `own`: own shared words; `quoted`: shared words inside quotation marks (the smaller of both sides).
    `alike`: Jaccard similarity of the shingles.
    """

    share_a: float
    share_b: float
    long: float
    longest: int
    own: int
    quoted: int
    alike: float

    @property
    def most(self) -> float:
        """The larger share of the two reports."""
        return max(self.share_a, self.share_b)

    @property
    def least(self) -> float:
        """The smaller share of the two reports."""
        return min(self.share_a, self.share_b)


class _Side(Struct, frozen=True):
    share: float
    long: float
    longest: int
    own: int
    quoted: int


def overlap(a: Page, b: Page) -> Overlap:
    """Measure what two pages share word for word."""
    left, right = _side(a, b), _side(b, a)
    both = len(np.intersect1d(a.distinct, b.distinct, assume_unique=True))
    return Overlap(
        share_a=left.share,
        share_b=right.share,
        long=max(left.long, right.long),
        longest=min(left.longest, right.longest),
        own=min(left.own, right.own),
        quoted=min(left.quoted, right.quoted),
        alike=both / max(1, len(a.distinct) + len(b.distinct) - both),
    )


def _side(page: Page, other: Page) -> _Side:
    taken = shared_words(page, other)
    own = page.counts & ~page.spoken
    total = max(1, int(own.sum()))
    edges = np.flatnonzero(np.diff(np.concatenate(([False], taken, [False])).astype(np.int8)))
    upto = np.concatenate(([0], np.cumsum(own & taken)))
    lengths = upto[edges[1::2]] - upto[edges[::2]]
    return _Side(
        int(upto[-1]) / total,
        int(lengths[lengths >= _LONG].sum()) / total,
        int(lengths.max(initial=0)),
        int(upto[-1]),
        int((taken & page.counts & page.quoted).sum()),
    )


def shared_words(page: Page, other: Page) -> NDArray[np.bool_]:
    """Say for each word of `page` whether it stands in a shingle of `other` that may be evidence."""
    shared = held(page.grams, other.distinct)
    taken = np.zeros(len(page), np.bool_)
    for k in range(GRAM):
        taken[k : k + len(shared)] |= shared
    return taken


def held(grams: NDArray[np.uint64], distinct: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Say for each of `grams` whether it is among the sorted `distinct`."""
    if not len(distinct):
        return np.zeros(len(grams), np.bool_)
    place = np.searchsorted(distinct, grams)
    place[place == len(distinct)] = 0
    return np.asarray(distinct[place] == grams)


def runs(a: Page, b: Page) -> list[Run]:
    """Return the longest shared runs of words in the order of `a`; of a repeated run in `b` the first counts."""
    order = np.argsort(b.grams, kind="stable")
    ranked = b.grams[order]
    if not len(ranked) or not len(a.grams):
        return []
    place = np.searchsorted(ranked, a.grams)
    place[place == len(ranked)] = 0
    here = np.flatnonzero(ranked[place] == a.grams)
    if not len(here):
        return []
    there = order[place[here]]
    cuts = np.flatnonzero((np.diff(here) != 1) | (np.diff(there) != 1)) + 1
    found: list[Run] = []
    for first, last in zip(np.append(0, cuts).tolist(), np.append(cuts, len(here)).tolist(), strict=True):
        run = Run(int(here[first]), int(there[first]), last - first + GRAM - 1)
        over = found[-1].a + found[-1].length - run.a if found else 0
        if over > 0:  # the shingles of two runs that meet share words: the earlier run keeps them
            run = Run(run.a + over, run.b + over, run.length - over)
        if run.length > 0:
            found.append(run)
    return found
