"""Which states' bodies of one kind a text names, whether or not it cites them."""

import re
from functools import cache

from sayso.language.vocabulary import vocabulary
from sayso.stages.link.standing.naming import fold, places_beside
from sayso.stages.link.standing.placed import Placed, placed

__all__ = ["states_named"]

_NEAR = 40
_BREAK = re.compile(r"[.!?;:,\n“”\"](?=\s|$)|\n")


@cache
def _named(office: str) -> re.Pattern[str]:
    phrases = sorted(vocabulary("offices")["offices"][office], key=lambda phrase: (-len(phrase), phrase))
    written = "|".join(re.escape(phrase).replace("\\ ", r"\s(?:the\s)?") for phrase in phrases)
    return re.compile(rf"\b(?:{written})\b(?:\s(?:of|in)\s(?P<of>[A-Z][\w.-]{{1,30}}))?", re.IGNORECASE)


def states_named(text: str, office: str, before: int) -> frozenset[Placed]:
    """Return the states whose such body, or its head, `text` names up to an offset ("French Health Minister X")."""
    found = set()
    national = frozenset(vocabulary("offices")["national"]["offices"])
    for match in _named(office).finditer(text, 0, before):
        near = _BREAK.split(text[max(0, match.start() - _NEAR) : match.start()])[-1]
        beside = f"{near} {match['of'] or ''}"
        place = placed(places_beside(beside, fold(beside)), national=office in national)
        if place.states:
            found.add(Placed(states=place.states, countries=place.states))
    return frozenset(found)
