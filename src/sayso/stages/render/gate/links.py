"""Lineage, changes and cautions: every span lies in its report, every quoted word stands there, every reason cites."""

from sayso.model.caution import Caution
from sayso.model.span import Span
from sayso.stages.render.gate.cited import Cited, refuse
from sayso.stages.render.gate.prose import quoted
from sayso.stages.render.gate.reasons import check_reasons

__all__ = ["check_links"]


def check_links(cited: Cited) -> None:
    """Refuse a link, a change or a caution that points outside its report or quotes what is not there."""
    for link in cited.brief.lineage:
        what = f"link {link.a!r} to {link.b!r}"
        for part in link.passages:
            _check_span(part.a, link.a, cited, what)
            _check_span(part.b, link.b, cited, what)
        check_reasons(link.reasons, link.grounds, cited, what)
    for parent in cited.brief.unseen:
        what = f"unseen text {parent.id}"
        cited.check_name(parent.name, (), what)
        check_reasons(parent.reasons, parent.grounds, cited, what)
    for change in cited.brief.distortions:
        what = f"change in {change.copy!r}"
        _check_span(change.span, change.copy, cited, what)
        _check_span(change.other_span, change.other, cited, what)
        for claim in (change.claim, change.other_claim):
            if claim is not None:
                cited.claim(claim, what)
        _check_quoted(change.message, (change.copy, change.other), cited, what)
    for caution in cited.brief.warnings:
        _check_caution(caution, cited)


def _check_caution(caution: Caution, cited: Cited) -> None:
    what = f"caution {caution.kind!r} on report {caution.report!r}"
    if caution.report not in cited.reports:
        refuse(what, "the report", "it is not in the brief")
    if caution.start is not None and caution.end is not None:
        _check_span(Span(caution.start, caution.end), caution.report, cited, what)
    _check_quoted(caution.message, (caution.report,), cited, what)


def _check_span(span: Span, report: str, cited: Cited, what: str) -> None:
    if span.end > len(cited.text(report, what)):
        refuse(what, f"the span {span.start}-{span.end}", f"report {report!r} ends before it")


def _check_quoted(message: str, reports: tuple[str, ...], cited: Cited, what: str) -> None:
    """Refuse quoted words that stand neither in these reports nor, since copies quote their parents, in any other."""
    wanted = quoted(message)
    if not wanted:
        return
    for words in wanted:
        told = words.casefold()
        # Copies quote their parents, so the other reports are asked too, but only when the nearest do not hold it.
        if not any(told in cited.flat_text(report) for report in (*reports, *cited.reports)):
            refuse(what, f"the quotation {words!r}", "it stands in no report")
