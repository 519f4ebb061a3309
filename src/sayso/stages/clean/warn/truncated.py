"""Reports that are cut off."""

import re
from collections.abc import Sequence

from sayso.model.passage import Passage
from sayso.model.span import Span
from sayso.stages.clean.wording import bare, beginning

__all__ = ["cut_off"]

_TEXT = frozenset({"body", "opinion", "entry", "comment", "blockquote"})
_ENDED = re.compile(r"[.!?][\"'”’»)\]*\s]*$")
_STOP = re.compile(r"[.!?][\"'”’»)]*\s")
_DOTS = re.compile(r"(?:…|\.{3,}|\[(?:…|\.{3}|\+\d+ chars)\]|\(more\))\s*$")
# A number to call, an address to look at, a bracket or a bar end a text without a stop.
_OTHER_END = re.compile(r"(?:[\"”’»)\]|]|\w\.[a-z]{2,4}(?:/\S*)?|\d)$", re.IGNORECASE)
# A last line shorter than this without a stop is a signature, a name, a heading.
_LONG = 12


def cut_off(text: str, passages: Sequence[Passage]) -> tuple[Span, str] | None:
    """Return where and how the text breaks off: dots or no stop at its end, or a link to the rest right behind it."""
    last: Passage | None = None
    for passage in passages:
        if passage.kind in _TEXT:
            last = passage
        elif passage.kind == "furniture" and last is not None:
            words = passage.span.of(text)
            if len(words) < 60 and beginning("furniture", "cut_off").length(bare(words)) and _is_bare(words):  # noqa: PLR2004 - a link
                return passage.span, f"breaks off at a link to the rest ({words!r})"
    if last is None:
        return None
    end = text[max(last.span.start, last.span.end - 400) : last.span.end]
    line = end.rsplit("\n", 1)[-1]
    if _DOTS.search(line):
        return _tail(last), "its text ends with dots"
    # A few words behind a full stop are a signature ("… on Friday. QPA"); a cut sentence is longer.
    after = line[max((end.end() for end in _STOP.finditer(line)), default=0) :]
    if not _ENDED.search(line) and len(after.split()) >= _LONG and not _OTHER_END.search(line[-80:]):
        return _tail(last), "its text ends in the middle of a sentence"
    return None


def _is_bare(words: str) -> bool:
    """Say whether a line leads to the rest of this report: one with a headline behind it leads to another."""
    return ":" not in words and len(words.split()) <= 6  # noqa: PLR2004 - "Click to go on reading"


def _tail(passage: Passage) -> Span:
    return Span(max(passage.span.start, passage.span.end - 60), passage.span.end)
