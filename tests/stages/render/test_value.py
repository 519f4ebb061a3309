from typing import get_args

import pytest

from sayso.model.caution import CautionKind
from sayso.model.claim import Group, Measure
from sayso.model.link import Relation
from sayso.model.question import Status
from sayso.stages.render.day import ordinal, say_day, say_stamp
from sayso.stages.render.labels import (
    CAUTION_WORDS,
    GROUP_WORDS,
    MEASURE_WORDS,
    RELATION_WORDS,
    STATUS_SHAPES,
    STATUS_WORDS,
)
from sayso.stages.render.value import say_value


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "words", "said"),
    [
        (18, 18, "exact", "18", "18"),
        (0, 0, "exact", "no one", "0"),
        (2_500, 2_500, "about", "2,500", "about 2,500"),
        (701, None, "more_than", "700", "more than 700"),
        (12, None, "at_least", "12", "at least 12"),
        (0, 3_000, "at_most", "3,000", "at most 3,000"),
        (0, 49, "fewer_than", "50", "fewer than 50"),
        (10, 12, "range", "10-12", "10–12"),
        (20, 99, "vague", "Dozens", "dozens"),
        (200, 999, "vague", None, "hundreds"),
    ],
)
def test_values_are_said_in_words_of_the_field(low: int, high: int, qualifier: str, words: str, said: str) -> None:
    assert say_value(low, high, qualifier, words) == said  # type: ignore[arg-type]


def test_days_and_stamps_read_as_a_newsroom_writes_them() -> None:
    assert say_day("2023-03-04") == "4 Mar"
    assert say_stamp("2023-03-17T01:30:00+02:00") == "16 Mar 2023 23:30 UTC"
    assert say_stamp("soon") == "soon"


def test_a_value_of_a_day_stands_at_the_hour_it_was_reported() -> None:
    early, late = ordinal("2023-03-16", "2023-03-16T09:30:00Z"), ordinal("2023-03-16", "2023-03-16T15:00:00Z")
    assert early is not None
    assert late is not None
    assert early < late < (ordinal("2023-03-17", None) or 0)
    assert ordinal(None, None) is None
    assert (ordinal(None, "2023-03-16T21:00:00Z") or 0) < (ordinal(None, "2023-03-17") or 0)


def test_every_measure_group_status_and_caution_has_its_word() -> None:
    assert set(MEASURE_WORDS) == set(get_args(Measure))
    assert set(GROUP_WORDS) == set(get_args(Group))
    assert set(STATUS_WORDS) == set(STATUS_SHAPES) == set(get_args(Status))
    assert set(CAUTION_WORDS) == set(get_args(CautionKind))
    assert set(RELATION_WORDS) == set(get_args(Relation))
