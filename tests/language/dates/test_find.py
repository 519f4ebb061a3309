import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.dates import find_dates
from sayso.model.span import Span

# A Thursday.
PUBLISHED = "2031-05-15T18:00:00+02:00"


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(one.span.of(text), one.value) for one in find_dates(text, published)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("13 January 2030", "2030-01-13"),
        ("January 13th, 2030", "2030-01-13"),
        ("Friday, Jan. 3, 2031", "2031-01-03"),
        ("Jan 6", "2031-01-06"),
        ("the 6th of January", "2031-01-06"),
        ("2031-05-01", "2031-05-01"),
        ("14/05/2031", "2031-05-14"),
        ("3 June", "2031-06-03"),
        ("3 November", "2030-11-03"),
        ("Wednesday", "2031-05-14"),
        ("Thursday", "2031-05-15"),
        ("Friday", "2031-05-09"),
        ("late Wednesday", "2031-05-14"),
        ("early Thursday", "2031-05-15"),
        ("Wednesday night", "2031-05-14TNI"),
        ("last night", "2031-05-14TNI"),
        ("last Thursday", "2031-05-08"),
        ("yesterday", "2031-05-14"),
        ("last week", "2031-W19"),
        ("this month", "2031-05"),
        ("next year", "2032"),
        ("three years ago", "2028"),
        ("two days ago", "2031-05-13"),
        ("twenty-five years ago", "2006"),
        ("a year earlier", "2030"),
        ("the 1990s", "199"),
        ("the first quarter of 2030", "2030-Q1"),
        ("the second quarter", "2031-Q2"),
        ("last summer", "2030-SU"),
        ("fiscal 2030", "2030"),
        ("March 2029", "2029-03"),
        ("early December", "2030-12"),
        ("three days", "P3D"),
        ("a two-year", "P2Y"),
        ("2 1/2 years", "P2Y6M"),
        ("several weeks", "PXW"),
        ("four hours", "PT4H"),
        ("the past two months", "P2M"),
        ("every month", "P1M"),
        ("daily", "P1D"),
        ("now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("Christmas Eve", "2030-12-24"),
        ("10:15 p.m. on Wednesday", "2031-05-14T22:15"),
        ("noon Wednesday", "2031-05-14T12:00"),
        ("0930 GMT", "2031-05-15T09:30"),
        ("the 19th century", "18"),
    ],
)
def test_reads_an_expression_in_the_middle_of_a_sentence(words: str, value: str) -> None:
    text = f"It stood, they say of {words}, as it was."
    assert [found[1] for found in read(text)] == [value]


def test_takes_the_weekday_of_the_publication_day_itself() -> None:
    assert find_dates("It fell on Thursday.", PUBLISHED)[0].day == "2031-05-15"


def test_takes_a_weekday_ahead_where_the_clause_speaks_of_the_future() -> None:
    assert read("The court will sit on Friday.") == [("Friday", "2031-05-16")]


def test_reads_the_next_weekday_where_it_is_already_that_day_east_of_utc() -> None:
    text = "Police said on Friday that two died."
    assert read(text, "2031-05-15T20:00:00Z") == [("Friday", "2031-05-16")]
    assert read(text, "2031-05-15T20:00:00+06:00") == [("Friday", "2031-05-09")]


def test_tells_a_count_from_a_year() -> None:
    assert read("Some 2000 people and 1990 soldiers stayed.") == []
    assert read("Nobody stayed in 1990.") == [("1990", "1990")]


def test_tells_the_month_from_the_word() -> None:
    assert read("The workers march and may sing; May Hill saw it.") == []
    assert read("It rained in May and early March 2030.") == [("May", "2031-05"), ("early March 2030", "2030-03")]


def test_compares_with_the_quarter_of_the_year_before() -> None:
    text = "Net fell in the first quarter. A year earlier it had grown."
    assert read(text)[1] == ("A year earlier", "2030-Q1")


def test_counts_that_day_from_the_date_named_before() -> None:
    assert read("It opened on 3 May 2029. That day nobody came.")[1] == ("That day", "2029-05-03")


def test_counts_the_next_day_from_the_date_named_before() -> None:
    text = "The kiln cracked on 3 May. The next day it burst; the day before, nobody had come."
    assert [value for _, value in read(text)] == ["2031-05-03", "2031-05-04", "2031-05-03"]
    assert read("The next day it burst.") == []


def test_keeps_unknown_what_no_publication_tells() -> None:
    text = "It fell on Thursday, 3 May 2029, not on Friday."
    assert [(one.value, one.day) for one in find_dates(text, None)] == [
        ("2029-05-03", "2029-05-03"),
        ("XXXX-WXX-5", None),
    ]


def test_gives_a_day_only_where_one_follows() -> None:
    days = [one.day for one in find_dates("In 2029, in May, last week, on Monday night.", PUBLISHED)]
    assert days == [None, None, None, "2031-05-12"]


def test_reads_only_the_part_asked_for() -> None:
    text = "On Monday it rained. On Tuesday it stopped."
    found = find_dates(text, PUBLISHED, Span(21, len(text)))
    assert [one.span.of(text) for one in found] == ["Tuesday"]


@given(
    st.lists(
        st.sampled_from(
            ["Monday", "the", "last", "31", "2029", "June", "years", "ago", "0001-01-01", "900000", "decades", "½",
             "next", "century", "Feb.", "29", "night", ",", "10", "p.m.", "\n", "'80s", "a", "quarter", "earlier", "É"]
        ),
        max_size=30,
    ),
    st.sampled_from([None, "2031-05-15", "0001-01-01", "9999-12-31T23:00:00Z", "nonsense"]),
)  # fmt: skip
def test_never_fails_and_never_overlaps(parts: list[str], published: str | None) -> None:
    text = " ".join(parts)
    found = find_dates(text, published)
    ends = [0, *(one.span.end for one in found)]
    assert all(one.span.start >= end for one, end in zip(found, ends, strict=False))
    assert all(one.span.end <= len(text) and one.value for one in found)
