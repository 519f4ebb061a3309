"""Words in context as vectors: hashed embeddings of a word's features, then four windowed layers.

The network is spaCy's `Tok2Vec` with `MultiHashEmbed` and `MaxoutWindowEncoder` (M. Honnibal, "Embed, encode, attend,
predict", 2016): each layer sees one word to either side, adds what it finds to its input, and takes of three linear
pieces the largest (Goodfellow and others, "Maxout networks", 2013).
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.language.pinned.hashing import string_id, table_rows
from sayso.language.pinned.tokens import Lexicon, Token
from sayso.language.pinned.weights import Weights, layers

__all__ = ["Encoder"]

_Vectors = NDArray[np.float32]
# Blank rows between sentences, so that no layer looks from one into the next.
_PAD = 4
_TINY = np.float32(1e-8)
_LONG = 100


class Encoder:
    """Gives each token its vector in context."""

    def __init__(self, folder: Path, lexicon: Lexicon) -> None:
        """Read the weights of `tok2vec`."""
        read = layers(folder, "tok2vec")
        self._lexicon = lexicon
        self._tables = [(arrays["E"], int(known["seed"])) for name, arrays, known in read if name == "hashembed"]
        blocks = [_Block(maxout[1], norm[1]) for maxout, norm in _pairs(read)]
        self._mix, self._windows = blocks[0], blocks[1:]
        self._ids: dict[str, int] = {}
        self._known: dict[tuple[Token, bool], int] = {}
        self._alone = np.zeros((0, self._mix.width), dtype=np.float32)

    def encode(self, sentences: Sequence[tuple[Sequence[Token], Sequence[bool]]]) -> _Vectors:
        """Return the vectors of all tokens of all sentences one after another, shape (tokens, width)."""
        words = [pair for tokens, blanks in sentences for pair in zip(tokens, blanks, strict=True)]
        self._learn(list(dict.fromkeys(pair for pair in words if pair not in self._known)))
        places = _places([len(tokens) for tokens, _ in sentences])
        rows = np.zeros((len(places) + _PAD * (len(sentences) + 1), self._alone.shape[1]), dtype=np.float32)
        rows[places] = self._alone[[self._known[pair] for pair in words]]
        for window in self._windows:
            rows = rows + window(_with_neighbours(rows))
        return rows[places]

    def _learn(self, fresh: list[tuple[Token, bool]]) -> None:
        """The first layers see one word alone, so each distinct word goes through them once."""
        if not fresh:
            return
        features = np.array([self._features(token, blank) for token, blank in fresh], dtype=np.uint64)
        parts = []
        for column, (table, seed) in enumerate(self._tables):
            ids, back = np.unique(features[:, column], return_inverse=True)
            parts.append(table[table_rows(ids, seed, len(table))].sum(axis=1)[back])
        self._known |= {pair: len(self._known) + at for at, pair in enumerate(fresh)}
        self._alone = np.concatenate([self._alone, self._mix(np.concatenate(parts, axis=1))])

    def _features(self, token: Token, blank: bool) -> tuple[int, ...]:
        text = token.text
        norm = token.norm if token.norm is not None else self._norm(text)
        letters = (norm, text[0], text[-3:], _shape(text))
        return (*map(self._id, letters), int(blank), int(text.isspace()))

    def _norm(self, text: str) -> str:
        known = self._lexicon.norms.get(self._id(text))
        return known if known is not None else self._lexicon.general.get(text, text.lower())

    def _id(self, text: str) -> int:
        found = self._ids.get(text)
        if found is None:
            # A few strings have short numbers of their own (names of tags and labels), whatever they mean in a text.
            short = self._lexicon.numbers.get(text)
            found = self._ids[text] = short if short is not None else string_id(text)
        return found


class _Block:
    """Maxout, then layer normalisation."""

    def __init__(self, maxout: Weights, norm: Weights) -> None:
        # (out, pieces, in) to (in, pieces * out): one product for all pieces, each piece a block of columns.
        weights = maxout["W"]
        self.width = weights.shape[0]
        self._weights = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1))
        self._bias = maxout["b"].T.reshape(-1)
        self._gain, self._shift = norm["G"], norm["b"]

    def __call__(self, rows: _Vectors) -> _Vectors:
        pieces = rows @ self._weights
        pieces += self._bias
        out = self.width
        best: _Vectors = np.maximum(pieces[:, :out], pieces[:, out : 2 * out])
        for at in range(2 * out, pieces.shape[1], out):
            np.maximum(best, pieces[:, at : at + out], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best) / np.float32(out)
        best *= (np.float32(1) / np.sqrt(spread + _TINY))[:, None]
        best *= self._gain
        best += self._shift
        return best


def _pairs(
    read: list[tuple[str, Weights, dict[str, object]]],
) -> list[tuple[tuple[str, Weights, dict[str, object]], ...]]:
    tail = [layer for layer in read if layer[0] != "hashembed"]
    return [(tail[at], tail[at + 1]) for at in range(0, len(tail), 2)]


def _places(lengths: Sequence[int]) -> NDArray[np.int64]:
    """Return the row of each token when blank rows stand before, between and after the sentences."""
    counts = np.asarray(lengths)
    return np.arange(counts.sum()) + np.repeat(np.arange(1, len(counts) + 1) * _PAD, counts)


def _with_neighbours(rows: _Vectors) -> _Vectors:
    """Return each row between the one before and the one after it, shape (rows, 3 * width)."""
    width = rows.shape[1]
    wide = np.zeros((len(rows), 3 * width), dtype=np.float32)
    wide[1:, :width] = rows[:-1]
    wide[:, width : 2 * width] = rows
    wide[:-1, 2 * width :] = rows[1:]
    return wide


def _shape(text: str) -> str:
    """Return the word with its letters as X, x and d, runs cut to four."""
    if len(text) >= _LONG:
        return "LONG"
    shape: list[str] = []
    last, run = "", 0
    for letter in text:
        sign = ("X" if letter.isupper() else "x") if letter.isalpha() else "d" if letter.isdigit() else letter
        run = run + 1 if sign == last else 1
        last = sign
        if run <= _PAD:
            shape.append(sign)
    return "".join(shape)
