"""The value of a figure as it is compared: what agrees, what contradicts, what is a slip of the hand."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

from sayso.model.claim import Claim, Figure, written

__all__ = [
    "Value",
    "agree",
    "bare",
    "figure_of",
    "figures",
    "is_bound_lost",
    "is_other_bound",
    "is_slip",
    "one_group",
    "said",
]

_ABOUT = 0.1
_SLIP_DIGITS = 4
"""In shorter numbers one digit is news (18, then 19), in longer ones a slip of the hand."""

_YEARS = range(1900, 2101)

Value = tuple[str, str | None, int | float, int | float | None]
"""Measure, group, low and high."""


def figures(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that count people of this event, in the order of their report."""
    kept = [
        claim
        for claim in claims
        if claim.figure is not None and claim.figure.measure != "other" and not claim.figure.background
    ]
    return sorted(kept, key=lambda claim: (claim.report, claim.start, claim.id))


def figure_of(claim: Claim) -> Figure:
    """Return the figure of a claim that is known to hold one."""
    assert claim.figure is not None  # noqa: S101 - `figures` let only those through
    return claim.figure


def bare(claims: Iterable[Claim]) -> list[Claim]:
    """Return the counts under no measure that may be of people: garbled sentences leave such; years are left out."""
    return [
        claim
        for claim in claims
        if claim.figure is not None
        and claim.figure.measure == "other"
        and (claim.figure.group is not None or claim.figure.unit is None)
        and not (claim.text.isdigit() and claim.figure.low in _YEARS)
    ]


def said(claim: Claim) -> Value:
    """Return what the claim says, as a value that others may say too."""
    figure = figure_of(claim)
    return (figure.measure, figure.group, figure.low, figure.high)


def one_group(one: Figure, other: Figure) -> bool:
    """Say whether two figures may count the same people."""
    return None in (one.group, other.group) or one.group == other.group


def agree(one: Figure, other: Figure) -> bool:
    """Say whether some number lies within the bounds of both; "about" is a tenth to either side."""
    low, high = _bounds(one)
    start, end = _bounds(other)
    return low <= end and start <= high


def is_other_bound(one: Figure, other: Figure) -> bool:
    """Say whether both are bounds of one kind with different numbers: "at least 47" and "at least 74"."""
    return one.qualifier == other.qualifier and None in (one.high, other.high) and one.low != other.low


def _bounds(figure: Figure) -> tuple[float, float]:
    high = float("inf") if figure.high is None else float(figure.high)
    if figure.qualifier == "about":
        return figure.low * (1 - _ABOUT), high * (1 + _ABOUT)
    return float(figure.low), high


def _written(figure: Figure) -> float:
    return written(figure.low, figure.qualifier)


def is_bound_lost(one: Figure, other: Figure) -> bool:
    """Say whether both name one number, the one as exact and the other as exceeded."""
    return {one.qualifier, other.qualifier} == {"exact", "more_than"} and _written(one) == _written(other)


def is_slip(one: Figure, other: Figure) -> bool:
    """Say whether two long numbers differ by one digit, or by two that changed places.

    See Damerau 1964: four of five typing errors are one such step.
    """
    left, right = f"{one.low:.0f}", f"{other.low:.0f}"
    long_enough = len(left) == len(right) >= _SLIP_DIGITS
    exact = all(figure.low == figure.high for figure in (one, other))
    return long_enough and exact and OSA.distance(left, right) == 1
