"""What a source's description says: a body, a person, or no more than "officials"; spelling set aside."""

import re
import unicodedata
from functools import cache

from msgspec import Struct

from sayso.language.places import country_of
from sayso.language.vocabulary import vocabulary

__all__ = ["Named", "fold", "offices_in", "read_name", "same_country", "skeleton"]

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")
# "The Ruritanian-led alliance" is the alliance.
_LED_BY = ("-led", "-backed", "-run", "-based")
_ARTICLES = frozenset({"a", "an", "the"})
_COUNTRY_STEM = 4
_LONGEST_PHRASE = 5
_MOST_NAME_WORDS = 5
# What is longer is no name but a clause.
_LONGEST_NAME = 8
# Letters that transliterations choose freely between; vowels go altogether.
_SOUNDS = (("zh", "j"), ("dzh", "j"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("ch", "c"), ("sch", "s"), ("sh", "s"))
_SAME_LETTERS = str.maketrans({"q": "k", "c": "k", "x": "ks", "w": "v", "z": "s", "g": "j"})
# "Ana Doe of the health ministry", "Ana Doe, police chief".
_NAME_OF_BODY = re.compile(r"([A-Z][^,\d]{3,50}?)(?:,| of| from| at)\s+(.+)")
_VOWELS = re.compile(r"[aeiouyh]")
_DOUBLED = re.compile(r"(.)\1+")


class Named(Struct, frozen=True, kw_only=True):
    """One description taken apart.

    `words` are its folded words without articles. `office` is the key of the body named, `rest` the words beside it
    (a country, a city, a person). `person` holds the words of a personal name. `vague` fits many sources.
    """

    text: str
    words: tuple[str, ...]
    office: str | None = None
    rest: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    vague: bool = False

    @property
    def key(self) -> str:
        """Return the folded description: equal keys are one source without any further reason."""
        return " ".join(self.words)


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    offices = vocabulary("offices")["offices"]
    return {tuple(phrase.split()): key for key, phrases in offices.items() for phrase in phrases}


@cache
def _list(table: str) -> frozenset[str]:
    return frozenset(vocabulary("offices")[table]["words"])


@cache
def _styled() -> dict[str, str]:
    """Return other words for the holder of a post ("the Ruritanian leader") with the post."""
    return {word: post for post, words in vocabulary("offices")["styled"].items() for word in words}


@cache
def fold(text: str) -> tuple[str, ...]:
    """Return the words of `text` in lower case, without accents, articles and possessive endings."""
    bare = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", text))
    plain = "".join(letter for letter in bare if not unicodedata.combining(letter)).lower()
    words = (word for word in _WORD.findall(plain) if word not in _ARTICLES)
    return tuple(word for word in words if not word.endswith(_LED_BY))


@cache
def skeleton(word: str) -> str:
    """Return the consonants of a folded name word as they sound: "dmitry" and "dmitri" give the same."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    bones = _VOWELS.sub("", word.replace("-", "").translate(_SAME_LETTERS))
    return _DOUBLED.sub(r"\1", word[:1].translate(_SAME_LETTERS) + (bones[1:] if word[:1] not in "aeiouyh" else bones))


def offices_in(words: tuple[str, ...]) -> list[tuple[str, int, int]]:
    """Return the bodies named in folded `words` with the first and last (exclusive) word of each, longest first."""
    phrases, found, i = _phrases(), [], 0
    while i < len(words):
        for size in range(min(_LONGEST_PHRASE, len(words) - i), 0, -1):
            key = phrases.get(words[i : i + size])
            if key is not None:
                found.append((key, i, i + size))
                i += size - 1
                break
        i += 1
    return found


@cache
def read_name(text: str) -> Named:
    """Take one description apart; of several bodies in it the first counts ("police chief at the ministry")."""
    words = fold(text)
    split = _NAME_OF_BODY.match(text)
    if split is not None:
        person, body = _person(split.group(1)), offices_in(fold(split.group(2)))
        if person and body:
            key, start, end = body[0]
            beside = fold(split.group(2))
            rest = _places(split.group(2), beside[:start] + beside[end:])
            return Named(text=split.group(1), words=fold(split.group(1)), office=key, rest=rest, person=person)
    found = offices_in(words)
    if words and all(country_of(word) is not None for word in words):
        return Named(text=text, words=words, vague=True)  # a state speaks through any of its officials
    person = _person(text) if not found or _holds_name(text, found, words) else ()
    if not found and len(words) > 1 and words[-1] in _styled():
        return Named(text=text, words=words, office=_styled()[words[-1]], rest=words[:-1])
    if not found:
        vague = bool(words) and not person and (_is_vague(words) or len(words) > _LONGEST_NAME)
        return Named(text=text, words=words, rest=() if vague else words, person=person, vague=vague)
    key, start, end = found[0]
    beside = words[:start] + words[end:]
    return Named(text=text, words=words, office=key, rest=_places(text, beside), person=person)


def _places(text: str, beside: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words beside a body that can be a place or country: those written with a capital."""
    capitals = {word for part in _WORD.findall(text) if part[:1].isupper() for word in fold(part)}
    return tuple(word for word in beside if word in capitals and word not in _list("plain"))


def _is_vague(words: tuple[str, ...]) -> bool:
    """Say whether the description ends on a word that fits many sources ("Ruritanian authorities", "state media")."""
    vague = _list("vague")
    head = words[: words.index("of")] if "of" in words[1:] else words
    head = head[: head.index("in")] if "in" in head[1:] else head
    return " ".join(words) in vague or " ".join(head) in vague or head[-1] in vague


def _holds_name(text: str, found: list[tuple[str, int, int]], words: tuple[str, ...]) -> bool:
    """Say whether a person's name follows a post ("President Ana Doe"), and not the reverse ("Doe's office")."""
    _key, start, end = found[0]
    return end < len(words) and start == 0 and len(found) == 1 and not _POSSESSIVE.search(text)


def _person(text: str) -> tuple[str, ...]:
    """Return the folded words of a personal name: two to five capitalised words, titles and posts set aside."""
    raw = text.replace(",", " ").split()
    titles = _list("titles")
    while raw and raw[0].lower().rstrip(".") in titles | _ARTICLES:
        raw = raw[1:]
    if not raw or len(raw) > _MOST_NAME_WORDS or _POSSESSIVE.search(text):
        return ()
    named = [word for word in raw if word.lower() not in _list("particles")]
    if not named or not all(word[0].isupper() and not word.isupper() for word in named):
        return ()
    folded = fold(" ".join(raw))
    known = _list("plain") | _list("vague")
    return () if any(word in known for word in folded) else folded


@cache
def _irregular() -> dict[str, int]:
    pairs = vocabulary("offices")["demonyms"]["pairs"]
    return {word: i for i, pair in enumerate(pairs) for word in pair}


def same_country(a: str, b: str) -> bool:
    """Say whether two folded words can mean one country or place: "french" and "france", "polish" and "poland"."""
    if a == b:
        return True
    odd = _irregular()
    if a in odd or b in odd:
        return odd.get(a, -1) == odd.get(b, -2)
    return min(len(a), len(b)) >= _COUNTRY_STEM and a[:_COUNTRY_STEM] == b[:_COUNTRY_STEM]
