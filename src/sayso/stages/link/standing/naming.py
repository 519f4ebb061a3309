"""What a source's description says: a body, a person, or no more than "officials"; spelling set aside."""

import re
import unicodedata
from functools import cache

from msgspec import Struct

from sayso.language.alternation import either
from sayso.language.names import is_role
from sayso.language.places import country_of, known_place
from sayso.language.vocabulary import vocabulary
from sayso.stages.link.standing.kinds import kind_of
from sayso.stages.link.standing.placed import NOWHERE, Placed, placed

__all__ = ["Named", "fold", "offices_in", "placed_with", "places_beside", "read_name", "seat_of", "skeleton"]

_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")
# "The Ruritanian-led alliance" is the alliance.
_LED_BY = ("-led", "-backed", "-run", "-based")
_ARTICLES = frozenset({"a", "an", "the"})
_LONGEST_PHRASE = 5
_MOST_NAME_WORDS = 5
# What is longer is no name but a clause.
_LONGEST_NAME = 8
# Letters that transliterations choose freely between; vowels go altogether.
_SOUNDS = (("zh", "j"), ("dzh", "j"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("ch", "c"), ("sch", "s"), ("sh", "s"))
_SAME_LETTERS = str.maketrans({"q": "k", "c": "k", "x": "ks", "w": "v", "z": "s", "g": "j"})
# "Ana Doe of the health ministry", "Ana Doe, police chief".
_NAME_OF_BODY = re.compile(r"([A-Z][^,\d]{3,50}?)(?:,| of| from| at)\s+(.+)")
# "The Harbour Safety Board (HSB)".
_ACRONYM = re.compile(r"\s\([A-Z][A-Z.]{1,8}\)")
_VOWELS = re.compile(r"[aeiouyh]")
_DOUBLED = re.compile(r"(.)\1+")


class Named(Struct, frozen=True, kw_only=True):
    """One description taken apart.

    `words` are its folded words without articles. `office` is the key of the body named, `rest` the words beside it
    (a country, a city, a person), `place` what they tell of where it is. `person` holds the words of a personal name,
    `role` the common noun before it ("doctor Ana Doe"). `vague` fits many sources.
    """

    text: str
    words: tuple[str, ...]
    office: str | None = None
    rest: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    role: str | None = None
    vague: bool = False
    place: Placed = NOWHERE

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
def _seats() -> dict[str, str]:
    return dict(vocabulary("offices")["seats"].items())


def seat_of(words: tuple[str, ...], office: tuple[str, int, int]) -> str | None:
    """Return the state to which the very name of a body found in `words` belongs ("Kremlin")."""
    return _seats().get(" ".join(words[office[1] : office[2]]))


@cache
def _carriers() -> dict[str, tuple[str, ...]]:
    return {name: tuple(key.split()) for key, names in vocabulary("offices")["carriers"].items() for name in names}


@cache
def _agency_words() -> re.Pattern[str]:
    """Return the pattern of what an agency's name carries besides: "the AFP news agency" is AFP."""
    table = vocabulary("offices")["agency_words"]
    return re.compile(rf" (?:{either(table['behind'])})$|^(?:{either(table['before'])}) ")


def placed_with(beside: tuple[str, ...], words: tuple[str, ...], office: tuple[str, int, int]) -> Placed:
    """Return where a body found in `words` is, by its own name and by the words `beside` it."""
    table = vocabulary("offices")["national"]
    national = office[0] in table["offices"] and set(words[office[1] : office[2]]).isdisjoint(table["not_alone"])
    return placed(beside, seat_of(words, office), national=national)


@cache
def read_name(text: str) -> Named:
    """Take one description apart; of several bodies in it the first counts ("police chief at the ministry")."""
    words = fold(_ACRONYM.sub("", text))
    carrier = _carriers().get(_agency_words().sub("", " ".join(words)))
    if carrier is not None:
        return Named(text=text, words=carrier, rest=carrier)
    split = _NAME_OF_BODY.match(text)
    if split is not None and not offices_in(fold(split.group(1))):
        person, body = _person(split.group(1)), offices_in(fold(split.group(2)))
        if person and body:
            beside = fold(split.group(2))
            rest = places_beside(split.group(2), beside[: body[0][1]] + beside[body[0][2] :])
            place = placed_with(rest, beside, body[0])
            name, words = split.group(1), fold(split.group(1))
            return Named(text=name, words=words, office=body[0][0], rest=rest, person=person, place=place)
    found = offices_in(words)
    if words and all(country_of(word) is not None for word in words):
        return Named(text=text, words=words, vague=True)  # a state speaks through any of its officials
    if not found and len(words) > 1 and words[-1] in _styled():
        post = _styled()[words[-1]]
        return Named(text=text, words=words, office=post, rest=words[:-1], place=placed(words[:-1]))
    several = _is_several(words, found)
    if not found or several:
        role, person = (None, _person(text)) if several else _called(text)
        # What two bodies are named for together, either may have said: it stands for no third origin.
        vague = bool(words) and not person and (several or _is_vague(words) or len(words) > _LONGEST_NAME)
        return Named(text=text, words=words, rest=() if vague else words, person=person, role=role, vague=vague)
    return _body(text, words, found[0])


def _is_several(words: tuple[str, ...], found: list[tuple[str, int, int]]) -> bool:
    """Say whether a description is of a body and another, or more ("police and local media"): it is none of them."""
    ends = found[0][2] if found else len(words)
    if "and" not in words[ends:]:
        return False
    rest = words[ends + words[ends:].index("and") + 1 :]
    return bool(rest) and (bool(offices_in(rest)) or rest[-1] in _list("vague"))


def _body(text: str, words: tuple[str, ...], office: tuple[str, int, int]) -> Named:
    key, start, end = office
    person = _person_behind(text)
    beside = tuple(word for word in words[:start] + words[end:] if word not in person)
    rest = places_beside(text, beside)
    rest = tuple(word for word in rest if word not in _list("titles")) if person else rest
    place = placed_with(rest, words, office)
    return Named(text=text, words=words, office=key, rest=rest, person=person, place=place)


def places_beside(text: str, beside: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words beside a body that can set it apart: capitalised ones, and those of its level or of one within ("state")."""
    capitals = {word for part in _WORD.findall(text) if part[:1].isupper() for word in fold(part)}
    return tuple(
        word
        for word in beside
        if word in _list("levels") | _list("insiders") or (word in capitals and word not in _list("plain"))
    )


def _is_vague(words: tuple[str, ...]) -> bool:
    """Say whether the description ends on a word that fits many sources ("Ruritanian authorities", "state media")."""
    vague = _list("vague")
    head = words[: words.index("of")] if "of" in words[1:] else words
    head = head[: head.index("in")] if "in" in head[1:] else head
    loose = vague | _list("loose")
    if head[-1] in _list("speakers") and head[0] not in loose and known_place(head[0]) is None and len(head) > 1:
        return False  # it speaks for a body, known or not
    return " ".join(words) in vague or " ".join(head) in vague or head[-1] in vague


def _person_behind(text: str) -> tuple[str, ...]:
    """Return the personal name behind the last title of a description ("Ruritanian Police Chief Ana Doe")."""
    raw = text.replace(",", " ").split()
    titles = _list("titles") | _list("holders") | _list("speakers")
    last = max((i for i, word in enumerate(raw) if word.lower().rstrip(".") in titles), default=len(raw))
    tail = raw[last + 1 :]
    posts = {word for _key, start, end in offices_in(fold(text)) for word in fold(text)[start:end]}
    while len(tail) > 1 and tail[0] == "of" and tail[1].lower() in posts:
        tail = tail[2:]  # "head of state X"
    if tail and tail[0] == "of":
        tail = tail[1:]
        while tail and known_place(tail[0]):
            tail = tail[1:]
    name = " ".join(tail)
    return () if not name or offices_in(fold(name)) or known_place(name) else _person(name)


def _called(text: str) -> tuple[str | None, tuple[str, ...]]:
    """Return a personal name, and the common noun to which it is the apposition ("shop owner Ana Doe").

    The noun in small letters is no part of the name; what is named after it must not be a body or a place.
    """
    plain = _person(text)
    raw = text.split()
    last = max((i for i, word in enumerate(raw) if word.islower() and is_role(word)), default=len(raw))
    name = " ".join(raw[last + 1 :])
    folded = fold(name)
    if plain or not folded or offices_in(folded) or known_place(name) or kind_of([folded]) is not None:
        return None, plain
    person = () if " ".join(folded) in _carriers() else _person(name)
    return (raw[last], person) if person else (None, ())


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
