"""Figures that changed on the way: another number, another role, a lost bound, a slip of one digit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Claim, Figure
from sayso.model.link import Distortion
from sayso.stages.link.lineage.direction import earlier
from sayso.stages.link.lineage.distortion.value import (
    Value,
    agree,
    figure_of,
    is_bound_lost,
    is_other_bound,
    is_slip,
    one_group,
    said,
)
from sayso.stages.link.lineage.page import Page

__all__ = ["bare_in_twins", "denied_by_others", "in_headline", "in_twins", "off_by_a_stroke", "slips_of_bare_counts"]

_FEW = 2
"""What more reports hold is disputed, not distorted."""

_NO_DENIAL = frozenset({"opinion", "headline"})
"""An opinion doubts much, and a headline is too short to say what it denies."""

_ByReport = Mapping[str, list[Claim]]
_Holders = Mapping[Value, int]


def in_twins(
    copy: Page, other: Page, pairs: Sequence[tuple[int, int]], by_report: _ByReport, holders: _Holders
) -> Iterator[Distortion]:
    """Compare the figures of sentences that say the same.

    A changed value that further reports hold too is no slip of the copy but news, and passes.
    """
    for mine, theirs in pairs:
        left, right = _unmatched(
            _in_unit(copy, mine, by_report),
            _in_unit(other, theirs, by_report),
            strict=_differ_in_numbers_alone(copy, mine, other, theirs),
        )
        for claim in left:
            source = _changed(claim, right)
            if source is None or holders[said(claim)] > 1:
                continue
            right.remove(source)
            kind: Literal["figure", "role"] = "figure"
            if figure_of(claim).measure != figure_of(source).measure:
                kind = "role"
            yield Distortion.between(
                kind, claim, source, f"“{source.text}” there ({_role(source)}), “{claim.text}” here"
            )


def bare_in_twins(
    copy: Page, other: Page, pairs: Sequence[tuple[int, int]], by_report: _ByReport, counts: _ByReport
) -> Iterator[Distortion]:
    """Compare a count under no measure with the one figure that the like sentence has in its place.

    A machine's wording hides the measure ("hundreds were stored"); the place in the sentence tells it where both
    sentences have one number over that the other lacks.
    """
    for mine, theirs in pairs:
        left, right = _in_unit(copy, mine, counts), _in_unit(other, theirs, by_report)
        numbers = [(figure_of(claim).low, figure_of(claim).high) for claim in _in_unit(copy, mine, by_report) + left]
        right = [claim for claim in right if (figure_of(claim).low, figure_of(claim).high) not in numbers]
        told = [(figure_of(claim).low, figure_of(claim).high) for claim in _both(other, theirs, by_report, counts)]
        left = [claim for claim in left if (figure_of(claim).low, figure_of(claim).high) not in told]
        if len(left) == len(right) == 1 and not agree(figure_of(left[0]), figure_of(right[0])):
            yield Distortion.between(
                "figure", left[0], right[0], f"“{right[0].text}” there ({_role(right[0])}), “{left[0].text}” here"
            )


def in_headline(copy: Page, other: Page, by_report: _ByReport) -> Iterator[Distortion]:
    """Find a headline's figure that neither the report's own text nor the text that it took bears out."""
    mine, theirs = by_report.get(copy.id, []), by_report.get(other.id, [])
    for claim in mine:
        if claim.passage != "headline" or _is_denied(claim):
            continue
        figure = figure_of(claim)
        like = [
            one
            for one in (*mine, *theirs)
            if one is not claim and figure_of(one).measure == figure.measure and one_group(figure_of(one), figure)
        ]
        sources = [one for one in like if one.report == other.id]
        if sources and not any(agree(figure_of(one), figure) for one in like):
            source = min(sources, key=lambda one: (abs(figure_of(one).low - figure.low), one.start))
            yield Distortion.between(
                "figure", claim, source, f"the headline's {claim.text} is {source.text} in the text"
            )


def off_by_a_stroke(
    ends: tuple[Page, Page],
    by_report: _ByReport,
    holders: _Holders,
    first: Mapping[Value, Sequence[Page]],
    taker: Page | None = None,
) -> Iterator[Distortion]:
    """Find one digit that slipped, or a "more than" that came or went, between two tied reports.

    `first` are the earliest reports with each value, `taker` the one that is known to have taken from the other.
    """
    for one in by_report.get(ends[0].id, []):
        for other in by_report.get(ends[1].id, []):
            if _is_stroke(one, other):
                copy, source = _alone(one, other, ends, holders)
                if copy is not None and source is not None:
                    late = ends[0] if copy is one else ends[1]
                    change = Distortion.between("figure", copy, source, _stroke(copy, source))
                    before = any(earlier(page, late).taker == "second" for page in first[said(source)])
                    yield change if before or late is taker else _either_way(change)


def _either_way(change: Distortion) -> Distortion:
    """Say of a difference that nothing tells who made it: neither the lineage nor the times."""
    return msgspec.structs.replace(change, directed=False, message=f"differs between copies: {change.message}")


def slips_of_bare_counts(ends: tuple[Page, Page], by_report: _ByReport, counts: _ByReport) -> Iterator[Distortion]:
    """Find a slip in a count whose sentence is too garbled to tell its measure, beside a sound one."""
    for copy, other in (ends, ends[::-1]):
        for claim in counts.get(copy.id, []):
            for source in by_report.get(other.id, []):
                if is_slip(figure_of(claim), figure_of(source)):
                    yield Distortion.between("figure", claim, source, _stroke(claim, source))


def denied_by_others(counted: Sequence[Claim]) -> Iterator[Distortion]:
    """Find figures that another report, in its own voice, calls wrong."""
    denials: dict[Value, Claim] = {}
    sourced = {said(claim) for claim in counted if _is_denied(claim) and not _is_own_voice(claim)}
    believers: defaultdict[Value, set[str]] = defaultdict(set)
    for claim in counted:
        # A denial with a source takes a figure back; that is news of its own, and the reports were right in their day.
        if _is_denied(claim) and claim.passage not in _NO_DENIAL and said(claim) not in sourced:
            denials.setdefault(said(claim), claim)
        elif not _is_denied(claim):
            believers[said(claim)].add(claim.report)
    for claim in counted:
        denial = denials.get(said(claim))
        if denial is None or _is_denied(claim) or denial.report in believers[said(claim)]:
            continue
        if len(believers[said(claim)]) <= _FEW:
            yield Distortion.between(
                "figure", claim, denial, f"another report says in its own voice that {claim.text} is wrong"
            )


def _is_own_voice(claim: Claim) -> bool:
    source = claim.attribution.source if claim.attribution else None
    return source is None or source.lower() in vocabulary("copying")["nobody"]


def _is_denied(claim: Claim) -> bool:
    return figure_of(claim).stance == "denied"


def _in_unit(page: Page, unit: int, by_report: _ByReport) -> list[Claim]:
    first, last = page.units[unit]
    span = page.span(first, last - 1)
    return [claim for claim in by_report.get(page.id, []) if span.start <= claim.start < span.end]


def _both(page: Page, unit: int, by_report: _ByReport, counts: _ByReport) -> list[Claim]:
    return _in_unit(page, unit, by_report) + _in_unit(page, unit, counts)


def _differ_in_numbers_alone(copy: Page, mine: int, other: Page, theirs: int) -> bool:
    """Say whether the words but for the numbers are the same: then the hand that changed a bound had no news."""
    return _but_numbers(copy, mine) == _but_numbers(other, theirs)


def _but_numbers(page: Page, unit: int) -> list[str]:
    return [word for word in map(page.word, range(*page.units[unit])) if not word[0].isdigit()]


def _unmatched(mine: list[Claim], theirs: list[Claim], *, strict: bool) -> tuple[list[Claim], list[Claim]]:
    """Leave out what both sides say; `strict` holds two bounds that overlap for different."""
    left, right = [], list(theirs)
    for claim in mine:
        figure = figure_of(claim)
        same = [one for one in right if _say_the_same(figure_of(one), figure, strict=strict)]
        if same:
            right.remove(same[0])
        else:
            left.append(claim)
    return left, right


def _say_the_same(one: Figure, other: Figure, *, strict: bool) -> bool:
    return one.measure == other.measure and agree(one, other) and not (strict and is_other_bound(one, other))


def _changed(claim: Claim, right: Sequence[Claim]) -> Claim | None:
    """Return the figure that `claim` was made of: the same number in another role, else the same role."""
    figure = figure_of(claim)
    for source in right:
        if (figure_of(source).low, figure_of(source).high) == (figure.low, figure.high):
            return source
    for source in right:
        if figure_of(source).measure == figure.measure and one_group(figure_of(source), figure):
            return source
    return None


def _is_stroke(one: Claim, other: Claim) -> bool:
    left, right = figure_of(one), figure_of(other)
    if left.measure != right.measure or left.group != right.group or "denied" in (left.stance, right.stance):
        return False
    if None not in (left.as_of, right.as_of) and left.as_of != right.as_of:
        return False
    return is_slip(left, right) or is_bound_lost(left, right)


def _stroke(copy: Claim, source: Claim) -> str:
    if is_slip(figure_of(copy), figure_of(source)):
        return f"{source.text} there, {copy.text} here: a slip of one digit or two"
    if figure_of(source).qualifier == "more_than":
        return f"more than {source.text} there, just {copy.text} here"
    return f"just {source.text} there, more than {copy.text} here"


def _alone(one: Claim, other: Claim, ends: tuple[Page, Page], holders: _Holders) -> tuple[Claim | None, Claim | None]:
    """Return which claim is the slip and which the source: the slip is held by fewer reports, else the later one."""
    if holders[said(one)] != holders[said(other)]:
        few, many = sorted((one, other), key=lambda claim: holders[said(claim)])
        return (few, many) if holders[said(few)] == 1 else (None, None)
    moments = [page.reading.report.moment for page in ends]
    if moments[0] is not None and moments[1] is not None and holders[said(one)] == 1:
        if moments[0].before(moments[1]):
            return other, one
        if moments[1].before(moments[0]):
            return one, other
    return None, None


def _role(claim: Claim) -> str:
    figure = figure_of(claim)
    return f"{figure.measure}, {figure.group}" if figure.group else figure.measure
