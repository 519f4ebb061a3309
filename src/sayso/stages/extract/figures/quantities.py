"""Numbers that measure something else: money, shares, durations, lengths, weights, ages, things."""

import re

from msgspec import Struct

from sayso.language.vocabulary import vocabulary
from sayso.stages.extract.figures.counted import Counted
from sayso.stages.extract.figures.lexicon import Lexicon, lexicon, singulars
from sayso.stages.extract.figures.line import Line

__all__ = ["Exclusion", "as_age", "as_other", "as_quantity", "as_run", "as_things"]

_OLDEST = 110
_DECIMAL = re.compile(r"\d+\.\d{1,2}")
_RUN = 3
_AT_REACH = 8
_ADULT = 10
_YEAR_DIGITS = 4
_AGE_REACH = 4
_NEVER_OTHER = frozenset(["year", "date", "hour", "age", "name", "place in a row", "no count", "score"])


class Exclusion(Struct, frozen=True):
    """`reason` in words; `soft` where an ellipsis may still make the number a count ("Eastmark 200"); its unit."""

    reason: str
    unit: str | None = None
    soft: bool = False

    @property
    def is_quantity(self) -> bool:
        """Say whether the number is still a quantity that a reader may want (measure "other")."""
        return self.reason not in _NEVER_OTHER


def _next(line: Line, at: int) -> int:
    """Return the index of the word after the number at `at`, over quotation marks and a hyphen."""
    i = at + 1
    while i < len(line.words) and (line.words[i].is_quote or line.low(i) in ("-", "‑", "–")):
        i += 1
    return i


def _unit_of(word: str, known: Lexicon) -> str | None:
    head = word.split("-", maxsplit=1)[0]
    return next((known.units[s] for s in singulars(head) if s in known.units), None)


def as_quantity(line: Line, at: int, counted: Counted, known: Lexicon) -> Exclusion | None:
    """Return what the number at word `at` measures by the sign before it or the unit after it; None for neither."""
    before, after = line.low(at - 1), line.low(_next(line, at))
    if before in known.money or before.rstrip(".") in known.money:
        return Exclusion("money", line.words[at - 1].text)
    per_cent = after == "per" and line.low(_next(line, at) + 1) == "cent"
    if before == "per":
        # "12 deaths per 100,000 people": a rate counts nobody.
        return Exclusion("share", f"per {line.words[at].text}")
    if after in known.fractions or per_cent or _is_chance(line, at):
        return Exclusion("share", "per cent" if per_cent else after)
    return _as_capacity(line, at) or _with_unit(line, at, counted, known) or _measurement(line, at, after)


def _as_capacity(line: Line, at: int) -> Exclusion | None:
    """Return that there is room for so many, which says of nobody that they are there."""
    first = line.bound_start(line.words[at].number)
    before = {line.low(first - 1), f"{line.low(first - 2)} {line.low(first - 1)}"}
    capacity = vocabulary("hedges", line.lang)["hypothetical"]["capacity"]
    return Exclusion("capacity", line.low(first - 1)) if not before.isdisjoint(capacity) else None


def _is_chance(line: Line, at: int) -> bool:
    """Say whether two numbers make a share: "1 in 3", "two out of five"."""
    ahead, back = (at + 1, at + 2), (at - 1, at - 2)
    if line.low(at + 1) == "out" and line.low(at + 2) == "of":
        ahead = (at + 1, at + 3)
    for join, other in (ahead, back):
        in_reach = 0 <= other < len(line.words) and line.words[other].number >= 0
        # "Killed 13 in 2014" is no share.
        year = len(line.low(max(at, other))) == _YEAR_DIGITS and line.low(max(at, other)).isdigit()
        if in_reach and not year and line.low(join) in ("in", "out"):
            return True
    return False


def _with_unit(line: Line, at: int, counted: Counted, known: Lexicon) -> Exclusion | None:
    follow = _next(line, at)
    after, then = line.low(follow), line.low(follow + 1)
    unit = _unit_of(after, known)
    if unit == "duration" and (
        "old" in after.split("-") or then == "old" or (then == "-" and line.low(follow + 2) == "old")
    ):
        return Exclusion("age")
    if unit == "duration" and then == "-":
        return Exclusion(unit, after)
    if _is_compound(line, at, counted):
        return Exclusion("compound", after or None)
    if line.low(at - 1) in ("within", "every"):
        return Exclusion("duration")
    return Exclusion(unit, after) if unit is not None and counted.kind != "person" else None


def _is_compound(line: Line, at: int, counted: Counted) -> bool:
    """Say whether a hyphen makes the number part of an adjective: "a 48-page report", "a two-thirds majority"."""
    if at + 2 >= len(line.words) or line.low(at + 1) not in ("-", "‑") or counted.noun == "strong":
        return False
    number, hyphen, word = line.words[at], line.words[at + 1], line.words[at + 2]
    bounded = line.bound_end(number.number) > at
    return not bounded and number.end == hyphen.start and hyphen.end == word.start and word.text[0].isalpha()


def _measurement(line: Line, at: int, after: str) -> Exclusion | None:
    number = line.numbers[line.words[at].number]
    whole = float(number.value).is_integer() and not _DECIMAL.fullmatch(line.words[at].text)
    return None if whole else Exclusion("measurement", after or None)


def as_things(line: Line, counted: Counted) -> Exclusion | None:
    """Return the things that are counted; None where the counted noun names no known thing."""
    if counted.kind != "thing":
        return None
    return Exclusion("things", line.text[line.words[counted.first].start : line.words[counted.last].end])


def as_run(line: Line, n: int) -> Exclusion | None:
    """Say that number `n` is one of a run of bare numbers: "aged 16, 17 and 18", "Anna, 16, Ben, 14"."""
    run = [k for k in range(max(0, n - _RUN + 1), min(len(line.numbers), n + _RUN)) if _is_bare(line, k)]
    beside = [k for k in run if abs(k - n) == 1 and _joined_to(line, min(k, n))]
    in_row = n > 0 and line.excluded[n - 1] == "age" and line.numbers[n].form == "words"
    if in_row and line.counted[n].kind in ("none", "unknown") and _after_name(line, n, in_row=True):
        return Exclusion("age")
    listed = n > 0 and line.excluded[n - 1] == "age" and n in run and _joined_to(line, n - 1)
    return Exclusion("age") if listed or (n in run and beside and len(run) >= _RUN) else None


def _is_bare(line: Line, k: int) -> bool:
    number, after = line.numbers[k], line.low(line.places[k] + 1)
    plain = number.form == "digits" and number.qualifier == "exact" and number.value <= _OLDEST
    return (
        plain
        and line.counted[k].kind in ("none", "unknown")
        and (not after[:1].isalnum() or after in ("and", "respectively"))
    )


def _joined_to(line: Line, k: int) -> bool:
    between = line.words[line.places[k] + 1 : line.places[k + 1]]
    return len(between) <= _RUN and all(w.is_mark or w.is_name or w.low in ("and", "or") for w in between)


def as_other(line: Line, n: int) -> Exclusion | None:
    """Return the noun that number `n` counts where no measure was found; None where it counts nothing named."""
    counted = line.counted[n]
    if counted.kind not in ("person", "unknown") or counted.last < counted.first:
        return None
    first = counted.first + (line.low(counted.first) == "of")
    unit = line.text[line.words[first].start : line.words[counted.last].end]
    return Exclusion("people of no measure" if counted.kind == "person" else "nothing that counts people", unit)


def _tells_age(line: Line, at: int, known: Lexicon) -> bool:
    """Say whether a word of age leads to the number: "aged 52", "in age from 33 to 61", "the ages of 19 and 47"."""
    i = at - 1
    if line.low(i) in ("and", "to") and at > 1 and line.words[at - 2].number >= 0:
        i -= 2
    while i > at - _AGE_REACH and line.low(i) in known.age["from"]:
        i -= 1
    return line.low(i) in known.age["before"]


def _between_brackets(line: Line, at: int) -> bool:
    """Say whether the number closes a note on somebody: "Vale (w/m, 46)", "(male, 46)"."""
    if line.low(at + 1) != ")" or line.low(at - 1) not in (",", "/"):
        return False
    first = next((i for i in range(at - 2, max(-1, at - 2 - _AGE_REACH), -1) if line.low(i) == "("), -1)
    return first > 0 and line.words[first - 1].is_name and all(line.words[i].number < 0 for i in range(first, at))


def _after_name(line: Line, n: int, *, in_row: bool = False) -> bool:
    """Say whether an age in words stands between the commas behind one person: "Ada Vale, three, was shot", "her son, six,"."""
    at = line.places[n]
    i = at - 2
    known = lexicon(line.lang).words
    if line.low(at - 1) != "," or line.low(at + 1) != "," or i < 0:
        return False
    if not line.words[i].is_name:
        single = line.low(i) in lexicon(line.lang).groups and not line.low(i).endswith("s")
        return single and line.low(i - 1) in known["owners"] and (in_row or line.low(at + 2) not in known["apposed"])
    while i >= 0 and line.words[i].is_name:
        i -= 1
    # "In Oldport, three, among them a boy, were hurt" counts; so does "three in Vale, two, all men, in Oldport".
    named = line.low(i) not in known["prepositions"] - {"with", "for", "by", "of", "who", "that"}
    return named and (in_row or line.low(at + 2) not in known["apposed"])


def as_age(line: Line, n: int, counted: Counted, known: Lexicon) -> Exclusion | None:
    """Say that number `n` is an age: "aged 52", "a girl of four", "Vale, 52,", "under 18"."""
    at, number = line.places[n], line.numbers[n]
    if number.value > _OLDEST or counted.kind == "person":
        return None
    before, after, empty = line.low(at - 1), line.low(at + 1), counted.kind in ("none", "unknown")
    told = _tells_age(line, at, known) or (before == "of" and line.low(at - 2) in known.age["of"] and empty)
    limits = known.age["limits"]
    compared = f"{line.low(at - 2)} {before}" in limits
    limited = (number.bound or "").lower() in limits and empty and after not in known.entries
    leads = line.low(line.bound_start(n) - 1)
    limited = limited and leads not in known.changes and leads in known.age["led_by"]
    if after == "'s" and before in known.age["decades"]:
        return Exclusion("age")
    if before == "," and line.low(at - 2) == "." and line.low(at - 3) in known.age["after_name"]:
        # "Aldo Vale Jr., 32, was shot": the short word belongs to the name.
        return Exclusion("age")
    described = at > 1 and (
        line.words[at - 2].is_name or line.low(at - 2) in known.groups.keys() - known.happened | {"victim"}
    )
    named = before in (",", "(") and described and after in known.age["follows"]
    plain = number.form == "digits" and number.qualifier == "exact"
    if _between_brackets(line, at) and plain and empty:
        return Exclusion("age")
    if number.form == "words" and number.qualifier == "exact" and empty and _after_name(line, n):
        return Exclusion("age")
    said = any(line.low(i) in known.words["telling"] | known.words["tally"] for i in range(max(0, at - _AT_REACH), at))
    told |= (
        plain
        and empty
        and (before in known.age["each"] or (before in known.age["be"] and line.low(at - 2) in known.age["whose"]))
    )
    # "The dead at 19 and the injured at 58": an adjective with an article is what is counted.
    said |= line.low(at - 3) == "the" and line.low(at - 2) in known.entries
    told |= before == "at" and counted.kind == "none" and plain and number.value >= _ADULT and not said
    return Exclusion("age") if told or compared or limited or (named and plain) else None
