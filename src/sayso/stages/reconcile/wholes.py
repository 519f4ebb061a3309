"""Totals and their parts: questions tied to those that count some of the same people, and sums that do not fit."""

from collections.abc import Mapping, Sequence

import msgspec

from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Claim
from sayso.model.question import Question, Variant
from sayso.model.reason import Reason
from sayso.stages.reconcile.because import at, because
from sayso.stages.reconcile.interval import in_words, top
from sayso.stages.reconcile.places import WHOLE
from sayso.stages.reconcile.summary import summary

__all__ = ["with_parts"]

# Groups whose members count among the people of a total.
_AMONG_PEOPLE = frozenset({"children", "foreigners"})


def with_parts(questions: Sequence[Question], claims: Mapping[str, Claim]) -> tuple[Question, ...]:
    """Return the questions with their parts named, and a remark where stated parts outgrow the stated total.

    `claims` are the claims of the questions by id.
    """
    by_people: dict[tuple[str, str, bool], list[Question]] = {}
    for question in questions:
        by_people.setdefault((question.measure, question.group, question.delta), []).append(question)
    tied = [
        _tied(question, by_people[question.measure, question.group, question.delta], claims) for question in questions
    ]
    totals = {q.measure: q for q in tied if q.group == "people" and _is_total(q)}
    return tuple(_beyond(question, totals.get(question.measure), claims) for question in tied)


def _is_total(question: Question) -> bool:
    return question.scope == WHOLE and question.detail is None and not question.delta


def _beyond(question: Question, total: Question | None, claims: Mapping[str, Claim]) -> Question:
    """Mark counts of some people as disputed that outgrow all that stands for people as a whole.

    "Dozens of foreigners killed", where "at least six" is the highest toll, cannot both be right; an open bound is
    given the benefit of its double. The missing and the trapped are often told of apart, so that only counts that grow
    are held against each other.
    """
    cumulative = question.measure in vocabulary("reconciling")["nature"]["cumulative"]
    if total is None or not cumulative or question.group not in _AMONG_PEOPLE or not _is_total(question):
        return question
    standing = _counted(total.variants)
    most = max((2 * v.low if v.high is None else v.high for v in standing), default=None)
    if most is None or not any(v.status == "current" and v.low > most for v in question.variants):
        return question
    why = because(
        "more than the toll that reports have for all people together", [at(claims[v.claims[0]]) for v in standing]
    )
    variants = tuple(
        msgspec.structs.replace(v, status="disputed", why=(why.text, *v.why), grounds=(why, *v.grounds))
        if v.status == "current" and v.low > most
        else v
        for v in question.variants
    )
    changed = msgspec.structs.replace(question, variants=variants, disputed=True)
    return msgspec.structs.replace(changed, summary=summary(changed))


def _tied(question: Question, family: Sequence[Question], claims: Mapping[str, Claim]) -> Question:
    parts = [other for other in family if _is_part(other, question)]
    if not parts:
        return question
    said = [*question.grounds, *_misfits(question, parts, claims)]
    return msgspec.structs.replace(
        question,
        parts=tuple(part.id for part in parts),
        remarks=tuple(remark.text for remark in said),
        grounds=tuple(said),
    )


def _is_part(part: Question, whole: Question) -> bool:
    if part.id == whole.id or whole.detail is not None:
        return False
    if part.scope == whole.scope:
        return part.detail is not None
    return whole.scope == WHOLE


def _misfits(whole: Question, parts: Sequence[Question], claims: Mapping[str, Claim]) -> list[Reason]:
    """Say where the places' latest counts together outgrow the total that stands."""
    standing = _counted(whole.variants)
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
    why = f"the parts ({told}) add up to more than the total of {in_words(highest)}"
    return [because(why, [at(claims[one.claims[0]]) for one in (*(low for _scope, low in counted), highest)])]


def _least(variants: Sequence[Variant]) -> Variant | None:
    """Return the lowest value that stands."""
    return min(_counted(variants), key=lambda variant: variant.low, default=None)


def _counted(variants: Sequence[Variant]) -> list[Variant]:
    """Return the values that stand as known: what is only feared adds up to nothing."""
    return [variant for variant in variants if variant.status in {"current", "disputed"} and not variant.unsure]
