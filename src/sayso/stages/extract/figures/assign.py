"""Which number takes which measure word: one to one, cheapest first, shared only in a coordination."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from sayso.stages.extract.figures.befallen import gives_way, says_nothing
from sayso.stages.extract.figures.costs import Cost, CostProvider, combined
from sayso.stages.extract.figures.lexicon import lexicon
from sayso.stages.extract.figures.line import Line
from sayso.stages.extract.figures.neighbours import tells_of_another
from sayso.stages.extract.figures.parts import is_included, is_whole
from sayso.stages.extract.figures.triggers import Trigger

__all__ = ["Tie", "assign", "coordinated", "near"]

_DEAREST = 3.6
_SHARED = 2.0
# Words; no tie reaches farther, and long rows of numbers stay cheap.
_FARTHEST = 45
_WEAK_NOUN = 1.0
_CLOSE = 0.6
_OF_THE = 2
_ADDED_REACH = 7
_AMONG = 1.6
_FORCE = 100
_OF_WHOLE = 1.0
_ARMED = ("security", "troops")


class Tie(Struct, frozen=True):
    """A number and the measure word that it took, at a cost, by a rule."""

    number: int
    trigger: Trigger
    cost: float
    rule: str


def assign(line: Line, providers: Sequence[CostProvider]) -> tuple[dict[int, Tie], list[Tie]]:
    """Return for each number that counts people its tie, and the ties that were too dear or taken."""
    window, path = providers
    offers: list[Tie] = []
    triggers = [trigger for trigger in line.triggers if _is_its_part(line, trigger)]
    for n in range(len(line.numbers)):
        if line.excluded[n] is not None:
            continue
        for trigger in triggers:
            if not near(line, n, trigger):
                continue
            cost = combined(
                window(line, n, trigger),
                path(line, n, trigger),
                parsed=line.parse is not None,
                # "Three others shot": the others are people, whatever befell them.
                doubt=trigger.entry.cost if line.counted[n].others else 0.0,
            )
            if cost is not None:
                offers.append(_offer(line, n, trigger, cost))
    offers.sort(key=lambda tie: (tie.cost, tie.number, tie.trigger.first))
    taken, lost = _settle(line, offers)
    _share(line, taken)
    return taken, lost


def near(line: Line, n: int, trigger: Trigger) -> bool:
    """Say whether a trigger is near enough to number `n` to be weighed at all."""
    return abs(trigger.first - line.places[n]) <= _FARTHEST


def _is_its_part(line: Line, trigger: Trigger) -> bool:
    """Say whether the trigger is a verb where a verb is meant, and a noun where a noun is ("the march", "they march")."""
    tag, entry = line.tag(trigger.first), trigger.entry
    if len(entry.phrase) > 1 or not tag:
        return True
    if entry.role in ("object", "subject") and entry.shape in ("base", "ing"):
        of_people = entry.shape == "ing" and line.low(trigger.last + 1) == "of"
        # "Storm Kills 14": a number follows it.
        in_headline = (trigger.last + 1 in line.starts and entry.cost == 0) or (
            trigger.first - 1 in line.places and (entry.cost == 0 or trigger.first == 1) and entry.shape == "base"
        )
        # A bare form does not agree with one: "one rescue" is a noun.
        single = line.low(trigger.first - 1) in ("one", "1") and not entry.phrase[0].endswith("s")
        return tag[:2] not in ("NN", "JJ") or of_people or (in_headline and not single)
    if entry.role == "tally" and entry.measure == "crowd" and line.tag(trigger.last + 1)[:2] == "NN":
        # "The protest organisers" gather nobody.
        return line.low(trigger.last) not in ("protest", "march", "rally", "demonstration")
    return not (entry.role == "tally" and tag[:2] == "VB")


def _is_class(tie: Tie | None) -> bool:
    return tie is None or tie.trigger.entry.role == "class"


def _share(line: Line, taken: dict[int, Tie]) -> None:
    """Let coordinated counts share the measure word of one: "7 rebels and 5 soldiers killed", "deaths: 3 men and 2 boys"."""
    order = [
        n
        for n in range(len(line.numbers))
        if line.excluded[n] is None and line.counted[n].kind in ("person", "unknown")
    ]
    pairs = [
        (a, b) for a, b in pairwise(order) if b == a + 1 and (coordinated(line, a, b, colon=True) or _added(line, b))
    ]
    for n in order:
        verb = _verb_before(line, n) if _is_class(taken.get(n)) and _added(line, n) else None
        if verb is not None:
            taken[n] = Tie(n, verb, 1.0, "added to the people of the verb")
    for a, b in reversed(pairs):
        tie = taken.get(b)
        if (
            _is_class(taken.get(a))
            and tie is not None
            and not _is_class(tie)
            and tie.trigger.first > line.counted[b].last
        ):
            taken[a] = Tie(a, tie.trigger, tie.cost + 0.5, "shares the measure of the next count")
    for a, b in pairs:
        tie = taken.get(a)
        if not _is_class(taken.get(b)) or tie is None or _is_class(tie):
            continue
        start = line.bound_start(b)
        listed = line.low(start - 1) == ":"
        if tie.trigger.last < line.bound_start(a) or listed or _added(line, b) or tie.rule.startswith("shares"):
            taken[b] = Tie(b, tie.trigger, tie.cost + 0.5, "shares the measure of the count before")


def _offer(line: Line, n: int, trigger: Trigger, cost: Cost) -> Tie:
    """Weigh what the counted noun says of the tie."""
    counted, entry, helpers = line.counted[n], trigger.entry, lexicon(line.lang).words["helpers"]
    inside = line.places[n] < trigger.first <= counted.last
    value = cost.value + _unfit_group(line, n, trigger) + _already_dead(line, n, trigger)
    if entry.person and counted.kind != "person" and not inside:
        between = range(max(counted.last, line.places[n]) + 1, trigger.first)
        near = line.places[n] < trigger.first and all(line.low(i) in helpers for i in between)
        beside = near and counted.others and not _after_things(line, n)
        elided = 0.0 if beside else 0.5 if near else 1.2
        value += elided if counted.kind in ("none", "pronoun") else _DEAREST - 0.4
    elif counted.kind == "unknown" and not inside:
        value += _WEAK_NOUN if cost.value < _CLOSE else _SHARED
    if not inside and is_whole(line, n) and not _is_own_clause(line, n, trigger):
        value += _DEAREST + _SHARED
    if entry.cost > 0 and counted.kind in ("none", "pronoun") and _after_things(line, n):
        value += _DEAREST if entry.person else _SHARED
    if line.numbers[n].value < entry.least and line.numbers[n].value:
        value += _DEAREST
    if says_nothing(line, n, entry, inside=inside):
        value += _SHARED if entry.cost > _WEAK_NOUN else _DEAREST + _SHARED
    value += _DEAREST if tells_of_another(line, n, trigger) else 0.0
    value += _OF_WHOLE if _is_of_whole(line, n, trigger) else 0.0
    value += _SHARED if gives_way(line, n, trigger) else 0.0
    value -= _AMONG if cost.value > _CLOSE and _is_among(line, n, trigger) else 0.0
    if _beyond_comma(line, n, trigger) and (_is_base(line, n) or is_included(line, n, line.lang)):
        value += _DEAREST if _is_base(line, n) else _SHARED
    return Tie(n, trigger, value, cost.rule)


def _is_own_clause(line: Line, n: int, trigger: Trigger) -> bool:
    """Say whether a participle or a "who" after the noun says the measure of a whole: "some of the 40 people who died"."""
    after = line.counted[n].last + 1
    relative = line.low(after) in ("who", "whom", "that", "which") or line.low(after).endswith("ing")
    return relative or (trigger.entry.role == "object" and trigger.first == after)


def _is_of_whole(line: Line, n: int, trigger: Trigger) -> bool:
    """Say whether the trigger tells of the whole that number `n` is a part of: "twelve of the 31 injured"."""
    whole = line.places[n + 1] if n + 1 < len(line.places) else -1
    return line.low(line.places[n] + 1) == "of" and trigger.first == whole + 1


def _is_among(line: Line, n: int, trigger: Trigger) -> bool:
    """Say whether the people are put among those of the measure: "six guards are among those who died"."""
    start = max(line.counted[n].last, line.places[n]) + 1
    known = lexicon(line.lang)
    for i in range(max(start + 1, trigger.first - _ADDED_REACH), trigger.first + 1):
        if line.low(i) == "among" and line.low(i - 1) in known.words["be"] and line.low(i + 1) in ("the", "those"):
            return trigger.entry.role in ("object", "subject", "noun", "state", "tally")
    return False


def _beyond_comma(line: Line, n: int, trigger: Trigger) -> bool:
    return any(line.low(i) == "," for i in range(line.counted[n].last + 1, trigger.first))


def _is_base(line: Line, n: int) -> bool:
    """Say whether the number is what a share is taken of: "Of the 476 people on board, 174 were rescued"."""
    first = line.bound_start(n)
    return first > 0 and line.low(0) == "of" and first <= _OF_THE and n + 1 < len(line.numbers)


def _after_things(line: Line, n: int) -> bool:
    """Say whether the number before this one counts things, so that a noun left out is theirs: "33 seats, 23 held"."""
    return (
        n > 0
        and line.counted[n - 1].kind in ("thing", "unknown")
        and line.counted[n - 1].last >= line.counted[n - 1].first
    )


def _already_dead(line: Line, n: int, trigger: Trigger) -> float:
    """Return what it costs to give bodies another measure: "five bodies were pulled from the rubble"."""
    inside = range(line.places[n] + 1, line.counted[n].last + 1)
    nouns = [t for t in line.triggers if t.entry.role == "noun" and t.entry.measure == "killed" and t.first in inside]
    return _SHARED if any(t.entry.cost < _WEAK_NOUN for t in nouns) and trigger.entry.measure != "killed" else 0.0


def _unfit_group(line: Line, n: int, trigger: Trigger) -> float:
    """Return what it costs that the noun has a measure of its own by class, or can hardly have this one."""
    entry, counted = trigger.entry, line.counted[n]
    if entry.group == "attackers" and counted.group in _ARMED:
        return _DEAREST
    if entry.measure == "displaced":
        # Soldiers who flee give way.
        armed = counted.group == "attackers" or ((entry.person or entry.role == "subject") and counted.group in _ARMED)
        return _DEAREST if armed else 0.0
    if entry.measure == "deployed":
        return _unfit_force(line, n, trigger) or _other_class(line, n, trigger)
    return _other_class(line, n, trigger) if entry.measure == "crowd" else 0.0


def _unfit_force(line: Line, n: int, trigger: Trigger) -> float:
    """Return what it costs that the people are hardly a force, or one that goes its own way."""
    entry, counted = trigger.entry, line.counted[n]
    if _leaves(line, counted.last + 1):
        return _DEAREST
    if entry.role != "class" and counted.group in ("attackers", "protesters", "children"):
        return _DEAREST
    somebody = counted.kind == "person" and counted.group in ("people", None)
    if entry.role in ("class", "object") or not somebody:
        return 0.0
    # Men by the hundred are a force; "three people on the ground" are not.
    return _SHARED if counted.noun in ("man", "men") and line.numbers[n].value >= _FORCE else _DEAREST


def _other_class(line: Line, n: int, trigger: Trigger) -> float:
    """Return what it costs that the noun is one of another measure: "thousands of refugees poured in"."""
    if trigger.entry.role == "class":
        return 0.0
    inside = range(line.places[n] + 1, line.counted[n].last + 1)
    own = [
        t.entry.measure
        for t in line.triggers
        if t.first in inside
        and (t.entry.role == "class" or (t.entry.role == "noun" and t.entry.measure == "displaced"))
    ]
    if not own or trigger.entry.measure in own:
        return 0.0
    # Police who converge on a place are no crowd.
    return _DEAREST if trigger.entry.measure == "crowd" and line.counted[n].group in _ARMED else _SHARED


def _leaves(line: Line, after: int) -> bool:
    """Say whether forces go their own way: "some 40 soldiers had deserted"."""
    known = lexicon(line.lang).words
    while line.low(after) in known["helpers"]:
        after += 1
    return line.low(after) in known["leaving"]


def _settle(line: Line, offers: list[Tie]) -> tuple[dict[int, Tie], list[Tie]]:
    taken: dict[int, Tie] = {}
    lost: list[Tie] = []
    users: dict[int, list[int]] = {}
    late: list[Tie] = []
    for tie in offers:
        if tie.number in taken or tie.cost > _DEAREST:
            lost.append(tie)
        elif _free(line, tie, users):
            taken[tie.number] = tie
            users.setdefault(tie.trigger.first, []).append(tie.number)
        else:
            late.append(tie)
    for tie in late:
        if tie.number not in taken and tie.cost + _SHARED <= _DEAREST:
            taken[tie.number] = tie
        else:
            lost.append(tie)
    return taken, lost


def _free(line: Line, tie: Tie, users: dict[int, list[int]]) -> bool:
    """Say whether the trigger is unused, or used by a number with which this one is coordinated."""
    return all(coordinated(line, tie.number, other) for other in users.get(tie.trigger.first, ()))


def _verb_before(line: Line, n: int) -> Trigger | None:
    """Return the verb shortly before number `n` whose people it joins: "was killed, along with their three sons"."""
    reach = range(line.bound_start(n) - _ADDED_REACH, line.bound_start(n))
    verbs = [t for t in line.triggers if t.last in reach and t.entry.role in ("object", "subject", "state")]
    between = list(range(verbs[-1].last + 1, line.bound_start(n))) if verbs else []
    return verbs[-1] if verbs and not any(line.words[i].number >= 0 for i in between) else None


def _added(line: Line, n: int) -> bool:
    """Say whether "as well as" or the like puts this count beside the one before it."""
    words, start = lexicon(line.lang).words, line.bound_start(n)
    if line.low(start - 1) in words["articles"]:
        start -= 1
    before = " ".join(line.low(i) for i in range(start - 3, start))
    return before.endswith(tuple(sorted(lexicon(line.lang).words["added"])))


def coordinated(line: Line, one: int, other: int, *, colon: bool = False) -> bool:
    """Say whether only joins stand between the phrases of two numbers, so that they are members of one row."""
    a, b = sorted((one, other))
    first = _over_age(line, a)
    between = [line.low(i) for i in range(first, line.bound_start(b)) if line.words[i].number < 0]
    return all(low in lexicon(line.lang).words["loose"] or (colon and low == ":") for low in between)


def _over_age(line: Line, n: int) -> int:
    """Return the index of the word behind those counted and their ages: "five children aged from two to 11"."""
    known = lexicon(line.lang)
    first = i = max(line.counted[n].last, line.places[n]) + 1
    if line.low(i) not in known.age["before"]:
        return first
    while i < len(line.words) and (
        line.words[i].number >= 0
        or line.low(i) in known.age["before"] | known.age["from"]
        or line.low(i) in ("to", "and")
    ):
        i += 1
    return i if line.low(i) in (",", "and") or line.low(i - 1) != "and" else i - 1
