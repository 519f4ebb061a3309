"""Members of a body: "12 members of the Red Dawn militia", "three RDM members", "security members"."""

import re
from functools import cache, lru_cache

from sayso.language.alternation import either
from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Group
from sayso.stages.extract.figures.line import Line

__all__ = ["group_of_body"]

_OF_REACH = 7
_REPORTS = 64


def group_of_body(line: Line, n: int) -> Group | None:
    """Return the group of the body whose members number `n` counts; None where they are no members or of no known body."""
    table, counted = vocabulary("groups", line.lang)["bodies"], line.counted[n]
    if counted.noun not in table["ranks"] or counted.group not in ("people", None):
        return None
    first, last = counted.first, counted.last
    phrase = range(first, counted.head) if line.low(counted.head + 1) != "of" else range(first, last + _OF_REACH)
    armed = _armed_names(line.text, line.lang)
    for i in phrase:
        if i >= len(line.words) or (line.words[i].is_mark and not line.words[i].is_quote):
            break
        word = line.words[i]
        for group in ("troops", "attackers", "security", "responders"):
            if word.low in table[group]:
                return group
        if word.is_name and word.low in armed:
            return "attackers"
    return _owner(line, line.bound_start(n)) if line.low(first - 1) in ("its", "their") else None


def _owner(line: Line, first: int) -> Group | None:
    """Return the group of the body before word `first`: "ambushed a patrol, killing three of its members"."""
    groups: tuple[Group, ...] = ("attackers", "security")
    collective = vocabulary("groups", line.lang)["collective"]
    for i in range(first - 1, max(-1, first - 2 * _OF_REACH), -1):
        for group in groups:
            if line.low(i) in collective[group]:
                return group
    return None


@lru_cache(maxsize=_REPORTS)
def _armed_names(text: str, lang: str) -> frozenset[str]:
    """Return the names, word by word in lower case, that `text` gives to groups of armed people."""
    found: set[str] = set()
    for match in _naming(lang).finditer(text):
        found.update(word.lower() for word in match["name"].split())
        if match["short"]:
            found.add(match["short"].lower())
    return frozenset(found)


@cache
def _naming(lang: str) -> re.Pattern[str]:
    """Return the pattern of names before a noun of armed people: "Red Dawn fighters", "the Red Dawn (RD) militia"."""
    nouns = either(vocabulary("groups", lang)["bodies"]["armed"])
    name = r"(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})"
    return re.compile(rf"{name}(?: \((?P<short>[A-Z]{{2,8}})\))?,? (?:{nouns})\b")
