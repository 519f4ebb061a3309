"""Direction by descent: who took from a report's offspring came after the report itself, stamped or not."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from sayso.model.reason import Evidence
from sayso.stages.link.lineage.direction import Direction
from sayso.stages.link.lineage.page import Page
from sayso.stages.link.lineage.relation import DERIVED
from sayso.stages.link.lineage.tie import Tie

__all__ = ["by_descent"]

_FORBEARS = 64
"""Most reports that are looked at above one: a text in hundreds of hands must not cost their square."""

_Above = Mapping[int, Sequence[int]]


def by_descent(pages: Sequence[Page], ties: Sequence[Tie]) -> list[Tie]:
    """Return `ties`, those of unknown direction turned where a chain of known ones leads from one end to the other."""
    above: defaultdict[int, list[int]] = defaultdict(list)
    for tie in ties:
        if tie.taker is not None and tie.verdict.relation in DERIVED:
            above[tie.taker].append(tie.other(tie.taker))
    return [_directed(pages, tie, above) for tie in ties]


def _directed(pages: Sequence[Page], tie: Tie, above: _Above) -> Tie:
    if tie.taker is not None or tie.verdict.relation not in DERIVED:
        return tie
    up, down = _way(tie.first, tie.second, above), _way(tie.second, tie.first, above)
    if (up is None) == (down is None):
        return tie  # no chain, or rules that contradict each other
    middle = pages[up if up is not None else down or 0]
    direction = Direction(
        taker="first" if up is not None else "second",
        why=f"{middle.reading.report.label} stands between them",
        evidence=(Evidence(report=middle.id),),
    )
    return msgspec.structs.replace(tie, direction=direction)


def _way(start: int, goal: int, above: _Above) -> int | None:
    """Return the first step of a shortest chain from a taker up to `goal`; None where there is none."""
    steps = {start: start}
    waiting = [start]
    for page in waiting:
        for parent in above.get(page, ()):
            if parent == goal:
                return parent if page == start else steps[page]
            if parent not in steps and len(waiting) < _FORBEARS:
                steps[parent] = parent if page == start else steps[page]
                waiting.append(parent)
    return None
