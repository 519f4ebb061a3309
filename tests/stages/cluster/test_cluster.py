from sayso.model.passage import Passage
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.stages.cluster import cluster

HARBOUR = (
    "A tanker burned at Port Sarn on Friday. Governor Ilse Marrow said that the Velmar had drifted onto Gull Rock."
)
MINE = (
    "Miners were trapped near Dunholt when the Karsk shaft flooded. Foreman Odo Brenn spoke of Pit Seven at Lower Hask."
)


def reading(name: str, text: str) -> Reading:
    passage = Passage(kind="body", span=Span(0, len(text)))
    return Reading(report=Report.of(text=text, id=name), passages=(passage,) if text else ())


def harbour(count: int) -> list[Reading]:
    return [reading(f"h{n}", f"{HARBOUR} The {n}th witness on the quay, a clerk, saw it all.") for n in range(count)]


def mine(count: int) -> list[Reading]:
    return [reading(f"m{n}", f"{MINE} The {n}th rescuer at the head of the shaft was tired.") for n in range(count)]


def test_a_report_of_another_event_is_an_outsider_with_a_reason() -> None:
    story = cluster([*harbour(3), *mine(1)])
    assert story.reports == ("h0", "h1", "h2")
    assert [outsider.report for outsider in story.outsiders] == ["m0"]
    assert "Marrow" in story.outsiders[0].reason
    assert "Dunholt" in story.outsiders[0].reason


def test_of_two_events_the_larger_is_the_story() -> None:
    assert cluster([*harbour(4), *mine(5)]).reports == tuple(f"m{n}" for n in range(5))
    assert cluster([*harbour(6), *mine(5)]).reports == tuple(f"h{n}" for n in range(6))


def test_with_one_or_two_reports_nobody_is_an_outsider() -> None:
    assert cluster([*harbour(1), *mine(1)]).outsiders == ()
    assert cluster(mine(1)).reports == ("m0",)


def test_where_nobody_shares_anything_nobody_is_an_outsider() -> None:
    words = ["Abel rode to Quorn.", "Bertha sang in Rillo.", "Cyrus dug at Stam.", "Dora left Tolmin."]
    story = cluster([reading(str(n), text) for n, text in enumerate(words)])
    assert len(story.reports) == 4


def test_unreadable_and_repeated_reports_are_neither_in_nor_out() -> None:
    story = cluster([*harbour(3), reading("empty", "")])
    assert story.reports == ("h0", "h1", "h2")
    assert story.outsiders == ()


def test_the_order_of_reports_changes_nothing_but_the_order() -> None:
    mixed = [*harbour(4), *mine(2)]
    assert set(cluster(mixed).reports) == set(cluster(mixed[::-1]).reports)


def test_no_report_at_all_is_a_story_of_none() -> None:
    assert cluster([]).reports == ()


def test_tells_the_events_of_a_mixed_run_apart_and_leaves_strangers_alone() -> None:
    stranger = reading("s", "A choir sang at Lindmoor. Cantor Ruda Vell thanked the Osk Society for its gifts.")
    story = cluster([*harbour(4), stranger, *mine(3)])
    assert story.events == (("h0", "h1", "h2", "h3"), ("m0", "m1", "m2"), ("s",))


def test_two_reports_of_two_events_are_one_run_but_two_events() -> None:
    story = cluster([*harbour(1), *mine(1)])
    assert story.reports == ("h0", "m0")
    assert story.events == (("h0",), ("m0",))


def test_the_same_kind_of_event_months_later_is_another_one() -> None:
    dated = [
        Reading(report=Report.of(text=one.report.text, id=one.report.id, published=day), passages=one.passages)
        for one, day in zip(harbour(4), ("2031-05-15", "2031-05-16", "2032-02-01", None), strict=True)
    ]
    story = cluster(dated)
    assert story.reports == ("h0", "h1", "h2", "h3")
    assert story.events == (("h0", "h1", "h3"), ("h2",))
