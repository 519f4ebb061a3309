"""Whose troops: the country that a contingent comes from, where its own words name it.

"Borduria is sending 70 soldiers and Syldavia 200": each number counts one country's men, and none is the whole.
"""

import re
from functools import cache

from sayso.language.places import find_places
from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Claim, Figure

__all__ = ["contingent"]

_BEFORE = 60
_BORDER = re.compile(r"[.;:!?()\n“”]|,\s|\d[\d,.]*\s|\band\b|\bbut\b|\bwhile\b")
_WORD_AFTER = re.compile(r"\s*([A-Z][\w’'-]+)")


@cache
def _led() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in vocabulary("reconciling")["not_sender"])
    return re.compile(rf"\b(?:{words})\s+(?:the\s+)?$", re.IGNORECASE)


def contingent(figure: Figure, claim: Claim, text: str) -> str | None:
    """Return the country whose forces a figure counts; None for a total, and for what is not deployed."""
    if figure.measure != "deployed" or figure.group != "troops":
        return None
    after = _WORD_AFTER.match(text, claim.end, claim.sentence.end)
    if after is not None:
        people = [place for place in find_places(after.group(1)) if place.kind == "people"]
        if people and not text[after.end() : after.end() + 2].strip()[:1].isalpha():
            return people[0].name
    clause = _BORDER.split(text[max(claim.sentence.start, claim.start - _BEFORE) : claim.start])[-1]
    for place in find_places(clause):
        owner = clause[place.span.end : place.span.end + 2] in {"'s", "’s"}
        if place.kind == "country" and not owner and not _led().search(clause[: place.span.start]):
            return place.name
    return None
