"""A report's text cut into paragraphs and marked stretches, so that a form can open and close marks in order."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from sayso.model.brief import ReportRow
from sayso.model.passage import Passage
from sayso.stages.render.sheet.anchors import doubted
from sayso.stages.render.sheet.chain import Chain, chain
from sayso.stages.render.sheet.register import Register

__all__ = ["Mark", "Paragraph", "Piecework", "Shown", "shown"]


class Mark(Struct, frozen=True, order=True):
    """A marked stretch of one text; `kind` is figure, quote, statement, caution or ground (cited by a reason)."""

    start: int
    end: int
    anchor: str
    kind: str


class Piecework(Struct, frozen=True):
    """One instruction: write `text`, open a mark, or close the last opened. `first`: the mark's first piece."""

    do: Literal["text", "open", "close"]
    text: str = ""
    mark: Mark | None = None
    first: bool = False


class Paragraph(Struct, frozen=True, kw_only=True):
    """One line of the text with its role on the page ("" for running text)."""

    role: str
    pieces: tuple[Piecework, ...]


class Shown(Struct, frozen=True, kw_only=True):
    """One report as the page shows it."""

    row: ReportRow
    paragraphs: tuple[Paragraph, ...]
    chains: tuple[tuple[str, Chain], ...]


def shown(register: Register) -> Iterator[Shown]:
    """Return every report with its marked text and the chains of its claims, in order of numbers."""
    by_report: dict[str, list[Mark]] = {row.id: [] for row in register.brief.reports}
    named = set()
    for claim in register.brief.claims:
        by_report[claim.report].append(Mark(claim.start, claim.end, claim.id, claim.kind))
        named.add(claim.id)
    doubts = doubted(register.brief)
    for stretch, anchor in register.anchors.items():
        if anchor not in named:
            report, start, end = stretch
            by_report[report].append(Mark(start, end, anchor, "caution" if stretch in doubts else "ground"))
    claims: dict[str, list[tuple[str, Chain]]] = {}
    for claim in register.brief.claims:
        claims.setdefault(claim.report, []).append((claim.text, chain(claim, register)))
    for row in sorted(register.brief.reports, key=lambda row: row.number):
        text = register.texts.get(row.id, "")
        marks = sorted(by_report[row.id], key=lambda mark: (mark.start, -mark.end, mark.anchor))
        yield Shown(
            row=row,
            paragraphs=tuple(_paragraphs(text, marks, row.passages)),
            chains=tuple(claims.get(row.id, ())),
        )


def _paragraphs(text: str, marks: list[Mark], passages: tuple[Passage, ...]) -> Iterator[Paragraph]:
    """Cut the text at line breaks; a mark over several lines is opened anew in each."""
    start, coming, live = 0, 0, list[Mark]()
    opened: set[str] = set()
    place = 0
    for line in text.split("\n"):
        end = start + len(line)
        while coming < len(marks) and marks[coming].start < end:
            live.append(marks[coming])
            coming += 1
        live = [mark for mark in live if mark.end > start]
        while place < len(passages) and passages[place].span.end <= start:
            place += 1
        if line.strip():
            role = _role(passages, place, start, end)
            yield Paragraph(role=role, pieces=tuple(_nested(text, start, end, live, opened)))
        start = end + 1


def _role(passages: tuple[Passage, ...], place: int, start: int, end: int) -> str:
    """Return the role of the passage that fills most of a line, of those from `place` on: a dateline opens a body."""
    best, most = "", 0
    while place < len(passages) and passages[place].span.start < end:
        shared = min(end, passages[place].span.end) - max(start, passages[place].span.start)
        if shared > most:
            best, most = passages[place].kind, shared
        place += 1
    return best


def _nested(text: str, start: int, end: int, marks: list[Mark], opened: set[str]) -> Iterator[Piecework]:
    """Write text[start:end] with its marks properly nested: a mark that crosses another's end is cut there."""
    queue = sorted(
        (Mark(max(m.start, start), min(m.end, end), m.anchor, m.kind) for m in marks),
        key=lambda mark: (mark.start, -mark.end, mark.anchor),
    )
    stack: list[Mark] = []
    at = start
    while queue or stack:
        if stack and (not queue or stack[-1].end <= queue[0].start):
            top = stack.pop()
            yield Piecework("text", text[at : top.end])
            yield Piecework("close")
            at = max(at, top.end)
            continue
        mark = queue.pop(0)
        if stack and mark.end > stack[-1].end:
            rest = Mark(stack[-1].end, mark.end, mark.anchor, mark.kind)
            mark = Mark(mark.start, stack[-1].end, mark.anchor, mark.kind)
            _put(queue, rest)
        yield Piecework("text", text[at : mark.start])
        yield Piecework("open", mark=mark, first=mark.anchor not in opened)
        opened.add(mark.anchor)
        at = max(at, mark.start)
        stack.append(mark)
    yield Piecework("text", text[at:end])


def _put(queue: list[Mark], mark: Mark) -> None:
    """Put a cut mark's rest back in its place of the queue."""
    key = (mark.start, -mark.end, mark.anchor)
    for place, other in enumerate(queue):
        if key < (other.start, -other.end, other.anchor):
            queue.insert(place, mark)
            return
    queue.append(mark)
