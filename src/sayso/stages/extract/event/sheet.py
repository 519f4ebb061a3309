"""One report's dates, places and sentences, found once for all of its figures."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property, lru_cache

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
    r"^(?:[A-ZÀ-Þ\d(][\w.'’/()&-]*[,:.)]*[ \t]+){1,12}(?:\([^()\n]{1,40}\)[ \t]*)?[.]?[-–—_]{1,2}[ \t]", re.MULTILINE
)


# A report is looked at twice, for its own figures and for the event; batches up to this size are read only once.
_KEPT = 512


def _datelines(text: str) -> list[Span]:
    return [Span(*hit.span()) for hit in _DATELINE.finditer(text)]


@lru_cache(maxsize=_KEPT)
def _dates_of(text: str, published: str | None) -> tuple[DateExpression, ...]:
    lines = _datelines(text)
    return tuple(date for date in find_dates(text, published) if not any(line.holds(date.span) for line in lines))


@lru_cache(maxsize=_KEPT)
def _places_of(text: str, known: frozenset[str]) -> tuple[Place, ...]:
    lines = _datelines(text)
    return tuple(place for place in find_places(text, known=known) if not any(line.holds(place.span) for line in lines))


class Sheet:
    """What stands around the figures of one report; dates and places are found at most once."""

    def __init__(self, reading: Reading, found: Sequence[FoundFigure], known: frozenset[str] = frozenset()) -> None:
        """Take a report and its figures; `known` are names of places, in lower case, that other reports tell."""
        self.known = known
        self.reading = reading
        self.text = reading.report.text
        self.anchor = Anchor.read(reading.report.published)
        self.found = sorted(found, key=lambda one: one.span)

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
        start = self.text.rfind("\n", 0, at) + 1
        end = self.text.find("\n", at)
        return Span(start, end if end >= 0 else len(self.text))

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
