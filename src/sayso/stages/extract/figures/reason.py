"""Why a number is a figure."""

from msgspec import Struct

from sayso.model.claim import Measure
from sayso.stages.extract.figures.inherit import Topic
from sayso.stages.extract.figures.triggers import Trigger

__all__ = ["Reason"]


class Reason(Struct, frozen=True, kw_only=True):
    """What number `n` measures, by which rule: by a measure word at a cost, or by the topic that it takes over."""

    n: int
    measure: Measure
    rule: str
    trigger: Trigger | None = None
    topic: Topic | None = None
    cost: float = 0.0
