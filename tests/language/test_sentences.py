import itertools

from hypothesis import given
from hypothesis import strategies as st

from sayso.language.sentences import paragraphs, sentences


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


def test_titles_initials_and_months_end_no_sentence() -> None:
    text = "Gen. A. Brook met Dr. Vale on Jan. 6 in the U.S. Capitol. Nobody spoke."
    assert cut(text) == ["Gen. A. Brook met Dr. Vale on Jan. 6 in the U.S. Capitol.", "Nobody spoke."]


def test_closing_marks_stay_with_their_sentence() -> None:
    assert cut("“We held.” She left. ‘No,’ he said.") == ["“We held.”", "She left.", "‘No,’ he said."]


def test_a_line_break_ends_a_sentence() -> None:
    assert cut("Headline without a stop\n\nText. More") == ["Headline without a stop", "Text.", "More"]


def test_what_never_stops_is_cut_at_blanks() -> None:
    words = ["mast"] * 1_000
    pieces = cut(" ".join(words))
    assert len(pieces) > 1
    assert max(map(len, pieces)) <= 1_500
    assert " ".join(pieces).split() == words
    assert [len(piece) for piece in cut("a" * 2_000)] == [1_500, 500]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_sentences_of_any_text_are_ordered_disjoint_and_lose_only_blanks(text: str) -> None:
    found = sentences(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(span.of(text).strip() for span in found)
    assert all(paragraph.of(text).strip() == paragraph.of(text) for paragraph in paragraphs(text))
    kept = "".join(span.of(text) for span in found)
    assert "".join(kept.split()) == "".join(text.split())
