"""Whose text a report says that it carries: an agency's name in a dateline, a byline, at the foot."""

from typing import Literal

from msgspec import Struct

from sayso.model.span import Span

__all__ = ["Credit", "CreditPlace"]

CreditPlace = Literal["dateline", "byline", "foot", "copyright"]


class Credit(Struct, frozen=True, kw_only=True):
    """One agency or outlet that a report credits: `name` stands at `span`; its text is that of `covers`.

    `whole` where the text is theirs ("(Agency) -", "Source: Agency"); False where they only helped ("Agency
    contributed to this report"), so that no single line can be laid to them for certain. `own` where the name is that
    of the report's own outlet: a signature, and no hand in between.
    """

    name: str
    span: Span
    covers: Span
    place: CreditPlace
    whole: bool = True
    own: bool = False
