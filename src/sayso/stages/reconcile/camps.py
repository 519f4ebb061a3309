"""Who counts for himself: sources whose count neither ends another's nor is ended by it.

Casualty recorders keep apart what the sides of a conflict say, what states say of each other, and what groups that
watch both count; a later number of one of them is no later state of another's.
"""

import re
from functools import cache

from sayso.language.alternation import either
from sayso.language.places import find_places
from sayso.language.vocabulary import vocabulary
from sayso.model.link import Source
from sayso.stages.reconcile.draft import Draft

__all__ = ["apart"]

_WATCHING = "rights-group"
_OF_STATE = frozenset({"official", "party"})


def apart(one: Draft, other: Draft) -> bool:
    """Say whether the two values come from sources that keep counts of their own.

    A state's count is apart from another state's; next to sources of no camp (a hospital, a mayor) it is not.
    """
    a, b = _camp(one), _camp(other)
    if a == b:
        return False
    return bool(a and b) or not (a or b or "").startswith("state")


def _camp(draft: Draft) -> str | None:
    """Return the camp of all the sources behind a value; None where they have none in common."""
    camps = {_camp_of(entry.source) for entry in draft.standing if entry.source}
    return camps.pop() if len(camps) == 1 else None


@cache
def _camp_of(source: Source) -> str | None:
    if source.kind == _WATCHING:
        return _WATCHING
    if _armed().search(source.name):
        return "armed group"
    states = [place.country for place in find_places(source.name) if place.kind in {"country", "people"}]
    known = next((state for state in states if state), None)
    return f"state {known}" if known and source.kind in _OF_STATE else None


@cache
def _armed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(vocabulary('reconciling')['armed'])})", re.IGNORECASE)
