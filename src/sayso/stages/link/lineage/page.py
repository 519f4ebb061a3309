"""A report made ready for comparison: its words as numbers, where they stand, and which of them are evidence."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.language.sentences import sentences
from sayso.language.vocabulary import vocabulary
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.stages.link.lineage.printed import printed_statements

__all__ = ["GRAM", "Lexicon", "Page", "pages"]

GRAM = 5
"""Words in one shingle: shorter ones are common phrases, longer ones miss edited sentences (Broder 1997 used 4-8)."""

# A number keeps its inner marks, so that 20,000 and 20.000 can become one word; words break at apostrophes, so that
# straight and curly ones do not matter.
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
# Longest stretch of quoted speech looked for; the bound keeps an unclosed mark from swallowing the report.
_QUOTED = re.compile(
    r"“[^“”\n]{1,900}(?:”|$)|\"[^\"\n]{1,900}\"|«[^«»\n]{1,900}»|„[^„“”\n]{1,900}[“”]"
    r"|(?<!\w)‘[^\n‘]{1,900}?’(?!\w)|(?<!\w)'[^\n']{12,900}?'(?!\w)",
    re.MULTILINE,
)
_UNIT = 48
"""Most words in one unit: a run-on sentence would otherwise be like everything."""
_NO_EVIDENCE = frozenset({"furniture", "byline", "comment", "caption"})
"""An agency's picture brings its caption along; two reports with one picture need not share a text."""
_SPEECH, _SPEECH_WORDS = 0.4, 8
"""Share of a sentence, and words at least, in quotation marks from which the rest of it is there to introduce them."""
_OTHERS_WORDS = frozenset({"post", "blockquote"})


class Lexicon:
    """Gives each distinct word a number, the same for accented, capital and small letters."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._known: dict[str, int] = {}
        lists = vocabulary("copying")
        # Numbered first, so that a page can tell them by a comparison: `speaking` and `marked` are the next numbers.
        self.numbers(lists["first_person"])
        self.speaking = len(self.words)
        self.numbers([phrase.split()[0] for phrase in lists["appeals"]])
        self.marked = len(self.words)
        self.appeals: defaultdict[int, list[list[int]]] = defaultdict(list)
        for phrase in lists["appeals"]:
            numbers = self.numbers(phrase.split()).tolist()
            self.appeals[numbers[0]].append(numbers)

    def __len__(self) -> int:
        """Return how many distinct words there are."""
        return len(self.words)

    def numbers(self, words: Sequence[str]) -> NDArray[np.int32]:
        """Return the number of each of `words`."""
        known = self._known
        return np.array([known[word] if word in known else self.number(word) for word in words], np.int32)

    def number(self, word: str) -> int:
        """Return the number of `word`, a new one where it is new."""
        known = self._known.get(word)
        if known is None:
            plain = _plain(word)
            known = self._known.get(plain)
            if known is None:
                known = len(self.words)
                self.words.append(plain)
                self._known[plain] = known
            self._known[word] = known
        return known


def _plain(word: str) -> str:
    word = word.lower()
    if word[0].isdigit():
        return word.replace(",", "").replace(".", "")
    if word.isascii():
        return word
    spread = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in spread if not unicodedata.combining(sign)) or word


@dataclass(init=False, eq=False, slots=True)
class Page:
    """One report as arrays; index `i` of each word array is the same word.

    `ids`: word numbers. `starts`, `ends`: characters. `unit`: index of the unit (a sentence, or a piece of a long
    one) that holds the word. `quoted`: inside quotation marks; `spoken`: or there to introduce what is. `counts`: may be
    evidence (not furniture).
    `grams`: hash of the shingle that starts at each word, uint64, shape (words - GRAM + 1,); `distinct`: the
    different ones among those that may be evidence, sorted.
    """

    reading: Reading
    lexicon: Lexicon
    ids: NDArray[np.int32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    unit: NDArray[np.int32]
    units: list[tuple[int, int]]
    quoted: NDArray[np.bool_]
    spoken: NDArray[np.bool_]
    counts: NDArray[np.bool_]
    grams: NDArray[np.uint64]
    distinct: NDArray[np.uint64]

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        text = reading.report.text
        spans = sentences(text)
        words = _WORD.findall(text)
        self.reading = reading
        self.lexicon = lexicon
        self.ids = lexicon.numbers(words)
        self.starts = np.array([word.start() for word in _WORD.finditer(text)], np.int32)
        self.ends = self.starts + np.array([len(word) for word in words], np.int32)
        self.quoted = _covered(self.starts, [Span(*quote.span()) for quote in _QUOTED.finditer(text)])
        others = [passage.span for passage in reading.passages if passage.kind in _OTHERS_WORDS]
        self.quoted |= _covered(self.starts, [*others, *printed_statements(text)])
        barred = [passage.span for passage in reading.passages if passage.kind in _NO_EVIDENCE]
        self.counts = ~_covered(self.starts, barred)
        self.unit, self.units = _units(self.starts, spans)
        self._bar()
        self._introduce()
        self.grams = _grams(self.ids)
        self.distinct = _distinct(self.grams[self.counts[: len(self.grams)]])

    def _introduce(self) -> None:
        """Take the words that introduce a speaker for the quotation's: who prints one prints name, age and home with it."""
        spoken = np.bincount(self.unit, self.quoted, len(self.units))
        size = np.bincount(self.unit, minlength=len(self.units))
        self.spoken = self.quoted | (spoken >= np.maximum(_SPEECH * size, _SPEECH_WORDS))[self.unit]

    def _bar(self) -> None:
        """Take statements printed without marks for quoted, and appeals and notices for no evidence."""
        marked = np.flatnonzero(self.ids < self.lexicon.marked)
        spoken = marked[self.ids[marked] < self.lexicon.speaking]
        self.quoted |= self._whole_units(spoken)
        appeals = self.lexicon.appeals
        heads = [
            at
            for at, head in zip(marked.tolist(), self.ids[marked].tolist(), strict=True)
            if any(self.ids[at : at + len(phrase)].tolist() == phrase for phrase in appeals.get(head, ()))
        ]
        if heads:
            self.counts &= ~self._whole_units(np.array(heads))

    def _whole_units(self, words: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return a mask of all words in the units of `words`."""
        flags = np.zeros(len(self.units), np.bool_)
        flags[self.unit[words]] = True
        return flags[self.unit]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.ids)

    @property
    def id(self) -> str:
        """Return the report's id."""
        return self.reading.report.id

    @property
    def text(self) -> str:
        """Return the report's text."""
        return self.reading.report.text

    @property
    def own(self) -> int:
        """Return how many words may be evidence and stand outside quotations."""
        return int((self.counts & ~self.spoken).sum())

    def word(self, k: int) -> str:
        """Return word `k` in small plain letters."""
        return self.lexicon.words[int(self.ids[k])]

    def span(self, first: int, last: int) -> Span:
        """Return the characters from word `first` to word `last`, both included."""
        return Span(int(self.starts[first]), int(self.ends[last]))


def pages(readings: Sequence[Reading]) -> tuple[list[Page], Lexicon]:
    """Make a page of each reading that holds text; the order stays."""
    lexicon = Lexicon()
    return [Page(reading, lexicon) for reading in readings if reading.report.status == "read"], lexicon


def _distinct(grams: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return the different ones, sorted; for so few a sort is quicker than numpy's hash table."""
    ranked = np.sort(grams)
    return ranked[np.append(True, ranked[1:] != ranked[:-1])] if len(ranked) else ranked


def _covered(starts: NDArray[np.int32], spans: Sequence[Span]) -> NDArray[np.bool_]:
    """Say for each word whether one of `spans` holds its first character."""
    mask = np.zeros(len(starts), np.bool_)
    for span in spans:
        first, last = np.searchsorted(starts, (span.start, span.end))
        mask[first:last] = True
    return mask


def _units(starts: NDArray[np.int32], spans: Sequence[Span]) -> tuple[NDArray[np.int32], list[tuple[int, int]]]:
    """Return the unit of each word, and each unit as its first word and the one after its last."""
    unit = np.zeros(len(starts), np.int32)
    units: list[tuple[int, int]] = []
    edges = np.searchsorted(starts, [span.end for span in spans])
    first = 0
    for edge in edges.tolist():
        while first < edge:
            last = min(edge, first + _UNIT)
            unit[first:last] = len(units)
            units.append((first, last))
            first = last
    return unit, units


def _grams(ids: NDArray[np.int32]) -> NDArray[np.uint64]:
    """Hash each run of GRAM words: a polynomial in a large odd number, mixed so that its low bits are even."""
    if len(ids) < GRAM:
        return np.zeros(0, np.uint64)
    total = np.zeros(len(ids) - GRAM + 1, np.uint64)
    for k in range(GRAM):
        total = (
            total * np.uint64(0x9E3779B97F4A7C15) + ids[k : len(ids) - GRAM + 1 + k].astype(np.uint64) + np.uint64(1)
        )
    total ^= total >> np.uint64(29)
    total *= np.uint64(0xBF58476D1CE4E5B9)
    return total ^ (total >> np.uint64(32))
