import msgspec
import pytest

from sayso.model.reading import Reading
from sayso.stages.reconcile.headlines import headline_cautions
from tests.stages.reconcile.newsroom import figure, report


def titled(title: str, text: str) -> list[str]:
    reading, spans = report("alfa", "2031-03-06", text)
    named = Reading(report=msgspec.structs.replace(reading.report, title=title))
    return [one.message for one in headline_cautions(named, [figure(reading, span) for span in spans])]


def test_a_title_outside_the_text_with_a_number_that_the_text_has_not_is_told() -> None:
    assert titled("Landslide kills 40", "[14] people were killed.") == ["its title has “40”, its text has not"]


@pytest.mark.parametrize(
    "title", ["Landslide kills 14", "Landslide kills fourteen", "Landslide of 2031", "Landslide kills one", "Landslide"]
)
def test_a_title_that_the_text_bears_out_is_not(title: str) -> None:
    assert titled(title, "[14] people were killed.") == []


def test_a_title_over_a_text_that_counts_nobody_is_not_judged() -> None:
    assert titled("Ten ways to cross a river", "Some of them need a boat.") == []


def test_a_headline_against_its_own_body_is_told_at_its_place() -> None:
    reading, spans = report("alfa", "2031-03-06", "[40] killed in landslide", "The mayor said [14] people had died.")
    head, body = figure(reading, spans[0]), figure(reading, spans[1])
    head = msgspec.structs.replace(head, passage="headline")
    (caution,) = headline_cautions(reading, [head, body])
    assert (caution.kind, caution.start, caution.end) == ("headline-differs", 0, 2)
    like = msgspec.structs.replace(body, figure=head.figure)
    assert list(headline_cautions(reading, [head, like])) == []
