"""Numbers and quotations in our own sentences: which of them need a cited span, and whether they have one."""

import re
from collections.abc import Container, Iterable

from sayso.stages.render.gate.cited import flat
from sayso.stages.render.labels import MONTHS

__all__ = ["numbers", "quoted", "stray_number"]

_MONTH = "(?:" + "|".join(MONTHS) + ")[a-z]{0,6}"
# Days, times and shares of one are ours to compute from stamps and scores; they are no figures of the event.
_CLOCK = re.compile(
    rf"\d{{4}}-\d{{2}}(?:-\d{{2}})?(?:T[\d:.+Z-]*)?|\b\d{{1,2}} {_MONTH}(?: \d{{4}})?|\b{_MONTH} \d{{1,2}}(?:, \d{{4}})?"
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\b|\b0\.\d+|\b\d{1,3} ?%"
)
_NUMBER = re.compile(r"(?<![\w.])\d+(?:,\d{3})*(?:\.\d+)?(?![\w])")
_QUOTED = re.compile(r"“([^”]*)”")


def numbers(words: str) -> list[float]:
    """Return the numbers written in digits, without days, times and shares."""
    bare = _CLOCK.sub(" ", words)
    return [float(found.replace(",", "")) for found in _NUMBER.findall(bare)]


def quoted(words: str) -> list[str]:
    """Return what stands between curly quotation marks, as one line each, without dots of omission at its ends."""
    return [part for found in _QUOTED.findall(words) if (part := flat(found).strip(" …"))]


def stray_number(words: str, names: Iterable[str], allowed: Container[float]) -> float | None:
    """Return the first number that is neither allowed nor part of a name; None where all are supported."""
    bare = _QUOTED.sub(" ", words)
    if all(number in allowed for number in numbers(bare)):
        return None
    # "report 7-b" is a name with a number in it: the longest names go first, so that none is cut in two.
    for name in sorted(set(names), key=lambda name: (-len(name), name)):
        bare = bare.replace(name, " ")
    return next((number for number in numbers(bare) if number not in allowed), None)
