"""Bounds at the head of a row: in "at least 12 dead and 30 injured" both are lower bounds."""

from sayso.language.numbers_bounds import Bound, bounded
from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Qualifier
from sayso.model.span import Span
from sayso.stages.extract.figures.assign import coordinated
from sayso.stages.extract.figures.lexicon import lexicon
from sayso.stages.extract.figures.line import Line
from sayso.stages.extract.figures.parts import is_included, is_whole
from sayso.stages.extract.figures.reason import Reason

__all__ = ["spread_bounds"]


def spread_bounds(
    line: Line, reason: Reason, trigger_before: Span | None
) -> tuple[int | float, int | float | None, Qualifier]:
    """Return low, high and qualifier of a number, its own or those that the head of its row hands on.

    `trigger_before` is the measure word of the figure before: where it is the same, the two are one clause.
    """
    number, head = line.numbers[reason.n], reason.n
    while head > 0 and line.numbers[head].qualifier == "exact" and _joins(line, head):
        head -= 1
    says = line.numbers[head].qualifier
    plain = number.qualifier == "exact" and number.form in ("digits", "words")
    hands_on = says in vocabulary("hedges", line.lang)["spread"]["qualifiers"]
    if head == reason.n or not plain or not hands_on or _has_own_clause(line, reason, trigger_before):
        return number.low, number.high, number.qualifier
    return bounded(number.low, number.low, number.form, Bound(number.span, says))


def _joins(line: Line, n: int) -> bool:
    """Say whether number `n` stands in one row with the one before it and is no part of it."""
    row = coordinated(line, n - 1, n) or _clause_beside(line, n)
    return row and not is_included(line, n, line.lang) and not is_whole(line, n)


def _clause_beside(line: Line, n: int) -> bool:
    """Say whether the verb before is told of both: "at least two were killed and nine hurt"."""
    known = lexicon(line.lang).words
    last = max(line.counted[n - 1].last, line.places[n - 1])
    between = [line.low(i) for i in range(last + 1, line.bound_start(n))]
    verbs = {i - last - 1 for t in line.triggers for i in range(t.first, t.last + 1) if t.first > last}
    # "At least two were killed, nine others injured"; a comma between other counts only lists them.
    elided = between[-1:] == [","] and line.counted[n].others
    if not (between[-1:] == ["and"] or elided) or not verbs:
        return False
    return all(i in verbs or low in known["helpers"] or low in ("and", ",") for i, low in enumerate(between))


def _has_own_clause(line: Line, reason: Reason, trigger_before: Span | None) -> bool:
    """Say whether a finite verb makes this count a clause beside the one before: "and nine were flown out"."""
    trigger, last = reason.trigger, max(line.counted[reason.n].last, line.places[reason.n])
    if trigger is None or trigger_before == line.span(trigger.first, trigger.last):
        return False
    finite = lexicon(line.lang).words["finite"]
    return any(line.low(i) in finite for i in range(last + 1, trigger.first))
