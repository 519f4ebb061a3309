"""One report's dates, places and sentences, found once for all of its figures."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import TypeVar

from msgspec.structs import replace

from sayso.language.dates import DateExpression, find_dates
from sayso.language.dates.anchor import Anchor
from sayso.language.places import Place, find_places
from sayso.language.sentences import sentences
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.stages.extract.found import FoundFigure

__all__ = ["Sheet"]

# Place, day and agency before the first sentence: capitalised words, numbers and brackets up to a dash.
_DATELINE = re.compile(
    r"^(?:[A-ZÀ-Þ\d(][\w.'’/()&-]*[,:]*[ \t]+){1,12}(?:\([^()\n]{1,40}\)[ \t]*)?[.]?[-–—_]{1,2}[ \t]", re.MULTILINE
)


# A report is looked at twice, for its own figures and for the event; batches up to this size are read only once.
_KEPT = 512


# A sentence or line longer than this on either side of a figure is a table or a trap; what is far off tells nothing.
_WIDEST = 400
_LONGEST_LINE = 4_000


_Found = TypeVar("_Found", DateExpression, Place)


def _outside_datelines(text: str, found: Iterable[_Found]) -> tuple[_Found, ...]:
    lines = [hit.span() for hit in _DATELINE.finditer(text)]
    starts = [start for start, _ in lines]

    def is_outside(one: _Found) -> bool:
        last = bisect_right(starts, one.span.start) - 1
        return last < 0 or one.span.start >= lines[last][1]

    return tuple(filter(is_outside, found))


@lru_cache(maxsize=_KEPT)
def _dates_of(text: str, published: str | None) -> tuple[DateExpression, ...]:
    return _outside_datelines(text, find_dates(text, published))


@lru_cache(maxsize=_KEPT)
def _places_of(text: str, known: frozenset[str]) -> tuple[Place, ...]:
    return _outside_datelines(text, find_places(text, known=known))


def _clipped(one: FoundFigure) -> FoundFigure:
    start, end = one.span.start - _WIDEST, one.span.end + _WIDEST
    if one.sentence.start >= start and one.sentence.end <= end:
        return one
    return replace(one, sentence=Span(max(one.sentence.start, start), min(one.sentence.end, end)))


class Sheet:
    """What stands around the figures of one report; dates and places are found at most once.

    `found` are the figures in the order of the text, with what lies far off cut from their sentences; `whole` gives
    a figure its sentence back.
    """

    def __init__(self, reading: Reading, found: Sequence[FoundFigure], known: frozenset[str] = frozenset()) -> None:
        """Take a report and its figures; `known` are names of places, in lower case, that other reports tell."""
        self.known = known
        self.reading = reading
        self.text = reading.report.text
        self.anchor = Anchor.read(reading.report.published)
        self._sentences = {one.span: one.sentence for one in found}
        self.found = [_clipped(one) for one in sorted(found, key=lambda one: one.span)]

    def whole(self, one: FoundFigure) -> FoundFigure:
        """Return a figure with its whole sentence again."""
        return replace(one, sentence=self._sentences[one.span])

    @cached_property
    def dates(self) -> Sequence[DateExpression]:
        """The dates of the text in order, those of datelines left out."""
        return _dates_of(self.text, self.reading.report.published)

    @cached_property
    def places(self) -> Sequence[Place]:
        """The places of the text in order, those of datelines left out."""
        return _places_of(self.text, self.known)

    def dates_in(self, span: Span) -> Sequence[DateExpression]:
        """Return the dates within `span`."""
        first = bisect_left(self.dates, span.start, key=lambda date: date.span.start)
        last = bisect_left(self.dates, span.end, key=lambda date: date.span.start)
        return self.dates[first:last]

    def places_in(self, span: Span) -> Sequence[Place]:
        """Return the places within `span`."""
        first = bisect_left(self.places, span.start, key=lambda place: place.span.start)
        last = bisect_left(self.places, span.end, key=lambda place: place.span.start)
        return self.places[first:last]

    def line(self, at: int) -> Span:
        """Return the line of the text that holds the character at `at`."""
        lowest, highest = max(0, at - _LONGEST_LINE), min(len(self.text), at + _LONGEST_LINE)
        start = self.text.rfind("\n", lowest, at) + 1
        end = self.text.find("\n", at, highest)
        return Span(start or lowest, end if end >= 0 else highest)

    def sentence_before(self, sentence: Span) -> Span | None:
        """Return the sentence in front of one in the same line, None at the line's beginning."""
        line = self.line(sentence.start)
        before = [one for one in sentences(self.text, line) if one.end <= sentence.start]
        return before[-1] if before else None

    def passage_before(self, sentence: Span) -> Span | None:
        """Return the words in front of a sentence: the rest of its line, else the line before; None at the start."""
        line = self.line(sentence.start)
        if line.start < sentence.start:
            return Span(line.start, sentence.start)
        end = len(self.text[: line.start].rstrip())
        return self.line(end - 1) if end else None

    def entry_day(self, at: int) -> str | None:
        """Return the day of the live-blog entry that holds `at`; None outside of entries, or where it has no day."""
        passage = self.reading.passage_at(at)
        if passage is None or passage.kind != "entry" or not passage.when:
            return None
        return next((date.day for date in find_dates(passage.when, self.reading.report.published) if date.day), None)
