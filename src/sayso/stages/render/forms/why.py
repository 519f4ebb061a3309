"""Why each value and each tie is told as it is, for the forms without links: reasons with the numbers of reports."""

from collections.abc import Iterator, Sequence

from sayso.stages.render.sheet.figures import Answer, Asked
from sayso.stages.render.sheet.layout import Sheet
from sayso.stages.render.sheet.piece import Piece, Pieces, joined
from sayso.stages.render.sheet.told import Told

__all__ = ["answers_shown", "whys", "with_marks"]

_QUESTIONS = 16
_OVERTAKEN = 4
_TIES = 24
# Of an earlier value only what took its place is told; of others the first few reasons. The page has them all.
_REASONS = 4


def answers_shown(question: Asked) -> tuple[list[Answer], int]:
    """Return the values that a form without folding shows, and how many earlier ones it leaves out."""
    shown = [answer for answer in question.answers if answer.status != "overtaken"]
    late = [answer for answer in question.answers if answer.status == "overtaken"]
    return [*shown, *late[:_OVERTAKEN]], len(late[_OVERTAKEN:])


def whys(sheet: Sheet, marks: tuple[str, str]) -> Iterator[tuple[str, list[tuple[Pieces, Pieces]]]]:
    """Yield each question with its values and their reasons, then the ties; `marks` stand around report numbers."""
    weighty = [question for question in sheet.questions if not question.minor]
    for question in weighty[:_QUESTIONS]:
        lines = [
            (_lead(answer), with_marks(_first(answer), marks)) for answer in answers_shown(question)[0] if answer.why
        ]
        lines += [((), with_marks([remark], marks)) for remark in question.remarks]
        if lines:
            yield ", ".join([question.measure, question.who, *([question.where] if question.where else [])]), lines
    tied = [(tie.words, with_marks(tie.why, marks)) for tie in sheet.ties[:_TIES] if tie.why]
    if tied:
        yield "Lineage", tied


def _first(answer: Answer) -> Sequence[Told]:
    return answer.why[: 1 if answer.status == "overtaken" else _REASONS]


def _lead(answer: Answer) -> Pieces:
    return (Piece(f"{answer.shape} "), Piece(answer.value.text, "value", answer.value.claims))


def with_marks(reasons: Sequence[Told], marks: tuple[str, str]) -> Pieces:
    """Return reasons in one line, each with the numbers of the reports that it cites."""
    return joined([_one(reason, marks) for reason in reasons], "; ")


def _one(reason: Told, marks: tuple[str, str]) -> Pieces:
    if not reason.marks:
        return reason.words
    return (*reason.words, Piece(f" {marks[0]}"), *reason.marks, Piece(marks[1]))
