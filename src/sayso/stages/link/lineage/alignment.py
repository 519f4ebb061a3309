"""Sentences of two reports that say the same, in the same order: what remains of a text that was reworded.

Two sentences are as alike as the cosine of their idf-weighted words or, where the caller asks for a second look, of
their static vectors. The best ordered chain of like sentences is a local alignment with linear gap costs (Smith and Waterman 1981)
over the pairs above a threshold only, so that it costs the square of their number and not of the reports' lengths.
"""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from sayso.language.vectors import sentence_vectors
from sayso.stages.link.lineage.page import Lexicon, Page

__all__ = ["Alignment", "Twin", "Weights", "align"]

_LIKE = 0.2
"""Likeness from which two sentences may say the same; unrelated sentences of one event stay below 0.15."""
_GAP = 0.05
_MOST = 300
"""Most like pairs that are chained, the likeliest: a bound on what a hostile text can cost."""
_UNLIKE_VECTORS = 0.35
"""Cosine of static vectors below which two sentences of one event have nothing in common but the event."""
_VECTOR_TRUST = 0.8
_SOME_WORDS = 0.05
"""Vectors are asked only where the sentences share at least a word that tells something."""


class Twin(Struct, frozen=True, array_like=True):
    """Unit `a` of one page and unit `b` of the other, and how alike they are (0 to 1)."""

    a: int
    b: int
    alike: float


class Alignment(Struct, frozen=True, kw_only=True):
    """The best chain: its twins in order, its score, and the share of each page's weight that it covers.

    `depth`: the smaller of both shares when each unit counts as far as it is like its twin.
    """

    twins: tuple[Twin, ...] = ()
    score: float = 0.0
    share_a: float = 0.0
    share_b: float = 0.0
    depth: float = 0.0


class _Bag(Struct, frozen=True):
    """The distinct words of each unit of a page with their weights, and the length of each unit's vector.

    `mass` is the weight of each unit as evidence: none for one that is mostly quoted speech, which two reports
    may both have heard.
    """

    unit: NDArray[np.int64]
    word: NDArray[np.int64]
    weight: NDArray[np.float64]
    norm: NDArray[np.float64]
    mass: NDArray[np.float64]


class Weights:
    """How much each word tells in this batch, and its static vector where one is asked for."""

    def __init__(self, pages: Sequence[Page], lexicon: Lexicon) -> None:
        spread = np.zeros(len(lexicon), np.int64)
        for page in pages:
            spread[np.unique(page.ids)] += 1
        self.idf = np.log(1.0 + len(pages) / np.maximum(spread, 1))
        self._bags: dict[int, _Bag] = {}
        self._vectors: dict[int, NDArray[np.float32]] = {}
        self._place = np.full(len(lexicon), -1, np.int64)

    def likeness(self, a: Page, b: Page) -> NDArray[np.float64]:
        """Return how alike each unit of `a` is to each of `b`, shape (units of a, units of b)."""
        left, right = self.bag(a), self.bag(b)
        words = np.intersect1d(left.word, right.word)
        self._place[words] = np.arange(len(words))
        table = [self._dense(bag, len(words)) for bag in (left, right)]
        self._place[words] = -1
        words_alike: NDArray[np.float64] = (table[0] @ table[1].T) / np.outer(left.norm, right.norm)
        if id(a) not in self._vectors or id(b) not in self._vectors:
            return words_alike
        meaning = self._vectors[id(a)] @ self._vectors[id(b)].T
        trusted = (meaning - _UNLIKE_VECTORS) / (1.0 - _UNLIKE_VECTORS) * _VECTOR_TRUST
        return np.maximum(words_alike, np.where(words_alike > _SOME_WORDS, trusted, 0.0))

    def add_vectors(self, pages: Sequence[Page]) -> None:
        """Take the static vectors of the units of `pages` into account from now on; one batch is cheapest."""
        fresh = [page for page in pages if id(page) not in self._vectors]
        texts = [page.span(first, last - 1).of(page.text) for page in fresh for first, last in page.units]
        vectors = sentence_vectors(texts)
        done = 0
        for page in fresh:
            self._vectors[id(page)] = vectors[done : done + len(page.units)]
            done += len(page.units)

    def _dense(self, bag: _Bag, width: int) -> NDArray[np.float64]:
        place = self._place[bag.word]
        kept = place >= 0
        table = np.zeros((len(bag.norm), width))
        table[bag.unit[kept], place[kept]] = bag.weight[kept]
        return table

    def bag(self, page: Page) -> _Bag:
        """Return the weighted words of a page's units; made once."""
        known = self._bags.get(id(page))
        if known is None:
            keys = np.unique(page.unit[page.counts].astype(np.int64) * len(self.idf) + page.ids[page.counts])
            unit, word = keys // len(self.idf), keys % len(self.idf)
            weight = self.idf[word]
            norm = np.sqrt(np.bincount(unit, weight**2, len(page.units)))
            mass = np.bincount(unit, weight, len(page.units)).astype(np.float64)
            speech = np.bincount(page.unit, page.quoted, len(page.units))
            mass[speech > np.bincount(page.unit, minlength=len(page.units)) / 2] = 0.0
            known = _Bag(unit, word, weight, np.maximum(norm, 1e-9), mass)
            self._bags[id(page)] = known
        return known


def align(a: Page, b: Page, weights: Weights) -> Alignment:
    """Return the best ordered chain of like units."""
    alike = weights.likeness(a, b)
    left, right = np.nonzero(alike >= _LIKE)
    if not len(left):
        return Alignment()
    gain = alike[left, right] - _LIKE
    if len(left) > _MOST:
        best = np.sort(np.argsort(-gain, kind="stable")[:_MOST])
        left, right, gain = left[best], right[best], gain[best]
    score, chain = _chain(left, right, gain)
    twins = tuple(Twin(int(left[k]), int(right[k]), round(float(gain[k] + _LIKE), 4)) for k in chain)
    parts = []
    for page, units in ((a, left[chain]), (b, right[chain])):
        mass = weights.bag(page).mass
        told, total = mass[units], max(1e-9, float(mass.sum()))
        parts.append((float(told.sum()) / total, float(told @ (gain[chain] + _LIKE)) / total))
    return Alignment(
        twins=twins,
        score=score,
        share_a=parts[0][0],
        share_b=parts[1][0],
        depth=min(parts[0][1], parts[1][1]),
    )


def _chain(left: NDArray[np.int64], right: NDArray[np.int64], gain: NDArray[np.float64]) -> tuple[float, list[int]]:
    """Return the score and the members of the best chain; the pairs come sorted by `left`, then `right`."""
    best = gain.astype(np.float64).copy()
    before = np.full(len(gain), -1)
    for k in range(1, len(gain)):
        skipped = (left[k] - left[:k] - 1) + (right[k] - right[:k] - 1)
        reach = np.where((left[:k] < left[k]) & (right[:k] < right[k]), best[:k] - _GAP * skipped, -1.0)
        m = int(reach.argmax())
        if reach[m] > 0:
            best[k] += reach[m]
            before[k] = m
    k = int(best.argmax())
    score = float(best[k])
    chain = []
    while k >= 0:
        chain.append(k)
        k = int(before[k])
    return score, chain[::-1]
