from sayso.stages.reconcile.actions import measures_taken
from tests.stages.reconcile.newsroom import report


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
