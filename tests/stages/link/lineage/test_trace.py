from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sayso.model.link import Lineage, Link
from sayso.model.passage import Passage
from sayso.model.reading import Reading
from sayso.model.report import Raw, Report
from sayso.model.span import Span
from sayso.stages.clean import clean
from sayso.stages.link.lineage import trace
from sayso.stages.link.lineage.alignment import Alignment, Twin
from sayso.stages.link.lineage.page import pages
from sayso.stages.link.lineage.relation import judge
from sayso.stages.link.lineage.verbatim import Overlap

WIRE = [
    (
        "PORT SELDEN, May 3 (Northern Wire) - A ferry with more than 200 passengers ran onto rocks off Port Selden in"
        " thick fog on Tuesday, and rescuers brought most of them ashore in lifeboats."
    ),
    (
        "Harbour master Ilse Brandt told reporters that eleven people had been taken to the district hospital, two of"
        " them with broken bones."
    ),
    "The Margit, a car ferry built in 1987, had left the mainland an hour late because of a fault in a bow door.",
    (
        "Fishermen from three villages launched their own boats when they heard the horn, and carried the elderly off"
        " before the coastguard came."
    ),
    (
        "The shipping inspectorate has impounded the vessel and will question the captain, who has sailed the route for"
        " nineteen years."
    ),
    "Ferries to the outer islands stay in port until Thursday, the operator Selden Line said in a notice.",
]
REWORDED = [
    (
        "In dense fog a ferry carrying upwards of 200 passengers struck rocks near Port Selden on Tuesday; most were"
        " brought ashore by lifeboats, rescuers said."
    ),
    (
        "Eleven people, two of them suffering broken bones, went to the district hospital, according to harbour master"
        " Ilse Brandt."
    ),
    "Built in 1987, the car ferry Margit had set off from the mainland one hour late owing to a faulty bow door.",
    (
        "On hearing the horn fishermen of three villages put out in their own boats and took the elderly off ahead of the"
        " coastguard."
    ),
    (
        "The vessel has been impounded by the shipping inspectorate, which wants to question its captain, a man with"
        " nineteen years on the route."
    ),
    "Operator Selden Line said in a notice that ferries to the outer islands would remain in port until Thursday.",
]
OWN = [
    "I was asleep when the tables began to slide, says Tomas, a plumber on his way home from a wedding.",
    "Port Selden smells of diesel this morning. Children collect suitcases on the beach and line them up by colour.",
    "Nobody in the parish hall has slept; the baker has sent rolls and the choir has cancelled its concert.",
    "What people ask here is why the boat sailed at all on such a night, with a door that had been mended twice.",
]


def reading(name: str, sentences: list[str], published: str | None = None, outlet: str | None = None) -> Reading:
    text = "\n\n".join(sentences)
    raw = Raw(name=name, media="json", text=text, id=name, published=published, outlet=outlet)
    return clean([raw])[0]


def between(lineage: Lineage, one: str, other: str) -> Link | None:
    return next((link for link in lineage.links if {link.a, link.b} == {one, other}), None)


def test_a_reprint_is_a_copy_of_the_earlier_report() -> None:
    first = reading("x", WIRE, "2031-05-03T10:00:00+00:00", "Northern Wire")
    second = reading("a", ["By Staff", *WIRE], "2031-05-03T12:00:00+00:00", "Vale Gazette")
    link = between(trace([second, first], []), "a", "x")
    assert link is not None
    assert (link.relation, link.direction, link.a, link.b) == ("copy", "a-from-b", "a", "x")


def test_a_report_with_two_taken_paragraphs_is_an_excerpt() -> None:
    part = reading("b", [WIRE[0], WIRE[3], *OWN], "2031-05-03T15:00:00+00:00", "Vale Gazette")
    link = between(trace([reading("a", WIRE, "2031-05-03T10:00:00+00:00", "Northern Wire"), part], []), "a", "b")
    assert link is not None
    assert link.relation == "excerpt"
    assert all(taken.kind == "verbatim" for taken in link.passages)


def test_a_report_that_says_the_same_sentence_by_sentence_is_a_rewrite() -> None:
    lineage = trace([reading("a", WIRE, outlet="Northern Wire"), reading("b", REWORDED), reading("c", OWN)], [])
    link = between(lineage, "a", "b")
    assert link is not None
    assert link.relation == "rewrite"
    assert {taken.kind for taken in link.passages} <= {"reworded", "edited"}
    assert between(lineage, "a", "c") is None


def test_two_that_took_from_one_text_are_siblings() -> None:
    whole = reading("a", WIRE, "2031-05-03T10:00:00+00:00", "Northern Wire")
    head = reading("b", [*WIRE[:2], OWN[0]], "2031-05-03T12:00:00+00:00", "Vale Gazette")
    tail = reading("c", [*WIRE[3:5], OWN[1]], "2031-05-03T13:00:00+00:00", "Hill Echo")
    link = between(trace([whole, head, tail], []), "b", "c")
    assert link is not None
    assert link.relation == "excerpt"
    assert "Northern Wire" in link.reasons[0]


def test_an_agency_text_that_nobody_published_is_a_parent_of_its_own() -> None:
    one = reading("b", [*WIRE[:4], OWN[0]], "2031-05-03T12:00:00+00:00", "Vale Gazette")
    other = reading("c", [*WIRE[:3], OWN[1]], "2031-05-03T13:00:00+00:00", "Hill Echo")
    unseen = trace([one, other], []).unseen
    assert [(node.name, node.carried_by) for node in unseen] == [("Northern Wire", ("b", "c"))]


def test_who_carries_the_same_words_without_the_credit_is_named_too() -> None:
    lines = [[*WIRE[:4], OWN[0]], [*WIRE[:3], WIRE[5], OWN[1]], [WIRE[0].split(" - ")[1], *WIRE[1:4], OWN[2]]]
    unseen = trace([reading(name, text) for name, text in zip("bcd", lines, strict=True)], []).unseen
    assert [(node.name, node.carried_by) for node in unseen] == [("Northern Wire", ("b", "c", "d"))]


def test_three_that_share_by_twos_what_the_third_lacks_carry_an_unseen_text() -> None:
    parts = [WIRE[0].split(" - ")[1], *WIRE[1:]]
    first, second, third = parts[:4], [*parts[:2], *parts[4:]], parts[2:]
    unseen = trace([reading("b", first), reading("c", second), reading("d", third)], []).unseen
    assert [(node.name, node.carried_by) for node in unseen] == [(None, ("b", "c", "d"))]
    later = [
        reading(name, text, f"2031-05-03T1{k}:00:00+00:00")
        for k, (name, text) in enumerate([("b", first), ("c", second), ("d", third)])
    ]
    assert trace(later, []).unseen == ()


def test_three_outlets_that_print_one_text_in_one_minute_carry_an_unseen_text() -> None:
    parts = [WIRE[0].split(" - ")[1], *WIRE[1:]]
    minute = [
        reading(name, [*parts, own], "2031-05-03T12:00:00+00:00", f"Outlet {name}")
        for name, own in zip("bcd", OWN, strict=False)
    ]
    assert [node.carried_by for node in trace(minute, []).unseen] == [("b", "c", "d")]
    hours = [
        reading(name, [*parts, own], f"2031-05-03T1{k}:00:00+00:00", f"Outlet {name}")
        for k, (name, own) in enumerate(zip("bcd", OWN, strict=False))
    ]
    assert trace(hours, []).unseen == ()


def test_a_statement_printed_without_marks_under_its_announcement_is_the_speakers() -> None:
    board = [
        "The harbour board released the following statement on Wednesday night:",
        (
            "The lighthouse was manned at all hours of the night and its horn sounded every ninety seconds. The channel"
            " buoys had been inspected in April and found in order. The pilots of the port remain at the disposal of the"
            " inspectorate and the families."
        ),
    ]
    plain = trace([reading("a", [*OWN[:2], board[1]]), reading("b", [*OWN[2:], board[1]])], [])
    announced = trace([reading("a", [*OWN[:2], *board]), reading("b", [*OWN[2:], *board])], [])
    assert [link.relation for link in plain.links] == ["excerpt"]
    assert [link.relation for link in announced.links] == ["shared-source"]


def test_the_direction_of_undated_reports_follows_the_credit() -> None:
    lineage = trace([reading("a", WIRE, outlet="Vale Gazette"), reading("b", WIRE, outlet="Northern Wire")], [])
    assert [(link.a, link.b, link.direction) for link in lineage.links] == [("a", "b", "a-from-b")]


def test_without_times_and_credits_no_direction_is_given() -> None:
    plain = [WIRE[0].split(" - ")[1], *WIRE[1:]]
    lineage = trace([reading("a", plain), reading("b", plain)], [])
    assert [(link.a, link.b, link.direction) for link in lineage.links] == [("b", "a", None)]


def test_a_shared_quotation_is_a_shared_source_and_no_copy() -> None:
    said = (
        '"The fog came in like a wall and within a minute the lookout could not see the bow of his own ship, let'
        ' alone the rocks on which we had hung lamps for sixty years," said harbour master Ilse Brandt.'
    )
    lineage = trace([reading("a", [*WIRE[1:4], said]), reading("b", [OWN[1], said, OWN[2]])], [])
    assert [link.relation for link in lineage.links] == ["shared-source"]


def test_an_appeal_to_witnesses_proves_nothing() -> None:
    appeal = "Anybody with information on the van is urged to contact the Selden police at 555-0100 or the tip line at any hour."
    lineage = trace([reading("a", [OWN[1], appeal]), reading("b", [OWN[2], appeal])], [])
    assert lineage.links == ()


def test_furniture_is_no_evidence() -> None:
    text = "\n\n".join([OWN[1], *WIRE])

    furniture = Passage(kind="furniture", span=Span(len(OWN[1]) + 2, len(text)))
    page = Reading(report=Report.of(text=text, id="b"), passages=(furniture,))
    assert trace([reading("a", WIRE), page], []).links == ()


def test_passages_lie_in_their_reports() -> None:
    readings = [reading("a", WIRE), reading("b", [*OWN[:2], *WIRE[2:], OWN[3]]), reading("c", REWORDED)]
    texts = {one.report.id: one.report.text for one in readings}
    links = trace(readings, []).links
    assert links
    for link in links:
        for taken in link.passages:
            assert taken.a.of(texts[link.a]).strip()
            assert taken.b.of(texts[link.b]).strip()
            if taken.kind == "verbatim":
                assert taken.a.of(texts[link.a]).split()[0] == taken.b.of(texts[link.b]).split()[0]


def test_nothing_comes_of_nothing() -> None:
    assert trace([], []) == Lineage()
    assert trace([reading("a", [""]), reading("b", ["One word."])], []).links == ()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([*WIRE, *OWN, "“", "Yes.", "12,000\n34 .5"]), max_size=8), st.data())
def test_any_mixture_gives_the_same_answer_twice_and_sound_spans(sentences: list[str], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(sentences)))
    readings = [reading("a", WIRE), reading("b", sentences[:cut]), reading("c", sentences[cut:])]
    once = trace(readings, [])
    assert once == trace(readings, [])
    texts = {one.report.id: one.report.text for one in readings}
    for link in once.links:
        assert all(taken.a.end <= len(texts[link.a]) for taken in link.passages)
        assert all(taken.b.end <= len(texts[link.b]) for taken in link.passages)
        assert all(one.a.start < other.a.start for one, other in pairwise(link.passages))


def test_a_sentence_printed_twice_is_one_passage_on_each_side() -> None:
    twice = [WIRE[0], WIRE[2], WIRE[1], WIRE[1], WIRE[1]]
    (link,) = trace([reading("b", twice), reading("c", [WIRE[1], WIRE[2], WIRE[1]])], []).links
    assert all(one.a.start < other.a.start for one, other in pairwise(link.passages))


def test_a_spun_text_is_a_rewrite_however_many_words_are_left() -> None:
    spun = [
        sentence.replace("passengers", "travellers")
        .replace("rescuers", "helpers")
        .replace("the", "that")
        .replace("had", "has")
        .replace(" and", " plus")
        .replace("said in", "told in")
        for sentence in WIRE
    ]
    link = between(trace([reading("a", WIRE), reading("b", spun)], []), "a", "b")
    assert link is not None
    assert link.relation == "rewrite"


def test_a_copyright_line_names_the_unseen_parent_and_the_outlet_in_the_family_is_not_unseen() -> None:
    one = reading("b", [*WIRE[:4], OWN[0]], "2031-05-03T12:00:00+00:00", "Vale Gazette")
    other = reading("c", [*WIRE[1:4], OWN[1], "© 2031 Northern Wire. All rights reserved."], None, "Hill Echo")
    assert [node.name for node in trace([one, other], []).unseen] == ["Northern Wire"]
    whole = reading("a", WIRE, "2031-05-03T10:00:00+00:00", "Northern Wire")
    assert trace([one, other, whole], []).unseen == ()


def test_weeks_later_a_paragraph_that_returns_is_background() -> None:
    whole = reading("a", WIRE, "2031-05-03T10:00:00+00:00", "Northern Wire")
    later = reading("b", [*OWN, WIRE[2], WIRE[3], WIRE[4]], "2031-08-03T10:00:00+00:00", "Vale Gazette")
    assert trace([whole, later], []).links == ()


def test_the_cost_of_a_hostile_text_is_bounded() -> None:
    endless = " ".join(f"Ferry {n} left port {n % 7} late." for n in range(4000))
    assert trace([reading("a", [endless]), reading("b", [endless[::-1]]), reading("c", ["“" * 20000])], []) is not None


SAYING = "“The pumps ran dry at noon and nobody on the quay had a spare hose,” said Orvo Lind, a carter of Quay Street."


def test_one_sentence_of_a_speaker_in_both_is_one_source_and_no_taking() -> None:
    one = [*OWN, SAYING]
    other = ["Smoke stood over the old cannery until the evening.", SAYING, "The owner could not be reached."]
    (link,) = trace([reading("a", one), reading("b", other)], []).links
    assert link.relation == "shared-source"


def test_the_words_that_introduce_a_speaker_are_not_the_reports_own() -> None:
    plain = "The owner could not be reached."
    (page,), _ = pages([reading("a", [SAYING, plain])])
    assert page.own == len(plain.split())


def test_order_and_wording_together_make_a_rewrite_where_neither_would_alone() -> None:
    measured = Overlap(share_a=0.24, share_b=0.22, long=0.0, longest=8, own=44, quoted=0, alike=0.1)
    chain = Alignment(twins=tuple(Twin(k, k, 0.5) for k in range(6)), score=1.8, share_a=0.7, share_b=0.66, depth=0.24)
    (one, other), _ = pages([reading("a", WIRE), reading("b", OWN)])
    verdict = judge(one, other, measured, chain)
    assert verdict is not None
    assert verdict.relation == "rewrite"
    weaker = replace(measured, share_b=0.1)
    assert judge(one, other, weaker, chain) != verdict
