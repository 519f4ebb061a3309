"""Groups of reports that hold together by the names that they share."""

from collections.abc import Iterable

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

__all__ = ["Table", "events_of", "largest_group", "table_of"]

_Floats = NDArray[np.float64]
_Numbers = NDArray[np.int64]

# A report is an outsider below this likeness (cosine of its names and the weighted names of the others). On 212 sets
# of three to 26 reports of one event, 2 % of the reports lie below, nearly all of them about something else; of
# reports put in from another event 87 % do, and 97 % of those put among five or more.
_OUTSIDE = 0.12
# From this likeness on a report counts in full when the story's names are weighed.
_INSIDE = 0.3
_ROUNDS = 8
_STILL = 0.01
_NOTHING = 1e-9
# How many groups are tried before the largest is taken.
_TRIES = 4
# Half of a group must be so like the rest for its reports to be of one event: those of one conflict or one country,
# months apart, reach 0.4, those of one event 0.5 and more.
_ONE_EVENT = 0.45
# So many groups are looked for in one run; the reports of a crawl with more events than that stand alone.
_SEEDS = 48


class Table(Struct, frozen=True):
    """Which report holds which name, as two columns; and how many there are of each."""

    report: _Numbers
    name: _Numbers
    words: list[str]
    reports: int

    @property
    def sizes(self) -> _Floats:
        """The number of names of each report."""
        return np.bincount(self.report, minlength=self.reports).astype(np.float64)

    def without(self, reports: Iterable[int]) -> "Table":
        """Return the table with the names of some reports taken out; the others keep their numbers."""
        kept = ~np.isin(self.report, sorted(reports))
        return Table(self.report[kept], self.name[kept], self.words, self.reports)

    def central(self) -> _Floats:
        """Return for each report how much it shares with the others."""
        spread = np.bincount(self.name, minlength=len(self.words)).astype(np.float64)
        shared = np.bincount(self.report, weights=spread[self.name] - 1, minlength=self.reports)
        # Long reports share more for their length alone; the 5 keeps those with a handful of names from winning by it.
        central: _Floats = shared / np.sqrt(self.sizes + 5)
        return central


def table_of(names: list[list[str]]) -> Table:
    """Return the table of the names of each report."""
    words = sorted({name for mine in names for name in mine})
    number = {word: at for at, word in enumerate(words)}
    pairs = [(report, number[name]) for report, mine in enumerate(names) for name in mine]
    columns = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Table(columns[:, 0], columns[:, 1], words, len(names))


def largest_group(table: Table) -> set[int]:
    """Return the largest of the groups around the reports that share most; one report where nobody shares anything."""
    central = table.central()
    left = set(range(table.reports))
    best: set[int] = set()
    for _ in range(_TRIES):
        if not left or len(best) * 2 >= table.reports:
            break
        group = _group_around(table, _seed(central, left))
        best = group if len(group) > len(best) else best
        left -= group
    return best


def events_of(table: Table, first: set[int]) -> list[set[int]]:
    """Return all reports by the event that they tell of; `first` is the largest group. Others stand alone.

    A group whose reports are not alike enough for one event is taken apart.
    """
    left = set(range(table.reports))
    found: list[set[int]] = []
    group = first
    for _ in range(_SEEDS):
        left -= group
        if _is_one_event(table, group):
            found.append(group)
        table = table.without(group)
        central = table.central()
        if len(left) <= 1 or not np.any(central > 0):
            break
        group = _group_around(table, _seed(central, left)) & left
    together = {report for event in found for report in event}
    return [*found, *({report} for report in range(table.reports) if report not in together)]


def _is_one_event(table: Table, group: set[int]) -> bool:
    members = sorted(group)
    weight = np.zeros(table.reports)
    weight[members] = 1.0
    return len(group) > 1 and float(np.median(_likeness(table, weight)[members])) >= _ONE_EVENT


def _seed(central: _Floats, left: Iterable[int]) -> int:
    return max(sorted(left), key=lambda report: (central[report], -report))


def _group_around(table: Table, seed: int) -> set[int]:
    """Return the reports that hold together with the report `seed`."""
    weight = np.zeros(table.reports)
    weight[seed] = 1.0
    likeness = np.zeros(table.reports)
    for _ in range(_ROUNDS):
        likeness = _likeness(table, weight)
        likeness[seed] = max(likeness[seed], _INSIDE)
        after = np.where(likeness >= _OUTSIDE, np.minimum(1.0, likeness / _INSIDE), 0.0)
        still = float(np.max(np.abs(after - weight), initial=0.0)) < _STILL
        weight = after
        if still:
            break
    return {int(report) for report in np.flatnonzero(likeness >= _OUTSIDE)}


def _likeness(table: Table, weight: _Floats) -> _Floats:
    """Return the cosine of each report's names with the weighted names of all OTHER reports."""
    mine = weight[table.report]
    held = np.bincount(table.name, weights=mine, minlength=len(table.words))
    others = held[table.name] - mine
    shared = np.bincount(table.report, weights=others, minlength=table.reports)
    less = np.bincount(table.report, weights=held[table.name] ** 2 - others**2, minlength=table.reports)
    length = np.maximum(float(np.sum(held**2)) - less, 0.0)
    both = np.sqrt(length * np.maximum(table.sizes, 1.0))
    likeness: _Floats = np.divide(shared, both, out=np.zeros(table.reports), where=both > _NOTHING)
    return likeness
