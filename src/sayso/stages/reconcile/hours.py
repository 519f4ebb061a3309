"""The moment at which a sentence was told: a live page's entry has a stamp of its own, all else the report's."""

from datetime import datetime

from sayso.model.moment import Moment
from sayso.model.reading import Reading

__all__ = ["stamped", "told_day"]


def stamped(reading: Reading, at: int) -> str | None:
    """Return the stamp (ISO 8601) of the live page's entry that holds the character at `at`.

    None outside of entries, and where the entry's day is not known. A stamp without a zone is taken to be in that of
    the report's publication, where this has one: else the page's own entries could not be put between other reports.
    """
    passage = reading.passage_at(at)
    if passage is None or passage.kind != "entry" or Moment.read(passage.when) is None:
        return None
    stamp = datetime.fromisoformat(str(passage.when).strip())
    if stamp.tzinfo is None and reading.report.moment is not None:
        stamp = stamp.replace(tzinfo=datetime.fromisoformat(str(reading.report.published).strip()).tzinfo)
    return stamp.isoformat()


def told_day(reading: Reading, at: int) -> str | None:
    """Return the day (YYYY-MM-DD) on which the words at `at` were told: the entry's, else the report's; None where unknown."""
    report = reading.report
    told = stamped(reading, at) or (report.published if report.moment else None)
    return told[:10] if told else None
