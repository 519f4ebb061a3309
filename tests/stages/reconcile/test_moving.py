"""Counts that move: what is left of them, when nobody is, and which wording of a value is only a shorter one."""

import pytest

from sayso.model.brief import Brief
from sayso.model.link import Lineage, Link
from sayso.model.question import Variant
from tests.stages.reconcile.newsroom import brief_of, figure, report

DAY = "2032-06-0{}T09:00:00+00:00"


def values(found: Brief) -> dict[tuple[float, float | None], Variant]:
    (question,) = found.questions
    return {(variant.low, variant.high): variant for variant in question.variants}


@pytest.mark.parametrize(("words", "status"), [("are still in the shaft", "overtaken"), ("stood outside", "disputed")])
def test_what_is_left_of_a_count_takes_its_place(words: str, status: str) -> None:
    text = f"Nine men were trapped in the pit. Now [9] is out of date, for [3] {words}."
    a, (s, t) = report("alfa", DAY.format(1), text)
    claims = [figure(a, s, measure="missing"), figure(a, t, "mine rescue", measure="missing")]
    told = values(brief_of([a], claims))
    assert told[9, 9].status == status


def test_nobody_missing_on_a_later_day_ends_the_count() -> None:
    a, (s,) = report("alfa", DAY.format(1), "The coast guard is looking for [7] sailors.")
    b, (t,) = report("bravo", DAY.format(3), "[0] are missing, the port authority says.")
    claims = [figure(a, s, "coast guard", measure="missing"), figure(b, t, "port authority", measure="missing")]
    told = values(brief_of([a, b], claims))
    assert (told[7, 7].status, told[0, 0].status) == ("overtaken", "current")


def test_a_bare_number_is_the_bounded_one_of_its_source_put_short() -> None:
    a, (s,) = report("alfa", DAY.format(1), "At least [9] people died, the rescue service said.")
    b, (t,) = report("bravo", DAY.format(1), "Ferry fire: [9] dead")
    bounded = figure(a, s, "rescue service", low=9, high=None, qualifier="at_least")
    told = values(brief_of([a, b], [bounded, figure(b, t)]))
    assert list(told) == [(9, None)]
    assert told[9, None].reports == ("alfa", "bravo")


def test_a_number_with_a_source_of_its_own_stays_a_number() -> None:
    a, (s,) = report("alfa", DAY.format(1), "At least [9] people died, the rescue service said.")
    b, (t,) = report("bravo", DAY.format(1), "The coroner has [9] dead.")
    bounded = figure(a, s, "rescue service", low=9, high=None, qualifier="at_least")
    assert set(values(brief_of([a, b], [bounded, figure(b, t, "coroner")]))) == {(9, None), (9, 9)}


def test_a_caption_that_is_kept_on_does_not_keep_an_old_count_alive() -> None:
    a, (s,) = report("alfa", DAY.format(1).replace("09:", "06:"), "At least [20] were hurt, the fire brigade said.")
    b, (t,) = report("bravo", DAY.format(1), "More than [45] were hurt, police said.")
    c, (u, v) = report("charly", DAY.format(1).replace("09:", "21:"), "At least [20] hurt.\nMore than [45] are hurt.")
    old = {"measure": "injured", "low": 20, "high": None, "qualifier": "at_least"}
    new = {"measure": "injured", "low": 46, "high": None, "qualifier": "more_than"}
    claims = [figure(a, s, "fire brigade", **old), figure(b, t, "police", **new), figure(c, u, **old)]
    told = values(brief_of([a, b, c], [*claims, figure(c, v, **new)]))
    assert (told[20, None].status, told[46, None].status) == ("overtaken", "current")


@pytest.mark.parametrize("directed", [True, False])
def test_copies_of_which_nothing_tells_the_first_differ_and_none_is_distorted(directed: bool) -> None:
    a, (s,) = report("alfa", DAY.format(1), "The port authority said [30] people were killed.")
    b, (t,) = report("bravo", DAY.format(1), "The port authority said [300] people were killed.")
    claims = [figure(a, s, "port authority"), figure(b, t, "port authority")]
    link = Link(a="bravo", b="alfa", relation="copy", direction="a-from-b" if directed else None, score=0.9)
    told = values(brief_of([a, b], claims, Lineage(links=(link,))))
    assert told[300, 300].status == ("distorted" if directed else "disputed")
    assert directed or any("differs between copies" in why for why in told[300, 300].why)


@pytest.mark.parametrize(
    ("first", "second", "disputed"),
    [
        ("rebels in the north", "the health ministry", True),
        ("Peruvian army", "Chilean army", True),
        ("Northport Rights Watchdog", "the health ministry", True),
        ("Peruvian army", "a hospital in Northport", False),
        ("harbour police", "the health ministry", False),
    ],
)
def test_a_later_count_of_another_camp_ends_none(first: str, second: str, disputed: bool) -> None:
    a, (s,) = report("alfa", DAY.format(1), f"In all [12] died, said {first}.")
    b, (t,) = report("bravo", DAY.format(2), f"In all [30] died, said {second}.")
    told = values(brief_of([a, b], [figure(a, s, first), figure(b, t, second)]))
    assert (told[12, 12].status == "disputed") == disputed


@pytest.mark.parametrize(("who", "status"), [("a resident", "disputed"), ("the coroner", "overtaken")])
def test_what_a_witness_counts_later_takes_the_place_of_no_official_count(who: str, status: str) -> None:
    a, (s,) = report("alfa", DAY.format(1), "The governor counts [20] dead.")
    b, (t,) = report("bravo", DAY.format(2), f"Now [31] died, says {who}.")
    told = values(brief_of([a, b], [figure(a, s, "governor"), figure(b, t, who)]))
    assert told[20, 20].status == status


def test_a_sources_number_takes_the_place_of_what_reports_made_round() -> None:
    a, (s,) = report("alfa", DAY.format(1), "More than [60] were taken to hospital.")
    b, (t,) = report("bravo", DAY.format(1), "The ambulance service took [62] to hospital.")
    known = {"measure": "hospitalised"}
    own = figure(a, s, low=61, high=None, qualifier="more_than", **known)
    told = values(brief_of([a, b], [own, figure(b, t, "ambulance service", **known)]))
    assert (told[61, None].status, told[62, 62].status) == ("overtaken", "current")


@pytest.mark.parametrize(("second", "disputed"), [(None, False), ("the harbour master", True)])
def test_a_report_does_not_dispute_itself(second: str | None, disputed: bool) -> None:
    a, (s, t) = report("alfa", DAY.format(1), "Crews brought out [5] in the night. By the quay [9] were brought out.")
    claims = [figure(a, s, measure="rescued"), figure(a, t, second, measure="rescued")]
    (question,) = brief_of([a], claims).questions
    assert question.disputed == disputed


def test_an_early_lower_bound_does_not_fall_with_a_later_value_that_is_taken_back() -> None:
    a, (s, t) = report("alfa", "2031-05-01T08:00:00+00:00", "Police said [26] died.", "By night police said [38] died.")
    b, (u, v) = report("bravo", "2031-05-02T08:00:00+00:00", "Police withdrew the [38] and said [36] had died.")
    early = figure(a, s, "police", low=26, high=None, qualifier="at_least", as_of="2031-05-01")
    late = figure(a, t, "police", as_of="2031-05-01")
    anew = [figure(b, u, "police", stance="denied"), figure(b, v, "police", as_of="2031-05-02")]
    (question,) = brief_of([a, b], [early, late, *anew]).questions
    assert {variant.low: variant.status for variant in question.variants} == {
        26: "overtaken",
        38: "withdrawn",
        36: "current",
    }
