"""One report's dates, places and sentences, found once for all of its figures."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from typing import TypeVar

from msgspec.structs import replace

from sayso.language.dates import DateExpression, find_dates
from sayso.language.dates.anchor import Anchor
from sayso.language.places import Place, find_places
from sayso.language.sentences import sentences
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.stages.extract.event.chronology import in_order
from sayso.stages.extract.found import FoundFigure

__all__ = ["Sheet"]

# Place, day and agency before the first sentence: capitalised words, numbers and brackets up to a dash.
_DATELINE = re.compile(
    r"^(?:[A-ZÀ-Þ\d(][\w.'’/()&-]*[,:]*[ \t]+){1,12}(?:\([^()\n]{1,40}\)[ \t]*)?[.]?[-–—_]{1,2}[ \t]", re.MULTILINE
)


_DASHES = frozenset("-–—")
# A report is looked at twice, for its own figures and for the event; batches up to this size are read only once.
_KEPT = 512


# A sentence or line longer than this on either side of a figure is a table or a trap; what is far off tells nothing.
_WIDEST = 400
# Of one that is longer than any sentence only so much is looked at.
_LONGEST_SENTENCE = 1_500
_NARROW = 120
_LONGEST_LINE = 4_000
# A sentence with more dates or places than twice these is a list; the far ones tell nothing of a figure.
_NEAREST = 3
# The headline and the first sentences.
_HEAD = 400
# Words lead back so far at most.
_PASSAGE = 800


_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][\w'’-]+")
_Found = TypeVar("_Found", bound=DateExpression | Place)


def _outside_datelines(text: str, found: Iterable[_Found]) -> tuple[_Found, ...]:
    lines = [hit.span() for hit in _DATELINE.finditer(text)]
    starts = [start for start, _ in lines]

    def is_outside(one: _Found) -> bool:
        last = bisect_right(starts, one.span.start) - 1
        if last < 0 or one.span.start >= lines[last][1]:
            return True
        # "May 3 - A tram fell": the entry of a chronology has no place in front of its day.
        return one.span.start == lines[last][0] and text[one.span.end : lines[last][1]].strip() in _DASHES

    return tuple(filter(is_outside, found))


@lru_cache(maxsize=_KEPT)
def _dates_of(text: str, published: str | None) -> tuple[DateExpression, ...]:
    return _outside_datelines(text, in_order(text, find_dates(text, published)))


@lru_cache(maxsize=_KEPT)
def _places_of(text: str, known: frozenset[str]) -> tuple[Place, ...]:
    return _outside_datelines(text, find_places(text, known=known))


def _clipped(one: FoundFigure) -> FoundFigure:
    width = _WIDEST if one.sentence.end - one.sentence.start <= _LONGEST_SENTENCE else _NARROW
    start, end = one.span.start - width, one.span.end + width
    if one.sentence.start >= start and one.sentence.end <= end:
        return one
    return replace(one, sentence=Span(max(one.sentence.start, start), min(one.sentence.end, end)))


def _start(one: DateExpression | Place) -> int:
    return one.span.start


def _within(found: Sequence[_Found], span: Span) -> Sequence[_Found]:
    first = bisect_left(found, span.start, key=_start)
    return found[first : bisect_left(found, span.end, first, key=_start)]


def _nearest(found: Sequence[_Found], span: Span) -> Sequence[_Found]:
    at = bisect_left(found, span.start, key=_start)
    first = max(0, at - _NEAREST)
    return [*found[: min(first, 1)], *found[first : at + _NEAREST]]


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

    @cached_property
    def sentences_by_count(self) -> Mapping[tuple[str, float], AbstractSet[Span]]:
        """The sentences that give a count, by its measure and lowest value."""
        found: dict[tuple[str, float], set[Span]] = {}
        for one in self.found:
            found.setdefault((one.figure.measure, one.figure.low), set()).add(one.sentence)
        return found

    @cached_property
    def names(self) -> Mapping[str, int]:
        """The capitalised words of the text, and how often each stands there."""
        return Counter(_CAPITALISED.findall(self.text))

    def dates_in(self, span: Span) -> Sequence[DateExpression]:
        """Return the dates within `span`."""
        return _within(self.dates, span)

    def dates_near(self, one: FoundFigure) -> Sequence[DateExpression]:
        """Return the dates of a figure's sentence, of many the first and the nearest."""
        return _nearest(self.dates_in(one.sentence), one.span)

    def places_in(self, span: Span) -> Sequence[Place]:
        """Return the places within `span`."""
        return _within(self.places, span)

    def places_near(self, one: FoundFigure) -> Sequence[Place]:
        """Return the places of a figure's sentence, of many the first and the nearest."""
        return _nearest(self.places_in(one.sentence), one.span)

    def found_in(self, span: Span) -> Sequence[FoundFigure]:
        """Return the figures within `span`."""
        first = bisect_left(self.found, span.start, key=lambda one: one.span.start)
        return self.found[first : bisect_left(self.found, span.end, first, key=lambda one: one.span.start)]

    def line(self, at: int) -> Span:
        """Return the line of the text that holds the character at `at`."""
        lowest, highest = max(0, at - _LONGEST_LINE), min(len(self.text), at + _LONGEST_LINE)
        start = self.text.rfind("\n", lowest, at) + 1
        end = self.text.find("\n", at, highest)
        return Span(start or lowest, end if end >= 0 else highest)

    @cached_property
    def sentences(self) -> Sequence[Span]:
        """The sentences of the text in order."""
        return sentences(self.text)

    @cached_property
    def head(self) -> Span:
        """The first sentences, the one that crosses the limit included."""
        end = 0
        for sentence in self.sentences:
            if sentence.start >= _HEAD:
                break
            end = min(sentence.end, 2 * _HEAD)
        return Span(0, end)

    def sentence_before(self, sentence: Span) -> Span | None:
        """Return the sentence in front of one in the same line, None at the line's beginning."""
        at = bisect_right(self.sentences, sentence.start, key=lambda one: one.end) - 1
        if at < 0 or self.sentences[at].start < self.line(sentence.start).start:
            return None
        return self.sentences[at]

    def passage_before(self, sentence: Span) -> Span | None:
        """Return the words in front of a sentence: the rest of its line, else the line before; None at the start."""
        line = self.line(sentence.start)
        if line.start < sentence.start:
            return Span(max(line.start, sentence.start - _PASSAGE), sentence.start)
        end = line.start
        while end and self.text[end - 1].isspace():
            end -= 1
        return Span(max(self.line(end - 1).start, end - _PASSAGE), end) if end else None

    def entry_day(self, at: int) -> str | None:
        """Return the day of the live-blog entry that holds `at`; None outside of entries, or where it has no day."""
        passage = self.reading.passage_at(at)
        if passage is None or passage.kind != "entry" or not passage.when:
            return None
        return next((date.day for date in find_dates(passage.when, self.reading.report.published) if date.day), None)
