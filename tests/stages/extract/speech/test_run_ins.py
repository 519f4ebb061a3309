from time import process_time

import pytest

from sayso.model.span import Span
from sayso.stages.extract.speech.run_ins import parted


def parts(text: str, outers: tuple[Span, ...] = ()) -> list[str]:
    return [span.of(text) for span in parted(text, Span(0, len(text)), outers)]


@pytest.mark.parametrize(
    "text",
    [
        "The port chief could not say who was dead | Officials at the harbour say 150 people are missing.",
        "Ferries bring bread to Port Velm | The leading doctor in the port has left.",
        "Rail chief Tom Ash said both lines were shut | At least 19 people drowned below the weir.",
        "The nurse says the boy is “very ill” | Two people have been found under the roof.",
    ],
)
def test_a_headline_that_lost_its_break_ends_before_the_next_sentence(text: str) -> None:
    assert parts(text.replace(" | ", " ")) == text.split(" | ")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor told The Harbour Post that the ferry was late.",
        "The head of The pier said the ferry was late.",
        "Anna Brook of the Velm Police said the ferry was late.",
        "“The ferry is late,” The mayor said on Friday morning.",
        "The Velm Rights Group said that: men shot six people Six rebels were hurt on the pier",
        "Ferry Sinks At The Pier And The crew is safe.",
    ],
)
def test_titles_and_cues_with_a_capital_part_nothing(text: str) -> None:
    assert parts(text) == [text]


def test_words_in_marks_stay_together() -> None:
    text = "She said “we ran to the boats The captain was gone by then” on Friday."
    marks = Span(text.index("“"), text.index("”") + 1)
    assert parts(text, (marks,)) == [text]


def test_a_long_line_of_joins_takes_no_longer_than_it_should() -> None:
    text = "men ran off The crew was late and " * 20_000
    start = process_time()
    parts(text)
    assert process_time() - start < 2
