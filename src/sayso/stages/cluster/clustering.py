"""One run is one story: the largest group of reports that share names; the rest are outsiders, each with a reason."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from sayso.model.reading import Reading
from sayso.model.story import Outsider, Story
from sayso.stages.cluster.names import names_of

__all__ = ["cluster"]

_Floats = NDArray[np.float64]
_Numbers = NDArray[np.int64]

# Two reports may differ in everything and tell one story; with three there is a rest to differ from.
_FEWEST = 3
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
_SHOWN = 4


class _Table(Struct, frozen=True):
    """Which report holds which name, as two columns; and how many there are of each."""

    report: _Numbers
    name: _Numbers
    words: list[str]
    reports: int

    @property
    def sizes(self) -> _Floats:
        return np.bincount(self.report, minlength=self.reports).astype(np.float64)


def cluster(readings: Sequence[Reading]) -> Story:
    """Return the story of a run and its outsiders; unreadable reports and repeated ones are neither.

    The names of the story are found by letting reports and names weigh each other in turns (as hubs and authorities;
    Kleinberg, 1999), starting at the report that shares most with the others, until the group is still. Time grows
    with the number of names, not with pairs of reports.
    """
    told = [reading for reading in readings if reading.passages]
    table = _table(names_of(told))
    members = _largest_group(table) if len(told) >= _FEWEST else set(range(len(told)))
    if len(members) == 1:  # nobody shares anything with anybody: there is no story to be outside of
        members = set(range(len(told)))
    return Story(
        reports=tuple(reading.report.id for number, reading in enumerate(told) if number in members),
        outsiders=tuple(
            Outsider(report=reading.report.id, reason=_reason(table, number, members))
            for number, reading in enumerate(told)
            if number not in members
        ),
    )


def _table(names: list[list[str]]) -> _Table:
    words = sorted({name for mine in names for name in mine})
    number = {word: at for at, word in enumerate(words)}
    pairs = [(report, number[name]) for report, mine in enumerate(names) for name in mine]
    columns = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return _Table(columns[:, 0], columns[:, 1], words, len(names))


def _largest_group(table: _Table) -> set[int]:
    spread = np.bincount(table.name, minlength=len(table.words)).astype(np.float64)
    shared = np.bincount(table.report, weights=spread[table.name] - 1, minlength=table.reports)
    # Long reports share more for their length alone; the 5 keeps those with a handful of names from winning by it.
    central = shared / np.sqrt(table.sizes + 5)
    left = set(range(table.reports))
    best: set[int] = set()
    for _ in range(_TRIES):
        if not left or len(best) * 2 >= table.reports:
            break
        seed = max(sorted(left), key=lambda report: (central[report], -report))
        group = _group_around(table, seed)
        best = group if len(group) > len(best) else best
        left -= group
    return best


def _group_around(table: _Table, seed: int) -> set[int]:
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


def _likeness(table: _Table, weight: _Floats) -> _Floats:
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


def _reason(table: _Table, outsider: int, members: set[int]) -> str:
    """Say which names the story turns on, and which the outsider does."""
    inside = np.isin(table.report, sorted(members))
    spread = np.bincount(table.name[inside], minlength=len(table.words))
    theirs = [table.words[at] for at in np.argsort(-spread, kind="stable")[:_SHOWN] if spread[at] > 1]
    own = [table.words[at] for at in table.name[table.report == outsider] if spread[at] == 0][:_SHOWN]
    shared = sum(1 for at in table.name[table.report == outsider] if spread[at] > 0)
    what = f"of its names {shared} stand in the other {len(members)} reports"
    return f"{what}; they speak of {_listed(theirs)}, it of {_listed(own)}"


def _listed(names: list[str]) -> str:
    return ", ".join(name.title() for name in names) if names else "nothing that they share"
