"""Two related pages on the way to a link: what was measured between them and what was concluded."""

from msgspec import Struct

from sayso.stages.link.lineage.alignment import Alignment
from sayso.stages.link.lineage.direction import Direction
from sayso.stages.link.lineage.relation import Verdict
from sayso.stages.link.lineage.verbatim import Overlap

__all__ = ["Tie"]


class Tie(Struct, frozen=True, kw_only=True):
    """Pages `first` < `second` (indices) are related; `through` is the page that both took from, if that decided."""

    first: int
    second: int
    verdict: Verdict
    shared: Overlap
    chain: Alignment
    direction: Direction
    through: int | None = None

    @property
    def taker(self) -> int | None:
        """The index of the page that took, where it is known."""
        return {"first": self.first, "second": self.second, None: None}[self.direction.taker]

    def other(self, page: int) -> int:
        """Return the index of the page at the other end."""
        return self.second if page == self.first else self.first
