"""Numbers with no measure word of their own: they take that of the figure or the topic before them."""

from msgspec import Struct

from sayso.model.claim import Group, Measure
from sayso.stages.extract.figures.counted import person_at
from sayso.stages.extract.figures.lexicon import Lexicon, lexicon
from sayso.stages.extract.figures.line import Line
from sayso.stages.extract.figures.parts import is_part, is_whole

__all__ = ["Memory", "Topic", "inherited", "is_force", "topic_of"]

_NEAR = 5
_REACH = 12
_FEW = 3
# Figures that a later one may point back to.
_REMEMBERED = 100
_FEWEST = 3
_MARK_AND_JOIN = 2


class Topic(Struct, frozen=True):
    """What is being counted: by a figure (`figure` is its index, `value` its number) or by a measure word alone."""

    measure: Measure
    group: Group | None
    line: int
    paragraph: int
    figure: int = -1
    value: float = -1


class Memory:
    """What the paragraph has counted so far."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.topic: Topic | None = None
        self.figures: list[Topic] = []
        self.tallied = -1
        self.named: dict[str, tuple[Group, bool]] = {}
        self.people_at = (-1, -1)
        self.animals_at = (-1, -1)

    def note(self, topic: Topic) -> None:
        """Remember the latest topic; figures are kept in a row for parts and ellipsis."""
        self.topic = topic
        if topic.figure >= 0:
            self.figures.append(topic)

    def passed(self, paragraph: int, line: int) -> bool:
        """Say whether people of no measure were counted since the last figure: "three men, one of whom was named"."""
        last = self.figures[-1] if self.figures else None
        known = self.people_at[0] == paragraph and line - self.people_at[1] <= 1
        return known and (last is None or last.line < self.people_at[1])

    def of_animals(self, paragraph: int, line: int) -> bool:
        """Say whether animals were the last to be counted here, so that a number without a noun is of them."""
        last = self.figures[-1] if self.figures else None
        near = self.animals_at[0] == paragraph and line - self.animals_at[1] <= 1
        return near and (last is None or last.line < self.animals_at[1])

    def recent(self) -> list[Topic]:
        """Return the latest figures, the last first."""
        return self.figures[: -_REMEMBERED - 1 : -1]

    def strength(self, index: int, paragraph: int, *, force: bool) -> Topic:
        """Return what "900 strong" is: the latest force of the report, else what the noun says, else a crowd."""
        forces = [topic for topic in self.figures[-_REMEMBERED:] if topic.measure == "deployed"]
        return forces[-1] if forces else Topic("deployed" if force else "crowd", None, index, paragraph)

    def repeated(self, line: Line, n: int) -> Topic | None:
        """Return the figure that "the 18" or "those 80 people" points back to: the latest of the same value."""
        counted, value = line.counted[n], line.numbers[n].value
        pointed = line.points_back(n)
        if not pointed or value < _FEWEST or counted.kind not in ("person", "none"):
            return None
        return next((topic for topic in self.recent() if topic.value == value), None)

    def last_figure(self, paragraph: int, reach: int = 0) -> Topic | None:
        """Return the latest figure of this paragraph, or of one at most `reach` before it."""
        last = self.figures[-1] if self.figures else None
        return last if last is not None and paragraph - last.paragraph <= reach else None


def inherited(line: Line, index: int, n: int, memory: Memory, known: Lexicon) -> tuple[Topic, str] | None:
    """Return the topic that number `n` of the line with this `index` takes over, and the rule; None where it has none."""
    counted = line.counted[n]
    if line.numbers[n].form == "zero" or is_whole(line, n):
        return None
    if counted.noun == "strong":
        return memory.strength(index, line.paragraph, force=is_force(line, n, known)), "strength of a force"
    repeated = memory.repeated(line, n)
    if repeated is not None:
        return repeated, "repeat of a figure before"
    last = memory.last_figure(line.paragraph, 1)
    if counted.kind == "pronoun" and last is not None:
        return _of_others(line, index, n, last, memory, known)
    here = last if last is not None and last.line == index else None
    if counted.kind in ("pronoun", "none"):
        return _bare(line, n, here, memory, known)
    return _with_noun(line, n, here, memory, known) if counted.kind == "person" else None


def _of_others(line: Line, index: int, n: int, last: Topic, memory: Memory, known: Lexicon) -> tuple[Topic, str] | None:
    """Read "two of them" and "two others", unless they are of people of no measure or have a verb of their own."""
    counted = line.counted[n]
    if _are_things(line, n, known) or _is_undone(line, counted.last + 1, last, known):
        return None
    if memory.passed(line.paragraph, index) or (counted.others and _acts(line, counted.last + 1, known)):
        return None
    return last, "part of the figure before" if not counted.others else "others beside the figure before"


def _are_things(line: Line, n: int, known: Lexicon) -> bool:
    """Say whether "of which" leads back to things: "nine barns, four of which fell"."""
    counted, before = line.counted[n], line.bound_start(n) - 2
    if line.low(counted.last) != "which" or line.low(before + 1) != "," or before < 0:
        return False
    return line.words[before].number < 0 and person_at(line.words, before, known) is None


def _is_undone(line: Line, after: int, topic: Topic | None, known: Lexicon) -> bool:
    """Say whether what was counted no longer holds: "14 were held; three of them were released"."""
    if topic is None or topic.measure not in ("detained", "missing", "hospitalised"):
        return False
    while line.low(after) in known.words["helpers"]:
        after += 1
    return line.low(after) in known.words["undoing"]


def is_force(line: Line, n: int, known: Lexicon) -> bool:
    """Say whether a force is named right after its strength: "a 900-strong peacekeeping mission"."""
    after = range(line.counted[n].last + 1, line.counted[n].last + 1 + _FEW)
    entries = (entry for i in after for entry in known.entries.get(line.low(i), ()))
    return any(entry.measure == "deployed" and entry.role in ("tally", "class") for entry in entries)


def _with_noun(line: Line, n: int, here: Topic | None, memory: Memory, known: Lexicon) -> tuple[Topic, str] | None:
    counted, last = line.counted[n], memory.last_figure(line.paragraph, 1)
    if here is not None and (
        _listed(line, n) or _clause_without_verb(line, n, known) or _appended(line, n) or _after_aside(line, n)
    ):
        return here, "member of a list"
    if last is not None and is_part(line, n, line.lang):
        return last, "part of the figure before"
    topic = memory.topic if memory.topic is not None and line.paragraph - memory.topic.paragraph <= 1 else None
    if topic is None or counted.group != "people":
        return None
    after = counted.last + 1
    predicate = line.low(after) in known.words["finite"] or line.tag(after)[:1] == "V"
    placed = line.low(after) in known.words["placing"]
    if counted.noun in known.peoples and topic.measure == "deployed" and not (predicate or placed):
        return topic, "contingent of a force"
    return (topic, "value of a tally") if _tallied(line, n, known) and not predicate else None


def _after_aside(line: Line, n: int) -> bool:
    """Say whether a row goes on behind an aside: "killed 14 guards, three of them officers, and 22 cooks"."""
    first = line.bound_start(n)
    if n <= 1 or line.low(first - 1) != "and" or line.counted[n - 1].kind != "pronoun":
        return False
    finite = lexicon(line.lang).words["finite"]
    between = range(line.counted[n - 1].last + 1, first)
    return not any(i in line.verbs or line.low(i) in finite for i in between)


def _appended(line: Line, n: int) -> bool:
    """Say whether a count behind a comma closes the sentence without a verb: "the bodies were found, nine women and a boy"."""
    if line.low(line.bound_start(n) - 1) not in (",", "–", "—", ":"):
        return False
    finite = lexicon(line.lang).words["finite"]
    for i in range(line.counted[n].last + 1, len(line.words)):
        if line.words[i].is_quote or line.low(i) in (".", ";", ")"):
            return True
        if line.low(i) in finite or i in line.verbs or line.tag(i)[:1] in ("V", "M", "I"):
            return False
    return True


def _acts(line: Line, after: int, known: Lexicon) -> bool:
    """Say whether those counted have a verb of their own from word `after` on that is no measure word: "had deserted"."""
    i = after
    while line.low(i) in known.words["helpers"]:
        i += 1
    if i in line.verbs or i >= len(line.words):
        return False
    helped = i > after and any(line.low(k) in known.words["be"] | known.words["have"] for k in range(after, i))
    return helped and line.tag(i) in ("VBN", "VBD") and line.low(i) not in known.words["telling"]


def _tallied(line: Line, n: int, known: Lexicon) -> bool:
    first = line.bound_start(n)
    near = range(max(0, first - _NEAR), first)
    # "A total of 700 Danes" is the sum of what follows, "the total" that of what was told.
    return any(line.low(i) in known.words["tally"] and line.low(i - 1) not in ("a", "an") for i in near)


def _bare(line: Line, n: int, here: Topic | None, memory: Memory, known: Lexicon) -> tuple[Topic, str] | None:
    at, first = line.places[n], line.bound_start(n)
    after = max(line.counted[n].last, line.bound_end(n)) + 1
    acting = here is not None and line.low(after) in known.words["past"]
    listed = line.low(after) in known.words["placing"]
    acting |= line.low(after) in known.words["refusing"] or _is_undone(line, after, here or memory.topic, known)
    acting |= _acts(line, after, known) or _is_of_something_else(line, first)
    if acting or (line.numbers[n].span.of(line.text).lower() == "one" and not listed):
        return None
    of_base = line.low(0) == "of" and n == 1 and line.low(first - 1) == ","
    if here is not None and (of_base or _gapped(line, n)):
        return here, "part of the figure before" if of_base else "ellipsis in one sentence"
    tallies = any(line.low(i) in known.words["tally"] for i in range(max(0, first - _REACH), at))
    topic = memory.topic
    reach = 1 if tallies or memory.tallied == line.paragraph else 0
    if topic is None or line.paragraph - topic.paragraph > reach or line.excluded[n] is not None:
        return None
    if line.low(first - 1) in ("the", "all", "these", "those", "both") and line.numbers[n].value <= _FEW:
        return None
    if n > 0 and line.counted[n - 1].kind == "thing" and line.numbers[n - 1].form != "zero":
        return None
    told = any(line.low(i) in known.words["telling"] for i in range(max(0, first - _NEAR), first))
    told = told or (first == 0 and (line.low(after) in known.words["telling"] or not line.low(after)[:1].isalpha()))
    bounded = line.numbers[n].qualifier in ("about", "at_least", "more_than", "at_most", "fewer_than")
    return (topic, "topic of the paragraph") if told or tallies or bounded else None


def _is_of_something_else(line: Line, first: int) -> bool:
    """Say whether a tally before word `first` is of people to whom no measure applies: "the number of people fed"."""
    for i in range(first - 1, max(-1, first - _REACH), -1):
        if line.low(i) in ("people", "those", "families") and line.low(i - 1) == "of" and line.low(i - 2) == "number":
            return not any(i < trigger.first < first for trigger in line.triggers)
    return False


def _follows_name(line: Line, n: int) -> bool:
    """Say whether a name alone stands between a join and a bare number: "40 rescuers with dogs, and Norland 25"."""
    at, first = line.places[n], line.bound_start(n)
    closed = at + 1 >= len(line.words) or line.low(at + 1) in (",", ".", ";", "and")
    return closed and line.words[first - 1].is_name and line.low(first - 2) in (",", "and", ";", "while")


def _leads_to_name(line: Line, n: int) -> bool:
    """Say whether a place alone is left of the clause: "13 died in Oldport, two in Vale"; or only a "not"."""
    at, first = line.places[n], line.bound_start(n)
    if line.low(first - 1) == "not":
        return True
    after_join = line.low(first - 1) in (",", ";", "and") or _is_compared(line, first)
    placed = at + 2 < len(line.words) and line.words[at + 2].is_name
    after = line.low(at + 1)
    if not after_join:
        return False
    placing = lexicon(line.lang).words["placing"]
    return after == "by" or (placed and after in placing) or (after in placing and _ends_without_verb(line, at + 1))


def _is_compared(line: Line, first: int) -> bool:
    """Say whether the count before word `first` is set beside this one: "71 dead in Vale compared to 62 in Oldport"."""
    comparing = lexicon(line.lang).words["comparing"]
    return line.low(first - 1) in comparing or f"{line.low(first - 2)} {line.low(first - 1)}" in comparing


def _ends_without_verb(line: Line, first: int) -> bool:
    """Say whether a place is all that follows up to the next mark or join: "nine across the northern hills"."""
    finite = lexicon(line.lang).words["finite"]
    for i in range(first, len(line.words)):
        if line.words[i].is_mark or line.low(i) in ("and", "while", "bringing", "after"):
            return True
        number = line.words[i].number
        if (
            (number >= 0 and line.excluded[number] is None)
            or i in line.verbs
            or line.low(i) in finite
            or line.tag(i)[:1] == "V"
        ):
            return False
    return True


def _gapped(line: Line, n: int) -> bool:
    """Say whether only names, commas and joins stand between this number and the one before it."""
    if n == 0:
        return False
    if line.places[n] > 1 and (_follows_name(line, n) or _leads_to_name(line, n)):
        return True
    start = max(line.counted[n - 1].last, line.bound_end(n - 1)) + 1
    between = line.words[start : line.bound_start(n)]
    loose = lexicon(line.lang).words["gapped"]
    names = [w for w in between if w.is_name]
    return len(between) <= _NEAR and all(w.low in loose or w.is_quote for w in between if w not in names)


def _listed(line: Line, n: int) -> bool:
    """Say whether a colon or a comma alone puts this count into a list with the one before it."""
    if n == 0:
        return False
    start = max(line.counted[n - 1].last, line.bound_end(n - 1)) + 1
    between = [w.low for w in line.words[start : line.bound_start(n)] if not w.is_quote]
    return len(between) <= _MARK_AND_JOIN and all(low in lexicon(line.lang).words["listed"] for low in between)


def _clause_without_verb(line: Line, n: int, known: Lexicon) -> bool:
    """Say whether "and" leads to a count with a time or place and no verb: "and another six at the mill"."""
    if line.low(line.bound_start(n) - 1) not in ("and", "while", "but"):
        return False
    first = line.counted[n].last + 1
    if line.low(first) not in ("on", "in", "at", "since", "yesterday", "today", "overnight"):
        return False
    verbs = {trigger.first for trigger in line.triggers} if line.triggers else frozenset()
    for i in range(first, len(line.words)):
        if line.words[i].is_mark:
            break
        if i in verbs or line.low(i) in known.words["finite"] or line.tag(i)[:1] == "V":
            return False
    return True


def topic_of(line: Line, index: int, known: Lexicon) -> Topic | None:
    """Return what a line without figures is about: its last measure word that is more than a class of people."""
    lows = {word.low for word in line.words}
    asked = "many" in lows or "big" in lows or bool(lows & known.words["tally"])
    strong = [t for t in line.triggers if t.entry.cost == 0 or (asked and t.entry.role in ("class", "tally", "object"))]
    if not strong:
        return None
    return Topic(strong[-1].entry.measure, None, index, line.paragraph)
