import pytest

from sayso.stages.reconcile.actions import actions_in, measures_taken
from tests.stages.reconcile.newsroom import report


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The government declared a state of emergency in the province.", "state of emergency"),
        ("Mobile internet was cut across the city overnight.", "internet or phone networks cut"),
        ("The airport of Northport has been closed until further notice.", "airport closed"),
        ("The curfew was lifted on Friday.", "curfew: ended"),
    ],
)
def test_a_measure_is_told_from_its_words(sentence: str, label: str) -> None:
    assert actions_in(sentence) == [label]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor called for a state of emergency.",
        "The curfew will be lifted on Friday.",
        "He looked at the internet and had coffee.",
        "Flights of stairs lead to the halted clock of the town, and nobody, as far as anybody here could tell, trains.",
    ],
)
def test_a_wish_a_plan_and_other_senses_are_no_measure(sentence: str) -> None:
    assert actions_in(sentence) == []


def test_each_line_has_its_day_and_cites_the_words_that_tell_it() -> None:
    reading, _ = report("alfa", "2031-03-06T12:00:00+00:00", "On 5 March 2031 a curfew was imposed on Northport.")
    taken = measures_taken([reading], [])
    (line,) = taken.lines
    (claim,) = taken.claims
    assert (line.text, line.when, line.claims) == ("curfew", "2031-03-05", (claim.id,))
    assert "curfew was imposed" in claim.text


def test_a_measure_of_years_ago_is_not_of_this_event() -> None:
    reading, _ = report("alfa", "2031-03-06T12:00:00+00:00", "In 1998 a curfew was imposed on Northport for a week.")
    assert measures_taken([reading], []).lines == ()
