"""The command line as a script sees it: exit codes, streams, JSON shapes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "harbour-fire"
TEXT = "Police in Verrin said on Friday that 18 people were killed in the flood.\n"


def sayso(*words: str, given: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    path = os.pathsep.join(part for part in (str(ROOT / "src"), os.environ.get("PYTHONPATH", "")) if part)
    env = {**os.environ, "PYTHONPATH": path}
    command = [sys.executable, "-m", "sayso", *words]
    return subprocess.run(command, input=given, capture_output=True, check=False, cwd=cwd, env=env, timeout=120)  # noqa: S603 - our own program


def lines(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.decode().splitlines()]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    place = tmp_path / "report.txt"
    place.write_text(TEXT, encoding="utf-8")
    return place


def test_claims_are_json_lines_whose_words_stand_in_the_text(report: Path) -> None:
    done = sayso("claims", str(report), "--with-text")
    text, *found = lines(done.stdout)
    assert done.returncode == 0
    assert text["text"] == TEXT
    (figure,) = [claim for claim in found if claim["kind"] == "figure"]
    assert (figure["text"], figure["figure"]["measure"], figure["attribution"]["source"]) == (
        "18",
        "killed",
        "Police in Verrin",
    )
    assert all(TEXT[claim["start"] : claim["end"]] == claim["text"] for claim in found)


def test_explain_tells_the_measure_the_source_and_the_rule(report: Path) -> None:
    told = sayso("claims", str(report), "--explain").stdout.decode()
    assert "'18' counts: killed, 18 to 18 (exact)" in told
    assert "Police in Verrin" in told
    assert "because" in told


def test_standard_input_is_a_report() -> None:
    done = sayso("claims", "-", given=TEXT.encode())
    assert done.returncode == 0
    assert any(claim["text"] == "18" for claim in lines(done.stdout))


@pytest.mark.usefixtures("report")
def test_unreadable_input_among_others_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(bytes(range(256)) * 40)
    done = sayso("claims", str(tmp_path))
    assert done.returncode == 1
    assert b"broken.txt" in done.stderr
    assert any(claim["text"] == "18" for claim in lines(done.stdout))


def test_nothing_measurable_is_exit_code_3(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    done = sayso("brief", str(tmp_path))
    assert done.returncode == 3
    assert b"none of the 1 inputs could be read" in done.stderr


@pytest.mark.parametrize(
    "words",
    [("brief", "no-such-folder"), ("brief",), ("sing",), ("brief", "x", "--format", "song"), ("ask", " ?", "x")],
)
def test_wrong_usage_is_exit_code_2_and_says_so(words: tuple[str, ...], tmp_path: Path) -> None:
    done = sayso(*words, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.strip()


def test_the_brief_of_the_example_is_the_same_byte_for_byte_and_in_the_agreed_shape() -> None:
    one, two = (sayso("brief", str(EXAMPLE), "--json", "--quiet") for _ in range(2))
    assert one.returncode == 1, "one report of the example is broken on purpose"
    assert one.stdout == two.stdout
    brief = json.loads(one.stdout)
    assert {"story", "reports", "questions", "quotes", "timeline", "lineage", "warnings"} <= brief.keys()
    assert {"title", "first", "last", "reports", "origins", "as_of"} <= brief["story"].keys()
    assert "unreadable" in {row["status"] for row in brief["reports"]}


def test_the_page_is_written_beside_the_terminal_brief(tmp_path: Path, report: Path) -> None:
    page = tmp_path / "out" / "brief.html"
    done = sayso("brief", str(report), "--html", str(page))
    assert done.returncode == 0
    assert "<!doctype html>" in page.read_text(encoding="utf-8").lower()
    assert str(page).encode() in done.stderr


def test_ask_answers_from_the_reports_or_says_that_nobody_says_so(report: Path) -> None:
    yes = json.loads(sayso("ask", "18 people were killed", str(report), "--json").stdout)
    no = sayso("ask", "the airport was closed", str(report))
    assert yes["verdict"] != "nobody"
    assert b"obody" in no.stdout


def test_lineage_names_the_relation_and_the_passages(tmp_path: Path) -> None:
    body = (EXAMPLE / "01-mna-first-report.txt").read_text(encoding="utf-8")
    rows = [
        {"id": "a", "text": body, "outlet": "A", "published": "2023-03-14T08:00:00Z"},
        {"id": "b", "text": body, "outlet": "B", "published": "2023-03-14T12:00:00Z"},
    ]
    place = tmp_path / "reports.jsonl"
    place.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    (link,) = lines(sayso("lineage", str(place)).stdout)
    assert (link["a"], link["b"], link["relation"], link["direction"]) == ("b", "a", "copy", "a-from-b")
    assert link["passages"]
    assert link["reasons"]


def test_options_may_stand_between_the_inputs(tmp_path: Path, report: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Nine people died, the mayor of Verrin said on Saturday.\n", encoding="utf-8")
    done = sayso("claims", str(report), "--quiet", str(other))
    assert done.returncode == 0
    assert {claim["text"] for claim in lines(done.stdout) if claim["kind"] == "figure"} == {"18", "Nine"}
