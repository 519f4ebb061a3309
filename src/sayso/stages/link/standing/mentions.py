"""Which states' bodies of one kind a text names, whether or not it cites them."""

import re
from collections.abc import Mapping
from functools import cache

from sayso.language.vocabulary import vocabulary
from sayso.stages.link.standing.naming import fold, places_beside
from sayso.stages.link.standing.placed import Placed, placed

__all__ = ["Mentions"]

_NEAR = 40
_BREAK = re.compile(r"[.!?;:,\n“”\"](?=\s|$)|\n")


@cache
def _named(office: str) -> re.Pattern[str]:
    phrases = sorted(vocabulary("offices")["offices"][office], key=lambda phrase: (-len(phrase), phrase))
    written = "|".join(re.escape(phrase).replace("\\ ", r"\s(?:the\s)?") for phrase in phrases)
    return re.compile(rf"\b(?:{written})\b(?:\s(?:of|in)\s(?P<of>[A-Z][\w.-]{{1,30}}))?", re.IGNORECASE)


class Mentions:
    """The bodies that one text names; each kind is looked for once, however many claims ask for it."""

    def __init__(self, text: str) -> None:
        """Take the text; nothing is looked for yet."""
        self._text = text
        self._first: dict[str, Mapping[Placed, int]] = {}

    def states(self, office: str, before: int) -> list[Placed]:
        """Return the states whose such body, or its head, is named up to an offset ("French Health Minister X")."""
        if office not in self._first:
            self._first[office] = _first_named(self._text, office)
        return [state for state, end in self._first[office].items() if end <= before]


def _first_named(text: str, office: str) -> Mapping[Placed, int]:
    """Return where in the text the first mention of each state's body ends."""
    found: dict[Placed, int] = {}
    national = office in vocabulary("offices")["national"]["offices"]
    for match in _named(office).finditer(text):
        near = _BREAK.split(text[max(0, match.start() - _NEAR) : match.start()])[-1]
        beside = f"{near} {match['of'] or ''}"
        place = placed(places_beside(beside, fold(beside)), national=national)
        if place.states:
            found.setdefault(Placed(states=place.states, countries=place.states), match.end())
    return found
