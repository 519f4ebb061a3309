"""What happened when, what authorities did, and what nobody says."""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from sayso.model.brief import Line, Step
from sayso.stages.render.day import say_day
from sayso.stages.render.sheet.piece import Piece, Pieces, joined, said, span
from sayso.stages.render.sheet.register import Register

__all__ = ["Dated", "measures", "not_known", "timeline"]

_NAMES = 2


class Dated(Struct, frozen=True, kw_only=True):
    """One line with its day ("" where unknown), its words and the reports it rests on.

    `terms` say of a measure until when or for how long it holds, `whose` on whose say-so and by how many hands.
    """

    when: str
    stamp: str
    words: Piece
    reports: Pieces
    terms: str = ""
    whose: Pieces = ()


def timeline(register: Register) -> tuple[Dated, ...]:
    """Return the dated lines in order of their days."""
    return _dated(register.brief.timeline, register)


def measures(register: Register) -> tuple[Dated, ...]:
    """Return what authorities ordered, in order of days; where nobody dates the order, the day of the first report."""
    lines = register.brief.measures_taken
    laid = _dated(lines, register)
    return tuple(
        msgspec.structs.replace(entry, when=entry.when or _said(line), terms=_terms(line), whose=_whose(line, register))
        for entry, line in zip(laid, lines, strict=True)
    )


def _whose(line: Line, register: Register) -> Pieces:
    """Return "interior ministry, 2 origins"; no name where only reports' own voices say it.

    Where it stands in reports alone that a machine has rewritten, this is said.
    """
    if not line.origins:
        return ()
    names = joined([(Piece(name, "name"),) for name in line.sources[:_NAMES]])
    spun = register.spun_only(register.claims[claim].report for claim in line.claims)
    return (*names, *said(", " if names else ""), *span(line.origins, line.origins_max, "origin"), *spun)


def _said(line: Line) -> str:
    return f"said {say_day(line.said)}" if line.said else ""


def _terms(line: Line) -> str:
    """Return "until 15 Mar, for two weeks"; what reports tell differently stands side by side."""
    parts = [f"until {' or '.join(map(say_day, line.until))}"] if line.until else []
    return ", ".join([*parts, " or ".join(line.lasting)] if line.lasting else parts)


def not_known(register: Register) -> tuple[Dated, ...]:
    """Return what no report says."""
    return _dated(register.brief.not_known, register)


def _dated(lines: Sequence[Step | Line], register: Register) -> tuple[Dated, ...]:
    laid = []
    for line in lines:
        words = Piece(" ".join(line.text.split()), "value" if line.claims else "plain", line.claims)
        entry = Dated(
            when=_clocked(line.when), stamp=line.when or "", words=words, reports=register.numbers(line.claims)
        )
        laid.append(entry)
    return tuple(laid)


def _clocked(stamp: str | None) -> str:
    """Return the day, with the hour as written where there is one."""
    if stamp is None:
        return ""
    clock = stamp.split("T", 1)[1][:5] if "T" in stamp else ""
    return f"{say_day(stamp)} {clock}".strip()
