"""Runs one set: rows in, cut down to what may be seen; predictions out; the set's own `score.py` judges them."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from msgspec import Struct

from evals.floors import digest
from evals.folders import adapter, gold_file, scorer, set_folder
from evals.lines import metrics
from evals.score import AdapterError, Row, Score, kept, scores_of

__all__ = ["Measured", "measure", "run_score", "run_set"]


class Measured(Struct, frozen=True):
    """What one set's scorer says of us, and the digest of the files that it was said about."""

    name: str
    values: dict[str, float]
    digest: str


def measure(name: str) -> Measured:
    """Score the shared set `name` in full; metrics of a set with several scorings carry the scoring's name."""
    folder = set_folder(name)
    if folder is None:
        raise AdapterError(f"the folder of {name!r} is not there")
    judge = scorer(name, folder)
    values: dict[str, float] = {}
    files: list[Path] = []
    for score in scores_of(adapter(name, folder)):
        found = metrics(run_score(score, folder, judge))
        values |= {f"{score.name}: {metric}" if score.name else metric: value for metric, value in found.items()}
        files += [gold_file(folder, score, None), *(folder / name for name in score.inputs)]
    return Measured(name, values, digest(file for file in files if file.exists()))


def run_set(name: str, data: Path | None = None, gold: str | None = None, only: str | None = None) -> list[str]:
    """Return the lines that the set's `score.py` prints for our predictions, unchanged.

    `data` is any folder of the same shape, `gold` the gold file in it, `only` the name of one scoring of a set
    that has several. Raises AdapterError where the folder or the adapter is not of the agreed shape.
    """
    folder = data or set_folder(name)
    if folder is None or not folder.is_dir():
        msg = f"the folder of {name!r} is not there"
        raise AdapterError(f"{msg}: give it with --data, or set SAYSO_SHARED to the folder that holds gold/ and bench/")
    judge = scorer(name, folder)
    scores = [score for score in scores_of(adapter(name, folder)) if only in (None, score.name)]
    # `--gold` names the file of the first scoring; the others of an event keep their own files.
    return [
        line
        for place, score in enumerate(scores)
        for line in run_score(score, folder, judge, gold if place == 0 or only else None)
    ]


def run_score(score: Score, folder: Path, judge: Path, gold: str | None = None) -> list[str]:
    """Return the lines of one scoring; none where its gold file is absent and it is optional."""
    truth = gold_file(folder, score, gold)
    if not truth.exists():
        if score.optional:
            return []
        raise AdapterError(f"{truth.name} is not in {folder}: name the gold file with --gold")
    rows = [row for name in score.inputs for row in _rows(truth if name == score.gold else folder / name)]
    predicted = [dict(row) for row in score.predict(list(kept(rows, score.keep)))]
    with TemporaryDirectory() as place:
        file = Path(place) / ("predictions.json" if score.whole else "predictions.jsonl")
        body = msgspec.json.encode(predicted[0]) if score.whole else b"".join(map(_line, predicted))
        file.write_bytes(body)
        return _judged([*score.before, str(truth), str(file), *score.after], judge)


def _judged(arguments: Sequence[str], judge: Path) -> list[str]:
    # The scorer is a program of the set's own folder, run as its README says and on files alone.
    done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
        [sys.executable, str(judge), *arguments], capture_output=True, text=True, check=False
    )
    sys.stderr.write(done.stderr)
    if done.returncode:
        raise AdapterError(f"{judge} ended with {done.returncode}: see its message above")
    return done.stdout.splitlines()


def _rows(file: Path) -> list[Row]:
    with file.open(encoding="utf-8") as handle:
        return [json.loads(line) for line in handle if line.strip()]


def _line(row: Row) -> bytes:
    return msgspec.json.encode(row) + b"\n"
