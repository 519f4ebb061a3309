"""The head: what may be printed and whose it is, what is disputed, what moved, what to beware of."""

from msgspec import Struct

from sayso.model.link import Distortion
from sayso.model.question import Question, Variant
from sayso.stages.render.day import ordinal
from sayso.stages.render.labels import CAUTION_WORDS, GROUP_WORDS, MEASURE_ORDER, MEASURE_WORDS
from sayso.stages.render.sheet.figures import names_of, value_of
from sayso.stages.render.sheet.piece import Piece, Pieces, count, joined
from sayso.stages.render.sheet.register import Register

__all__ = ["HeadLine", "head", "of_whom"]

_SHOWN = 4
_WARNED = 7
_MOVES_SHOWN = 6
_QUOTED = 60


class HeadLine(Struct, frozen=True, kw_only=True):
    """One line of the head: its word, and what stands in it, weightiest first."""

    label: str
    sense: str
    items: tuple[Pieces, ...]
    more: int = 0


def head(register: Register) -> tuple[HeadLine, ...]:
    """Return the lines of the head; each is there even when it is empty, so that nothing said is an answer too."""
    questions = sorted(register.brief.questions, key=_weight)
    stands = [_stands(q, v, register) for q in questions if not q.disputed and (v := _standing(q))]
    disputed = [_disputed(q, register) for q in questions if q.disputed]
    moved = [moves for q in questions if (moves := _moved(q, register))]
    return (
        _line("STANDS", "what the latest sources stand by", stands),
        _line("DISPUTED", "sources hold values that cannot both be right", disputed),
        _line("MOVED", "values that time has overtaken", moved),
        _line("BEWARE", "what was changed, taken back or cannot be trusted", _beware(questions, register)),
    )


def of_whom(question: Question) -> str:
    """Return the measure with the people it counts: "killed", "rescuers killed", "injured in the old town"."""
    who = "" if question.group == "people" else f"{GROUP_WORDS[question.group]} "
    more = "more " if question.delta else ""
    detail = f" ({question.detail})" if question.detail else ""
    where = "" if question.scope == "whole event" else f", {question.scope}"
    return f"{more}{who}{MEASURE_WORDS[question.measure]}{detail}{where}"


def _line(label: str, sense: str, items: list[Pieces]) -> HeadLine:
    most = _WARNED if label == "BEWARE" else _SHOWN
    return HeadLine(label=label, sense=sense, items=tuple(items[:most]), more=max(0, len(items) - most))


def _weight(question: Question) -> tuple[bool, float, int, str]:
    """Sort the dead of the whole event first, then by how many reports carry it; parts count half a whole."""
    carried = len({report for variant in question.variants for report in variant.reports})
    part = bool(question.detail) or question.delta
    whole = question.group == "people" and question.scope == "whole event" and not part
    first = question.measure == "killed" and whole
    return (not first, -carried / (2 if part else 1), MEASURE_ORDER[question.measure], question.id)


def _standing(question: Question) -> Variant | None:
    current = [variant for variant in question.variants if variant.status == "current"]
    return max(current, key=lambda v: (len(v.reports), v.origins, v.low), default=None)


def _stands(question: Question, variant: Variant, register: Register) -> Pieces:
    carried = count(len(variant.reports), "report")
    origins = count(variant.origins, "origin")
    return (
        value_of(variant, register),
        Piece(f" {of_whom(question)} ("),
        *names_of(variant, register),
        Piece(", "),
        *origins,
        Piece(", "),
        *carried,
        Piece(")"),
    )


def _disputed(question: Question, register: Register) -> Pieces:
    rivals = [variant for variant in question.variants if variant.status == "disputed"]
    rivals = rivals or [variant for variant in question.variants if variant.status == "current"]
    held = [v for v in question.variants if v.status == "current" and v not in rivals]
    sides = [
        (value_of(v, register), Piece(" ("), *names_of(v, register), Piece(")")) for v in [*held, *rivals][:_SHOWN]
    ]
    return (Piece(f"{of_whom(question)}: "), *joined(sides, " or "))


def _moved(question: Question, register: Register) -> Pieces:
    steps = [v for v in question.variants if v.status in {"current", "overtaken"}]
    dated = [(at, v) for v in steps if (at := ordinal(v.as_of, v.first_reported)) is not None]
    dated.sort(key=lambda pair: (pair[0], pair[1].low))
    values = [value_of(variant, register) for _, variant in dated]
    if len(values) < 2 or not any(variant.status == "overtaken" for variant in steps):  # noqa: PLR2004 - a move has two ends
        return ()
    cut = [Piece("… → ")] if len(values) > _MOVES_SHOWN else []
    return (Piece(f"{of_whom(question)} "), *cut, *joined([(value,) for value in values[-_MOVES_SHOWN:]], " → "))


def _beware(questions: list[Question], register: Register) -> list[Pieces]:
    items = [_changed(change, register) for change in register.brief.distortions if change.kind != "quote"]
    items += [fallen for q in questions if (fallen := _withdrawn(q, register))]
    items += _garbled(register)
    unreadable = [row.id for row in register.brief.reports if row.status == "unreadable"]
    if unreadable:
        items.append(
            (*count(len(unreadable), "report"), Piece(" could not be read: "), *_numbers(unreadable, register))
        )
    kinds: dict[str, list[str]] = {}
    for caution in register.brief.warnings:
        if caution.kind in _WEIGHTY:
            kinds.setdefault(caution.kind, []).append(caution.report)
    for kind in sorted(kinds, key=_WEIGHTY.index):
        reports = list(dict.fromkeys(kinds[kind]))
        items.append((Piece(f"{CAUTION_WORDS[kind]}: "), *_numbers(reports, register)))
    return items


# Told in the head even where nothing was copied: a figure of such a report is easily printed by mistake.
_WEIGHTY = ("date-conflict", "machine-rewritten", "truncated", "several-articles", "opinion", "undated")


def _numbers(reports: list[str], register: Register) -> Pieces:
    known = sorted({r for r in reports if r in register.rows}, key=lambda r: register.rows[r].number)
    return (Piece("report " if len(known) == 1 else "reports "), *joined([(register.number(r),) for r in known]))


def _changed(change: Distortion, register: Register) -> Pieces:
    was = _short(change.other_span.of(register.texts[change.other]))
    now = _short(change.span.of(register.texts[change.copy]))
    then = register.anchor(change.other, change.other_span.start, change.other_span.end)
    here = register.anchor(change.copy, change.span.start, change.span.end)
    return (
        Piece("“"),
        Piece(was, "quote", (then,), change.other),
        Piece("” became “"),
        Piece(now, "quote", (here,), change.copy),
        Piece("” in report "),
        register.number(change.copy),
    )


def _garbled(register: Register) -> list[Pieces]:
    """Return one item for all quotations that were changed in copying: how many in which report."""
    copies = [change.copy for change in register.brief.distortions if change.kind == "quote"]
    if not copies:
        return []
    return [(*count(len(copies), "quotation"), Piece(" changed in copying: "), *_numbers(copies, register))]


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
