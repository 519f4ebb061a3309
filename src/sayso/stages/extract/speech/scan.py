"""The cheap look at a sentence that tells whether it is worth a parse."""

import re
from functools import cache

from sayso.language.vocabulary import vocabulary
from sayso.stages.extract.speech.units import Unit
from sayso.stages.extract.speech.verbs import forms_taking

__all__ = ["worth_parsing"]

_WORD = re.compile(r"[^\W\d_]+")
_SPOKEN = ("say", "object", "infinitive", "carry", "directive", "quote", "numbering")
_WIDER = (*_SPOKEN, "attitude", "preposition")


@cache
def _cue_words(*, attitudes: bool) -> frozenset[str]:
    cues = vocabulary("cues")
    words = forms_taking(_WIDER if attitudes else _SPOKEN)
    return words | {"according"} | frozenset((*cues["account_nouns"], *cues["number_nouns"], *cues["saying_nouns"]))


def worth_parsing(unit: Unit, *, attitudes: bool = False) -> bool:
    """Say whether the unit holds a cue, or marks with words beside them."""
    words = set(_WORD.findall(unit.skeleton.lower()))
    if unit.whole and len(words) <= len(unit.whole):
        return False
    return bool(unit.whole or unit.fragments) or not words.isdisjoint(_cue_words(attitudes=attitudes))
