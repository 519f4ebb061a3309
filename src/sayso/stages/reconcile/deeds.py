"""Which measures a sentence tells of, and whether they begin, go on or end: words of the vocabulary, clause by clause."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from msgspec import Struct

from sayso.language.alternation import either
from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span

__all__ = ["Deed", "actions_in", "clause_border", "deeds_in", "worth"]

# Words between what is acted on and what is done to it.
_APART = 8
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")

_Phrase = tuple[str, ...]
_Stretch = tuple[int, int]
"""The first word and the one after the last, by their numbers in the sentence."""


class Deed(Struct, frozen=True, kw_only=True):
    """One measure that a sentence tells of: its label, where what was done stands in the sentence, whether it ended."""

    label: str
    span: Span
    ends: bool = False


class _Action(Struct, frozen=True, kw_only=True):
    label: str
    after: str
    phrases: frozenset[_Phrase]
    things: frozenset[_Phrase]
    deeds: frozenset[_Phrase]
    undone: frozenset[_Phrase]
    itself: frozenset[_Phrase]
    is_order: bool


class _Line:
    """A sentence as words, with what the vocabulary has found in it."""

    def __init__(self, sentence: str) -> None:
        found = list(_WORD.finditer(sentence))
        self.words = [word.group().lower().replace("’", "'") for word in found]
        self.spans = [Span(*word.span()) for word in found]
        self.borders = sorted(
            {bisect_left(self.spans, Span(b.end(), b.end())) for b in clause_border().finditer(sentence)}
        )
        self._told: dict[_Phrase, list[_Stretch]] = {}
        for at, word in enumerate(self.words):
            for phrase in _known().get(word, ()):
                if tuple(self.words[at : at + len(phrase)]) == phrase:
                    self._told.setdefault(phrase, []).append((at, at + len(phrase)))

    def told(self, phrases: Iterable[_Phrase]) -> list[_Stretch]:
        """Return where any of the phrases stand, in order."""
        return sorted(stretch for phrase in phrases if phrase in self._told for stretch in self._told[phrase])

    def clause(self, first: int, last: int) -> _Stretch:
        """Return the clauses that the words from `first` to `last` stand in, as one stretch."""
        left = bisect_left(self.borders, first + 1)
        right = bisect_left(self.borders, last)
        return (
            self.borders[left - 1] if left else 0,
            self.borders[right] if right < len(self.borders) else len(self.words),
        )

    def span(self, first: int, last: int) -> Span:
        """Return the characters from the first word to the one before the last."""
        return Span(self.spans[first].start, self.spans[last - 1].end)


def actions_in(sentence: str) -> list[str]:
    """Return the labels of the measures that a sentence tells of, each once."""
    return list(dict.fromkeys(deed.label for deed in deeds_in(sentence)))


def deeds_in(sentence: str) -> list[Deed]:
    """Return the measures that a sentence tells of; their ends and extensions have labels of their own."""
    line = _Line(sentence)
    return [deed for action in _actions() for deed in _of(action, line)]


def worth(line: str) -> bool:
    """Say, at little cost, whether a line of text has the first word of anything that a measure is told by."""
    heads = _heads()
    return any(word.group().lower() in heads for word in _WORD.finditer(line))


def _of(action: _Action, line: _Line) -> Iterable[Deed]:
    things = line.told(action.things)
    phrases = line.told(action.phrases)
    itself = sorted({*phrases, *line.told(action.itself)})
    # An order is lifted, and its object is not: "prices ended higher". What was stopped goes on: "flights resumed".
    ended = _pairs(itself if action.is_order else sorted({*things, *itself}), line.told(action.undone), line)
    for thing, end in ended:
        if not _unreal(line, thing, end, planned=True):
            yield Deed(label=action.after, span=line.span(*end), ends=True)
    # Only what can end can be made longer.
    longer = _pairs(itself, line.told(_table("extended")), line) if action.undone else []
    for thing, more in longer:
        if not _unreal(line, thing, more):
            yield Deed(label=f"{action.label}: extended", span=line.span(*more))
    over = {thing for thing, _end in (*ended, *longer)}
    begun = [(phrase, phrase) for phrase in phrases if phrase not in over]
    begun += [pair for pair in _pairs(things, line.told(action.deeds), line) if not _is_undoing(pair, ended)]
    for thing, deed in begun:
        if not _unreal(line, thing, deed):
            yield Deed(label=action.label, span=line.span(*deed))


def _is_undoing(pair: tuple[_Stretch, _Stretch], ended: Sequence[tuple[_Stretch, _Stretch]]) -> bool:
    """Say whether the deed of a pair lies in the words of its end: "closed" in "no longer closed"."""
    return any(end[0] <= pair[1][0] < end[1] for _thing, end in ended)


def _hull(one: _Stretch, other: _Stretch) -> _Stretch:
    return (min(one[0], other[0]), max(one[1], other[1]))


def _pairs(things: Sequence[_Stretch], deeds: Sequence[_Stretch], line: _Line) -> list[tuple[_Stretch, _Stretch]]:
    """Return each thing with the nearest deed before or behind it that can be done to it, where one is near enough."""
    pairs = []
    for thing in things:
        at = bisect_left(deeds, thing)
        # The neighbours in order are the nearest; a deed that overlaps the thing may come first.
        near = [deed for deed in deeds[max(0, at - 2) : at + 2] if deed[0] >= thing[1] or deed[1] <= thing[0]]
        gaps = [(_gap(thing, deed), deed) for deed in near if _is_done(thing, deed, line)]
        best = min(gaps, default=None)
        if best is not None and best[0] <= _APART:
            pairs.append((thing, best[1]))
    return pairs


def _is_done(thing: _Stretch, deed: _Stretch, line: _Line) -> bool:
    """Say whether the grammar lets the deed be done to the thing: it is no place, and the deed no other noun's."""
    if deed[0] > 0 and deed[0] >= thing[1] and (line.words[deed[0] - 1],) in _table("article"):
        return False
    before = thing[0] - 1
    while before >= 0 and (line.words[before],) in _table("determiner"):
        before -= 1
    return before < 0 or (line.words[before],) not in _table("place") or deed[0] <= before < deed[1]


def _gap(one: _Stretch, other: _Stretch) -> int:
    return max(one[0], other[0]) - min(one[1], other[1])


def _unreal(line: _Line, thing: _Stretch, deed: _Stretch, *, planned: bool = False) -> bool:
    """Say whether the clause wishes, plans or denies the measure; `planned` asks for what has not happened yet."""
    first, last = _hull(thing, deed)
    own = {*range(*thing), *range(*deed)}
    left, right = line.clause(first, last)
    unreal = line.told(_table("unreal")) + (line.told(_table("future")) if planned else [])
    if any(left <= at < right and at not in own for at, _end in unreal):
        return True
    if any(left <= at < first and at not in own for at, _end in line.told(_table("stop"))):
        return True
    return any(end == first for _at, end in line.told(_table("none")))


@cache
def clause_border() -> re.Pattern[str]:
    """Return the pattern of what parts clauses; what stands beyond it is told of something else."""
    table = vocabulary("actions")["borders"]
    words, joins, verbs = (either(table[key]) for key in ("words", "joins", "auxiliaries"))
    return re.compile(rf"[;:()—–]|,\s|\b(?:{words})\b|\b(?:{joins})\s(?=(?:{verbs})\b)")


@cache
def _table(name: str) -> frozenset[_Phrase]:
    return _phrases(vocabulary("actions")[name]["words"])


def _phrases(words: Iterable[str]) -> frozenset[_Phrase]:
    return frozenset(tuple(word.group() for word in _WORD.finditer(phrase)) for phrase in words)


@cache
def _actions() -> tuple[_Action, ...]:
    return tuple(_action(entry) for entry in vocabulary("actions")["action"])


def _action(entry: Mapping[str, str | Sequence[str]]) -> _Action:
    undone = entry.get("undone", ())
    ends = {"order": _table("lifted"), "stop": _table("running")}
    label = str(entry["label"])
    return _Action(
        label=label,
        after=str(entry.get("after", f"{label}: ended")),
        phrases=_phrases(entry.get("phrases", ())),
        things=_phrases(entry.get("things", ())),
        deeds=_phrases(entry.get("deeds", ())),
        undone=ends[undone] if isinstance(undone, str) else _phrases(undone),
        itself=_phrases(entry.get("itself", ())),
        is_order=undone == "order",
    )


@cache
def _heads() -> frozenset[str]:
    """Return the first words of phrases and things: a sentence without one tells of no measure."""
    return frozenset(phrase[0] for action in _actions() for phrase in action.phrases | action.things)


@cache
def _known() -> Mapping[str, tuple[_Phrase, ...]]:
    """Return all phrases of the vocabulary by their first word."""
    every = frozenset().union(*(a.phrases | a.things | a.deeds | a.undone | a.itself for a in _actions()))
    every |= frozenset().union(*(_table(name) for name in ("stop", "unreal", "none", "future", "extended")))
    found: dict[str, list[_Phrase]] = {}
    for phrase in sorted(every):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(phrases) for first, phrases in found.items()}
