import json
import re
from pathlib import Path

import pytest

from sayso import pipeline
from sayso.language.parser import Parser
from sayso.stages.render import render
from tests.stages.render.test_walk import DIGITS, Walk

ROOT = Path(__file__).parents[2] / "examples"
FOLDER = ROOT / "harbour-fire"
FACTS = json.loads((ROOT / "harbour-fire.json").read_text("utf-8"))


def report_ids() -> set[str]:
    lines = (FOLDER / "07-wire.jsonl").read_text("utf-8").splitlines()
    return {path.stem for path in FOLDER.iterdir()} | {json.loads(line)["id"] for line in lines}


def test_every_fact_names_a_report_of_the_event() -> None:
    named = {link[side] for link in FACTS["lineage"] for side in "ab"}
    named |= {report for pair in FACTS["siblings"] for report in pair} | set(FACTS["unreadable"])
    named |= {warning["report"] for warning in FACTS["warnings"]}
    assert named <= report_ids()


def test_the_folder_mixes_formats_and_holds_fourteen_reports_or_more() -> None:
    assert {path.suffix for path in FOLDER.iterdir()} == {".txt", ".html", ".md", ".eml", ".jsonl"}
    assert len(report_ids()) >= 14


def test_outlets_stand_on_reserved_domains_alone() -> None:
    for path in FOLDER.iterdir():
        for line in path.read_text("utf-8", "replace").splitlines():
            for address in line.split("https://")[1:]:
                host = re.match(r"[\w.-]*", address)[0]
                assert host.endswith(".example") or host == "schema.org", (path.name, host)


@pytest.fixture(scope="module")
def run() -> pipeline.Run:
    return pipeline.brief(pipeline.read([str(FOLDER)]), Parser())


def test_who_copied_whom_is_found(run: pipeline.Run) -> None:
    found = {(link.a, link.b) for link in run.brief.lineage}
    copies = [(link["a"], link["b"]) for link in FACTS["lineage"] if link["relation"] in {"copy", "excerpt"}]
    assert [pair for pair in copies if pair not in found] == []


def test_what_cannot_be_read_or_trusted_is_named(run: pipeline.Run) -> None:
    unreadable = {row.id for row in run.brief.reports if row.status == "unreadable"}
    assert unreadable == set(FACTS["unreadable"])
    warned = {(caution.report, caution.kind) for caution in run.brief.warnings}
    missed = [w["kind"] for w in FACTS["warnings"] if (w["report"], w["kind"]) not in warned]
    # A changed figure is the hardest of them: it needs both figures and the tie between the reports.
    assert set(missed) <= {"figure-changed-in-copy"}


def test_figures_of_other_events_answer_no_question(run: pipeline.Run) -> None:
    answered = {claim for q in run.brief.questions for variant in q.variants for claim in variant.claims}
    words = {claim.text for claim in run.brief.claims if claim.id in answered and claim.figure is not None}
    assert words.isdisjoint({"212", "2011", "900"})


def test_what_stands_and_what_fell_is_told(run: pipeline.Run) -> None:
    found = {(q.measure, q.group, v.low, v.high, v.status) for q in run.brief.questions for v in q.variants}
    asked = [tuple(value[key] for key in ("measure", "group", "low", "high", "status")) for value in FACTS["values"]]
    missed = [value for value in asked if value not in found]
    # All are found today; two are left as room for a change that serves real events better.
    assert len(missed) <= 2, missed
    assert ("killed", "people", 31, 31, "withdrawn") in found


@pytest.mark.parametrize("form", ["terminal", "html", "markdown", "json"])
def test_the_gate_lets_the_example_through(run: pipeline.Run, form: str) -> None:
    assert "Port Lisk" in render(run.brief, run.texts, form)  # type: ignore[arg-type]


def test_every_number_of_its_page_stands_in_a_report(run: pipeline.Run) -> None:
    walk = Walk()
    walk.feed(render(run.brief, run.texts, "html"))
    claims = {claim.id: claim for claim in run.brief.claims}
    for anchor, _ in walk.links:
        if anchor in claims:
            claim = claims[anchor]
            assert walk.marks[anchor].split() == run.texts[claim.report][claim.start : claim.end].split()
    whole = " ".join(
        [*run.texts.values(), *(f"{row.id} {row.outlet} {row.title} {row.published}" for row in run.brief.reports)]
    )
    bounds = [bound for claim in claims.values() if claim.figure for bound in (claim.figure.low, claim.figure.high)]
    held = set(DIGITS.findall(whole)) | {f"{bound:,}" for bound in bounds if bound is not None}
    held |= {number.lstrip("0") for number in held}
    assert [words for words in walk.loose if not set(DIGITS.findall(words)) <= held] == []
