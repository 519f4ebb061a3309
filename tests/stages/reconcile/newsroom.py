"""Invented reports for reconciliation: each a line with one figure marked by [brackets]."""

from collections.abc import Sequence

from sayso.language.sentences import sentences
from sayso.model.attribution import Attribution
from sayso.model.brief import Brief
from sayso.model.claim import Claim, Figure
from sayso.model.link import Lineage
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.model.story import Story
from sayso.stages.link.standing import stand
from sayso.stages.reconcile import reconcile


def report(name: str, published: str, *lines: str) -> tuple[Reading, list[Span]]:
    """A report by the outlet `name`; figures are what stands in [brackets]."""
    marked, spans, text = "\n".join(lines), [], ""
    for part in marked.split("["):
        if text or part != marked.split("[")[0]:
            number, rest = part.split("]", 1)
            spans.append(Span(len(text), len(text) + len(number)))
            text += number + rest
        else:
            text += part
    return Reading(report=Report.of(id=name, outlet=name.title(), published=published, text=text)), spans


def figure(reading: Reading, span: Span, source: str | None = None, **known: object) -> Claim:
    words = span.of(reading.report.text)
    value = int(words.replace(",", "")) if words.replace(",", "").isdigit() else 0
    filled = {"measure": "killed", "low": value, "high": value, "qualifier": "exact", "group": "people", **known}
    around = next(one for one in sentences(reading.report.text) if one.holds(span))
    return Claim.of(
        reading.report,
        "figure",
        span,
        words=words,
        sentence=around,
        passage="body",
        attribution=Attribution(source=source) if source else None,
        figure=Figure(**filled),
    )


def stood(readings: Sequence[Reading], claims: Sequence[Claim], lineage: Lineage | None = None) -> Lineage:
    return stand(readings, claims, lineage or Lineage())


def brief_of(readings: Sequence[Reading], claims: Sequence[Claim], lineage: Lineage | None = None) -> Brief:
    story = Story(reports=tuple(reading.report.id for reading in readings))
    return reconcile(readings, claims, stood(readings, claims, lineage), story)
