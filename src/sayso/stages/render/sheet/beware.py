"""The last line of the head: what was changed, contradicted, withdrawn, and which reports cannot be trusted."""

from collections.abc import Sequence

from sayso.model.question import Question
from sayso.stages.render.labels import CAUTION_WORDS
from sayso.stages.render.sheet.changes import Change, changes
from sayso.stages.render.sheet.figures import of_whom, value_of
from sayso.stages.render.sheet.piece import Piece, Pieces, count, joined
from sayso.stages.render.sheet.register import Register

__all__ = ["beware"]

_QUOTED = 60
# Told in the head even where nothing was copied: a figure of such a report is easily printed by mistake.
_WEIGHTY = (
    "headline-differs",
    "date-conflict",
    "machine-rewritten",
    "truncated",
    "several-articles",
    "opinion",
    "undated",
)
# Many of these in one copy are one thing to beware of.
_COUNTED = {"quote": ("quotation", "quotations"), "name": ("name", "names")}


def beware(questions: Sequence[Question], register: Register) -> list[Pieces]:
    """Return what to beware of, the gravest first."""
    found = changes(register)
    items = [_changed(change) for change in found if change.kind not in _COUNTED and not change.contradicted]
    items += [fallen for question in questions if (fallen := _withdrawn(question, register))]
    items += [_contradicted(change) for change in found if change.contradicted]
    for kind in _COUNTED:
        items += _counted(kind, register)
    unreadable = [row.id for row in register.brief.reports if row.status == "unreadable"]
    if unreadable:
        told = (*count(len(unreadable), "report"), Piece(" could not be read: "), *_numbers(unreadable, register))
        items.append(told)
    return items + _cautioned(register)


def _cautioned(register: Register) -> list[Pieces]:
    kinds: dict[str, list[str]] = {}
    for caution in register.brief.warnings:
        if caution.kind in _WEIGHTY:
            kinds.setdefault(caution.kind, []).append(caution.report)
    if not kinds:
        return []
    ordered = sorted(kinds, key=_WEIGHTY.index)
    told = [(Piece(f"{CAUTION_WORDS[kind]}: "), *_numbers(kinds[kind], register)) for kind in ordered]
    return [joined(told, "; ")]


def _numbers(reports: Sequence[str], register: Register) -> Pieces:
    known = sorted({r for r in reports if r in register.rows}, key=lambda r: register.rows[r].number)
    return (Piece("report " if len(known) == 1 else "reports "), *joined([(register.number(r),) for r in known]))


def _changed(change: Change) -> Pieces:
    was, now = _short(change.was.words), _short(change.now.words)
    told: Pieces = (Piece("“"), Piece(was, "quote", (change.was.anchor,), change.was.report.report))
    if change.differs:
        there = Piece(now, "quote", (change.now.anchor,), change.now.report.report)
        told = (*told, Piece("” in report "), change.was.report, Piece(" and “"), there, Piece("” "))
        return (*told, *_in(change), Piece(": one was changed in copying"))
    if was.casefold() == now.casefold():
        told = (*told, Piece(f"” counts others ({change.kind} changed) "))
    else:
        told = (
            *told,
            Piece("” became “"),
            Piece(now, "quote", (change.now.anchor,), change.now.report.report),
            Piece("” "),
        )
    return (*told, *_in(change))


def _contradicted(change: Change) -> Pieces:
    words = Piece(_short(change.was.words), "quote", (change.was.anchor,), change.was.report.report)
    return (
        Piece("“"),
        words,
        Piece("” is called wrong in report "),
        change.was.report,
        Piece(", stands "),
        *_in(change),
    )


def _in(change: Change) -> Pieces:
    first = (change.now.report,)
    return (Piece("in reports "), *first, Piece(", "), *change.also) if change.also else (Piece("in report "), *first)


def _counted(kind: str, register: Register) -> list[Pieces]:
    """Return one item for all changes of a kind: how many in which reports."""
    copies = [change.copy for change in register.brief.distortions if change.kind == kind]
    if not copies:
        return []
    return [(*count(len(copies), *_COUNTED[kind]), Piece(" changed in copying: "), *_numbers(copies, register))]


def _short(words: str) -> str:
    """Return the head of the words, cut at a word: still words of the report."""
    flat = " ".join(words.split())
    return flat if len(flat) <= _QUOTED else flat[:_QUOTED].rsplit(" ", 1)[0] + " …"


def _withdrawn(question: Question, register: Register) -> Pieces:
    """Return the values of a question that were taken back, and the reports that still have them."""
    fallen = [variant for variant in question.variants if variant.status == "withdrawn"]
    if not fallen:
        return ()
    values = joined([(value_of(variant, register),) for variant in fallen], " and ")
    reports = len({report for variant in fallen for report in variant.reports})
    claims = tuple(claim for variant in fallen for claim in variant.claims)
    verb = "was" if len(fallen) == 1 else "were"
    told = Piece(f" {of_whom(question)} {verb} withdrawn, in ")
    return (*values, told, *count(reports, "report"), Piece(": "), *register.numbers(claims))
