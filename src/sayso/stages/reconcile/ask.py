"""A claim in plain words, matched to the question that it answers; never a guess.

Numbers decide where there are any: the claim's figure is read as a report's would be, and its value looked up among
the variants. Without a number, the measures taken are looked up, then statements and quotations that hold nearly all
of the claim's telling words. What matches nothing is answered by "nobody here says so".
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from sayso.language.vocabulary import vocabulary
from sayso.model.answer import Answer, Place, Verdict
from sayso.model.brief import Brief
from sayso.model.claim import Claim, Figure
from sayso.model.question import Question, Variant
from sayso.stages.reconcile.actions import actions_in
from sayso.stages.reconcile.interval import agree, covers, in_words, same_value
from sayso.stages.reconcile.like_words import in_like_words, negated
from sayso.stages.reconcile.place_names import place_key, place_words
from sayso.stages.reconcile.places import WHOLE

__all__ = ["ask"]

_VERDICTS: dict[str, Verdict] = {"current": "said", "disputed": "said"}
_HOW_MANY = re.compile(r"\bhow\s+many\b", re.IGNORECASE)
# Stands for the number that is asked for, while the measure and the people are read.
_ANY_NUMBER = "14"
# Soldiers who are sent are the state's own or foreign ones: a short claim does not tell.
_SENT = frozenset({"security", "troops"})


def ask(
    brief: Brief, text: str, read: Callable[[str], Sequence[Figure]], texts: Mapping[str, str] | None = None
) -> Answer:
    """Return what the reports of `brief` say about the claim `text`.

    `read` extracts the figures of a text; `texts` are the reports' texts by id, without which no passages are given.
    """
    open_question = _HOW_MANY.search(text) is not None
    plain = _HOW_MANY.sub(_ANY_NUMBER, text)
    figures = [figure for figure in read(plain) if figure.measure != "other"]
    if figures:
        answer = _how_many(brief, text, figures[0]) if open_question else _figure(brief, text, figures[0])
    else:
        answer = _measure(brief, text) or _words(brief, text, texts or {}) or _nobody(text)
    return msgspec.structs.replace(answer, places=tuple(_places(brief, answer.claims, texts or {})))


def _nobody(asked: str) -> Answer:
    return Answer(asked=asked, verdict="nobody", text=str(vocabulary("reconciling")["answers"]["nobody"]))


def _places(brief: Brief, claims: Sequence[str], texts: Mapping[str, str]) -> Iterable[Place]:
    """Yield one of these claims a report, one with a source before a headline's, by the reports' numbers."""
    rows = {row.id: row for row in brief.reports}
    wanted = set(claims)
    held = [claim for claim in brief.claims if claim.id in wanted and claim.report in rows and claim.report in texts]
    first: dict[str, Claim] = {}
    for claim in sorted(held, key=lambda claim: (claim.source is None, claim.passage == "headline", claim.start)):
        first.setdefault(claim.report, claim)
    for claim in sorted(first.values(), key=lambda claim: rows[claim.report].number):
        row = rows[claim.report]
        yield Place(
            claim=claim.id,
            report=claim.report,
            number=row.number,
            outlet=row.outlet,
            span=claim.span,
            sentence=claim.sentence,
            text=" ".join(claim.sentence.of(texts[claim.report]).split()),
        )


def _best(brief: Brief, figure: Figure, text: str) -> Question | None:
    fitting = [(fit, -i, q) for i, q in enumerate(brief.questions) if (fit := _fit(q, figure, text)) is not None]
    return max(fitting, key=lambda one: one[:2])[2] if fitting else None


def _fit(question: Question, figure: Figure, text: str) -> tuple[bool, ...] | None:
    """Return how well a question fits the figure asked for; None where it asks for something else."""
    if question.measure != figure.measure or question.delta != figure.delta:
        return None
    group = figure.group or "people"
    sent = question.measure == "deployed" and {group, question.group} <= _SENT
    if group not in {question.group, "people"} and not sent:
        return None
    asked = set(place_words(text))
    scope = set(place_key(question.scope)) if question.scope != WHOLE else set()
    detail = set(place_key(question.detail)) if question.detail else set()
    held = _variant(question, figure) is not None
    return (scope <= asked, detail <= asked, group == question.group, held)


def _how_many(brief: Brief, text: str, figure: Figure) -> Answer:
    question = _best(brief, figure, text)
    if question is None:
        return _nobody(text)
    told = [v for v in question.variants if v.status in _VERDICTS] or list(question.variants)
    line = f"{'; '.join(map(_said, told))}. {question.summary}"
    return Answer(asked=text, verdict="said", text=line, question=question, claims=_held(told))


def _figure(brief: Brief, text: str, figure: Figure) -> Answer:
    question = _best(brief, figure, text)
    if question is None:
        return _nobody(text)
    variant = _variant(question, figure)
    if variant is None:
        value = in_words(figure) if figure.low or figure.high != 0 else "that there are none"
        told = [v for v in question.variants if v.status in _VERDICTS] or list(question.variants)
        line = f"nobody here says {value}; the reports have: {question.summary}"
        return Answer(asked=text, verdict="other-values", text=line, question=question, claims=_held(told))
    line = f"{_said(variant)}. {question.summary}"
    verdict = "denied" if _only_denied(brief, variant) else _VERDICTS.get(variant.status, "withdrawn")
    return Answer(asked=text, verdict=verdict, text=line, question=question, variant=variant, claims=variant.claims)


def _held(variants: Sequence[Variant]) -> tuple[str, ...]:
    return tuple(claim for one in variants for claim in one.claims)


def _only_denied(brief: Brief, variant: Variant) -> bool:
    """Say whether reports tell of the value only to say that it is false, and nobody has taken it back."""
    held = set(variant.claims)
    figures = [claim.figure for claim in brief.claims if claim.id in held and claim.figure]
    return variant.status != "withdrawn" and bool(figures) and all(figure.stance == "denied" for figure in figures)


def _variant(question: Question, figure: Figure) -> Variant | None:
    """Return the variant with the value asked for; else one near it, or one that lies within a bound asked for."""
    exact = next((variant for variant in question.variants if same_value(variant, figure)), None)
    if figure.low == figure.high == 0:
        # "Fewer than 50" allows none, but nobody who says it says that there were none.
        return exact
    near = [v for v in question.variants if agree(v, figure) and abs(v.low - figure.low) <= 1]
    within = [v for v in question.variants if v.status in _VERDICTS and covers(figure, v)]
    return exact or next(iter((*near, *within)), None)


def _said(variant: Variant) -> str:
    if variant.only_denied:
        return f"{in_words(variant)} is said by nobody here, and denied in {len(variant.denied_by)} of the reports"
    names = ", ".join(source.name for source in variant.sources) or "reports in their own voice"
    span = f"{variant.origins}" + ("" if variant.origins == variant.origins_max else f" to {variant.origins_max}")
    plural = "" if variant.origins_max == 1 else "s"
    tense = "is" if variant.status in _VERDICTS else "was"
    denied = f"; denied in {len(variant.denied_by)} of the reports" if variant.denied_by else ""
    status = "stands" if variant.status == "current" else variant.status
    said = "feared or supposed" if variant.unsure else "said"
    return f"{in_words(variant)} {tense} {said} by {names} ({span} independent origin{plural}; {status}{denied})"


def _measure(brief: Brief, text: str) -> Answer | None:
    """Answer from the measures taken; a claim that there was none is denied by reports of one."""
    wanted = set(actions_in(_without_not(text)))
    lines = [line for line in brief.measures_taken if line.text in wanted]
    if not lines:
        return None
    told = "; ".join(line.text + (f" ({line.when})" if line.when else "") for line in lines)
    claims = tuple(dict.fromkeys(claim for line in lines for claim in line.claims))
    words = f"reported: {told}, by {_names(brief, claims)}"
    if negated(text):
        return Answer(asked=text, verdict="denied", text=f"the contrary is {words}", claims=claims)
    return Answer(asked=text, verdict="said", text=words, claims=claims)


def _without_not(text: str) -> str:
    """Return the claim without its words of denial, so that what it denies can be looked up."""
    words: list[str] = vocabulary("reconciling")["answers"]["negations"]
    return re.sub(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", " ", text, flags=re.IGNORECASE)


def _names(brief: Brief, claims: Sequence[str]) -> str:
    """Return who says so: the sources, and how many reports have it in their own voice."""
    wanted = set(claims)
    held = [claim for claim in brief.claims if claim.id in wanted]
    names = dict.fromkeys(
        claim.attribution.source for claim in held if claim.attribution is not None and claim.attribution.source
    )
    own = len({claim.report for claim in held if claim.attribution is None or not claim.attribution.source})
    voices = [f"{own} report{'' if own == 1 else 's'} in {'its' if own == 1 else 'their'} own voice"] if own else []
    return ", ".join([*names, *voices])


def _words(brief: Brief, text: str, texts: Mapping[str, str]) -> Answer | None:
    found = in_like_words(brief.claims, text, texts)
    if not found:
        return None
    claims = tuple(claim.id for claim in found)
    return Answer(
        asked=text, verdict="said", text=f"said in these or like words by {_names(brief, claims)}", claims=claims
    )
