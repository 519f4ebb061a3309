"""What lies between a figure and a date or place of its sentence, and whether that keeps them apart."""

import re
from collections.abc import Iterable
from functools import cache

from sayso.language.alternation import either
from sayso.language.vocabulary import vocabulary

__all__ = [
    "any_of",
    "comma",
    "contrast",
    "earlier",
    "ends_with",
    "is_border",
    "is_state_since",
    "new_teller",
    "plain",
    "telling",
]


# A count may stand behind a comma of a list ("12 killed, 30 wounded in X").
@cache
def _comma(lang: str) -> re.Pattern[str]:
    numbers = vocabulary("numbers", lang)
    words = any_of([*numbers["units"], *(f"{scale}s" for scale in numbers["scales"])]).pattern
    return re.compile(rf",(?!\d{{3}})(?!\s(?:and\s)?(?:\d|{words}))")


# No word or phrase that is looked for at the end of other words is longer.
_TAIL = 60
_PART = re.compile(r"\bof\s(?:them|those|whom|which|these|the\s(?:dead|injured|wounded|victims))\b")
# What can be left out of a sentence: "a ferry, thought to be overloaded, sank"; "who, he said, had come".
_ASIDE = re.compile(
    r",\s(?:which|who|where|\w+ed|(?!including)\w+ing|thought)\b[^,;:]{0,80},"
    r"|(?<=\bwho),[^,;:]{0,60},|(?<=\bthat),[^,;:]{0,60},|(?<=\bwhich),[^,;:]{0,60},"
    r"|,\sincluding\s[^,;:]{0,60},(?=\s(?:were|was|have|has|had|died)\b)|,(?=\s(?:were|was|have|has|had)\b)"
    r"|,\s[^,;:]{0,30}\bof\sthem\b[^,;:]{0,30}(?=,)"
)


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole words and phrases, the longest first."""
    return re.compile(rf"(?<![\w-])(?:{either(phrases)})(?![\w-])", re.IGNORECASE)


@cache
def _dated(kind: str, lang: str) -> re.Pattern[str]:
    return any_of(vocabulary("events", lang)["dated"][kind])


@cache
def _borders(lang: str) -> re.Pattern[str]:
    words = any_of(vocabulary("events", lang)["dated"]["border"]).pattern
    return re.compile(rf"{words}\s(?:(?:the|late|early|last|on)\s){{0,3}}$", re.IGNORECASE)


@cache
def earlier(key: str, lang: str = "en") -> re.Pattern[str]:
    """Return the pattern of words that tell of an earlier event (`phrases`), or lead back to one (`back`)."""
    return any_of(vocabulary("events", lang)["earlier"][key])


@cache
def _opens(lang: str) -> re.Pattern[str]:
    words = any_of(vocabulary("events", lang)["dated"]["opens"]).pattern
    return re.compile(rf"{words}[^,;]{{0,80}}$", re.IGNORECASE)


@cache
def _struck(lang: str) -> re.Pattern[str]:
    words = any_of(vocabulary("events", lang)["dated"]["struck"]).pattern
    return re.compile(rf"\s{words}", re.IGNORECASE)


_WHEN = re.compile(r",\s(?:when|where|in\swhich)\b")


def is_state_since(lead: str, gap: str, lang: str = "en") -> bool:
    """Say whether a date only opens a time that lasts ("After the war ended in 1999, 400 stayed", "since March").

    `lead` are the words before the date, `gap` those after it. "Since 1987, when six drowned" names another event.
    """
    opening = _opens(lang).search(lead)
    # "Guarded since bombings in 2005 killed 80": the clause of "since" is another event's own.
    if opening is None or _WHEN.match(gap) or _struck(lang).match(gap):
        return False
    # "After the depot blew up in 2011 and 38 died": without a comma both belong to one event.
    return "," in gap or not opening.group().lower().startswith("after")


def contrast(gap: str, lang: str = "en") -> bool:
    """Say whether the words set two counts against each other."""
    return bool(_dated("contrast", lang).search(gap))


def telling(words: str, lang: str = "en") -> bool:
    """Say whether a verb of saying stands among the words."""
    return bool(_dated("telling", lang).search(words))


_AND = re.compile(r",\sand\s[^,;]{0,80}$")


def new_teller(gap: str, lang: str = "en") -> bool:
    """Say whether somebody else takes the word before the end of the words ("…, and the ministry said")."""
    clause = _AND.search(gap)
    return clause is not None and telling(clause.group(), lang)


def is_border(words: str, lang: str = "en") -> bool:
    """Say whether the last words make the date after them a border ("until Friday")."""
    return bool(_borders(lang).search(words))


def plain(gap: str) -> str:
    """Return the words without what is put in between commas."""
    return _ASIDE.sub("", gap)


def comma(gap: str, lang: str = "en") -> bool:
    """Say whether a comma other than one within a number or before a listed count stands in the words."""
    return bool(_comma(lang).search(gap)) or ("," in gap and bool(_PART.search(gap)))


def ends_with(words: str, pattern: re.Pattern[str], reach: int = 0) -> bool:
    """Say whether a match of `pattern` ends at most `reach` characters before the end of the words."""
    tail = words[-_TAIL:].rstrip()
    return any(hit.end() >= len(tail) - reach for hit in pattern.finditer(tail))
