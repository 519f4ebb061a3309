"""Why two reports are tied, and why a text that nobody published is supposed behind several."""

from collections.abc import Sequence

from msgspec import Struct

from sayso.model.link import Link
from sayso.model.reason import Reason
from sayso.stages.render.labels import RELATION_WORDS
from sayso.stages.render.sheet.piece import Piece, Pieces, counted, joined
from sayso.stages.render.sheet.register import Register
from sayso.stages.render.sheet.told import Told, told

__all__ = ["Tied", "ties"]


class Tied(Struct, frozen=True, kw_only=True):
    """One tie: "2 World Ledger: copy of 1 MNA", and why; `sideways` where neither took from the other."""

    words: Pieces
    why: tuple[Told, ...]
    sideways: bool = False


def ties(register: Register) -> tuple[Tied, ...]:
    """Return the ties that are drawn, in order of the reports' numbers, then the unseen texts, then those sideways."""
    links = sorted(register.ties, key=lambda link: _order(link, register))
    sideways = [_tied(link, register) for link in links if _is_sideways(link)]
    return (*(_tied(link, register) for link in links if not _is_sideways(link)), *_unseen(register), *sideways)


def _order(link: Link, register: Register) -> tuple[int, int]:
    one, other = register.rows[link.a].number, register.rows[link.b].number
    return (min(one, other), max(one, other)) if _is_sideways(link) else (one, other)


def _is_sideways(link: Link) -> bool:
    return link.direction is None or link.relation == "shared-source"


def _tied(link: Link, register: Register) -> Tied:
    why, word = _measured(link.grounds, register), RELATION_WORDS[link.relation]
    if not _is_sideways(link):
        words = (*_named(link.a, register), Piece(f" is {_A[link.relation]} of "), *_named(link.b, register))
        return Tied(words=words, why=why)
    ends = sorted((link.a, link.b), key=lambda report: register.rows[report].number)
    between = ": same source" if link.relation == "shared-source" else f": {word}, and which came first is not known"
    both = joined([_named(report, register) for report in ends], " and ")
    return Tied(words=(*both, Piece(between)), why=why, sideways=True)


def _measured(reasons: Sequence[Reason], register: Register) -> tuple[Told, ...]:
    """Lay reasons out whose numbers are ours: how many words are the same, which share of a report."""
    return tuple(Told(words=counted(one.words), marks=one.marks) for one in told(reasons, register))


_A = {"copy": "a copy", "excerpt": "an excerpt", "rewrite": "a rewrite"}


def _named(report: str, register: Register) -> Pieces:
    return (register.number(report), Piece(" "), Piece(register.label(report), "name"))


def _unseen(register: Register) -> list[Tied]:
    return [
        Tied(
            words=(
                Piece(text.name or "unseen text", "name"),
                Piece(", unseen, behind "),
                *joined([(register.number(report),) for report in text.carried_by if report in register.rows]),
            ),
            why=_measured(text.grounds, register),
        )
        for text in register.brief.unseen
    ]
