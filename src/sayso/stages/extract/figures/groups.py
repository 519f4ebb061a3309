"""Who the counted people are: the class of their noun, of the words that describe them, or of those named before."""

from itertools import pairwise, takewhile

from msgspec import Struct

from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Group, Measure
from sayso.stages.extract.figures.counted import person_at
from sayso.stages.extract.figures.crew import are_crew
from sayso.stages.extract.figures.home import Home
from sayso.stages.extract.figures.inherit import Topic
from sayso.stages.extract.figures.lexicon import Lexicon
from sayso.stages.extract.figures.line import Line
from sayso.stages.extract.figures.nationality import are_foreign
from sayso.stages.extract.figures.others import beside, heads
from sayso.stages.extract.figures.parts import is_included
from sayso.stages.extract.figures.ranks import group_of_body
from sayso.stages.extract.figures.triggers import Trigger

__all__ = ["Whose", "group_of"]

_DESCRIBED = 6
_CHILD_CUES = ("under 18", "under the age of", "a girl", "a boy")
_SENT: dict[Group, Group] = {"people": "troops", "foreigners": "troops", "security": "troops"}


class Whose(Struct, frozen=True, kw_only=True):
    """What decides a group: number `n` with its measure, the word that gave it, the figure that an elided noun points to.

    `index` is that of the line.
    """

    n: int
    measure: Measure
    trigger: Trigger | None
    before: Topic | None
    home: Home
    index: int = -1


def group_of(line: Line, whose: Whose, known: Lexicon) -> tuple[Group, str]:
    """Return the group and the rule that gave it; each step knows less than the one before it."""
    steps = (
        _by_noun,
        _by_own_ranks,
        _by_collective,
        _by_measure_word,
        _by_description,
        _by_nationality,
        _by_others,
        _by_target,
        _by_pronoun,
        _by_figure_before,
    )
    for step in steps:
        found = step(line, whose, known)
        if found is not None:
            return found
    if whose.measure == "deployed":
        return "troops", "group by the measure"
    acting = whose.trigger is not None and whose.trigger.entry.group == "protesters"
    protests = whose.measure == "crowd" and (whose.home.unrest or acting)
    return ("protesters", "group by the measure") if protests else ("people", "no group named")


def _for_measure(group: Group, measure: Measure) -> Group:
    """Forces that are sent are troops, and soldiers who fall are the state's own, unless more is known."""
    if measure == "deployed":
        return _SENT.get(group, group)
    return "security" if group == "troops" else group


def _by_noun(line: Line, whose: Whose, known: Lexicon) -> tuple[Group, str] | None:
    counted = line.counted[whose.n]
    if counted.kind != "person" or counted.group is None:
        return None
    if _is_of_armed(line, whose, counted.group):
        return _by_figure_before(line, whose, known)
    anybody = _of_anybody(line, whose, known) if counted.group == "people" else None
    return anybody or _of_counted(line, whose, counted.group, known)


def _of_anybody(line: Line, whose: Whose, known: Lexicon) -> tuple[Group, str] | None:
    """Return the group of people whose noun fits many, by their body, school, deed or nation."""
    body = group_of_body(line, whose.n)
    if body == "security" and _is_sent(line, whose, known):
        return "troops", "members of a foreign body"
    if body is not None:
        return body, "members of a body"
    if _are_pupils(line, whose.n):
        return "children", "at school"
    return _by_nationality(line, whose, known) or _by_deed(line, whose, known)


def _is_sent(line: Line, whose: Whose, known: Lexicon) -> bool:
    """Say whether a body is another state's or serves abroad: "Danish police personnel", "police serving with the UN"."""
    counted = line.counted[whose.n]
    own = any(whose.home.is_sent(line.low(i), known) for i in range(counted.first, counted.head))
    return own or _pair_is_sent(line, whose, known) or _serves_abroad(line, whose.n, known)


def _pair_is_sent(line: Line, whose: Whose, known: Lexicon) -> bool:
    counted = line.counted[whose.n]
    pairs = (f"{line.low(i)} {line.low(i + 1)}" for i in range(counted.first, counted.head))
    return any(pair in known.countries and whose.home.is_sent(pair, known) for pair in pairs)


def _are_pupils(line: Line, n: int) -> bool:
    words, counted = vocabulary("groups", line.lang)["schooling"], line.counted[n]
    if counted.noun not in words["nouns"]:
        return False
    lows = {word.low for word in line.words}
    return not lows.isdisjoint(words["schools"]) and lows.isdisjoint(words["others"])


def _by_nationality(line: Line, whose: Whose, known: Lexicon) -> tuple[Group, str] | None:
    counted = line.counted[whose.n]
    if whose.measure in ("deployed", "crowd") or counted.noun in known.military or counted.kind == "unknown":
        return None
    if not are_foreign(line, whose.n, whose.home, known):
        return None
    armed = whose.before is not None and whose.before.group in ("troops", "security")
    forces = armed and counted.kind in ("none", "pronoun")
    return ("troops", "group of the figure before") if forces else ("foreigners", "nationals told after")


def _by_collective(line: Line, whose: Whose, known: Lexicon) -> tuple[Group, str] | None:  # noqa: ARG001 - a step like the others
    """Read "a family of nine"."""
    first = line.bound_start(whose.n)
    if line.counted[whose.n].kind != "none" or line.low(first - 1) != "of":
        return None
    table: dict[Group, list[str]] = vocabulary("groups", line.lang)["collective"]
    return next(((group, "noun before") for group, nouns in table.items() if line.low(first - 2) in nouns), None)


def _by_others(line: Line, whose: Whose, known: Lexicon) -> tuple[Group, str] | None:
    same = whose.before is not None and whose.before.line == whose.index
    before = whose.before.group if whose.before is not None and same else None
    found = beside(line, whose.n, before, known) if line.counted[whose.n].others else None
    if found is not None and found[0] == before and whose.before is not None and whose.before.measure != "deployed":
        return found
    return (_for_measure(found[0], whose.measure), found[1]) if found is not None else None


def _is_of_armed(line: Line, whose: Whose, group: Group) -> bool:
    """Say whether people are part of others who bear arms: "20 militants, including two commanders"."""
    armed = whose.before is not None and whose.before.group in ("attackers", "security", "troops")
    return armed and group == "people" and is_included(line, whose.n, line.lang)


def _by_deed(line: Line, whose: Whose, known: Lexicon) -> tuple[Group, str] | None:
    """Return the group of people whose noun fits anybody, by what they do or whose they are."""
    counted, trigger = line.counted[whose.n], whose.trigger
    own = _is_own(line, whose, known)
    if own or counted.noun in known.gathered:
        return ("security", "own ranks") if own else ("people", "gathered for another reason")
    named = _by_measure_word(line, whose, known)
    if named is not None and trigger is not None and trigger.last < line.places[whose.n]:
        return named
    if _protest(line, whose, known):
        return "protesters", "in protest"
    if trigger is not None and trigger.entry.group is not None:
        if trigger.entry.group == "protesters" and any(word.low in known.gather_reasons for word in line.words):
            return "people", "gathered for another reason"
        return trigger.entry.group, "group of the measure word"
    return None


def _protest(line: Line, whose: Whose, known: Lexicon) -> bool:
    """Say whether people come to a protest, fall in one or are held for one: "seized six men on suspicion of rioting"."""
    table, counted = vocabulary("groups", line.lang)["unrest"], line.counted[whose.n]
    if whose.measure == "crowd":
        if whose.home.unrest and counted.noun in known.peoples:
            return True
        lows = [word.low for word in line.words]
        here = any(low in table["events"] for low in lows)
        return (
            here
            and whose.trigger is not None
            and whose.trigger.entry.role != "class"
            and known.gather_reasons.isdisjoint(lows)
        )
    after = range(counted.last + 1, min(len(line.words), counted.last + 2 * _DESCRIBED))
    return any(line.low(i) in table["deeds"] and line.low(i - 1) in table["before"] for i in after)


def _of_counted(line: Line, whose: Whose, group: Group, known: Lexicon) -> tuple[Group, str]:
    """Return the group of a noun, turned where its people are foreign here: "two Danish soldiers", "three Danes"."""
    counted = line.counted[whose.n]
    if are_crew(line, whose.n):
        return "people", "officers of a ship"
    inner = line.low(counted.head + 1) in ("of", "from", "and", "or")
    lows = [w.low for w in line.words[counted.first : (counted.last if inner else counted.head) + 1]]
    lows += [f"{one} {two}" for one, two in pairwise(lows)]
    foreign = any(whose.home.is_sent(low, known) for low in lows)
    military = counted.noun in known.military or group == "troops"
    foreign |= military and (_serves_abroad(line, whose.n, known) or _told_by_their_own(line, whose, known))
    if (foreign and military) or counted.noun in known.sent or (military and not known.sent.isdisjoint(lows)):
        return "troops", "foreign forces"
    abroad = any(low in known.countries or low in known.modifiers for low in lows if whose.home.is_foreign(low, known))
    # "Among the 90 dead were nine Danes", "including nine Danes": one's own are not told apart.
    told_apart = (
        counted.noun in known.peoples and is_included(line, whose.n, line.lang) and line.words[counted.head].is_name
    )
    # Who flees or is homeless is told of by the nation that is struck; only who is brought out may be a guest there.
    struck = whose.measure == "displaced" and (whose.trigger is None or whose.trigger.entry.role != "object")
    if (abroad or told_apart) and group == "people" and whose.measure != "deployed" and not struck:
        return "foreigners", "foreign people"
    if counted.noun == "troop" and whose.measure == "deployed" and whose.home.countries and not whose.home.allied:
        return "security", "own forces"
    if group == "security" and whose.measure == "deployed":
        own = not military or not whose.home.allied
        return ("security", "own forces") if own else ("troops", "joint forces")
    return _for_measure(group, whose.measure), "group of the noun"


def _told_by_their_own(line: Line, whose: Whose, known: Lexicon) -> bool:
    """Say whether the forces of another state tell of their own: "three soldiers died, the Danish army said"."""
    counted, tellers = line.counted[whose.n], vocabulary("groups", line.lang)["forces"]["words"]
    if whose.measure == "deployed" or any(line.words[i].is_name for i in range(counted.first, counted.head)):
        return False
    told = any(word.low in ("said", "says") for word in line.words)
    after = range(counted.last + 1, len(line.words) - 1)
    return told and any(line.low(i + 1) in tellers and whose.home.is_sent(line.low(i), known) for i in after)


def _serves_abroad(line: Line, n: int, known: Lexicon) -> bool:
    """Say whether soldiers belong to a force of several states: "five soldiers of the UN mission"."""
    after = line.counted[n].last + 1
    for i in range(after, min(after + _DESCRIBED, len(line.words))):
        if line.words[i].is_mark or line.low(i) in known.words["finite"]:
            return False
        if line.low(i) in known.foreign:
            return line.low(after) in ("of", "from", "with", "serving", "in")
    return False


def _is_own(line: Line, whose: Whose, known: Lexicon) -> bool:
    if whose.measure in ("deployed", "crowd"):
        return False
    first, last = max(0, line.bound_start(whose.n) - 2 * _DESCRIBED), line.counted[whose.n].last + _DESCRIBED
    near = " ".join(word.low for word in line.words[first:last])
    return any(phrase in near for phrase in known.own)


def _by_own_ranks(line: Line, whose: Whose, known: Lexicon) -> tuple[Group, str] | None:
    return ("security", "own ranks") if _is_own(line, whose, known) else None


def _by_measure_word(line: Line, whose: Whose, known: Lexicon) -> tuple[Group, str] | None:
    """Return the group of a measure word that is a noun for people: "the marchers numbered 700"."""
    trigger = whose.trigger
    if trigger is None or trigger.entry.role not in ("class", "tally"):
        return None
    person = person_at(line.words, trigger.last, known)
    if person is None or person[1] in known.happened:
        return None
    return _for_measure(known.groups[person[1]], trigger.entry.measure), "group of the measure word"


def _by_description(line: Line, whose: Whose, known: Lexicon) -> tuple[Group, str] | None:
    """Read "two of them children", "six of them firemen", "one of them in uniform"."""
    counted = line.counted[whose.n]
    partitive = counted.kind == "person" and line.low(line.places[whose.n] + 1) == "of"
    if counted.kind not in ("pronoun", "none") and not partitive:
        return None
    first = max(counted.last, line.places[whose.n]) + 1
    linked = line.low(first) in known.words["be"]
    if counted.kind != "pronoun" and not linked:
        return None
    first += linked
    # "Two more, one of them a boy": behind another number others are described.
    reach = range(first, min(first + _DESCRIBED, len(line.words)))
    lows = [line.low(i) for i in takewhile(lambda i: line.words[i].number < 0 or line.low(i - 1) != ",", reach)]
    if any(cue in " ".join(lows) for cue in _CHILD_CUES):
        return "children", "group of the words after"
    found: Group | None = None
    for i in range(first, first + len(lows)):
        if line.words[i].low in known.words["described_ends"] and "uniform" not in lows:
            break
        person = person_at(line.words[first : i + 1], i - first, known)
        if person is not None and person[1] not in known.happened and heads(line, i, known):
            found = known.groups[person[1]]
    return (_for_measure(found, whose.measure), "group of the words after") if found else None


def _by_target(line: Line, whose: Whose, known: Lexicon) -> tuple[Group, str] | None:
    """Read "fired on marchers, killing nine": those at whom it was aimed."""
    trigger, first = whose.trigger, line.bound_start(whose.n)
    bare = line.counted[whose.n].kind == "none" and trigger is not None and trigger.last == first - 1
    if trigger is None or not bare or trigger.entry.shape != "ing" or line.low(trigger.first - 1) != ",":
        return None
    aims = vocabulary("groups", line.lang)["aimed"]["words"]
    for i in range(trigger.first - 2, max(-1, trigger.first - 2 - _DESCRIBED), -1):
        person = person_at(line.words, i, known) if line.words[i].number < 0 else None
        if person is None or person[1] in known.happened or not heads(line, i, known):
            continue
        aimed = any(line.low(k) in aims for k in range(max(0, person[0] - 4), person[0]))
        group = known.groups[person[1]]
        return (_for_measure(group, whose.measure), "group of those aimed at") if aimed else None
    return None


def _by_pronoun(line: Line, whose: Whose, known: Lexicon) -> tuple[Group, str] | None:
    """Read "a shell hit the guards' tower, killing four of them": those named last in the sentence, where none is counted."""
    counted, first = line.counted[whose.n], line.bound_start(whose.n)
    same = whose.before is not None and whose.before.line == whose.index
    if counted.kind != "pronoun" or counted.others or same or line.low(counted.last) not in ("them", "whom"):
        return None
    for i in range(first - 1, max(-1, first - 1 - 2 * _DESCRIBED), -1):
        person = person_at(line.words, i, known) if line.words[i].number < 0 else None
        if person is None or person[1] == line.low(i) or not heads(line, i, known):
            continue
        group, armed = known.groups[person[1]], person[1] in known.military or person[1] == "troop"
        if armed and any(whose.home.is_sent(line.low(k), known) for k in (person[0] - 2, person[0] - 1)):
            return "troops", "foreign forces"
        return _for_measure(group, whose.measure), "group of those named before"
    return None


def _by_figure_before(line: Line, whose: Whose, known: Lexicon) -> tuple[Group, str] | None:
    before = whose.before
    if before is None or before.group is None or whose.measure == "crowd" or _is_apart(line, whose, before, known):
        return None
    own = before.measure == "deployed" == whose.measure and not whose.home.allied and before.line == whose.index
    if own or (before.group == "troops" and before.measure != "deployed"):
        return before.group, "group of the figure before"
    return _for_measure(before.group, whose.measure), "group of the figure before"


def _is_apart(line: Line, whose: Whose, before: Topic, known: Lexicon) -> bool:
    """Say whether the figure before counts others: those sent or gathered are not those harmed, nor a part the toll."""
    counted, trigger = line.counted[whose.n], whose.trigger
    if before.measure == "deployed" and whose.measure != "deployed" and counted.kind != "pronoun":
        return True
    if before.measure == "crowd" and counted.noun in known.happened and counted.kind == "pronoun":
        return True
    toll = trigger is not None and trigger.entry.role == "tally" and line.low(trigger.last) in known.words["tally"]
    return toll and before.value != line.numbers[whose.n].value and before.line == whose.index
