"""The two hashes that lead from a word's letters to rows of the embedding tables."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["string_id", "table_rows"]

_MASK = 0xFFFFFFFFFFFFFFFF
_MULTIPLIER = 0xC6A4A7935BD1E995
_FIRST, _SECOND = np.uint64(0x87C37B91114253D5), np.uint64(0x4CF5AD432745937F)
_MIX_ONE, _MIX_TWO = np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53)
_33, _31, _KEY_LENGTH = np.uint64(33), np.uint64(31), np.uint64(8)


def string_id(text: str) -> int:
    """Return MurmurHash64A (A. Appleby, public domain) of the UTF-8 bytes of `text` under seed 1."""
    data = text.encode("utf-8", "surrogatepass")
    whole = len(data) & ~7
    value = 1 ^ (len(data) * _MULTIPLIER & _MASK)
    for at in range(0, whole, 8):
        part = int.from_bytes(data[at : at + 8], "little") * _MULTIPLIER & _MASK
        part = (part ^ part >> 47) * _MULTIPLIER & _MASK
        value = (value ^ part) * _MULTIPLIER & _MASK
    if len(data) > whole:
        value = (value ^ int.from_bytes(data[whole:], "little")) * _MULTIPLIER & _MASK
    value = (value ^ value >> 47) * _MULTIPLIER & _MASK
    return value ^ value >> 47


def table_rows(ids: NDArray[np.uint64], seed: int, rows: int) -> NDArray[np.int64]:
    """Return for each id the four rows of a table of `rows` rows, shape (len(ids), 4).

    MurmurHash3 (x64, 128 bits, an 8-byte key), as hash embeddings use it: Miranda and others, "Multi hash
    embeddings in spaCy", 2022.
    """
    start = np.uint64(seed)
    first = ids * _FIRST
    first = (first << _31) | (first >> _33)
    first = first * _SECOND ^ start ^ _KEY_LENGTH
    second = np.full_like(first, start ^ _KEY_LENGTH)
    first = first + second
    second = second + first
    first, second = _mixed(first), _mixed(second)
    first = first + second
    second = second + first
    keys = np.stack([first, second], axis=1).view(np.uint32)
    return (keys % np.uint32(rows)).astype(np.int64)


def _mixed(value: NDArray[np.uint64]) -> NDArray[np.uint64]:
    value = (value ^ value >> _33) * _MIX_ONE
    value = (value ^ value >> _33) * _MIX_TWO
    return value ^ value >> _33
