"""The names in reports: what ties reports of one story, and hardly any others."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from sayso.language.vocabulary import vocabulary
from sayso.model.reading import Reading

__all__ = ["names_of"]

_WORD = re.compile(r"[^\W\d_][\w’'-]{2,}")
# A word is a name where it is capitalised in at least this share of its uses in all reports of the run; that tells
# names from the first words of sentences without a parse.
_CAPITAL = 0.8


@cache
def _generic() -> frozenset[str]:
    stamps = vocabulary("stamps")
    return frozenset(vocabulary("generic_names")["words"]) | frozenset(stamps["months"]) | frozenset(stamps["weekdays"])


def names_of(readings: Sequence[Reading]) -> list[list[str]]:
    """Return for each reading its distinct names in lower case, sorted; names that tell nothing are left out."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    found: list[set[str]] = []
    for reading in readings:
        mine: set[str] = set()
        for word in _words(reading):
            key = word.lower().removesuffix("'s").removesuffix("’s")
            if word[0].isupper():
                capital[key] += 1
                mine.add(key)
            else:
                small[key] += 1
        found.append(mine)
    named = {
        word for word, count in capital.items() if count >= _CAPITAL * (count + small[word]) and word not in _generic()
    }
    return [sorted(mine & named) for mine in found]


def _words(reading: Reading) -> list[str]:
    text = reading.report.text
    parts = (passage.span.of(text) for passage in reading.passages if passage.kind != "furniture")
    return [word for part in parts for word in _WORD.findall(part)]
