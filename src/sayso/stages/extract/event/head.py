"""The head of a report: what it says first is what it is about."""

import re
from functools import cache

from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span
from sayso.stages.extract.event.clause import any_of
from sayso.stages.extract.event.sheet import Sheet
from sayso.stages.extract.found import FoundFigure

__all__ = ["head_of", "is_lasting", "is_of_more", "lasts", "listed", "opens_with"]


def head_of(sheet: Sheet) -> Span:
    """Return the first sentences of a report, the one that crosses the limit included."""
    return sheet.head


@cache
def listed(table: str, key: str, lang: str = "en") -> re.Pattern[str]:
    """Return the pattern of the words of a table of the vocabulary of events."""
    return any_of(vocabulary("events", lang)[table][key])


def is_lasting(words: str) -> bool:
    """Say whether words tell of an event that lasts, like a war."""
    return bool(listed("tally", "lasting").search(words))


def lasts(sheet: Sheet) -> bool:
    """Say whether a report is about an event that lasts."""
    return is_lasting(head_of(sheet).of(sheet.text))


def is_of_more(sheet: Sheet) -> bool:
    """Say whether a report is about an event that lasts and not about a single attack or accident in the course of it.

    A toll of months is then its own.
    """
    return lasts(sheet) and not listed("total", "single").search(sheet.text, 0, sheet.found[0].sentence.end)


def opens_with(sheet: Sheet, one: FoundFigure) -> bool:
    """Say whether a figure stands in the first sentence of the head that has any, or has the same value as one there.

    What a report counts first is what it is about.
    """
    first = sheet.found[0].sentence
    if first.start >= head_of(sheet).end:
        return False
    return one.sentence == first or first in sheet.sentences_by_count[one.figure.measure, one.figure.low]
