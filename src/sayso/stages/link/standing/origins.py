"""Origins per claim: on whose say-so it rests in the end, once for certain and once with every doubt counted apart.

Each claim gets two ids. Claims with the same `origin` may rest on one origin; with the same `origin_apart` they
certainly do. So distinct `origin`s are a lower bound of independent origins, distinct `origin_apart`s an upper one,
and no doubt ever raises the lower bound.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from sayso.language.agencies import agency_key
from sayso.model.claim import Claim
from sayso.model.credit import Credit
from sayso.model.link import Lineage, Standing
from sayso.model.reading import Reading
from sayso.model.reason import Evidence, Reason
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.stages.link.standing.canon import Canon
from sayso.stages.link.standing.doubtful import CARRIERS, doubtful_ties
from sayso.stages.link.standing.first_hand import is_first_hand, is_host, is_own_reporter, is_reporter
from sayso.stages.link.standing.naming import fold
from sayso.stages.link.standing.own import Own
from sayso.stages.link.standing.taken import Parent, parents

__all__ = ["origins"]

_MAY_BE = "another report names the source of the same value; this may be it"


def origins(
    readings: Sequence[Reading],
    claims: Sequence[Claim],
    canon: Canon,
    lineage: Lineage,
    carried: Mapping[str, Credit],
) -> list[Standing]:
    """Return one standing for each claim, in the order of `claims`; `carried` are the credits of others' texts."""
    reports = {reading.report.id: reading.report for reading in readings}
    own = {claim.id: _alone(claim, reports[claim.report], canon) for claim in claims if claim.report in reports}
    here = _by_name(reports.values())
    for claim in claims:
        if claim.id in own and claim.id in carried:
            own[claim.id] = _carried(claim, reports[claim.report], carried[claim.id], canon, here)
    taken = parents(claims, lineage)
    tied = doubtful_ties(claims, own, reports, canon, lineage)
    known = {claim.id: claim for claim in claims}
    return [_standing(claim, own, taken, tied, known) for claim in claims if claim.id in own]


def _outlet(report: Report) -> str:
    return "outlet:" + (" ".join(fold(agency_key(report.outlet))) if report.outlet else report.id)


def _by_name(reports: Iterable[Report]) -> Mapping[str, str]:
    """Return the outlets that are here by name, and by the capitals that datelines cut their names to."""
    outlets = {_outlet(report): fold(agency_key(report.outlet)) for report in reports if report.outlet}
    by_name = {"".join(word[0] for word in words): outlet for outlet, words in outlets.items() if len(words) > 1}
    return by_name | {" ".join(words): outlet for outlet, words in outlets.items()}


def _alone(claim: Claim, report: Report, canon: Canon) -> Own:
    outlet = _outlet(report)
    source = claim.source
    if not source or is_host(source):
        return _own_voice(claim, report, outlet)
    if is_own_reporter(source):
        why = f"{report.label} had a reporter on the scene"
        return Own(origin=outlet, apart=outlet, source=None, counts=True, firm=True, reasons=(why,))
    i = canon.of_claim[claim.id]
    house = canon.sources[canon.house[i]]
    mine = canon.sources[i]
    if canon.vague[i]:
        why = f"'{source}' may be any source"
        return Own(origin=mine.id, apart=f"{mine.id}@{outlet}", source=mine.id, counts=True, firm=False, reasons=(why,))
    if mine.kind in CARRIERS and not is_reporter(source):
        why = f"{mine.name} carried it and does not say from where"
        return Own(origin=mine.id, apart=mine.id, source=mine.id, counts=True, firm=False, reasons=(why,))
    whys = [f"attributed to {mine.name}"]
    if house.id != mine.id:
        whys.append(f"{mine.name} speaks for or with {house.name}")
    return Own(origin=house.id, apart=mine.id, source=mine.id, counts=True, firm=True, reasons=tuple(whys))


def _carried(claim: Claim, report: Report, credit: Credit, canon: Canon, here: Mapping[str, str]) -> Own:
    """Lay what a report says in an agency's text to the agency; its own report, where it is here, says it itself."""
    agency = here.get(" ".join(fold(agency_key(credit.name))))
    why = f"{report.label} carries it in a text of {credit.name}"
    mine = canon.sources[canon.of_claim[claim.id]]
    own = Own(origin=mine.id, apart=mine.id, source=None, counts=True, firm=False, reasons=(why,), words=credit.span)
    return replace(own, origin=agency, apart=agency, counts=False) if agency is not None else own


def _own_voice(claim: Claim, report: Report, outlet: str) -> Own:
    if claim.figure is not None and is_first_hand(claim, report.text):
        why = f"{report.label} tells it as seen by its own reporter"
        return Own(origin=outlet, apart=outlet, source=None, counts=True, firm=True, reasons=(why,))
    why = f"{report.label} says it in its own voice and does not say from where"
    return Own(origin=outlet, apart=outlet, source=None, counts=False, firm=False, reasons=(why,))


def _standing(
    claim: Claim,
    own: Mapping[str, Own],
    taken: Mapping[str, Parent],
    tied: Mapping[str, str],
    known: Mapping[str, Claim],
) -> Standing:
    path = list(_path(claim.id, taken))
    last = own.get(path[-1].claim) if path else None
    root_id = path[-1].claim if path and last else claim.id
    root, mine = own[root_id], own[claim.id]
    words = _words(claim) if mine.words is None else _at(claim, mine.words)
    grounds = [Reason(text=why, evidence=(words,)) for why in mine.reasons]
    for parent in path[:1]:
        there = known.get(parent.claim)
        grounds.append(
            Reason(text=parent.reason, evidence=(_words(claim), *([_at(there, there.span)] if there else ())))
        )
    origin = root.origin
    named = root_id if root_id in tied else claim.id
    if named in tied and (named == root_id or not root.firm):
        origin = own[tied[named]].origin
        grounds.append(Reason(text=_MAY_BE, evidence=(_words(known[tied[named]]),)))
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
        reasons=tuple(dict.fromkeys(reason.text for reason in grounds)),
        grounds=tuple(grounds),
    )


def _words(claim: Claim) -> Evidence:
    """Return the words that name a claim's source; where there are none, the claim's own."""
    told = claim.attribution.source_span if claim.attribution else None
    return _at(claim, told or claim.span)


def _at(claim: Claim, span: Span) -> Evidence:
    return Evidence(report=claim.report, start=span.start, end=span.end, claim=claim.id)


def _path(claim: str, taken: Mapping[str, Parent]) -> Iterable[Parent]:
    """Yield the parents of a claim up to the first text; a ring of doubtful directions is left where it closes."""
    seen = {claim}
    while claim in taken and taken[claim].claim not in seen:
        yield taken[claim]
        claim = taken[claim].claim
        seen.add(claim)
