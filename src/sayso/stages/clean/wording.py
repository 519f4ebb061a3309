"""Word lists as patterns, compiled once."""

import re
from collections.abc import Iterable
from functools import cache

from sayso.language.vocabulary import vocabulary

__all__ = ["anywhere", "bare", "beginning", "phrases"]


def phrases(subject: str, table: str) -> tuple[str, ...]:
    """Return one list of a word list file."""
    found = vocabulary(subject)[table]
    return tuple(found)


def bare(line: str) -> str:
    """Return a line in lower case with plain apostrophes, so that `Editor’s` and `editor's` are one."""
    return line.lower().replace("’", "'")


@cache
def beginning(subject: str, table: str) -> re.Pattern[str]:
    """Return a pattern that matches at the start of a bare line that begins with one of the phrases."""
    return re.compile(f"(?:{_any(phrases(subject, table))})(?!\\w)")


@cache
def anywhere(subject: str, table: str) -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases as whole words in a bare text."""
    return re.compile(f"(?<!\\w)(?:{_any(phrases(subject, table))})(?!\\w)")


def _any(words: Iterable[str]) -> str:
    # Longest first, so that the longer of two phrases with one beginning is the one that is found.
    return "|".join(
        re.escape(word.replace("’", "'")) for word in sorted(set(words), key=lambda word: (-len(word), word))
    )
