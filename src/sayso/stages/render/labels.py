"""The words and shapes that a brief uses for measures, groups and statuses: the same in every form."""

from collections.abc import Mapping
from typing import cast

from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Group, Measure, Qualifier
from sayso.model.question import Status

__all__ = [
    "CAUTION_WORDS",
    "GROUP_WORDS",
    "MEASURE_ORDER",
    "MEASURE_WORDS",
    "MONTHS",
    "ONE_WORDS",
    "RELATION_WORDS",
    "STATUS_ORDER",
    "STATUS_SHAPES",
    "STATUS_WORDS",
    "heading",
    "of_before",
]

_WORDS = vocabulary("brief")

MONTHS = cast("list[str]", _WORDS["months"])
MEASURE_WORDS = cast("Mapping[Measure, str]", _WORDS["measures"])
MEASURE_ORDER: Mapping[Measure, int] = {measure: place for place, measure in enumerate(MEASURE_WORDS)}
GROUP_WORDS = cast("Mapping[Group, str]", _WORDS["groups"])
ONE_WORDS = cast("Mapping[Group, str]", _WORDS["one_of_group"])
STATUS_SHAPES = cast("Mapping[Status, str]", _WORDS["shapes"])
STATUS_WORDS = cast("Mapping[Status, str]", _WORDS["statuses"])
STATUS_ORDER: Mapping[Status, int] = {status: place for place, status in enumerate(STATUS_SHAPES)}
RELATION_WORDS = cast("Mapping[str, str]", _WORDS["relations"])
CAUTION_WORDS = cast("Mapping[str, str]", _WORDS["cautions"])
_WITHOUT_OF = frozenset(cast("list[str]", _WORDS["vague"]["without_of"]))


def of_before(value: str, qualifier: Qualifier) -> str:
    """Return what stands between a value and a noun: " of " in "dozens of officers", else a blank."""
    return " of " if qualifier == "vague" and value not in _WITHOUT_OF else " "


def heading(measure: Measure, group: Group, detail: str | None = None) -> tuple[str, str]:
    """Return what a table writes for a question: the measure with a capital, and who."""
    words = MEASURE_WORDS[measure]
    who = GROUP_WORDS[group]
    return words[0].upper() + words[1:], f"{who}, {detail}" if detail else who
