"""One sentence under the reader's eyes: its words, numbers, measure words and, where there is one, its parse."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sayso.language.numbers import Number
from sayso.language.parse import Parse
from sayso.model.passage import PassageKind
from sayso.model.span import Span
from sayso.stages.extract.figures.counted import Counted
from sayso.stages.extract.figures.triggers import Trigger
from sayso.stages.extract.figures.words import Word

__all__ = ["Line"]


@dataclass
class Line:
    """One sentence; `paragraph` counts the paragraphs of the report. The working sheet of one reading, never kept.

    `members` gives for each number that is spelt out of the count before it the number of that count.
    """

    text: str
    sentence: Span
    passage: PassageKind
    paragraph: int
    words: Sequence[Word]
    numbers: Sequence[Number]
    triggers: Sequence[Trigger]
    places: Sequence[int]
    parse: Parse | None = None
    lang: str = "en"
    counted: list[Counted] = field(default_factory=list)
    excluded: list[str | None] = field(default_factory=list)
    members: dict[int, int] = field(default_factory=dict)

    @cached_property
    def verbs(self) -> frozenset[int]:
        """Where the measure words stand that are verbs or say a state."""
        return frozenset(t.first for t in self.triggers if t.entry.role in ("object", "subject", "state"))

    @cached_property
    def starts(self) -> frozenset[int]:
        """Where the numbers begin, their bounds included."""
        return frozenset(self.firsts)

    @cached_property
    def firsts(self) -> list[int]:
        """The first word of each number, its bound included."""
        return [self._first(n) for n in range(len(self.numbers))]

    def points_back(self, n: int) -> bool:
        """Say whether number `n` is of people told of before: "the 18", "those 80 people"."""
        return self.low(self.bound_start(n) - 1) in ("the", "those", "these", "all")

    def token(self, i: int) -> int | None:
        """Return the parser's token in which word `i` begins; None without a parse."""
        if self.parse is None or not 0 <= i < len(self.words):
            return None
        offset = self.words[i].start - self.sentence.start
        at = bisect_right(self.parse.starts, offset) - 1
        return at if at >= 0 and offset < self.parse.ends[at] else None

    def tag(self, i: int) -> str:
        """Return the part-of-speech tag of word `i`; empty without a parse."""
        token = self.token(i)
        return self.parse.tags[token] if self.parse is not None and token is not None else ""

    def dep(self, i: int) -> str:
        """Return the relation of word `i` to its head; empty without a parse."""
        token = self.token(i)
        return self.parse.deps[token] if self.parse is not None and token is not None else ""

    def low(self, i: int) -> str:
        """Return word `i` in lower case; empty beyond the rims."""
        return self.words[i].low if 0 <= i < len(self.words) else ""

    def span(self, first: int, last: int) -> Span:
        """Return where words `first` to `last` (both included) stand in the report."""
        return Span(self.words[first].start, self.words[last].end)

    def bound_start(self, n: int) -> int:
        """Return the index of the first word of number `n` with its bound."""
        return self.firsts[n]

    def _first(self, n: int) -> int:
        start = self.numbers[n].whole.start
        i = self.places[n]
        while i > 0 and self.words[i - 1].start >= start:
            i -= 1
        return i

    def bound_end(self, n: int) -> int:
        """Return the index of the last word of number `n` with its bound."""
        end = self.numbers[n].whole.end
        i = self.places[n]
        while i + 1 < len(self.words) and self.words[i + 1].end <= end:
            i += 1
        return i
