import io
import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.model.report import Raw
from sayso.stages.acquire import acquire
from sayso.stages.acquire.formats import READERS, sniff
from sayso.stages.acquire.limits import REPORT_BYTES


def gathered(*inputs: Path | str, stdin: bytes | None = None) -> list[Raw]:
    return list(acquire([str(name) for name in inputs], io.BytesIO(stdin) if stdin is not None else None))


def test_a_folder_is_read_in_order_and_recursively(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.md", "b/z.html", "b/.hidden.txt"):
        (tmp_path / name).write_text("words", encoding="utf-8")
    assert [raw.id for raw in gathered(tmp_path)] == ["a", "z", "c"]


def test_links_that_lead_back_end_the_walk(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "one.txt").write_text("words", encoding="utf-8")
    (tmp_path / "inner" / "back").symlink_to(tmp_path)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere.txt")
    problems = {raw.id: raw.problem for raw in gathered(tmp_path)}
    assert problems["one"] is None
    assert "could not be read" in str(problems["dangling"])


def test_a_browsers_folder_of_scripts_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>words", encoding="utf-8")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "a.js").write_text("1", encoding="utf-8")
    assert [raw.id for raw in gathered(tmp_path)] == ["page"]


def test_a_json_line_is_taken_character_for_character(tmp_path: Path) -> None:
    text = "  Two\r\n lines\u00a0here \u2028 "
    row = {"id": "r-1", "outlet": "Quay Herald", "published": "2031-05-02", "text": text, "byline": None}
    (tmp_path / "in.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8-sig")
    (raw,) = gathered(tmp_path / "in.jsonl")
    assert (raw.id, raw.text, raw.outlet, raw.byline) == ("r-1", text, "Quay Herald", None)


def test_a_broken_line_is_a_problem_of_its_own(tmp_path: Path) -> None:
    lines = ['{"id": "a", "text": "x"}', "{broken", '{"id": "a"}', '"words"', "", '{"id": "a", "text": "y"}']
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = [(raw.id, raw.text, bool(raw.problem)) for raw in gathered(tmp_path / "in.jsonl")]
    assert found == [
        ("a", "x", False),
        ("in:2", None, True),
        ("in:3", None, True),
        ("in:4", None, True),
        ("a-2", "y", False),
    ]


def test_half_a_surrogate_pair_costs_no_offset(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": "a\\ud83dbc"}', encoding="utf-8")
    assert gathered(tmp_path / "in.jsonl")[0].text == "a\ufffdbc"


def test_a_json_file_holds_one_report_or_a_list(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text('{"id": 7, "text": "x"}', encoding="utf-8")
    (tmp_path / "two.json").write_text('[{"text": "y"}, {"text": "z"}]', encoding="utf-8")
    assert [(raw.id, raw.text) for raw in gathered(tmp_path)] == [("7", "x"), ("two:1", "y"), ("two:2", "z")]


def test_only_when_nothing_named_exists_is_it_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", encoding="utf-8")
    assert [bool(raw.problem) for raw in gathered(tmp_path / "a.txt", tmp_path / "b.txt")] == [False, True]
    with pytest.raises(UsageError, match="nothing that was named exists"):
        gathered(tmp_path / "b.txt", tmp_path / "c.txt")
    with pytest.raises(UsageError):
        gathered()


def test_what_has_no_reader_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "notes").write_text("words", encoding="utf-8")
    problems = [str(raw.problem) for raw in gathered(tmp_path, "https://quay.example/fire")]
    assert "rename it" in problems[0]
    assert "save its text as .txt" in problems[1]
    assert "save the page as .html" in problems[2]


def test_an_enormous_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as handle:
        handle.truncate(REPORT_BYTES + 1)
    (raw,) = gathered(tmp_path / "big.txt")
    assert raw.data == b""
    assert "larger than 32 MiB" in str(raw.problem)


def test_a_pipe_in_a_folder_does_not_hang_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "no file" in str(gathered(tmp_path)[0].problem)


def test_equal_stems_get_ids_of_their_own(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("words", encoding="utf-8")
    (tmp_path / "a-2.txt").write_text("words", encoding="utf-8")
    assert [raw.id for raw in gathered(tmp_path)] == ["a-2", "a", "a-3"]


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (b"Plain words.", "txt"),
        (b"[Photo] words", "txt"),
        (b'{"text": "a"}\n{"text": "b"}', "jsonl"),
        (b'{\n "text": "a"}', "json"),
        (b'[{"text": "a"}]', "json"),
        (b"\n<!DOCTYPE html><p>a", "html"),
        (b"From: a@quay.example\r\nSubject: x\r\n\r\nwords", "eml"),
    ],
)
def test_standard_input_tells_its_format(data: bytes, media: str) -> None:
    assert sniff(data) == media
    assert all(raw.name.startswith("-") and not raw.problem for raw in gathered("-", stdin=data))


def test_a_file_name_that_is_no_utf8_can_be_printed(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "wb") as handle:  # noqa: PTH123 - a path of bytes
        handle.write(b"words")
    assert gathered(tmp_path)[0].id == "caf\ufffd"


@given(st.sampled_from(sorted(READERS)), st.binary(max_size=300))
def test_no_bytes_make_acquire_raise(media: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x.{media}"
        path.write_bytes(data)
        assert all(raw.id for raw in gathered(path))
    assert all(raw.id for raw in gathered("-", stdin=data))
