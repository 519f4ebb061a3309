"""A figure as it was found, before anybody asked who says so."""

from msgspec import Struct

from sayso.model.claim import Figure
from sayso.model.passage import PassageKind
from sayso.model.span import Span

__all__ = ["FoundFigure"]


class FoundFigure(Struct, frozen=True, kw_only=True):
    """One figure: `words` is the number expression at `span`; `sentence` the sentence around; `passage` its kind.

    `whole` is the number with its bound, `phrase` the number with its bound and its counted noun.
    """

    span: Span
    words: str
    sentence: Span
    passage: PassageKind
    figure: Figure
    whole: Span | None = None
    phrase: Span | None = None
