"""Whether a report speaks from the scene: its reporter counted or saw it ("I counted", "our reporter saw")."""

import re
from functools import cache

from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Claim

__all__ = ["is_first_hand", "is_host", "is_own_reporter", "is_reporter"]

_NEAR = 120


@cache
def _saw() -> re.Pattern[str]:
    lists = vocabulary("offices")["first_hand"]
    people = "|".join(re.escape(word) for word in sorted(lists["people"], key=lambda word: (-len(word), word)))
    verbs = "|".join(lists["verbs"])
    return re.compile(rf"\b(?:{people})\b(?:\s+\w+){{0,3}}?\s+(?:{verbs})\b", re.IGNORECASE)


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r"[“\"‘][^“”\"‘’]{0,400}[”\"’]")


@cache
def _reporters() -> tuple[str, ...]:
    return tuple(vocabulary("offices")["own"]["phrases"])


def is_first_hand(claim: Claim, text: str) -> bool:
    """Say whether the report tells an own-voice claim as seen by its own reporter, in the words close by."""
    near = text[max(claim.sentence.start, claim.start - _NEAR) : min(claim.sentence.end, claim.end + _NEAR)]
    return _saw().search(_quoted().sub(" ", near)) is not None


def is_reporter(source: str) -> bool:
    """Say whether a source is a reporter on the scene, of whichever outlet ("an AFP reporter")."""
    return any(f" {word} " in f" {source.lower()} " for word in _reporters())


def is_own_reporter(source: str) -> bool:
    """Say whether a source is the reporting outlet's own man on the scene."""
    return source.lower().strip() in _reporters()


def is_host(source: str) -> bool:
    """Say whether a source is who speaks for a broadcaster in a transcript: that is the report's own voice."""
    return source.lower().strip(" 0123456789") in vocabulary("offices")["own"]["voices"]
