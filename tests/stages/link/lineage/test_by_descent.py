from collections.abc import Sequence
from typing import Literal

from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.stages.link.lineage.alignment import Alignment
from sayso.stages.link.lineage.descent import by_descent
from sayso.stages.link.lineage.direction import Direction
from sayso.stages.link.lineage.page import pages
from sayso.stages.link.lineage.relation import Verdict
from sayso.stages.link.lineage.tie import Tie
from sayso.stages.link.lineage.verbatim import overlap

READ, _ = pages(
    [
        Reading(report=Report.of(text=f"The silo at berth {k} is closed.", id=f"r{k}", outlet=f"Paper {k}"))
        for k in range(4)
    ]
)


def tie(
    first: int,
    second: int,
    taker: Literal["first", "second"] | None,
    relation: Literal["copy", "shared-source"] = "copy",
) -> Tie:
    return Tie(
        first=first,
        second=second,
        verdict=Verdict(relation=relation, score=0.9, reasons=()),
        shared=overlap(READ[first], READ[second]),
        chain=Alignment(),
        direction=Direction(taker=taker, why="by the stamps"),
    )


def takers(ties: Sequence[Tie]) -> list[int | None]:
    return [one.taker for one in by_descent(READ, ties)]


def test_who_took_from_the_offspring_took_after_its_parent() -> None:
    told = by_descent(READ, [tie(0, 1, "second"), tie(1, 2, "second"), tie(0, 2, None)])
    assert told[2].taker == 2
    assert told[2].direction.why == "Paper 1 stands between them"


def test_any_chain_will_do_and_it_may_run_either_way() -> None:
    assert takers([tie(0, 1, "second"), tie(1, 2, "second"), tie(2, 3, "second"), tie(0, 3, None)])[3] == 3
    assert takers([tie(0, 1, "first"), tie(1, 3, "first"), tie(0, 3, None)])[2] == 0


def test_siblings_a_ring_and_a_mere_shared_source_direct_nothing() -> None:
    assert takers([tie(0, 1, "second"), tie(0, 2, "second"), tie(1, 2, None)])[2] is None
    ring = [tie(0, 1, "second"), tie(1, 2, "second"), tie(2, 3, "second"), tie(0, 3, "first")]
    assert takers([*ring, tie(0, 2, None)])[4] is None
    assert takers([tie(0, 1, "second", "shared-source"), tie(1, 2, "second"), tie(0, 2, None)])[2] is None
    assert takers([tie(0, 1, "second"), tie(1, 2, "second"), tie(0, 2, None, "shared-source")])[2] is None
