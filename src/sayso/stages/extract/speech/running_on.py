"""When a saying runs on into a number that stands in no saying itself.

Reporters state as much as they can in their own voice, so a number beside a sentence with a source is mostly the
report's own. Two things show otherwise: the number plainly counts the people told of before ("five of them", "Of the
14, …", "Nine are missing"), or numbers before and after it come from one source.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby

from msgspec import Struct

from sayso.language.alternation import either
from sayso.model.attribution import Attribution
from sayso.model.span import Span
from sayso.stages.extract.speech.cue_words import cue_words
from sayso.stages.extract.speech.speakers import Spoken
from sayso.stages.extract.speech.units import Unit

__all__ = ["Told", "between_two", "counts_them"]

_OPENING = 30
# "Another 20 people are missing" goes on from those before.
_MORE_OF_THEM = re.compile(r"(?:another|a further)\s+$", re.IGNORECASE)
# "Of the 14, …", "Among them …": a part of those before.
_PART_OF_THEM = re.compile(
    r"(?:Of|Among|Out of)\s+(?:(?:the|these|those)\s+(?P<count>\d(?:[\d,]*\d)?|\w+)|them|those|these)\b"
)
_COUNT = re.compile(r"[A-Z\d][\w,-]*")
_PLACED = re.compile(r" (?:in|at|near|around|outside) [A-Z]")
_WORD = re.compile(r"[^\W_]+")
_LONGEST_RUN = 3


class Told(Struct, frozen=True):
    """A number in the unit `unit` with its source; `quoted` where it stands in somebody's own words."""

    unit: int
    attribution: Attribution | None
    quoted: bool = False


def counts_them(
    text: str, units: Sequence[Unit], by_unit: Mapping[int, Sequence[Spoken]], number: int, span: Span
) -> list[Spoken]:
    """Return the sayings, in this unit or the one before, whose people the number at `span` goes on to count."""
    unit = units[number]
    opening = span.start - unit.span.start
    same = _same_people().match(text, span.end, unit.span.end)
    more = opening <= _OPENING and _MORE_OF_THEM.match(text, unit.span.start, span.start) is not None
    if same is None and _is_listed(text, unit.span.start, span):
        head = _COUNT.match(text, unit.span.start, span.start)
        same, opening = (_same_people().match(text, head.end(), span.start), 0) if head is not None else (None, opening)
    part = _PART_OF_THEM.match(text, unit.span.start, unit.span.end)
    before = [one for one in by_unit.get(number, ()) if one.saying.content[-1].end <= span.start]
    # A bare number refers back from the head of its sentence, or to what was said earlier in it.
    same = None if same is not None and same["of"] is None and opening > _OPENING and not before else same
    if not more and part is None and same is None:
        return []
    if not before and number:
        last = units[number - 1]
        again = part is not None and _stands_in(part["count"], last.span.of(text))
        before = list(by_unit.get(number - 1, ())) if again or last.paragraph == unit.paragraph else []
    return [one for one in before if any(_holds_number(piece.of(text)) for piece in one.saying.content)]


@cache
def _same_people() -> "re.Pattern[str]":
    """Return the pattern of what follows a number without a noun of its own: it counts the people of the one before."""
    whom, verbs = either(cue_words("of_whom")), either(cue_words("of_bare_numbers"))
    return re.compile(rf"\s+(?:(?P<of>of (?:{whom}))\b|(?:others\s+)?(?:{verbs})\b)")


def _is_listed(text: str, start: int, span: Span) -> bool:
    """Say whether a number goes on with a list whose verb stands with its first: "Nine died in Velm, two in Orsk"."""
    return text[start : span.start].endswith((", ", " and ")) and _PLACED.match(text, span.end) is not None


def _stands_in(count: str | None, sentence: str) -> bool:
    if count is None or not _holds_number(count):
        return False
    return re.search(rf"(?<![\w.,]){re.escape(count)}(?![\w]|[.,]\d)", sentence, re.IGNORECASE) is not None


def _holds_number(words: str) -> bool:
    return any(word.isdigit() or word.lower() in cue_words("number_words") for word in _WORD.findall(words))


def between_two(told: Sequence[Told], speaking: frozenset[int]) -> list[Attribution | None]:
    """Return the attributions of `told` (in the order of the text), with those that an unsourced run takes over.

    A run is up to three sentences one after the other that all hold numbers and nobody's saying (`speaking` are the
    units that hold one). Where the number right before and the one right after it come from one source, and in
    reported speech, the run is that source's too.
    """
    found = [one.attribution for one in told]
    sentences = [(unit, list(some)) for unit, some in groupby(range(len(told)), key=lambda i: told[i].unit)]
    start = 1
    while start < len(sentences):
        end = start
        while (
            end < len(sentences)
            and sentences[end][0] == sentences[end - 1][0] + 1
            and _is_silent(told, sentences[end], speaking)
        ):
            end += 1
        if (
            start < end < len(sentences)
            and end - start <= _LONGEST_RUN
            and sentences[end][0] == sentences[end - 1][0] + 1
        ):
            before, after = told[sentences[start - 1][1][-1]], told[sentences[end][1][0]]
            if _one_source(before, after):
                for i in (i for _, some in sentences[start:end] for i in some):
                    found[i] = before.attribution
        start = end + 1
    return found


def _is_silent(told: Sequence[Told], sentence: tuple[int, list[int]], speaking: frozenset[int]) -> bool:
    return sentence[0] not in speaking and not any(_named(told[i]) for i in sentence[1])


def _named(one: Told) -> str | None:
    return one.attribution.source if one.attribution is not None else None


def _one_source(before: Told, after: Told) -> bool:
    return _named(before) is not None and _named(before) == _named(after) and not before.quoted and not after.quoted
