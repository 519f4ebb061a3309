"""The head: what may be printed and whose it is, what is disputed, what moved, what to beware of."""

from collections.abc import Sequence

from msgspec import Struct

from sayso.model.question import Question, Variant
from sayso.stages.render.day import ordinal
from sayso.stages.render.labels import MEASURE_ORDER, of_before
from sayso.stages.render.sheet.beware import beware
from sayso.stages.render.sheet.figures import loose, names_of, of_whom, value_of
from sayso.stages.render.sheet.piece import Piece, Pieces, count, joined, span
from sayso.stages.render.sheet.register import Register

__all__ = ["HeadLine", "head"]

_SHOWN = 4
_WARNED = 7
_MOVES_SHOWN = 6


class HeadLine(Struct, frozen=True, kw_only=True):
    """One line of the head: its word, and what stands in it, weightiest first."""

    label: str
    sense: str
    items: tuple[Pieces, ...]
    more: int = 0


def head(register: Register) -> tuple[HeadLine, ...]:
    """Return the lines of the head; each is there even when it is empty, so that nothing said is an answer too."""
    questions = sorted(register.brief.questions, key=_weight)
    stands = [said for q in questions if (said := _stands(q, register))]
    disputed = [_disputed(q, register) for q in questions if q.disputed]
    moved = [moves for q in questions if (moves := _moved(q, register))]
    return (
        _line("STANDS", "what the latest sources stand by", stands),
        _line("DISPUTED", "sources hold values that cannot both be right", disputed),
        _line("MOVED", "values that time has overtaken", moved),
        _line("BEWARE", "what was changed, taken back or cannot be trusted", beware(questions, register)),
    )


def _line(label: str, sense: str, items: list[Pieces]) -> HeadLine:
    most = _WARNED if label == "BEWARE" else _SHOWN
    return HeadLine(label=label, sense=sense, items=tuple(items[:most]), more=max(0, len(items) - most))


def _weight(question: Question) -> tuple[bool, float, int, str]:
    """Sort the toll first, then by how many reports carry it; parts count half a whole."""
    carried = len({report for variant in question.variants for report in variant.reports})
    part = bool(question.detail) or question.delta
    return (not _is_toll(question), -carried / (2 if part else 1), MEASURE_ORDER[question.measure], question.id)


def _is_toll(question: Question) -> bool:
    """Say whether the question is the first that is asked: how many died in the whole event."""
    whole = question.group == "people" and question.scope == "whole event"
    return question.measure == "killed" and whole and not question.detail and not question.delta


def _standing(question: Question) -> Variant | None:
    """Return the value that most reports carry; a vague word of a report's own is the last choice, what is feared none."""
    current = [variant for variant in question.variants if variant.status == "current" and not variant.unsure]
    return max(current, key=lambda v: (not loose(v), len(v.reports), v.origins, v.low), default=None)


def _stands(question: Question, register: Register) -> Pieces:
    """Return what stands; of the toll also its range where it is disputed, so that it is missing from no head."""
    if question.disputed:
        said = [variant for variant in _sides(question) if not variant.only_denied]
        values = joined([(value_of(v, register),) for v in said], " or ")
        return (*values, Piece(f" {of_whom(question)} (disputed, see below)")) if _is_toll(question) else ()
    variant = _standing(question)
    if variant is None:
        return ()
    carried = count(len(variant.reports), "report")
    origins = span(variant.origins, variant.origins_max, "origin")
    value = value_of(variant, register)
    between = of_before(value.text, variant.qualifier) if question.group != "people" else " "
    return (
        value,
        Piece(f"{between}{of_whom(question, one=_is_one(variant))} ("),
        *names_of(variant, register),
        Piece(", "),
        *origins,
        Piece(", "),
        *carried,
        *register.spun_only(variant.reports),
        Piece(")"),
    )


def _is_one(variant: Variant) -> bool:
    return variant.low == 1 and variant.high in {1, None}


def _sides(question: Question) -> list[Variant]:
    """Return the values that are held against each other, the lowest first.

    A value that stands takes a side only where there is but one that is disputed.
    """
    rivals = [variant for variant in question.variants if variant.status == "disputed"]
    held = [variant for variant in question.variants if _stands_against(variant, rivals)]
    return sorted([*held, *rivals][:_SHOWN], key=lambda variant: variant.low)


def _stands_against(variant: Variant, rivals: Sequence[Variant]) -> bool:
    return variant.status == "current" and not variant.unsure and len(rivals) == 1


def _disputed(question: Question, register: Register) -> Pieces:
    rivals = _sides(question)
    sides = [(value_of(v, register), Piece(" ("), *names_of(v, register), Piece(")")) for v in rivals]
    if len(rivals) == 1 and rivals[0].why:
        # One value alone is disputed for a reason of its own: that a report denies it, or that a total is less.
        sides.append((Piece(": "), *register.prose(rivals[0].why[0])))
        return (Piece(f"{of_whom(question)}: "), *joined(sides, ""))
    return (Piece(f"{of_whom(question)}: "), *joined(sides, " or "))


def _told_anew(steps: Sequence[Variant]) -> list[Variant]:
    """Return the steps without later wordings of what was said before: "more than 100" after 120 is no move."""
    kept: list[Variant] = []
    for variant in steps:
        if not any(_allows(variant, before) for before in kept):
            kept.append(variant)
    return kept


def _allows(wide: Variant, narrow: Variant) -> bool:
    return wide.low <= narrow.low and (wide.high is None or (narrow.high is not None and narrow.high <= wide.high))


def _moved(question: Question, register: Register) -> Pieces:
    if question.delta:
        # Each increase is a count of its own day: a row of them is no figure that moved.
        return ()
    told = [v for v in question.variants if v.stance == "asserted" and not v.only_denied]
    steps = [v for v in told if v.status in {"current", "overtaken"}]
    dated = [(at, v) for v in steps if (at := ordinal(v.as_of, v.first_reported)) is not None]
    # Within one day hours are often unknown; what is overtaken comes before what took its place.
    dated.sort(key=lambda pair: (int(pair[0]), pair[1].status == "current", pair[0], pair[1].low))
    values = [value_of(variant, register) for variant in _told_anew([variant for _, variant in dated])]
    if len(values) < 2 or not any(variant.status == "overtaken" for variant in steps):  # noqa: PLR2004 - a move has two ends
        return ()
    cut = [Piece("… → ")] if len(values) > _MOVES_SHOWN else []
    return (Piece(f"{of_whom(question)} "), *cut, *joined([(value,) for value in values[-_MOVES_SHOWN:]], " → "))
