"""Many words as one pattern that turns away quickly from a place where none of them stands."""

import re
from collections.abc import Iterable, Mapping

__all__ = ["either"]


def either(words: Iterable[str], after: Mapping[str, str] | None = None) -> str:
    """Return an alternation of the words as they stand, the longest first, so that "sept" is not cut to "sep".

    Words with one first letter share it, for the engine tries one branch after the other: twenty letters are sooner
    tried than two hundred words. `after` gives some words a pattern that must follow. The result is no group.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(dict.fromkeys(words), key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[:1].lower(), []).append(word)
    return "|".join(_sharing(group, after or {}) for group in by_letter.values())


def _sharing(words: list[str], after: Mapping[str, str]) -> str:
    first = words[0][:1]
    # A pattern may or may not tell "May" from "may": their order is kept.
    if len(words) == 1 or any(word[:1] != first for word in words):
        return "|".join(re.escape(word) + after.get(word, "") for word in words)
    rest = "|".join(re.escape(word[1:]) + after.get(word, "") for word in words)
    return f"{re.escape(first)}(?:{rest})"
