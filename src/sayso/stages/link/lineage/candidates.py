"""Which pairs of reports are worth comparing: they share a sampled shingle, or several rare words.

Sampled shingles find copies and excerpts (Manku, Jain and Das Sarma 2007 and Broder 1997 sample in the same way);
rare words, which are mostly names and numbers, find rewrites and translations. Both lists are sorted arrays, and
every posting is capped, so that the cost grows with the number of reports and not with its square.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.stages.link.lineage.page import Lexicon, Page

__all__ = ["Candidates", "candidates"]

_SMALL = 400
"""Up to so many reports every shingle is looked up; above, one in eight, which still leaves dozens a report."""
_RATE = np.uint64(8)
_CROWD = 40
"""A posting longer than this is furniture, a formula or one text in many hands: neighbours in it stand for all."""
_NEIGHBOURS = 6
_RARE_WORDS = 32
"""Rare words kept for one report, the rarest first."""
_RARE_CROWD = 32
_SHARED_RARE = 3
_SHORTEST_RARE = 4
_PARTNERS = 12
"""Most partners that rare words alone may give one report."""
_CLOSEST = 40
"""Most partners that shingles give one report, as many as may stand in one posting: where all reports of a batch are
like all others, the closest of each tell the families, and the rest would cost the square of their number."""


class Candidates:
    """Pairs of page indices, `first` < `second`, sorted; `grams` and `rare` say how much each pair shares."""

    __slots__ = ("first", "grams", "rare", "second")

    def __init__(
        self,
        first: NDArray[np.int64],
        second: NDArray[np.int64],
        grams: NDArray[np.int64],
        rare: NDArray[np.int64],
    ) -> None:
        self.first = first
        self.second = second
        self.grams = grams
        self.rare = rare

    def __len__(self) -> int:
        """Return the number of pairs."""
        return len(self.first)


def candidates(pages: Sequence[Page], lexicon: Lexicon) -> Candidates:
    """Return the pairs worth comparing, sorted by page index."""
    by_gram, grams = _counted(_gram_pairs(pages), len(pages))
    by_gram, grams = _best_partners(by_gram, grams, len(pages), _CLOSEST)
    by_word, rare = _counted(_word_pairs(pages, lexicon), len(pages))
    enough = rare >= _SHARED_RARE
    by_word, rare = _best_partners(by_word[enough], rare[enough], len(pages), _PARTNERS)
    keys = np.union1d(by_gram, by_word)
    return Candidates(
        keys // max(1, len(pages)),
        keys % max(1, len(pages)),
        _looked_up(keys, by_gram, grams),
        _looked_up(keys, by_word, rare),
    )


def _gram_pairs(pages: Sequence[Page]) -> NDArray[np.int64]:
    """Return one key a pair and sampled shingle that both hold."""
    every = len(pages) <= _SMALL
    kept = [page.distinct if every else page.distinct[page.distinct % _RATE == 0] for page in pages]
    return _pairs_in_groups(kept, _CROWD)


def _word_pairs(pages: Sequence[Page], lexicon: Lexicon) -> NDArray[np.int64]:
    """Return one key a pair and rare word that both hold."""
    telling = np.fromiter((_is_telling(word) for word in lexicon.words), np.bool_, len(lexicon))
    sets = [np.unique(page.ids[page.counts]) for page in pages]
    spread = np.zeros(len(lexicon), np.int64)
    for ids in sets:
        spread[ids] += 1
    kept = []
    for ids in sets:
        rare = ids[telling[ids] & (spread[ids] > 1) & (spread[ids] <= _RARE_CROWD)]
        kept.append(np.sort(rare[np.argsort(spread[rare], kind="stable")[:_RARE_WORDS]]).astype(np.uint64))
    return _pairs_in_groups(kept, _RARE_CROWD)


def _is_telling(word: str) -> bool:
    return len(word) >= _SHORTEST_RARE or (word.isdigit() and len(word) > 1)


def _pairs_in_groups(kept: Sequence[NDArray[np.uint64]], crowd: int) -> NDArray[np.int64]:
    """Pair the pages that hold the same value; in a group larger than `crowd` only neighbours are paired."""
    if not kept:
        return np.zeros(0, np.int64)
    values = np.concatenate(kept)
    owners = np.repeat(np.arange(len(kept)), [len(part) for part in kept])
    order = np.argsort(values, kind="stable")
    values, owners = values[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1]))) if len(values) else np.zeros(0, int)
    sizes = np.diff(np.append(starts, len(values)))
    size_here = np.repeat(sizes, sizes)
    place = np.arange(len(values)) - np.repeat(starts, sizes)
    found = []
    for step in range(1, min(crowd, int(sizes.max(initial=0)))):
        reach = (place + step < size_here) & ((size_here <= crowd) | (step <= _NEIGHBOURS))
        left = np.flatnonzero(reach)
        found.append(owners[left] * len(kept) + owners[left + step])
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def _counted(keys: NDArray[np.int64], total: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    distinct, counts = np.unique(keys, return_counts=True)
    apart = distinct // max(1, total) != distinct % max(1, total)
    return distinct[apart], counts[apart].astype(np.int64)


def _best_partners(
    keys: NDArray[np.int64], shared: NDArray[np.int64], total: int, most: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Keep a pair where it is among the best `most` of one of its two reports."""
    if not len(keys):
        return keys, shared
    keep = np.zeros(len(keys), np.bool_)
    for side in (keys // total, keys % total):
        order = np.lexsort((keys, -shared, side))
        starts = np.flatnonzero(np.concatenate(([True], side[order][1:] != side[order][:-1])))
        rank = np.arange(len(keys)) - np.repeat(starts, np.diff(np.append(starts, len(keys))))
        keep[order[rank < most]] = True
    return keys[keep], shared[keep]


def _looked_up(keys: NDArray[np.int64], known: NDArray[np.int64], values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return for each of `keys` its value among `known`, 0 where it is not there."""
    found = np.zeros(len(keys), np.int64)
    found[np.searchsorted(keys, known)] = values
    return found
