"""Headlines of other articles that stand as lines of their own between the paragraphs of a report."""

from sayso.stages.extract.event.head import head_of
from sayso.stages.extract.event.sheet import Sheet
from sayso.stages.extract.found import FoundFigure

__all__ = ["linked_headline"]

_WORDS = range(4, 17)
_ENDS = frozenset(".!?:;,…”\"'’)")
# A paragraph of prose is longer than a headline.
_PROSE = 100


def linked_headline(sheet: Sheet, one: FoundFigure) -> str | None:
    """Return the line of a figure where it is a headline between paragraphs whose count the report never gives; else None.

    Subheadings repeat what the paragraphs tell.
    """
    if one.sentence.start < head_of(sheet).end:
        return None
    line = sheet.line(one.span.start)
    words = line.of(sheet.text).strip()
    if not words or words[-1] in _ENDS or len(words.split()) not in _WORDS:
        return None
    if not (_is_prose(sheet.text[: line.start]) and _is_prose(sheet.text[line.end :].lstrip().partition("\n")[0])):
        return None
    return None if _told_again(sheet, one) else words


def _is_prose(text: str) -> bool:
    """Say whether the last line of a text is a paragraph."""
    last = text[-4 * _PROSE :].rstrip().rpartition("\n")[2]
    return len(last) >= _PROSE and last[-1] in _ENDS


def _told_again(sheet: Sheet, one: FoundFigure) -> bool:
    figure = one.figure
    return any(
        other.sentence != one.sentence and (other.figure.measure, other.figure.low) == (figure.measure, figure.low)
        for other in sheet.found
    )
