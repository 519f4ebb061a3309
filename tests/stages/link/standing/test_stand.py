from time import process_time

import pytest

from sayso.language.parser import Parser
from sayso.model.claim import Claim
from sayso.model.link import Lineage, Link
from sayso.model.reading import Reading
from sayso.model.report import Raw
from sayso.stages.clean import clean
from sayso.stages.extract import extract
from tests.stages.reconcile.newsroom import figure, report, stood

PARSER = Parser()
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


def speaker(lineage: Lineage, claim: Claim) -> str:
    held = next(standing for standing in lineage.standings if standing.claim == claim.id)
    return next(source.name for source in lineage.sources if source.id == held.source)


def test_a_post_and_its_holder_are_one_origin_where_a_report_says_so_each_under_its_own_name() -> None:
    a, (s,) = report("a", DAY, "President Ana Ostrov said [8] people had died.")
    b, (t,) = report("b", DAY, "The president said [8] people had died.")
    claims = [figure(a, s, "Ana Ostrov"), figure(b, t, "president")]
    lineage = stood([a, b], claims)
    assert len({standing.origin_apart for standing in lineage.standings}) == 1
    assert [speaker(lineage, claim) for claim in claims] == ["Ana Ostrov", "president"]
    assert any("President" in reason for source in lineage.sources for reason in source.reasons)


def test_a_minister_never_goes_by_the_name_of_a_ministry_that_speaks_more_often() -> None:
    a, (s,) = report("a", DAY, "Health Minister Ana Ostrov said [8] people had died.")
    b, (t,) = report("b", DAY, "The health ministry said [8] people had died.")
    c, (u,) = report("c", DAY, "The health ministry said [8] people had died.")
    claims = [figure(a, s, "Ana Ostrov"), figure(b, t, "health ministry"), figure(c, u, "health ministry")]
    lineage = stood([a, b, c], claims)
    assert [speaker(lineage, claim) for claim in claims] == ["Ana Ostrov", "health ministry", "health ministry"]
    assert len({standing.origin_apart for standing in lineage.standings}) == 1


def test_spokespeople_of_two_states_ministries_stay_apart() -> None:
    text = (
        "French Defence Ministry spokesman Igor Konev said [8] people had died. "
        "Chilean Defence Ministry spokeswoman Olena Bilyk said [30] people had died. "
        "The Chilean Defence Ministry spoke of [9]."
    )
    a, (s, t, u) = report("a", DAY, text)
    claims = [figure(a, s, "Igor Konev"), figure(a, t, "Olena Bilyk"), figure(a, u, "Chilean Defence Ministry")]
    lineage = stood([a], claims)
    assert [speaker(lineage, claim) for claim in claims] == ["Igor Konev", "Olena Bilyk", "Chilean Defence Ministry"]
    one, two, three = lineage.standings
    assert one.origin != two.origin
    assert two.origin == three.origin


@pytest.mark.parametrize("title", ["US", "U.S.", "U.S", "American"])
def test_a_spokesman_of_one_state_never_speaks_for_the_only_ministry_of_another(title: str) -> None:
    a, (s,) = report("a", DAY, f"{title} State Department spokesman Tom Hale said [8] people had died.")
    b, (t,) = report("b", DAY, "Chile's Foreign Ministry said [8] people had died.")
    c, (u,) = report("c", DAY, "The British Foreign Office said [8] people had died.")
    sources = ("Tom Hale", "Chile's Foreign Ministry", "British Foreign Office")
    claims = [figure(r, n, name) for r, n, name in zip((a, b, c), (s, t, u), sources, strict=True)]
    lineage = stood([a, b, c], claims)
    assert tuple(speaker(lineage, claim) for claim in claims) == sources
    assert len({standing.origin for standing in lineage.standings}) == 3


@pytest.mark.parametrize(
    "names",
    [
        ("Kremlin", "White House"),
        ("State Department", "Foreign Office"),
        ("Congress", "National Assembly"),
        ("Pentagon", "Ministry of Defence"),
        ("Downing Street", "White House"),
        ("French Defence Ministry", "Defence Ministry", "Chilean Defence Ministry"),
        ("Scottish health minister", "Welsh health minister"),
        ("Austrian army", "Australian army"),
        ("Nigerian army", "army of Niger"),
        ("state police of Northport", "city police of Northport"),
        ("Northport General Hospital", "Southport General Hospital"),
        ("doctors", "Doctors Without Walls"),
        ("police officer", "police"),
        ("British police and local media", "police"),
        ("foreign ministry in Oslo", "foreign ministry in Lima"),
        ("police in Oslo", "Norwegian police"),
        ("foreign ministry in Oslo", "Danish foreign ministry"),
    ],
)
def test_names_that_only_sound_alike_are_never_joined(names: tuple[str, ...]) -> None:
    lineage = stood(*cited(*names))
    assert len({standing.source for standing in lineage.standings}) == len(names)


@pytest.mark.parametrize(
    "names",
    [
        ("White House", "the U.S. president's office"),
        ("Pentagon", "US Defense Department"),
        ("Harbour Rescue Trust (HRT)", "Harbour Rescue Trust", "HRT"),
        ("Mayor of London Ana Ostrov", "London Mayor Ana Ostrov"),
        ("foreign ministry in Oslo", "Norwegian foreign ministry", "Oslo's foreign ministry"),
        ("Associated Press", "AP", "AP news agency"),
        ("Ministry of Health in Lima", "Peru's health ministry"),
    ],
)
def test_a_body_under_its_states_name_and_its_own_is_one(names: tuple[str, ...]) -> None:
    assert len(stood(*cited(*names)).sources) == 1


def test_a_bare_ministry_is_the_one_that_its_own_report_named_before() -> None:
    a, (s, t) = report("a", DAY, "The Chilean health ministry said [8] had died. The health ministry counted [9].")
    b, (u, v) = report("b", DAY, "The French health ministry said [8] had died. The health ministry counted [9].")
    claims = [figure(a, s, "Chilean health ministry"), figure(a, t, "health ministry")]
    claims += [figure(b, u, "French health ministry"), figure(b, v, "health ministry")]
    lineage = stood([a, b], claims)
    chile, france = "Chilean health ministry", "French health ministry"
    assert [speaker(lineage, claim) for claim in claims] == [chile, chile, france, france]


def test_a_bare_ministry_after_two_named_ones_is_neither() -> None:
    text = "The Chilean army said [8] had died. The French army said [7]. The army counted [9]."
    a, (s, t, u) = report("a", DAY, text)
    claims = [figure(a, s, "Chilean army"), figure(a, t, "French army"), figure(a, u, "army")]
    assert len({standing.source for standing in stood([a], claims).standings}) == 3


def test_a_bare_ministry_after_the_ministers_of_two_states_is_neither() -> None:
    text = (
        "The Spanish health ministry said [8] had died. French Health Minister Luc Dor said [7]. The ministry sent [9]."
    )
    a, (s, t, u) = report("a", DAY, text)
    names = ("Spanish health ministry", "Luc Dor", "health ministry")
    claims = [figure(a, span, name) for span, name in zip((s, t, u), names, strict=True)]
    lineage = stood([a], claims)
    assert tuple(speaker(lineage, claim) for claim in claims) == names


def test_a_bare_ministry_in_a_report_on_another_state_is_not_that_of_the_story() -> None:
    a, (s,) = report("a", DAY, "Madrid, Spain: the Spanish health ministry in Spain said [8] people had died in Spain.")
    b, (t,) = report("b", DAY, "In France, the French health minister wept. The health ministry sent [9] doctors.")
    claims = [figure(a, s, "Spanish health ministry"), figure(b, t, "health ministry")]
    assert len(stood([a, b], claims).sources) == 2


def test_a_surname_with_another_title_is_another_person() -> None:
    lineage = stood(*cited("President Ana Ostrov", "Ana Ostrov", "Mayor Ostrov"))
    assert len(lineage.sources) == 2


def test_a_brother_is_not_his_sister() -> None:
    assert len(stood(*cited("Martin Ostrov", "Martina Ostrov")).sources) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("doctor Ida Brock", "Ida Brock"), ("village official Orvo", "Orvo"), ("nurse Ida Brock", "Brock")],
)
def test_what_a_person_is_does_not_set_the_name_apart(one: str, other: str) -> None:
    assert len(stood(*cited(one, other)).sources) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("doctor Ida Brock", "doctor Jan Brock"), ("welder Brock", "farmer Brock"), ("witness Reuters", "Reuters")],
)
def test_another_name_or_another_trade_is_another_source(one: str, other: str) -> None:
    assert len(stood(*cited(one, other)).sources) == 2


def test_a_surname_that_two_people_share_is_neither() -> None:
    lineage = stood(*cited("Ana Ostrov", "Boris Ostrov", "Ostrov"))
    assert len(lineage.sources) == 3


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


def carried(name: str, agency: str, number: str = "8", outlet: str | None = None) -> tuple[Reading, list[Claim]]:
    raw = Raw(
        name=name,
        media="json",
        id=name,
        outlet=outlet or name.title(),
        text=f"NORTHPORT, 1 March ({agency}) - A crane fell onto the quay, killing {number} people, and the port was shut.",
    )
    readings = clean([raw])
    return readings[0], [claim for claim in extract(readings, PARSER) if claim.kind == "figure"]


def test_what_reports_say_themselves_in_one_agencys_text_is_one_origin() -> None:
    pairs = [carried("a", "Reuters"), carried("b", "REUTERS"), carried("c", "AFP")]
    lineage = stood([reading for reading, _ in pairs], [claim for _, claims in pairs for claim in claims])
    first, second, third = lineage.standings
    assert first.origin_apart == second.origin_apart != third.origin_apart
    assert first.counts
    assert first.source is None


def test_an_agency_cited_and_an_agency_credited_are_one_origin() -> None:
    one, claims = carried("a", "Reuters")
    other, (span,) = report("b", DAY, "Reuters reported that [8] people had died.")
    lineage = stood([one, other], [*claims, figure(other, span, "Reuters")])
    assert len({standing.origin_apart for standing in lineage.standings}) == 1


def test_a_text_whose_own_report_is_here_adds_nothing_to_it() -> None:
    wire, wired = carried("a", "Quay Wire", outlet="Quay Wire")
    print_, printed = carried("b", "Quay Wire")
    lineage = stood([wire, print_], [*wired, *printed])
    assert len({standing.origin for standing in lineage.standings}) == 1
    assert not any(standing.counts for standing in lineage.standings)


def test_the_reason_rests_on_the_credits_words() -> None:
    reading, claims = carried("a", "Reuters")
    (standing,) = stood([reading], claims).standings
    (evidence,) = standing.grounds[0].evidence
    assert reading.report.text[evidence.start : evidence.end] == "Reuters"


def test_one_who_is_introduced_behind_the_name_does_not_speak_for_what_stands_before_it() -> None:
    text = "In all [8] were brought to the clinic, Ana Ostrov, a director of the Northport Ambulance Service, said."
    a, (s,) = report("a", DAY, text)
    b, (t,) = report("b", DAY, "The clinic of Northport and the Northport Ambulance Service have [8].")
    claims = [figure(a, s, "Ana Ostrov"), figure(b, t, "Northport Ambulance Service")]
    lineage = stood([a, b], claims)
    assert len({standing.origin for standing in lineage.standings}) == 1


def test_what_two_bodies_say_together_is_no_third_origin() -> None:
    lineage = stood(*cited("Northport police", "Northport police and fire brigade"))
    assert len({standing.origin for standing in lineage.standings}) == 1


def test_police_without_a_place_may_be_any_police() -> None:
    lineage = stood(*cited("Northport Transport Police", "Police"))
    assert len({standing.origin for standing in lineage.standings}) == 1
    assert len({standing.origin_apart for standing in lineage.standings}) == 2


@pytest.mark.parametrize(
    ("name", "kind"), [("National Flood Rescue Agency", "official"), ("the Nordvik news agency", "agency")]
)
def test_an_agency_of_state_carries_no_news(name: str, kind: str) -> None:
    assert [source.kind for source in stood(*cited(name)).sources] == [kind]


def test_a_local_official_may_be_any_official_of_the_value() -> None:
    lineage = stood(*cited("Northport mayor", "a local official"))
    assert len({standing.origin for standing in lineage.standings}) == 1


def test_who_leads_a_group_speaks_for_it() -> None:
    a, (s,) = report("a", DAY, "In all [8] were hurt, said Ana Ostrov, who leads the Quay Tailors' Guild.")
    b, (t,) = report("b", DAY, "The Quay Tailors' Guild counts [8].")
    claims = [figure(a, s, "Ana Ostrov"), figure(b, t, "Quay Tailors' Guild")]
    lineage = stood([a, b], claims)
    assert len({standing.origin for standing in lineage.standings}) == 1
    assert len({standing.origin_apart for standing in lineage.standings}) == 2


@pytest.mark.parametrize("names", [("city police", "police"), ("Quay Tailors' Union", "union")])
def test_a_bare_name_of_another_report_is_never_counted_twice_for_certain(names: tuple[str, ...]) -> None:
    assert len({standing.origin for standing in stood(*cited(*names)).standings}) == 1


def test_capitals_in_a_dateline_stand_for_an_outlet_that_is_here() -> None:
    wire, wired = carried("a", "Quay Wire", outlet="Quay Wire")
    print_, printed = carried("b", "QW")
    lineage = stood([wire, print_], [*wired, *printed])
    assert len({standing.origin for standing in lineage.standings}) == 1


def test_a_body_named_by_the_hundred_costs_in_proportion() -> None:
    def seconds(times: int) -> float:
        text = "French police came first. " + "Police said [8] had died. " * times
        reading, spans = report("a", DAY, text)
        claims = [figure(reading, span, "Police") for span in spans]
        start = process_time()
        stood([reading], claims)
        return process_time() - start

    seconds(10)
    assert seconds(400) < 16 * max(seconds(50), 0.01)
