"""The brief as Markdown that a newsroom can paste into a chat: short lines, lists, one table."""

import re

from sayso.stages.render.draw.tree import tree
from sayso.stages.render.forms.why import whys
from sayso.stages.render.sheet.course import Dated
from sayso.stages.render.sheet.figures import Answer, Asked
from sayso.stages.render.sheet.layout import Sheet
from sayso.stages.render.sheet.piece import Piece, Pieces, joined, ranged
from sayso.stages.render.sheet.register import Register

__all__ = ["markdown"]

# Letters that Markdown or HTML would read as marks; a report's words must come out as they are.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def markdown(sheet: Sheet, register: Register) -> str:
    """Return the brief as Markdown."""
    sections = (
        ("Figures", _figures(sheet.questions)),
        ("Changed in copying, or called wrong", _changes(sheet)),
        ("Who said what", _sayings(sheet)),
        ("Measures taken", _dated(sheet.measures)),
        ("Timeline", _dated(sheet.timeline)),
        ("Lineage", _lineage(sheet)),
        ("Why", _whys(sheet)),
        ("Not known", _dated(sheet.not_known)),
        ("Could not be read or trusted", _doubts(sheet)),
        ("Figures of other events", _words(joined(sheet.elsewhere, " · "))),
        ("Reports", _reports(register)),
    )
    parts = [f"# {_escaped(sheet.title)}", _words(sheet.strap), _head(sheet)]
    parts += [f"## {title}\n\n{body}" for title, body in sections if body]
    return "\n\n".join(parts) + "\n"


def _escaped(words: str) -> str:
    return _MARKS.sub(r"\\\1", _CONTROL.sub(" ", words))


def _words(pieces: Pieces) -> str:
    return "".join(_piece(piece) for piece in ranged(pieces))


def _piece(piece: Piece) -> str:
    words = _escaped(piece.text)
    if piece.kind == "value":
        return f"**{words}**"
    return f"\\[{words}\\]" if piece.kind == "report" else words


def _head(sheet: Sheet) -> str:
    lines = []
    for line in sheet.head:
        items = [_words(item) for item in line.items] or ["nothing"]
        items += [f"{line.more} more below"] if line.more else []
        lines.append(f"**{line.label}** " + " · ".join(items))
    return "  \n".join(lines)


def _figures(questions: tuple[Asked, ...]) -> str:
    if not questions:
        return ""
    rows = ["| what | value | as of | origins | reports | on whose say-so |", "| --- | --- | --- | ---: | --- | --- |"]
    for question in questions:
        for place, answer in enumerate(question.answers):
            rows.append(_row(question, answer, first=place == 0))
        if question.picked:
            rows.append(f"| | | | | | {_words(question.picked)} |")
    return "\n".join(rows)


def _row(question: Asked, answer: Answer, *, first: bool) -> str:
    names = [question.measure, question.who] + ([question.where] if question.where else [])
    label = _escaped(", ".join(names)) if first else ""
    value = _words((answer.value,)) if answer.status == "current" else _escaped(answer.value.text)
    status = "" if answer.status == "current" else f" ({answer.word})"
    cells = [label, f"{answer.shape} {value}{status}", answer.when, answer.origins]
    return "| " + " | ".join([*cells, _words(answer.reports), _words(answer.whose)]) + " |"


def _changes(sheet: Sheet) -> str:
    lines = []
    for change in sheet.changes:
        for shape, side in (("", change.was), ("▲ ", change.now)):
            told = f"{_escaped(side.before)}**{_escaped(side.words)}**{_escaped(side.after)}"
            lines.append(f"- {shape}{_words((side.report,))} {_escaped(side.outlet)}: {told}")
    return "\n".join(lines)


def _sayings(sheet: Sheet) -> str:
    lines = []
    for saying in sheet.sayings:
        note = f" ({len(saying.wordings)} wordings, drift {saying.drift:.1f})" if saying.drifted else ""
        role = f", {_escaped(saying.role)}" if saying.role else ""
        lines.append(f"- **{_escaped(saying.speaker)}**{role}{note}")
        for words in saying.wordings:
            mark = "▲ " if words.garbled else ""
            lines.append(f"  - {mark}“{_escaped(words.quote.text)}” {_words(words.reports)}")
    return "\n".join(lines)


def _dated(lines: tuple[Dated, ...]) -> str:
    rows = []
    for line in lines:
        when = f"{_escaped(line.when)}: " if line.when else ""
        terms = _escaped(f", {line.terms}") if line.terms else ""
        whose = f" ({_words(line.whose)})" if line.whose else ""
        rows.append(f"- {when}{_escaped(line.words.text)}{terms}{whose} {_words(line.reports)}".rstrip())
    return "\n".join(rows)


def _lineage(sheet: Sheet) -> str:
    parts = []
    lines = [_CONTROL.sub(" ", line).replace("```", "'''") for line in tree(sheet.descent)]
    if lines:
        parts.append("```text\n" + "\n".join(lines) + "\n```")
    if sheet.descent.alone:
        marks = [(Piece(f"{node.number} {node.label}"),) for node in sheet.descent.alone]
        parts.append("Taken from no other report: " + _words(joined(marks)))
    parts += ["\n".join(f"- {_words(tie.words)}" for tie in sheet.ties if tie.sideways)]
    return "\n\n".join(part for part in parts if part)


def _whys(sheet: Sheet) -> str:
    lines = []
    for title, reasons in whys(sheet, ("", "")):
        lines.append(f"- **{_escaped(title)}**")
        lines += [f"  - {_words(lead)}{': ' if lead else ''}{_words(why)}" for lead, why in reasons]
    return "\n".join(lines)


def _doubts(sheet: Sheet) -> str:
    lines = []
    for doubt in sheet.doubts:
        told = "; ".join(f"{remark.kind}: {_escaped(remark.message)}" for remark in doubt.remarks)
        lines.append(f"- {_words((doubt.report,))} {_escaped(doubt.outlet)}: {told}")
    return "\n".join(lines)


def _reports(register: Register) -> str:
    lines = []
    for row in register.brief.reports:
        name = register.label(row.id)
        title = f" — {_escaped(row.title)}" if row.title and row.title != name else ""
        file = f" ({_escaped(row.id)})" if not row.outlet and name != row.id else ""
        when = f", {_escaped(row.published)}" if row.published else ""
        lines.append(f"- \\[{row.number}\\] {_escaped(name)}{title}{when}{file}")
    return "\n".join(lines)
