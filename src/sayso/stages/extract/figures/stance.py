"""How sure a figure is: asserted, uncertain or denied, by the words that govern it."""

from collections.abc import Sequence
from functools import cache

from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Stance
from sayso.stages.extract.figures.lexicon import Phrases
from sayso.stages.extract.figures.line import Line
from sayso.stages.extract.figures.triggers import Trigger

__all__ = ["stance_of"]

_REACH = 7
_BORDERS = frozenset([";", ".", "but", "while", "?", "!", ":"])


@cache
def _phrases(kind: str, part: str, lang: str) -> Phrases:
    return Phrases(p.replace("n't", "n't").replace("-", " ") for p in vocabulary("hedges", lang)[kind][part])


def stance_of(
    line: Line, n: int, trigger: Trigger | None, follow: Sequence[str], lang: str = "en"
) -> tuple[Stance, str]:
    """Return the stance of number `n` and the word that gave it; `follow` is the next sentence in lower-case words."""
    lows = [word.low for word in line.words]
    denied = _denied(line, n, lows, follow, lang)
    if denied is not None:
        return "denied", denied
    unsure = _uncertain(line, n, lows, trigger, lang)
    return ("uncertain", unsure) if unsure is not None else ("asserted", "")


def _uncertain(line: Line, n: int, lows: list[str], trigger: Trigger | None, lang: str) -> str | None:
    phrases = _phrases("uncertain", "before", lang)
    first, last = line.bound_start(n), max(line.counted[n].last, line.places[n])
    start = first
    while start > 0 and first - start < _REACH and lows[start - 1] not in _BORDERS and line.words[start - 1].number < 0:
        start -= 1
    end = max(last, trigger.last if trigger is not None else last)
    skip: list[str] = vocabulary("hedges", lang)["uncertain"]["not_after"]
    for i in [*range(start, first), *range(last + 1, min(end + 1, last + _REACH))]:
        if phrases.at(lows, i) and not any(low in skip for low in lows[i + 1 : i + 3]):
            return str(lows[i])
    return None


def _denied(line: Line, n: int, lows: list[str], follow: Sequence[str], lang: str) -> str | None:
    verbs, nouns = _phrases("denied", "verbs", lang), _phrases("denied", "nouns", lang)
    at = line.places[n]
    for i in range(len(lows)):
        if (verbs.at(lows, i) or nouns.at(lows, i)) and _reaches(lows, i, at):
            return lows[i]
    opening = list(follow[:12])
    backs = vocabulary("hedges", lang)["denied"]["back"]
    text = " ".join(opening)
    if opening and any(text.startswith(f"{back} ") for back in backs):
        hit = nouns.within(opening)
        hit = hit if hit is not None else verbs.within(opening)
        return opening[hit] if hit is not None else None
    return None


def _reaches(lows: list[str], cue: int, at: int) -> bool:
    between = lows[min(cue, at) : max(cue, at)]
    return not any(low in _BORDERS for low in between) and len(between) <= 3 * _REACH
