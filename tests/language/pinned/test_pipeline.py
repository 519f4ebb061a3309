"""The pinned pipeline against spaCy, which made its weights: the same words, tags, labels and heads."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language import parser
from sayso.language.parse import Parse
from sayso.language.parser import DEFAULT_MODEL, Parser
from sayso.language.pinned.heads import settled
from sayso.language.pinned.pipeline import PinnedPipeline

SENTENCES = [
    "The harbour office said on Friday that at least 18 officers, two of them off duty, had been killed.",
    "“We don't know how many there were,” she told the Harbour Gazette (a local paper).",
    "According to the fire brigade's 3rd statement, 1,200 people were moved from 14:30 on; none was hurt.",
    "He couldn't've said it: the U.S.-built ferry, he'd said, was the one that they talked about.",
    "Dead: 7. Injured: 31",
    "Which of the two the mayor meant nobody could say :) and see https://gazette.example/a?b=c",
    "Police  said\tso .",
    "…",
    "   ",
    "",
]


@pytest.fixture(scope="module")
def both() -> tuple[PinnedPipeline, object]:
    return parser._pinned(), parser._other(DEFAULT_MODEL)


def plain(parse: Parse) -> tuple[list[object], ...]:
    return parse.words, parse.starts, parse.tags, parse.deps, parse.heads


def test_it_parses_as_spacy_does(both: tuple[PinnedPipeline, object]) -> None:
    ours, spacy = both
    parses = ours.parse(SENTENCES)
    for text in SENTENCES:
        assert plain(parses[text]) == plain(parser._plain(spacy(text)))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                ["18", "officers", "said", "don't", "(killed)", "who", "were", "and", "the", "Mr.", "U.S."]
            ),
            st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=8),
        ),
        max_size=12,
    )
)
def test_it_cuts_any_text_as_spacy_does(both: tuple[PinnedPipeline, object], words: list[str]) -> None:
    ours, spacy = both
    text = " ".join(words)
    doc = spacy.make_doc(text)
    tokens, starts, blanks = ours._tokenizer.cut(text)
    assert [token.text for token in tokens] == [token.text for token in doc]
    assert starts == [token.idx for token in doc]
    assert blanks == [bool(token.whitespace_) for token in doc]


def test_a_sentence_parses_alike_alone_and_among_others() -> None:
    together = Parser().parse(SENTENCES)
    for text in SENTENCES:
        assert plain(Parser().parse([text])[text]) == plain(together[text])


def test_a_lifted_word_goes_back_under_the_head_that_its_label_names() -> None:
    # "about" (2) hangs from "said" (1) and was lifted from "paper" (0), whose label is nsubj.
    heads, labels = settled([1, -1, 1], ["nsubj", "", "prep||nsubj"], [False] * 3)
    assert (heads, labels) == ([1, 1, 0], ["nsubj", "ROOT", "prep"])


def test_a_lifted_word_stays_where_no_such_label_is() -> None:
    assert settled([1, -1, 1], ["nsubj", "", "prep||dobj"], [False] * 3)[0] == [1, 1, 1]
