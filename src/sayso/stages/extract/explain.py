"""Why each number became a figure or did not: sentence by sentence, in words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.language.parser import Parser
from sayso.model.claim import Claim
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.stages.extract.figures import Rejected, explain_figures, plan_figures

__all__ = ["explain"]


def explain(readings: Sequence[Reading], claims: Sequence[Claim], parser: Parser) -> str:
    """Tell for every sentence with a number what was made of it: number, measure, noun, source, rules, or why not."""
    figures: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "figure":
            figures[claim.report].append(claim)
    lines: list[str] = []
    for reading in readings:
        report = reading.report
        if report.status == "read":
            plan = plan_figures(reading)
            _, rejected = explain_figures(plan, parser.parse(plan.wanted))
            lines += _report(report, figures[report.id], rejected)
    return "\n".join(lines) + "\n"


def _report(report: Report, figures: Sequence[Claim], rejected: Sequence[Rejected]) -> Iterator[str]:
    told: dict[Span, dict[Span, list[str]]] = defaultdict(dict)
    for claim in figures:
        told[claim.sentence][claim.span] = list(_figure(report.text, claim))
    for number in rejected:
        told[number.sentence].setdefault(number.span, list(_rejected(number)))
    yield f"== {report.id} {report.label}"
    for sentence in sorted(told):
        yield ""
        yield f"[{sentence.start}-{sentence.end}] " + " ".join(sentence.of(report.text).split())
        for span in sorted(told[sentence]):
            yield from told[sentence][span]
    yield ""


def _figure(text: str, claim: Claim) -> Iterator[str]:
    figure = claim.figure
    if figure is None:
        return
    high = "open" if figure.high is None else f"{figure.high:g}"
    yield f"  {claim.text!r} counts: {figure.measure}, {figure.low:g} to {high} ({figure.qualifier})"
    if figure.trigger is not None:
        yield f"      measure from {figure.trigger.of(text)!r}"
    yield from (f"      {name}: {value}" for name, value in _facts(claim).items() if value)
    yield from (f"      because {reason}" for reason in figure.why)


def _facts(claim: Claim) -> Mapping[str, str | None]:
    figure, said = claim.figure, claim.attribution
    if figure is None:
        return {}
    marks = [name for name in ("background", "delta") if getattr(figure, name)]
    return {
        "who": f"{figure.group}" + (f", {figure.group_text!r}" if figure.group_text else "") if figure.group else None,
        "unit": figure.unit,
        "detail": figure.detail,
        "where": figure.place,
        "when": figure.as_of,
        "stance": None if figure.stance == "asserted" else figure.stance,
        "marks": ", ".join(marks),
        "source": _source(claim) if said is not None else "the report's own voice",
    }


def _source(claim: Claim) -> str | None:
    said = claim.attribution
    if said is None:
        return None
    chain = " ← ".join(part for part in (said.source, *said.via) if part)
    return f"{chain} (cue {said.cue!r})" + (f"; {said.why}" if said.why else "")


def _rejected(number: Rejected) -> Iterator[str]:
    yield f"  {number.words!r} is no count of people: {number.reason}"
    yield from (f"      lost: {lost}" for lost in number.nearest)
