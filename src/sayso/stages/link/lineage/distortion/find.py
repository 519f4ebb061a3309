"""Differences between reports that are tied, where one of them must be wrong about what it took."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.model.claim import Claim
from sayso.model.link import Distortion
from sayso.model.span import Span
from sayso.stages.link.lineage.alignment import turned
from sayso.stages.link.lineage.distortion.figure import (
    bare_in_twins,
    denied_by_others,
    in_headline,
    in_twins,
    off_by_a_stroke,
    slips_of_bare_counts,
)
from sayso.stages.link.lineage.distortion.quotation import garbled
from sayso.stages.link.lineage.distortion.value import Value, bare, figure_of, figures, said
from sayso.stages.link.lineage.distortion.wording import in_wording
from sayso.stages.link.lineage.page import Page
from sayso.stages.link.lineage.relation import DERIVED
from sayso.stages.link.lineage.requote import Utterances
from sayso.stages.link.lineage.tie import Tie

__all__ = ["distortions"]

_FIRST = 4
"""Reports of one value that are looked at for whether it was there before another."""

_WORDS = frozenset({"negation", "name", "date"})

_PARENTS = 3
"""Reports that one taker is compared with, the likeliest first: the same change need not be found against all kin."""


def distortions(
    pages: Sequence[Page], ties: Sequence[Tie], claims: Sequence[Claim], uttered: Utterances
) -> tuple[Distortion, ...]:
    """Return what the takers among tied reports changed, each change once, against its closest parent.

    Where the taker is known, figures, wording and quotations of like sentences are compared. Where two reports
    only rest on one source, a slip of one digit or a lost bound is laid to the one that stands alone with it.
    """
    counted = figures(claims)
    by_report: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in counted:
        by_report[claim.report].append(claim)
    garbled_counts: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in bare(claims):
        garbled_counts[claim.report].append(claim)
    # Who denies a number does not hold it: a copy that asserts what its parent denied has it from nobody.
    asserted = {(said(claim), claim.report) for claim in counted if figure_of(claim).stance != "denied"}
    holders = Counter(value for value, _ in sorted(asserted, key=str))
    first = _first(pages, counted)
    found: list[Distortion] = []
    parents: Counter[int] = Counter()
    for tie in sorted(ties, key=lambda tie: -tie.verdict.score):
        ends = pages[tie.first], pages[tie.second]
        taker = None if tie.taker is None else pages[tie.taker]
        found += off_by_a_stroke(ends, by_report, holders, first, taker)
        found += slips_of_bare_counts(ends, by_report, garbled_counts)
        derived = tie.through is None and tie.verdict.relation in DERIVED
        if tie.taker is not None and derived and parents[tie.taker] < _PARENTS:
            parents[tie.taker] += 1
            found += _taken(pages, tie, by_report, garbled_counts, holders)
    found += denied_by_others(counted)
    quotations = list(garbled(pages, ties, claims, uttered))
    return tuple(_once([*_outside(found, quotations), *quotations]))


def _outside(found: Sequence[Distortion], quotations: Sequence[Distortion]) -> list[Distortion]:
    """Leave out the words that changed within a changed quotation: to the reader they are one change."""
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for quotation in quotations:
        spans[quotation.copy].append(quotation.span)
    return [one for one in found if one.kind not in _WORDS or not any(s.meets(one.span) for s in spans[one.copy])]


def _first(pages: Sequence[Page], counted: Sequence[Claim]) -> Mapping[Value, Sequence[Page]]:
    """Return for each value the reports with the earliest stamps that give it: of days and hours some compare, some not."""
    by_name = {page.id: page for page in pages}
    found: defaultdict[Value, dict[str, Page]] = defaultdict(dict)
    for claim in sorted(counted, key=lambda claim: _stamp(by_name[claim.report])):
        if len(found[said(claim)]) < _FIRST:
            found[said(claim)][claim.report] = by_name[claim.report]
    return {value: tuple(first.values()) for value, first in found.items()}


def _stamp(page: Page) -> tuple[bool, str, str]:
    moment = page.reading.report.moment
    return (moment is None, moment.earliest.isoformat() if moment else "", page.id)


def _taken(
    pages: Sequence[Page],
    tie: Tie,
    by_report: Mapping[str, list[Claim]],
    garbled_counts: Mapping[str, list[Claim]],
    holders: Mapping[Value, int],
) -> Iterator[Distortion]:
    """Compare a taker with the report that it took from."""
    taker = tie.first if tie.taker == tie.first else tie.second
    copy, other = pages[taker], pages[tie.other(taker)]
    twins = tie.chain.twins if taker == tie.first else turned(tie.chain.twins)
    pairs = [(twin.a, twin.b) for twin in twins]
    yield from in_twins(copy, other, pairs, by_report, holders)
    yield from bare_in_twins(copy, other, pairs, by_report, garbled_counts)
    yield from in_headline(copy, other, by_report)
    yield from in_wording(copy, other, [(twin.a, twin.b, twin.alike) for twin in twins])


def _once(found: Sequence[Distortion]) -> Iterator[Distortion]:
    """Keep the first word on each place: it comes from the strongest tie."""
    first: dict[tuple[str, int, int], Distortion] = {}
    for one in found:
        first.setdefault((one.copy, one.span.start, one.span.end), one)
    yield from sorted(first.values(), key=lambda one: (one.copy, one.span.start, one.span.end, one.kind))
