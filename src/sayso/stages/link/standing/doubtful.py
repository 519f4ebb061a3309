"""Claims whose own words do not say on whose say-so, led to a claim of the same value that does.

"Officials", a bare agency or a report's own voice may rest on the named source of the same value: so they add nothing
to the lower bound. Each claim is looked up in an index, so that the cost does not grow with the number of pairs.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from sayso.model.claim import Claim
from sayso.model.link import Lineage
from sayso.model.report import Report
from sayso.stages.link.standing.canon import Canon
from sayso.stages.link.standing.naming import read_name
from sayso.stages.link.standing.own import Own
from sayso.stages.link.standing.taken import value_of

__all__ = ["CARRIERS", "doubtful_ties"]

CARRIERS = frozenset({"agency", "outlet"})
# Descriptions of these kinds can mean a source of any kind.
_OPEN = CARRIERS | {"unnamed", "other"}
_STATE = frozenset({"official", "party"})
# A stamp with a time but no zone spans 26 hours, a bare day 50.
_TIMED = timedelta(hours=26)
_Value = tuple[object, ...]


class _Firm:
    """The claims that say who says it, by value; the earliest of each report, kind and carrier."""

    def __init__(self, claims: Iterable[Claim], own: Mapping[str, Own], kinds: Mapping[str, str | None]) -> None:
        self.by_report: dict[tuple[_Value, str], Claim] = {}
        self.by_kind: dict[_Value, dict[str | None, Claim]] = {}
        self.by_hand: dict[tuple[_Value, tuple[str, ...]], Claim] = {}
        for claim in claims:
            if own[claim.id].firm:
                value, source = _roughly(claim), own[claim.id].source
                self.by_report.setdefault((value, claim.report), claim)
                # A firm claim without a source is a reporter's own.
                kind = "reporter" if source is None else kinds.get(source)
                self.by_kind.setdefault(value, {}).setdefault(kind, claim)
                for hand in claim.attribution.via if claim.attribution else ():
                    self.by_hand.setdefault((value, read_name(hand).words), claim)


def doubtful_ties(
    claims: Sequence[Claim], own: Mapping[str, Own], reports: Mapping[str, Report], canon: Canon, lineage: Lineage
) -> Mapping[str, str]:
    """Return for each claim without a firm source the claim that it may rest on, where there is one.

    Looked for in the same report first, then in reports tied to it or stamped before it, then anywhere; there
    "officials" may be a named official, but not a doctor.
    """
    kinds = {source.id: source.kind for source in canon.sources}
    ordered = sorted((claim for claim in claims if claim.id in own), key=lambda claim: _order(claim, reports))
    firm = _Firm(ordered, own, kinds)
    near = _neighbours(lineage)
    found: dict[str, str] = {}
    for claim in ordered:
        if own[claim.id].firm:
            tied = _carried(claim, firm)
        else:
            kind = kinds.get(own[claim.id].source or "") if own[claim.id].source else None
            tied = _likely(claim, kind, firm, near.get(claim.report, ()), own, reports)
        if tied is not None and tied.id != claim.id:
            found[claim.id] = tied.id
    return found


def _order(claim: Claim, reports: Mapping[str, Report]) -> tuple[str, str, int]:
    moment = reports[claim.report].moment
    return (moment.earliest.isoformat() if moment else "~", claim.report, claim.start)


def _roughly(claim: Claim) -> _Value:
    """Return the value without its upper bound: "two dead" and "at least two dead" rest on one source."""
    return value_of(claim)[:3]


def _neighbours(lineage: Lineage) -> Mapping[str, Sequence[str]]:
    near: dict[str, dict[str, None]] = {}
    for link in lineage.links:
        near.setdefault(link.a, {})[link.b] = None
        near.setdefault(link.b, {})[link.a] = None
    return {report: sorted(others) for report, others in near.items()}


def _carried(claim: Claim, firm: _Firm) -> Claim | None:
    """Return a claim of the value that came through what this one names as its source ("the minister, via X")."""
    source = claim.attribution.source if claim.attribution else None
    return firm.by_hand.get((_roughly(claim), read_name(source).words)) if source else None


def _likely(
    claim: Claim,
    kind: str | None,
    firm: _Firm,
    linked: Sequence[str],
    own: Mapping[str, Own],
    reports: Mapping[str, Report],
) -> Claim | None:
    value = _roughly(claim)
    for report in (claim.report, *linked):
        there = firm.by_report.get((value, report))
        if there is not None and (own[there.id].source is not None or kind is None):
            return there
    fit = [
        (not _stamped_before(reports[other.report], reports[claim.report]), i, other)
        for i, (named, other) in enumerate(firm.by_kind.get(value, {}).items())
        if _may_be(kind, named, before=_stamped_before(reports[other.report], reports[claim.report]))
    ]
    return min(fit)[2] if fit else None


def _may_be(vague: str | None, named: str | None, *, before: bool) -> bool:
    """Say whether a vague description can mean a source of that kind; own voice (None) can mean any."""
    if vague is None:
        return True
    if named == "reporter":
        return False
    return before or named is None or vague == named or {vague, named} <= _STATE or vague in _OPEN


def _stamped_before(one: Report, other: Report) -> bool:
    """Say whether the one's stamp is earlier, both giving a time of day."""
    a, b = one.moment, other.moment
    if a is None or b is None or max(a.latest - a.earliest, b.latest - b.earliest) > _TIMED:
        return False
    return a.earliest < b.earliest
