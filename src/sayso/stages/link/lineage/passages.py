"""The passages that two reports share, as spans on both sides, each with how much of its wording is left."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.model.link import Taken, TakenKind
from sayso.stages.link.lineage.alignment import Twin
from sayso.stages.link.lineage.page import Page
from sayso.stages.link.lineage.verbatim import Run, runs

__all__ = ["passages"]

_SAME, _EDITED = 0.95, 0.5
_SHORTEST_RUN = 8
"""Shorter runs outside like sentences are phrases that anybody uses."""

_Piece = tuple[int, int, int, int, TakenKind]
"""First word and the one after the last in `a`, the same in `b`, and the kind."""


def passages(a: Page, b: Page, twins: Sequence[Twin]) -> tuple[Taken, ...]:
    """Return what `a` and `b` share: the twins, and the long runs of equal words outside them, in the order of `a`."""
    equal = runs(a, b)
    pieces = _of_twins(a, b, twins, equal)
    told_a = _upto(len(a), [(first, last) for first, last, *_ in pieces])
    told_b = _upto(len(b), [(start, end) for _, _, start, end, _ in pieces])
    for run in equal:
        if run.length < _SHORTEST_RUN:
            continue
        ends = run.a + run.length, run.b + run.length
        told = max(told_a[ends[0]] - told_a[run.a], told_b[ends[1]] - told_b[run.b])
        if a.counts[run.a : ends[0]].sum() - told >= _SHORTEST_RUN:
            known = _leading(told_a, run.a, ends[0])
            pieces.append((run.a + known, ends[0], run.b + known, ends[1], "verbatim"))
    return tuple(
        Taken(a=a.span(first, last - 1), b=b.span(start, end - 1), kind=kind)
        for first, last, start, end, kind in _joined(sorted(pieces))
    )


def _upto(length: int, parts: Sequence[tuple[int, int]]) -> NDArray[np.int64]:
    """Return for each word, and the end, how many words before it lie in `parts` (first word, one after the last)."""
    mask = np.zeros(length + 1, np.int64)
    for first, last in parts:
        mask[first + 1 : last + 1] = 1
    return np.cumsum(mask)


def _leading(told: NDArray[np.int64], first: int, last: int) -> int:
    """Return how many words from `first` on, below `last`, lie in parts that `told` counts: one text may repeat another's."""
    return next((k - first for k in range(first, last) if told[k + 1] == told[k]), 0)


def _of_twins(a: Page, b: Page, twins: Sequence[Twin], equal: Sequence[Run]) -> list[_Piece]:
    """Return the twins with their kinds: by the smaller and the larger share of equal words, and by quotation marks."""
    if not twins:
        return []
    sides = []
    for page, units, parts in (
        (a, [a.units[twin.a] for twin in twins], [(run.a, run.a + run.length) for run in equal]),
        (b, [b.units[twin.b] for twin in twins], [(run.b, run.b + run.length) for run in equal]),
    ):
        edges = np.array(units)
        length = edges[:, 1] - edges[:, 0]
        same, quoted = _upto(len(page), parts), np.concatenate(([0], np.cumsum(page.quoted)))
        shares = [(upto[edges[:, 1]] - upto[edges[:, 0]]) / length for upto in (same, quoted)]
        sides.append((units, *(share.tolist() for share in shares)))
    (units_a, same_a, quoted_a), (units_b, same_b, quoted_b) = sides
    pieces: list[_Piece] = []
    for k in range(len(twins)):
        kind: TakenKind = "reworded"
        if min(same_a[k], same_b[k]) >= _SAME:
            kind = "verbatim"
        elif max(same_a[k], same_b[k]) >= _EDITED:
            kind = "edited"
        elif min(quoted_a[k], quoted_b[k]) > _EDITED:
            kind = "requoted"
        pieces.append((*units_a[k], *units_b[k], kind))
    return pieces


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """Join verbatim pieces that follow each other on both sides into one passage."""
    joined: list[_Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if (
            before is not None
            and piece[4] == before[4] == "verbatim"
            and (before[1], before[3]) == (piece[0], piece[2])
        ):
            joined[-1] = (before[0], piece[1], before[2], piece[3], "verbatim")
        else:
            joined.append(piece)
    return joined
