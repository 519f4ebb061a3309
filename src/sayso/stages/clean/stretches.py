"""The way back: from a character of the text to the byte of the input that it came from."""

import re
from collections.abc import Iterable, Iterator

from sayso.model.report import Stretch
from sayso.stages.clean.decoding import Decoded

__all__ = ["byte_at", "plain_text"]

# Characters of one width in a row; for each encoding the classes that it writes in 1, 2, 3, 4 bytes.
_WIDTHS = {
    "utf-8": re.compile("([\x00-\x7f]+)|([\x80-\u07ff]+)|([\u0800-\uffff]+)|([\U00010000-\U0010ffff]+)"),
    "utf-16-le": re.compile("(?!)()|([\x00-\uffff]+)|(?!)()|([\U00010000-\U0010ffff]+)"),
    "utf-32-le": re.compile("(?!)()|(?!)()|(?!)()|([\x00-\U0010ffff]+)"),
}
_WIDTHS["utf-16-be"] = _WIDTHS["utf-16-le"]
_WIDTHS["utf-32-be"] = _WIDTHS["utf-32-le"]
_LINE_END = re.compile("\r\n?")


def plain_text(found: Decoded) -> tuple[str, tuple[Stretch, ...]]:
    """Return decoded text with line feeds for all line ends, and the map back to its bytes.

    The map is empty where characters have no fixed width in the encoding or bytes were lost.
    """
    runs = _runs(found)
    if "\r" not in found.text:
        return found.text, tuple(Stretch(start, raw, length, width) for start, raw, length, width in runs)
    kept: list[str] = []
    # Characters that stay: all but the \n of \r\n; its \r becomes the \n.
    stays: list[tuple[int, int]] = []
    begin = 0
    for end in _LINE_END.finditer(found.text):
        stays.append((begin, end.start() + 1))
        kept.append(found.text[begin : end.start()] + "\n")
        begin = end.end()
    stays.append((begin, len(found.text)))
    kept.append(found.text[begin:])
    return "".join(kept), tuple(_cut(runs, stays))


def byte_at(stretches: Iterable[Stretch], offset: int) -> int | None:
    """Return the byte of the input at which the character at `offset` began; None where no map leads there."""
    for stretch in stretches:
        if stretch.start <= offset < stretch.start + stretch.length:
            return stretch.raw + (offset - stretch.start) * stretch.width
    return None


def _runs(found: Decoded) -> list[tuple[int, int, int, int]]:
    """Return (start, byte, characters, width) of each run of characters of one width."""
    if found.text.isascii() and found.encoding in {"utf-8", "ascii"}:
        return [(0, found.start, len(found.text), 1)] if found.text else []
    pattern = _WIDTHS.get(found.encoding)
    if pattern is None:
        return _single_byte(found)
    runs = []
    raw = found.start
    for start, end, width in _pieces(found, pattern):
        runs.append((start, raw, end - start, width))
        raw += (end - start) * width
    return runs


def _pieces(found: Decoded, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, width), stray bytes apart: each of them was one byte whatever its character is."""
    strays = sorted(found.stray)
    at = 0
    for match in pattern.finditer(found.text):
        width = match.lastindex or 1
        begin = match.start()
        while at < len(strays) and strays[at] < match.end():
            stray = strays[at]
            if begin < stray:
                yield begin, stray, width
            yield stray, stray + 1, 1
            begin = stray + 1
            at += 1
        if begin < match.end():
            yield begin, match.end(), width


def _single_byte(found: Decoded) -> list[tuple[int, int, int, int]]:
    """Map an encoding of one byte a character; others are left without a map."""
    try:
        even = len(bytes(range(0x20, 0x7F)).decode(found.encoding)) == 0x7F - 0x20
        same = even and len(found.text.encode(found.encoding)) == len(found.text)
    except (LookupError, ValueError):
        return []
    return [(0, found.start, len(found.text), 1)] if same and "\ufffd" not in found.text else []


def _cut(runs: list[tuple[int, int, int, int]], stays: list[tuple[int, int]]) -> Iterator[Stretch]:
    """Yield the runs without the characters that were dropped, in the text's new offsets."""
    at = 0
    new = 0
    for begin, end in stays:
        while at < len(runs) and runs[at][0] < end:
            start, raw, length, width = runs[at]
            low, high = max(start, begin), min(start + length, end)
            if low < high:
                yield Stretch(new + low - begin, raw + (low - start) * width, high - low, width)
            if start + length > end:
                break
            at += 1
        new += end - begin
