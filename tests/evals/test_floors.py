from pathlib import Path

import pytest

from evals.floors import Floors, LoweredError, digest, raised, read_floors, write_floors
from evals.lines import metrics
from evals.runner import Measured
from evals.table import cells, drawn

OLD = Floors("d", {"figure": 0.90})


def test_floors_rise_to_just_below_what_was_measured() -> None:
    assert raised(OLD, {"figure": 0.957, "quote": 0.5}, "d") == Floors("d", {"figure": 0.93})


def test_floors_do_not_sink_when_the_margin_would_lower_them() -> None:
    assert raised(OLD, {"figure": 0.903}, "d") == OLD


@pytest.mark.parametrize("values", [{"figure": 0.899}, {}])
def test_a_value_under_its_floor_or_gone_refuses_the_rise(values: dict[str, float]) -> None:
    with pytest.raises(LoweredError, match="may only rise"):
        raised(OLD, values, "d")


def test_floors_do_not_carry_over_to_other_files() -> None:
    with pytest.raises(LoweredError, match="not those"):
        raised(OLD, {"figure": 1.0}, "e")


def test_a_set_without_floors_gets_one_for_every_metric() -> None:
    assert raised(None, {"figure": 0.957, "quote": 0.0}, "d") == Floors("d", {"figure": 0.93, "quote": 0.0})


def test_floors_come_back_as_they_were_written(tmp_path: Path) -> None:
    write_floors(tmp_path / "floors.json", {"b": OLD, "a": OLD})
    assert list(read_floors(tmp_path / "floors.json").items()) == [("a", OLD), ("b", OLD)]
    assert read_floors(tmp_path / "none.json") == {}


def test_the_digest_knows_a_changed_file(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text("a")
    before = digest([file, file])
    assert before == digest([file])
    file.write_text("b")
    assert digest([file]) != before


def test_the_table_tells_what_holds_what_does_not_and_what_has_no_floor() -> None:
    measured = Measured("event", {"figure": 0.8, "quote": 0.9}, "d")
    rows = list(cells(measured, OLD, everything=True))
    assert [(row.metric, row.held) for row in rows] == [("figure", False), ("quote", None)]
    assert [row.metric for row in cells(measured, OLD)] == ["figure"]
    assert "NO" in drawn(rows)


def test_a_table_over_changed_files_holds_no_floor() -> None:
    (row,) = cells(Measured("event", {"figure": 0.95}, "other"), OLD)
    assert row.held is False
    assert "not those" in drawn([row])


def test_the_lines_of_all_scorers_can_be_read() -> None:
    lines = [
        "figure+value                 P 0.900 R 0.800 F1 0.847  (right 9, said 10, gold 11)",
        "status right                 0.750  (3 of 4)",
        "documents=48 gold_quotes=1",
        "quotes coverage>0.3          P=0.9000 R=0.8000 F1=0.8471",
        "                             speaker_acc=0.9600 recall_direct=0.9900",
        "both slots right: 0.6000 (6/10)",
        "weekday          R=0.9000 (9/10)",
        "  bcubed_f1          0.8120",
        "  Date-F1    P 0.5000  R 0.4000  F1 0.4444",
    ]
    assert metrics(lines) == {
        "figure+value": 0.847,
        "status right": 0.75,
        "quotes coverage>0.3": 0.8471,
        "quotes coverage>0.3 speaker_acc": 0.96,
        "quotes coverage>0.3 recall_direct": 0.99,
        "both slots right": 0.6,
        "weekday": 0.9,
        "bcubed_f1": 0.812,
        "Date-F1": 0.4444,
    }
