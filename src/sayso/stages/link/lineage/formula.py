"""Wordings that prove nothing: page furniture and set phrases, known by their return weeks apart.

A text that is copied is copied within days. Words that stand in several reports of different weeks are an outlet's
furniture, a police formula ("whoever saw anything should ring the police") or standing background, whoever prints them.
"""

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from sayso.stages.link.lineage.page import Page

__all__ = ["drop_formulas"]

_WEEKS = timedelta(days=21).total_seconds()
_ARCHIVE = 100
"""Dated reports from which habits show; in the reports of one event a wrong date would look like one."""
_HOLDERS = 3
"""Two reports with the same words weeks apart may be a reprint; three are a habit."""


def drop_formulas(pages: Sequence[Page]) -> None:
    """Take the shingles of set phrases out of each page's `distinct`; undated reports tell nothing here."""
    dated = [(page, moment) for page in pages if (moment := page.reading.report.moment) is not None]
    if len(dated) < _ARCHIVE:
        return
    grams = np.concatenate([page.distinct for page, _ in dated])
    days = np.repeat([moment.earliest.timestamp() for _, moment in dated], [len(page.distinct) for page, _ in dated])
    order = np.lexsort((days, grams))
    grams, days = grams[order], days[order]
    starts = np.flatnonzero(np.concatenate(([True], grams[1:] != grams[:-1])))
    ends = np.append(starts[1:], len(grams)) - 1
    habit = (ends - starts + 1 >= _HOLDERS) & (days[ends] - days[starts] > _WEEKS)
    formulas: NDArray[np.uint64] = grams[starts[habit]]
    if not len(formulas):
        return
    for page in pages:
        page.distinct = np.setdiff1d(page.distinct, formulas, assume_unique=True)
