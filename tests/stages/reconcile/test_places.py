"""Parts of an event by place: a place beside others, a hospital, a place told of without its name."""

from sayso.model.brief import Brief
from tests.stages.reconcile.newsroom import brief_of, figure, report

DAY = "2032-06-01T09:00:00+00:00"


def scopes(found: Brief) -> dict[str, list[float]]:
    return {question.scope: [variant.low for variant in question.variants] for question in found.questions}


def test_a_place_whose_name_holds_another_with_a_direction_is_another_place() -> None:
    text = "The storm killed [50] people in Tarn. In Central Tarn [8] died, and [20] in the south."
    a, (s, t, _u) = report("alfa", DAY, text)
    claims = [figure(a, s, "fire service", place="Tarn"), figure(a, t, "fire service", place="Central Tarn")]
    assert scopes(brief_of([a], claims)) == {"whole event": [50], "Central Tarn": [8]}


def test_the_middle_of_a_town_is_the_town() -> None:
    a, (s, t) = report("alfa", DAY, "The blast killed [50] in Tarn. [50] died in central Tarn.")
    claims = [figure(a, s, "fire service", place="Tarn"), figure(a, t, "fire service", place="central Tarn")]
    assert scopes(brief_of([a], claims)) == {"whole event": [50]}


def test_the_district_is_the_one_that_was_named_before() -> None:
    text = "The flood killed [50]. Of these [12] died in Ebro district. In the district [70] were hurt, [300] in all."
    a, (s, t, u, v) = report("alfa", DAY, text)
    claims = [figure(a, s, "fire service"), figure(a, t, "fire service", place="Ebro district")]
    hurt = {"measure": "injured"}
    claims += [figure(a, u, "fire service", place="the district", **hurt), figure(a, v, "fire service", **hurt)]
    found = brief_of([a], claims)
    assert {(q.measure, q.scope) for q in found.questions} == {
        (measure, scope) for measure in ("killed", "injured") for scope in ("whole event", "Ebro district")
    }


def test_what_one_hospital_took_in_is_part_of_all_who_were_treated() -> None:
    a, (s,) = report("alfa", DAY, "In all [51] people were taken to hospital, the ambulance service said.")
    b, (t,) = report("bravo", DAY, "Tarn General Hospital took in [31], its director said.")
    known = {"measure": "hospitalised"}
    claims = [figure(a, s, "ambulance service", place="Tarn", **known)]
    claims += [figure(b, t, "director", place="Tarn General Hospital", **known)]
    assert scopes(brief_of([a, b], claims)) == {"whole event": [51], "Tarn General Hospital": [31]}


def test_the_only_hospital_with_the_largest_count_counts_for_the_whole() -> None:
    a, (s,) = report("alfa", DAY, "Tarn General Hospital took in [31], its director said.")
    claim = figure(a, s, "director", place="Tarn General Hospital", measure="hospitalised")
    assert scopes(brief_of([a], [claim])) == {"whole event": [31]}


def test_an_outlet_that_carries_a_number_does_not_take_on_the_place_of_a_doctor_with_the_same() -> None:
    a, (s, t) = report("alfa", DAY, "A doctor in Ebro has treated [50]. Sky Radio has at least [50] hurt.")
    b, (u,) = report("bravo", DAY, "The fire service counts [249] hurt.")
    hurt = {"measure": "injured"}
    claims = [figure(a, s, "doctor", place="Ebro", **hurt)]
    claims += [figure(a, t, "Sky Radio", **hurt, high=None, qualifier="at_least"), figure(b, u, "fire service", **hurt)]
    assert scopes(brief_of([a, b], claims)) == {"whole event": [50, 249], "Ebro": [50]}


def test_a_place_that_has_the_largest_count_of_the_whole_is_the_whole() -> None:
    text = "The fire killed [40] people. In Ebro [6] children died. In Tarn [34] adults died."
    a, (s, t, u) = report("alfa", DAY, text)
    b, (v,) = report("bravo", DAY, "The fire killed [6] children.")
    claims = [figure(a, s, "coroner"), figure(a, t, "coroner", place="Ebro", group="children")]
    claims += [figure(a, u, "coroner", place="Tarn"), figure(b, v, "coroner", group="children")]
    children = [question for question in brief_of([a, b], claims).questions if question.group == "children"]
    assert [(question.scope, question.variants[0].reports) for question in children] == [
        ("whole event", ("alfa", "bravo"))
    ]


def marched(*counts: tuple[str, str, str]) -> Brief:
    """The brief of one report a count: the number, its place, who says so."""
    pairs = [report(f"r{i}", DAY, f"[{count}] marched, said {who}.") for i, (count, _place, who) in enumerate(counts)]
    claims = [
        figure(reading, spans[0], who, place=place, measure="crowd", group="protesters")
        for (reading, spans), (_count, place, who) in zip(pairs, counts, strict=True)
    ]
    return brief_of([reading for reading, _ in pairs], claims)


def test_what_police_and_organisers_say_of_one_march_is_a_dispute_however_far_apart() -> None:
    found = marched(("9000", "Karl Square", "police"), ("80000", "Oslo", "the march's organisers"))
    (question,) = found.questions
    assert (question.scope, {variant.status for variant in question.variants}) == ("whole event", {"disputed"})


def test_marches_in_two_towns_are_two_crowds() -> None:
    found = marched(("9000", "Oslo", "police"), ("80000", "Lima", "the march's organisers"))
    assert scopes(found) == {"Oslo": [9000], "Lima": [80000]}
    assert not any(question.disputed for question in found.questions)
