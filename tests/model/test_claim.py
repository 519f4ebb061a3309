import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import OffsetError
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim, Figure
from sayso.model.report import Report
from sayso.model.span import Span

TEXT = "Police said 18 people died."


def claim(report: Report, start: int, end: int, words: str, **more: object) -> Claim:
    figure = Figure(measure="killed", low=18, high=18, qualifier="exact", group="people")
    span = Span(start, end)
    whole = Span(0, len(report.text))
    return Claim.of(report, "figure", span, words=words, sentence=whole, passage="body", figure=figure, **more)


def test_a_claim_whose_words_stand_at_its_span_is_made() -> None:
    made = claim(Report.of(id="r", text=TEXT), 12, 14, "18")
    assert (made.text, made.span) == ("18", Span(12, 14))


@pytest.mark.parametrize(("start", "end", "words"), [(11, 14, "18"), (12, 14, "19"), (40, 42, "18"), (12, 12, "")])
def test_a_claim_whose_words_do_not_stand_there_is_refused(start: int, end: int, words: str) -> None:
    with pytest.raises(OffsetError, match="mend the extractor"):
        claim(Report.of(id="r", text=TEXT), start, end, words)


def test_an_attribution_whose_words_do_not_stand_there_is_refused() -> None:
    wrong = Attribution(source="Police", source_span=Span(1, 7), source_text="Police")
    with pytest.raises(OffsetError, match="source or cue"):
        claim(Report.of(id="r", text=TEXT), 12, 14, "18", attribution=wrong)


def test_the_id_is_made_from_content_and_tells_reports_apart() -> None:
    one, same, other = (Report.of(id=i, text=TEXT, outlet=o) for i, o in (("a", "X"), ("b", "X"), ("c", "Y")))
    ids = [claim(report, 12, 14, "18").id for report in (one, same, other)]
    assert ids[0] == ids[1] != ids[2]


@given(st.text(min_size=1, max_size=60), st.data())
def test_every_stretch_of_any_text_can_be_claimed_and_no_other_words(text: str, data: st.DataObject) -> None:
    report = Report.of(id="r", text=text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert claim(report, start, end, text[start:end]).text == text[start:end]
    with pytest.raises(OffsetError):
        claim(report, start, end, text[start:end] + "x")
