"""One distinct description of a source, as all reports use it."""

from msgspec import Struct

from sayso.stages.link.standing.cited import Cited
from sayso.stages.link.standing.introductions import Introduction
from sayso.stages.link.standing.naming import Named

__all__ = ["Name"]


class Name(Struct, frozen=True, kw_only=True):
    """One distinct description with the citations that use it and the ways in which reports introduce it."""

    named: Named
    cited: tuple[Cited, ...]
    intros: tuple[Introduction, ...]
