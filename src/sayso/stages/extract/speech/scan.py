"""The cheap look at a sentence that tells whether it is worth a parse."""

import re
from functools import cache

from sayso.language.vocabulary import vocabulary
from sayso.stages.extract.speech.units import Unit
from sayso.stages.extract.speech.verbs import forms_taking

__all__ = ["stands_alone", "worth_parsing"]

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
# Verbs that only bring in quotations need no look where no marks stand: units with marks are parsed anyway.
_SPOKEN = ("say", "object", "infinitive", "carry", "preposition")


@cache
def _cue_words(*, attitudes: bool) -> frozenset[str]:
    wider = ("attitude", "directive", "quote") if attitudes else ()
    return forms_taking((*_SPOKEN, *wider)) | {"according"} | frozenset(vocabulary("cues")["saying_nouns"])


@cache
def _words_with_a_number() -> frozenset[str]:
    """Return the words that tell a source only where a number stands beside them ("has 17", "its figure of 26")."""
    cues = vocabulary("cues")
    return forms_taking(("numbering",)) | frozenset((*cues["account_nouns"], *cues["number_nouns"], *cues["believing"]))


def stands_alone(unit: Unit) -> bool:
    """Say whether a unit is words in marks with nothing beside them."""
    return bool(unit.whole) and len(_WORD.findall(unit.skeleton)) <= len(unit.whole)


def worth_parsing(unit: Unit, *, attitudes: bool = False) -> bool:
    """Say whether the unit holds a cue, or marks with words beside them."""
    words = set(_WORD.findall(unit.skeleton.lower()))
    if stands_alone(unit):
        return False
    if (
        unit.whole
        or unit.fragments
        or ", per " in unit.skeleton
        or not words.isdisjoint(_cue_words(attitudes=attitudes))
    ):
        return True
    numbers = _DIGIT.search(unit.skeleton) is not None or not words.isdisjoint(vocabulary("cues")["number_words"])
    return numbers and not words.isdisjoint(_words_with_a_number())
