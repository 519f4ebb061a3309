from hypothesis import given
from hypothesis import strategies as st

from sayso.model.passage import Passage
from sayso.model.span import Span
from sayso.stages.render.sheet.marked import Mark, _paragraphs

TEXTS = st.text(alphabet="ab \n", max_size=60)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8))
def test_marks_nest_and_the_words_come_out_unchanged(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [(min(a, b), max(a, b)) for a, b in pairs if min(a, b) < max(a, b) <= len(text)]
    marks = sorted(
        (Mark(start, end, f"m{place}", "figure") for place, (start, end) in enumerate(spans)),
        key=lambda mark: (mark.start, -mark.end, mark.anchor),
    )
    held: dict[str, str] = {}
    firsts: list[str] = []
    lines = []
    for paragraph in _paragraphs(text, marks, ()):
        stack: list[str] = []
        words = ""
        for piece in paragraph.pieces:
            if piece.do == "open":
                assert piece.mark is not None
                stack.append(piece.mark.anchor)
                firsts += [piece.mark.anchor] if piece.first else []
            elif piece.do == "close":
                stack.pop()
            words += piece.text
            for anchor in stack if piece.do == "text" else ():
                held[anchor] = held.get(anchor, "") + piece.text
        assert stack == []
        lines.append(words)
    assert lines == [line for line in text.split("\n") if line.strip()]
    assert len(firsts) == len(set(firsts))
    for place, (start, end) in enumerate(spans):
        shown = "".join(line for line in kept(text, start, end))
        assert held.get(f"m{place}", "") == shown


def kept(text: str, start: int, end: int) -> list[str]:
    """Return the words of text[start:end] that stand in lines which are not blank."""
    at, words = 0, []
    for line in text.split("\n"):
        if line.strip():
            words.append(line[max(0, start - at) : max(0, end - at)])
        at += len(line) + 1
    return words


def test_a_line_has_the_role_of_the_passage_that_fills_most_of_it() -> None:
    text = "TARN, 4 May - The dam broke in the night.\nShare this\n"
    passages = (
        Passage(kind="dateline", span=Span(0, 13)),
        Passage(kind="body", span=Span(14, 41)),
        Passage(kind="furniture", span=Span(42, 52)),
    )
    assert [paragraph.role for paragraph in _paragraphs(text, [], passages)] == ["body", "furniture"]
