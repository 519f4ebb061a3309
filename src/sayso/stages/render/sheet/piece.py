"""Words of the brief with what they lead to: a form makes links, numbers or plain text of them."""

import re
from collections.abc import Callable, Iterable
from typing import Literal

from msgspec import Struct

from sayso.stages.render.day import say_stamp

__all__ = ["Piece", "PieceKind", "Pieces", "count", "counted", "dated", "joined", "plain", "ranged", "said", "span"]

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


def dated(words: str) -> Pieces:
    """Return words of ours in which ISO 8601 stamps are said as in print: "(2031-03-14)" is "(14 Mar 2031)"."""
    return _apart(words, _STAMP, "when", say_stamp)


def counted(pieces: Pieces) -> Pieces:
    """Return words of ours in which plain numbers are what we counted or measured, and no figures of the event."""
    apart = (_apart(piece.text, _NUMBER, "count", str) if piece.kind == "plain" else (piece,) for piece in pieces)
    return tuple(piece for some in apart for piece in some)


def _apart(words: str, pattern: re.Pattern[str], kind: PieceKind, say: Callable[[str], str]) -> Pieces:
    pieces: list[Piece] = []
    at = 0
    for found in pattern.finditer(words):
        pieces += [Piece(words[at : found.start()]), Piece(say(found.group()), kind)]
        at = found.end()
    return tuple(piece for piece in (*pieces, Piece(words[at:])) if piece.text)


_STAMP = re.compile(r"\b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})?)?")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?%?")


def span(least: int, most: int, one: str) -> Pieces:
    """Return "1 origin", "3 origins", and "1–2 origins" where doubt leaves a range."""
    return (Piece(f"{least:,}–{most:,}", "count"), Piece(f" {one}s")) if most > least else count(least, one)


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


def ranged(pieces: Pieces) -> Pieces:
    """Return the pieces with runs of report numbers as one: "17–22, 24"; for forms without links."""
    told: list[Piece] = []
    marks: list[Piece] = []
    for place, piece in enumerate(pieces):
        if _is_number(piece):
            marks.append(piece)
            continue
        between = bool(marks) and piece == _COMMA and _is_number(pieces[min(place + 1, len(pieces) - 1)])
        if not between:
            told.extend((*_runs(marks), piece))
            marks = []
    return (*told, *_runs(marks))


def _is_number(piece: Piece) -> bool:
    return piece.kind == "report" and piece.text.isdigit()


_COMMA = Piece(", ")


def _runs(marks: list[Piece]) -> Pieces:
    runs: list[list[Piece]] = []
    for mark in marks:
        if runs and int(mark.text) == int(runs[-1][-1].text) + 1:
            runs[-1].append(mark)
        else:
            runs.append([mark])
    shown: list[Pieces] = []
    for run in runs:
        if len(run) > 2:  # noqa: PLR2004 - two numbers are shorter with a comma
            shown.append((Piece(f"{run[0].text}–{run[-1].text}", "report", (), run[0].report),))
        else:
            shown.extend((mark,) for mark in run)
    return joined(shown)
