"""A stretch of a report that has one role on the page."""

from typing import Literal

from msgspec import Struct

from sayso.model.span import Span

__all__ = ["Passage", "PassageKind"]

PassageKind = Literal[
    "headline",
    "byline",
    "dateline",
    "body",
    "caption",
    "entry",
    "comment",
    "opinion",
    "post",
    "blockquote",
    "correction",
    "furniture",
]
"""headline: the title line and sub-headlines. byline: author, agency and time lines. dateline: place, day and
agency before the first sentence. body: running text. caption: a picture's legend with its credit. entry: one entry
of a live blog. comment: an editor's or blogger's note on reported text. opinion: a piece that argues. post: an
embedded social-media post. blockquote: a quotation set apart without marks. correction: a correction or withdrawal
notice. furniture: everything that is no part of the report (share lines, related headlines, template residue)."""


class Passage(Struct, frozen=True, kw_only=True):
    """One passage; the passages of a report are in order and do not overlap.

    `article` counts the articles of a page that holds several, from 0. `when` is a live-blog entry's own time
    (as written or ISO 8601), `credit` a caption's credit or a post's author, `why` the reason for the kind.
    """

    kind: PassageKind
    span: Span
    article: int = 0
    when: str | None = None
    credit: str | None = None
    why: str = ""
