"""People told of one by one: an article with "a man and his two sons" made into "one man and two sons".

A registry counts people, and local news tells of most of them without a number word. Where a set asks for such a total,
its adapter can read the article in these words: whoever is brought in by an indefinite article or as somebody's
relative, whoever stands bare in a headline, and whoever is named with an age counts as one.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from sayso.language.alternation import either
from sayso.language.vocabulary import vocabulary

__all__ = ["ONE", "counted_singly"]

with Path(__file__).with_suffix(".toml").open("rb") as _file:
    _WORDS = tomllib.load(_file)

# The words put in: a count with the noun that stood there, or with one for somebody who is only named.
ONE = "one"
_ANYBODY = "one person"

_NAME = r"[A-Z](?:[\w'’-]*[a-z]|\.)"
_AGED = re.compile(rf"\b(?:{_NAME}\s+){{1,3}}{_NAME}(?:,\s*|\s*\()\d{{1,2}}(?:\)|(?=[,.;\n])),?")
_YEARS = rf"(?:\d{{1,2}}|{either(_WORDS['years'])})-(?:year|month)s?-old"
# A number of years that nothing but a verb or a mark follows: "a 3-year-old was hit".
_ONLY_AGED = re.compile(
    rf"\b(?:an?\s+|the\s+|another\s+|her\s+|his\s+)?{_YEARS}(?=\s*(?:[,.;:&)\n]|(?:{either(_WORDS['after_age'])})\b))",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?:{_YEARS})\s+(?:{_NAME}\s+){{1,3}}{_NAME}")
_SELF = re.compile(
    rf"\b(?:him|her)(?=\s+and\s+(?:\d|(?:{either(_WORDS['after_pronoun'])})\b))|"
    r"\b(?:himself|herself|self)(?=\s+(?:and|&)\s)|(?<=and\s)(?:himself|herself)\b",
    re.IGNORECASE,
)
_TWO = "two people"
_PAIR = re.compile(
    rf"(?<!\bof )\b(?:an?|his|her|their)\s+(?:[\w-]+\s+){{0,2}}?(?:couple(?!\s+of\b)|{either(_WORDS['pairs'])})\b(?![’'])"
    r"|(?m:^)couple(?=\b(?!\s+of\b))",
    re.IGNORECASE,
)
_WITH_OTHERS = re.compile(rf"\b{_NAME}(?:\s+{_NAME})*(?=\s+and\s+[a-z]+\s+others?\b)")
_OF = " of "
_FOLDS: dict[str, str] = _WORDS["folds"]
_MANIFOLD = re.compile(
    rf"\b(?P<fold>{either(_FOLDS)})[\s-]+(?P<fatal>fatal\s+)?(?P<deed>{either(_WORDS['deeds'])})s?\b(?!-)",
    re.IGNORECASE,
)
_HEADLINE = 140
_NO_OWNER = rf"(?!-|['’]s|\s+(?:{either(_WORDS['no_person'])})\b)"
_KINDS = ("people", "children", "responders", "foreigners", "security", "protesters")


def counted_singly(text: str) -> tuple[str, frozenset[int]]:
    """Return `text` with its single people counted, and where in it the counts stand that were put in."""
    out: list[str] = []
    places: list[int] = []
    at = length = 0
    head = _headline_end(text)
    for start, end, words in _changes(text, head):
        out.append(text[at:start])
        length += start - at
        places.append(length + words.find(_OF) + len(_OF) if _OF in words else length)
        out.append(words)
        length += len(words)
        at = end
    return "".join([*out, text[at:]]), frozenset(places)


def _headline_end(text: str) -> int:
    first = text.split("\n", 1)[0]
    return len(first) if len(first) <= _HEADLINE and not first.rstrip().endswith(".") else 0


def _changes(text: str, head: int) -> list[tuple[int, int, str]]:
    """Return the spans to be put in other words, in order and apart from each other."""
    found = [
        (*hit.span(), _ANYBODY) for pattern in (_AGED, _NAMED, _ONLY_AGED, _SELF) for hit in pattern.finditer(text)
    ]
    found += [(*hit.span(), _TWO) for hit in _PAIR.finditer(text)]
    found += [(*hit.span(), _ANYBODY) for hit in _WITH_OTHERS.finditer(text)]
    found += [(*hit.span(), _manifold(hit)) for hit in _MANIFOLD.finditer(text)]
    found += [
        (*hit.span(), f"{ONE} other" if hit.group().lower() == "another" else ONE) for hit in _article().finditer(text)
    ]
    found += [(hit.end(), hit.end(), f"{ONE} ") for hit in _beside().finditer(text)]
    found += [(hit.start(), hit.start(), f"{ONE} ") for hit in _bare().finditer(text, 0, head)]
    found.sort(key=lambda change: (change[0], -change[1]))
    kept: list[tuple[int, int, str]] = []
    for start, end, words in found:
        if not kept or start > kept[-1][1]:
            kept.append((start, end, words.capitalize() if end > start and not text[start].islower() else words))
    return kept


def _manifold(hit: re.Match[str]) -> str:
    """Return "killing of two people" for "double homicide", "shooting of three people" for "triple shooting"."""
    deed = "shooting" if hit["deed"].lower().startswith("shoot") and not hit["fatal"] else "killing"
    return f"{deed}{_OF}{_FOLDS[hit['fold'].lower()]} people"


@cache
def _person() -> str:
    """Return a pattern of the nouns for one person; those of groups and bodies are left out."""
    groups = vocabulary("groups")
    plural = {
        *groups["plurals"]["words"],
        *groups["happened"]["words"],
        *groups["containers"]["words"],
        *_WORDS["bodies"],
    }
    nouns = {noun for kind in _KINDS for noun in groups[kind]["nouns"]} - plural
    single = sorted(noun for noun in nouns if not noun.endswith(("men", "people", "ies")))
    return "|".join(sorted({*map(re.escape, single), "victim"}, key=lambda noun: (-len(noun), noun)))


@cache
def _article() -> re.Pattern[str]:
    """An article or owner before a person, with up to four words that describe him."""
    small = vocabulary("figure_words")
    closing = "|".join(sorted({*small["prepositions"], *small["clauses"], *small["joins"], *small["finite"], "unborn"}))
    like = rf"(?:(?!(?:{closing})\b)[\w'’-]+\s+){{0,4}}?"
    return re.compile(rf"\b(?:an?|another|his|her|their)\b(?=\s+{like}(?:{_person()})\b{_NO_OWNER})", re.IGNORECASE)


@cache
def _beside() -> re.Pattern[str]:
    """A person without an article beside another: "his aunt, nephew and cook"."""
    pair = rf"\b(?:{_person()})(?:,\s+(?:and\s+)?|\s+(?:and|&)\s+)(?=(?:{_YEARS}\s+)?(?:{_person()})\b{_NO_OWNER})"
    return re.compile(pair, re.IGNORECASE)


@cache
def _bare() -> re.Pattern[str]:
    """A person in a headline, which drops the articles."""
    after_count = (
        r"(?<!\bone )(?<!\b1 )(?<!\ba )(?<!\ban )(?<!\bhis )(?<!\bher )(?<![\w’']-)(?<!year-old )(?<!\bfor )(?<!\bby )"
    )
    return re.compile(
        rf"{after_count}(?<![\w-])(?=(?:{_YEARS}\s+)?(?:{_person()})\b{_NO_OWNER}(?!\s+(?:{_person()})\b))",
        re.IGNORECASE,
    )
