"""Measure words that tell of somebody else in the sentence: of another noun, of a part, of those around."""

from sayso.stages.extract.figures.counted import person_at
from sayso.stages.extract.figures.lexicon import Lexicon, lexicon
from sayso.stages.extract.figures.line import Line
from sayso.stages.extract.figures.parts import is_included
from sayso.stages.extract.figures.triggers import Trigger

__all__ = ["tells_of_another"]


def tells_of_another(line: Line, n: int, trigger: Trigger) -> bool:
    """Say whether the measure word belongs to others than the people that number `n` counts."""
    known = lexicon(line.lang)
    return (
        _describes_one(line, n, trigger, known)
        or _tells_of_part(line, n, trigger, known)
        or _are_neighbours(line, n, trigger, known)
        or _turns_on_oneself(line, n, trigger, known)
        or _is_aimed_at(line, n, trigger)
        or _has_its_subject(line, n, trigger, known)
        or _is_negated(line, n, trigger, known)
        or _has_its_object(line, n, trigger, known)
        or _is_quoted(line, n, trigger, known)
    )


def _describes_one(line: Line, n: int, trigger: Trigger, known: Lexicon) -> bool:
    """Say whether it describes one person named outside the count: "the slain porter had two sons"."""
    first, noun = trigger.first, trigger.last + 1
    describing = trigger.entry.shape == "past" or line.low(first) in known.words["adjectives"]
    if not describing or not line.low(first - 1) or line.low(first - 1) not in known.words["articles"]:
        return False
    low = line.low(noun)
    single = noun < len(line.words) and not low.endswith("s") and low not in known.plurals
    counted = line.places[n] < first <= line.counted[n].last
    return single and not counted and person_at(line.words, noun, known) is not None


def _tells_of_part(line: Line, n: int, trigger: Trigger, known: Lexicon) -> bool:
    """Say whether it stands in a clause of a part: "eight people, including two who died, were hurt"."""
    part = n + 1
    if part >= len(line.numbers) or trigger.first < line.places[part] or not is_included(line, part, line.lang):
        return False
    after = max(line.counted[part].last, line.places[part]) + 1
    within = all(line.low(i) != "," for i in range(after, trigger.first))
    return within and line.low(after) in known.words["relatives"]


def _are_neighbours(line: Line, n: int, trigger: Trigger, known: Lexicon) -> bool:
    """Say whether the count only tells of those around: "a father of three", "in front of several people", "a town of 900"."""
    first, after = line.bound_start(n), max(line.counted[n].last, line.places[n]) + 1
    whose = line.low(first - 2) if line.low(first - 1) == "of" else ""
    if whose in known.words["kin_of"]:
        return True
    if f"{line.low(first - 2)} {line.low(first - 1)}" in known.words["homes"]:
        return not line.places[n] < trigger.first < after
    if line.low(first - 1) == "where" and line.low(after) in known.words["dwelling"]:
        return True
    if whose not in known.words["settlements"]:
        return False
    return trigger.first < after or any(line.low(i) not in known.words["helpers"] for i in range(after, trigger.first))


def _turns_on_oneself(line: Line, n: int, trigger: Trigger, known: Lexicon) -> bool:
    """Say whether one doer is its own object: "shot two guards before killing himself"."""
    doing = trigger.entry.role == "object" and trigger.entry.shape in ("ing", "base")
    return doing and trigger.first > line.places[n] and line.low(trigger.last + 1) in known.words["oneself"]


def _is_aimed_at(line: Line, n: int, trigger: Trigger) -> bool:
    """Say whether the people stand behind what attackers do: "a man opened fire on 24 guests"."""
    return trigger.entry.role == "subject" and trigger.entry.group == "attackers" and trigger.last < line.places[n]


def _is_negated(line: Line, n: int, trigger: Trigger, known: Lexicon) -> bool:
    """Say whether it is denied of the people before it: "three others were not hurt"."""
    participle = trigger.entry.role == "object" and trigger.entry.shape == "past"
    return participle and trigger.first > line.places[n] and line.low(trigger.first - 1) in known.words["negations"]


def _has_its_object(line: Line, n: int, trigger: Trigger, known: Lexicon) -> bool:
    """Say whether a verb before the number has its object: "stabbed her as the two rowed home"."""
    after = trigger.last + 1
    verb = trigger.entry.role == "object" and after < line.bound_start(n)
    return verb and line.low(after) in known.words["objects"] and line.low(after + 1) in known.words["clauses"]


def _is_quoted(line: Line, n: int, trigger: Trigger, known: Lexicon) -> bool:
    """Say whether it stands in what those counted say: '"they took him to hospital," one woman in Vale told us'."""
    i = max(line.counted[n].last, line.places[n]) + 1
    if line.low(i) in known.words["placing"]:
        i += 1
        while i < len(line.words) and line.words[i].is_name:
            i += 1
    if line.low(i) not in known.words["witnessing"]:
        return False
    return any(line.words[k].is_quote for k in range(trigger.last + 1, line.bound_start(n)))


def _has_its_subject(line: Line, n: int, trigger: Trigger, known: Lexicon) -> bool:
    """Say whether one other person is a crowd's verb's subject: "two men stood there when a guard opened fire"."""
    before = trigger.first - 1
    if trigger.entry.measure != "crowd" or trigger.entry.role != "subject" or before <= line.counted[n].last:
        return False
    low = line.low(before)
    single = not low.endswith("s") and low not in known.plurals and person_at(line.words, before, known) is not None
    return before > line.places[n] and (single or low in known.words["somebody"])
