"""What a claim rests on when nothing but itself is looked at."""

from msgspec import Struct

from sayso.model.span import Span

__all__ = ["Own"]


class Own(Struct, frozen=True, kw_only=True):
    """The origin of a claim by its own words, for certain and with every doubt counted apart.

    `firm` where the words name who says it; a carrier, "officials" and the report's own voice are not firm.
    `words` are those of the report that the reasons rest on, where these are not the source's or the claim's own.
    """

    origin: str
    apart: str
    source: str | None
    counts: bool
    firm: bool
    reasons: tuple[str, ...]
    words: Span | None = None
