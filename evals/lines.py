"""Reads the figures out of the lines that the sets' own scorers print."""

import re
from collections.abc import Iterable

__all__ = ["metrics"]

_NUMBER = r"(\d+\.\d+)"
_PRECISION = re.compile(rf"(?P<name>\S.*?)\s+P[ =]+{_NUMBER}\s+R[ =]+{_NUMBER}\s+F1[ =]+(?P<value>{_NUMBER})")
_PLAIN = re.compile(rf"(?P<name>\S[^=]*?):?\s+(?:R=)?(?P<value>{_NUMBER})(?=\s|$)")
_NAMED = re.compile(rf"(?P<name>[\w>.]+)=(?P<value>{_NUMBER})(?=\s|$)")


def metrics(lines: Iterable[str]) -> dict[str, float]:
    """Return metric → value: F1 where a line gives P, R and F1, else the number behind the name.

    Where a line only goes on about the one before it (`speaker_acc=… verb_acc=…`), the names are joined.
    """
    found: dict[str, float] = {}
    above = ""
    for line in lines:
        hit = _PRECISION.match(line.strip()) or _PLAIN.match(line.strip())
        if hit is not None:
            above = hit["name"]
            found[above] = float(hit["value"])
            continue
        found |= {f"{above} {named['name']}".strip(): float(named["value"]) for named in _NAMED.finditer(line)}
    return found
