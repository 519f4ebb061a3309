"""Word lists as patterns, compiled once."""

from collections.abc import Iterable
from functools import cache

from sayso.language.vocabulary import vocabulary

__all__ = ["Openings", "Phrases", "anywhere", "bare", "beginning", "phrases"]


def phrases(subject: str, table: str) -> tuple[str, ...]:
    """Return one list of a word list file."""
    found = vocabulary(subject)[table]
    return tuple(found)


def bare(line: str) -> str:
    """Return a line in lower case with plain apostrophes, so that `Editor’s` and `editor's` are one."""
    return line.lower().replace("’", "'")


class Phrases:
    """Phrases to be found as whole words in bare text.

    Plain substring search comes first and mostly last: of some hundred phrases hardly one stands in a line, and a
    pattern of all of them would be tried at each character.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(sorted({word.replace("’", "'") for word in words}))

    def stands_in(self, text: str) -> bool:
        """Say whether any of the phrases stands in the text."""
        return any(word in text and _whole(word, text) for word in self._words)

    def found_in(self, text: str) -> list[str]:
        """Return the phrases that stand in the text, each once, sorted."""
        return [word for word in self._words if word in text and _whole(word, text)]


def _whole(word: str, text: str) -> bool:
    """Say whether a phrase stands in the text with no letter or digit at either side."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(word, end)
    return False


class Openings:
    """Phrases with which a bare line may begin, as whole words."""

    def __init__(self, words: Iterable[str]) -> None:
        # Longest first, so that the longer of two phrases with one beginning is the one that is found.
        self._words = tuple(sorted({word.replace("’", "'") for word in words}, key=lambda word: (-len(word), word)))

    def length(self, low: str) -> int:
        """Return how many characters of the line the phrase at its start takes; 0 where it begins with none."""
        if not low.startswith(self._words):
            return 0
        return next((len(word) for word in self._words if low.startswith(word) and not _runs_on(word, low)), 0)


def _runs_on(word: str, low: str) -> bool:
    """Say whether the line's first word is longer than the phrase: `reader` begins with `read`."""
    return word[-1:].isalnum() and low[len(word) : len(word) + 1].isalnum()


@cache
def beginning(subject: str, table: str) -> Openings:
    """Return one list of a word list file as phrases with which a bare line may begin."""
    return Openings(phrases(subject, table))


@cache
def anywhere(subject: str, table: str) -> Phrases:
    """Return one list of a word list file as phrases to be found anywhere in a bare text."""
    return Phrases(phrases(subject, table))
