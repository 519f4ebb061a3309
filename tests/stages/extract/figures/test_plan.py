from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from sayso.language.parser import Parser
from sayso.stages.extract.figures import explain_figures, plan_figures, read_figures
from tests.stages.extract.figures.conftest import reading


def test_only_sentences_that_words_in_a_row_leave_open_are_parsed() -> None:
    plain = "The blast killed 18 people."
    open_ = "Of the villagers whom the army had moved to the camp last week, 18 are said by doctors to have died."
    text = f"Police came at once. {plain} The match ended 3 to 1. {open_} Nobody spoke."
    assert plan_figures(reading(text)).wanted == (open_,)


def test_a_report_can_be_read_without_a_parser() -> None:
    (found,) = read_figures(plan_figures(reading("The blast killed 18 people.")), {})
    assert (found.words, found.figure.measure) == ("18", "killed")


def test_every_figure_and_every_refusal_says_why(parser: Parser) -> None:
    plan = plan_figures(reading("The man, 52, was among 18 people killed."))
    found, rejected = explain_figures(plan, parser.parse(plan.wanted))
    assert [f.words for f in found if f.figure.measure == "killed"] == ["18"]
    assert all(f.figure.why for f in found)
    assert [(r.words, r.reason) for r in rejected] == [("52", "age")]


@given(st.text(alphabet="0123456789 ,.-killed dozenswtof\n“”", max_size=120))
def test_figures_of_any_text_stand_where_they_say(text: str) -> None:
    for found in read_figures(plan_figures(reading(text)), {}):
        assert found.span.of(text) == found.words
        assert found.sentence.holds(found.span)
        assert found.phrase is not None
        assert found.phrase.holds(found.span)


def test_hostile_text_is_read_in_time_that_grows_with_its_length() -> None:
    text = "1 killed 2 hurt of them the 3 and " * 500
    start = perf_counter()
    read_figures(plan_figures(reading(text)), {})
    assert perf_counter() - start < 10
