import itertools

from hypothesis import given
from hypothesis import strategies as st

from sayso.language.sentences import paragraphs
from sayso.stages.extract.speech.marks import marked


def words(text: str) -> list[str]:
    return [one.inner.of(text) for one in marked(text, paragraphs(text))]


def test_all_styles_of_marks_are_read() -> None:
    text = "“We held.” \"We fled.\" «We hid.» „We ran.“ ‘We sat.’ 'We lay.' ``We slept.''"
    assert words(text) == ["We held.", "We fled.", "We hid.", "We ran.", "We sat.", "We lay.", "We slept."]


def test_apostrophes_are_no_marks() -> None:
    assert words("The crews' boats didn't sink in the '90s, O'Hara's men said; rock ’n’ roll.") == []


def test_a_plural_owner_inside_single_marks_does_not_close_them() -> None:
    assert words("He wrote: ‘The miners’ families were told nothing at all.’") == [
        "The miners’ families were told nothing at all."
    ]


def test_nested_marks_know_their_depth() -> None:
    text = "“He said ‘go away’ and left,” she said."
    found = marked(text, paragraphs(text))
    assert [(one.inner.of(text), one.depth) for one in found] == [
        ("He said ‘go away’ and left,", 0),
        ("go away", 1),
    ]


def test_an_unclosed_mark_ends_with_its_paragraph_and_is_reopened_in_the_next() -> None:
    text = '"We waited.\n"Nobody came."'
    found = marked(text, paragraphs(text))
    assert [(one.inner.of(text), one.closed, one.reopened) for one in found] == [
        ("We waited.", False, False),
        ("Nobody came.", True, True),
    ]


def test_inches_and_blanks_open_nothing() -> None:
    assert words('A pipe of 6" and one of 8" burst.') == []


@given(st.text(alphabet="ab.S ’‘'\"“”«»„\n", max_size=60))
def test_whatever_the_text_marked_words_lie_in_it_and_outer_holds_inner(text: str) -> None:
    found = marked(text, paragraphs(text))
    assert all(one.outer.holds(one.inner) and one.inner.of(text).strip() == one.inner.of(text) for one in found)
    assert all(a.outer.start <= b.outer.start for a, b in itertools.pairwise(found))
