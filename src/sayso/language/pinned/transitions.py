"""The dependency parser: all sentences of a batch take their steps at once, as columns of arrays.

The transition system is the arc-eager one of J. Nivre ("An efficient algorithm for projective dependency parsing",
2003) in the non-monotonic form of M. Honnibal and M. Johnson ("An improved non-monotonic transition system for
dependency parsing", 2015): a wrong head may be replaced, and a word without a head may go back to the buffer.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.language.pinned.weights import layers, moves

__all__ = ["Transitions"]

_Ints = NDArray[np.int64]
_Vectors = NDArray[np.float32]
_SHIFT, _REDUCE, _LEFT, _RIGHT, _BREAK = range(5)


class _Batch:
    """The states of a batch of sentences; row = sentence, -1 = no such word.

    Words that went back wait on `back`, above the rest of the buffer, which begins at `front`. `left` and `right`
    hold a head's latest child on either side, `elder` a child's next older sibling on the same side.
    """

    def __init__(self, lengths: Sequence[int]) -> None:
        count, longest = len(lengths), max(lengths)
        self.length = np.asarray(lengths)
        self.first = np.concatenate([[0], np.cumsum(self.length)[:-1]])
        # One column more than needed at the end of each: index -1 reads it, and finds nothing there.
        shape = (count, longest + 2)
        self.stack, self.back = (np.full(shape, -1) for _ in range(2))
        self.depth, self.waiting, self.front = (np.zeros(count, dtype=np.int64) for _ in range(3))
        self.head, self.label, self.left, self.right, self.elder = (np.full(shape, -1) for _ in range(5))
        self.returned, self.starts = (np.zeros(shape, dtype=bool) for _ in range(2))

    def on_stack(self, rows: _Ints, nth: int) -> _Ints:
        """Return the word `nth` from the top of the stack, the top being 0."""
        at = self.depth[rows] - 1 - nth
        return np.where(at >= 0, self.stack[rows, at], -1)

    def in_buffer(self, rows: _Ints, nth: int) -> _Ints:
        """Return the word at place `nth` of the buffer."""
        at = self.waiting[rows] - 1 - nth
        ahead = self.front[rows] - at - 1
        return np.where(at >= 0, self.back[rows, at], np.where(ahead < self.length[rows], ahead, -1))

    def left_over(self, rows: _Ints) -> _Ints:
        """Return how many words the buffer holds."""
        rest: _Ints = self.length[rows] - self.front[rows] + self.waiting[rows]
        return rest

    def push(self, rows: _Ints, words: _Ints) -> None:
        """Move the buffer's first word, which is `words`, on to the stack."""
        self.stack[rows, self.depth[rows]] = words
        self.depth[rows] += 1
        from_back = self.waiting[rows] > 0
        self.waiting[rows] -= from_back
        self.front[rows] += ~from_back

    def attach_left(self, rows: _Ints, head: _Ints, child: _Ints, label: _Ints) -> None:
        """Make `head` the head of `child` to its left; the child loses the head that it had."""
        old = self.head[rows, child]
        had = old >= 0
        self.right[rows[had], old[had]] = self.elder[rows[had], child[had]]
        self.elder[rows, child] = self.left[rows, head]
        self.left[rows, head] = child
        self.head[rows, child], self.label[rows, child] = head, label

    def attach_right(self, rows: _Ints, head: _Ints, child: _Ints, label: _Ints) -> None:
        """Make `head` the head of `child` to its right."""
        self.elder[rows, child] = self.right[rows, head]
        self.right[rows, head] = child
        self.head[rows, child], self.label[rows, child] = head, label


class Transitions:
    """Gives each token its head and its label."""

    def __init__(self, folder: Path) -> None:
        """Read the weights and the table of moves of `parser`."""
        lower, upper, inner = (arrays for _, arrays, _ in layers(folder, "parser"))
        self._inner, self._inner_bias = inner["W"].T.copy(), inner["b"]
        # (roles, out, pieces, in) to (roles, in, pieces * out): a piece is a block of columns.
        weights = lower["W"]
        self._hidden = weights.shape[1]
        self._lower = np.ascontiguousarray(weights.transpose(0, 3, 2, 1).reshape(len(weights), weights.shape[3], -1))
        self._bias = lower["b"].T.reshape(-1)
        self._absent = lower["pad"][0].transpose(0, 2, 1).reshape(len(weights), -1)
        self._upper, self._upper_bias = upper["W"].T.copy(), upper["b"]
        table = moves(folder)
        self.labels = [label for found in table.values() for label in found]
        self._kind = np.repeat(np.fromiter(table, dtype=np.int64), [len(found) for found in table.values()])
        # Row n holds minus infinity for the moves of the kinds whose bit is not set in n, and nothing for the others.
        forbidden = ~(np.arange(1 << len(table))[:, None] >> self._kind & 1).astype(bool)
        self._forbidden = np.where(forbidden, np.float32(-np.inf), np.float32(0))

    def parse(self, vectors: _Vectors, lengths: Sequence[int]) -> tuple[_Ints, _Ints]:
        """Return head and number of label for each token of each sentence, shape (sentences, longest + 2) each.

        `vectors` are those of all tokens one after another. A token without a head has head and label -1.
        """
        batch = _Batch(lengths)
        known = self._prepared(vectors)
        rows: _Ints = np.flatnonzero(batch.length > 0)
        while len(rows):
            words = self._context(batch, rows)
            best, stuck = self._choose(batch, rows, words, known)
            batch.depth[rows[stuck]] = 0
            batch.front[rows[stuck]], batch.waiting[rows[stuck]] = batch.length[rows[stuck]], 0
            self._step(batch, rows[~stuck], words[~stuck], best[~stuck])
            rows = rows[(batch.depth[rows] > 0) | (batch.left_over(rows) > 0)]
        return batch.head, batch.label

    def _prepared(self, vectors: _Vectors) -> _Vectors:
        """Return what each token adds to the hidden layer in each role; the last row is that of no token."""
        inner = vectors @ self._inner + self._inner_bias
        roles, _, width = self._lower.shape
        known = np.empty((roles, len(inner) + 1, width), dtype=np.float32)
        for role in range(roles):
            np.matmul(inner, self._lower[role], out=known[role, :-1])
            known[role, -1] = self._absent[role]
        return known

    @staticmethod
    def _context(batch: _Batch, rows: _Ints) -> _Ints:
        """Return the eight words that decide a step, shape (rows, 8), -1 where there is none."""
        first, second = batch.in_buffer(rows, 0), batch.in_buffer(rows, 1)
        top, below, third = (batch.on_stack(rows, nth) for nth in range(3))
        children = batch.left[rows, first], batch.left[rows, top], batch.right[rows, top]
        return np.stack([first, second, top, below, third, *children], axis=1)

    def _choose(self, batch: _Batch, rows: _Ints, words: _Ints, known: _Vectors) -> tuple[_Ints, NDArray[np.bool_]]:
        """Return for each row the best move that is allowed, and where none is."""
        place = np.where(words >= 0, words + batch.first[rows, None], known.shape[1] - 1)
        total = known[0].take(place[:, 0], axis=0)
        for role in range(1, len(known)):
            total += known[role].take(place[:, role], axis=0)
        total += self._bias
        hidden = np.maximum(total[:, : self._hidden], total[:, self._hidden :])
        scores = hidden @ self._upper
        scores += self._upper_bias
        allowed = self._allowed(batch, rows, words)
        scores += self._forbidden[allowed]
        return scores.argmax(axis=1), allowed == 0

    @staticmethod
    def _allowed(batch: _Batch, rows: _Ints, words: _Ints) -> _Ints:
        """Return for each row the kinds of move that it may take, as the bits of a number."""
        first, second = words[:, 0], words[:, 1]
        stacked, left_over = batch.depth[rows] > 0, batch.left_over(rows)
        begins = batch.starts[rows, first] & (first >= 0)
        arc = stacked & (left_over > 0) & ~begins
        shift = ~stacked | ((left_over >= 2) & ~begins & ~batch.returned[rows, first])  # noqa: PLR2004 - a word and one after it
        broken = (second == first + 1) & (second >= 0) & ~batch.starts[rows, second]
        kinds = ((_SHIFT, shift), (_REDUCE, stacked), (_LEFT, arc), (_RIGHT, arc), (_BREAK, broken))
        total = np.zeros(len(rows), dtype=np.int64)
        for kind, fine in kinds:
            total |= fine.astype(np.int64) << kind
        return total

    def _step(self, batch: _Batch, rows: _Ints, words: _Ints, move: _Ints) -> None:
        kinds = self._kind[move]
        for kind, act in ((_SHIFT, _shift), (_REDUCE, _reduce), (_LEFT, _left), (_RIGHT, _right), (_BREAK, _break)):
            taken = kinds == kind
            if taken.any():
                act(batch, rows[taken], words[taken], move[taken])


def _shift(batch: _Batch, rows: _Ints, words: _Ints, move: _Ints) -> None:
    del move
    batch.push(rows, words[:, 0])


def _reduce(batch: _Batch, rows: _Ints, words: _Ints, move: _Ints) -> None:
    del move
    top = words[:, 2]
    goes = (batch.head[rows, top] < 0) & (batch.depth[rows] > 1)
    batch.depth[rows] -= 1
    rows, top = rows[goes], top[goes]
    batch.returned[rows, top] = True
    batch.back[rows, batch.waiting[rows]] = top
    batch.waiting[rows] += 1


def _left(batch: _Batch, rows: _Ints, words: _Ints, move: _Ints) -> None:
    head, child = words[:, 0], words[:, 2]
    batch.attach_left(rows, head, child, move)
    batch.returned[rows, head] = False
    batch.depth[rows] -= 1


def _right(batch: _Batch, rows: _Ints, words: _Ints, move: _Ints) -> None:
    head, child = words[:, 2], words[:, 0]
    batch.attach_right(rows, head, child, move)
    batch.push(rows, child)


def _break(batch: _Batch, rows: _Ints, words: _Ints, move: _Ints) -> None:
    del move
    batch.starts[rows, words[:, 1]] = True
