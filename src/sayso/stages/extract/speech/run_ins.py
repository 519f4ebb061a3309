"""Sentences that run together where a text lost its paragraph breaks: a headline or caption has no full stop."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span

__all__ = ["parted"]

_WORD = re.compile(r"[^\W_]+")
_LAST_WORD = re.compile(r"([\w’'-]+)$")
_LONGEST = 24
# Looking further for a few words would make a long line of joins quadratic.
_WINDOW = 60
_FEWEST_BEFORE = 3
_FEWEST_AFTER = 4
# Marks that close like a sentence of their own may stand before the join; a comma within them asks for a cue.
_OPEN_MARKS = (",", ".", "!", "?", "…")


@cache
def _join() -> "re.Pattern[str]":
    """Return the pattern of a word that begins a sentence, behind a blank and no stop, with a small word after it."""
    lists = vocabulary("run_ins")
    words = "|".join((*lists["articles"], *lists["nouns"]))
    return re.compile(rf"(?<=[\w”\"’)%])[ \u00a0](?P<word>{words}) (?=[a-zß-öø-ÿ\d]|[A-Z]{{2,5}}\b)")


@cache
def _list() -> "re.Pattern[str]":
    return re.compile(rf"\b(?:{'|'.join(vocabulary('run_ins')['before_lists'])}): ")


@cache
def _lists(key: str) -> frozenset[str]:
    return frozenset(vocabulary("run_ins")[key])


def parted(text: str, sentence: Span, outers: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences that `sentence` was joined of, itself if it is one; `outers` are marked words, in order."""
    start = sentence.start
    listed = _list().search(text, sentence.start, sentence.end)
    for found in _join().finditer(text, sentence.start, sentence.end):
        at = found.start("word")
        if listed is not None and listed.start() < at:
            break
        if _joins(text, Span(start, sentence.end), at, found["word"]) and not _inside(outers, at):
            yield Span(start, found.start())
            start = at
    yield Span(start, sentence.end)


def _inside(outers: Sequence[Span], at: int) -> bool:
    k = bisect_right(outers, at, key=lambda outer: outer.start) - 1
    return k >= 0 and at < outers[k].end


def _joins(text: str, rest: Span, at: int, word: str) -> bool:
    """Say whether a sentence ends before `at`, where `word` begins another."""
    before = text[max(rest.start, at - 1 - _WINDOW) : at - 1]
    after = text[at : min(rest.end, at + _WINDOW)]
    if len(_WORD.findall(before)) < _FEWEST_BEFORE or len(_WORD.findall(after)) < _FEWEST_AFTER:
        return False
    if before[-1] in '”"’)':
        return before[-2:-1] not in _OPEN_MARKS
    last = _LAST_WORD.search(before[-_LONGEST:])
    if last is None or last[1].lower() in _lists("lead_on"):
        return False
    return last[1].islower() or (word in _lists("articles") and not last[1][0].islower())
