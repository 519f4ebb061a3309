"""What was changed in copying, and what another report calls wrong: both passages side by side."""

from msgspec import Struct

from sayso.model.link import Distortion
from sayso.model.span import Span
from sayso.stages.render.sheet.piece import Piece, Pieces, joined
from sayso.stages.render.sheet.register import Register

__all__ = ["Change", "Side", "changes", "contradicts"]

_AROUND = 140
# A changed figure is printed by mistake most easily; a changed name is most often a matter of spelling.
_WEIGHT = ("figure", "role", "negation", "date", "quote", "name")


class Side(Struct, frozen=True, kw_only=True):
    """One side of a change: the words, what stands before and after them, and the report."""

    before: str
    words: str
    after: str
    report: Piece
    outlet: str
    anchor: str


class Change(Struct, frozen=True, kw_only=True):
    """One change, both passages side by side; `also` are further reports with the same change.

    `contradicted`: nothing was changed, but report `was` says that what `now` has is wrong. `differs`: nothing tells
    which of the two was changed.
    """

    kind: str
    message: str
    contradicted: bool
    differs: bool
    was: Side
    now: Side
    also: Pieces


def changes(register: Register) -> tuple[Change, ...]:
    """Return every change once, however many reports have it: figures first, then roles, quotations, names."""
    groups: dict[tuple[int, bool, str, int, str], list[Distortion]] = {}
    for change in register.brief.distortions:
        groups.setdefault(_key(change, register), []).append(change)
    order = sorted(groups, key=lambda key: key[:2])
    return tuple(_change(groups[key], register, contradicted=key[1]) for key in order)


def contradicts(change: Distortion, register: Register) -> bool:
    """Say whether both sides hold the same figure: then nothing was changed, and the other report denies it."""
    if change.kind != "figure":
        return False
    mine, other = (register.claims.get(claim) if claim else None for claim in (change.claim, change.other_claim))
    if mine and other and mine.figure and other.figure:
        return (mine.figure.low, mine.figure.high) == (other.figure.low, other.figure.high)
    was, now = change.other_span.of(register.texts[change.other]), change.span.of(register.texts[change.copy])
    return was.casefold().split() == now.casefold().split()


def _key(change: Distortion, register: Register) -> tuple[int, bool, str, int, str]:
    now, start = _told(change.span, register.texts[change.copy]), change.other_span.start
    if change.kind == "quote":
        # Two sentences of one speech that both drifted are one change: the paragraphs stand side by side once.
        now = _told(_paragraph(change.span, register.texts[change.copy]), register.texts[change.copy])
        start = _paragraph(change.other_span, register.texts[change.other]).start
        return (_WEIGHT.index(change.kind), False, change.other, start, now)
    return (_WEIGHT.index(change.kind), contradicts(change, register), change.other, start, now)


def _told(span: Span, text: str) -> str:
    return " ".join(span.of(text).casefold().split())


def _paragraph(span: Span, text: str) -> Span:
    stop = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if stop < 0 else stop)


def _change(alike: list[Distortion], register: Register, *, contradicted: bool) -> Change:
    first = alike[0]
    marks: dict[str, Piece] = {}
    for change in alike[1:]:
        if change.copy != first.copy:
            anchor = register.anchor(change.copy, change.span.start, change.span.end)
            marks.setdefault(
                change.copy, Piece(str(register.rows[change.copy].number), "report", (anchor,), change.copy)
            )
    also = sorted(marks, key=lambda report: register.rows[report].number)
    return Change(
        kind=first.kind,
        message=first.message,
        contradicted=contradicted,
        differs=not (first.directed or contradicted),
        was=_side(first.other, first.other_span, register),
        now=_side(first.copy, first.span, register),
        also=joined([(marks[report],) for report in also]),
    )


def _side(report: str, span: Span, register: Register) -> Side:
    """Return the words with what stands around them in their paragraph."""
    text = register.texts[report]
    left = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    stop = text.find("\n", span.end)
    right = min(len(text) if stop < 0 else stop, span.end + _AROUND)
    before, after = text[left : span.start], text[span.end : right]
    if left > 0 and text[left - 1] != "\n" and " " in before:
        before = "… " + before.split(" ", 1)[1]
    if right < len(text) and text[right] != "\n" and " " in after:
        after = after.rsplit(" ", 1)[0] + " …"
    return Side(
        before=before,
        words=span.of(text),
        after=after,
        report=register.number(report),
        outlet=register.label(report),
        anchor=register.anchor(report, span.start, span.end),
    )
