"""Conversations printed turn by turn: "NAME: words", "Q: … A: …". Each turn is said by whom its label names.

One label makes no transcript: a headline has one too ("Police: 12 held"), and a list of facts has many that never come
back. Here labels come back, by turns, and most of what follows them ends like a sentence.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from sayso.language.alternation import either
from sayso.language.names import is_role, name_runs
from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span
from sayso.stages.extract.speech.cue_words import cue_words
from sayso.stages.extract.speech.kinds import is_carrier
from sayso.stages.extract.speech.saying import NounPhrase, Saying
from sayso.stages.extract.speech.units import Unit

__all__ = ["Turn", "sayings_in_turns", "turns_of"]

_LABEL = re.compile(
    r"(?P<who>[^\W\d_a-z][^\n:?!;“”\"()]{0,58}?)(?: \([^()\n]{1,40}\))? ?:\s+(?=\S)|(?P<letter>[QA])\.\s+(?=\S)"
)
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_CLOSED = re.compile(r"[.!?…][\"'”’)]?\s*$")
_LONGEST = 7
_FEWEST_TURNS = 3
_FEWEST_WORDS = 4
_MOSTLY = 0.6
_LABELLED = 0.4
_INTRODUCED = 60


class Turn(Struct, frozen=True):
    """One turn: its label without the colon, its words up to the next label, and whether it is the outlet's question.

    `speaker` is where the one who speaks is named: in the label, or above for who is only "A"; None where nowhere.
    """

    label: Span
    words: Span
    speaker: Span | None
    asks: bool = False


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(vocabulary("transcripts")[key])


def turns_of(text: str, lines: Sequence[Span], outlet: str | None = None) -> list[Turn]:
    """Return the turns of a report that is a transcript, in order; none where it is not. `lines` are its paragraphs."""
    labels = ((number, _label(text, line)) for number, line in enumerate(lines))
    found = [(number, *label) for number, label in labels if label is not None]
    if not found or not _is_transcript(text, lines, found):
        return []
    turns: list[Turn] = []
    answers = _introduced(text, lines[found[0][0]].start)
    for k, (number, label, start) in enumerate(found):
        last = found[k + 1][0] - 1 if k + 1 < len(found) else number
        asks = _key(label.of(text)) in _words("askers") or _is_outlet(label.of(text), outlet)
        words = Span(start, lines[last].end)
        speaker = answers if _key(label.of(text)) in _words("answers") else label
        turns.append(Turn(label, words, speaker, asks=asks))
    return turns


def _label(text: str, line: Span) -> tuple[Span, int] | None:
    """Return the label at the head of a line and where its words begin."""
    found = _LABEL.match(text, line.start, line.end)
    if found is None:
        return None
    group = "letter" if found["letter"] else "who"
    words = _WORD.findall(found[group])
    small = [word for word in words if word[0].islower() and word not in _words("small")]
    if small or not words or len(words) > _LONGEST or _key(found[group]) in _words("no_speakers"):
        return None
    if not cue_words("own_voice").isdisjoint(word.lower() for word in words):
        return None
    return Span(*found.span(group)), found.end()


def _key(label: str) -> str:
    return " ".join(word.lower() for word in _WORD.findall(label) if not word.isdigit())


def _is_transcript(text: str, lines: Sequence[Span], found: Sequence[tuple[int, Span, int]]) -> bool:
    counts = Counter(_key(label.of(text)) for _, label, _ in found)
    letters = not counts.keys().isdisjoint(_words("askers")) and not counts.keys().isdisjoint(_words("answers"))
    if not letters and (len(found) < _FEWEST_TURNS or len(counts) < 2 or max(counts.values()) < 2):  # noqa: PLR2004 - two that talk
        return False
    labelled = len(found) / (found[-1][0] - found[0][0] + 1)
    closed = sum(_CLOSED.search(text, max(start, lines[n].end - 4), lines[n].end) is not None for n, _, start in found)
    told = letters or any(_tells_somebody(label.of(text)) for _, label, _ in found)
    return told and labelled >= _LABELLED and closed / len(found) >= _MOSTLY


def _tells_somebody(label: str) -> bool:
    """Say whether a label must be somebody's: a first and a last name, or what one is in a broadcast."""
    words = _key(label).split()
    if not _words("hosts").isdisjoint(words) or not _words("askers").isdisjoint(words):
        return True
    person = any(run.person and (len(run.words) > 1 or run.titles) for run in name_runs(label))
    return person or any(map(is_role, words))


def _is_outlet(label: str, outlet: str | None) -> bool:
    return is_carrier(label) or (outlet is not None and _key(label) == _key(outlet))


def _introduced(text: str, end: int) -> Span | None:
    """Return whom the lines above the first turn introduce: the one named behind "spoke to", or the only one named."""
    for found in _introductions().finditer(text, 0, end):
        near = Span(found.end(), min(end, found.end() + _INTRODUCED))
        person = next((run for run in name_runs(text, near) if run.person and len(run.words) > 1), None)
        if person is not None:
            return person.name
    named = {
        " ".join(run.words): run.name for run in name_runs(text, Span(0, end)) if run.person and len(run.words) > 1
    }
    return next(iter(named.values())) if len(named) == 1 else None


@cache
def _introductions() -> "re.Pattern[str]":
    return re.compile(rf"\b(?:{either(_words('introduced_by'))})\b", re.IGNORECASE)


def sayings_in_turns(text: str, units: Sequence[Unit], turns: Sequence[Turn]) -> Iterator[Saying]:
    """Yield one saying for each sentence of a turn that states something: questions and greetings do not."""
    k = 0
    for number, unit in enumerate(units):
        while k < len(turns) and turns[k].words.end <= unit.span.start:
            k += 1
        if k == len(turns):
            return
        turn = turns[k]
        start = max(unit.span.start, turn.words.start)
        if unit.span.end <= turn.label.start or start >= unit.span.end or turn.asks or turn.speaker is None:
            continue
        words = text[start : unit.span.end]
        if len(words.split()) >= _FEWEST_WORDS and not words.rstrip('"”’) ').endswith("?"):
            yield Saying(
                unit=number,
                construct="label",
                content=(Span(start, unit.span.end),),
                score=0.7,
                source=NounPhrase(turn.speaker, turn.speaker),
                why="turn of a transcript",
            )
