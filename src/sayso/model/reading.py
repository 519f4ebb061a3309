"""A report as it was read: the text, its passages, and what looked wrong on the way."""

from bisect import bisect_right

from msgspec import Struct

from sayso.model.caution import Caution
from sayso.model.credit import Credit
from sayso.model.passage import Passage
from sayso.model.report import Report

__all__ = ["Reading"]


class Reading(Struct, frozen=True, kw_only=True):
    """What `clean` hands on: one a report, also for a report that could not be read (no passages then).

    `credits` are the agencies whose text the report says that it carries, in the order of the text.
    """

    report: Report
    passages: tuple[Passage, ...] = ()
    warnings: tuple[Caution, ...] = ()
    credits: tuple[Credit, ...] = ()

    def passage_at(self, offset: int) -> Passage | None:
        """Return the passage that holds the character at `offset`; None between passages."""
        number = bisect_right(self.passages, offset, key=lambda passage: passage.span.start) - 1
        return self.passages[number] if number >= 0 and offset < self.passages[number].span.end else None
