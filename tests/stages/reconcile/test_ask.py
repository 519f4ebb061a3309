from collections.abc import Sequence

import pytest

from sayso.model.brief import Brief
from sayso.model.claim import Claim, Figure
from sayso.model.span import Span
from sayso.stages.reconcile import ask
from tests.stages.reconcile.newsroom import brief_of, figure, report

DAY = "2031-03-0{}T12:00:00+00:00"


@pytest.fixture
def brief() -> Brief:
    a, (s, t) = report("alfa", DAY.format(1), "Police said [8] people had died and [40] had been hurt.")
    b, (u,) = report(
        "bravo", DAY.format(2), "Police said [12] people had died.", "The city was put under a curfew on Tuesday."
    )
    claims = [figure(a, s, "police"), figure(a, t, "police", measure="injured"), figure(b, u, "police")]
    return brief_of([a, b], claims)


def reads(low: int, high: int | None, **known: object) -> Sequence[Figure]:
    return [Figure(**{"measure": "killed", "low": low, "high": high, "qualifier": "exact", "group": "people", **known})]


def test_a_claim_that_reports_make_is_answered_with_its_variant(brief: Brief) -> None:
    answer = ask(brief, "12 people were killed", lambda _text: reads(12, 12))
    assert answer.verdict == "said"
    assert answer.variant is not None
    assert answer.variant.reports == ("bravo",)


def test_a_claim_that_was_overtaken_is_not_said_to_stand(brief: Brief) -> None:
    assert ask(brief, "8 people were killed", lambda _text: reads(8, 8)).verdict == "withdrawn"


def test_another_value_is_answered_with_those_that_reports_have(brief: Brief) -> None:
    answer = ask(brief, "90 people were killed", lambda _text: reads(90, 90))
    assert answer.verdict == "other-values"
    assert answer.variant is None
    assert "12" in answer.text


def test_a_question_that_no_report_answers_is_answered_by_nobody(brief: Brief) -> None:
    answer = ask(brief, "12 people are missing", lambda _text: reads(12, 12, measure="missing"))
    assert (answer.verdict, answer.text, answer.claims) == ("nobody", "nobody here says so", ())


def test_a_measure_taken_is_found_without_a_number(brief: Brief) -> None:
    answer = ask(brief, "There is a curfew", lambda _text: [])
    assert answer.verdict == "said"
    assert answer.claims


def test_words_that_nobody_used_are_answered_by_nobody(brief: Brief) -> None:
    assert ask(brief, "The dam upstream was blown up", lambda _text: []).verdict == "nobody"


def test_a_bound_asked_for_is_met_by_a_value_within_it(brief: Brief) -> None:
    answer = ask(brief, "more than 10 people were killed", lambda _text: reads(11, None, qualifier="more_than"))
    assert answer.variant is not None
    assert (answer.verdict, answer.variant.low) == ("said", 12)


def test_how_many_is_answered_with_what_stands(brief: Brief) -> None:
    answer = ask(brief, "how many people were killed?", lambda text: reads(14, 14) if "14" in text else [])
    assert (answer.verdict, answer.variant) == ("said", None)
    assert answer.text.startswith("12 is said by police")


def test_a_measure_that_a_claim_denies_is_answered_with_the_contrary(brief: Brief) -> None:
    assert ask(brief, "There was no curfew", lambda _text: []).verdict == "denied"


def test_the_passages_come_with_their_words_and_offsets(brief: Brief) -> None:
    texts = {"alfa": "", "bravo": "Police said 12 people had died.\nThe city was put under a curfew on Tuesday."}
    (place,) = ask(brief, "12 people were killed", lambda _text: reads(12, 12), texts).places
    assert (place.report, place.number, place.outlet) == ("bravo", 2, "Bravo")
    assert place.span.of(texts["bravo"]) == "12"
    assert place.text == "Police said 12 people had died."


def test_a_sentence_that_says_the_contrary_is_no_answer() -> None:
    a, _ = report("alfa", DAY.format(1), "The harbour master did not order the gates to be opened.")
    sentence = Span(0, len(a.report.text))
    claim = Claim.of(a.report, "statement", sentence, words=a.report.text, sentence=sentence, passage="body")
    told, texts = brief_of([a], [claim]), {"alfa": a.report.text}
    assert ask(told, "the harbour master ordered gates opened", lambda _text: [], texts).verdict == "nobody"
    assert ask(told, "the harbour master did not order gates opened", lambda _text: [], texts).verdict == "said"


def test_a_bound_that_allows_none_does_not_say_that_there_were_none() -> None:
    a, (s,) = report("alfa", DAY.format(1), "Police said fewer than [50] people had died.")
    brief = brief_of([a], [figure(a, s, "police", low=0, high=49, qualifier="fewer_than")])
    assert ask(brief, "nobody died", lambda _text: reads(0, 0)).verdict == "other-values"
    assert ask(brief, "fewer than 50 died", lambda _text: reads(0, 49, qualifier="fewer_than")).verdict == "said"
