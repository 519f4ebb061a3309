"""Totals and their parts: questions tied to those that count some of the same people, and sums that do not fit."""

from collections.abc import Sequence

import msgspec

from sayso.model.question import Question, Variant
from sayso.stages.reconcile.interval import in_words, top
from sayso.stages.reconcile.places import WHOLE

__all__ = ["with_parts"]


def with_parts(questions: Sequence[Question]) -> tuple[Question, ...]:
    """Return the questions with their parts named, and a remark where stated parts outgrow the stated total."""
    by_people: dict[tuple[str, str, bool], list[Question]] = {}
    for question in questions:
        by_people.setdefault((question.measure, question.group, question.delta), []).append(question)
    return tuple(_tied(question, by_people[question.measure, question.group, question.delta]) for question in questions)


def _tied(question: Question, family: Sequence[Question]) -> Question:
    parts = [other for other in family if _is_part(other, question)]
    if not parts:
        return question
    said = [*question.remarks, *_misfits(question, parts)]
    return msgspec.structs.replace(question, parts=tuple(part.id for part in parts), remarks=tuple(said))


def _is_part(part: Question, whole: Question) -> bool:
    if part.id == whole.id or whole.detail is not None:
        return False
    if part.scope == whole.scope:
        return part.detail is not None
    return whole.scope == WHOLE


def _misfits(whole: Question, parts: Sequence[Question]) -> list[str]:
    """Say where the places' latest counts together outgrow the total that stands."""
    standing = [variant for variant in whole.variants if variant.status in {"current", "disputed"}]
    places = [part for part in parts if part.scope != WHOLE and (part.detail is None or part.detail == part.scope)]
    least = [(part.scope, _least(part.variants)) for part in places]
    counted = [(scope, low) for scope, low in least if low is not None]
    if len(counted) < len(places) or not counted or not standing or whole.delta or whole.measure == "crowd":
        return []
    highest = max(standing, key=top)
    total = sum(low.low for _scope, low in counted)
    if total <= top(highest):
        return []
    told = ", ".join(f"{scope} {in_words(low)}" for scope, low in counted)
    return [f"the parts ({told}) add up to more than the total of {in_words(highest)}"]


def _least(variants: Sequence[Variant]) -> Variant | None:
    """Return the lowest value that stands."""
    standing = [variant for variant in variants if variant.status in {"current", "disputed"}]
    return min(standing, key=lambda variant: variant.low) if standing else None
