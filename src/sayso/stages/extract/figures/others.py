"""Who "N others" are: the people of the clause beside which they are told of, unless they stand in one row with them."""

from sayso.model.claim import Group
from sayso.stages.extract.figures.counted import person_at
from sayso.stages.extract.figures.lexicon import Lexicon, lexicon
from sayso.stages.extract.figures.line import Line

__all__ = ["beside", "heads"]

_PHRASE = 4
_HELPED = 3
_TOGETHER = frozenset(["with", "along", "together"])
_SELF = frozenset(["himself", "herself", "itself", "themselves"])


def beside(line: Line, n: int, counted_before: Group | None, known: Lexicon) -> tuple[Group, str] | None:
    """Return the group of the people told of before "N others" in their sentence; None where nobody is.

    "Two rangers died and six others were hurt": rangers too. "A ranger and six others died": anybody.
    `counted_before` is the group of the count before in this sentence, where there is one.
    """
    first = line.bound_start(n)
    for i in range(first - 1, _floor(line, first), -1):
        if line.low(i) in _SELF:
            return "people", "others in one row"
        person = None if line.words[i].number >= 0 else person_at(line.words, i, known)
        if (
            person is None
            or person[1] in known.happened
            or not _is_counted(line, person[0])
            or not heads(line, i, known)
        ):
            continue
        if _is_row(line, i + 1, first):
            return "people", "others in one row"
        numbered = any(line.words[k].number >= 0 for k in range(max(0, i - _PHRASE), i))
        group = counted_before if numbered and counted_before is not None else known.groups[person[1]]
        return group, "people beside the others"
    return None


def _is_row(line: Line, after: int, first: int) -> bool:
    """Say whether only joins stand between the two; ", with nine others hurt" is a clause beside the first."""
    lows, loose = [line.low(k) for k in range(after, first)], lexicon(line.lang).words["loose"]
    return all(low in loose or low in _TOGETHER for low in lows) and lows not in ([",", "with"], ["with"])


def _floor(line: Line, first: int) -> int:
    """Return the word behind which those beside stand: the first verb of harm, where others suffer it as its object."""
    verbs = [t for t in line.triggers if t.entry.role == "object" and t.last < first]
    active = [t.last for t in verbs if not _is_passive(line, t.first)]
    return active[0] if active else -1


def _is_passive(line: Line, verb: int) -> bool:
    helped = any(line.low(i) in lexicon(line.lang).words["be"] for i in range(max(0, verb - _HELPED), verb))
    return helped or line.low(verb + 1) in ("and", ",", "by", "in", "")


def heads(line: Line, i: int, known: Lexicon) -> bool:
    """Say whether the noun at word `i` heads its phrase, and describes no other: "a rebel raid"."""
    if (
        i + 1 >= len(line.words)
        or line.words[i + 1].is_mark
        or line.low(i + 1) in known.closing
        or line.low(i + 1) in known.words["finite"]
    ):
        return True
    # "Workers injured", but "minor wounds".
    return any(trigger.first == i + 1 and trigger.entry.shape in ("past", "ing") for trigger in line.triggers)


def _is_counted(line: Line, start: int) -> bool:
    """Say whether an article or a number leads to the noun that starts at word `start`, and no "by" before it."""
    for i in range(start - 1, max(-1, start - _PHRASE - 1), -1):
        if line.words[i].number >= 0 or line.low(i) in ("a", "an", "one"):
            lead = line.bound_start(line.words[i].number) if line.words[i].number >= 0 else i
            return line.low(lead - 1) != "by"
        if line.words[i].is_mark:
            return False
    return False
