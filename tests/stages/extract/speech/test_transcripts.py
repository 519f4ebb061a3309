import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.parser import Parser
from sayso.language.sentences import paragraphs
from sayso.model.claim import Claim
from sayso.model.report import Raw
from sayso.stages.clean import clean
from sayso.stages.extract import extract
from sayso.stages.extract.speech.transcripts import turns_of

PARSER = Parser()
BROADCAST = """PRESENTER: Good evening. Sixteen people were killed when a crane fell at Port Vell.

IVO LUND: The clinic says 27 people are being treated there.

PRESENTER: And the crew?

MAYOR LENA ORSK: At least nine men are missing. We will search all night."""
QUESTIONS = """The harbour paper spoke to Ilse Brandt, who keeps the lock.

Q: How many were hurt?

A: About 40 people were hurt.

They were on the lower deck.

Q: And now?

A: Six people are still missing."""


def claims(text: str, outlet: str | None = None) -> list[Claim]:
    return extract(clean([Raw(name="r", media="json", text=text, outlet=outlet)]), PARSER)


def whose(text: str, words: str, outlet: str | None = None) -> str | None:
    found = next(one for one in claims(text, outlet) if one.text == words and one.kind == "figure")
    return found.attribution.source if found.attribution else None


@pytest.mark.parametrize(("number", "speaker"), [("Sixteen", "PRESENTER"), ("27", "clinic"), ("nine", "LENA ORSK")])
def test_a_turn_is_said_by_whom_its_label_names(number: str, speaker: str) -> None:
    assert whose(BROADCAST, number) == speaker


def test_every_sentence_of_a_turn_is_a_statement_of_its_own() -> None:
    found = [
        (one.text, one.attribution.source) for one in claims(BROADCAST) if one.kind == "statement" and one.attribution
    ]
    assert ("We will search all night.", "LENA ORSK") in found
    assert not any(words.endswith("?") for words, _ in found)


@pytest.mark.parametrize("number", ["40", "Six"])
def test_answers_are_given_by_who_was_introduced(number: str) -> None:
    assert whose(QUESTIONS, number) == "Ilse Brandt"


def test_the_outlets_own_questions_state_nothing() -> None:
    text = (
        "Vale Echo: Were 30 people on board?\n\nIlse Brandt: There were 45 people on board, and two were hurt.\n\n"
        "Vale Echo: Did the 45 people swim?\n\nBrandt: They took the boats."
    )
    assert all(one.attribution is None or one.attribution.source != "Vale Echo" for one in claims(text, "Vale Echo"))
    assert whose(text, "two", "Vale Echo") == "Ilse Brandt"


@pytest.mark.parametrize(
    "text",
    [
        "Police: 12 people held after the regatta\n\nThe regatta ended early.",
        "Killed: 14 people\n\nInjured: 31 people\n\nMissing: nine people",
        "Name: Quay Bridge\n\nBuilt: 1987\n\nName: Hill Bridge\n\nBuilt: 1990",
        "Q: How many were hurt?\n\nThat is what people ask.",
    ],
)
def test_labels_that_do_not_come_back_by_turns_make_no_transcript(text: str) -> None:
    assert turns_of(text, paragraphs(text)) == []


@given(
    st.lists(
        st.sampled_from(["Q: ", "A: ", "ANA BROOK: ", "HOST: ", "Rain fell. ", "Why? ", "\n\n", "Ana:", "(", ": "])
    )
)
def test_turns_stand_in_order_within_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    turns = turns_of(text, paragraphs(text))
    for turn in turns:
        assert turn.label.end <= turn.words.start <= turn.words.end <= len(text)
    assert [turn.label.start for turn in turns] == sorted(turn.label.start for turn in turns)
