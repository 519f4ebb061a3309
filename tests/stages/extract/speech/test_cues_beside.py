"""Which cue brings in words in marks, and who speaks where no cue stands beside them."""

import pytest

from sayso.language.parser import Parser
from sayso.model.passage import Passage
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.stages.extract.speech import Speech, plan_speech, read_speech

PARSER = Parser()


def read(text: str) -> Speech:
    passages = (Passage(kind="body", span=Span(0, len(text))),)
    plan = plan_speech(Reading(report=Report.of(id="r1", text=text), passages=passages))
    return read_speech(plan, PARSER.parse(plan.wanted))


def speakers(text: str) -> list[str | None]:
    return [claim.attribution.source for claim in read(text).quotes if claim.attribution]


def source(text: str, words: str) -> str | None:
    told = read(text).attribution_of(Span(text.index(words), text.index(words) + len(words)))
    return told.source if told else None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Who is asked opens the sentence and does not speak; the clause before the colon tells who does.
        (
            "Asked about the pumps at a briefing, Captain Ivo Lund, a harbour spokesman, was blunt: “They are old. They leak.”",
            ["Ivo Lund"],
        ),
        ('Placards on the quay read: "The pier belongs to us" and "Out with the new fees".', ["Placards", "Placards"]),
        (
            'He ran past a porter who had seen the smoke and had shouted, "Run, the shed is burning!" Brand said.',
            ["porter"],
        ),
        (
            (
                "Tess Orme of Harbour News has lived in Velm for years. On Monday she sent this account of what she believes"
                " took place: “There was one bang. Then the lamps went out.”"
            ),
            ["Tess Orme"],
        ),
    ],
)
def test_the_cue_of_words_in_marks_is_the_one_that_brings_them_in(text: str, names: list[str]) -> None:
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The ferry left at noon. One deckhand told them to keep away from the rail. “Stand back. It is not safe.”",
            "One deckhand",
        ),
        (
            (
                "“The lake is thin ice,” Mr Brand said.\n\nThe season opens in March. Mr Brand urged skaters to stay ashore.\n\n"
                "“It looks firm and it will not carry you.”"
            ),
            "Brand",
        ),
        (
            (
                "“We lost friends,” Ana Orsk said. At the service Ms Orsk read out a letter from Governor Oleg Brand. “You are in"
                " my thoughts this week.”"
            ),
            "Oleg Brand",
        ),
        (
            (
                "“I ran,” porter Ivo Lund told the clerk, his coat still wet. “As I got out they were crying, ‘The roof is"
                " coming down!’”"
            ),
            "Ivo Lund",
        ),
    ],
)
def test_words_without_a_cue_are_of_the_one_who_turned_to_others_before(text: str, name: str) -> None:
    assert speakers(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The whole pier went down in an hour.” So said Mayor Ivo Lund on Monday.", "Ivo Lund"),
        ("“The whole pier went down in an hour.” That was the view of Mayor Ivo Lund.", "Ivo Lund"),
        ("Mayor Ivo Lund’s office put out a notice. “The pier is closed for good,” it said.", "Ivo Lund"),
        ("Ana, who rents a boat there, ran out with her son. “It was loud and then dark,” she said.", "Ana"),
        ("Pressed on the costs, the crowd waited. The welder shrugged. “Ask those who built it.”", "welder"),
        ("The court’s report found “a pattern of neglect over many winters”.", "court"),
        (
            "Pier fire: ‘whole crew of nine lost’\n\nAll nine men of a crew are dead, the coast guard said on Monday.",
            "coast guard",
        ),
    ],
)
def test_the_sentences_round_words_in_marks_tell_whose_they_are(text: str, name: str) -> None:
    (found,) = speakers(text)
    assert found is not None
    assert name in found


def test_a_headline_that_nobody_below_repeats_is_nobodys() -> None:
    assert speakers("Pier fire: ‘whole crew of nine lost’\n\nThe weather will be fine, the coast guard said.") == []


def test_the_company_is_the_firm_that_was_named() -> None:
    text = "Smoke rose over the Brook Foods plant.\n\n“This is a dark day for all of us here,” the company said."
    assert speakers(text) == ["Brook Foods"]


def test_two_stretches_joined_by_and_have_one_speaker() -> None:
    text = "The guild protested at a “total lack of any warning” and “pumps left dry for a whole season” in the yard."
    assert speakers(text) == ["guild", "guild"]


def test_marks_opened_anew_in_one_line_go_on() -> None:
    text = "Mayor Tess Orme wrote: “The well is dry. We dug for days. “Nobody should drink from the river now.”"
    assert speakers(text) == ["Tess Orme", "Tess Orme"]


def test_an_agency_that_was_told_is_not_the_company() -> None:
    text = "“I ran,” porter Ivo Lund told The Associated Press.\n\n“This is a dark day for us,” the company said."
    assert speakers(text)[-1] == "company"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Voters were tired of the drought, which farmers’ unions say has ruined 580 families.",
            "580",
            "farmers’ unions",
        ),
        (
            "The Coast Union puts the toll at 81 while the Harbour Watch Committee reckons 74 died.",
            "74",
            "Harbour Watch Committee",
        ),
        ("The guests numbered 213, including 12 divers, and left at dusk.", "213", None),
        (
            "Mayor Ivo Lund said accounts from clinics and neighbours suggested 26 people had been hurt.",
            "26",
            "Ivo Lund",
        ),
        (
            "The row grew when harbour master Ivo Lund called a clerk a liar and said 30 divers had drowned.",
            "30",
            "Ivo Lund",
        ),
        (
            "The coast guard insists that most of the dead were smugglers – although a shell killed four of its own men.",
            "four",
            None,
        ),
        (
            (
                "Nurses met in the hall. The gathering agreed to strike.\n\nMore nurses fell ill than ever, according to Nurses"
                " Without Frontiers. It counted 66 sick in the port."
            ),
            "66",
            "Nurses Without Frontiers",
        ),
    ],
)
def test_a_number_is_of_the_clause_in_which_it_stands(text: str, words: str, name: str | None) -> None:
    assert source(text, words) == name
