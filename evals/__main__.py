"""`python -m evals`: one table over all sets; `python -m evals NAME`: one set's own scores, unchanged."""

import argparse
import sys
from pathlib import Path

from evals.folders import names
from evals.runner import run_set
from evals.score import AdapterError

__all__ = ["main"]


def main(argv: list[str] | None = None) -> int:
    """Run what the arguments ask for; return 0, 1 where a floor does not hold, 2 for wrong usage."""
    asked = _arguments().parse_args(argv)
    try:
        if asked.list:
            print("\n".join(names()))
        elif asked.name:
            print("\n".join(run_set(asked.name, asked.data, asked.gold, asked.only)))
    except AdapterError as error:
        print(f"evals: {error}", file=sys.stderr)
        return 2
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("name", nargs="?", help="a set's name; none for the table of all")
    parser.add_argument("--list", action="store_true", help="name the sets that are there")
    parser.add_argument("--data", type=Path, help="a folder of the same shape as the set's")
    parser.add_argument("--gold", help="the gold file in that folder")
    parser.add_argument("--only", help="one scoring of a set that has several (an event: claims, lineage, brief)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
