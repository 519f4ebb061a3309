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
from sayso.stages.link.lineage.verbatim import Run

__all__ = ["Alignment", "Twin", "Weights", "align", "turned", "twins_of_runs"]

_LIKE = 0.2
"""Likeness from which two sentences may say the same; unrelated sentences of one event stay below 0.15."""
_GAP = 0.05
_WORDING = 0.4
"""Share of the longer of two units that must be the same words for them to be twins by wording."""
_UNITS = 400
"""Units of one report that are aligned, some ten thousand words: the cost grows with their square."""
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
    """The distinct words of each unit of a page with their weights, which have length 1 for each unit.

    `mass` is the weight of each unit as evidence: none for one that is mostly quoted speech, which two reports
    may both have heard.
    """

    unit: NDArray[np.int32]
    word: NDArray[np.int32]
    weight: NDArray[np.float32]
    mass: NDArray[np.float32]


class Weights:
    """How much each word tells in this batch, and the meaning of sentences where it is asked for."""

    def __init__(self, pages: Sequence[Page], lexicon: Lexicon) -> None:
        spread = np.zeros(len(lexicon), np.int64)
        for page in pages:
            spread[np.unique(page.ids)] += 1
        self.idf = np.log(1.0 + len(pages) / np.maximum(spread, 1)).astype(np.float32)
        self._bags: dict[int, _Bag] = {}
        self._vectors: dict[int, NDArray[np.float16]] = {}
        self._place = np.full(len(lexicon), -1, np.int32)

    def likeness(self, a: Page, b: Page) -> NDArray[np.float32]:
        """Return how alike each unit of `a` is to each of `b`, shape (units of a, units of b), at most _UNITS each."""
        left, right = self.bag(a), self.bag(b)
        self._place[left.word] = 0
        words = np.unique(right.word[self._place[right.word] == 0])
        self._place[left.word] = -1
        self._place[words] = np.arange(len(words), dtype=np.int32)
        alike: NDArray[np.float32] = self._dense(left, len(words)) @ self._dense(right, len(words)).T
        self._place[words] = -1
        if id(a) not in self._vectors or id(b) not in self._vectors:
            return alike
        meaning = self._vectors[id(a)].astype(np.float32) @ self._vectors[id(b)].T.astype(np.float32)
        trusted = (meaning - _UNLIKE_VECTORS) / (1.0 - _UNLIKE_VECTORS) * _VECTOR_TRUST
        return np.maximum(alike, np.where(alike > _SOME_WORDS, trusted, np.float32(0.0)))

    def add_vectors(self, pages: Sequence[Page]) -> None:
        """Take the static vectors of the units of `pages` into account from now on; one batch is cheapest."""
        fresh = [page for page in pages if id(page) not in self._vectors]
        texts = [page.span(first, last - 1).of(page.text) for page in fresh for first, last in page.units[:_UNITS]]
        vectors = sentence_vectors(texts).astype(np.float16)
        done = 0
        for page in fresh:
            count = len(page.units[:_UNITS])
            self._vectors[id(page)] = vectors[done : done + count]
            done += count

    def _dense(self, bag: _Bag, width: int) -> NDArray[np.float32]:
        place = self._place[bag.word]
        kept = place >= 0
        table = np.zeros((len(bag.mass), width), np.float32)
        table[bag.unit[kept], place[kept]] = bag.weight[kept]
        return table

    def bag(self, page: Page) -> _Bag:
        """Return the weighted words of a page's units; made once."""
        known = self._bags.get(id(page))
        if known is None:
            kept = page.counts & (page.unit < _UNITS)
            count = len(page.units[:_UNITS])
            keys = np.unique(page.unit[kept].astype(np.int64) * len(self.idf) + page.ids[kept])
            unit, word = (keys // len(self.idf)).astype(np.int32), (keys % len(self.idf)).astype(np.int32)
            weight = self.idf[word]
            norm = np.sqrt(np.bincount(unit, weight**2, count))
            mass = np.bincount(unit, weight, count).astype(np.float32)
            speech = np.bincount(page.unit, page.quoted, len(page.units))
            mass[(speech > np.bincount(page.unit, minlength=len(page.units)) / 2)[:_UNITS]] = 0.0
            known = _Bag(unit, word, (weight / np.maximum(norm, 1e-9)[unit]).astype(np.float32), mass)
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


def _chain(left: NDArray[np.int64], right: NDArray[np.int64], gain: NDArray[np.float32]) -> tuple[float, list[int]]:
    """Return the score and the members of the best chain; the pairs come sorted by `left`, then `right`.

    The best predecessor of a pair is the worthiest of an earlier row that lies further left: a maximum over a prefix,
    kept in a tree (Fenwick 1994), so that a chain costs the pairs times a logarithm.
    """
    best = gain.astype(np.float64).tolist()
    rows, columns = left.tolist(), (right + 1).tolist()
    reach = (_GAP * (left + right - 2.0)).tolist()
    tree: list[tuple[float, int]] = [(-np.inf, 0)] * (max(columns) + 1)
    before = [-1] * len(best)
    waiting: list[tuple[int, float, int]] = []
    for k, column in enumerate(columns):
        if k and rows[k] != rows[k - 1]:
            _enter(tree, waiting)
            waiting = []
        # What a predecessor is worth to any later pair, but for the gap that depends on the later pair alone.
        worth, m = _worthiest(tree, column - 1)
        if worth > reach[k]:
            best[k] += worth - reach[k]
            before[k] = -m
        waiting.append((column, best[k] + reach[k] + 2.0 * _GAP, -k))
    score = max(best)
    k = best.index(score)
    chain = []
    while k >= 0:
        chain.append(k)
        k = before[k]
    return score, chain[::-1]


def _enter(tree: list[tuple[float, int]], row: Sequence[tuple[int, float, int]]) -> None:
    """Put the pairs of one row into the tree; of equal worth the first pair counts, whose number is negated."""
    for column, worth, k in row:
        at = column
        while at < len(tree):
            tree[at] = max(tree[at], (worth, k))
            at += at & -at


def _worthiest(tree: Sequence[tuple[float, int]], column: int) -> tuple[float, int]:
    """Return the greatest entry of the columns 1 to `column`."""
    found = (-np.inf, 0)
    while column > 0:
        found = max(found, tree[column])
        column &= column - 1
    return found


def turned(twins: Sequence[Twin]) -> tuple[Twin, ...]:
    """Return the twins as the other page sees them."""
    return tuple(Twin(twin.b, twin.a, twin.alike) for twin in twins)


def twins_of_runs(a: Page, b: Page, shared: Sequence[Run]) -> tuple[Twin, ...]:
    """Pair the units that share much of their wording, each with its best partner; order does not matter here."""
    if not shared:
        return ()
    here = np.concatenate([np.arange(run.a, run.a + run.length) for run in shared])
    there = np.concatenate([np.arange(run.b, run.b + run.length) for run in shared])
    keys = a.unit[here].astype(np.int64) * len(b.units) + b.unit[there]
    pairs, counts = np.unique(keys, return_counts=True)
    found: list[Twin] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for k in np.argsort(-counts, kind="stable").tolist():
        i, j = divmod(int(pairs[k]), len(b.units))
        longest = max(a.units[i][1] - a.units[i][0], b.units[j][1] - b.units[j][0])
        if i not in taken[0] and j not in taken[1] and counts[k] >= _WORDING * longest:
            taken[0].add(i)
            taken[1].add(j)
            found.append(Twin(i, j, round(float(counts[k]) / longest, 4)))
    return tuple(sorted(found, key=lambda twin: (twin.a, twin.b)))
