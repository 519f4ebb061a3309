"""A claim in plain words, matched to the question that it answers; never a guess.

Numbers decide where there are any: the claim's figure is read as a report's would be, and its value looked up among
the variants. Without a number, the measures taken are looked up, then statements and quotations that hold nearly all
of the claim's telling words. What matches nothing is answered by "nobody here says so".
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from math import log

from sayso.language.vocabulary import vocabulary
from sayso.model.answer import Answer, Verdict
from sayso.model.brief import Brief
from sayso.model.claim import Claim, Figure
from sayso.model.question import Question, Variant
from sayso.stages.reconcile.actions import actions_in
from sayso.stages.reconcile.interval import agree, in_words, same_value
from sayso.stages.reconcile.places import WHOLE, place_key

__all__ = ["ask"]

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3
# The share of a claim's telling words, weighed by rarity, that a statement must hold to be its answer.
_ENOUGH = 0.75
_SHOWN = 12
_VERDICTS: dict[str, Verdict] = {"current": "said", "disputed": "said"}


def ask(brief: Brief, text: str, read: Callable[[str], Sequence[Figure]]) -> Answer:
    """Return what the reports of `brief` say about the claim `text`; `read` extracts the figures of a text."""
    figures = [figure for figure in read(text) if figure.measure != "other"]
    if figures:
        return _figure(brief, text, figures[0])
    return _measure(brief, text) or _words(brief, text) or Answer(asked=text, verdict="nobody", text=_nobody())


def _nobody() -> str:
    return str(vocabulary("reconciling")["answers"]["nobody"])


def _figure(brief: Brief, text: str, figure: Figure) -> Answer:
    fitting = [(_fit(question, figure, text), -i, question) for i, question in enumerate(brief.questions)]
    fitting = [one for one in fitting if one[0] is not None]
    if not fitting:
        return Answer(asked=text, verdict="nobody", text=_nobody())
    question = max(fitting, key=lambda one: (one[0] or (), one[1]))[2]
    variant = _variant(question, figure)
    if variant is None:
        line = f"nobody here says {in_words(figure)}; the reports have: {question.summary}"
        held = tuple(claim for one in question.variants for claim in one.claims)
        return Answer(asked=text, verdict="other-values", text=line, question=question, claims=held)
    said = _VERDICTS.get(variant.status, "withdrawn")
    line = f"{_said(variant)}. {question.summary}"
    return Answer(asked=text, verdict=said, text=line, question=question, variant=variant, claims=variant.claims)


def _fit(question: Question, figure: Figure, text: str) -> tuple[bool, bool, bool, bool] | None:
    """Return how well a question fits the figure asked for; None where it asks for something else."""
    if question.measure != figure.measure or question.delta != figure.delta:
        return None
    group = figure.group or "people"
    if group not in {question.group, "people"}:
        return None
    asked = set(place_key(text))
    scope = set(place_key(question.scope)) if question.scope != WHOLE else set()
    detail = set(place_key(question.detail)) if question.detail else set()
    return (_variant(question, figure) is not None, group == question.group, scope <= asked, detail <= asked)


def _variant(question: Question, figure: Figure) -> Variant | None:
    """Return the variant with the value asked for; else one that agrees with it and names the same number."""
    exact = next((variant for variant in question.variants if same_value(variant, figure)), None)
    near = [v for v in question.variants if agree(v, figure) and abs(v.low - figure.low) <= 1]
    return exact or (near[0] if near else None)


def _said(variant: Variant) -> str:
    names = ", ".join(source.name for source in variant.sources) or "reports in their own voice"
    count = (
        f"{variant.origins}"
        if variant.origins == variant.origins_max
        else f"{variant.origins} to {variant.origins_max}"
    )
    plural = "" if variant.origins_max == 1 else "s"
    tense = "is" if variant.status in _VERDICTS else "was"
    return f"{in_words(variant)} {tense} said by {names} ({count} independent origin{plural}; {variant.status})"


def _measure(brief: Brief, text: str) -> Answer | None:
    wanted = set(actions_in(text))
    lines = [line for line in brief.measures_taken if line.text in wanted]
    if not lines:
        return None
    told = "; ".join(line.text + (f" ({line.when})" if line.when else "") for line in lines)
    claims = tuple(dict.fromkeys(claim for line in lines for claim in line.claims))
    return Answer(asked=text, verdict="said", text=f"reported: {told}", claims=claims)


def _words(brief: Brief, text: str) -> Answer | None:
    claims = [claim for claim in brief.claims if claim.kind != "figure"]
    bags = [_bag(claim.text) for claim in claims]
    spread = Counter(word for bag in bags for word in bag)
    weights = {word: log((len(bags) + 1) / (spread[word] + 0.5)) for word in _bag(text)}
    whole = sum(weights.values())
    if len(weights) < _SHORTEST or whole <= 0:
        return None
    shares = [sum(weights[word] for word in weights if word in bag) / whole for bag in bags]
    found = sorted((-share, i) for i, share in enumerate(shares) if share >= _ENOUGH)[:_SHOWN]
    if not found:
        return None
    best = [claims[i] for _share, i in found]
    names = dict.fromkeys(_source(claim) for claim in best)
    line = f"said in these or like words by {', '.join(names)}"
    return Answer(asked=text, verdict="said", text=line, claims=tuple(claim.id for claim in best))


def _source(claim: Claim) -> str:
    return (claim.attribution.source if claim.attribution else None) or "a report in its own voice"


def _bag(text: str) -> frozenset[str]:
    return frozenset(word for word in (one.lower() for one in _WORD.findall(text)) if len(word) >= _SHORTEST)
