"""Words around a figure that tell what became of it: taken back, replaced, added up."""

import re
from functools import cache

from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span
from sayso.stages.reconcile.entry import Entry, line_around

__all__ = ["added_up", "none_left", "remains", "replaced", "saw", "taken_back"]


_LETTERS = re.compile(r"[^\W\d_]{1,20}")


@cache
def _pattern(subject: str) -> re.Pattern[str]:
    words = sorted(vocabulary("reconciling")[subject], key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + ")", re.IGNORECASE)


def _near(subject: str, entry: Entry) -> Span | None:
    text = entry.report.text
    around = line_around(text, entry.sentence_start, entry.sentence_end)
    found = _pattern(subject).search(text, around.start, around.end)
    return _whole(found, text) if found else None


def _whole(found: re.Match[str], text: str) -> Span:
    """Return a cue that ends within a word with the rest of the word."""
    rest = _LETTERS.match(text, found.end())
    return Span(found.start(), rest.end() if rest else found.end())


def taken_back(entry: Entry) -> Span | None:
    """Return the words near a denied figure by which its givers take it back; None where there are none."""
    return _near("withdrawal", entry)


def added_up(entry: Entry) -> Span | None:
    """Return the words near a denied figure that tell that somebody added up others."""
    return _near("sum", entry)


def replaced(entry: Entry) -> Span | None:
    """Return the words in a figure's own sentence that tell that one value took the place of another."""
    found = _pattern("update").search(entry.report.text, entry.sentence_start, entry.sentence_end)
    return _whole(found, entry.report.text) if found else None


def remains(entry: Entry) -> bool:
    """Say whether a figure's own sentence tells that it is what is left of a larger count."""
    return bool(_pattern("remaining").search(entry.report.text, entry.sentence_start, entry.sentence_end))


def none_left(entry: Entry) -> bool:
    """Say whether a figure's own sentence tells that nobody is left of those counted before."""
    return bool(_pattern("none_left").search(entry.report.text, entry.sentence_start, entry.sentence_end))


def saw(entry: Entry) -> bool:
    """Say whether the figure's own sentence tells that somebody saw it happen or counted for himself."""
    return bool(_pattern("seeing").search(entry.report.text, entry.sentence_start, entry.sentence_end))
