"""Whose troops: the country that a contingent comes from, where its own words name it.

"Borduria will send 90 men and Syldavia 350": each number counts one country's men, and none is the whole.
"""

import re
from functools import cache

from sayso.language.places import Place, find_places
from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Claim, Figure

__all__ = ["contingent", "country_name"]

_BEFORE = 60
_BORDER = re.compile(r"[.;:!?()\n“”]|,\s|\d[\d,.]*\s|\band\b|\bbut\b|\bwhile\b")
_PEOPLE_AFTER = re.compile(r"\s+([A-Z][\w’']+)(?![\w-])")
_FROM_AFTER = re.compile(r"\s+(?:\w+\s+)?from\s+(?:the\s+)?([A-Z][\w’']+(?:\s[A-Z]\w+)?)")


@cache
def _led() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in vocabulary("reconciling")["not_sender"])
    return re.compile(rf"\b(?:{words})\s+(?:the\s+)?$", re.IGNORECASE)


def contingent(figure: Figure, claim: Claim, text: str) -> str | None:
    """Return the country whose forces a figure counts; None for a total, and for what is not deployed."""
    if figure.measure != "deployed" or figure.group != "troops":
        return None
    sender = _after(text, claim) or _before(text, claim)
    return country_name(sender.country, sender.name, text) if sender else None


def _after(text: str, claim: Claim) -> Place | None:
    """Find "350 Bordurians", "350 Bordurian soldiers" and "350 soldiers from Borduria"."""
    named = _PEOPLE_AFTER.match(text, claim.end, claim.sentence.end)
    if named is not None:
        return next((place for place in find_places(named.group(1)) if place.kind == "people"), None)
    origin = _FROM_AFTER.match(text, claim.end, claim.sentence.end)
    return next((place for place in find_places(origin.group(1)) if place.kind == "country"), None) if origin else None


def _before(text: str, claim: Claim) -> Place | None:
    """Find "Borduria 350" and "Borduria is sending 350" in the figure's own clause."""
    clause = _BORDER.split(text[max(claim.sentence.start, claim.start - _BEFORE) : claim.start])[-1]
    for place in find_places(clause):
        owner = clause[place.span.end : place.span.end + 2] in {"'s", "’s"}
        sender = place.kind == "country" or (place.kind == "people" and _are_people(clause, place))
        if sender and not owner and not _led().search(clause[: place.span.start]):
            return place
    return None


def _are_people(clause: str, place: Place) -> bool:
    """Tell "the Bordurians are sending" and "the Syldavian 150" from "the Bordurian army"."""
    return place.name.endswith("s") or not clause[place.span.end :].strip()


def country_name(code: str | None, written: str, text: str) -> str:
    """Return the country's own name where the report has it, else the name as written."""
    listed = vocabulary("countries")["countries"].get(code or "", "")
    names = [name.strip() for name in listed.split("|")[0].split(",")]
    return next((name for name in names if name and name in text), written)
