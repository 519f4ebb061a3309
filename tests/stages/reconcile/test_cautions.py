from sayso.model.link import Distortion, Lineage, Requote, Wording
from sayso.model.span import Span
from sayso.model.story import Outsider, Story
from sayso.stages.reconcile.cautions import cautions
from tests.stages.reconcile.newsroom import figure, report

DAY = "2031-03-01T12:00:00+00:00"


def test_what_copying_changed_and_what_is_of_another_event_is_warned_of_at_its_place() -> None:
    a, (s,) = report("alfa", DAY, "In the fire of 1987, [60] people died.")
    claim = figure(a, s, background=True)
    change = Distortion(kind="role", copy="alfa", span=Span(0, 2), other="bravo", other_span=Span(0, 2))
    story = Story(reports=("alfa",), outsiders=(Outsider(report="bravo", reason="tells of a football match"),))
    found = cautions([a], [claim], Lineage(distortions=(change,)), story, ())
    assert [(one.report, one.kind, one.start) for one in found] == [
        ("alfa", "role-changed-in-copy", 0),
        ("alfa", "other-event", s.start),
        ("bravo", "outsider", None),
    ]


def test_the_wording_that_fewer_carry_is_the_one_to_beware_of() -> None:
    readings, claims = zip(*(report(name, DAY, "He spoke of [7] nights.") for name in ("a", "b", "c")), strict=True)
    made = [figure(reading, spans[0]) for reading, spans in zip(readings, claims, strict=True)]
    wordings = (
        Wording(text="seven nights", claims=(made[0].id, made[1].id)),
        Wording(text="some evenings", claims=(made[2].id,)),
    )
    requote = Requote(speaker="Ana Ostrov", wordings=wordings, drift=0.5)
    found = cautions(readings, made, Lineage(requotes=(requote,)), Story(reports=("a", "b", "c")), ())
    assert [(one.report, one.kind) for one in found] == [("c", "quote-drift")]
