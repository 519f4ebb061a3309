"""A reason as it is printed: its words, and the numbers of the reports that it cites, each leading to the passage."""

from collections.abc import Iterable

from msgspec import Struct

from sayso.model.reason import Evidence, Reason
from sayso.stages.render.sheet.piece import Piece, Pieces, joined
from sayso.stages.render.sheet.register import Register

__all__ = ["Told", "reports_of", "told"]


class Told(Struct, frozen=True, kw_only=True):
    """One reason: `marks` are the cited reports' numbers, one for each passage."""

    words: Pieces
    marks: Pieces


def told(reasons: Iterable[Reason], register: Register) -> tuple[Told, ...]:
    """Lay reasons out."""
    return tuple(_told(reason, register) for reason in reasons)


def _told(reason: Reason, register: Register) -> Told:
    marks = dict.fromkeys(_mark(one, register) for one in reason.evidence if one.report in register.rows)
    order = sorted(marks, key=lambda mark: int(mark.text))
    return Told(words=register.prose(reason.text), marks=joined([(mark,) for mark in order]))


def _mark(one: Evidence, register: Register) -> Piece:
    number = str(register.rows[one.report].number)
    if one.start is None or one.end is None:
        return Piece(number, "report", (), one.report)
    return Piece(number, "report", (register.anchor(one.report, one.start, one.end),), one.report)


def reports_of(marks: Pieces) -> Pieces:
    """Return each report's number once, for forms that lead to no passage."""
    once: dict[str, Piece] = {}
    for mark in marks:
        if mark.kind == "report":
            once.setdefault(mark.text, mark)
    return joined([(mark,) for mark in once.values()])
