"""Words of the brief with what they lead to: a form makes links, numbers or plain text of them."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

__all__ = ["Piece", "PieceKind", "Pieces", "count", "joined", "plain", "said"]

PieceKind = Literal["plain", "value", "quote", "count", "when", "name", "report", "label"]


class Piece(Struct, frozen=True):
    """Some words; `claims` are what a value or quotation rests on, `report` the report that a number stands for.

    Kinds: value and quote are words of the reports and always carry claims; count, when and label are ours.
    """

    text: str
    kind: PieceKind = "plain"
    claims: tuple[str, ...] = ()
    report: str | None = None


Pieces = tuple[Piece, ...]


def said(text: str) -> Pieces:
    """Return plain words of ours."""
    return (Piece(text),)


def count(number: int, one: str, many: str | None = None) -> Pieces:
    """Return "1 origin", "3 origins"."""
    return (Piece(f"{number:,}", "count"), Piece(f" {one if number == 1 else many or one + 's'}"))


def joined(groups: Iterable[Pieces], by: str = ", ") -> Pieces:
    """Return groups of pieces with words between them."""
    pieces: list[Piece] = []
    for group in groups:
        if pieces:
            pieces.append(Piece(by))
        pieces.extend(group)
    return tuple(pieces)


def plain(pieces: Pieces) -> str:
    """Return the words alone."""
    return "".join(piece.text for piece in pieces)
