"""Where the annotated sets lie: a folder beside the repository, or the one that the environment names."""

import os
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from evals.score import AdapterError, Score

__all__ = ["EVENT_ADAPTER", "adapter", "gold_file", "names", "scorer", "set_folder", "shared"]

EVENT_ADAPTER = "gold_event"
_SHELVES = ("gold", "bench")
# Test halves call their gold file otherwise than the visible halves; tried in this order.
_GOLD_NAMES = ("gold.jsonl", "test.jsonl", "dev.jsonl")


def shared() -> Path | None:
    """Return the folder with `gold/` and `bench/`: $SAYSO_SHARED, else `shared` beside the repository."""
    named = os.environ.get("SAYSO_SHARED")
    place = Path(named) if named else Path(__file__).parents[2] / "shared"
    return place if place.is_dir() else None


def set_folder(name: str) -> Path | None:
    """Return the folder of the set `name` among the shared ones; None where it is not there."""
    root = shared()
    places = [root / shelf / name for shelf in _SHELVES] if root else []
    return next((place for place in places if place.is_dir()), None)


def names() -> list[str]:
    """Return the names of all sets that we have an adapter for and that are there, in order."""
    root = shared()
    if root is None:
        return []
    folders = [place for shelf in _SHELVES for place in sorted((root / shelf).glob("*/")) if place.is_dir()]
    return [place.name for place in folders if _module_name(place.name, place) is not None]


def adapter(name: str, folder: Path) -> ModuleType:
    """Return the adapter module for the set `name`; any folder with `reports.jsonl` is an annotated event."""
    found = _module_name(name, folder)
    if found is None:
        msg = f"there is no adapter for {name!r}"
        raise AdapterError(f"{msg}: add evals/sets/{name.replace('-', '_')}.py, or see `python -m evals --list`")
    return import_module(found)


def gold_file(folder: Path, score: Score, asked: str | None) -> Path:
    """Return the gold file for `score`: the one asked for, the adapter's, or another of the usual names."""
    if asked is not None:
        return folder / asked if (folder / asked).exists() else Path(asked)
    usual = (score.gold, *(_GOLD_NAMES if score.gold in _GOLD_NAMES else ()))
    return next((folder / name for name in usual if (folder / name).exists()), folder / score.gold)


def scorer(name: str, folder: Path) -> Path:
    """Return the `score.py` that judges `folder`: its own, its parent's, else that of the shared set's."""
    known = set_folder(name)
    root = shared()
    places: Sequence[Path | None] = (folder, folder.parent, known, known and known.parent, root and root / "gold")
    for place in places:
        if place is not None and (place / "score.py").exists():
            return place / "score.py"
    msg = f"no score.py found for {name!r} in {folder}, above it, or in the shared set of that name"
    raise AdapterError(f"{msg}: put the set's scorer into the folder, or set SAYSO_SHARED")


def _module_name(name: str, folder: Path) -> str | None:
    own = f"evals.sets.{name.replace('-', '_')}"
    if find_spec(own) is not None:
        return own
    return f"evals.sets.{EVENT_ADAPTER}" if (folder / "reports.jsonl").exists() else None
