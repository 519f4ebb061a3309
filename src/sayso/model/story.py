"""Which reports tell the same story, and which stand outside it."""

from msgspec import Struct

__all__ = ["Outsider", "Story"]


class Outsider(Struct, frozen=True, kw_only=True):
    """A report that shares nothing with the rest, and why we think so."""

    report: str
    reason: str


class Story(Struct, frozen=True, kw_only=True):
    """The reports of one story by id, and those that were given with them but tell of something else."""

    reports: tuple[str, ...]
    outsiders: tuple[Outsider, ...] = ()
