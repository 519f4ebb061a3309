"""The passages that two reports share, as spans on both sides, each with how much of its wording is left."""

import numpy as np
from numpy.typing import NDArray

from sayso.model.link import Taken, TakenKind
from sayso.stages.link.lineage.alignment import Twin
from sayso.stages.link.lineage.page import GRAM, Page
from sayso.stages.link.lineage.verbatim import held, runs

__all__ = ["passages"]

_SAME, _EDITED = 0.95, 0.5
_SHORTEST_RUN = 8
"""Shorter runs outside like sentences are phrases that anybody uses."""

_Piece = tuple[int, int, int, int, TakenKind]
"""First word and the one after the last in `a`, the same in `b`, and the kind."""


def passages(a: Page, b: Page, twins: tuple[Twin, ...]) -> tuple[Taken, ...]:
    """Return what `a` and `b` share: the twins, and the long runs of equal words outside them, in the order of `a`."""
    shared_a, shared_b = _shared(a, b), _shared(b, a)
    pieces = [_twin_piece(a, b, twin, shared_a, shared_b) for twin in twins]
    told_a, told_b = np.zeros(len(a), np.bool_), np.zeros(len(b), np.bool_)
    for first, last, start, end, _ in pieces:
        told_a[first:last] = True
        told_b[start:end] = True
    for run in runs(a, b):
        untold = ~(told_a[run.a : run.a + run.length] | told_b[run.b : run.b + run.length])
        untold &= a.counts[run.a : run.a + run.length]
        if untold.sum() >= _SHORTEST_RUN:
            pieces.append((run.a, run.a + run.length, run.b, run.b + run.length, "verbatim"))
    return tuple(
        Taken(a=a.span(first, last - 1), b=b.span(start, end - 1), kind=kind)
        for first, last, start, end, kind in _joined(sorted(pieces))
    )


def _shared(page: Page, other: Page) -> NDArray[np.bool_]:
    """Say for each word of `page` whether it stands in a shingle of `other`."""
    here = held(page.grams, np.unique(other.grams))
    mask = np.zeros(len(page), np.bool_)
    for k in range(GRAM):
        mask[k : k + len(here)] |= here
    return mask


def _twin_piece(a: Page, b: Page, twin: Twin, shared_a: NDArray[np.bool_], shared_b: NDArray[np.bool_]) -> _Piece:
    (first, last), (start, end) = a.units[twin.a], b.units[twin.b]
    same_a, same_b = float(shared_a[first:last].mean()), float(shared_b[start:end].mean())
    kind: TakenKind = "reworded"
    if min(same_a, same_b) >= _SAME or np.array_equal(a.ids[first:last], b.ids[start:end]):
        kind = "verbatim"
    elif max(same_a, same_b) >= _EDITED:
        kind = "edited"
    elif min(a.quoted[first:last].mean(), b.quoted[start:end].mean()) > _EDITED:
        kind = "requoted"
    return first, last, start, end, kind


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
