"""What stands right before or after a name and tells who bears it: "the mayor, A. Name, …", "B, an aid group, …"."""

import re

from sayso.language.names import NameRun, is_body_word, is_role
from sayso.language.vocabulary import vocabulary

__all__ = ["body_beside", "role_beside"]

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_ROLE_AFTER = re.compile(
    r"(?:,|\s[–—-])\s*(?:\d{1,3},\s*)?(?:(?:an?|the|its|his|her|their|who (?:is|was) (?:an?|the)?)\s+)?([^,.;:()\n]{2,80})"
)
# Read backwards from the name: a search for the end of the stretch would start anew at each of its letters.
_ROLE_BEFORE = re.compile(r"\s*,?([\w’'-]+(?: [\w’'-]+){0,6})")
_ARTICLE_FIRST = re.compile(r",\s*(?:an?|the|its)\s")


def body_beside(text: str, run: NameRun) -> list[str]:
    """Return the words of a body's description right after a name (", a legal aid group")."""
    after = _ROLE_AFTER.match(text, run.name.end, min(len(text), run.name.end + 120))
    if after is None or not _ARTICLE_FIRST.match(after.group()):
        return []
    words = [word.lower() for word in _WORD.findall(after[1])[:8]]
    return words if words and not any(is_role(word) for word in words) and any(map(is_body_word, words)) else []


def role_beside(text: str, run: NameRun) -> list[str]:
    """Return the words of an office or role right before or after a name ("the mayor, A. Name, …")."""
    found: list[str] = []
    before = _ROLE_BEFORE.match(text[max(0, run.span.start - 90) : run.span.start][::-1])
    if before:
        words = _WORD.findall(before[1][::-1])
        if "of" in words[-4:-1]:
            words = words[: len(words) - words[::-1].index("of") - 1]
        if words and is_role(words[-1]) and not words[-1].lower().endswith("men"):
            found.extend(_role_words(words))
    after = _ROLE_AFTER.match(text, run.name.end, min(len(text), run.name.end + 120))
    if after:
        words = _WORD.findall(after[1])
        heads = [i for i, word in enumerate(words[:8]) if is_role(word)]
        if heads:
            found.extend(_role_words(words[: heads[0] + 1]))
    return found


def _role_words(words: list[str]) -> list[str]:
    """Return the role word at the end of `words` and its modifiers, in lower case."""
    kept: list[str] = []
    for word in reversed(words[-5:]):
        if kept and word.lower() in vocabulary("pronouns")["role_ends"]:
            break
        kept.append(word.lower())
    return kept
