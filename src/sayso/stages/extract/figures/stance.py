"""How sure a figure is: asserted, uncertain or denied, by the words that govern it."""

from collections.abc import Sequence
from functools import cache

from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Stance
from sayso.stages.extract.figures.lexicon import Phrases, lexicon
from sayso.stages.extract.figures.line import Line
from sayso.stages.extract.figures.triggers import Trigger

__all__ = ["is_hypothetical", "stance_of"]

_REACH = 7
_OPENING = 8
_FURTHER = 3
# Words; an aside between a modal verb and its own is no longer.
_FARTHEST = 30
# A lower count of these puts an error right; fewer held, sent or sought for is news.
_ONLY_GROW = ("killed", "injured")
_BORDERS = frozenset([";", ".", "but", "while", "?", "!", ":"])


@cache
def _phrases(kind: str, part: str, lang: str) -> Phrases:
    return Phrases(p.replace("n't", "n't").replace("-", " ") for p in vocabulary("hedges", lang)[kind][part])


def stance_of(
    line: Line, n: int, trigger: Trigger | None, follow: Sequence[str], lang: str = "en"
) -> tuple[Stance, str]:
    """Return the stance of number `n` and the word that gave it; `follow` is the next sentence in lower-case words."""
    lows = [word.low for word in line.words]
    denied = _denied(line, n, lows, follow, lang) or _lowered(line, n, lang) or _corrected(line, n, trigger)
    if denied is not None:
        return "denied", denied
    unsure = _uncertain(line, n, lows, trigger, lang)
    return ("uncertain", unsure) if unsure is not None else ("asserted", "")


def is_hypothetical(line: Line, n: int, trigger: Trigger) -> bool:
    """Say whether a clause tells what did not happen: "if hundreds had died", "would have killed thousands"."""
    words = vocabulary("hedges", line.lang)["hypothetical"]
    first, last = line.bound_start(n), max(line.counted[n].last, line.places[n])
    opened = any(line.low(i) in words["opens"] and line.low(i - 1) != "as" for i in range(max(0, first - 2), first))
    rest = " ".join(line.low(i) for i in range(last + 1, trigger.first))
    if opened and any(rest.startswith(then) for then in words["then"]):
        return True
    verb = " ".join(line.low(i) for i in range(max(0, trigger.first - _FURTHER), trigger.first))
    return any(conditional in verb for conditional in words["verbs"])


def _uncertain(line: Line, n: int, lows: list[str], trigger: Trigger | None, lang: str) -> str | None:
    phrases = _phrases("uncertain", "before", lang)
    first, last = line.bound_start(n), max(line.counted[n].last, line.places[n])
    start = first
    while (
        start > 0
        and first - start < _REACH + _FURTHER
        and lows[start - 1] not in _BORDERS
        and line.words[start - 1].number < 0
        and lows[start - 2 : start] != [",", "with"]
    ):
        start -= 1
    end = max(last, trigger.last if trigger is not None else last)
    hedges = vocabulary("hedges", lang)["uncertain"]
    for i in [*range(start, first), *range(last + 1, min(end + 1, last + _REACH))]:
        skip = hedges["never_before"] + (hedges["not_after"] if i > last else [])
        if phrases.at(lows, i) and not _is_month(line, i) and not any(low in skip for low in lows[i + 1 : i + 3]):
            return str(lows[i])
    rest = " ".join(lows[last + 1 :])
    if any(phrase in rest for phrase in hedges["closing"]):
        return "unconfirmed"
    return _modal(line, trigger, lows, hedges["modals"]) if trigger is not None else None


def _is_month(line: Line, i: int) -> bool:
    """Say whether a word of doubt is a month: "on 25 May, nine men were killed"."""
    return i > 0 and line.words[i].is_name and line.low(i) in lexicon(line.lang).months


def _modal(line: Line, trigger: Trigger, lows: list[str], modals: Sequence[str]) -> str | None:
    """Return the modal verb that the measure's verb hangs from, over asides: "it could, he warned, kill 300"."""
    entry, first = trigger.entry, trigger.first
    perfect = lows[first - 1 : first] == ["have"]
    if entry.role not in ("object", "subject") or not (perfect or entry.shape == "base"):
        return None
    at = next((i for i in range(first - 1, max(-1, first - _FARTHEST), -1) if lows[i] in modals), None)
    if at is None:
        return None
    commas = [i for i in range(at, first) if lows[i] == ","]
    aside = range(commas[0], commas[-1] + 1) if commas else range(0)
    if len(commas) == 1 or lows[at + 1] in ("not", "n't"):
        return None
    between = [lows[i] for i in range(at + 1, first - perfect) if i not in aside]
    finite = lexicon(line.lang).words["finite"]
    broken = any(low in _BORDERS or low in finite for low in between)
    return None if broken or (not perfect and len(between) > 1) else lows[at]


def _denied(line: Line, n: int, lows: list[str], follow: Sequence[str], lang: str) -> str | None:
    hedges = vocabulary("hedges", lang)["denied"]
    verbs, nouns, strong = (_phrases("denied", part, lang) for part in ("verbs", "nouns", "strong"))
    at, counted = line.places[n], line.counted[n]
    if _set_right(line, n, lows, hedges["set_right"]):
        return None
    if line.low(line.bound_start(n) - 1) == "not" and counted.kind in ("none", "pronoun"):
        return "not"
    said = counted.kind in ("none", "pronoun") or any(low in hedges["things"] for low in lows)
    for i in range(max(0, at - 3 * _REACH), min(len(lows), at + 3 * _REACH)):
        # Most words deny nothing.
        if not any(phrases.begins(lows[i]) for phrases in (strong, verbs, nouns)) or not _reaches(lows, i, at):
            continue
        if _said_anew(lows, i, at, hedges["anew"]):
            continue
        # "To withdraw 300 of them" is said of people.
        leave = counted.kind == "pronoun" and lows[i].startswith("withdr")
        weak = (verbs.at(lows, i) or nouns.at(lows, i)) and lows[i - 1 : i] != ["by"] and not leave
        denies = lows[i] in hedges["deny"]
        about = said or (denies and lows[i + 1 : i + 2] == ["that"])
        if strong.at(lows, i) or (weak and about and (i < at) >= denies):
            return lows[i]
    return _taken_back(follow, lang)


def _lowered(line: Line, n: int, lang: str) -> str | None:
    """Return the word that takes a number down: "revised downwards from the 90 first reported"."""
    words, first = vocabulary("hedges", lang)["lowered"], line.bound_start(n)
    start = max(0, first - _OPENING)
    before = [line.low(i) for i in range(start, first)]
    if "from" not in before:
        return None
    source = len(before) - 1 - before[::-1].index("from")
    if any(low not in words["earlier"] for low in before[source + 1 :]):
        return None
    lead = before[max(0, source - _FURTHER) : source]
    verb = next((low for low in lead if low in words["verbs"]), None)
    return verb if verb is not None and not set(lead).isdisjoint(words["down"]) else None


def _corrected(line: Line, n: int, trigger: Trigger | None) -> str | None:
    """Return the verb that puts a lower number in the place of number `n`: "corrected to 20 from 22", "from 22 to 20"."""
    first = line.bound_start(n)
    counts = trigger is None or trigger.entry.measure in _ONLY_GROW
    right = _beside(line, n) if counts and line.low(first - 1) == "from" else None
    if right is None or line.numbers[right].value >= line.numbers[n].value:
        return None
    verbs = vocabulary("hedges", line.lang)["lowered"]["corrected"]
    start = min(first, line.bound_start(right))
    lead = (line.low(i) for i in range(start - 1, max(-1, start - _OPENING - _FURTHER), -1))
    return next((low for low in lead if low in verbs), None)


def _beside(line: Line, n: int) -> int | None:
    """Return the number behind "to" right before or after "from" and number `n`."""
    after = line.places[n] + 1
    if n + 1 < len(line.places) and line.low(after) == "to" and line.bound_start(n + 1) == after + 1:
        return n + 1
    before = n - 1 if n and line.places[n - 1] == line.bound_start(n) - 2 else None
    return before if before is not None and line.low(line.bound_start(before) - 1) == "to" else None


def _set_right(line: Line, n: int, lows: list[str], verbs: Sequence[str]) -> bool:
    """Say whether a number is put in the place of a wrong one: "admits an error, cuts the toll from 31 to 16"."""
    first = line.bound_start(n)
    before = lows[max(0, first - _REACH - _FURTHER) : max(0, first - 1)]
    return first > 0 and lows[first - 1] == "to" and any(low in verbs for low in before)


def _said_anew(lows: list[str], cue: int, at: int, anew: Sequence[str]) -> bool:
    """Say whether a second verb turns from what is taken back to what holds: "withdrew its 38 and put the dead at 36"."""
    return any(lows[i] == "and" and lows[i + 1] in anew for i in range(cue + 1, at - 1))


def _taken_back(follow: Sequence[str], lang: str) -> str | None:
    """Return the word of denial with which the next sentence speaks of this one: "That number is a hoax."""
    opening = list(follow[:_OPENING])
    text = " ".join(opening)
    if not text.startswith(_backs(lang)):
        return None
    hits = [_phrases("denied", part, lang).within(opening) for part in ("nouns", "strong", "verbs")]
    return next((opening[hit] for hit in hits if hit is not None), None)


@cache
def _backs(lang: str) -> tuple[str, ...]:
    return tuple(f"{back} " for back in vocabulary("hedges", lang)["denied"]["back"])


def _reaches(lows: list[str], cue: int, at: int) -> bool:
    between = lows[min(cue, at) : max(cue, at)]
    return not any(low in _BORDERS for low in between) and len(between) <= 3 * _REACH
