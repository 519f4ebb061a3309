"""The same word twice in a row."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.model.span import Span
from sayso.stages.clean.warn.sentences import Said
from sayso.stages.clean.wording import phrases

__all__ = ["doubled_words"]

_TWICE = re.compile(r"\b([^\W\d_]{2,}) {1,2}(\1)\b(?! \1\b)", re.IGNORECASE)
# A pair that stands so often in one report is a name or a manner, not a slip.
_NAME = 3


def doubled_words(said: Sequence[Said]) -> Iterator[tuple[Span, str]]:
    """Yield each place where a word stands twice in a row, but for words and names that may."""
    allowed = frozenset(phrases("doubled", "allowed")) | frozenset(phrases("doubled", "names"))
    found = [
        (Span(one.span.start + match.start(), one.span.start + match.end()), match.group(1))
        for one in said
        for match in _TWICE.finditer(one.text)
        # "bam bam bam" is a sound and no slip.
        if match.group(1).lower() not in allowed
        and one.text[match.end() : match.end() + 1] not in {"-", "’", "'"}
        and not one.text[: match.start()].lower().rstrip().endswith(match.group(1).lower())
    ]
    often = Counter(word.lower() for _, word in found)
    yield from ((span, word) for span, word in found if often[word.lower()] < _NAME)
