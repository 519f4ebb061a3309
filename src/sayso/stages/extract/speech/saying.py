"""One act of saying as the sentence gives it, before anybody is resolved to a name."""

from typing import Literal

from msgspec import Struct

from sayso.model.span import Span

__all__ = ["Construct", "NounPhrase", "Saying"]

Construct = Literal[
    "clause",
    "inserted",
    "tail",
    "as",
    "infinitive",
    "object",
    "preposition",
    "governed",
    "noun",
    "phrase",
    "label",
    "quotation",
]
"""How the content hangs on the cue: a clause ("said that …"); a cue put into it ("the dead, he said, were …"), or at
its end where the parse does not tell; "as X said"; an infinitive ("claim to have …"); a thing ("reported two dead"); a preposition ("warned of …"); anything else that hangs
from the cue; a noun of
saying ("a claim that …"); a phrase ("according to X"); a label ("Police: 12 dead"); words in marks."""


class NounPhrase(Struct, frozen=True):
    """Who or what is named: the phrase without what comes after its comma, its head word, and a name beside it."""

    span: Span
    head: Span
    beside: Span | None = None


class Saying(Struct, frozen=True, kw_only=True):
    """A candidate: these words are laid in that mouth by this cue. The higher the `score`, the surer.

    `content` are the pieces of what was said, in order. `verb` is the base form of the cue. `carrier` is who
    passed it on ("RIA, citing …"), `addressee` whom it was told, `document` what it was said in. `quotes` are
    indices of the marked words within the content. `open` says that the saying is denied, asked or supposed.
    """

    unit: int
    construct: Construct
    content: tuple[Span, ...]
    score: float
    source: NounPhrase | None = None
    cue: Span | None = None
    verb: str = ""
    carriers: tuple[NounPhrase, ...] = ()
    addressee: NounPhrase | None = None
    document: Span | None = None
    quotes: tuple[int, ...] = ()
    open: bool = False
    attitude: bool = False
    why: str = ""

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0].start

    @property
    def size(self) -> int:
        """How many characters the content has."""
        return sum(piece.end - piece.start for piece in self.content)

    def holds(self, span: Span) -> bool:
        """Say whether `span` lies in one of the pieces of the content."""
        return any(piece.holds(span) for piece in self.content)
