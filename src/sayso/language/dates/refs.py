"""Words that point to the present, the past or the future without naming a day."""

import re

from sayso.language.dates.expression import Sense
from sayso.language.dates.rule import Frame, Rule
from sayso.language.dates.words import Words

__all__ = ["ref_rules"]


def _present(_: re.Match[str], __: Frame) -> Sense:
    return Sense("DATE", "PRESENT_REF")


def _past(_: re.Match[str], __: Frame) -> Sense:
    return Sense("DATE", "PAST_REF")


def _future(_: re.Match[str], __: Frame) -> Sense:
    return Sense("DATE", "FUTURE_REF")


def ref_rules(words: Words) -> list[Rule]:
    """Return one rule a direction."""
    # "In the past two weeks" is a length.
    length = rf"(?:(?:{words.number}|{words.vague_number}|couple\sof)\s)?{words.unit}\b"
    return [
        Rule(f"{kind}-ref", frozenset({"ref"}), re.compile(rf"(?<![\w-])(?:{words.ref(kind)})\b(?!-|\s{length})"), read)
        for kind, read in (("present", _present), ("past", _past), ("future", _future))
    ]
