"""One utterance in several wordings: quotations by one speaker that say the same, however garbled.

A quotation that went through a translation, a spinner or a tired hand keeps its speaker and its meaning. Two
quotations in different reports are one utterance where one stands nearly word for word in the other, or where speaker
and meaning agree, some words that tell what it is about have stayed, and neither has a better counterpart in the
other's report. Meaning alone would not do: the next sentence of one speech is about the same matter; it does where
one report is known to be the other rewritten.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from functools import cache
from itertools import combinations, pairwise

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from rapidfuzz import fuzz

from sayso.language.vectors import sentence_vectors
from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Claim
from sayso.model.link import Requote, Wording
from sayso.stages.link.forest import Forest

__all__ = ["Quotations", "Utterances", "plainly"]

_SHORTEST = 4
"""Words in a quotation; shorter ones are scare quotes and names."""
_VERBATIM, _VERBATIM_WORDS = 92.0, 5
_SAME_MEANING = 0.45
"""Cosine of static vectors, the shorter against its best stretch of the longer: garbled pairs reach 0.46 to 0.7."""
_KEPT, _KEPT_WORDS = 0.35, 3
"""Share of the telling words of both that a translation leaves, and how many at least: four of five pairs of machine
translations of one quotation keep so many, one in five of different sentences by one speaker on one matter."""
_STEM = 4
"""Letters by which two forms of one word are known."""
_SAME_SPEAKER = 80.0
_BUCKET = 60
"""Most quotations under one key that are compared with each other."""
_KEY = 3
_STRETCHES = 24
_WORDINGS = 12


class _Said:
    """A quotation made ready: plain words, speaker in plain letters."""

    __slots__ = ("claim", "plain", "speaker", "words")

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.words = _words(claim.text)
        self.plain = " ".join(self.words)
        self.speaker = _plain(claim.attribution.source or "") if claim.attribution else ""


class Utterances(Struct, frozen=True, kw_only=True):
    """What was quoted more than once: one group an utterance, and the pairs of wordings that are its translations.

    `reworded` holds pairs as `plainly` gives them, the smaller first; other wordings of a group differ by a slip of
    the hand or by where they were cut.
    """

    groups: tuple[Requote, ...] = ()
    reworded: frozenset[tuple[str, str]] = frozenset()

    def are_reworded(self, one: str, other: str) -> bool:
        """Say whether two wordings, as written, tell one utterance in different words."""
        return _pair(plainly(one), plainly(other)) in self.reworded


class Quotations:
    """The quotations of several reports, compared once: which are the same words, and which may be, in other words."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        """Compare the quotations among `claims`."""
        said = [_Said(claim) for claim in claims if claim.kind == "quote"]
        self._said = said = [quote for quote in said if len(quote.words) >= _SHORTEST]
        pairs = _compared(said)
        self._same = {pair for pair in pairs if _stands_in(said[pair[0]], said[pair[1]])}
        meant = _meaning([pair for pair in pairs if _one_speaker(said[pair[0]], said[pair[1]])], said)
        self._likely = sorted(_mutual(meant, said) - self._same)
        self._sure = {(i, j) for i, j in self._likely if _keeps_words(said[i], said[j])}

    def utterances(self, rewritten: Container[tuple[str, str]] | None = None) -> Utterances:
        """Group the quotations that are one utterance; groups of one report alone are left out.

        Where the pair of reports (ids in order) is `rewritten`, one from the other, speaker and meaning are enough:
        there every sentence has its counterpart. None takes all pairs for such.
        """
        anew = {pair for pair in self._likely if pair in self._sure or rewritten is None or self._of(pair) in rewritten}
        reworded = frozenset(_pair(self._said[i].plain, self._said[j].plain) for i, j in anew)
        groups = _groups(sorted(self._same | anew), len(self._said))
        made = tuple(_requote([self._said[k] for k in group], reworded) for group in groups)
        return Utterances(groups=made, reworded=reworded)

    def _of(self, pair: tuple[int, int]) -> tuple[str, str]:
        return _pair(self._said[pair[0]].claim.report, self._said[pair[1]].claim.report)


def plainly(text: str) -> str:
    """Return the words of a quotation without marks, accents and capitals."""
    return " ".join(_words(text))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", _plain(text))


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in spread if not unicodedata.combining(sign)).replace("’", "'")


def _compared(said: Sequence[_Said]) -> list[tuple[int, int]]:
    """Return the pairs worth a look: the speakers' names begin alike, or a rare pair of words is shared."""
    buckets: defaultdict[str, list[int]] = defaultdict(list)
    for k, quote in enumerate(said):
        names = quote.speaker.split()
        for key in sorted({*(f"speaker {name[:_KEY]}" for name in names[-1:]), *_word_pairs(quote.words)}):
            buckets[key].append(k)
    found = {
        (i, j)
        for bucket in buckets.values()
        if len(bucket) <= _BUCKET
        for i, j in combinations(bucket, 2)
        if said[i].claim.report != said[j].claim.report
    }
    return sorted(found)


def _word_pairs(words: Sequence[str]) -> Iterable[str]:
    return (f"{one} {other}" for one, other in pairwise(words) if len(one) + len(other) > 2 * _KEY)


def _stands_in(one: _Said, other: _Said) -> bool:
    short, long = sorted((one, other), key=lambda quote: len(quote.plain))
    if len(short.words) < _VERBATIM_WORDS:
        return False
    return fuzz.partial_ratio(short.plain, long.plain, score_cutoff=_VERBATIM) > 0


def _one_speaker(one: _Said, other: _Said) -> bool:
    if not one.speaker or not other.speaker:
        return False
    last = fuzz.ratio(one.speaker.split()[-1], other.speaker.split()[-1])
    return max(last, fuzz.token_set_ratio(one.speaker, other.speaker)) >= _SAME_SPEAKER


def _meaning(pairs: Sequence[tuple[int, int]], said: Sequence[_Said]) -> dict[tuple[int, int], float]:
    """Return how alike in meaning the two quotations of each pair are; all stretches are embedded in one batch."""
    texts: dict[str, int] = {}
    wanted: list[tuple[int, list[int]]] = []
    for i, j in pairs:
        short, long = sorted((said[i], said[j]), key=lambda quote: (len(quote.words), quote.claim.id))
        stretches = [texts.setdefault(text, len(texts)) for text in _stretches(long.words, len(short.words))]
        wanted.append((texts.setdefault(short.plain, len(texts)), stretches))
    vectors: NDArray[np.float32] = sentence_vectors(list(texts))
    return {
        pair: float((vectors[stretches] @ vectors[short]).max())
        for pair, (short, stretches) in zip(pairs, wanted, strict=True)
    }


def _stretches(words: Sequence[str], length: int) -> list[str]:
    """Return the whole, and stretches of about `length` words that lie over one another."""
    whole = " ".join(words)
    if len(words) <= length + 3:
        return [whole]
    step = max(1, length // 3, (len(words) - length) // _STRETCHES)
    return [whole, *(" ".join(words[k : k + length + 2]) for k in range(0, len(words) - length, step))]


def _mutual(meant: dict[tuple[int, int], float], said: Sequence[_Said]) -> set[tuple[int, int]]:
    """Keep the pairs where each is the other's best counterpart in its report."""
    best: dict[tuple[int, str], float] = {}
    for (i, j), alike in meant.items():
        for one, other in ((i, j), (j, i)):
            key = (one, said[other].claim.report)
            best[key] = max(alike, best.get(key, 0.0))
    return {
        (i, j)
        for (i, j), alike in meant.items()
        if alike >= _SAME_MEANING and alike >= best[i, said[j].claim.report] and alike >= best[j, said[i].claim.report]
    }


def _keeps_words(one: _Said, other: _Said) -> bool:
    """Say whether the shorter shares enough telling words with some stretch of the longer."""
    short, long = sorted((one, other), key=lambda quote: (len(quote.words), quote.claim.id))
    told = _telling(short.words)
    for stretch in _stretches(long.words, len(short.words)):
        there = _telling(stretch.split())
        kept = len(told & there)
        if kept >= _KEPT_WORDS and kept >= _KEPT * len(told | there):
            return True
    return False


def _telling(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words if word not in _binding())


@cache
def _binding() -> frozenset[str]:
    return frozenset(vocabulary("copying")["binding"])


def _groups(pairs: Sequence[tuple[int, int]], size: int) -> list[list[int]]:
    """Return the connected groups of two and more of the numbers below `size`, in order."""
    forest = Forest(size)
    for i, j in pairs:
        forest.join(i, j)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for k in sorted({k for pair in pairs for k in pair}):
        groups[forest.root(k)].append(k)
    return [groups[k] for k in sorted(groups)]


def _requote(group: Sequence[_Said], reworded: frozenset[tuple[str, str]]) -> Requote:
    wordings: dict[str, list[_Said]] = {}
    for quote in group:
        wordings.setdefault(quote.plain, []).append(quote)
    drift = max((_apart(*pair, reworded) for pair in combinations(list(wordings)[:_WORDINGS], 2)), default=0.0)
    speakers = [quote.claim.attribution.source for quote in group if quote.claim.attribution]
    reports = len({quote.claim.report for quote in group})
    why = (
        f"{reports} reports quote it in {len(wordings)} wordings"
        if len(wordings) > 1
        else f"{reports} reports quote it"
    )
    return Requote(
        speaker=max((name for name in speakers if name), key=len, default=None),
        wordings=tuple(
            Wording(text=quotes[0].claim.text, claims=tuple(quote.claim.id for quote in quotes))
            for quotes in wordings.values()
        ),
        drift=round(drift, 3),
        reasons=(why,),
    )


def _apart(one: str, other: str, reworded: frozenset[tuple[str, str]]) -> float:
    """Return how far two wordings drifted apart: two pieces of one long quotation did not, though they differ."""
    short, long = sorted((one, other), key=len)
    apart = 1.0 - fuzz.partial_ratio(short, long) / 100.0
    return apart if _pair(one, other) in reworded or apart <= 1.0 - _VERBATIM / 100.0 else 0.0
