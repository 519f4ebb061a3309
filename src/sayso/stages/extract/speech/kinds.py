"""What kind of source somebody is, as casualty recorders sort them."""

import re
from functools import cache, lru_cache

from sayso.language.vocabulary import vocabulary
from sayso.model.attribution import SourceKind

__all__ = ["carrier_words", "is_agency", "is_carrier", "kind_of"]

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# The same few names stand in every report of an event.
_KEPT = 20_000
_ORDER: tuple[SourceKind, ...] = ("medical", "rights-group", "party", "expert", "official", "witness", "unnamed")


@cache
def _names(key: str) -> frozenset[str]:
    return frozenset(name.lower().removeprefix("the ") for name in vocabulary("agencies")[key])


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(vocabulary("agencies")[key])


@cache
def _kinds() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    lists = vocabulary("sources")
    return {
        kind: (frozenset(w for w in lists[kind] if " " not in w), tuple(w for w in lists[kind] if " " in w))
        for kind in _ORDER
    }


@lru_cache(maxsize=_KEPT)
def is_agency(name: str) -> bool:
    """Say whether `name` is a world agency's, or calls itself an agency of news."""
    plain = name.lower().removeprefix("the ")
    words = set(_WORD.findall(plain))
    if plain in _names("agencies") or (
        words & {"agency", "newswire", "wire"} & words and (words & {"news", "press"} or _known(plain))
    ):
        return True
    return _known(plain)


def _known(plain: str) -> bool:
    names = _names("agencies")
    return any(word in names for word in _WORD.findall(plain)) or any(name in plain for name in names if " " in name)


@lru_cache(maxsize=_KEPT)
def is_carrier(name: str, before: str = "") -> bool:
    """Say whether `name` is an outlet's or an agency's; `before` are the words before it ("the state channel")."""
    plain = name.lower().removeprefix("the ")
    words = _WORD.findall(plain)
    if not words or set(words) & _words("not_carriers") or words[-1] in _words("pressmen"):
        return False
    if is_agency(name) or plain in _names("outlets") or any(word in _names("outlets") for word in words):
        return True
    if set(words) & (_words("name_words") | _words("common_words")):
        return _words("of_the_press").isdisjoint(words)
    if len(words) == 1 and name[0].isupper() and plain.endswith(tuple(_words("name_endings"))):
        return True
    return plain in _names("platforms") or bool(set(_WORD.findall(before.lower())) & _words("common_words"))


def carrier_words() -> frozenset[str]:
    """Return the words for what carries news ("channel", "agency")."""
    return _words("common_words")


@lru_cache(maxsize=_KEPT)
def kind_of(name: str, described: str = "", roles: frozenset[str] = frozenset()) -> SourceKind:
    """Return the kind of the source `name`, written as `described`, with the roles that the report gives it."""
    text = f"{name} {described}".lower()
    words = {word.removesuffix("’s").removesuffix("'s") for word in _WORD.findall(text)} | set(roles)
    if is_agency(name):
        return "agency"
    for kind in _ORDER:
        single, longer = _kinds()[kind]
        if kind not in {"medical", "rights-group"} and is_carrier(name):
            return "outlet"
        if words & single or any(phrase in text for phrase in longer):
            return kind
    return "other"
