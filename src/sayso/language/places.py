"""Names of places in text: after words that put something somewhere, and in the list of countries and cities."""

import re
from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from sayso.language.alternation import either
from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span

__all__ = [
    "Place",
    "PlaceKind",
    "capital_of",
    "countries_of",
    "country_of",
    "find_places",
    "is_country",
    "known_place",
    "place_words",
]

PlaceKind = Literal["country", "people", "city", "name"]
"""country: a state by name. people: an adjective or its people ("French"). city: a city or province of the list.
name: no listed name, but a name after a word that leads to places."""

_NAME = r"(?:(?:[A-Z]\.){2,6}|[^\W\d_a-zß-öø-ÿ](?:[\w’'.-]{0,40}\w)?)"
_TOKEN = re.compile(rf"\b{_NAME}")
_LONGEST = 4


class Place(Struct, frozen=True, kw_only=True):
    """One mention: `span` holds the name without the word that leads to it, `led` the offset where that word begins.

    `country` is the ISO 3166 code of the country that it lies in, where the list tells. `lead` is the leading word
    in lower case, empty where the name stands without one.
    """

    span: Span
    name: str
    kind: PlaceKind
    country: str | None
    lead: str
    led: int


@cache
def _gazetteer(lang: str) -> Mapping[str, tuple[PlaceKind, str]]:
    found: dict[str, tuple[PlaceKind, str]] = {}
    kinds: tuple[PlaceKind, ...] = ("country", "people", "city")
    for code, row in vocabulary("countries", lang)["countries"].items():
        for kind, names in zip(kinds, row.split("|"), strict=True):
            for name in filter(None, map(str.strip, names.split(","))):
                found.setdefault(name.lower(), (kind, code))
        # A state that is a city too is listed once; the country comes first.
    return found


@cache
def _led(lang: str) -> re.Pattern[str]:
    """Return the pattern of a place after its leading word: directions, a run of names, a noun of place, a second name."""
    table = vocabulary("places", lang)
    directions, nouns = either(table["directions"]["words"]), either(table["nouns"]["words"])
    run = rf"{_NAME}(?:(?:[^\S\n](?:of[^\S\n]|de[^\S\n]|del[^\S\n]|la[^\S\n]|al-|el-|upon[^\S\n])?|[^\S\n](?=[A-Z])){_NAME}){{0,4}}"
    between = either(table["between"]["words"])
    place = rf"(?:(?i:{directions})[^\S\n])?{run}(?:(?:[^\S\n](?:{between}))?[^\S\n](?:{nouns})\b){{0,2}}"
    second = rf"(?:(?i:near)[^\S\n]|(?i:{directions})[^\S\n])?(?![A-Z]{{3,}}\b){_NAME}(?<!['’]s)(?=[.,;:)—\n-]|$|\s(?:{either(table['telling']['after'])})\b)"
    leads = either(table["before"]["words"])
    # "In the country's second city of X": the name is what comes last.
    word = rf"(?!(?:{leads})\b)[\w’'-]+[^\S\n]"
    of = rf"(?:(?:{word}){{0,4}}?(?:{either(table['general']['words'])})[^\S\n]of[^\S\n](?:the[^\S\n])?)?"
    general = rf"{of}(?:{_NAME}['’]s?[^\S\n](?={_NAME}))?"
    events = either(table["events"]["phrases"])
    return re.compile(
        rf"\b(?P<lead>(?i:{leads}|{events}))[^\S\n](?:the[^\S\n](?:(?:capital|city|town),?[^\S\n])?)?{general}(?P<place>{place}(?:,[^\S\n]{second})?)"
    )


@cache
def _never(lang: str) -> frozenset[str]:
    return frozenset(vocabulary("places", lang)["never"]["words"])


def country_of(name: str, lang: str = "en") -> str | None:
    """Return the ISO 3166 code of the country that a name is of or lies in, None where the list does not tell."""
    plain = name.lower().removesuffix("'s").removesuffix("’s")
    if plain in _gazetteer(lang):
        return _gazetteer(lang)[plain][1]
    parts = re.split(r",\s|\s", plain)
    if parts[-1] in vocabulary("places", lang)["nouns"]["ways"]:
        return None
    for part in reversed(parts):
        known = _gazetteer(lang).get(part)
        # A people's building or base stands anywhere; its border, coast or province does not.
        if known is not None and (
            known[0] != "people" or parts[-1] in vocabulary("places", lang)["nouns"]["of_people"]
        ):
            return known[1]
    return None


@cache
def _capitals(lang: str) -> Mapping[str, str]:
    rows = vocabulary("countries", lang)["countries"].items()
    first = ((row.split("|")[-1].split(",")[0].strip().lower(), code) for code, row in rows)
    return {city: code for city, code in first if city}


def capital_of(city: str, lang: str = "en") -> str | None:
    """Return the ISO 3166 code of the state whose capital a city is, by the whole name; None where it is none's."""
    return _capitals(lang).get(city.lower())


def known_place(name: str, lang: str = "en") -> tuple[PlaceKind, str] | None:
    """Return what the list has under the whole `name`: the kind of name and the ISO 3166 code of its country."""
    return _gazetteer(lang).get(name.lower())


def place_words(name: str, lang: str = "en") -> frozenset[str]:
    """Return the telling words of a name in lower case, without directions and nouns of place."""
    table = vocabulary("places", lang)
    idle = {*table["nouns"]["words"], *table["directions"]["words"], "the", "of", "near"}
    return frozenset(
        word for word in re.findall(r"[\w’'-]+", name.split(", ", maxsplit=1)[0].lower()) if word not in idle
    )


def countries_of(name: str, lang: str = "en") -> frozenset[str]:
    """Return the codes of all countries that hold a place of the name; empty where the list does not tell."""
    first = country_of(name, lang)
    if first is None:
        return frozenset()
    also = vocabulary("countries", lang)["also"]
    words = [name.lower(), *re.split(r",\s|\s", name.lower())]
    return frozenset({first, *(code for word in words for code in also.get(word, ()))})


def is_country(name: str, lang: str = "en") -> bool:
    """Say whether a name is that of a state."""
    known = _gazetteer(lang).get(name.lower())
    return known is not None and known[0] == "country"


def find_places(text: str, lang: str = "en", known: Collection[str] = ()) -> list[Place]:
    """Return the places named in `text`, in order, none overlapping.

    A name that the text puts something in counts without a leading word too, and so do those of `known`, names in
    lower case that other texts put something in.
    """
    led = list(_led_in(text, lang))
    named = {place.name.split(", ")[0].lower(): place.country for place in reversed(led) if place.kind == "name"}
    bare = _bare(text, {**{name: country_of(name, lang) for name in known}, **named}, lang)
    return _apart([*_hospitals(text, lang), *led, *bare])


# A text is looked through again when other texts of its batch have told more names; batches up to this size only once.
_KEPT = 512
_WORDS_KEPT = 20_000


@lru_cache(maxsize=_KEPT)
def _led_in(text: str, lang: str) -> tuple[Place, ...]:
    return tuple(_without_owners(text, _led_places(text, Span(0, len(text)), lang)))


@lru_cache(maxsize=_KEPT)
def _hospitals(text: str, lang: str) -> tuple[Place, ...]:
    if not _HOSPITAL_NOUN.search(text):
        return ()
    hits = _HOSPITAL.finditer(text)
    return tuple(_place(text, Span(*hit.span("name")), "", hit.start(), lang) for hit in hits)


def _without_owners(text: str, led: list[Place]) -> list[Place]:
    """Leave out unlisted names that only ever own something ("in Miller's account"): they are people."""
    free = {place.name for place in led if text[place.span.end : place.span.end + 1] not in {"'", "’"}}
    return [place for place in led if place.kind != "name" or place.name in free]


# "Green Hill Hospital in Riverton" stands for those whom it treats, with no word in front of it.
_HOSPITAL = re.compile(
    rf"(?P<name>(?!(?:At|In|The|From|A)\s)(?:{_NAME}\s){{1,4}}(?:Hospital|Infirmary|Clinic|Medical\s(?:Center|Centre))(?:\sin\s{_NAME}(?:\s{_NAME})?)?)"
)

_HOSPITAL_NOUN = re.compile(r"Hospital|Infirmary|Clinic|Medical")


def _apart(places: list[Place]) -> list[Place]:
    """Keep of places that overlap the one that begins first, and of those the longest."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda one: (one.span.start, -one.span.end, one.led)):
        if not kept or place.span.start >= kept[-1].span.end:
            kept.append(place)
    return kept


def _led_places(text: str, within: Span, lang: str) -> list[Place]:
    table = vocabulary("places", lang)
    weak = frozenset([*table["before"]["weak"], *table["events"]["weak"]])
    nouns = tuple(table["nouns"]["words"])
    found = []
    at = within.start
    while (match := _led(lang).search(text, at, within.end)) is not None:
        # The next search begins after the leading word, for a name may hold another ("in the village of X in Y").
        at = max(match.end("lead"), match.start("place"))
        span = _trimmed(text, match.start("place"), match.end("place"), lang)
        if span is None:
            continue
        at = span.end
        lead = " ".join(match["lead"].lower().split())
        place = _place(text, span, lead, match.start(), lang)
        if _is_no_place(place, weak, nouns, _STATE.match(text, span.end)):
            continue
        found.append(place)
    return found


def _is_no_place(place: Place, weak: frozenset[str], nouns: tuple[str, ...], after: re.Match[str] | None) -> bool:
    """Say whether a led name is rather an abbreviation, a people or some other thing."""
    if place.kind in {"country", "city"}:
        return False
    if place.name.lower().endswith(nouns):
        return False
    return place.lead in weak or place.name.isupper() or place.kind == "people" or bool(after)


# "The Caribbean country" is no place of its own.
_STATE = re.compile(r"\s(?:country|nation|kingdom|republic|state)\b")
_POSSESSIVE = re.compile(r"['’]s?\s")


def _trimmed(text: str, start: int, end: int, lang: str) -> Span | None:
    """Cut a name at its possessive and before a name of time; None where nothing remains."""
    owner = _POSSESSIVE.search(text, start, end)
    words = text[start:end]
    kept_names = ("Hospital", "hospital", "Cathedral", "Church", "School", "College")
    if owner and not any(name in words for name in kept_names):
        end = owner.start()
    elif words.endswith(("'s", "’s")):
        end -= 2
    for token in _TOKEN.finditer(text, start, end):
        if token.group().lower().rstrip(".") in _never(lang):
            end = min(end, token.start())
            break
    words = text[start:end]
    end = start + len(words.rstrip(" ,-"))
    tail = text[start:end].rsplit(None, 1)[-1:]
    # A run must not end in a joining word.
    if tail and tail[0].lower() in {"of", "de", "and", "la", "the"}:
        end = start + text[start:end].rindex(tail[0])
        end = start + len(text[start:end].rstrip(" ,"))
    second = text[start:end].rpartition(", ")
    known = _gazetteer(lang).get(second[2].lower())
    if second[0] and known is not None and known[0] == "people":
        end -= len(second[2]) + 2
    return Span(start, end) if _TOKEN.search(text, start, end) else None


def _place(text: str, span: Span, lead: str, led: int, lang: str) -> Place:
    name = span.of(text)
    known = _gazetteer(lang).get(name.lower())
    kind: PlaceKind = known[0] if known else "name"
    country = known[1] if known else country_of(name, lang)
    return Place(span=span, name=name, kind=kind, country=country, lead=lead, led=led)


@cache
def _first_words(lang: str) -> frozenset[str]:
    return frozenset(re.split(r"[ '’.]", name, maxsplit=1)[0] for name in _gazetteer(lang))


_FIRST = re.compile(r"[ '’.]")


@lru_cache(maxsize=_WORDS_KEPT)
def _first(word: str) -> str:
    return _FIRST.split(word.lower(), maxsplit=1)[0]


def _bare(text: str, named: Mapping[str, str | None], lang: str) -> list[Place]:
    """Return the names of the list and those of `named` wherever they stand, the longest first at each word."""
    firsts = _first_words(lang) | {_FIRST.split(name, maxsplit=1)[0] for name in named}
    tokens = list(_TOKEN.finditer(text))
    found: list[Place] = []
    for i, token in enumerate(tokens):
        if _first(token.group()) not in firsts:
            continue
        if found and token.start() < found[-1].span.end:
            continue
        place = _bare_at(text, tokens[i : i + _LONGEST], named, lang)
        if place is not None:
            found.append(place)
    return found


def _bare_at(text: str, tokens: list[re.Match[str]], named: Mapping[str, str | None], lang: str) -> Place | None:
    """Return the longest name that begins with the first of the tokens; None where none does."""
    start = tokens[0].start()
    for last in reversed(tokens):
        name = text[start : last.end()].removesuffix("'s").removesuffix("’s")
        known = _gazetteer(lang).get(name.lower())
        if known is None and name.lower() not in named:
            continue
        kind: PlaceKind = known[0] if known else "name"
        country = known[1] if known else named[name.lower()]
        return Place(span=Span(start, start + len(name)), name=name, kind=kind, country=country, lead="", led=start)
    return None
