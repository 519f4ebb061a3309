"""How far a number is from a measure word: one interface, two providers, words in a row and paths in the parse."""

from typing import Protocol

from msgspec import Struct

from sayso.stages.extract.figures.line import Line
from sayso.stages.extract.figures.triggers import Trigger

__all__ = ["Cost", "CostProvider", "combined"]

# Where only one provider sees a tie, it is a little less sure.
_ALONE = 0.6
_AGREE = 0.3
# Words side by side are tied even where the parser, lost in a headline, sees none.
_ADJACENT = 0.1
_NEAR = 0.3
_MOST_DOUBT = 3.0


class Cost(Struct, frozen=True):
    """What it costs to tie a number to a measure word, and the rule that says so."""

    value: float
    rule: str


class CostProvider(Protocol):
    """Anything that can tell how far number `n` of a line is from a trigger; None where it sees no tie."""

    def __call__(self, line: Line, n: int, trigger: Trigger) -> Cost | None:
        """Return the cost of the tie."""
        ...


def combined(window: Cost | None, path: Cost | None, *, parsed: bool, doubt: float = 0.0) -> Cost | None:
    """Make one cost of both providers' costs.

    `parsed` tells whether the second could look at all; `doubt` is what the measure word costs wherever it stands.
    """
    if not parsed or window is None:
        return window if path is None else Cost(path.value + _ALONE, path.rule)
    if path is None:
        return Cost(window.value + _ALONE, window.rule)
    low, high = sorted((window.value, path.value))
    rule = window.rule if window.value <= path.value else path.rule
    weight = _ADJACENT if window.value - doubt <= _NEAR else _AGREE
    return Cost(low + weight * min(high - low, _MOST_DOUBT), rule)
