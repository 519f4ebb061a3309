"""What stands right before or after a name and tells who bears it: "the mayor, A. Name, …", "B, an aid group, …"."""

import re

from sayso.language.names import NameRun, is_body_word, is_role, name_runs
from sayso.language.places import known_place
from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span
from sayso.stages.extract.speech.cue_words import cue_words
from sayso.stages.extract.speech.verbs import reporting_verb

__all__ = ["acts_next", "body_beside", "is_of_body", "is_placed", "is_told_of", "role_beside", "word_before"]

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_ROLE_AFTER = re.compile(
    r"(?:,|\s[–—-])\s*(?:\d{1,3},\s*)?(?:(?:an?|the|its|his|her|their|who (?:is|was) (?:an?|the)?)\s+)?([^,.;:()\n]{2,80})"
)
# Read backwards from the name: a search for the end of the stretch would start anew at each of its letters.
_ROLE_BEFORE = re.compile(r"\s*,?([\w’'-]+(?: [\w’'-]+){0,6})")
# A look back from a name: the word before it, or the beginning of a sentence.
_PREPOSITION = 12
_WORD_BEFORE = 24
_TOLD_OF = re.compile(r", (?:who\b|\d{1,2},)")
_FIRST_AND_LAST = 2
_OF = re.compile(r" of (?:the )?(?=[A-Z])")
_LAST_WORD = re.compile(r"(\w+) $")
_ARTICLE_FIRST = re.compile(r",\s*(?:an?|the|its)\s")


def is_placed(text: str, at: int) -> bool:
    """Say whether the name at `at` only tells where: "near Velm, the mayor said" has no mayor called Velm."""
    before = _LAST_WORD.search(text, max(0, at - _PREPOSITION), at)
    return before is not None and before[1].lower() in vocabulary("pronouns")["of_place"]


def is_of_body(text: str, run: NameRun) -> bool:
    """Say whether a first and a last name are followed by whom their bearer works for: "A. Name of Harbour News"."""
    found = _OF.match(text, run.name.end)
    if found is None or len(run.words) != _FIRST_AND_LAST:
        return False
    body = next(name_runs(text, Span(found.end(), min(len(text), found.end() + _PREPOSITION * 4))), None)
    return body is not None and body.span.start == found.end() and any(map(is_body_word, body.words))


def body_beside(text: str, run: NameRun) -> list[str]:
    """Return the words of a body's description right after a name (", a legal aid group")."""
    after = _ROLE_AFTER.match(text, run.name.end, min(len(text), run.name.end + 120))
    if after is None or not _ARTICLE_FIRST.match(after.group()) or is_placed(text, run.span.start):
        return []
    words = [word.lower() for word in _WORD.findall(after[1])[:8]]
    if any(map(_tells, words)):
        return []
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
        if heads and _is_theirs(text, run, words, heads[0]):
            found.extend(_role_words(words[: heads[0] + 1]))
    return found


def _is_theirs(text: str, run: NameRun, words: list[str], head: int) -> bool:
    """Tell ", the mayor," from a clause with a subject of its own: ", officials said", ", the mayor said on Friday".

    Careless writers leave the second comma out ("A. Name, head of the yard said"): that is read where nothing
    stands before the name.
    """
    role = words[head].lower()
    if (role.endswith(("s", "men")) and not role.endswith("ss")) or is_placed(text, run.span.start):
        return False
    return not any(map(_tells, words)) or (len(run.words) > 1 and _begins(text, run.span.start))


def _begins(text: str, at: int) -> bool:
    before = text[max(0, at - 2) : at].rstrip(" ")
    return not before or before[-1] in '.!?\n”":—–-'


def _tells(word: str) -> bool:
    verb = reporting_verb(word)
    return verb is not None and verb.aloud and (verb.base != word.lower() or verb.base == "say")


def _role_words(words: list[str]) -> list[str]:
    """Return the role word at the end of `words` and its modifiers, in lower case."""
    kept: list[str] = []
    for word in reversed(words[-5:]):
        if kept and word.lower() in vocabulary("pronouns")["role_ends"]:
            break
        kept.append(word.lower())
    return kept


def word_before(text: str, at: int) -> list[str]:
    """Return the word right before a name, which may tell what it is ("the state channel X")."""
    words = _WORD.findall(text[max(0, at - _WORD_BEFORE) : at])
    return [words[-1].lower()] if words and text[at - 1] == " " and text[at - 2].isalnum() else []


def is_told_of(text: str, run: NameRun) -> bool:
    """Say whether one name alone is a person's by what follows it: "Ana, who lives nearby, …", "Ana, 34, …"."""
    return (
        len(run.words) == 1
        and not run.words[0].isupper()
        and _TOLD_OF.match(text, run.name.end) is not None
        and known_place(run.words[0]) is None
    )


def acts_next(text: str, run: NameRun) -> bool:
    """Say whether a verb of saying, or a deed, follows close behind a name ("A. Name was speaking on …")."""
    at = run.name.end
    words = _WORD.findall(text[at : at + _WORD_BEFORE])[:2]
    deeds = [word for word in words if word.islower() and (word.endswith("ed") or word in cue_words("deeds"))]
    if len(run.words) == _FIRST_AND_LAST and deeds and text[at] == " " and known_place(" ".join(run.words)) is None:
        return True
    verbs = [reporting_verb(word) for word in words]
    return any(verb is not None and verb.aloud for verb in verbs)
