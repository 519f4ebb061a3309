"""Numbers that became no figure, kept for whoever asks why."""

from msgspec import Struct

from sayso.model.span import Span

__all__ = ["Rejected"]


class Rejected(Struct, frozen=True, kw_only=True):
    """A number that became no figure, and why; `nearest` are the measure words that it lost, with their cost."""

    span: Span
    words: str
    sentence: Span
    reason: str
    nearest: tuple[str, ...] = ()
