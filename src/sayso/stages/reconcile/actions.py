"""Measures taken by authorities: what they did, since when and until when, and every sentence that says so."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from sayso.language.sentences import sentences
from sayso.model.brief import Line
from sayso.model.claim import Claim
from sayso.model.link import Lineage
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.stages.reconcile.deeds import actions_in, deeds_in, worth
from sayso.stages.reconcile.hours import told_day
from sayso.stages.reconcile.terms import Terms, terms
from sayso.stages.reconcile.vouched import Vouchers

__all__ = ["Taken", "actions_in", "measures_taken"]

_SKIPPED = frozenset({"furniture", "opinion", "comment", "byline"})


class Taken(Struct, frozen=True, kw_only=True):
    """The measures that the reports tell of, and the claims that had to be made to cite their sentences."""

    lines: tuple[Line, ...]
    claims: tuple[Claim, ...]


class _Mention(Struct, frozen=True, kw_only=True):
    """One sentence that tells of one measure."""

    label: str
    terms: Terms
    said: str | None
    claim: Claim


def measures_taken(readings: Sequence[Reading], claims: Sequence[Claim], lineage: Lineage | None = None) -> Taken:
    """Return one line for each measure and day, in order of days; undated mentions join the measure's first day.

    `lineage` tells which reports are one text and which sources one body.
    """
    vouchers = Vouchers(lineage or Lineage())
    known = _by_report(claims)
    told: dict[str, list[_Mention]] = {}
    for reading in readings:
        for mention in _mentions(reading, known.get(reading.report.id, ())):
            told.setdefault(mention.label, []).append(mention)
    lines = [line for label in sorted(told) for line in _lines(label, told[label], vouchers)]
    lines.sort(key=lambda line: (line.when or line.said or "~", line.when is None, -len(line.claims), line.text))
    made = {mention.claim.id: mention.claim for mentions in told.values() for mention in mentions}
    given = {claim.id for claim in claims}
    return Taken(lines=tuple(lines), claims=tuple(claim for claim in made.values() if claim.id not in given))


def _mentions(reading: Reading, known: Sequence[Claim]) -> Iterable[_Mention]:
    report = reading.report
    for span in _candidates(reading):
        deeds = deeds_in(span.of(report.text))
        if not deeds:
            continue
        claim = _citing(reading, span, known)
        said = told_day(reading, span.start)
        for deed, held in zip(deeds, terms(report, span, deeds), strict=True):
            if not held.past:
                yield _Mention(label=deed.label, terms=held, said=said, claim=claim)


def _by_report(claims: Sequence[Claim]) -> Mapping[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.kind == "statement":
            found.setdefault(claim.report, []).append(claim)
    return found


def _candidates(reading: Reading) -> Iterable[Span]:
    """Yield the sentences worth a look, outside furniture and opinion."""
    text = reading.report.text
    for span in sentences(text):
        if worth(span.of(text)):
            passage = reading.passage_at(span.start)
            if passage is None or passage.kind not in _SKIPPED:
                yield span


def _citing(reading: Reading, span: Span, known: Sequence[Claim]) -> Claim:
    """Return the statement that covers the sentence, or make one in the report's own voice."""
    for claim in known:
        if claim.sentence == span:
            return claim
    passage = reading.passage_at(span.start)
    return Claim.of(
        reading.report,
        "statement",
        span,
        words=span.of(reading.report.text),
        sentence=span,
        passage=passage.kind if passage else "body",
    )


def _lines(label: str, told: Sequence[_Mention], vouchers: Vouchers) -> Iterable[Line]:
    days: list[str | None] = [*sorted({one.terms.day for one in told if one.terms.day})] or [None]
    for day in days:
        held = [one for one in told if one.terms.day == day or (one.terms.day is None and day == days[0])]
        # Those that tell the day come first: their words are the line's in the timeline.
        held.sort(key=lambda one: one.terms.day is None)
        claims = list({one.claim.id: one.claim for one in held}.values())
        low, high = vouchers.origins(claims)
        yield Line(
            text=label,
            sources=vouchers.sources(claims),
            origins=low,
            origins_max=high,
            claims=tuple(claim.id for claim in claims),
            when=day,
            said=min((one.said for one in held if one.said), default=None),
            until=tuple(sorted({one.terms.until for one in held if one.terms.until})),
            lasting=_fullest([one.terms.lasting for one in held if one.terms.lasting]),
        )


def _fullest(told: Sequence[str]) -> tuple[str, ...]:
    """Return the different words for how long, without those that only begin another ("from 9 p.m.")."""
    once = list(dict.fromkeys(told))
    return tuple(one for one in once if not any(other != one and other.startswith(one) for other in once))
