from msgspec.structs import replace

from sayso.model.brief import Brief
from sayso.model.link import Distortion, Lineage, Link
from sayso.model.question import Question, Variant
from sayso.model.story import Story
from sayso.stages.reconcile import reconcile
from tests.stages.reconcile.newsroom import brief_of as brief
from tests.stages.reconcile.newsroom import figure, report

DAY = "2031-03-0{}T12:00:00+00:00"


def one(found: Brief) -> Question:
    assert len(found.questions) == 1
    return found.questions[0]


def by_low(question: Question) -> dict[float, Variant]:
    return {variant.low: variant for variant in question.variants}


def test_a_later_and_higher_count_overtakes_the_earlier_one() -> None:
    a, (s,) = report("alfa", DAY.format(1), "The harbour police said [8] people had died.")
    b, (t,) = report("bravo", DAY.format(2), "The harbour police said [12] people had died.")
    question = one(brief([a, b], [figure(a, s, "harbour police"), figure(b, t, "harbour police")]))
    assert {low: v.status for low, v in by_low(question).items()} == {8: "overtaken", 12: "current"}
    assert not question.disputed
    assert question.summary == "People killed: 12; earlier 8"


def test_two_sources_side_by_side_on_one_day_are_a_dispute() -> None:
    a, (s, t) = report("alfa", DAY.format(1), "The coast guard counts [8] dead. The harbour police have [12] dead.")
    question = one(brief([a], [figure(a, s, "coast guard"), figure(a, t, "harbour police")]))
    assert {v.status for v in question.variants} == {"disputed"}
    assert question.disputed


def test_a_figure_that_its_givers_took_back_is_withdrawn_and_keeps_its_reports() -> None:
    a, (s,) = report("alfa", DAY.format(1), "The health ministry put the toll at [40] dead.")
    b, (t,) = report("bravo", DAY.format(2), "The ministry has withdrawn its count of [40] dead.")
    claims = [figure(a, s, "health ministry"), figure(b, t, "ministry", stance="denied")]
    (variant,) = one(brief([a, b], claims)).variants
    assert (variant.status, variant.reports, variant.denied_by) == ("withdrawn", ("alfa", "bravo"), ("bravo",))


def test_a_value_denied_by_others_is_disputed() -> None:
    a, (s,) = report("alfa", DAY.format(1), "The governor spoke of [900] looters.")
    b, (t,) = report("bravo", DAY.format(2), "A shopkeeper called the [900] looters a tale.")
    claims = [figure(a, s, "governor", measure="crowd"), figure(b, t, "governor", measure="crowd", stance="denied")]
    assert one(brief([a, b], claims)).variants[0].status == "disputed"


def test_a_copy_that_changed_the_figure_is_distorted() -> None:
    a, (s,) = report("alfa", DAY.format(1), "Police in Northport said [30] people were killed.")
    b, (t,) = report("bravo", DAY.format(2), "Cops in Northport stated [300] people were slain.")
    claims = [figure(a, s, "police in Northport"), figure(b, t, "police in Northport")]
    link = Link(a="bravo", b="alfa", relation="rewrite", direction="a-from-b", score=0.9)
    found = by_low(one(brief([a, b], claims, Lineage(links=(link,)))))
    assert (found[30].status, found[300].status) == ("current", "distorted")


def test_a_headline_that_repeats_the_changed_figure_is_no_second_word_for_it() -> None:
    a, (s,) = report("alfa", DAY.format(1), "Police in Northport said [30] people were killed.")
    b, (h, t) = report(
        "bravo", DAY.format(1), "Horror: [300] dead\n\nPolice in Northport said [300] people were killed."
    )
    claims = [figure(a, s, "police in Northport"), figure(b, t, "police in Northport")]
    change = Distortion(
        kind="figure",
        copy="bravo",
        span=claims[1].span,
        other="alfa",
        other_span=claims[0].span,
        claim=claims[1].id,
        other_claim=claims[0].id,
    )
    lineage = Lineage(distortions=(change,))
    head = figure(b, h)
    found = one(brief([a, b], [*claims, replace(head, passage="headline")], lineage))
    assert by_low(found)[300].status == "distorted"
    assert by_low(one(brief([a, b], [*claims, head], lineage)))[300].status != "distorted"


def test_a_place_becomes_a_question_of_its_own_only_where_reports_show_it_to_be_a_part() -> None:
    a, (s, t) = report(
        "alfa", DAY.format(1), "The storm killed [90] people, the ministry said, [31] of them in Northport."
    )
    whole = figure(a, s, "interior ministry")
    part = figure(a, t, "interior ministry", place="Northport")
    assert {q.scope for q in brief([a], [whole, part]).questions} == {"whole event", "Northport"}
    b, (u,) = report("bravo", DAY.format(1), "The storm killed [90] people.")
    c, (v,) = report("charly", DAY.format(1), "The storm killed [90] people in Northport.")
    found = one(brief([b, c], [figure(b, u), figure(c, v, place="Northport")]))
    assert (found.scope, found.variants[0].reports) == ("whole event", ("bravo", "charly"))


def test_figures_of_another_event_and_of_outsiders_answer_no_question() -> None:
    a, (s,) = report("alfa", DAY.format(1), "In the fire of 1987, [60] people died.")
    assert brief([a], [figure(a, s, background=True)]).questions == ()
    story = Story(reports=())
    assert reconcile([a], [figure(a, s)], Lineage(), story).questions == ()


def test_the_order_of_the_input_changes_nothing_but_the_lists_that_follow_it() -> None:
    a, (s,) = report("alfa", DAY.format(1), "Police said [8] people had died.")
    b, (t,) = report("bravo", DAY.format(2), "Doctors said [9] people had died.")
    claims = [figure(a, s, "police"), figure(b, t, "doctors")]
    assert brief([a, b], claims).questions == brief([b, a], claims[::-1]).questions


def test_a_witness_count_far_below_the_official_one_is_of_what_the_witness_saw() -> None:
    a, (s,) = report("alfa", DAY.format(1), "Police said [90] people had died.")
    b, (t,) = report("bravo", DAY.format(1), "A resident said she had seen [4] bodies.")
    found = brief([a, b], [figure(a, s, "police"), figure(b, t, "resident")]).questions
    assert {(q.detail, q.variants[0].low) for q in found} == {(None, 90), ("as seen by resident", 4)}
    assert not any(q.disputed for q in found)


def test_a_cumulative_count_that_falls_is_remarked_upon() -> None:
    a, (s,) = report("alfa", DAY.format(1), "Police said [18] people had died.")
    b, (t,) = report("bravo", DAY.format(3), "Police said [16] people had died.")
    question = one(brief([a, b], [figure(a, s, "police"), figure(b, t, "police")]))
    assert {low: v.status for low, v in by_low(question).items()} == {18: "overtaken", 16: "current"}
    assert any("fell from 18 to 16" in remark for remark in question.remarks)


def test_contingents_of_several_countries_are_no_rival_totals() -> None:
    lines = ("France will send [90] soldiers and Italy [350].", "The force has [1,800] troops, the bloc said.")
    a, (s, t, u) = report("alfa", DAY.format(1), *lines)
    claims = [figure(a, span, "the bloc", measure="deployed", group="troops") for span in (s, t, u)]
    found = {q.scope: [v.low for v in q.variants] for q in brief([a], claims).questions}
    assert found == {"whole event": [1800], "France": [90], "Italy": [350]}


def test_reports_that_share_one_unnamed_voice_have_one_unknown_origin() -> None:
    a, (s,) = report("alfa", DAY.format(1), "The flood killed [8] people.")
    b, (t,) = report("bravo", DAY.format(1), "The flood has killed [8] people.")
    (variant,) = one(brief([a, b], [figure(a, s), figure(b, t)])).variants
    assert (variant.origins, variant.origins_max, variant.sources) == (1, 1, ())


def test_a_few_cannot_outnumber_the_whole() -> None:
    a, (s, t) = report("alfa", DAY.format(1), "The rebels said [40] foreigners had died. Doctors counted [6] dead.")
    claims = [figure(a, s, "rebels", group="foreigners"), figure(a, t, "doctors", high=None, qualifier="at_least")]
    found = {q.group: q.disputed for q in brief([a], claims).questions}
    assert found == {"foreigners": True, "people": False}


def test_two_counts_of_one_crowd_in_one_sentence_are_rivals_and_crowds_of_two_days_are_not() -> None:
    line = "About [3000] people marched, police say; the union says [5000]."
    a, (s, t) = report("alfa", DAY.format(1), line)
    known = {"measure": "crowd", "group": "protesters"}
    claims = [
        figure(a, s, "police", as_of="2031-02-28", **known),
        figure(a, t, "dock workers' union", as_of="2031-03-01", **known),
    ]
    assert one(brief([a], claims)).disputed
    b, (u,) = report("bravo", DAY.format(2), "Police counted [5000] on Sunday.")
    later = figure(b, u, "police", as_of="2031-03-02", **known)
    assert not one(brief([a, b], [claims[0], later])).disputed


def test_a_vague_word_of_a_report_itself_does_not_stand_beside_a_count_that_has_a_source() -> None:
    a, (s,) = report("alfa", DAY.format(1), "Police said [17] people had been killed.")
    b, (t,) = report("bravo", DAY.format(1), "The flood killed [hundreds] of people.")
    loose = figure(b, t, low=200, high=999, qualifier="vague")
    (question,) = brief([a, b], [figure(a, s, "police"), loose]).questions
    assert {variant.low: variant.status for variant in question.variants}[200] == "disputed"


def test_patients_in_intensive_care_are_no_rival_count_of_those_in_hospital() -> None:
    a, (s, t) = report(
        "alfa", DAY.format(1), "A doctor said [90] were in hospital.", "He treats [23] in intensive care."
    )
    treated = [figure(a, span, "a doctor", measure="hospitalised") for span in (s, t)]
    assert {question.detail for question in brief([a], treated).questions} == {None, "intensive care"}
