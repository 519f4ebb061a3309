"""Growth of the lineage beside MinHash LSH (datasketch, rensa): 1,000, 3,000 and 10,000 reports in one run."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from benchmarks.copies import made
from benchmarks.processes import python
from evals.folders import shared

__all__ = ["SIZES", "main"]

SIZES = (1_000, 3_000, 10_000)
_SECONDS, _MEGABYTES = 60.0, 1_000.0
# Cost a report may be this many times higher at the largest size than at the smallest.
_FLAT = 1.5
_FINDERS = ("sayso", "sayso candidates", "datasketch", "rensa")


def main() -> bool:
    """Print the comparison; return whether every floor holds."""
    if shared() is None:
        print("growth of the lineage: skipped, the annotated sets are not here")
        return True
    held = True
    costs = []
    print(f"{'reports':>8} {'finder':24}{'s':>8}{'ms/report':>11}{'MB':>7}{'P':>7}{'R':>7}{'F1':>7}")
    for size in SIZES:
        best = _of_size(size)
        costs.append(best["sayso"]["seconds"] / size)
        rivals = [best[name]["f1"] for name in ("datasketch", "rensa")]
        held &= best["sayso"]["f1"] > max(rivals)
        held &= best["sayso candidates"]["seconds"] <= best["datasketch"]["seconds"]
        held &= best["sayso"]["seconds"] <= _SECONDS and best["sayso"]["megabytes"] <= _MEGABYTES
    print(f"cost a report at {SIZES[-1]} is {costs[-1] / costs[0]:.2f} times that at {SIZES[0]} (at most {_FLAT})")
    return held and costs[-1] <= _FLAT * costs[0]


def _of_size(size: int) -> dict[str, dict[str, Any]]:
    """Run all finders on `size` reports; of each, print and return the answer with the best F1."""
    reports, truth = made(size)
    best = {}
    with TemporaryDirectory() as folder:
        file, answer = Path(folder) / "reports.jsonl", Path(folder) / "answer.json"
        file.write_bytes(b"\n".join(msgspec.json.encode(report) for report in reports))
        for name in _FINDERS:
            run = python(["-m", "benchmarks.copy_finders", name, str(file), str(answer)])
            answers = msgspec.json.decode(answer.read_bytes())
            judged = [{**one, **_judged(one["pairs"], truth), "megabytes": run.megabytes} for one in answers]
            best[name] = max(judged, key=lambda one: one["f1"])
            _show(size, name, best[name])
    return best


def _judged(pairs: Iterable[list[str]], truth: set[tuple[str, str]]) -> dict[str, float]:
    found = {(min(pair), max(pair)) for pair in pairs}
    right = len(found & truth)
    precision, recall = right / max(1, len(found)), right / max(1, len(truth))
    return {"p": precision, "r": recall, "f1": 2 * right / max(1, len(found) + len(truth))}


def _show(size: int, name: str, one: dict[str, Any]) -> None:
    label = f"{name} {one['name']}"
    cost = f"{one['seconds']:>8.2f}{one['seconds'] / size * 1e3:>11.2f}{one['megabytes']:>7.0f}"
    print(f"{size:>8} {label:24}{cost}{one['p']:>7.3f}{one['r']:>7.3f}{one['f1']:>7.3f}", flush=True)


if __name__ == "__main__":
    raise SystemExit(not main())
