"""Part or whole: additions to an earlier toll, and sub-groups of the people counted before."""

from functools import cache

from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Measure
from sayso.stages.extract.figures.lexicon import Lexicon, lexicon, singulars
from sayso.stages.extract.figures.line import Line

__all__ = ["detail_of", "is_addition", "is_included", "is_later_death", "is_more", "is_part", "is_whole"]

_DESCRIBED = 4
_CLAUSE = 8
_JOIN = 2


@cache
def _words(kind: str, part: str, lang: str) -> frozenset[str]:
    return frozenset(vocabulary("hedges", lang)[kind][part])


@cache
def _collective(lang: str) -> frozenset[str]:
    return frozenset(vocabulary("groups", lang)["collective"]["people"])


def is_addition(line: Line, n: int, lang: str = "en") -> bool:
    """Say whether number `n` comes on top of an earlier count: "another 12", "six more than at noon"."""
    at, first = line.places[n], line.bound_start(n)
    before = {
        line.low(first - 1),
        f"{line.low(first - 2)} {line.low(first - 1)}",
        line.low(at - 1),
        f"{line.low(at - 2)} {line.low(at - 1)}",
    }
    if before & _words("delta", "before", lang):
        return True
    if line.low(first - 1) == "by" and _changed(line, first, lang):
        return True
    after = " ".join(line.low(i) for i in range(at + 1, at + 5))
    return any(after.startswith(phrase) for phrase in sorted(_words("delta", "phrases", lang)))


def _changed(line: Line, first: int, lang: str) -> bool:
    """Say whether a verb of change stands before the "by" of number: "raise troop numbers in the north by 1,200"."""
    before = {line.low(i) for i in range(max(0, first - _CLAUSE - _DESCRIBED), first - 1)}
    return not before.isdisjoint(lexicon(lang).changes | _words("delta", "raise", lang))


def is_more(line: Line, n: int, lang: str = "en") -> bool:
    """Say whether "more" goes with number `n`, on top of a count of the same kind: "dozens more bodies"."""
    at = line.places[n]
    return (
        line.numbers[n].form != "zero"
        and line.low(at + 1) in _words("delta", "after", lang)
        and line.low(at + 2) != "than"
    )


def is_later_death(line: Line, n: int, lang: str = "en") -> bool:
    """Say whether those counted died after the others: "two people died of their burns on Thursday"."""
    first = line.places[n]
    after = " ".join(line.low(i) for i in range(first + 1, min(first + 1 + _CLAUSE, len(line.words))))
    return not line.points_back(n) and any(phrase in after for phrase in sorted(_words("later_death", "words", lang)))


def detail_of(line: Line, n: int, measure: Measure, known: Lexicon, *, part: bool) -> str | None:
    """Return what sets the people of number `n` apart: the country of a contingent, or the noun of a part ("women")."""
    counted = line.counted[n]
    if measure == "deployed":
        return _country_before(line, n, known)
    if not part:
        return None
    described = range(counted.last + 1, min(counted.last + 1 + _DESCRIBED, len(line.words)))
    nouns = [counted.noun] if counted.kind == "person" else [line.low(i) for i in described]
    return next((noun for noun in nouns if any(s in known.groups for s in singulars(noun))), None)


def _country_before(line: Line, n: int, known: Lexicon) -> str | None:
    """Return the nearest country before the number in its clause, or the people that it counts, as written."""
    counted, first = line.counted[n], line.bound_start(n)
    for i in range(counted.first, counted.last + 1):
        if line.words[i].is_name and line.low(i) in known.countries:
            return line.words[i].text
    for i in range(first - 1, max(-1, first - _CLAUSE), -1):
        if line.words[i].number >= 0 or line.low(i) in (";", "in", "to", "from"):
            return None
        if line.words[i].is_name and line.low(i) in known.countries:
            return line.words[i].text
    return None


def is_included(line: Line, n: int, lang: str = "en") -> bool:
    """Say whether "including" or "among them" leads to number `n`, or it spells out the count before it."""
    if n in line.members:
        return True
    first = line.bound_start(n)
    if line.low(first - 1) in ("were", "was", "are", "the"):
        first -= 1
    elif line.low(first - 1) == "of" and line.low(first - 2) in ("those", "bodies"):
        # "Eight bodies, including those of two boys".
        first -= 2
    elif line.low(first - 1) == "of" and line.low(first - 2) in _collective(lang):
        # "Including a whole family of six".
        first -= 2
        while line.low(first - 1) in ("a", "an", "one", "entire", "whole"):
            first -= 1
    lead = {line.low(first - 1), f"{line.low(first - 2)} {line.low(first - 1)}"}
    return bool(lead & _words("part", "lead", lang)) or _continues_list(line, n, lang)


def _continues_list(line: Line, n: int, lang: str) -> bool:
    """Say whether the number goes on with a list of parts: "including nine women and four children"."""
    if n == 0 or line.low(line.bound_start(n) - 1) not in ("and", ","):
        return False
    ends = max(line.counted[n - 1].last, line.places[n - 1])
    return line.bound_start(n) - ends <= _JOIN and is_included(line, n - 1, lang)


def is_whole(line: Line, n: int) -> bool:
    """Say whether number `n` is the whole that a part before it is taken of: "eleven of the 40", "how many of the 40"."""
    first = line.bound_start(n)
    first -= line.low(first - 1) in ("the", "all")
    if first < _JOIN or line.low(first - 1) != "of":
        return False
    if line.low(first - 2) in _collective(line.lang) and _is_owned(line, first - 2):
        return True
    return line.words[first - 2].number >= 0 or line.low(first - 2) in _words("part", "shares", line.lang)


def _is_owned(line: Line, i: int) -> bool:
    """Say whether the body at word `i` is what some are taken of: "five members of a family of nine"."""
    i -= 1
    while line.low(i) in ("a", "an", "one", "the", "same"):
        i -= 1
    return line.low(i) in ("of", "from") and (line.words[i - 1].number >= 0 or line.low(i - 1) in ("member", "members"))


def is_part(line: Line, n: int, lang: str = "en") -> bool:
    """Say whether number `n` counts some of those counted before: "two of them", "including some four sailors"."""
    if line.counted[n].kind == "pronoun" and not line.counted[n].others:
        return True
    after = " ".join(line.low(i) for i in range(line.places[n] + 1, line.places[n] + 4))
    of_them = any(after.startswith(f"of {pronoun}") for pronoun in sorted(_words("part", "pronouns", lang)))
    return of_them or is_included(line, n, lang)
