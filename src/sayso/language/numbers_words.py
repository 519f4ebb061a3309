"""What number words mean: "two hundred and seven" is 207."""

from collections.abc import Mapping
from functools import cache

from sayso.language.vocabulary import vocabulary

__all__ = ["read_words", "starts_number"]

_THOUSAND = 1000
_HUNDRED = 100
_TEN = 10


@cache
def _words(lang: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
    tables = vocabulary("numbers", lang)
    return tables["units"], tables["scales"]


def starts_number(word: str, lang: str = "en") -> bool:
    """Say whether a lower-case word can begin a number in words."""
    units, scales = _words(lang)
    return word in units or word in scales


class _Sum:
    """A number in the making: `total` of closed thousands, `part` still open, `last` the last plain unit."""

    def __init__(self) -> None:
        self.total: float = 0
        self.part: float = 0
        self.last: float | None = None
        self.seen = False

    def add_unit(self, value: float) -> bool:
        """Add a unit; False where it cannot follow ("two three", "twenty twelve")."""
        if self.last is not None and not (self.last >= 2 * _TEN and self.last % _TEN == 0 and 0 < value < _TEN):
            return False
        self.part += value
        self.last = value
        self.seen = True
        return True

    def scale(self, by: float) -> bool:
        """Multiply by a scale; False where a larger one is already closed below it."""
        if self.total and by >= _THOUSAND and by > self.total:
            return False
        self.part = (self.part or 1) * by
        self.last = None
        self.seen = True
        if by >= _THOUSAND:
            self.total += self.part
            self.part = 0
        return True


def read_words(words: list[str], lang: str = "en", start: float | None = None) -> tuple[float, int] | None:
    """Read the longest number at the head of `words` (lower case, hyphens cut) and say how many it took.

    `start` is a number in digits before the words ("1.2 thousand"). None where no word begins a number.
    """
    units, scales = _words(lang)
    made = _Sum()
    if start is not None:
        made.part, made.last, made.seen = start, start, True
    taken = 0
    for i, word in enumerate(words):
        if word == "and":
            # "and" joins only after hundreds and more: "two hundred and seven", not "five and six".
            if made.last is not None or not made.seen or i + 1 >= len(words) or words[i + 1] not in units:
                break
            continue
        if word in ("a", "an") and i == 0 and len(words) > 1 and words[1] in scales:
            continue
        fits = made.add_unit(units[word]) if word in units else word in scales and made.scale(scales[word])
        if not fits:
            break
        taken = i + 1
    if not taken:
        return None
    return made.total + made.part, taken
