"""One table over all sets: set, metric, value, floor, held."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from evals.floors import Floors
from evals.runner import Measured

__all__ = ["Cell", "cells", "drawn"]


class Cell(Struct, frozen=True):
    """One line of the table; `held` is None where there is no floor."""

    set: str
    metric: str
    value: float | None
    floor: float | None
    held: bool | None
    note: str = ""


def cells(measured: Measured, floors: Floors | None, *, everything: bool = False) -> Iterator[Cell]:
    """Yield the metrics that have a floor; of a set without floors, or if asked, all metrics."""
    least = floors.floors if floors else {}
    changed = floors is not None and floors.digest != measured.digest
    note = "the annotated files are not those of the floors" if changed else ""
    names = [*least, *(name for name in measured.values if name not in least and (everything or not least))]
    for name in names:
        value, floor = measured.values.get(name), least.get(name)
        held = None if floor is None else value is not None and value >= floor and not changed
        yield Cell(measured.name, name, value, floor, held, note)


def drawn(rows: Iterable[Cell]) -> str:
    """Draw the table as plain text."""
    head = ("set", "metric", "value", "floor", "held")
    body = [(row.set, row.metric, _number(row.value), _number(row.floor), _held(row)) for row in rows]
    widths = [max(len(line[i]) for line in (head, *body)) for i in range(len(head))]
    ruled = [head, tuple("-" * width for width in widths), *body]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in ruled
    )


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _held(row: Cell) -> str:
    said = {None: "-", True: "yes", False: "NO"}[row.held]
    return f"{said} ({row.note})" if row.note else said
