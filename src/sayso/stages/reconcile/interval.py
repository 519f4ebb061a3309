"""Values as intervals: whether two can both be true, and how a report would put one."""

from collections.abc import Mapping
from functools import cache, lru_cache
from math import inf

from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Figure, written
from sayso.model.question import Variant

__all__ = ["agree", "covers", "in_words", "same_value", "top"]

# Rounded values ("about 2,500") agree with others this near.
_ROUNDING = 0.01


def top(value: Figure | Variant) -> float:
    """Return the upper bound, infinity where it is open."""
    return inf if value.high is None else value.high


def same_value(a: Figure | Variant, b: Figure | Variant) -> bool:
    """Say whether both bounds are equal."""
    return a.low == b.low and a.high == b.high


def covers(wide: Figure | Variant, narrow: Figure | Variant) -> bool:
    """Say whether all that `narrow` allows is allowed by `wide` too ("more than 700" covers 723)."""
    return wide.low <= narrow.low and top(narrow) <= top(wide)


def agree(a: Figure | Variant, b: Figure | Variant) -> bool:
    """Say whether one number can make both true.

    "About" stretches a value by one in a hundred, and "more than 50" is not held against a plain 50.
    """
    slack = [_ROUNDING if value.qualifier == "about" else 0.0 for value in (a, b)]
    low = max(_floor(a) * (1 - slack[0]), _floor(b) * (1 - slack[1]))
    high = min(top(a) * (1 + slack[0]), top(b) * (1 + slack[1]))
    return low <= high


def _floor(value: Figure | Variant) -> float:
    return written(value.low, value.qualifier)


@cache
def _words() -> tuple[Mapping[str, str], Mapping[str, str]]:
    lists = vocabulary("reconciling")
    return lists["wordings"], lists["vague"]


def in_words(value: Figure | Variant) -> str:
    """Return the value in words of the field: "at least 12", "10-12", "dozens"."""
    return _worded(value.qualifier, value.low, value.high)


@lru_cache(maxsize=8192, typed=True)  # a value is worded anew with every other that it is compared with
def _worded(qualifier: str, low: float, high: float | None) -> str:
    wordings, vague = _words()
    if qualifier == "vague":
        word = vague.get(f"{low}-{high}")
        if word is not None:
            return word
    return wordings[qualifier].format(
        low=_number(low),
        high=_number(high),
        below=_number(low - 1),
        above=_number(None if high is None else high + 1),
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,}"
