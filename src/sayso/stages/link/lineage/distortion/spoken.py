"""What was changed within a quotation that was otherwise taken over word for word.

A typing error leaves most letters of a word (Damerau 1964), a cut only takes words away: neither changes what was
said. Another word in the place of one does, however few letters it has, and so does a "not" that comes or goes.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from sayso.language.vocabulary import vocabulary

__all__ = ["altered", "follows"]

_KEPT, _FEWEST = 0.6, 4
"""Share of the shorter wording that must be left, and words at least: else it is another sentence or a translation."""
_PASSAGE = 4
"""Words in one place; where more stand on either side, the one who quotes has cut or drawn sentences together."""
_SPELLING = 70.0
"""Likeness in letters from which two words are two spellings or forms of one."""
_STEM = 4
_SHORTEST = 3

# An editor's words in brackets stand for the speaker's own, and nobody takes them for his.
_WORD = re.compile(r"\[[^\]\n]{0,80}\]|[^\W_]+(?:'[^\W_]+)?")
_CONTRACTED = {"won't": ("will", "not"), "can't": ("can", "not"), "cannot": ("can", "not"), "shan't": ("shall", "not")}


class _Word(Struct, frozen=True, array_like=True):
    """A word in plain letters, and as it is written."""

    plain: str
    written: str


class _Place(Struct, frozen=True):
    """Words of both wordings that stand in one place; `inside`: both before and after it the wordings are the same."""

    here: Sequence[_Word]
    there: Sequence[_Word]
    inside: bool


def follows(copy: str, source: str) -> bool:
    """Say whether most words of the shorter wording stand in the other, in order."""
    return _follow([word.plain for word in _words(copy)], [word.plain for word in _words(source)])


def altered(copy: str, source: str, *, worded: bool = True) -> str | None:
    """Return in words what `copy` changed in the quotation `source`; None where it only cut, spelled or glossed.

    Where the report is not `worded` like its source it may be a translation, and only a "not" tells a change.
    """
    here, there = _words(copy), _words(source)
    if not _follow([word.plain for word in here], [word.plain for word in there]):
        return None
    kept = frozenset(word.plain for word in here) & frozenset(word.plain for word in there)
    for place in _places(here, there):
        told = _turned(place) or (_replaced(place, kept) if worded else None)
        if told:
            return told
    return None


def _follow(here: Sequence[str], there: Sequence[str]) -> bool:
    left = len(here) + len(there) - Levenshtein.distance(here, there, weights=(1, 1, 2))
    return left >= 2 * max(_FEWEST, _KEPT * min(len(here), len(there)))


def _words(text: str) -> list[_Word]:
    """Return the words, "n't" as "not" and other short forms without their tails."""
    found: list[_Word] = []
    for match in _WORD.finditer(text.replace("’", "'")):
        written = text[match.start() : match.end()]
        if not written.startswith("["):
            spread = unicodedata.normalize("NFKD", match[0].lower())
            plain = "".join(sign for sign in spread if not unicodedata.combining(sign))
            found += (_Word(part, written) for part in _parts(plain))
    return found


def _parts(word: str) -> tuple[str, ...]:
    if word in _CONTRACTED:
        return _CONTRACTED[word]
    if word.endswith("n't"):
        return (word.removesuffix("n't"), "not")
    return (word.split("'", maxsplit=1)[0],)


def _places(here: Sequence[_Word], there: Sequence[_Word]) -> Iterator[_Place]:
    """Yield the places between words that are the same."""
    steps = Levenshtein.opcodes([word.plain for word in here], [word.plain for word in there])
    a = b = 0
    for step in steps:
        if step.tag == "equal":
            if step.src_start > a or step.dest_start > b:
                yield _Place(here[a : step.src_start], there[b : step.dest_start], inside=a > 0 and b > 0)
            a, b = step.src_end, step.dest_end
    if a < len(here) or b < len(there):
        yield _Place(here[a:], there[b:], inside=False)


def _turned(place: _Place) -> str | None:
    """Say which denying word came or went; not where the other side denies in its own way ("failed to")."""
    if max(len(place.here), len(place.there)) > _PASSAGE or not (place.inside or (place.here and place.there)):
        return None
    mine, theirs = _denying(place.here), _denying(place.there)
    if bool(mine) == bool(theirs):
        return None
    plain = place.there if mine else place.here
    # One word for one word leaves what it belongs to as it was: "still waiting" is no "not waiting".
    alone = len(place.here) == len(place.there) == 1
    if not alone and any(_denies_quietly(word.plain) for word in plain):
        return None
    return f"“{mine[0].written}” was added to the quotation" if mine else f"“{theirs[0].written}” was lost"


def _replaced(place: _Place, kept: frozenset[str]) -> str | None:
    """Say which telling word stands for which; a word that only moved, or is spelled or joined anew, is none."""
    if not (0 < len(place.here) <= _PASSAGE and 0 < len(place.there) <= _PASSAGE) or _joined(place):
        return None
    mine, theirs = _telling(place.here, kept), _telling(place.there, kept)
    new = [word for word in mine if not any(_is_one(word.plain, old.plain) for old in theirs)]
    gone = [word for word in theirs if not any(_is_one(word.plain, one.plain) for one in mine)]
    return f"“{gone[0].written}” there, “{new[0].written}” here" if new and gone else None


def _joined(place: _Place) -> bool:
    here, there = ("".join(word.plain for word in side) for side in (place.here, place.there))
    return fuzz.ratio(here, there) >= _SPELLING


def _telling(words: Sequence[_Word], kept: frozenset[str]) -> list[_Word]:
    quiet = _binding() | _denials() | kept
    return [word for word in words if len(word.plain) >= _SHORTEST and word.plain.isalpha() and word.plain not in quiet]


def _is_one(one: str, other: str) -> bool:
    return one[:_STEM] == other[:_STEM] or fuzz.ratio(one, other) >= _SPELLING


def _denying(words: Sequence[_Word]) -> list[_Word]:
    return [word for k, word in enumerate(words) if word.plain in _denials() and not (k and words[k - 1].plain == "or")]


def _denies_quietly(word: str) -> bool:
    return word in _quiet() or word.startswith("un")


@cache
def _denials() -> frozenset[str]:
    return frozenset(vocabulary("copying")["negations"]) | frozenset(vocabulary("copying")["spoken_negations"])


@cache
def _quiet() -> frozenset[str]:
    return frozenset(vocabulary("copying")["quiet_negations"])


@cache
def _binding() -> frozenset[str]:
    return frozenset(vocabulary("copying")["binding"])
