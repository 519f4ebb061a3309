"""Why something is so, in words, and the words of reports that it rests on."""

from msgspec import Struct

__all__ = ["Evidence", "Reason"]


class Evidence(Struct, frozen=True, kw_only=True):
    """Words that a reason rests on: characters `start` to `end` of a report's text, and the claim that they belong to.

    Without `start` and `end` it is the report as a whole: the stamp, the outlet or the address that it came with.
    """

    report: str
    start: int | None = None
    end: int | None = None
    claim: str | None = None


class Reason(Struct, frozen=True, kw_only=True):
    """One reason in plain words with its evidence, the most telling first.

    Of many reports that say the same, the first few are cited.
    """

    text: str
    evidence: tuple[Evidence, ...] = ()
