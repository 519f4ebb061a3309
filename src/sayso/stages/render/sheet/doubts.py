"""What could not be read or trusted: unreadable reports, cautions by report, outsiders."""

from collections.abc import Set as AbstractSet

from msgspec import Struct

from sayso.model.brief import ReportRow
from sayso.model.caution import Caution
from sayso.stages.render.labels import CAUTION_WORDS
from sayso.stages.render.sheet.piece import Piece
from sayso.stages.render.sheet.register import Register

__all__ = ["Doubt", "Remark", "doubts"]


class Remark(Struct, frozen=True, kw_only=True):
    """One caution: its kind in words, its message, and the anchors of the words it concerns (none for the whole)."""

    kind: str
    message: str
    anchors: tuple[str, ...] = ()


class Doubt(Struct, frozen=True, kw_only=True):
    """One report with all that speaks against it; `unreadable` where there is no text at all."""

    report: Piece
    outlet: str
    unreadable: bool
    remarks: tuple[Remark, ...]


def doubts(register: Register) -> tuple[Doubt, ...]:
    """Return the doubtful reports in order of their numbers, unreadable ones first."""
    changed = {(change.copy, change.span.start) for change in register.brief.distortions}
    by_report: dict[str, list[Remark]] = {}
    for caution in register.brief.warnings:
        if _told_elsewhere(caution, changed):
            continue
        by_report.setdefault(caution.report, []).append(_remark(caution, changed, register))
    for outsider in register.brief.outsiders:
        by_report.setdefault(outsider.report, []).append(Remark(kind="outside the story", message=outsider.reason))
    rows = sorted(register.brief.reports, key=lambda row: (row.status == "read", row.number))
    laid = [_doubt(row, by_report.get(row.id, []), register) for row in rows]
    return tuple(doubt for doubt in laid if doubt.remarks)


def _told_elsewhere(caution: Caution, changed: AbstractSet[tuple[str, int]]) -> bool:
    """Say whether a caution is no fault of its report: a figure of another event, or one of several honest wordings."""
    if caution.start is None:
        return False
    drifts = caution.kind == "quote-drift" and (caution.report, caution.start) not in changed
    return caution.kind == "other-event" or drifts


def _doubt(row: ReportRow, remarks: list[Remark], register: Register) -> Doubt:
    unreadable = row.status == "unreadable"
    if unreadable:
        message = row.problem or "no reason is known"
        remarks = [Remark(kind=CAUTION_WORDS["unreadable"], message=message)]
    merged: dict[tuple[str, str], tuple[str, ...]] = {}
    for remark in remarks:
        key = (remark.kind, remark.message)
        merged[key] = tuple(dict.fromkeys((*merged.get(key, ()), *remark.anchors)))
    return Doubt(
        report=register.number(row.id),
        outlet=register.label(row.id),
        unreadable=unreadable,
        remarks=tuple(Remark(kind=kind, message=message, anchors=a) for (kind, message), a in merged.items()),
    )


def _remark(caution: Caution, changed: AbstractSet[tuple[str, int]], register: Register) -> Remark:
    anchors: tuple[str, ...] = ()
    if caution.start is not None and caution.end is not None:
        anchors = (register.anchor(caution.report, caution.start, caution.end),)
    if caution.start is not None and (caution.report, caution.start) in changed:
        # Both passages stand side by side further up; here all of a report's changes are one remark.
        return Remark(kind="changed or contradicted", message="see above", anchors=anchors)
    return Remark(kind=CAUTION_WORDS[caution.kind], message=caution.message, anchors=anchors)
