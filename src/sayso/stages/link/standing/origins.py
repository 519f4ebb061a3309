"""Origins per claim: on whose say-so it rests in the end, once for certain and once with every doubt counted apart.

Each claim gets two ids. Claims with the same `origin` may rest on one origin; with the same `origin_apart` they
certainly do. So distinct `origin`s are a lower bound of independent origins, distinct `origin_apart`s an upper one,
and no doubt ever raises the lower bound.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from msgspec import Struct

from sayso.model.claim import Claim
from sayso.model.link import Lineage, Standing
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.stages.link.standing.canon import Canon
from sayso.stages.link.standing.first_hand import is_first_hand, is_own_reporter, is_reporter
from sayso.stages.link.standing.naming import fold
from sayso.stages.link.standing.taken import Parent, parents, value_of

__all__ = ["origins"]


class _Own(Struct, frozen=True, kw_only=True):
    """What a claim rests on when nothing but itself is looked at; `rank` orders how much it tells."""

    origin: str
    apart: str
    source: str | None
    counts: bool
    firm: bool
    reasons: tuple[str, ...]


def origins(readings: Sequence[Reading], claims: Sequence[Claim], canon: Canon, lineage: Lineage) -> list[Standing]:
    """Return one standing for each claim, in the order of `claims`."""
    reports = {reading.report.id: reading.report for reading in readings}
    own = {claim.id: _alone(claim, reports[claim.report], canon) for claim in claims if claim.report in reports}
    taken = parents(claims, lineage)
    tied = _tied(claims, own, reports, canon, lineage)
    return [_standing(claim, own, taken, tied) for claim in claims if claim.id in own]


def _outlet(report: Report) -> str:
    return "outlet:" + (" ".join(fold(report.outlet)) if report.outlet else report.id)


def _alone(claim: Claim, report: Report, canon: Canon) -> _Own:
    outlet = _outlet(report)
    source = claim.attribution.source if claim.attribution else None
    if not source:
        return _own_voice(claim, report, outlet)
    if is_own_reporter(source):
        why = f"{report.label} had a reporter on the scene"
        return _Own(origin=outlet, apart=outlet, source=None, counts=True, firm=True, reasons=(why,))
    i = canon.of_claim[claim.id]
    house = canon.sources[canon.house[i]]
    mine = canon.sources[i]
    if canon.vague[i]:
        why = f"'{source}' may be any source"
        return _Own(
            origin=mine.id, apart=f"{mine.id}@{outlet}", source=mine.id, counts=True, firm=False, reasons=(why,)
        )
    if mine.kind in _CARRIERS and not is_reporter(source):
        why = f"{mine.name} carried it and does not say from where"
        return _Own(origin=mine.id, apart=mine.id, source=mine.id, counts=True, firm=False, reasons=(why,))
    whys = [f"attributed to {mine.name}"]
    if house.id != mine.id:
        whys.append(f"{mine.name} speaks for or with {house.name}")
    return _Own(origin=house.id, apart=mine.id, source=mine.id, counts=True, firm=True, reasons=tuple(whys))


def _own_voice(claim: Claim, report: Report, outlet: str) -> _Own:
    if claim.figure is not None and is_first_hand(claim, report.text):
        why = f"{report.label} tells it as seen by its own reporter"
        return _Own(origin=outlet, apart=outlet, source=None, counts=True, firm=True, reasons=(why,))
    why = f"{report.label} says it in its own voice and does not say from where"
    return _Own(origin=outlet, apart=outlet, source=None, counts=False, firm=False, reasons=(why,))


def _tied(
    claims: Sequence[Claim], own: Mapping[str, _Own], reports: Mapping[str, Report], canon: Canon, lineage: Lineage
) -> Mapping[str, str]:
    """Lead each claim without a firm source to a firmly attributed claim of the same value, where there is one.

    Looked for in the same report first, then in reports tied to it by any link, then anywhere in order of `claims`;
    there "officials" may be a named official, but not a doctor. So they add nothing to the lower bound.
    """
    firm: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if claim.id in own and own[claim.id].firm:
            firm.setdefault(_roughly(claim), []).append(claim)
    near = _neighbours(lineage)
    kinds = {source.id: source.kind for source in canon.sources}
    found: dict[str, str] = {}
    for claim in claims:
        if claim.id not in own:
            continue
        others = [other for other in firm.get(_roughly(claim), ()) if other is not claim]
        if own[claim.id].firm:
            others = [other for other in others if _carried_by(other, claim)]
        linked = near.get(claim.report, frozenset())
        kind = kinds.get(own[claim.id].source or "")
        ranked = [(_nearness(claim, other, linked, reports), i, other) for i, other in enumerate(others)]
        fit = [one for one in ranked if _may_rest(kind, own[one[2].id].source, kinds, near=one[0] < _FAR)]
        if fit:
            found[claim.id] = min(fit)[2].id
    return found


def _carried_by(claim: Claim, other: Claim) -> bool:
    """Say whether `claim` reached its report through what `other` names as its source ("the minister, via X")."""
    if claim.attribution is None or other.attribution is None or not other.attribution.source:
        return False
    return fold(other.attribution.source) in {fold(hand) for hand in claim.attribution.via}


_FAR = 2
# A stamp with a time but no zone spans 26 hours, a bare day 50.
_TIMED = timedelta(hours=26)


def _roughly(claim: Claim) -> tuple[object, ...]:
    """Return the value without its upper bound: "two dead" and "at least two dead" rest on one source."""
    return value_of(claim)[:3]


def _nearness(claim: Claim, other: Claim, linked: frozenset[str], reports: Mapping[str, Report]) -> int:
    """Return 0 within a report, 1 for a report tied to it or stamped before it (it may rest on that), else 2."""
    if other.report == claim.report:
        return 0
    return 1 if other.report in linked or _stamped_before(reports[other.report], reports[claim.report]) else _FAR


def _stamped_before(one: Report, other: Report) -> bool:
    """Say whether the one's stamp is earlier, both giving a time of day."""
    a, b = one.moment, other.moment
    if a is None or b is None or max(a.latest - a.earliest, b.latest - b.earliest) > _TIMED:
        return False
    return a.earliest < b.earliest


def _may_rest(kind: str | None, source: str | None, kinds: Mapping[str, str | None], *, near: bool) -> bool:
    """Say whether a claim of a source of this `kind`, or of none (None), may rest on the firm `source`.

    A firm claim without a source is a reporter's own: residents and officials are somebody else.
    """
    if source is None:
        return kind is None
    return near or _may_be(kind, kinds.get(source))


def _may_be(vague: str | None, named: str | None) -> bool:
    """Say whether a vague description can mean a source of that kind; own voice (None) can mean any."""
    return vague is None or named is None or vague == named or {vague, named} <= _STATE or vague in _CARRIERS


_STATE = frozenset({"official", "party"})
_CARRIERS = frozenset({"agency", "outlet", "unnamed", "other"})


def _neighbours(lineage: Lineage) -> Mapping[str, frozenset[str]]:
    near: dict[str, set[str]] = {}
    for link in lineage.links:
        near.setdefault(link.a, set()).add(link.b)
        near.setdefault(link.b, set()).add(link.a)
    return {report: frozenset(others) for report, others in near.items()}


def _standing(claim: Claim, own: Mapping[str, _Own], taken: Mapping[str, Parent], tied: Mapping[str, str]) -> Standing:
    path = list(_path(claim.id, taken))
    last = own.get(path[-1].claim) if path else None
    root_id = path[-1].claim if path and last else claim.id
    root, mine = own[root_id], own[claim.id]
    reasons = [*mine.reasons, *(parent.reason for parent in path[:1])]
    origin = root.origin
    if root_id in tied:
        origin = own[tied[root_id]].origin
        reasons.append("another report names the source of the same value; this may be it")
    elif not root.firm and claim.id in tied:
        origin = own[tied[claim.id]].origin
        reasons.append("another report names the source of the same value; this may be it")
    elif not root.firm and mine.firm:
        origin = mine.origin
    sure = bool(path) and all(parent.sure for parent in path)
    apart = root.apart if sure or not mine.counts else mine.apart
    return Standing(
        claim=claim.id,
        origin=origin,
        origin_apart=apart,
        source=mine.source,
        counts=root.counts or mine.counts,
        taken_from=path[0].claim if path else None,
        reasons=tuple(dict.fromkeys(reasons)),
    )


def _path(claim: str, taken: Mapping[str, Parent]) -> Iterable[Parent]:
    """Yield the parents of a claim up to the first text; a ring of doubtful directions is left where it closes."""
    seen = {claim}
    while claim in taken and taken[claim].claim not in seen:
        yield taken[claim]
        claim = taken[claim].claim
        seen.add(claim)
