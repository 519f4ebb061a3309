import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from evals.runner import run_score
from evals.score import AdapterError, Row, Score, kept, scores_of

SCORER = """import sys, json
gold, said = ([json.loads(x) for x in open(p)] for p in sys.argv[2:4])
print(sys.argv[1], len(gold), len(said), *sorted(said[0]), *sys.argv[4:])
"""


def echo(rows: Sequence[Row]) -> Iterator[Row]:
    yield from rows


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "score.py").write_text(SCORER)
    (tmp_path / "dev.jsonl").write_text(json.dumps({"id": "a", "text": "Two died.", "killed": 2}) + "\n")
    return tmp_path


def score(**more: object) -> Score:
    known = {"predict": echo, "gold": "dev.jsonl", "inputs": ("dev.jsonl",), "keep": ("id", "text"), **more}
    return Score(**known)  # type: ignore[arg-type]


def test_the_scorers_lines_come_back_and_predict_saw_no_gold(folder: Path) -> None:
    asked = score(before=("claims",), after=("--lang", "en"))
    assert run_score(asked, folder, folder / "score.py") == ["claims 1 1 id text --lang en"]


def test_a_test_half_with_another_gold_name_feeds_the_rows_too(folder: Path) -> None:
    (folder / "dev.jsonl").rename(folder / "gold.jsonl")
    assert run_score(score(before=("x",)), folder, folder / "score.py") == ["x 1 1 id text"]


def test_a_gold_file_that_is_not_there_is_an_error_unless_optional(folder: Path) -> None:
    assert run_score(score(gold="questions.json", optional=True), folder, folder / "score.py") == []
    with pytest.raises(AdapterError, match="--gold"):
        run_score(score(gold="questions.json"), folder, folder / "score.py")


def test_articles_within_a_row_lose_their_gold_as_well() -> None:
    row = {"id": "i", "killed": 3, "articles": [{"id": "a", "text": "Two died.", "killed": 3}]}
    assert list(kept([row], ("id", "articles"))) == [{"id": "i", "articles": [{"id": "a", "text": "Two died."}]}]


def test_an_adapter_that_asks_for_gold_is_refused() -> None:
    module = type("Module", (), {"SCORES": (score(keep=("id", "killed")),), "__name__": "greedy"})
    with pytest.raises(AdapterError, match="killed"):
        scores_of(module)  # type: ignore[arg-type]
