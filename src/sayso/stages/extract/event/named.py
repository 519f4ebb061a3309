"""Events by a name of their own that the rest of the report does not know: "the Dunholt fire, which killed 15"."""

import re
from functools import cache

from sayso.stages.extract.event.head import head_of, listed, opens_with
from sayso.stages.extract.event.sheet import Sheet
from sayso.stages.extract.found import FoundFigure

__all__ = ["named_event"]

# So near the figure stands the event that it counts for.
_REACH = 120
_CLAUSE = re.compile(r"[;:]|,\s(?!(?:which|when|where|in\swhich|\w+ing)\b)")


@cache
def _named() -> re.Pattern[str]:
    nouns = listed("nouns", "words").pattern
    return re.compile(rf"\b(?:[Tt]he|[Tt]hat)\s(?P<name>(?:[A-Z][\w'’-]+\s){{1,3}})(?:[a-z-]+\s){{0,2}}?(?i:{nouns})")


def named_event(sheet: Sheet, one: FoundFigure) -> str | None:
    """Return an event right before a figure whose name stands nowhere else in the report; else None."""
    if opens_with(sheet, one):
        return None
    hits = list(_named().finditer(sheet.text, max(one.sentence.start, one.span.start - _REACH), one.span.start))
    if not hits or _CLAUSE.search(sheet.text, hits[-1].end(), one.span.start):
        return None
    name = hits[-1]["name"].split()
    top = head_of(sheet).of(sheet.text)
    if hits[-1].start() < len(top) or any(word in top or sheet.names.get(word, 0) > 1 for word in name):
        return None
    return hits[-1].group()
