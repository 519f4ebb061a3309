"""One run is one story: the largest group of reports that share names; the rest are outsiders, each with a reason."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import numpy as np

from sayso.model.reading import Reading
from sayso.model.story import Outsider, Story
from sayso.stages.cluster.grouping import Table, events_of, largest_group, table_of
from sayso.stages.cluster.names import names_of

__all__ = ["cluster"]

# Two reports may differ in everything and tell one story; with three there is a rest to differ from.
_FEWEST = 3
_SHOWN = 4
# News of one event may pause for weeks, until a trial or a report; the next event of its kind comes later.
_APART = timedelta(days=120)


def cluster(readings: Sequence[Reading]) -> Story:
    """Return the story of a run and its outsiders; unreadable reports and repeated ones are neither.

    The names of the story are found by letting reports and names weigh each other in turns (as hubs and authorities;
    Kleinberg, 1999), starting at the report that shares most with the others, until the group is still. Time grows
    with the number of names, not with pairs of reports. The rest is grouped in the same way, so that each report's
    figures can be settled among those of its own event.
    """
    told = [reading for reading in readings if reading.passages]
    table = table_of(names_of(told))
    members = largest_group(table) if len(told) >= _FEWEST else set(range(len(told)))
    events = events_of(table, members)
    if len(members) == 1:  # nobody shares anything with anybody: there is no story to be outside of
        members = set(range(len(told)))
    return Story(
        reports=tuple(reading.report.id for number, reading in enumerate(told) if number in members),
        outsiders=tuple(
            Outsider(report=reading.report.id, reason=_reason(table, number, members))
            for number, reading in enumerate(told)
            if number not in members
        ),
        events=tuple(tuple(told[at].report.id for at in part) for event in events for part in _by_time(told, event)),
    )


def _by_time(told: Sequence[Reading], event: set[int]) -> list[list[int]]:
    """Part an event's reports where months lie between them: two quakes of one coast share their names.

    Undated reports stay with the most.
    """
    days = {at: moment.earliest for at in event if (moment := told[at].report.moment) is not None}
    parts: list[list[int]] = [[]]
    last: datetime | None = None
    for at in sorted(days, key=lambda at: (days[at], at)):
        if last is not None and days[at] - last > _APART:
            parts.append([])
        parts[-1].append(at)
        last = days[at]
    most = max(parts, key=len)
    most += sorted(event - days.keys())
    return [sorted(part) for part in parts]


def _reason(table: Table, outsider: int, members: set[int]) -> str:
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
