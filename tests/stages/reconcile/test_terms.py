import pytest

from sayso.model.brief import Line
from sayso.stages.reconcile.actions import measures_taken
from tests.stages.reconcile.newsroom import report

PUBLISHED = "2031-03-06T12:00:00+00:00"  # a Thursday


def told(sentence: str) -> Line:
    reading, _ = report("alfa", PUBLISHED, sentence)
    (line,) = measures_taken([reading], []).lines
    return line


@pytest.mark.parametrize(
    ("sentence", "when", "until", "lasting"),
    [
        ("Sailings to the islands were cancelled until Saturday.", None, ("2031-03-08",), ()),
        ("Schools stay closed from Monday for two weeks.", "2031-03-10", (), ("for two weeks",)),
        ("The airport has been shut since Monday.", "2031-03-03", (), ()),
        ("A curfew from 9 p.m. to 6 a.m. was imposed on Wednesday.", "2031-03-05", (), ("from 9 p.m. to 6 a.m.",)),
        ("A state of emergency holds from 5 March to 19 March.", "2031-03-05", ("2031-03-19",), ()),
        ("The council declared three days of mourning.", None, (), ("three days",)),
        ("Tomorrow the schools will be closed.", "2031-03-07", (), ()),
        ("On Tuesday, the council declared a ten-day state of emergency.", "2031-03-04", (), ("ten-day",)),
        ("Prices of bread, oil and flour are capped for 90 days, in the hope of calm.", None, (), ("for 90 days",)),
        ("A night-time curfew was imposed.", None, (), ()),
        ("The town has shortened its curfew by two hours.", None, (), ()),
        ("The six-year state of emergency was lifted.", None, (), ()),
    ],
)
def test_the_word_before_a_date_says_what_it_is(
    sentence: str, when: str | None, until: tuple[str, ...], lasting: tuple[str, ...]
) -> None:
    line = told(sentence)
    assert (line.when, line.until, line.lasting) == (when, until, lasting)
    assert line.said == "2031-03-06"


def test_each_of_two_measures_takes_its_own_day() -> None:
    reading, _ = report("alfa", PUBLISHED, "Trams were halted on Tuesday, and the border was closed on Wednesday.")
    lines = measures_taken([reading], []).lines
    assert [(line.text, line.when) for line in lines] == [
        ("flights or trains stopped", "2031-03-04"),
        ("border closed", "2031-03-05"),
    ]


def test_reports_that_tell_different_ends_are_both_shown() -> None:
    one, _ = report("alfa", PUBLISHED, "A curfew holds until 9 March.")
    other, _ = report("bravo", "2031-03-05", "The city ordered a curfew until 12 March.")
    (line,) = measures_taken([one, other], []).lines
    assert (line.until, line.said) == (("2031-03-09", "2031-03-12"), "2031-03-05")
    assert len(line.claims) == 2
