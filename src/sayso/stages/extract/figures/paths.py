"""Costs from the parse: the price of the path in the dependency tree from a number to a measure word.

Paths weighted by relation follow Bunescu and Mooney, "A Shortest Path Dependency Kernel for Relation Extraction"
(EMNLP 2005), with prices from the vocabulary of the language's parser.
"""

from collections.abc import Mapping

from sayso.language.parse import Parse
from sayso.language.vocabulary import vocabulary
from sayso.stages.extract.figures.costs import Cost
from sayso.stages.extract.figures.lexicon import Entry
from sayso.stages.extract.figures.line import Line
from sayso.stages.extract.figures.triggers import Trigger

__all__ = ["Paths"]

_OTHER = 1.2
# A noun of measure behind the counted phrase is another noun: "90 men were listed as victims".
_NOT_COUNTED = 1.5
_FOREIGN = 1.2
_AGENT = 4.0


def _lineage(parse: Parse, i: int) -> list[int]:
    return [i, *parse.above(i)]


class Paths:
    """The dependency path: knows doers from sufferers, and clauses from their neighbours."""

    def __init__(self, lang: str = "en") -> None:
        """Take the prices of the relations that the parser of `lang` knows."""
        prices = vocabulary("paths", lang)
        self.up: Mapping[str, float] = prices["up"]
        self.down: Mapping[str, float] = prices["down"]
        self.adjectives = frozenset(vocabulary("figure_words", lang)["adjectives"])
        self.kinds: Mapping[str, list[str]] = prices["kinds"]

    def __call__(self, line: Line, n: int, trigger: Trigger) -> Cost | None:
        """Return the cost by the parse; None without a parse, or where the words are not in one tree."""
        if line.parse is None or self._needs_neighbours(line, n, trigger):
            return None
        start, goal = line.token(line.places[n]), self._goal(line, trigger)
        if start is None or goal is None:
            return None
        up, down = self._route(line.parse, start, goal)
        if up is None:
            return None
        price = sum(self.up.get(line.parse.deps[i], _OTHER) for i in up)
        price += sum(self.down.get(line.parse.deps[i], _OTHER) for i in down)
        after = trigger.first > max(line.counted[n].last, line.places[n])
        if trigger.entry.role == "noun" and after and line.low(trigger.first) not in self.adjectives:
            price += _NOT_COUNTED
        price += self._role_price(line, trigger, line.parse, goal, up, down)
        steps = [line.parse.deps[i] for i in up] + ["/"] + [line.parse.deps[i] for i in reversed(down)]
        return Cost(trigger.entry.cost + price, "path " + " ".join(steps))

    def _needs_neighbours(self, line: Line, n: int, trigger: Trigger) -> bool:
        """Say whether only words in a row can tie this trigger: classes, vague tallies, "the dead"."""
        if trigger.entry.role == "class":
            return not line.places[n] < trigger.first <= line.counted[n].last
        before = trigger.last < line.places[n]
        return (trigger.entry.role == "tally" and trigger.entry.cost > 0) or (
            before and line.low(trigger.first) == "the"
        )

    def _goal(self, line: Line, trigger: Trigger) -> int | None:
        """Return the token that stands for the trigger: the one of its words that is highest in the tree."""
        tokens = [t for t in (line.token(i) for i in range(trigger.first, trigger.last + 1)) if t is not None]
        if not tokens or line.parse is None:
            return None
        depths = {t: len(_lineage(line.parse, t)) for t in tokens}
        return min(tokens, key=lambda t: (depths[t], t))

    def _route(self, parse: Parse, start: int, goal: int) -> tuple[list[int] | None, list[int]]:
        """Return the tokens left going up and those entered going down (from the goal upwards)."""
        ups, downs = _lineage(parse, start), _lineage(parse, goal)
        common = next((i for i in ups if i in set(downs)), None)
        if common is None:
            return None, []
        return ups[: ups.index(common)], downs[: downs.index(common)]

    def _foreign_clause(self, parse: Parse, up: list[int], down: list[int]) -> float:
        """Return what it costs that the number is the argument of another verb, or the trigger describes another noun."""
        rising = [parse.deps[i] for i in up]
        falling = [parse.deps[i] for i in reversed(down)]
        argument = next((i for i, dep in enumerate(rising) if dep in self.kinds["arguments"]), None)
        price = 0.0
        if argument is not None and any(dep in self.kinds["clauses"] for dep in rising[argument + 1 :]):
            price += _FOREIGN
        climbed = any(dep not in self.kinds["noun_inside"] for dep in rising)
        if climbed and any(dep in self.kinds["modifiers"] for dep in falling):
            price += _FOREIGN
        clause = next((i for i in down if parse.deps[i] == "relcl"), None)
        if climbed and clause is not None and parse.tags[parse.heads[clause]] == "NNP":
            # "Four guards fired at Vale, who died": the clause tells of one person by name.
            price += _AGENT
        return price

    def _role_price(
        self, line: Line, trigger: Trigger, parse: Parse, goal: int, up: list[int], down: list[int]
    ) -> float:
        """Return what it costs that the number is not where the trigger wants its people."""
        role = trigger.entry.role
        if role == "tally":
            return 0.2 if line.words[trigger.first].start < line.words[line.places[0]].start or not up else 0.6
        if role == "subject" and up and not down and parse.deps[up[-1]] == "dobj":
            return _AGENT
        price = self._foreign_clause(parse, up, down) if role in ("object", "subject", "state") else 0.0
        if role == "object" and down and self._acts(parse, goal, up, down):
            return _AGENT
        if price or role != "object" or down:
            return price
        return self._as_doer(parse, goal, parse.deps[up[-1]] if up else "", trigger.entry)

    def _acts(self, parse: Parse, goal: int, up: list[int], down: list[int]) -> bool:
        """Say whether the number's people are the subject of a verb farther down that has others for its object.

        "One man who shot three", "two boys used a rifle to kill five".
        """
        below = {parse.deps[c] for c in parse.children[goal]}
        if "dobj" not in below or "nsubjpass" in below:
            return False
        if parse.deps[goal] == "relcl":
            return len(down) == 1 and "nsubj" in below
        subject = bool(up) and parse.deps[up[-1]] in ("nsubj", "nsubjpass")
        return subject and "nsubj" not in below and all(parse.deps[i] in self.kinds["shared_subject"] for i in down)

    def _as_doer(self, parse: Parse, goal: int, last: str, entry: Entry) -> float:
        """Return what it costs that the number's people do what the verb at `goal` says; `last` leads to the verb."""
        children = {parse.deps[c] for c in parse.children[goal]}
        if last == "agent" or (last == "nsubj" and "dobj" in children):
            return _AGENT
        # A doubtful word is no participle where the parser sees a verb with its subject: "two workers admitted using it".
        if last == "nsubj" and entry.person and parse.tags[goal] == "VBD":
            return _AGENT
        return _AGENT / 2 if last == "nsubj" and parse.tags[goal] in ("VBG", "VBZ", "VBP") else 0.0
