"""Words in marks in a headline: whose they are stands in the lead, where the same is told with its source."""

import re
from collections.abc import Sequence

from sayso.model.span import Span
from sayso.stages.extract.speech.cue_words import cue_words
from sayso.stages.extract.speech.speakers import Spoken

__all__ = ["echo_of"]

_WORD = re.compile(r"[^\W_]+")
# Sayings looked at below the headline: the lead and what follows on it.
_LEAD = 8
_LONG = 4
_FEWEST = 2


def echo_of(text: str, words: Span, spoken: Sequence[Spoken]) -> list[Spoken]:
    """Return the first of `spoken` (in the order of the text) behind `words` that tells the same, if one does.

    The same number tells it; where the words hold none, half of their long words, and two at least.
    """
    numbers, others = _told(words.of(text))
    below = [one for one in spoken if one.saying.start >= words.end and one.party is not None][:_LEAD]
    for one in below:
        its_numbers, its_others = _told(" ".join(piece.of(text) for piece in one.saying.content))
        shared = len(others & its_others)
        if (numbers & its_numbers) if numbers else (shared >= _FEWEST and shared * 2 >= len(others)):
            return [one]
    return []


def _told(words: str) -> tuple[set[str], set[str]]:
    found = [word.lower() for word in _WORD.findall(words)]
    numbers = {word for word in found if word.isdigit() or word in cue_words("number_words")}
    return numbers, {word for word in found if len(word) >= _LONG} - numbers
