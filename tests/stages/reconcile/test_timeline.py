from sayso.model.caution import Caution
from sayso.model.reading import Reading
from tests.stages.reconcile.newsroom import brief_of, figure, report

DAY = "2031-03-0{}T12:00:00+00:00"


def test_one_sentence_stands_under_one_day() -> None:
    a, (s, t) = report("alfa", DAY.format(3), "Police said [300] people marched on Sunday; the union says [500].")
    crowd = {"measure": "crowd", "group": "protesters"}
    claims = [
        figure(a, s, "police", as_of="2031-03-02", **crowd),
        figure(a, t, "the union", as_of="2031-03-03", **crowd),
    ]
    (step,) = brief_of([a], claims).timeline
    assert (step.when, len(step.claims)) == ("2031-03-02", 2)


def test_the_words_of_a_machine_open_no_line() -> None:
    a, (s,) = report("alfa", DAY.format(3), "On Sunday [300] people marched.")
    b, (t,) = report("bravo", DAY.format(4), "On Sunday [310] humans walked about.")
    spun = Caution(report="bravo", kind="machine-rewritten", message="odd words")
    b = Reading(report=b.report, warnings=(spun,))
    crowd = {"measure": "crowd", "as_of": "2031-03-02"}
    brief = brief_of([a, b], [figure(a, s, **crowd), figure(b, t, **crowd)])
    assert [step.text for step in brief.timeline] == ["On Sunday 300 people marched."]


def test_a_measure_is_told_in_the_words_that_date_it() -> None:
    a, _ = report("alfa", DAY.format(6), "* The border is closed.")
    b, _ = report("bravo", DAY.format(6), "* On Wednesday the border was closed.")
    (step,) = brief_of([a, b], []).timeline
    assert (step.when, step.text, len(step.claims)) == ("2031-03-05", "On Wednesday the border was closed.", 2)
