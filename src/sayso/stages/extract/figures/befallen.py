"""Nouns that say by themselves what befell people, and where they do not: "four victims", "two survivors told"."""

from sayso.stages.extract.figures.lexicon import Entry, lexicon
from sayso.stages.extract.figures.line import Line
from sayso.stages.extract.figures.parts import is_whole
from sayso.stages.extract.figures.triggers import Trigger

__all__ = ["gives_way", "says_nothing"]

# A noun as doubtful as this ("victims") is one of death only where nothing else is said of its people.
_DOUBTFUL = 1.0
_CLAUSE = 12
_HELPED = 3


def says_nothing(line: Line, n: int, entry: Entry, *, inside: bool) -> bool:
    """Say whether a noun of measure next to number `n` does not tell what befell those counted.

    `inside`: the noun stands in the counted phrase itself.
    """
    if entry.role != "noun" or line.low(line.bound_start(n) - 1) in lexicon(line.lang).words["numbering"]:
        return False
    if entry.measure == "rescued":
        return _speaks(line, n)
    return entry.cost > _DOUBTFUL and not (inside and _may_be_dead(line, n))


def gives_way(line: Line, n: int, trigger: Trigger) -> bool:
    """Say whether a measure word only describes those of whom the clause tells more.

    "The 40 injured were taken to hospital" tells of treatment, "six divers sent to find them have died" of death.
    """
    counted, entry = line.counted[n], trigger.entry
    if entry.measure == "injured" and counted.kind in ("none", "person"):
        bare = trigger.first == line.places[n] + 1 and counted.last <= trigger.last
        return bare and any(_is_told(line, trigger, later, ("hospitalised",)) for later in line.triggers)
    if entry.measure == "missing" and entry.role == "object":
        return _are_given_up(line, trigger)
    if entry.measure != "deployed":
        return False
    if line.low(line.bound_start(n) - 1) == "of" and line.low(line.bound_start(n) - 2) in (
        "names",
        "list",
        "photographs",
    ):
        return True
    harm = ("killed", "injured", "missing")
    return trigger.first == counted.last + 1 and any(_is_told(line, trigger, later, harm) for later in line.triggers)


def _are_given_up(line: Line, trigger: Trigger) -> bool:
    """Say whether those buried or trapped are taken for dead in one breath: "are trapped and presumed dead"."""
    i = trigger.last + 1
    joined = line.low(i) in ("and", ",")
    i += joined + (line.low(i + 1) in lexicon(line.lang).words["be"])
    return joined and line.low(i) in ("feared", "presumed", "believed", "thought") and line.low(i + 1) == "dead"


def _is_told(line: Line, trigger: Trigger, later: Trigger, measures: tuple[str, ...]) -> bool:
    """Say whether `later` is what a finite verb behind `trigger` tells."""
    if later.entry.measure not in measures or not 0 < later.first - trigger.last <= _CLAUSE + _CLAUSE:
        return False
    known = lexicon(line.lang).words
    first = trigger.last + 1 if later.entry.role == "state" else max(trigger.last + 1, later.first - _HELPED)
    return any(line.low(i) in known["be"] or line.low(i) in known["have"] for i in range(first, later.first))


def _speaks(line: Line, n: int) -> bool:
    """Say whether those counted are witnesses: "two survivors told the court"."""
    after = max(line.counted[n].last, line.places[n]) + 1
    return line.low(after) in lexicon(line.lang).words["witnessing"]


def _may_be_dead(line: Line, n: int) -> bool:
    """Say whether "12 victims" may be dead: not where they point back, are a whole, live on or do something."""
    counted, known = line.counted[n], lexicon(line.lang)
    after = counted.last + 1
    acting = line.tag(after) in ("VBD", "VBP", "VBZ") and line.low(after) not in known.words["finite"]
    acting = acting and not line.low(after).endswith("ed")
    harmed = any(line.low(i) in known.words["harmed"] for i in range(counted.first, counted.last))
    pointing = harmed or counted.others or _is_definite(line, n) or is_whole(line, n)
    return not (pointing or acting or _speaks(line, n) or _lives(line, after))


def _lives(line: Line, after: int) -> bool:
    """Say whether the clause from word `after` on tells of people under treatment or out of it."""
    alive = lexicon(line.lang).words["alive"]
    for i in range(after, min(after + _CLAUSE, len(line.words))):
        if line.words[i].is_mark and not line.words[i].is_quote:
            return False
        if line.low(i) in alive:
            return True
    return False


def _is_definite(line: Line, n: int) -> bool:
    """Say whether the count points back to people named before: "the four victims", "three of his victims"."""
    after = [line.low(i) for i in range(line.places[n] + 1, line.places[n] + 3)]
    before = line.low(line.bound_start(n) - 1)
    owned = lexicon(line.lang).words["owners"]
    return (
        line.points_back(n)
        or before in owned
        or (after[0] == "of" and (after[1] in ("the", "those") or after[1] in owned))
    )
