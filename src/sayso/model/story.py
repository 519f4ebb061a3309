"""Which reports tell the same story, and which stand outside it."""

from msgspec import Struct

__all__ = ["Outsider", "Story"]


class Outsider(Struct, frozen=True, kw_only=True):
    """A report that shares nothing with the rest, and why we think so."""

    report: str
    reason: str


class Story(Struct, frozen=True, kw_only=True):
    """The reports of one story by id, and those that were given with them but tell of something else.

    `events` holds all of them by the event that they tell of, as far as they are alike enough to tell; a report
    that is like no other stands alone.
    """

    reports: tuple[str, ...]
    outsiders: tuple[Outsider, ...] = ()
    events: tuple[tuple[str, ...], ...] = ()
