"""What a reader should beware of in one report."""

from typing import Literal

from msgspec import Struct

__all__ = ["Caution", "CautionKind"]

CautionKind = Literal[
    "date-conflict",
    "repeated-passage",
    "template-residue",
    "doubled-word",
    "quote-drift",
    "figure-changed-in-copy",
    "role-changed-in-copy",
    "name-changed-in-copy",
    "date-changed-in-copy",
    "negation-changed-in-copy",
    "other-event",
    "several-articles",
    "undated",
    "truncated",
    "machine-rewritten",
    "same-report-twice",
    "headline-differs",
    "encoding",
    "opinion",
    "outsider",
    "unreadable",
]


class Caution(Struct, frozen=True, kw_only=True):
    """One warning on one report; `start` and `end` are None where it concerns the whole of it."""

    report: str
    kind: CautionKind
    message: str
    start: int | None = None
    end: int | None = None
