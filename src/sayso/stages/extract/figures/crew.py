"""Officers of a ship: known by the captain, mates or crew beside them, where the report is about a vessel."""

import re
from functools import cache

from sayso.language.vocabulary import vocabulary
from sayso.stages.extract.figures.line import Line

__all__ = ["are_crew"]

_REACH = 4


def are_crew(line: Line, n: int) -> bool:
    """Say whether the officers that number `n` counts sail a ship: "the ferry's captain and two officers"."""
    words, counted = vocabulary("groups", line.lang)["crew"], line.counted[n]
    if counted.noun not in words["ranks"] or not _vessels(line.lang).search(line.text):
        return False
    first = line.bound_start(n)
    own = {line.low(i) for i in range(counted.first, counted.last)}
    after = [line.low(i) for i in range(counted.last + 1, counted.last + 1 + _REACH)]
    before = [line.low(i) for i in range(max(0, first - _REACH), first)]
    near = {*before, *after, *own}
    if not near.isdisjoint(words["others"]):
        return False
    joined = before[-1:] in (["and"], [","]) and not set(before).isdisjoint(words["beside"])
    joined |= after[:1] == ["and"] and not set(after).isdisjoint(words["beside"])
    aboard = after[:1] == ["of"] and not set(after).isdisjoint(words["vessels"])
    return joined or aboard or not own.isdisjoint(words["of_them"])


@cache
def _vessels(lang: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in vocabulary("groups", lang)["crew"]["vessels"])
    return re.compile(rf"\b(?:{words})s?\b", re.IGNORECASE)
