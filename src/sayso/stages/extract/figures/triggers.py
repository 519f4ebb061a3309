"""The words of a sentence that give a measure."""

from collections.abc import Sequence

from msgspec import Struct

from sayso.stages.extract.figures.lexicon import Entry, Lexicon
from sayso.stages.extract.figures.words import Word

__all__ = ["Trigger", "find_triggers"]


class Trigger(Struct, frozen=True):
    """A measure word in a sentence: words `first` to `last` (both included), and what it says."""

    first: int
    last: int
    entry: Entry


def find_triggers(words: Sequence[Word], known: Lexicon) -> list[Trigger]:
    """Return the triggers in order; where one word has several senses, all of them stand."""
    lows = [word.low for word in words]
    present = frozenset(lows)
    found: list[Trigger] = []
    covered = -1
    for i, low in enumerate(lows):
        # Most words begin nothing.
        if low not in known.entries and not known.idioms.begins(low):
            continue
        if words[i].is_name and low in known.months:
            continue
        idiom = known.idioms.at(lows, i)
        fits = [
            entry
            for entry in known.entries.get(low, ())
            if (len(entry.phrase) == 1 or _stands(lows, i, entry)) and _allowed(entry, present)
        ]
        # A longer phrase goes before an idiom: "struck by gunfire" before "struck by".
        if idiom and not (fits and len(fits[0].phrase) > idiom):
            covered = max(covered, i + idiom - 1)
        if not fits or i <= covered:
            continue
        longest = len(fits[0].phrase)
        found += [Trigger(i, i + longest - 1, e) for e in fits if len(e.phrase) == longest]
        covered = i + longest - 1
    return found


def _stands(lows: list[str], i: int, entry: Entry) -> bool:
    return tuple(lows[i : i + len(entry.phrase)]) == entry.phrase


def _allowed(entry: Entry, present: frozenset[str]) -> bool:
    return not entry.needs or not present.isdisjoint(entry.needs)
