"""A sentence as words, with each number expression as one unit."""

import re
from collections.abc import Sequence

from msgspec import Struct

from sayso.language.numbers import Number
from sayso.model.span import Span

__all__ = ["Word", "cut_words", "word_at"]

# The dot of "U.S." before a noun is part of the word; at the end of a sentence it closes that too.
_UNIT = re.compile(r"(?:[A-Z]\.){2,4}(?=\s+[A-Za-z])|\w+(?:[’'.-]\w+)*|[^\w\s]")
_NEGATED = re.compile(r"(.+)(n[’']t)$", re.IGNORECASE)
_QUOTES = frozenset("\"'“”‘’«»„`")


class Word(Struct, frozen=True):
    """One word, mark or number; offsets are those of the report's text.

    `low` is the word in lower case with straight apostrophes; `number` the index of a number expression, else -1.
    """

    text: str
    low: str
    start: int
    end: int
    number: int = -1

    @property
    def is_mark(self) -> bool:
        """Say whether this is punctuation."""
        return self.number < 0 and not self.text[0].isalnum()

    @property
    def is_quote(self) -> bool:
        """Say whether this is a quotation mark."""
        return self.text in _QUOTES

    @property
    def is_name(self) -> bool:
        """Say whether this is written with a capital."""
        return self.number < 0 and self.text[0].isupper()


def cut_words(text: str, sentence: Span, numbers: Sequence[Number]) -> list[Word]:
    """Cut `text` at `sentence`; `numbers` are those that stand in it, in order."""
    found: list[Word] = []
    at = sentence.start
    for i, number in enumerate(numbers):
        found += _plain(text, at, number.span.start)
        span = number.span
        found.append(Word(span.of(text), span.of(text).lower(), span.start, span.end, i))
        at = span.end
    return found + _plain(text, at, sentence.end)


def _plain(text: str, first: int, end: int) -> list[Word]:
    found = []
    for match in _UNIT.finditer(text, first, end):
        word, start, stop = match.group(), match.start(), match.end()
        low = word.lower()
        if low[-1] == "." and len(low) > 1:
            found.append(Word(word, low[:-1], start, stop))
            continue
        if "'" not in low and "’" not in low:
            found.append(Word(word, low, start, stop))
            continue
        low = low.replace("’", "'")
        if low.endswith("'s"):
            found.append(Word(word[:-2], low[:-2], start, stop - 2))
            found.append(Word(word[-2:], "'s", stop - 2, stop))
            continue
        negated = _NEGATED.match(low)
        if negated:
            cut = start + negated.end(1)
            found.append(Word(word[: negated.end(1)], negated[1], start, cut))
            found.append(Word(word[negated.end(1) :], "n't", cut, stop))
            continue
        found.append(Word(word, low, start, stop))
    return found


def word_at(words: Sequence[Word], offset: int) -> int | None:
    """Return the index of the first word that ends after `offset`; None behind the last."""
    return next((i for i, word in enumerate(words) if word.end > offset), None)
