"""Checks on real reports, which lie outside this repository; skipped where they are absent."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.model.reading import Reading
from sayso.stages.acquire import acquire
from sayso.stages.clean import clean
from sayso.stages.cluster import cluster

SHARED = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).parents[4] / "shared")
EVENTS = sorted(path.parent for path in SHARED.glob("gold/*/reports.jsonl"))

pytestmark = pytest.mark.skipif(not EVENTS, reason="the annotated events are not here (set SAYSO_SHARED)")


@pytest.fixture(scope="module")
def events() -> dict[str, list[Reading]]:
    return {event.name: clean(acquire([str(event / "reports.jsonl")])) for event in EVENTS}


def figures(event: Path, readings: list[Reading]) -> Iterator[tuple[str, bool]]:
    """The kind of passage that each annotated figure stands in, and whether it belongs to another event."""
    by_id = {reading.report.id: reading for reading in readings}
    for line in (event / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for figure in row["figures"]:
            passage = by_id[row["id"]].passage_at(figure["start"])
            yield (passage.kind if passage else "none"), bool(figure.get("background"))


def test_hardly_a_figure_of_an_event_is_lost_in_furniture(events: dict[str, list[Reading]]) -> None:
    kinds = [kind for event in EVENTS for kind, other in figures(event, events[event.name]) if not other]
    lost = sum(kind in {"furniture", "none"} for kind in kinds)
    assert lost <= len(kinds) // 200, f"{lost} of {len(kinds)}"


def test_figures_of_linked_headlines_stand_in_furniture(events: dict[str, list[Reading]]) -> None:
    kinds = [kind for event in EVENTS for kind, other in figures(event, events[event.name]) if other]
    assert kinds.count("furniture") >= 8


def test_hardly_a_report_of_an_event_is_an_outsider_and_one_of_another_is(events: dict[str, list[Reading]]) -> None:
    names = sorted(set(events) - {"seeds"})  # the seeds tell of an event that another set tells of too
    outside = sum(len(cluster(events[name]).outsiders) for name in names)
    assert outside <= sum(len(events[name]) for name in names) // 50
    missed = []
    for one, other in zip(names, names[1:] + names[:1], strict=True):
        strange = events[other][0]
        if strange.report.id not in {o.report for o in cluster([*events[one], strange]).outsiders}:
            missed.append((one, other))
    assert len(missed) <= len(names) // 10


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the five bare reports are not here (set SAYSO_SHARED)")
def test_the_oddities_of_five_bare_reports_are_found() -> None:
    readings = clean(acquire([str(SHARED / "seeds")]))
    found = [{caution.kind for caution in reading.warnings} for reading in readings]
    assert {"date-conflict", "truncated", "opinion", "undated"} <= found[0]
    assert found[1] == {"undated"}
    assert {"doubled-word", "repeated-passage", "template-residue", "machine-rewritten"} <= found[2]
    assert "repeated-passage" in found[3]
    assert {"several-articles", "opinion"} <= found[4]
    assert "undated" not in found[4]
    assert [max(p.article for p in reading.passages) for reading in readings] == [0, 0, 0, 0, 1]
    kinds = [{passage.kind for passage in reading.passages} for reading in readings]
    assert {"caption", "comment", "furniture"} <= kinds[0]
    assert {"caption", "dateline", "post", "furniture"} <= kinds[3]
    assert {"opinion", "byline"} <= kinds[4]
