"""The cheap scan: words and digits of which every time expression holds one, and the stretches around them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sayso.language.alternation import either
from sayso.language.dates.words import Words, words
from sayso.model.span import Span

__all__ = ["stretches"]

# Characters on either side of a hit that one expression can take up.
_REACH = 56
# A border is moved so far at most to find a blank: text without blanks is no prose.
_WORD = 30
_DIGITS = r"(?:19|20|1[6-8])\d\d|\d{1,2}[:/.]\d\d|\d{1,4}\s?(?:[apAP]\.?[mM]|GMT|UTC)\b"


@cache
def _kinds(lang: str) -> dict[str, frozenset[str]]:
    """Return for each word of the list, in lower case, the kinds of expression that it can be part of."""
    w = words(lang)
    found: dict[str, set[str]] = {}
    for kind, phrases in _listed(w):
        for phrase in phrases:
            found.setdefault(phrase.split()[-1], set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _listed(w: Words) -> Iterator[tuple[str, Iterable[str]]]:
    yield "weekday", [*w.weekdays, *(f"{day}s" for day in w.weekdays)]
    yield "unit", [*w.units, "end"]
    yield "near", w.near
    yield "part", [*w.dayparts, "weekend", "overnight"]
    yield "hour", w.clock
    yield "season", w.seasons
    yield "set", w.sets
    yield "holiday", [*w.holidays, *w.moving]
    yield "tens", w.tens
    yield "ref", [phrase for phrases in w.refs.values() for phrase in phrases]


@cache
def _trigger(lang: str) -> re.Pattern[str]:
    w = words(lang)
    months = either(form for name in w.months for form in (name.capitalize(), name.upper()))
    listed = rf"(?P<word>(?i:{either(_kinds(lang))}))\b|(?P<month>{months})\b|Q[1-4]\b"
    # The first look turns away from every place inside a word, which is most of a text.
    return re.compile(rf"(?=\d|\b\w)(?:\b(?:{listed}|{_DIGITS})|\d0s\b)")


def stretches(text: str, within: Span, lang: str = "en") -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield the parts of `within` that can hold an expression, in order and apart, with the kinds that they can hold."""
    start = end = -1
    kinds: frozenset[str] = frozenset()
    for hit in _trigger(lang).finditer(text, within.start, within.end):
        low, high = max(within.start, hit.start() - _REACH), min(within.end, hit.end() + _REACH)
        if low > end:
            if end >= 0:
                yield (*_cut(text, start, end, within), kinds)
            start, kinds = low, frozenset()
        end = high
        kinds |= _kind(hit, lang)
    if end >= 0:
        yield (*_cut(text, start, end, within), kinds)


_MONTH, _NUMBER = frozenset({"month"}), frozenset({"digits"})


def _kind(hit: re.Match[str], lang: str) -> frozenset[str]:
    if hit["word"]:
        return _kinds(lang)[hit["word"].lower()]
    return _MONTH if hit["month"] else _NUMBER


def _cut(text: str, start: int, end: int, within: Span) -> tuple[int, int]:
    """Move the borders outwards to blanks, so that no word is halved."""
    lowest, highest = max(within.start, start - _WORD), min(within.end, end + _WORD)
    while start > lowest and not text[start - 1].isspace():
        start -= 1
    while end < highest and not text[end].isspace():
        end += 1
    return start, end
