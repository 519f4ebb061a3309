"""Values against the figures of their claims, and our sentences about them against those values."""

from collections.abc import Sequence

from sayso.model.question import Question, Variant
from sayso.stages.render.gate.cited import Cited, refuse
from sayso.stages.render.gate.prose import numbers, quoted, stray_number
from sayso.stages.render.gate.reasons import check_grounds, check_reasons

__all__ = ["check_questions"]


def check_questions(cited: Cited) -> None:
    """Refuse a value, a source or a report that the claims of its variant do not give."""
    for question in cited.brief.questions:
        what = f"question {question.id} ({question.measure}, {question.group}, {question.scope})"
        for variant in question.variants:
            _check_variant(variant, cited, what)
            check_reasons(variant.why, variant.grounds, cited, what)
        check_reasons(question.remarks, question.grounds, cited, what)
        if question.scope != "whole event":
            cited.check_name(question.scope, (), what)
        _check_picked(question, what)
        _check_prose(question, cited, what)


def _check_variant(variant: Variant, cited: Cited, what: str) -> None:
    claims = [cited.claim(claim, what) for claim in variant.claims]
    figures = [claim.figure for claim in claims if claim.figure is not None]
    if not figures:
        refuse(what, f"the value {variant.low}-{variant.high}", "no claim with a figure is cited")
    given = {bound for figure in figures for bound in (figure.low, figure.high)}
    for bound in (variant.low, variant.high):
        if bound not in given:
            refuse(what, f"the value {variant.low}-{variant.high}", f"its claims give {sorted(map(str, given))}")
    reports = {claim.report for claim in claims}
    if not set(variant.reports) <= reports:
        refuse(what, f"report {min(set(variant.reports) - reports)!r}", "none of the variant's claims is in it")
    for source in variant.sources:
        for name in (source.name, *source.via):
            cited.check_name(name, (), what)
    for name in variant.denied_by:
        cited.check_name(name, (), what)


def _check_picked(question: Question, what: str) -> None:
    """Refuse a pick that is no value of the variant whose claims it cites; a vague word may be read as less than it."""
    picked = question.picked
    if picked is None:
        return
    chosen = next((variant for variant in question.variants if variant.claims == picked.claims), None)
    if chosen is None:
        refuse(what, f"the pick {picked.value}", "its claims are those of no variant")
    may_shrink = chosen.qualifier == "vague" and picked.value <= chosen.low
    if picked.value not in {chosen.low, chosen.high} and not may_shrink:
        refuse(what, f"the pick {picked.value}", f"its variant has {chosen.low} and {chosen.high}")


def _check_prose(question: Question, cited: Cited, what: str) -> None:
    """Refuse a number in our sentences that is no value, no count and stands in no cited sentence.

    All may name their own question's values; a remark or a reason compares, so it may name those that it cites.
    """
    grounds = (*question.grounds, *(reason for variant in question.variants for reason in variant.grounds))
    ours = (question.summary, *([question.picked.why] if question.picked else []))
    if any(numbers(line) or quoted(line) for line in (*ours, *(reason.text for reason in grounds))):
        names, own = _names(question, cited), _countable(question, cited)
        _check_sentences(ours, names, own, cited, what)
        check_grounds(grounds, names, own, cited, what)


def _check_sentences(lines: Sequence[str], names: list[str], may: frozenset[float], cited: Cited, what: str) -> None:
    for line in lines:
        stray = stray_number(line, names, may)
        if stray is not None:
            refuse(what, f"the number {stray:g} in {line!r}", "it is no value, no count and in no cited sentence")
        for words in quoted(line):
            if not any(words.casefold() in cited.flat_text(report) for report in cited.reports):
                refuse(what, f"the quotation {words!r}", "it stands in no report")


def _countable(question: Question, cited: Cited) -> frozenset[float]:
    """Return the question's values, the numbers in its cited sentences, and all that may be counted in the brief."""
    may: set[float] = set(range(len(cited.brief.reports) + 1))
    bounds = [bound for variant in question.variants for bound in (variant.low, variant.high) if bound is not None]
    may |= {bound + by for bound in bounds for by in (-1, 0, 1)}
    for claim in (cited.claims[claim] for variant in question.variants for claim in variant.claims):
        may.update(numbers(claim.sentence.of(cited.texts[claim.report])))
    return frozenset(may)


def _names(question: Question, cited: Cited) -> list[str]:
    hands = [name for v in question.variants for source in v.sources for name in (source.name, *source.via)]
    return [*cited.numbered, *(name for name in (question.scope, *hands) if any(letter.isdigit() for letter in name))]
