"""A report's sentences outside furniture, once for all cautions that read them."""

from collections.abc import Sequence

from msgspec import Struct

from sayso.language.sentences import sentences
from sayso.model.passage import Passage, PassageKind
from sayso.model.span import Span

__all__ = ["Said", "sentences_of"]


class Said(Struct, frozen=True):
    """One sentence, where it stands, and the kind of its passage."""

    span: Span
    text: str
    kind: PassageKind
    article: int


def sentences_of(text: str, passages: Sequence[Passage]) -> list[Said]:
    """Return the sentences of all passages but furniture, in order."""
    return [
        Said(span, span.of(text), passage.kind, passage.article)
        for passage in passages
        if passage.kind != "furniture"
        for span in sentences(text, passage.span)
    ]
