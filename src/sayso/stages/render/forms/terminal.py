"""The brief for a terminal: one hundred columns, status by shape and word first and by colour second."""

import re
from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.stages.render.draw.bars import bars
from sayso.stages.render.draw.tree import tree
from sayso.stages.render.forms.why import answers_shown, whys
from sayso.stages.render.sheet.course import Dated
from sayso.stages.render.sheet.figures import Answer, Asked
from sayso.stages.render.sheet.head import HeadLine
from sayso.stages.render.sheet.layout import Sheet
from sayso.stages.render.sheet.piece import Pieces, joined, ranged, said
from sayso.stages.render.sheet.sayings import Saying

__all__ = ["terminal"]

_WIDTH = 100
_QUESTIONS_SHOWN = 24
_CHANGES_SHOWN = 8
_SAYINGS_SHOWN = 24
_DATES_SHOWN = 40
_LINES_SHOWN = 60
_PAIRS_SHOWN = 8
_DOUBTS_SHOWN = 24
_REPORTS_SHOWN = 8
_REPORTS_WIDTH = 8
# A report may hold escape codes that would repaint the terminal; a brief never prints them.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_STYLES = {
    "current": "bold green",
    "disputed": "bold magenta",
    "distorted": "bold red",
    "withdrawn": "red",
    "overtaken": "dim",
}
_HEAD_STYLES = {"STANDS": "bold green", "DISPUTED": "bold magenta", "MOVED": "bold cyan", "BEWARE": "bold red"}
_KINDS = {"value": "bold", "quote": "italic", "report": "cyan", "when": "dim"}


def terminal(sheet: Sheet, *, width: int | None = None, color: bool = False) -> str:
    """Return the brief as lines of at most `width` columns (100 unless told), with ANSI colours if asked."""
    console = Console(
        file=StringIO(),
        width=width or _WIDTH,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(Text(_safe(sheet.title), style="bold"))
    console.print(_text(sheet.strap))
    console.print(_head(sheet.head))
    _print_figures(console, sheet.questions)
    _print_changes(console, sheet)
    _print_sayings(console, sheet.sayings)
    _print_dated(console, "MEASURES TAKEN", sheet.measures)
    _print_dated(console, "TIMELINE", sheet.timeline)
    _print_descent(console, sheet)
    _print_whys(console, sheet)
    _print_dated(console, "NOT KNOWN", sheet.not_known)
    _print_doubts(console, sheet)
    if sheet.elsewhere:
        _rule(console, "FIGURES OF OTHER EVENTS")
        console.print(_text(joined(sheet.elsewhere, " · ")))
    out = console.file
    assert isinstance(out, StringIO)  # noqa: S101 - we handed it in six lines above
    lines = (line.rstrip() for line in out.getvalue().splitlines())
    return "\n".join(lines).rstrip() + "\n"


def _safe(words: str) -> str:
    # A line break in a file's name or a title could forge a line of the brief.
    return _CONTROL.sub("�", words.replace("\n", " "))


def _text(pieces: Pieces) -> Text:
    text = Text()
    for piece in ranged(pieces):
        text.append(_safe(piece.text), style=_KINDS.get(piece.kind, ""))
    return text


def _head(lines: tuple[HeadLine, ...]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column()
    for line in lines:
        items = list(line.items)
        if line.more:
            items.append(said(f"{line.more} more below"))
        body = _text(joined(items, " · ")) if items else Text("nothing", style="dim")
        grid.add_row(Text(line.label, style=_HEAD_STYLES[line.label]), body)
    return grid


def _rule(console: Console, title: str) -> None:
    console.print()
    console.print(Rule(Text(title, style="bold"), align="left", characters="─", style="dim"))


def _print_figures(console: Console, questions: tuple[Asked, ...]) -> None:
    if not questions:
        return
    _rule(console, "FIGURES")
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column("what", ratio=20)
    table.add_column("value", ratio=24)
    table.add_column("as of", no_wrap=True)
    table.add_column("origins", no_wrap=True, justify="right")
    # As wide as "101–103": a number cut short would name another report.
    table.add_column("reports", width=_REPORTS_WIDTH, overflow="fold")
    table.add_column("on whose say-so", ratio=28)
    weighty = [question for question in questions if not question.minor]
    shown = weighty[:_QUESTIONS_SHOWN]
    for question in shown:
        _add_question(table, question)
    console.print(table)
    if len(shown) < len(questions):
        console.print(Text(f"and {len(questions) - len(shown)} further counts: see the page", style="dim"))
    shapes = "● stands   ◆ disputed   ▲ distorted   ✕ withdrawn   ○ overtaken"
    console.print(Text(shapes, style="dim"))


def _add_question(table: Table, question: Asked) -> None:
    rows, hidden = answers_shown(question)
    names = [f"{question.measure}, {question.who}"]
    names += [question.where] if question.where else []
    names += [bars(question.points)] if question.points else []
    labels = [*names, *[""] * (len(rows) - len(names))]
    # Labels longer than the rows share the last one's cell, so that nothing is lost.
    if len(rows) < len(labels) and rows:
        labels = [*labels[: len(rows) - 1], "\n".join(labels[len(rows) - 1 :])]
    for place, (label, answer) in enumerate(zip(labels, rows, strict=True)):
        last = place == len(rows) - 1
        more = f"\n○ and {hidden} earlier" if last and hidden else ""
        _add_answer(table, label, answer, more, last=last and not question.picked)
    if question.picked:
        # "By the rule lowest: 14" stands under the values, the reason under the sources.
        by_rule, because = _text(question.picked[:2]), _text(question.picked[3:])
        table.add_row("", by_rule, "", "", "", because, end_section=True)


def _add_answer(table: Table, label: str, answer: Answer, more: str, *, last: bool) -> None:
    value = Text(f"{answer.shape} ", style=_STYLES[answer.status])
    value.append(_safe(answer.value.text), style="bold" if answer.status == "current" else "")
    if answer.status != "current":
        value.append(f" {answer.word}", style=_STYLES[answer.status])
    value.append(more, style="dim")
    table.add_row(
        Text(_safe(label)),
        value,
        Text(answer.when, style="dim"),
        answer.origins,
        _some(answer),
        _text(answer.whose),
        end_section=last,
    )


def _some(answer: Answer) -> Text:
    """Return the report numbers with runs as one, of many only the first."""
    marks = [piece for piece in ranged(answer.reports) if piece.kind == "report"]
    text = _text(joined([(mark,) for mark in marks[:_REPORTS_SHOWN]]))
    if len(marks) > _REPORTS_SHOWN:
        text.append(f" +{len(marks) - _REPORTS_SHOWN}", style="dim")
    return text


def _print_changes(console: Console, sheet: Sheet) -> None:
    if not sheet.changes:
        return
    _rule(console, "CHANGED IN COPYING, OR CALLED WRONG")
    for place, change in enumerate(sheet.changes[:_CHANGES_SHOWN]):
        if place:
            console.print()
        if change.message:
            console.print(Text(_safe(change.message), style="dim"))
        for shape, side, style in (("  ", change.was, "bold"), ("▲ ", change.now, "bold red")):
            line = Text(f"{shape}{side.report.text} {_safe(side.outlet)}: ", style="")
            line.append(_flat(side.before))
            line.append(_flat(side.words), style=style)
            line.append(_flat(side.after))
            console.print(line)
    if len(sheet.changes) > _CHANGES_SHOWN:
        console.print(Text(f"and {len(sheet.changes) - _CHANGES_SHOWN} more: see the page", style="dim"))


def _flat(words: str) -> str:
    return _safe(words.replace("\n", " "))


def _print_sayings(console: Console, entries: tuple[Saying, ...]) -> None:
    if not entries:
        return
    _rule(console, "WHO SAID WHAT")
    last = ""
    for saying in entries[:_SAYINGS_SHOWN]:
        title = Text(_safe(saying.speaker), style="bold")
        title.append(f", {_safe(saying.role)}" if saying.role else "")
        if saying.drifted:
            title.append(f"   {len(saying.wordings)} wordings, drift {saying.drift:.1f}", style="dim")
        if saying.speaker != last or saying.drifted:
            console.print(title)
        last = saying.speaker
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=1)
        grid.add_column(ratio=1)
        grid.add_column(no_wrap=True, justify="right")
        for words in saying.wordings:
            mark = "▲" if words.garbled else " "
            grid.add_row(mark, Text(f"“{_safe(words.quote.text)}”"), _text(words.reports))
        console.print(grid)
    if len(entries) > _SAYINGS_SHOWN:
        console.print(Text(f"and {len(entries) - _SAYINGS_SHOWN} more: see the page", style="dim"))


def _print_dated(console: Console, title: str, lines: tuple[Dated, ...]) -> None:
    if not lines:
        return
    _rule(console, title)
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_column(no_wrap=True, justify="right")
    for line in lines[:_DATES_SHOWN]:
        body = Text(_safe(line.words.text + (f", {line.terms}" if line.terms else "")))
        if line.whose:
            body.append_text(_text((*said(" ("), *line.whose, *said(")"))))
        grid.add_row(Text(line.when, style="dim"), body, _text(line.reports))
    console.print(grid)
    if len(lines) > _DATES_SHOWN:
        console.print(Text(f"and {len(lines) - _DATES_SHOWN} more: see the page", style="dim"))


def _print_descent(console: Console, sheet: Sheet) -> None:
    lines = tree(sheet.descent)
    if not lines and not sheet.descent.alone and not sheet.ties:
        return
    _rule(console, "LINEAGE")
    for line in lines[:_LINES_SHOWN]:
        console.print(Text(_safe(line)))
    if len(lines) > _LINES_SHOWN:
        console.print(Text(f"and {len(lines) - _LINES_SHOWN} more lines: see the page", style="dim"))
    _print_sideways(console, sheet)
    if sheet.descent.alone:
        alone = ", ".join(f"{node.number} {node.label}" for node in sheet.descent.alone)
        console.print(Text(f"Taken from no other report: {_safe(alone)}", style="dim"))


def _print_sideways(console: Console, sheet: Sheet) -> None:
    """Name the pairs that are related though neither is known to have taken from the other."""
    pairs = [tie for tie in sheet.ties if tie.sideways]
    for tie in pairs[:_PAIRS_SHOWN]:
        console.print(_text(tie.words))
    if len(pairs) > _PAIRS_SHOWN:
        console.print(Text(f"and {len(pairs) - _PAIRS_SHOWN} more such pairs: see the page", style="dim"))


def _print_whys(console: Console, sheet: Sheet) -> None:
    told = list(whys(sheet, ("[", "]")))
    if not told:
        return
    _rule(console, "WHY")
    for title, lines in told:
        console.print(Text(_safe(title), style="bold"))
        for lead, reasons in lines:
            line = _text(lead)
            line.append(": " if lead else "")
            console.print(Padding(line.append_text(_text(reasons)), (0, 0, 0, 2)))


def _print_doubts(console: Console, sheet: Sheet) -> None:
    if not sheet.doubts:
        return
    _rule(console, "COULD NOT BE READ OR TRUSTED")
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(no_wrap=True, justify="right")
    grid.add_column(ratio=1)
    for doubt in sheet.doubts[:_DOUBTS_SHOWN]:
        body = Text(_safe(doubt.outlet), style="bold")
        for remark in doubt.remarks:
            places = f" in {len(remark.anchors)} places" if len(remark.anchors) > 1 else ""
            body.append(f"\n{remark.kind}{places}: ", style="red" if doubt.unreadable else "yellow")
            body.append(_safe(remark.message))
        grid.add_row(_text((doubt.report,)), body)
    console.print(grid)
    if len(sheet.doubts) > _DOUBTS_SHOWN:
        console.print(Text(f"and {len(sheet.doubts) - _DOUBTS_SHOWN} more reports: see the page", style="dim"))
