"""On whose say-so: the source of a claim and the hands through which it came."""

from typing import Literal

from msgspec import Struct

from sayso.model.span import Span

__all__ = ["Attribution", "SourceKind"]

SourceKind = Literal[
    "witness", "medical", "party", "official", "agency", "outlet", "rights-group", "expert", "unnamed", "other"
]
"""As casualty recorders sort sources: first-hand witness; hospital or medic; official of a party to the event
(police, army, ministry of the interior or defence); other official; news agency; outlet; rights group; analyst;
described but unnamed; none of these."""


class Attribution(Struct, frozen=True, kw_only=True):
    """Who says so.

    `source` is the full name or description after resolving pronouns and short names within the report;
    `source_text` the wording at `source_span`. `cue` is the reporting verb or phrase at `cue_span`. `via` names the
    agencies and outlets in between, in order from the event to the reader. `document` is what it was said in
    ("statement", "tweet", "decree"). `mentions` are the spans that led from the wording to the name.
    """

    source: str | None
    source_span: Span | None = None
    source_text: str | None = None
    cue: str | None = None
    cue_span: Span | None = None
    via: tuple[str, ...] = ()
    via_spans: tuple[Span, ...] = ()
    document: str | None = None
    kind: SourceKind | None = None
    mentions: tuple[Span, ...] = ()
    why: str = ""

    def fits(self, text: str) -> bool:
        """Say whether every wording stands in `text` at its span."""
        pairs = ((self.source_span, self.source_text), (self.cue_span, self.cue))
        return all(span is None or words is None or span.of(text) == words for span, words in pairs)
