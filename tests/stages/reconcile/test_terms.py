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


@pytest.mark.parametrize(
    ("sentence", "port", "flights"),
    [
        ("The prefect closed the harbour until Saturday and halted all flights from Monday.", (None, 8), (10, None)),
        ("The harbour was closed until Saturday and all flights were halted from Monday.", (None, 8), (10, None)),
        ("The prefect closed the harbour until Saturday and halted all flights.", (None, 8), (None, None)),
        ("The prefect closed the harbour and halted all flights until Saturday.", (None, 8), (None, 8)),
        ("From Monday the prefect closed the harbour and halted all flights.", (10, None), (10, None)),
    ],
)
def test_joined_deeds_have_the_times_of_their_own_verbs(
    sentence: str, port: tuple[int | None, int | None], flights: tuple[int | None, int | None]
) -> None:
    reading, _ = report("alfa", PUBLISHED, sentence)
    lines = {line.text: line for line in measures_taken([reading], []).lines}
    for label, (when, until) in (("port closed", port), ("flights or trains stopped", flights)):
        assert lines[label].when == (when and f"2031-03-{when:02d}")
        assert lines[label].until == ((f"2031-03-{until:02d}",) if until else ())
