"""Pieces that argue: known by their label, their address, a headline `Name: claim` over that name, or their phrases."""

import re
from functools import cache
from itertools import pairwise

from sayso.stages.clean.cut.sheet import Role, Sheet
from sayso.stages.clean.wording import anywhere, phrases

__all__ = ["mark_opinion"]

_QUOTED = re.compile(r"[\"“][^\"”]{0,600}[\"”]")
# So many phrases of arguing, and so dense, make an article an opinion. Reports of news that were read for this hold
# hardly more than one in five hundred words outside their quotations.
_FEWEST = 5
_WORDS_PER_MARK = 130
_NAMED_FEWEST = 3


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(phrases("opinion", "leads"), key=len, reverse=True))
    return re.compile(rf"(?:{words})\s*(?:[:|–—-]\s|$)")


@cache
def _addressed() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(phrases("opinion", "address"), key=len, reverse=True))
    return re.compile(rf"/(?:{words})/")


def mark_opinion(sheet: Sheet) -> None:
    """Mark the running text of each article that is an opinion."""
    edges = [0, *sheet.starts, len(sheet)]
    for article, (start, end) in enumerate(pairwise(edges)):
        numbers = range(start, end)
        why = _why(sheet, numbers, article)
        if why:
            for number in numbers:
                sheet.mark(number, Role("opinion", why))


def _why(sheet: Sheet, numbers: range, article: int) -> str:
    if article == 0 and sheet.url and _addressed().search(sheet.url.lower()):
        return "the address says opinion"
    heads = [sheet.lines[number].low for number in numbers if sheet.kind(number) in {"headline", "byline"}]
    if article == 0 and sheet.title:
        heads.append(sheet.title.lower())
    if any(_label().match(head) for head in heads):
        return "is labelled as an opinion"
    text = " ".join(_QUOTED.sub(" ", sheet.lines[number].low) for number in numbers if sheet.roles[number] is None)
    found = len(anywhere("opinion", "marks").found_in(text))
    if _signed(heads) and found >= _NAMED_FEWEST:
        return f"stands under its author's name and argues ({found} phrases of arguing)"
    dense = found * _WORDS_PER_MARK >= text.count(" ")
    return f"argues in its own voice ({found} phrases of arguing)" if found >= _FEWEST and dense else ""


def _signed(heads: list[str]) -> bool:
    """Say whether a headline is `Name: claim` and the name stands under it."""
    names = set(heads)
    return any(":" in head and head.split(":", 1)[0].strip() in names for head in heads)
