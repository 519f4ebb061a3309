from hypothesis import given
from hypothesis import strategies as st

from sayso.language.sentences import paragraphs
from sayso.stages.extract.speech.marks import marked
from sayso.stages.extract.speech.units import Unit, units


def cut(text: str) -> list[Unit]:
    lines = paragraphs(text)
    return units(text, lines, marked(text, lines))


def test_an_utterance_becomes_one_word_and_a_fragment_loses_its_marks() -> None:
    text = "“It held. We are safe,” she said, calling it “a small wonder” of the sea."
    assert [unit.skeleton for unit in cut(text)] == ['"Yes," she said, calling it a small wonder of the sea.']


def test_no_sentence_ends_inside_marks() -> None:
    text = "He said: “It broke. We swam.” Then he left."
    assert [unit.span.of(text) for unit in cut(text)] == ["He said: “It broke. We swam.”", "Then he left."]


def test_a_question_stays_with_the_one_who_asks_it() -> None:
    assert len(cut("“Who counted them?” Mayor Anna Brook asked.")) == 1


def test_a_dateline_and_a_bullet_are_no_part_of_the_sentence() -> None:
    text = "PORT VELL, May 3 (Coast Wire) - Two men drowned.\n• Three are missing."
    assert [unit.skeleton for unit in cut(text)] == ["Two men drowned.", "Three are missing."]


@given(
    st.lists(
        st.sampled_from(["“We left. ", "We stayed,” ", "he said. ", '"No', '," ', "Ann ", "x “y z” ", "\n"]),
        max_size=14,
    )
)
def test_offsets_lead_back_to_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    for unit in cut(text):
        for i, letter in enumerate(unit.skeleton):
            if unit.here(unit.there(i)) == i:
                assert letter == text[unit.there(i)] or unit.whole
        assert unit.span.start <= unit.there(0)
        assert unit.there(len(unit.skeleton), end=True) <= unit.span.end
