import pytest

from sayso.model.claim import Claim
from sayso.model.link import Lineage, Link
from sayso.model.reading import Reading
from tests.stages.reconcile.newsroom import figure, report, stood

DAY = "2031-03-01T12:00:00+00:00"


def cited(*sources: str | None) -> tuple[list[Reading], list[Claim]]:
    pairs = [report(f"r{i}", DAY, "In Northport [8] people have died.") for i, _ in enumerate(sources)]
    claims = [figure(reading, spans[0], source) for (reading, spans), source in zip(pairs, sources, strict=True)]
    return [reading for reading, _ in pairs], claims


@pytest.mark.parametrize(
    "names",
    [
        ("Ruritania's Ministry of Health", "the Ruritanian health ministry", "Health Ministry"),
        ("Dmitri Ostrov", "Dmitry Ostrov", "Ostrov"),
        ("Office of the commandant", "commandant's office"),
        ("Ministry of Internal Affairs", "Interior Ministry"),
    ],
)
def test_one_source_under_many_names_is_one(names: tuple[str, ...]) -> None:
    lineage = stood(*cited(*names))
    assert len(lineage.sources) == 1
    assert set(lineage.sources[0].names) == set(names)
    assert len({standing.origin for standing in lineage.standings}) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Ruritanian health ministry", "Ruritanian interior ministry"),
        ("Northport police", "Southport police"),
        ("Ana Ostrov", "Boris Ostrov"),
        ("Ruritanian foreign ministry", "Borduria's foreign ministry"),
    ],
)
def test_different_offices_and_people_stay_apart(names: tuple[str, ...]) -> None:
    lineage = stood(*cited(*names))
    assert len(lineage.sources) == 2
    assert len({standing.origin for standing in lineage.standings}) == 2


def test_a_post_and_its_holder_are_one_where_a_report_says_so() -> None:
    a, (s,) = report("a", DAY, "President Ana Ostrov said [8] people had died.")
    b, (t,) = report("b", DAY, "The president said [8] people had died.")
    lineage = stood([a, b], [figure(a, s, "Ana Ostrov"), figure(b, t, "president")])
    (source,) = lineage.sources
    assert source.name == "Ana Ostrov"
    assert any("President" in reason for reason in source.reasons)


def test_a_ministry_that_speaks_more_often_than_its_minister_goes_by_its_own_name() -> None:
    a, (s,) = report("a", DAY, "Health Minister Ana Ostrov said [8] people had died.")
    b, (t,) = report("b", DAY, "The health ministry said [8] people had died.")
    c, (u,) = report("c", DAY, "The health ministry said [8] people had died.")
    ministry = [figure(b, t, "health ministry"), figure(c, u, "health ministry")]
    (source,) = stood([a, b, c], [figure(a, s, "Ana Ostrov"), *ministry]).sources
    assert source.name == "health ministry"


def test_a_spokeswoman_is_no_second_origin_beside_her_police_for_certain() -> None:
    a, (s,) = report("a", DAY, "Ana Ostrov, a police spokeswoman, said [8] people had died.")
    b, (t,) = report("b", DAY, "Northport police said [8] people had died.")
    one, two = stood([a, b], [figure(a, s, "Ana Ostrov"), figure(b, t, "Northport police")]).standings
    assert one.origin == two.origin
    assert one.origin_apart != two.origin_apart


def test_a_copied_figure_has_its_parents_origin() -> None:
    readings, claims = cited("harbour police", "officials at the port")
    link = Link(a="r1", b="r0", relation="copy", direction="a-from-b", score=1.0)
    parent, child = stood(readings, claims, Lineage(links=(link,))).standings
    assert (child.origin, child.origin_apart, child.taken_from) == (parent.origin, parent.origin_apart, claims[0].id)


def test_own_voice_counts_only_where_the_reporter_was_there() -> None:
    a, (s,) = report("a", DAY, "I counted [8] bodies on the quay.")
    b, (t,) = report("b", DAY, "The fire killed [8] people.")
    seen, told = stood([a, b], [figure(a, s), figure(b, t)]).standings
    assert (seen.counts, told.counts) == (True, False)


def test_officials_are_nobody_new_beside_a_named_official() -> None:
    one, two = stood(*cited("Northport police", "officials")).standings
    assert one.origin == two.origin
    assert one.origin_apart != two.origin_apart


def test_links_that_form_a_ring_come_to_an_end() -> None:
    readings, claims = cited(None, None)
    links = tuple(
        Link(a=a, b=b, relation="rewrite", direction=None, score=0.5) for a, b in (("r0", "r1"), ("r1", "r0"))
    )
    assert len(stood(readings, claims, Lineage(links=links)).standings) == 2
