"""What to beware of in each report: what cleaning saw, what copying changed, what belongs to another event."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.model.caution import Caution, CautionKind
from sayso.model.claim import Claim
from sayso.model.link import Distortion, Lineage, Requote
from sayso.model.question import Question
from sayso.model.reading import Reading
from sayso.model.story import Story
from sayso.stages.reconcile.headlines import headline_cautions

__all__ = ["cautions"]

# Wordings of one quotation that drift less differ in spelling and marks only.
_LEAST_DRIFT = 0.05
_CHANGED: Mapping[str, CautionKind] = {
    "figure": "figure-changed-in-copy",
    "role": "role-changed-in-copy",
    "negation": "negation-changed-in-copy",
    "name": "name-changed-in-copy",
    "date": "date-changed-in-copy",
    "quote": "quote-drift",
}


def cautions(
    readings: Sequence[Reading],
    claims: Sequence[Claim],
    lineage: Lineage,
    story: Story,
    questions: Sequence[Question],
) -> tuple[Caution, ...]:
    """Return all warnings, by report in the order given, then by place; each place and kind once."""
    own: dict[str, list[Claim]] = {}
    for claim in claims:
        own.setdefault(claim.report, []).append(claim)
    by_id = {claim.id: claim for claim in claims}
    labels = {reading.report.id: reading.report.label for reading in readings}
    found = [
        *(warning for reading in readings for warning in reading.warnings),
        *(caution for reading in readings for caution in headline_cautions(reading, own.get(reading.report.id, ()))),
        *(_changed(change, labels) for change in lineage.distortions),
        *(caution for question in questions for caution in _distorted(question, by_id)),
        *(caution for requote in lineage.requotes for caution in _drifted(requote, by_id)),
        *(_other_event(claim) for claim in claims if claim.figure is not None and claim.figure.background),
        *(Caution(report=one.report, kind="outsider", message=one.reason) for one in story.outsiders),
    ]
    order = {reading.report.id: i for i, reading in enumerate(readings)}
    once = {(one.report, one.kind, one.start): one for one in reversed(found)}
    return tuple(sorted(once.values(), key=lambda one: (order.get(one.report, len(order)), one.start or 0, one.kind)))


def _changed(change: Distortion, labels: Mapping[str, str]) -> Caution:
    message = change.message or f"changed in taking it over from {labels.get(change.other, change.other)}"
    kind = _CHANGED[change.kind]
    return Caution(report=change.copy, kind=kind, message=message, start=change.span.start, end=change.span.end)


def _distorted(question: Question, by_id: Mapping[str, Claim]) -> Iterable[Caution]:
    for variant in question.variants:
        if variant.status == "distorted" and not variant.denied_by:
            for name in variant.claims:
                claim = by_id[name]
                yield _at(claim, "figure-changed-in-copy", variant.why[0])


def _drifted(requote: Requote, by_id: Mapping[str, Claim]) -> Iterable[Caution]:
    """Yield a warning for each wording but the most carried; for all of them where none leads."""
    if requote.drift < _LEAST_DRIFT or len(requote.wordings) < len("ab"):
        return
    most = max(len(wording.claims) for wording in requote.wordings)
    leading = [wording for wording in requote.wordings if len(wording.claims) == most]
    for wording in requote.wordings:
        if len(leading) > 1 or wording is not leading[0]:
            for name in wording.claims:
                yield _at(
                    by_id[name], "quote-drift", "other reports carry the same words of this speaker in another wording"
                )


def _other_event(claim: Claim) -> Caution:
    return _at(claim, "other-event", "this figure belongs to another event and answers no question here")


def _at(claim: Claim, kind: CautionKind, message: str) -> Caution:
    return Caution(report=claim.report, kind=kind, message=message, start=claim.start, end=claim.end)
