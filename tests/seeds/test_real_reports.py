"""The five real reports that the project began from; skipped where they are not at hand."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from sayso import pipeline
from sayso.language.parser import Parser
from sayso.model.brief import Brief
from sayso.model.question import Question

SHARED = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[3] / "shared"))
SEEDS = SHARED / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real reports are publishers' own and not at hand")


@pytest.fixture(scope="module")
def run() -> pipeline.Run:
    return pipeline.brief(pipeline.read([str(SEEDS)]), Parser())


def values(question: Question) -> set[tuple[float, float | None]]:
    return {(variant.low, variant.high) for variant in question.variants}


def holding(brief: Brief, measure: str, *wanted: tuple[int, int | None]) -> list[Question]:
    return [q for q in brief.questions if q.measure == measure and set(wanted) <= values(q)]


def sources(question: Question, low: int) -> set[str]:
    return {source.name for variant in question.variants if variant.low == low for source in variant.sources}


def test_the_rival_tolls_of_officers_stand_in_one_question_with_their_sources(run: pipeline.Run) -> None:
    (question,) = [q for q in holding(run.brief, "killed", (18, 18), (19, None), (12, 12)) if q.group == "security"]
    assert sources(question, 18) == {"Russian media"}
    assert sources(question, 12) == {"State TV"}
    assert sources(question, 19) == set()


def test_the_rival_counts_of_beheaded_stand_in_one_question(run: pipeline.Run) -> None:
    (question,) = holding(run.brief, "killed", (1, 1), (2, 2), (3, 3))
    assert question.detail is not None


def test_rival_totals_of_troops_stand_together_and_contingents_apart(run: pipeline.Run) -> None:
    (total,) = holding(run.brief, "deployed", (2500, 2500), (0, 3000), (0, 3500))
    assert not {(70, 70), (200, 200)} & values(total)
    assert holding(run.brief, "deployed", (70, 70))
    assert holding(run.brief, "deployed", (200, 200))


def test_figures_of_other_events_answer_no_question(run: pipeline.Run) -> None:
    every = {value for question in run.brief.questions for value in values(question)}
    assert not {(20_000, 99_999), (13, 13)} & every


def wordings_of(brief: Brief, speaker: str) -> list[tuple[str, ...]]:
    return [tuple(w.text for w in q.wordings) for q in brief.quotes if speaker in (q.speaker or "").lower()]


def test_one_statement_of_the_ministry_stands_in_two_wordings(run: pipeline.Run) -> None:
    wordings = [w for w in wordings_of(run.brief, "foreign ministry") if any("recent events" in text for text in w)]
    assert [len(w) for w in wordings] == [2]


@pytest.mark.parametrize("words", ["alienating", "boon"])
def test_the_garbled_quotation_stands_beside_the_other_with_a_warning(run: pipeline.Run, words: str) -> None:
    (quote,) = [q for q in run.brief.quotes if any(words in wording.text for wording in q.wordings)]
    assert len(quote.wordings) == 2
    drifted = {w.report for w in run.brief.warnings if w.kind == "quote-drift"}
    claims = {claim.id: claim.report for claim in run.brief.claims}
    assert drifted & {claims[claim] for claim in quote.claims}


@pytest.mark.parametrize(
    ("report", "kind"),
    [
        ("000_1a16206c76447759", "date-conflict"),
        ("002_8b0511f02142154a", "doubled-word"),
        ("002_8b0511f02142154a", "repeated-passage"),
        ("002_8b0511f02142154a", "template-residue"),
        ("004_353e29181a9fcbd2", "several-articles"),
        ("004_353e29181a9fcbd2", "opinion"),
    ],
)
def test_what_should_make_a_reader_beware_is_said(run: pipeline.Run, report: str, kind: str) -> None:
    assert kind in {warning.kind for warning in run.brief.warnings if warning.report == report}


def numbers(question: Question) -> Iterable[str]:
    for variant in question.variants:
        yield from variant.claims


def test_every_number_and_quotation_leads_to_its_words(run: pipeline.Run) -> None:
    claims = {claim.id: claim for claim in run.brief.claims}
    cited = [claims[i] for question in run.brief.questions for i in numbers(question)]
    quoted = [(wording.text, claims[i]) for q in run.brief.quotes for wording in q.wordings for i in wording.claims]
    assert cited
    assert quoted
    assert all(run.texts[claim.report][claim.start : claim.end] == claim.text for claim in cited)
    assert all(run.texts[claim.report][claim.start : claim.end] == claim.text for _, claim in quoted)
    assert all(
        text in {claims[i].text for i in w.claims} for q in run.brief.quotes for w in q.wordings for text in [w.text]
    )
