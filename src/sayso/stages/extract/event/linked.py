"""Headlines of other articles that stand as lines of their own between the paragraphs of a report."""

from sayso.stages.extract.event.head import head_of
from sayso.stages.extract.event.sheet import Sheet
from sayso.stages.extract.found import FoundFigure

__all__ = ["linked_headline"]

_WORDS = range(4, 17)
_ENDS = frozenset(".!?:;,…”\"'’)")
# A paragraph of prose is longer than a headline.
_PROSE = 100
# So much is looked at before and behind a line.
_LOOK = 800


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
    if not (
        _is_prose(sheet.text[max(0, line.start - _LOOK) : line.start])
        and _is_prose(sheet.text[line.end : line.end + _LOOK].lstrip().partition("\n")[0])
    ):
        return None
    return None if _told_again(sheet, one) else words


def _is_prose(text: str) -> bool:
    """Say whether the last line of a text is a paragraph."""
    last = text.rstrip().rpartition("\n")[2]
    return len(last) >= _PROSE and (last[-1] in _ENDS or len(text) >= _LOOK)


def _told_again(sheet: Sheet, one: FoundFigure) -> bool:
    figure = one.figure
    return len(sheet.sentences_by_count[figure.measure, figure.low]) > 1
