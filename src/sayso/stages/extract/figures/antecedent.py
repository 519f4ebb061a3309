"""The figure that a number without a noun of its own points back to: for its group, and for whose part it is."""

from collections.abc import Sequence

from msgspec.structs import replace

from sayso.stages.extract.figures.inherit import Memory, Topic
from sayso.stages.extract.figures.lexicon import lexicon
from sayso.stages.extract.figures.line import Line
from sayso.stages.extract.figures.parts import is_included, is_part, is_whole
from sayso.stages.extract.figures.reason import Reason
from sayso.stages.extract.found import FoundFigure

__all__ = ["antecedent"]


def antecedent(line: Line, index: int, reason: Reason, memory: Memory, found: Sequence[FoundFigure]) -> Topic | None:
    """Return the figure that number `reason.n` of the line with this `index` points to; None where it stands alone."""
    if reason.topic is not None:
        return _whole(reason.topic, memory, found) if is_included(line, reason.n, line.lang) else reason.topic
    if is_whole(line, reason.n):
        return None
    return _just_before(line, index, reason, memory, found) or _same_people(line, reason, memory, found)


def _just_before(line: Line, index: int, reason: Reason, memory: Memory, found: Sequence[FoundFigure]) -> Topic | None:
    last, counted = memory.last_figure(line.paragraph, 1), line.counted[reason.n]
    if last is None:
        return None
    if counted.kind == "person" and counted.group is not None:
        return _whole(last, memory, found) if is_part(line, reason.n, line.lang) else None
    # "Another nine unaccounted for": the word after the number is the measure's own.
    measured = reason.trigger is not None and reason.trigger.first == counted.first
    if counted.kind == "unknown" and not measured:
        return None
    if last.line != index:
        return last if counted.kind == "pronoun" else None
    if counted.kind == "person" and last.measure != reason.measure and not _is_state(line, reason):
        return None
    # "Nine people, including three firefighters, were killed and 61 injured": the 61 are like the nine.
    whole = counted.kind in ("none", "unknown") and found[last.figure].figure.part_of is not None
    return _of_its_row(_whole(last, memory, found) if whole else last, memory, found)


def _is_state(line: Line, reason: Reason) -> bool:
    """Say whether the measure word is an adjective for people ("40 wounded") and no noun of its own ("three deaths")."""
    trigger = reason.trigger
    noun = trigger is not None and trigger.entry.role == "noun"
    return trigger is None or not noun or line.low(trigger.first) in lexicon(line.lang).words["adjectives"]


def _whole(last: Topic, memory: Memory, found: Sequence[FoundFigure]) -> Topic:
    """Return the figure whose parts a list names; the list's earlier members are parts themselves."""
    row = (topic for topic in memory.recent() if topic.line == last.line)
    return next((topic for topic in row if found[topic.figure].figure.part_of is None), last)


def _of_its_row(last: Topic, memory: Memory, found: Sequence[FoundFigure]) -> Topic:
    """Leave the group open where the row before counted several: "3 women, 2 officers killed; 40 wounded"."""
    trigger = found[last.figure].figure.trigger
    row = [topic for topic in memory.recent() if topic.line == last.line]
    groups = {topic.group for topic in row if found[topic.figure].figure.trigger == trigger}
    return last if len(groups) == 1 else replace(last, group=None)


def _same_people(line: Line, reason: Reason, memory: Memory, found: Sequence[FoundFigure]) -> Topic | None:
    """Return the figure of the same measure and value named before: "the nine dead" are the nine divers drowned."""
    number, counted = line.numbers[reason.n], line.counted[reason.n]
    if counted.kind == "person" and counted.group is not None:
        return None
    definite = line.low(line.bound_start(reason.n) - 1) in ("the", "those", "these")
    the_dead = reason.trigger is not None and line.low(reason.trigger.first) == "the"
    for topic in memory.recent():
        same = found[topic.figure].figure
        if topic.measure == reason.measure and ((same.low, same.high) == (number.low, number.high) or the_dead):
            near = line.paragraph - topic.paragraph <= 1
            return topic if definite or near or the_dead else None
    return None
