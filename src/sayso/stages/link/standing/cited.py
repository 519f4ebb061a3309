"""Which description each claim cites: a bare word ("the ministry") is led back to the full one in its report."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from sayso.model.claim import Claim
from sayso.stages.link.standing.naming import Named, read_name

__all__ = ["Cited", "cited_sources"]


class Cited(Struct, frozen=True, kw_only=True):
    """What one claim cites: its words, and the description that they stand for with the reason where it differs."""

    claim: str
    report: str
    start: int
    written: str
    named: Named
    kind: str | None = None
    reason: str = ""


def cited_sources(claims: Sequence[Claim]) -> list[Cited]:
    """Return one entry for each claim that names a source, in the order of `claims`."""
    by_report: dict[str, list[Cited]] = {}
    for claim in claims:
        if claim.attribution is not None and claim.attribution.source:
            by_report.setdefault(claim.report, []).append(_plain(claim, claim.attribution.source))
    led: dict[str, Cited] = {}
    for cited in by_report.values():
        cited.sort(key=lambda one: one.start)
        led.update(_led_back(cited))
    return [led[claim.id] for claim in claims if claim.id in led]


def _plain(claim: Claim, source: str) -> Cited:
    kind = claim.attribution.kind if claim.attribution else None
    named = read_name(source)
    return Cited(claim=claim.id, report=claim.report, start=claim.start, written=source, named=named, kind=kind)


def _led_back(cited: Sequence[Cited]) -> Mapping[str, Cited]:
    """Lead each bare word to the nearest fuller description before it, else to the first after it."""
    fuller_at: dict[str, list[tuple[int, Named]]] = {}
    for one in cited:
        for word in _tails(one.named):
            fuller_at.setdefault(word, []).append((one.start, one.named))
    return {one.claim: _lead(one, fuller_at.get(one.named.key, ())) for one in cited}


def _tails(named: Named) -> Iterable[str]:
    """Return the words by which a report may name this source later on: its parts, if it has several."""
    return dict.fromkeys(named.words) if len(named.words) > 1 else ()


def _lead(one: Cited, fuller: Sequence[tuple[int, Named]]) -> Cited:
    if len(one.named.words) != 1 or not fuller:
        return one
    before = [named for start, named in fuller if start <= one.start]
    named = before[-1] if before else fuller[0][1]
    reason = f"“{one.written}” stands for “{named.text}” in the same report"
    return Cited(
        claim=one.claim,
        report=one.report,
        start=one.start,
        written=one.written,
        named=named,
        kind=one.kind,
        reason=reason,
    )
