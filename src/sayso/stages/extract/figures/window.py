"""Costs from words in a row: what stands between a number's phrase and a measure word, and on which side."""

from sayso.stages.extract.figures.costs import Cost
from sayso.stages.extract.figures.lexicon import Lexicon
from sayso.stages.extract.figures.line import Line
from sayso.stages.extract.figures.triggers import Trigger

__all__ = ["Window"]

_WRONG_SIDE = 2.5
_DOER = 4.0
# Words before a class in which "the number of" may stand.
_NAMED = 4
_WORD = 0.5


class Window:
    """The token window: complete without a parser."""

    def __init__(self, known: Lexicon) -> None:
        """Take the vocabulary that tells small words apart."""
        self.known = known
        self._price = self._prices()

    def _prices(self) -> dict[str, float]:
        small = self.known.words
        prices: dict[str, float] = {}
        prices.update(dict.fromkeys(sorted(small["finite"]), 0.5))
        prices.update(dict.fromkeys(sorted(small["prepositions"]), 0.3))
        prices.update(dict.fromkeys(sorted(small["articles"]), 0.15))
        prices.update(dict.fromkeys(sorted(small["clauses"]), 2.0))
        prices.update(dict.fromkeys(sorted(small["helpers"]), 0.1))
        prices.update(self.known.prices)
        return prices

    def __call__(self, line: Line, n: int, trigger: Trigger) -> Cost | None:
        """Return the cost by words; None where the trigger cannot stand on that side."""
        at, counted = line.places[n], line.counted[n]
        last = max(counted.last, at)
        base = trigger.entry.cost
        if at < trigger.first <= last:
            return self._inside(trigger, base)
        if trigger.first > last:
            return self._after(line, n, trigger, base)
        if trigger.last < line.bound_start(n):
            return self._before(line, n, trigger, base)
        return None

    def gap(self, line: Line, first: int, last: int) -> float:
        """Return the price of words `first` to `last` (both included)."""
        total = 0.0
        for i in range(first, last + 1):
            word = line.words[i]
            if word.is_quote:
                continue
            if word.number >= 0:
                total += 1.0 if line.excluded[word.number] is None else 0.4
            elif i in line.verbs:
                total += 1.5
            elif i > first and word.low == "who" and _names_another(line, i):
                total += _WRONG_SIDE
            else:
                total += self._price.get(word.low, _WORD)
        return total

    def _inside(self, trigger: Trigger, base: float) -> Cost | None:
        role, shape = trigger.entry.role, trigger.entry.shape
        if role in ("noun", "class"):
            return Cost(base, f"{role} counted")
        if (role in ("object", "subject") and shape == "past") or role == "state":
            return Cost(base + 0.2, "participle in the counted phrase")
        return None

    def _after(self, line: Line, n: int, trigger: Trigger, base: float) -> Cost | None:
        role = trigger.entry.role
        if role in ("tally", "class"):
            return None
        last = max(line.counted[n].last, line.bound_end(n))
        gap = self.gap(line, last + 1, trigger.first - 1)
        lows = [line.low(i) for i in range(last + 1, trigger.first)]
        if role == "noun":
            adjective = line.words[trigger.first].low in self.known.words["adjectives"]
            return Cost(base + gap + (0.0 if adjective else _WRONG_SIDE), "adjective after its noun")
        if role == "object":
            return Cost(base + gap + self._as_agent(line, trigger, lows), "subject of the passive")
        return Cost(base + gap, "subject" if role == "subject" else "state")

    def _as_agent(self, line: Line, trigger: Trigger, lows: list[str]) -> float:
        """Return what it costs that the number may be the doer of a transitive verb."""
        if trigger.entry.shape != "past":
            return _DOER
        if any(low in self.known.words["be"] for low in lows):
            return 0.0
        follow = trigger.last + 1
        timed = line.low(follow + 1) in self.known.words["times"]
        has_object = (line.low(follow) in self.known.words["articles"] and not timed) or line.low(follow) in (
            "him",
            "her",
            "them",
        )
        has_object |= follow < len(line.words) and line.words[follow].number >= 0
        has_object |= follow < len(line.words) and follow in line.starts
        if any(low in self.known.words["have"] for low in lows):
            return _DOER if has_object else 0.4
        if has_object or (trigger.entry.person and not self._closes(line, follow)):
            return _DOER
        return 0.1

    def _closes(self, line: Line, i: int) -> bool:
        """Say whether word `i` may follow a participle that has its people before it: a mark, a preposition, nothing."""
        if i >= len(line.words) or line.words[i].is_mark:
            return True
        small = self.known.words
        return line.low(i) in small["prepositions"] | small["joins"] | small["ends_noun"] | small["clauses"]

    def _before(self, line: Line, n: int, trigger: Trigger, base: float) -> Cost | None:
        role, first = trigger.entry.role, line.bound_start(n)
        gap = self.gap(line, trigger.last + 1, first - 1)
        if role in ("object", "subject") and self._is_numbered(line, trigger, first):
            return Cost(self._tally(line, n, trigger, 0.0).value + base, "tally of people of a measure")
        if role == "object":
            return Cost(base + gap * 1.3 + self._as_passive(line, trigger), "object of the verb")
        if role == "tally":
            return self._tally(line, n, trigger, base)
        if role == "class":
            return self._class_before(line, n, trigger, base, gap)
        if role == "noun" and line.low(first - 1) in self.known.words["numbering"]:
            return Cost(base * 0.3 + gap * 0.2, "subject of the count")
        extra = {"noun": 1.2, "subject": 2.6, "state": 1.2}[role]
        return Cost(base + gap + extra, f"after the {role}")

    def _class_before(self, line: Line, n: int, trigger: Trigger, base: float, gap: float) -> Cost | None:
        first = line.bound_start(n)
        named = {line.low(i) for i in range(trigger.first - _NAMED, trigger.first)}
        if named & self.known.words["tally"]:
            tally = self._tally(line, n, trigger, 0.0)
            return Cost(tally.value + base * 0.3, "tally of a class")
        if line.low(first - 1) in self.known.words["numbering"]:
            return Cost(base * 0.5 + gap * 0.3, "subject of the count")
        between = [line.low(i) for i in range(trigger.last + 1, first) if not line.words[i].is_quote]
        linked = any(low in self.known.words["be"] | self.known.words["numbering"] or low == ":" for low in between)
        fits = linked and all(
            low in self.known.words["copula"] or low in self.known.words["helpers"] or low == "," for low in between
        )
        return Cost(base * 0.5 + gap, "predicate of the noun") if fits else None

    def _is_numbered(self, line: Line, trigger: Trigger, first: int) -> bool:
        """Say whether "the number of people" or "the number who" leads to the measure word and a verb to the number."""
        before = range(max(0, trigger.first - _NAMED - 1), trigger.first)
        heads = [i for i in before if line.low(i) == "number" and line.low(i + 1) in ("of", "who")]
        clear = heads and all(line.words[i].number < 0 and not line.words[i].is_mark for i in range(heads[-1], first))
        leads = {line.low(i) for i in range(trigger.last + 1, first)}
        return bool(clear) and bool(leads & (self.known.words["telling"] | {"be", "at", "to"}))

    def _as_passive(self, line: Line, trigger: Trigger) -> float:
        """Return what it costs that the verb before the number may be passive and have its people already."""
        if trigger.entry.shape != "past":
            return 0.0
        # "The bomber struck as 40 men were at prayer": the verb has no object.
        if trigger.entry.person and line.low(trigger.last + 1) in ("as", "when", "while"):
            return _DOER
        near = [line.low(i) for i in range(max(0, trigger.first - 3), trigger.first)]
        return _WRONG_SIDE - 0.7 if any(low in self.known.words["be"] for low in near) else 0.2

    def _tally(self, line: Line, n: int, trigger: Trigger, base: float) -> Cost:
        """A tally reaches far, but not over another clause or past a number of its own."""
        first = line.bound_start(n)
        # A toll reaches far; a crowd or a force only as far as "a crowd of nearly 300".
        near = 0.4 if base == 0 else 1.2
        total = 0.0
        for i in range(trigger.last + 1, first):
            word = line.words[i]
            if word.number >= 0:
                total += 0.8 if line.excluded[word.number] is None else 0.1
            elif not word.is_quote:
                total += 0.8 if word.low == "," else min(self._price.get(word.low, 0.3), 1.0) * near
        counted = line.counted[n]
        mine = counted.kind in ("none", "pronoun") or counted.noun in ("dead", "death", "injured")
        # "The dead, 18 of them": a comma ends what a bare "the dead" can count.
        # "Of the dead, nine lived upriver" is told at the head of a sentence.
        whole = line.low(trigger.first) == "the" and not (trigger.first == 1 and line.low(0) == "of")
        cut = whole and any(line.low(i) == "," for i in range(trigger.last, first))
        return Cost(base + total + (0.0 if mine else 0.8) + (_WRONG_SIDE if cut else 0.0), "tally before the number")


def _names_another(line: Line, who: int) -> bool:
    """Say whether a name stands right before the "who": "three deputies fired at Vale, who died"."""
    before = who - 1 - (line.low(who - 1) == ",")
    return before >= 0 and line.words[before].is_name
