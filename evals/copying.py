"""`python -m evals.copying [NAME…] [--data FOLDER]`: what the lineage calls derived, counted in pairs.

For the sets whose scorers judge the grouping of stories only. A pair is alike where the Jaccard similarity of its
five-word shingles is 0.5 or more. Printed are, of the pairs called derived: alike pairs of different stories (there
should be none), alike pairs of one story (nearly all), and other pairs of one story by different outlets (next to
none: they are reports in their own right).
"""

import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from evals.folders import set_folder
from evals.readings import read
from sayso.stages.link.lineage import trace

__all__ = ["main"]

_SETS = ("outlet_stories", "gva_longtail")
_SHINGLE, _ALIKE = 5, 0.5
# A shingle in more reports than this is a formula; it need not be asked which pairs share it.
_CROWD = 60

Pair = tuple[str, str]
Rows = Sequence[Mapping[str, Any]]


def main(arguments: list[str]) -> None:
    """Count and print for the named sets, or for all of ours."""
    data = Path(arguments.pop(arguments.index("--data") + 1)) if "--data" in arguments else None
    for name in [argument for argument in arguments if argument != "--data"] or _SETS:
        folder = data or set_folder(name)
        if folder is None:
            print(f"{name}: skipped, its folder is not here")
            continue
        _count(name, _rows(folder / "docs.jsonl"), _rows(folder / "gold.jsonl"))


def _rows(file: Path) -> list[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _count(name: str, docs: Rows, gold: Rows) -> None:
    story = {row["doc_id"]: row["cluster"] for row in gold}
    docs = [row for row in docs if row["doc_id"] in story]
    readings = read(docs)
    began = time.perf_counter()
    links = trace(readings, []).links
    seconds = time.perf_counter() - began
    derived = {_pair(link.a, link.b) for link in links if link.relation != "shared-source"}
    alike = _alike(docs)
    outlet = {row["doc_id"]: row["outlet"] for row in docs}
    members: defaultdict[str, list[str]] = defaultdict(list)
    for row in docs:
        members[story[row["doc_id"]]].append(row["doc_id"])
    together = {_pair(*pair) for group in members.values() for pair in combinations(group, 2)}
    apart = {pair for pair in together - alike if outlet[pair[0]] != outlet[pair[1]]}
    print(f"{name}: {len(docs)} reports in {seconds:.1f} s, {len(derived)} pairs called derived")
    _show("alike, different stories", alike - together, derived)
    _show("alike, one story", alike & together, derived)
    _show("not alike, one story, different outlets", apart, derived)
    _show("one story, different outlets", {p for p in together if outlet[p[0]] != outlet[p[1]]}, derived)


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _show(name: str, pairs: set[Pair], derived: set[Pair]) -> None:
    right = len(pairs & derived)
    print(f"  {name:42} {right} of {len(pairs)} called derived ({right / max(1, len(pairs)):.2%})")


def _alike(docs: Rows) -> set[Pair]:
    """Return the pairs whose shingles have a Jaccard similarity of 0.5 and more."""
    shingles = {row["doc_id"]: _shingles(row["text"]) for row in docs}
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for name, found in shingles.items():
        for shingle in found:
            holders[shingle].append(name)
    asked = {_pair(*pair) for group in holders.values() if 1 < len(group) <= _CROWD for pair in combinations(group, 2)}
    return {pair for pair in asked if _jaccard(shingles[pair[0]], shingles[pair[1]]) >= _ALIKE}


def _shingles(text: str) -> set[int]:
    words = re.findall(r"\w+", text.lower())
    return {hash(tuple(words[k : k + _SHINGLE])) for k in range(len(words) - _SHINGLE + 1)}


def _jaccard(one: Iterable[int], other: Iterable[int]) -> float:
    left, right = set(one), set(other)
    return len(left & right) / max(1, len(left | right))


if __name__ == "__main__":
    main(sys.argv[1:])
