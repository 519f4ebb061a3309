"""Sentences and captions that stand twice in one report."""

import re
from collections.abc import Iterator, Sequence

from sayso.model.span import Span
from sayso.stages.clean.warn.sentences import Said

__all__ = ["repeated_passages"]

_WORD = re.compile(r"\w+")
# Shorter sentences ("The mayor gave no reason.") are repeated with good reason.
_FEWEST_WORDS = 6
_KINDS = frozenset({"body", "caption", "opinion", "entry", "comment", "blockquote"})


def repeated_passages(said: Sequence[Said]) -> Iterator[tuple[Span, Span]]:
    """Yield (again, first) for each run of sentences that stood before in the same words.

    Neighbouring sentences that repeat neighbours come as one. Quotation marks, case and spacing do not count.
    """
    first: dict[str, Said] = {}
    run: tuple[Span, Span] | None = None
    for one in said:
        words = _WORD.findall(one.text.lower().replace("’", "").replace("'", ""))
        key = " ".join(words)
        before = first.get(key) if one.kind in _KINDS and len(words) >= _FEWEST_WORDS else None
        if before is None:
            first.setdefault(key, one)
            if len(words) >= _FEWEST_WORDS and run:
                yield run
                run = None
        elif (
            run and before.span.start >= run[1].end and before.span.start - run[1].end <= one.span.start - run[0].start
        ):
            run = (Span(run[0].start, one.span.end), Span(run[1].start, before.span.end))
        else:
            if run:
                yield run
            run = (one.span, before.span)
    if run:
        yield run
