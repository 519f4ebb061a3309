import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.numbers import find_numbers
from sayso.language.numbers_words import read_words


def one(text: str) -> tuple[str, float, float | None, str]:
    (number,) = find_numbers(text)
    return number.span.of(text), number.low, number.high, number.qualifier


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("1,678 people", "1,678", 1678, 1678),
        ("20.000 people", "20.000", 20000, 20000),
        ("2 500 people", "2 500", 2500, 2500),
        ("1.5m people", "1.5m", 1500000, 1500000),
        ("5m waves", "5", 5, 5),
        ("dozens if not hundreds of people", "dozens if not hundreds", 20, 999),
        ("1.2 thousand people", "1.2 thousand", 1200, 1200),
        ("3 million people", "3 million", 3_000_000, 3_000_000),
        ("5k people", "5k", 5000, 5000),
        ("Two hundred and seven people", "Two hundred and seven", 207, 207),
        ("twenty-seven people", "twenty-seven", 27, 27),
        ("a hundred people", "a hundred", 100, 100),
        ("a dozen people", "a dozen", 12, 12),
        ("half a dozen people", "half a dozen", 6, 6),
        ("two dozen people", "two dozen", 24, 24),
        ("a couple of people", "a couple", 2, 2),
        ("dozens of people", "dozens", 20, 99),
        ("several hundred people", "several hundred", 200, 999),
        ("tens of thousands of people", "tens of thousands", 20000, 99999),
        ("several people", "several", 3, 9),
        ("no one died", "no one", 0, 0),
    ],
)
def test_every_form_of_number_has_its_value(text: str, words: str, low: int, high: int) -> None:
    assert one(text)[:3] == (words, low, high)


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier"),
    [
        ("more than 18 people", 19, None, "more_than"),
        ("Upwards of 700 people", 701, None, "more_than"),
        ("arrests pass 2,700", 2701, None, "more_than"),
        ("he passed three people", 3, 3, "exact"),
        ("at least 12 people", 12, None, "at_least"),
        ("no fewer than “12” people", 12, None, "at_least"),
        ("12 or more people", 12, None, "at_least"),
        ("100+ people", 100, None, "at_least"),
        ("up to 3,000 people", 0, 3000, "at_most"),
        ("does not exceed 640 people", 0, 640, "at_most"),
        ("fewer than 50 people", 0, 49, "fewer_than"),
        ("nearly 400 people", 400, 400, "about"),
        ("an estimated 400 people", 400, 400, "about"),
        ("thirty-odd people", 30, 30, "about"),
        ("some dozens of people", 20, 99, "vague"),
    ],
)
def test_bounds_before_and_after_the_number_are_read(text: str, low: int, high: int | None, qualifier: str) -> None:
    assert one(text)[1:] == (low, high, qualifier)


@pytest.mark.parametrize("text", ["between 50 and 60", "50 to 60", "50-60", "50–60", "from 50 to 60", "fifty or 60"])
def test_a_range_is_one_number(text: str) -> None:
    assert one(text)[1:] == (50, 60, "range")


def test_a_range_shares_its_scale() -> None:
    assert one("five to six thousand")[1:3] == (5000, 6000)


@pytest.mark.parametrize("text", ["rose from 12 to 19", "five and six", "60 to 50", "12 killed and 13 hurt"])
def test_two_values_are_no_range(text: str) -> None:
    assert len(find_numbers(text)) == 2


@pytest.mark.parametrize("text", ["on 2022-01-06", "at 19:40", "the 9/11 report", "the 1st man", "an AK-47 rifle"])
def test_stamps_and_names_hold_no_number(text: str) -> None:
    assert find_numbers(text) == []


def test_words_that_do_not_add_up_are_two_numbers() -> None:
    assert read_words(["two", "three"]) == (2, 1)
    assert read_words(["five", "and", "six"]) == (5, 1)


@given(st.text(max_size=120))
def test_numbers_of_any_text_are_ordered_disjoint_and_stand_where_they_say(text: str) -> None:
    found = find_numbers(text)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    assert all(n.span.of(text).strip() == n.span.of(text) != "" and n.whole.holds(n.span) for n in found)
    assert all(n.high is None or n.low <= n.high for n in found)


@given(st.integers(1, 999_999))
def test_digits_are_read_with_and_without_separators(value: int) -> None:
    assert one(f"{value} people")[1] == one(f"{value:,} people")[1] == value
