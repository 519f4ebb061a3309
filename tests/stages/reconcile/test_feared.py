"""What is only feared stands apart from what is known: it supports nothing, overtakes nothing and disputes nothing."""

from sayso.model.brief import Brief
from sayso.model.question import Variant
from sayso.stages.reconcile import pick
from tests.stages.reconcile.newsroom import brief_of, figure, report

DAY = "2032-06-0{}T09:00:00+00:00"


def values(found: Brief) -> dict[float, Variant]:
    (question,) = found.questions
    return {variant.low: variant for variant in question.variants}


def two(first: dict[str, object], second: dict[str, object], *days: int) -> Brief:
    a, (s,) = report("alfa", DAY.format(days[0]), "The pilots' union spoke of [30] dead on the ferry.")
    b, (t,) = report("bravo", DAY.format(days[1]), "The harbour master counts [12] dead on the ferry.")
    return brief_of([a, b], [figure(a, s, "pilots' union", **first), figure(b, t, "harbour master", **second)])


def test_a_feared_count_is_no_rival_of_a_known_one_of_the_same_day() -> None:
    found = two({"stance": "uncertain"}, {}, 1, 1)
    assert not found.questions[0].disputed
    told = values(found)
    assert (told[30].stance, told[12].stance, told[12].status) == ("uncertain", "asserted", "current")


def test_two_known_counts_of_the_same_day_are_rivals() -> None:
    assert two({}, {}, 1, 1).questions[0].disputed


def test_a_later_fear_takes_the_place_of_no_known_count() -> None:
    told = values(two({}, {"stance": "uncertain", "low": 60, "high": 60}, 1, 2))
    assert (told[30].status, told[60].status) == ("current", "current")


def test_a_later_known_count_takes_the_place_of_a_fear() -> None:
    assert values(two({"stance": "uncertain"}, {}, 1, 2))[30].status == "overtaken"


def test_a_fear_of_the_same_value_adds_no_source_and_no_origin() -> None:
    told = values(two({}, {"stance": "uncertain", "low": 30, "high": 30}, 1, 1))
    assert [source.name for source in told[30].sources] == ["pilots' union"]
    assert (told[30].origins_max, told[30].feared_in, told[30].reports) == (1, ("bravo",), ("alfa", "bravo"))


def test_a_rule_picks_what_is_feared_only_where_nothing_is_known() -> None:
    (question,) = two({"stance": "uncertain"}, {}, 1, 1).questions
    taken = pick(question, "highest")
    assert taken is not None
    assert taken.value == 12
    assert question.summary == "People killed: 12; uncertain: 30"
