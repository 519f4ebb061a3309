"""Where sentences begin and end: a cheap scan, so that the parser need not look for it."""

import re
from collections.abc import Iterator
from functools import cache

from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span

__all__ = ["paragraphs", "sentences"]

_LINE = re.compile(r"[^\n]+")
# A sentence ends with . ! ? or …, perhaps closing marks, then space; the next begins with a capital, digit or mark.
# A run of marks is tried from its first one only, or a line of nothing else would be quadratic.
_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«„(\[]*[^\W_a-z])")
_WORD_BEFORE = re.compile(r"([\w’'.-]+)$")
# No abbreviation is longer; looking further back would make a text of nothing but full stops quadratic.
_LONGEST = 24
_WORD_AFTER = re.compile(r"\S")
# Longer ones are no prose but tables and lists; cut here, nothing that looks at pairs of words grows out of hand.
_MOST = 1_500
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]$")


@cache
def _abbreviations(lang: str) -> frozenset[str]:
    return frozenset(vocabulary("abbreviations", lang)["never_end"])


def paragraphs(text: str, within: Span | None = None) -> list[Span]:
    """Return the non-empty lines of `text` (or of the part `within`), without the blanks around them."""
    within = within or Span(0, len(text))
    found = []
    for line in _LINE.finditer(text, within.start, within.end):
        words = line.group()
        start = line.start() + len(words) - len(words.lstrip())
        end = line.end() - (len(words) - len(words.rstrip()))
        if start < end:
            found.append(Span(start, end))
    return found


def sentences(text: str, within: Span | None = None, lang: str = "en") -> list[Span]:
    """Return the sentences of `text` (or of the part `within`) in order; a line break always ends one.

    None is longer than 1,500 characters: what goes on without a full stop is cut at a blank.
    """
    found: list[Span] = []
    for line in paragraphs(text, within):
        start = line.start
        for end in _END.finditer(text, line.start, line.end):
            if _is_abbreviation(text, start, end.start(), lang):
                continue
            found += _cut(text, start, end.end())
            start = _after_blanks(text, end.end(), line.end)
        if start < line.end:
            found += _cut(text, start, line.end)
    return found


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentence whole, or in pieces of at most `_MOST` characters, cut at a blank where there is one."""
    while end - start > _MOST:
        blank = text.rfind(" ", start + 1, start + _MOST)
        stop = blank if blank > 0 else start + _MOST
        yield Span(start, stop)
        start = _after_blanks(text, stop, end)
    if start < end:
        yield Span(start, end)


def _after_blanks(text: str, start: int, end: int) -> int:
    """Return where the next word begins; cutting the rest of the line off for it would be quadratic."""
    found = _WORD_AFTER.search(text, start, end)
    return found.start() if found else end


def _is_abbreviation(text: str, start: int, dot: int, lang: str) -> bool:
    """Say whether the full stop at `dot` belongs to the word before it and ends no sentence."""
    if text[dot] != "." or text[dot : dot + 2] == "..":
        return False
    before = _WORD_BEFORE.search(text, max(start, dot - _LONGEST), dot)
    if before is None:
        return False
    word = before.group()
    if word.lower() in _abbreviations(lang):
        return True
    # One capital letter is an initial ("J. Smith"); a chain of them ("U.S.") may end a sentence, but seldom does.
    return bool(_INITIALS.match(word)) and (len(word) > 1 or word != "I")
