"""What publishing software and broken encodings leave in a text."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.model.passage import Passage
from sayso.model.span import Span
from sayso.stages.clean.wording import bare, phrases

__all__ = ["garbled", "residue"]

# UTF-8 read as Windows-1252: an accented letter as two, a quotation mark as three characters.
_MOJIBAKE = re.compile("â€[™œ\u009d“”˜\u0080-\u009f]|Ã[\u00a0-\u00bf©¨¼¶¤±³¡ºŸ]|Â[\u00a0£©«»]|\ufffd")


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(
        "|".join(re.escape(mark) for mark in sorted(phrases("residue", "anywhere"), key=lambda m: (-len(m), m)))
    )


def _marks_in(words: str) -> Iterator[re.Match[str]]:
    """Find the marks in a passage; nearly every one holds none, and that is seen at a glance."""
    if any(mark in words for mark in phrases("residue", "anywhere")):
        yield from _anywhere().finditer(words)


def residue(text: str, passages: Sequence[Passage]) -> Iterator[Span]:
    """Yield each leftover of a template: whole lines that are one, and marks within other lines."""
    for passage in passages:
        if passage.why == "a template's leftover":
            yield passage.span
            continue
        words = bare(passage.span.of(text))
        if len(words) == passage.span.end - passage.span.start:  # lower case can change a length
            yield from (Span(*match.span()).moved(passage.span.start) for match in _marks_in(words))


def garbled(text: str) -> tuple[Span, int] | None:
    """Return the first place where characters were decoded wrongly, and how many there are."""
    found = list(_MOJIBAKE.finditer(text))
    return (Span(*found[0].span()), len(found)) if found else None
