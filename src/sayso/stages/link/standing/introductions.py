"""How reports introduce a person: the post before the name, the body behind it ("X, a police spokeswoman")."""

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from sayso.language.vocabulary import vocabulary
from sayso.stages.link.standing.naming import fold, offices_in, placed_with, places_beside
from sayso.stages.link.standing.placed import NOWHERE, Placed

__all__ = ["Introduction", "introductions", "makes_holder"]

_BEFORE = 70
_FAR_BEFORE = 250
_LEADS_BACK = frozenset({"its", "their"})
_AFTER = 120
_LOOKS = 4
_WORDS_BETWEEN = 2
_WORDS_NEAR = 3
_TITLE_WORDS = 4
_BREAK = re.compile(r"[.!?;:\n“”\"]")
_APPOSITION = re.compile(
    r"\s*,\s+([^,.;:!?\n“”\"]{3,110})|\s+(?:of|from|at|for)\s+([^,.;:!?\n“”\"]{3,90})|\s*\(([^)\n]{3,60})\)"
)

_NOUN_BEHIND = re.compile(r",\s+(?:the|an?)\s", re.IGNORECASE)


class Introduction(Struct, frozen=True, kw_only=True):
    """One post or body that a report ties to a name.

    `before` tells a title before the name from words behind it; `words` are all folded words of the introduction,
    `place` is what they tell of where the body is. `holder`: the words make the person the post's holder.
    """

    office: str | None
    words: tuple[str, ...]
    before: bool
    wording: str
    place: Placed = NOWHERE
    holder: bool = False


@cache
def _holding() -> tuple[frozenset[str], frozenset[str]]:
    table = vocabulary("offices")
    return frozenset(table["holders"]["words"]), frozenset(table["speakers"]["words"])


def makes_holder(words: tuple[str, ...]) -> bool:
    """Say whether folded words of a title tell of a post's holder and not of one who speaks for it."""
    holders, speakers = _holding()
    padded = f" {' '.join(words)} "
    return any(f" {word} " in padded for word in holders) and not any(f" {word} " in padded for word in speakers)


def introductions(text: str, name: str) -> list[Introduction]:
    """Return how `text` introduces `name` at its first few mentions; a mention by surname alone counts as well."""
    found: list[Introduction] = []
    for start, end in _mentions(text, name):
        between = text[max(0, start - 2) : start] == ", " and text[end : end + 1] == ","
        if between and _NOUN_BEHIND.match(text, end):
            # In "18 were taken to the clinic, X, the head of ..., said" the first comma ends what X said.
            found += _words_behind(text, end)
        else:
            # In "its head, X, told ..." the second comma closes what stands before the name.
            found += [*_title_before(text, start), *([] if between else _words_behind(text, end))]
    return found


def _mentions(text: str, name: str) -> Iterable[tuple[int, int]]:
    wanted = [name] if name in text else [name.rsplit(maxsplit=1)[-1]]
    for words in wanted:
        at = text.find(words)
        for _look in range(_LOOKS):
            if at < 0:
                break
            yield at, at + len(words)
            at = text.find(words, at + len(words))


def _title_before(text: str, start: int) -> list[Introduction]:
    """Read "President X" and "its president, X"; "its" leads back to a body named earlier in the sentence."""
    sentence = _BREAK.split(text[max(0, start - _FAR_BEFORE) : start])[-1]
    window = sentence[-_BEFORE:].rstrip(" ,").rsplit(",", 1)[-1]
    words = fold(window)
    found = offices_in(words)
    if words and words[0] in _LEADS_BACK:
        return [Introduction(office=None, words=fold(sentence), before=False, wording=window.strip())]
    if not found or len(words) - found[-1][2] > _WORDS_BETWEEN:
        title = words[-_TITLE_WORDS:]
        return [Introduction(office=None, words=title, before=True, wording=window.strip())] if title else []
    return [_titled(window, words, found[-1])]


def _titled(window: str, words: tuple[str, ...], office: tuple[str, int, int]) -> Introduction:
    key, first, last = office
    # "Ruritanian police chief X", "police chief of Northport X"; what stands further off belongs to something else.
    before = words[max(0, first - _WORDS_NEAR) : first]
    places = places_beside(window, before + words[last:])
    return Introduction(
        office=key,
        words=places + words[first:last],
        before=True,
        wording=window.strip(),
        place=placed_with(places, words, office),
        holder=makes_holder(words[max(0, first - _WORDS_NEAR) :]),
    )


def _words_behind(text: str, end: int) -> list[Introduction]:
    match = _APPOSITION.match(text, end, end + _AFTER)
    if match is None:
        return []
    wording = next(part for part in match.groups() if part)
    words = fold(wording)
    found = offices_in(words)
    if not found:
        return [Introduction(office=None, words=words, before=False, wording=wording.strip())]
    key, first, last = found[0]
    place = placed_with(places_beside(wording, words[:first] + words[last:]), words, found[0])
    return [Introduction(office=key, words=words, before=False, wording=wording.strip(), place=place)]
