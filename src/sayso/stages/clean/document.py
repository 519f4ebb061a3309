"""What a format gives: a report's text, where its parts have roles by the format itself, and what it says of itself."""

from msgspec import Struct

from sayso.model.passage import PassageKind
from sayso.model.report import Stretch
from sayso.model.span import Span

__all__ = ["Document", "Mark"]


class Mark(Struct, frozen=True):
    """A stretch of the text whose role the format tells: a heading, a block quotation, a picture's legend."""

    span: Span
    kind: PassageKind


class Document(Struct, frozen=True, kw_only=True):
    """A report as its format yields it. `trouble` says what went wrong with the encoding, None where nothing did."""

    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    lang: str | None = None
    url: str | None = None
    marks: tuple[Mark, ...] = ()
    map: tuple[Stretch, ...] = ()
    trouble: str | None = None
