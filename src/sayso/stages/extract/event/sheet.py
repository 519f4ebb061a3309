"""One report's dates, places and sentences, found once for all of its figures."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

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


class Sheet:
    """What stands around the figures of one report; dates and places are found at most once."""

    def __init__(self, reading: Reading, found: Sequence[FoundFigure]) -> None:
        """Take a report and its figures."""
        self.reading = reading
        self.text = reading.report.text
        self.anchor = Anchor.read(reading.report.published)
        self.found = sorted(found, key=lambda one: one.span)

    @cached_property
    def _datelines(self) -> list[Span]:
        return [Span(*hit.span()) for hit in _DATELINE.finditer(self.text)]

    @cached_property
    def dates(self) -> list[DateExpression]:
        """The dates of the text in order, those of datelines left out."""
        found = find_dates(self.text, self.reading.report.published)
        return [date for date in found if not any(line.holds(date.span) for line in self._datelines)]

    @cached_property
    def places(self) -> list[Place]:
        """The places of the text in order, those of datelines left out."""
        return [
            place for place in find_places(self.text) if not any(line.holds(place.span) for line in self._datelines)
        ]

    def dates_in(self, span: Span) -> list[DateExpression]:
        """Return the dates within `span`."""
        first = bisect_left(self.dates, span.start, key=lambda date: date.span.start)
        last = bisect_left(self.dates, span.end, key=lambda date: date.span.start)
        return self.dates[first:last]

    def places_in(self, span: Span) -> list[Place]:
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
