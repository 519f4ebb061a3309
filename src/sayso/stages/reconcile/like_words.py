"""Statements and quotations that hold nearly all telling words of a claim in plain words, and deny no more than it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from math import log

from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Claim

__all__ = ["in_like_words", "negated"]

_WORD = re.compile(r"[^\W_]+(?:['’]t\b)?")
_SHORTEST = 3
_FEWEST = 2
# The share of a claim's telling words, weighed by rarity, that a sentence must hold to be its answer.
_ENOUGH = 0.75
_SHOWN = 12


def in_like_words(claims: Sequence[Claim], text: str, texts: Mapping[str, str]) -> list[Claim]:
    """Return the statements and quotations in whose sentence the claim `text` stands, the fullest first.

    `texts` are the reports' texts by id; without a text the claim's own words and its source are all that is looked at.
    """
    asked, told = _bag(text), [claim for claim in claims if claim.kind != "figure"]
    around = [_around(claim, texts) for claim in told]
    bags = [_bag(words) for words in around]
    spread = Counter(word for bag in bags for word in bag)
    weights = {word: log((len(bags) + 1) / (spread[word] + 0.5)) for word in sorted(asked)}
    whole = sum(weights.values())
    if len(weights) < _FEWEST or whole <= 0:
        return []
    shares = [sum(weights[word] for word in weights if word in bag) / whole for bag in bags]
    denies = negated(text)
    found = [(-share, i) for i, share in enumerate(shares) if share >= _ENOUGH and negated(around[i]) == denies]
    return [told[i] for _share, i in sorted(found)[:_SHOWN]]


def negated(text: str) -> bool:
    """Say whether a sentence denies something ("not", "no", "never")."""
    words = {word.lower().replace("’", "'") for word in _WORD.findall(text)}
    return bool(words & _list("negations")) or any(word.endswith("n't") for word in words)


def _around(claim: Claim, texts: Mapping[str, str]) -> str:
    source = (claim.attribution.source if claim.attribution else None) or ""
    sentence = claim.sentence.of(texts[claim.report]) if claim.report in texts else claim.text
    return f"{claim.text} {sentence} {source}"


def _bag(text: str) -> frozenset[str]:
    words = (one.lower() for one in _WORD.findall(text))
    return frozenset(word for word in words if len(word) >= _SHORTEST and word not in _list("idle"))


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(vocabulary("reconciling")["answers"][name])
