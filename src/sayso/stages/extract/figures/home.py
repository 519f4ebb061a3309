"""Own or foreign: which country a report is about, so that "two Danish soldiers" can be told from the state's own."""

import re
from collections import Counter, defaultdict
from functools import cache

from msgspec import Struct

from sayso.language.alternation import either
from sayso.language.places import PlaceKind, known_place
from sayso.language.vocabulary import vocabulary
from sayso.stages.extract.figures.lexicon import Lexicon

__all__ = ["Home", "home_of"]

_NAME = re.compile(r"[A-Z][\w.’'-]*(?: (?=[A-Z]))?")
_BEFORE = 48
# Characters of a report's opening, which says where the event is.
_OPENING = 500
# A country that weighs nearly as much as the heaviest may be the scene as well as that one.
_SHARE = 0.6
# Where something is put says more of the scene than a name by the way, and that more than an adjective or a people.
_SCENE, _OWNER, _BY_THE_WAY, _ADJECTIVE, _PEOPLE = 3.0, 2.0, 1.5, 1.0, 0.25


class Home(Struct, frozen=True):
    """`countries` are those that may be the scene; the report speaks of foreign or joint forces, of protest.

    `first` is the likeliest of the countries.
    """

    countries: frozenset[str]
    allied: bool
    unrest: bool
    first: str | None = None

    def is_foreign(self, word: str, known: Lexicon) -> bool:
        """Say whether an adjective or a name in lower case makes people foreign here."""
        country = known.countries.get(word)
        return word in known.foreign or (country is not None and _code(country) not in self.countries)

    def is_sent(self, word: str, known: Lexicon) -> bool:
        """Say whether an adjective or a name in lower case makes forces foreign: they may name a scene of their own."""
        country = known.countries.get(word)
        return self.is_foreign(word, known) or (country is not None and _code(country) != self.first)


@cache
def _code(name: str) -> str:
    place = known_place(name)
    return place[1] if place is not None else name


def home_of(text: str, known: Lexicon, lang: str = "en") -> Home:
    """Weigh the countries that `text` names: as the place of something, by a city, an adjective or a people."""
    weights: defaultdict[str, float] = defaultdict(float)
    forces: Counter[str] = Counter()
    before: re.Match[str] | None = None
    for match in _NAME.finditer(text):
        pair = before.group() + _plain(match) if before is not None and before.end() == match.start() else ""
        place, start = known_place(pair) if " " in pair else None, match.start()
        if place is not None and before is not None:
            start = before.start()
        else:
            pair, place = _plain(match), _single(_plain(match), known)
        if place is not None:
            weights[place[1]] += _weight(text, start, match, place[0], pair.lower(), known, lang)
            forces[place[1]] += _forces(lang).match(text, match.end()) is not None
        before = match
    most = max(weights.values(), default=0.0)
    countries = frozenset(country for country, weight in weights.items() if weight > most * _SHARE)
    low = text.lower()
    allied = any(f"{word} " in low or f"{word}s " in low for word in sorted(known.allied))
    unrest = any(word in low for word in vocabulary("groups", lang)["unrest"]["words"])
    first = min(weights, key=lambda country: (-weights[country], country), default=None)
    allied = allied or _is_sent(text, countries, lang) or _abroad(forces, first)
    return Home(countries, allied, unrest, first)


def _single(name: str, known: Lexicon) -> tuple[PlaceKind, str] | None:
    """Return what one word names: a place of the list, or a country by another short name ("U.S.")."""
    listed = known_place(name)
    country = known.countries.get(name.lower()) if listed is None else None
    return listed if country is None else ("people", _code(country))


def _abroad(forces: Counter[str], first: str | None) -> bool:
    """Say whether most of the forces of whom the report speaks are those of another state than the scene."""
    most = [(state, count) for state, count in forces.most_common(2) if count]
    leads = len(most) == 1 or (len(most) > 1 and most[0][1] > most[1][1])
    return leads and most[0][0] != first


@cache
def _forces(lang: str) -> re.Pattern[str]:
    """Return the pattern of a noun for forces after an adjective: "Danish troops", "Danish special forces"."""
    nouns = either(vocabulary("groups", lang)["forces"]["nouns"])
    return re.compile(rf"\s?(?:[a-z]+ )?(?:{nouns})\b", re.IGNORECASE)


def _is_sent(text: str, home: frozenset[str], lang: str) -> bool:
    """Say whether another state leads or sends those in the field: "led by Norland", "Norland sends 200"."""
    for match in _sending(lang).finditer(text):
        place = known_place(match["led"] or match["sender"])
        if place is not None and place[0] == "country" and (match["led"] or place[1] not in home):
            return True
    return False


@cache
def _sending(lang: str) -> re.Pattern[str]:
    table = vocabulary("groups", lang)["scene"]
    return re.compile(
        rf"\b(?:{either(table['led'])})\s+(?:the )?(?P<led>[A-Z]\w+)|\b(?P<sender>[A-Z]\w+)\s+(?:{either(table['sends'])})\s+(?=\d)"
    )


def _plain(match: re.Match[str]) -> str:
    return match.group().rstrip().removesuffix("'s").removesuffix("’s").rstrip(".'’")


def _weight(
    text: str, start: int, match: re.Match[str], kind: PlaceKind, name: str, known: Lexicon, lang: str
) -> float:
    """Return how much one mention says of the scene; `name` is that from `start` to the end of `match`."""
    if kind == "people":
        return _PEOPLE if name in known.peoples and name.endswith("s") else _ADJECTIVE
    early = 2.0 if start < _OPENING else 1.0
    led = _leads(lang).search(text, max(0, start - _BEFORE), start)
    if led is not None:
        return 0.0 if led["away"] else early * _SCENE
    return early * (_OWNER if match.group().rstrip()[-2:] in ("'s", "’s") else _BY_THE_WAY)


@cache
def _leads(lang: str) -> re.Pattern[str]:
    """Return the pattern of the words that lead to the scene, or to where people come from or speak."""
    table = vocabulary("groups", lang)["scene"]
    between = either([*table["between"], *vocabulary("places", lang)["directions"]["words"]])
    return re.compile(
        rf"\b(?:(?P<away>{either(table['away'])})|(?:{either(table['leads'])}))\s+(?:(?:{between})\s+){{0,3}}\Z",
        re.IGNORECASE,
    )
