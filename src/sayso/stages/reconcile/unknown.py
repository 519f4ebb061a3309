"""What is not known: what no report counts, and values for which no report names a source."""

from collections.abc import Sequence

from sayso.language.vocabulary import vocabulary
from sayso.model.brief import Line
from sayso.model.question import Question
from sayso.stages.reconcile.summary import subject

__all__ = ["not_known"]


def not_known(questions: Sequence[Question]) -> tuple[Line, ...]:
    """Return a line for each of the grave measures that no report answers, and for each value of unknown origin."""
    words = vocabulary("reconciling")
    asked = {question.measure for question in questions}
    lines = [
        Line(text=f"no report gives a figure for people {words['measures'][measure]}")
        for measure in words["grave"]["measures"]
        if measure not in asked
    ]
    return (*lines, *(line for question in questions for line in _unsourced(question)))


def _unsourced(question: Question) -> list[Line]:
    """Say where all values that stand come without a source."""
    standing = [variant for variant in question.variants if variant.status in {"current", "disputed"}]
    if question.detail is not None or not standing or any(variant.sources for variant in standing):
        return []
    claims = tuple(claim for variant in standing for claim in variant.claims)
    return [Line(text=f"{subject(question)}: no report says from where it has its figure", claims=claims)]
