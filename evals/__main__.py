"""`python -m evals`: one table over all sets; `python -m evals NAME`: one set's own scores, unchanged."""

import argparse
import sys
from pathlib import Path

from evals import reconciliation
from evals.floors import LoweredError, raised, read_floors, write_floors
from evals.folders import names, shared
from evals.runner import Measured, measure, run_set
from evals.score import AdapterError
from evals.table import Cell, cells, drawn

__all__ = ["FLOORS", "main"]

FLOORS = Path(__file__).with_name("floors.json")


def main(argv: list[str] | None = None) -> int:
    """Run what the arguments ask for; return 0, 1 where a floor does not hold, 2 for wrong usage."""
    asked = _arguments().parse_args(argv)
    try:
        if asked.list:
            print("\n".join(names() or sorted(read_floors(FLOORS))))
            return 0
        if asked.raise_floors:
            return _raise(asked.name)
        if asked.name:
            print("\n".join(run_set(asked.name, asked.data, asked.gold, asked.only)))
            return 0
        return _table(everything=asked.all)
    except AdapterError as error:
        print(f"evals: {error}", file=sys.stderr)
        return 2


def _table(*, everything: bool) -> int:
    if shared() is None:
        print("evals: skipped, the annotated sets are not here; SAYSO_SHARED names their folder")
        return 0
    floors = read_floors(FLOORS)
    rows: list[Cell] = []
    for name in _measurable():
        print(f"… {name}", file=sys.stderr)
        rows += cells(_measured(name), floors.get(name), everything=everything)
    print(drawn(rows))
    absent = sorted(set(floors) - set(_measurable()))
    for name in absent:
        print(f"{name}: skipped, its folder is not here")
    return int(any(row.held is False for row in rows))


def _measurable() -> list[str]:
    """Name the sets, and the events whose annotated claims are put through reconciliation alone."""
    return [*names(), *reconciliation.names()]


def _measured(name: str) -> Measured:
    return reconciliation.measure(name) if name in reconciliation.names() else measure(name)


def _raise(name: str | None) -> int:
    floors = read_floors(FLOORS)
    sunk = 0
    for each in [name] if name else _measurable():
        measured = _measured(each)
        try:
            floors[each] = raised(floors.get(each), measured.values, measured.digest)
        except LoweredError as error:
            print(f"{each}: {error}", file=sys.stderr)
            sunk = 1
    write_floors(FLOORS, floors)
    return sunk


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("name", nargs="?", help="a set's name; none for the table of all")
    parser.add_argument("--list", action="store_true", help="name the sets that are there")
    parser.add_argument("--data", type=Path, help="a folder of the same shape as the set's")
    parser.add_argument("--gold", help="the gold file in that folder")
    parser.add_argument("--only", help="one scoring of a set that has several (an event: claims, lineage, brief)")
    parser.add_argument("--all", action="store_true", help="also show the metrics that have no floor")
    parser.add_argument("--raise-floors", action="store_true", help="lift the floors to just below what is measured")
    return parser


if __name__ == "__main__":
    sys.exit(main())
