"""Entries of a live page are told at their own hours."""

import msgspec
import pytest

from sayso.model.brief import Brief
from sayso.model.claim import Claim
from sayso.model.passage import Passage
from sayso.model.question import Question
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.stages.reconcile.actions import measures_taken
from sayso.stages.reconcile.hours import stamped, told_day
from tests.stages.reconcile.newsroom import brief_of, figure, report

DAY = "2033-09-14"
CLOCKS = ("19:40", "12:05", "06:30")


def live(published: str, *lines: str, days: tuple[str, ...] = (DAY, DAY, DAY)) -> tuple[Reading, list[Span]]:
    """A live page, each line an entry, the newest first."""
    reading, spans = report("quay", published, *lines)
    at, passages = 0, []
    for line, day, clock in zip(reading.report.text.split("\n"), days, CLOCKS, strict=False):
        passages.append(Passage(kind="entry", span=Span(at, at + len(line)), when=f"{day}T{clock}:00"))
        at += len(line) + 1
    return msgspec.structs.replace(reading, passages=tuple(passages)), spans


def only(found: Brief) -> Question:
    (question,) = found.questions
    return question


def fates(question: Question) -> list[tuple[float, str]]:
    return [(variant.low, variant.status) for variant in question.variants]


def test_a_stamp_without_a_zone_is_in_that_of_the_publication() -> None:
    page, _ = live(f"{DAY}T21:00:00+05:00", "Boats are out.", "Boats go out.")
    assert stamped(page, 0) == f"{DAY}T19:40:00+05:00"
    assert stamped(live(DAY, "Boats are out.")[0], 0) == f"{DAY}T19:40:00"


def test_what_is_no_entry_has_the_time_of_its_report() -> None:
    page, _ = report("quay", DAY, "Boats are out.")
    assert (stamped(page, 0), told_day(page, 0)) == (None, DAY)


def test_an_entry_without_a_day_has_none_invented() -> None:
    page, _ = report("quay", DAY, "Boats are out.")
    bare = msgspec.structs.replace(page, passages=(Passage(kind="entry", span=Span(0, 5), when="19:40"),))
    assert stamped(bare, 0) is None


@pytest.mark.parametrize("measure", ["injured", "missing"])
def test_the_later_entry_overtakes_the_earlier_one(measure: str) -> None:
    page, (new, old) = live(
        DAY, "The fire brigade counts [44] people.", "The clinic speaks of [39].", "Smoke over the pier."
    )
    claims = [figure(page, new, "fire brigade", measure=measure), figure(page, old, measure=measure)]
    question = only(brief_of([page], claims))
    assert fates(question) == [(39, "overtaken"), (44, "current")]
    assert [variant.first_reported for variant in question.variants] == [f"{DAY}T12:05:00", f"{DAY}T19:40:00"]


def test_a_falling_count_is_in_the_order_of_its_hours() -> None:
    page, (late, noon, dawn) = live(
        f"{DAY}T20:00:00Z", "[16] hikers are missing.", "[29] hikers are missing.", "[21] hikers are missing."
    )
    claims = [figure(page, span, "mountain rescue", measure="missing") for span in (late, noon, dawn)]
    assert fates(only(brief_of([page], claims))) == [(21, "overtaken"), (29, "overtaken"), (16, "current")]


def test_two_values_of_one_entry_stand_beside_each_other() -> None:
    page, (one, two) = live(DAY, "Police count [44] wounded, the clinic [39].", "Smoke rises.")
    claims: list[Claim] = [
        figure(page, one, "police", measure="injured"),
        figure(page, two, "clinic", measure="injured"),
    ]
    assert {status for _, status in fates(only(brief_of([page], claims)))} == {"disputed"}


def test_an_entry_from_before_midnight_is_of_its_own_day() -> None:
    page, _ = live(DAY, "Rain.", "The mayor imposed a curfew.", days=(DAY, "2033-09-13"))
    (line,) = measures_taken([page], []).lines
    assert line.said == "2033-09-13"


def test_no_count_falls_from_what_is_only_denied() -> None:
    a, (high,) = report("alfa", "2033-09-13T08:00:00Z", "The ministry denied that [70] miners had died.")
    b, (low,) = report("bravo", "2033-09-14T08:00:00Z", "The ministry says [33] miners died.")
    denied = figure(a, high, "ministry", stance="denied")
    assert only(brief_of([a, b], [denied, figure(b, low, "ministry")])).remarks == ()
    c, (copied,) = report("charlie", "2033-09-13T09:00:00Z", "[70] miners died!")
    assert only(brief_of([a, b, c], [denied, figure(c, copied), figure(b, low, "ministry")])).remarks == ()
    said = figure(a, high, "union")
    assert only(brief_of([a, b], [said, figure(b, low, "ministry")])).remarks
