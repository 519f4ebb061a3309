"""`sayso claims` beside the bare spaCy pipeline: whole processes from a cold start, the same texts, the same run."""

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.processes import Run, best_of
from benchmarks.texts import corpora, words, write
from evals.folders import shared

__all__ = ["FLOOR", "cold_brief", "main"]

# `sayso claims` must be this many times as fast as the bare pipeline on the annotated events, start-up included.
FLOOR = 3.0
_BRIEF_SECONDS = 5.0
_TIMES = 3
_SAYSO = ("-c", "from sayso.cli import main; main()")


def main() -> bool:
    """Print the comparison; return whether every floor holds."""
    held = True
    with TemporaryDirectory() as folder:
        one = str(write([{"text": "Police said two people died."}], Path(folder) / "one.jsonl"))
        start = {name: best_of(_TIMES, [*command, one]) for name, command in _programs().items()}
        print(f"start-up on one sentence: {_told(start)}")
        for name, reports in corpora().items():
            file = str(write(reports, Path(folder) / "reports.jsonl"))
            runs = {program: best_of(_TIMES, [*command, file]) for program, command in _programs().items()}
            ratio = _compared(name, words(reports), runs, start)
            held &= ratio >= FLOOR or name != "annotated events"
    return held & cold_brief()


def cold_brief() -> bool:
    """Print how long `sayso brief` takes on the five seed reports from a cold start; return whether it is in time."""
    root = shared()
    if root is None:
        print("sayso brief on the seeds: skipped, the annotated sets are not here")
        return True
    run = best_of(_TIMES, [*_SAYSO, "brief", str(root / "seeds")])
    print(f"sayso brief on the seeds, cold: {run.seconds:.2f} s, {run.megabytes:.0f} MB (at most {_BRIEF_SECONDS} s)")
    return run.seconds < _BRIEF_SECONDS


def _programs() -> dict[str, list[str]]:
    return {"sayso claims": [*_SAYSO, "claims"], "bare spaCy": ["-m", "benchmarks.bare"]}


def _compared(name: str, count: int, runs: dict[str, Run], start: dict[str, Run]) -> float:
    print(f"\n{name}: {count} words")
    print(f"{'':16}{'whole s':>9}{'cpu s':>7}{'words/s':>9}{'MB':>7}{'after start s':>15}{'words/s':>9}")
    after = {}
    for program, run in runs.items():
        after[program] = max(run.seconds - start[program].seconds, 1e-3)
        whole = f"{run.seconds:>9.2f}{run.cpu:>7.2f}{count / run.seconds:>9.0f}{run.megabytes:>7.0f}"
        print(f"{program:16}{whole}{after[program]:>15.2f}{count / after[program]:>9.0f}{_failed(run)}")
    ours, bare = (runs[program] for program in _programs())
    steady = after["bare spaCy"] / after["sayso claims"]
    print(
        f"sayso is {bare.seconds / ours.seconds:.2f} times as fast by the clock, {bare.cpu / ours.cpu:.2f} by the"
        f" processor's time; after start-up {steady:.2f} by the clock"
    )
    return bare.seconds / ours.seconds if ours.code in (0, 1) else 0.0


def _failed(run: Run) -> str:
    return "" if run.code in (0, 1) else f"  FAILED with {run.code}"


def _told(runs: dict[str, Run]) -> str:
    return ", ".join(f"{program} {run.seconds:.2f} s{_failed(run)}" for program, run in runs.items())


if __name__ == "__main__":
    raise SystemExit(not main())
