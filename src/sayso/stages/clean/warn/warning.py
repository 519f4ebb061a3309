"""All cautions of one report, in the order of the text."""

from collections.abc import Iterator, Sequence
from datetime import date

from sayso.model.caution import Caution, CautionKind
from sayso.model.passage import Passage
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.stages.clean.warn.dated import date_conflicts
from sayso.stages.clean.warn.doubled import doubled_words
from sayso.stages.clean.warn.leftovers import garbled, residue
from sayso.stages.clean.warn.repeated import repeated_passages
from sayso.stages.clean.warn.rewritten import Tells, rewritten
from sayso.stages.clean.warn.sentences import sentences_of
from sayso.stages.clean.warn.truncated import cut_off

__all__ = ["warnings_of"]

_Found = tuple[CautionKind, str, Span | None]


def warnings_of(
    report: Report, passages: Sequence[Passage], day: date | None, trouble: str | None
) -> tuple[Caution, ...]:
    """Return the cautions on a report, those on the whole of it first, then in the order of its text.

    `day` is the day of the report, or of the story where the report does not tell its own; `trouble` is what the
    encoding did.
    """
    found = [*_whole(report, passages, trouble), *_within(report, passages, day)]
    found.sort(key=lambda one: (one[2].start if one[2] else -1, one[0]))
    return tuple(
        Caution(
            report=report.id,
            kind=kind,
            message=message,
            start=span.start if span else None,
            end=span.end if span else None,
        )
        for kind, message, span in found
    )


def _whole(report: Report, passages: Sequence[Passage], trouble: str | None) -> Iterator[_Found]:
    if report.moment is None:
        yield "undated", "tells no day of publication: weekdays in it and its place in time are unsure", None
    if trouble:
        yield "encoding", f"{trouble}: letters may be wrong", None
    broken = garbled(report.text)
    if broken:
        span, count = broken
        yield "encoding", f"holds {count} places where letters were decoded wrongly before", span
    begun = 0
    for passage in passages:
        if passage.article > begun:
            begun = passage.article
            yield "several-articles", f"article {begun + 1} of this page begins here", passage.span
    for kind, message in (
        ("opinion", "argues: not a report of facts"),
        ("comment", "is the editor's comment on the report"),
    ):
        first = next((passage for passage in passages if passage.kind == kind), None)
        if first is not None:
            yield "opinion", f"this part {message}", first.span


def _within(report: Report, passages: Sequence[Passage], day: date | None) -> Iterator[_Found]:
    said = sentences_of(report.text, passages)
    doubled = list(doubled_words(said))
    repeated = list(repeated_passages(said))
    leftovers = list(residue(report.text, passages))
    for span, word in doubled:
        yield "doubled-word", f"{word!r} stands twice in a row", span
    for again, first in repeated:
        yield "repeated-passage", f"stands twice (first at {first.start}-{first.end})", again
    for span in leftovers:
        yield "template-residue", f"{span.of(report.text)!r} is left over from a page's template", span
    for span, why in date_conflicts(report.text, passages, day):
        yield "date-conflict", why, span
    cut = cut_off(report.text, passages)
    if cut:
        yield "truncated", cut[1], cut[0]
    evidence = rewritten(said, Tells(doubled=len(doubled), repeated=len(repeated), residue=len(leftovers)))
    if evidence:
        yield (
            "machine-rewritten",
            f"seems to be rewritten by a machine: {evidence}; trust no figure or quotation in it",
            None,
        )
