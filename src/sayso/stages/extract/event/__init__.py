"""When, where and in which event: the day, the place and the event that each figure belongs to."""

from sayso.stages.extract.event.attach import place_and_date
from sayso.stages.extract.event.settle import settle_events

__all__ = ["place_and_date", "settle_events"]
