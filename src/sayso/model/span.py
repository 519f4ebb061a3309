"""Where words stand: a start and an end in one report's text."""

from typing import Self

from msgspec import Struct

from sayso.errors import OffsetError

__all__ = ["Span"]


class Span(Struct, frozen=True, order=True, array_like=True):
    """Characters `start` (inclusive) to `end` (exclusive), Python string indices; JSON `[start, end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that runs backwards or starts before the text."""
        if not 0 <= self.start <= self.end:
            msg = f"span {self.start}-{self.end} is no span: 0 <= start <= end must hold; mend the caller's offsets"
            raise OffsetError(msg)

    def of(self, text: str) -> str:
        """Return the words of `text` that this span holds."""
        return text[self.start : self.end]

    def holds(self, other: Self) -> bool:
        """Say whether `other` lies within this span, borders included."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Self) -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> "Span":
        """Return the same span `by` characters further on."""
        return Span(self.start + by, self.end + by)
