"""One line for each question, in words of the field, and what is remarkable in its series."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Claim
from sayso.model.question import Question, Variant
from sayso.model.reason import Reason
from sayso.stages.reconcile.because import at, because
from sayso.stages.reconcile.interval import in_words

__all__ = ["remarks", "subject", "summary"]

_SAID = {"withdrawn": "withdrawn", "distorted": "distorted in a copy"}


def subject(question: Question) -> str:
    """Return what is counted: "security officers killed, Northport"."""
    lists = vocabulary("reconciling")
    words = f"{lists['groups'][question.group]} {lists['measures'][question.measure]}"
    added = [question.scope if question.scope != "whole event" else "", question.detail or ""]
    if question.delta:
        added.append("increase")
    return ", ".join([words, *dict.fromkeys(part for part in added if part)])


def summary(question: Question) -> str:
    """Return one line: the values that stand, those that are only feared, then what was before and what fell."""
    known = [variant for variant in question.variants if not variant.unsure]
    feared = [variant for variant in question.variants if variant.unsure]
    parts = []
    disputed = _values(known, "disputed")
    current = _values(known, "current")
    if current:
        parts.append(" or ".join(current))
    if disputed:
        parts.append("disputed: " + " or ".join(disputed))
    unsure = [*_values(feared, "current"), *_values(feared, "disputed")]
    if unsure:
        parts.append("uncertain: " + " or ".join(unsure))
    before = _values(question.variants, "overtaken")
    if before:
        parts.append("earlier " + ", ".join(before))
    parts += [f"{word}: {', '.join(_values(question.variants, status))}" for status, word in _fallen(question.variants)]
    line = f"{subject(question)}: {'; '.join(parts)}"
    return line[:1].upper() + line[1:]


def _fallen(variants: Sequence[Variant]) -> list[tuple[str, str]]:
    return [(status, word) for status, word in _SAID.items() if any(v.status == status for v in variants)]


def _values(variants: Sequence[Variant], status: str) -> list[str]:
    return list(dict.fromkeys(in_words(variant) for variant in variants if variant.status == status))


def remarks(question: Question, claims: Mapping[str, Claim]) -> tuple[Reason, ...]:
    """Return what a reader should notice: a count that can only grow and fell; `claims` are those of the question by id."""
    if question.measure not in vocabulary("reconciling")["nature"]["cumulative"]:
        return ()
    told = [v for v in question.variants if v.high is not None and v.stance == "asserted" and _stood_by(v)]
    series = [v for v in told if v.status in {"current", "overtaken", "disputed"}]
    found = []
    for before, after in pairwise(series):
        later = (before.as_of or before.first_reported or "")[:10] < (after.as_of or after.first_reported or "")[:10]
        if later and after.high is not None and after.high < before.low:
            why = f"fell from {in_words(before)} to {in_words(after)}, though such a count can only grow"
            found.append(because(why, [at(claims[before.claims[0]]), at(claims[after.claims[0]])]))
    return tuple(found)


def _stood_by(variant: Variant) -> bool:
    """Say whether more reports give the value than deny it; from what is mostly denied, or only feared, nothing falls."""
    return len(variant.denied_by) < len(set(variant.reports) - set(variant.denied_by))
