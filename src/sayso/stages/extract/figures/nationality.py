"""Foreigners by what is said after their count: "four hostages – two Danes, a Swede and a Finn", "two from Norway"."""

from sayso.stages.extract.figures.home import Home
from sayso.stages.extract.figures.lexicon import Lexicon, singulars
from sayso.stages.extract.figures.line import Line

__all__ = ["are_foreign"]

_REACH = 14
_OPENS = frozenset([",", "–", "—", "-", "(", ":"])
# What is said of some of those counted is not said of all.
_PART = frozenset(["them", "whom", "including", "among"])
_FROM = frozenset(["each", "were", "are", "was", "came", "come", "all", "both"])


def are_foreign(line: Line, n: int, home: Home, known: Lexicon) -> bool:
    """Say whether the words after number `n` call its people nationals of other states alone."""
    i = max(line.counted[n].last, line.places[n]) + 1
    start = i
    if (
        line.counted[n].kind == "pronoun"
        and not line.counted[n].others
        and _country_at(line, i, home, known) == "foreign"
    ):
        # "Four of them Chinese".
        return True
    while line.low(i) in _FROM:
        i += 1
    if line.low(i) == "from":
        return _country_at(line, i + 1, home, known) == "foreign"
    if start != i or line.low(i) not in _OPENS:
        return False
    return _spelt_out(line, i + 1, home, known)


def _spelt_out(line: Line, first: int, home: Home, known: Lexicon) -> bool:
    """Say whether an aside from word `first` on holds peoples or countries of origin, and none that is at home."""
    found = False
    for i in range(first, min(first + _REACH, len(line.words))):
        low = line.low(i)
        if low in _PART:
            return False
        if low in known.words["finite"] or low in _OPENS - {",", "-"} or low in (")", ";", "."):
            break
        origin = _country_at(line, i, home, known)
        told = line.low(i - 1) == "from" or _is_people(line, i, known)
        if origin == "own" and told:
            return False
        found |= origin == "foreign" and told
    return found


def _is_people(line: Line, i: int, known: Lexicon) -> bool:
    """Say whether word `i` is a noun for nationals: "two Danes", "a Russian"."""
    before = line.words[i - 1]
    counted = before.number >= 0 or before.low in ("a", "an", "one", "all", "both")
    after = line.low(i + 1)
    closes = i + 1 >= len(line.words) or line.words[i + 1].is_mark or after in known.closing
    return counted and closes and any(s in known.countries for s in (*singulars(line.low(i)), line.low(i)))


def _country_at(line: Line, i: int, home: Home, known: Lexicon) -> str:
    if line.low(i) == "foreign":
        return "foreign"
    if i >= len(line.words) or not line.words[i].is_name:
        return ""
    pair = f"{line.low(i)} {line.low(i + 1)}"
    name = next((name for name in (pair, line.low(i), *singulars(line.low(i))) if name in known.countries), None)
    if name is None:
        return ""
    return "foreign" if home.is_foreign(name, known) else "own"
