"""Own or foreign: which country a report is about, so that "two Danish soldiers" can be told from the state's own."""

import re
from collections import Counter

from msgspec import Struct

from sayso.stages.extract.figures.lexicon import Lexicon

__all__ = ["Home", "home_of"]

_NAME = re.compile(r"[A-Z][\w.’'-]*")
# "A bloc led by Eastmark" sends forces of more than one country.
_LED = re.compile(r"\bled by (?:the )?([A-Z][\w.]*)")
# A country that is named half as often as the most frequent may be the scene as well as that one.
_SHARE = 0.5


class Home(Struct, frozen=True):
    """`countries` are those that may be the scene; `allied` tells that the report speaks of foreign or joint forces."""

    countries: frozenset[str]
    allied: bool

    def is_foreign(self, word: str, known: Lexicon) -> bool:
        """Say whether an adjective or a name in lower case makes people foreign here."""
        country = known.countries.get(word)
        return word in known.foreign or (country is not None and country not in self.countries)


def home_of(text: str, known: Lexicon) -> Home:
    """Count the countries that `text` names, as nouns and adjectives."""
    named: Counter[str] = Counter()
    for match in _NAME.finditer(text):
        word = match.group().lower().removesuffix("'s").removesuffix("’s").rstrip(".'’")
        if word in known.countries:
            named[known.countries[word]] += 1
    most = max(named.values(), default=0)
    countries = frozenset(country for country, count in named.items() if count > most * _SHARE)
    low = text.lower()
    joint = any(f"{word} " in low or f"{word}s " in low for word in sorted(known.allied))
    return Home(countries, joint or any(hit[1].lower().rstrip(".") in known.countries for hit in _LED.finditer(text)))
