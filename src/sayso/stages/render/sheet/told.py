"""A reason as it is printed: its words, and the numbers of the reports that it cites, each leading to the passage."""

from collections.abc import Iterable

from msgspec import Struct

from sayso.model.reason import Evidence, Reason
from sayso.stages.render.sheet.piece import Piece, Pieces, joined
from sayso.stages.render.sheet.register import Register

__all__ = ["Told", "told"]


class Told(Struct, frozen=True, kw_only=True):
    """One reason: `marks` are the cited reports' numbers, each leading to all its cited passages in turn."""

    words: Pieces
    marks: Pieces


def told(reasons: Iterable[Reason], register: Register) -> tuple[Told, ...]:
    """Lay reasons out."""
    return tuple(_told(reason, register) for reason in reasons)


def _told(reason: Reason, register: Register) -> Told:
    cited: dict[str, dict[str, None]] = {}
    for one in reason.evidence:
        if one.report in register.rows:
            cited.setdefault(one.report, {}).update(dict.fromkeys(_anchors(one, register)))
    order = sorted(cited, key=lambda report: register.rows[report].number)
    marks = [Piece(str(register.rows[report].number), "report", tuple(cited[report]), report) for report in order]
    return Told(words=register.prose(reason.text), marks=joined([(mark,) for mark in marks]))


def _anchors(one: Evidence, register: Register) -> tuple[str, ...]:
    if one.start is None or one.end is None:
        return ()
    return (register.anchor(one.report, one.start, one.end),)
