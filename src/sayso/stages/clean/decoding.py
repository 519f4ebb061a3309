"""Bytes to characters: byte order marks, declared and guessed encodings, repaired bytes, and what is no text."""

import codecs
import re

from msgspec import Struct

from sayso.errors import BinaryInputError, EmptyInputError

__all__ = ["Decoded", "decode"]

# Longest first: the mark of UTF-32 LE begins with that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"MZ\x90",
    b"\xd0\xcf\x11\xe0",
    b"RIFF",
    b"ID3",
    b"OggS",
    b"7z\xbc\xaf",
    b"BZh",
    b"\xfd7zXZ",
    b"SQLite format 3",
)
# Enough to tell a binary file; reading on would find what a picture's pixels look like as letters.
_LOOKED_AT = 65536
# Bytes that text never holds: control characters other than tab, line ends, form feed and escape.
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
# So many of them are a slip in a short text.
_FEW = 3
_STRAY = re.compile("[\udc80-\udcff]")
# UTF-8 with stray single bytes among many good sequences is UTF-8 into which Windows-1252 was pasted.
_STRAY_SHARE = 0.2
_GUESSED_FROM = 65536
# Above this share of characters that mean nothing, what was decoded is no text.
_NOISE_SHARE = 0.1
_NOISE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd\ue000-\uf8ff]")


class Decoded(Struct, frozen=True):
    """Text, the encoding it was in, the byte at which it began, and what had to be mended (None: nothing).

    Where `mended` bytes were mended, each of them is one character of `text`.
    """

    text: str
    encoding: str
    start: int = 0
    trouble: str | None = None
    stray: frozenset[int] = frozenset()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode `data`: by its byte order mark, else as UTF-8, else as `declared`, else by the look of its letters.

    Raises EmptyInputError and BinaryInputError, each with what to do.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise EmptyInputError("holds no text: there is nothing to read in it")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding, len(mark))
    if data.startswith(_MAGIC):
        raise BinaryInputError("is no text but a picture, archive, PDF or program: give its words as .txt")
    wide = _wide(data[:_LOOKED_AT])
    if wide:
        return _marked(data, wide, 0)
    look = data[:_LOOKED_AT]
    if len(_CONTROL.findall(look)) > max(_FEW, len(look) / 50):
        raise BinaryInputError("holds bytes that no text holds: it seems to be no text file; give its words as .txt")
    return _unmarked(data, declared)


def _marked(data: bytes, encoding: str, start: int) -> Decoded:
    text = data[start:].decode(encoding, "replace")
    bad = text.count("\ufffd")
    # A replaced sequence has no fixed width, so the way back to the bytes is given up in that case.
    return _checked(Decoded(text, encoding if not bad else "", start, _lost(bad)))


def _unmarked(data: bytes, declared: str | None) -> Decoded:
    try:
        return _checked(Decoded(data.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError:
        pass
    loose = data.decode("utf-8", "surrogateescape")
    strays = len(_STRAY.findall(loose))
    good = sum(1 for character in loose if "\x7f" < character < "\udc80" or character > "\udcff")
    if strays <= _STRAY_SHARE * good:
        return _checked(_mended(loose, strays))
    if declared and (text := _as_declared(data, declared)) is not None:
        return _checked(Decoded(text, declared))
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load, and most input is UTF-8

    best = from_bytes(data[:_GUESSED_FROM]).best()
    encoding = best.encoding if best is not None else "cp1252"
    text = data.decode(encoding, "replace")
    return _checked(Decoded(text, encoding, 0, f"its encoding was guessed from its letters ({encoding})"))


def _as_declared(data: bytes, declared: str) -> str | None:
    """Decode as the input says that it is; None where it says wrong."""
    try:
        # What pages declare as Latin-1 is Windows-1252 in fact (WHATWG Encoding Standard, labels of windows-1252).
        name = codecs.lookup(declared).name
        return data.decode("cp1252" if name in {"iso8859-1", "ascii"} else name)
    except (LookupError, ValueError):
        return None


def _mended(loose: str, strays: int) -> Decoded:
    """Read stray bytes in UTF-8 as Windows-1252, each as one character."""
    places = frozenset(match.start() for match in _STRAY.finditer(loose))
    text = _STRAY.sub(lambda match: bytes([ord(match.group()) - 0xDC00]).decode("cp1252", "replace"), loose)
    return Decoded(text, "utf-8", 0, f"{strays} bytes were no UTF-8 and were read as Windows-1252", places)


def _wide(look: bytes) -> str | None:
    """Tell UTF-16 without a mark by the zero bytes that Latin letters have in it, all on one side."""
    half = len(look) // 2
    if half < 4:  # noqa: PLR2004 - too few letters to tell
        return None
    even, odd = look[0::2].count(0), look[1::2].count(0)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _lost(bad: int) -> str | None:
    return f"{bad} characters could not be decoded" if bad else None


def _checked(found: Decoded) -> Decoded:
    """Refuse what decodes into noise."""
    look = found.text[:_LOOKED_AT]
    if not look.strip("\ufeff\x00 \t\r\n\u00a0"):
        raise EmptyInputError("holds no text: there is nothing to read in it")
    if len(_NOISE.findall(look)) > _NOISE_SHARE * len(look):
        raise BinaryInputError("is no text in any encoding that we know: save it as UTF-8 text")
    return found
