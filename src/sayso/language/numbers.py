"""Every number that a text states: digits, words, ranges, vague words and nothing at all, with their bounds."""

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from sayso.language.alternation import either
from sayso.language.numbers_bounds import Bound, bound_around, bounded
from sayso.language.numbers_words import read_words
from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Qualifier
from sayso.model.span import Span

__all__ = ["Form", "Number", "find_numbers"]

Form = Literal["digits", "words", "vague", "range", "zero"]
_DIGITS = (
    r"(?<![\w.,:/])(?<![A-Za-z]-)(?:\d{1,3}(?P<sep>[,.’'\u00a0\u202f\u2009 ])\d{3}(?:(?P=sep)\d{3})*(?!\d|[.,:]\d)"
    r"|\d+(?:\.\d+)?(?![.,:/]\d|\d))(?!(?:st|nd|rd|th)\b)(?=[kKmM]?\b)"
)
_WORD = re.compile(r"[^\W\d_]+")
_JOIN = r"\s*[-–—‑]\s*|\s+(?:to|or|and)\s+|-to-"
_GAP = re.compile(r"\s*-\s*|\s+")
_QUOTES = "\"'“”‘’«»„([ "
_FROM = re.compile(r"\bfrom\s+[\w\s]{0,12}$", re.IGNORECASE)
_BY = re.compile(r"\bby\s+$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:\w+\s+)?[\"'“‘]?$", re.IGNORECASE)
_THOUSAND = 1000
# Longer strings of digits are identifiers and no counts.
_LONGEST = 15


class Number(Struct, frozen=True, kw_only=True):
    """One number expression: `span` without its bound, `whole` with it; `high` is None where the bound is open.

    `value` is the number as it stands (for a range and a vague word its lower end), before any bound.
    """

    span: Span
    whole: Span
    low: int | float
    high: int | float | None
    qualifier: Qualifier
    form: Form
    value: int | float
    bound: str | None = None


class _Raw(Struct, frozen=True):
    """A number before its bounds are read."""

    start: int
    end: int
    low: float
    high: float
    form: Form


@cache
def _scan(lang: str) -> re.Pattern[str]:
    tables = vocabulary("numbers", lang)
    words = [*tables["units"], *tables["scales"], *tables["phrases"], *tables["vague"], *tables["zero"]["words"]]
    scales = "|".join(k for k in tables["vague_before_scale"] if k != "words")
    never = "|".join(tables["zero"]["no_before"])
    several = "|".join(sorted(tables["vague_before_scale"]["words"], key=len, reverse=True))
    articles = [f"{a} {scale}" for scale in tables["scales"] if scale != "score" for a in ("a", "an")]
    words += articles
    partly = tables["only_before"]
    follow = rf"(?=\s+(?:{'|'.join(partly['next'])})\b)"
    any_word = either(words, dict.fromkeys(partly["words"], follow)).replace(r"\ ", r"\s+")
    # The first look turns away from every place inside a word, which is most of a text.
    return re.compile(
        rf"(?=[\d(]|\b[^\W\d_])(?:(?P<date>\d{{4}}-\d\d-\d\d\b|\(?\b\d{{3}}\)?[-. ]\d{{3}}-\d{{4}}\b|https?://\S+)|(?P<digits>{_DIGITS})|\b(?P<several>(?:{several})\s+(?P<scale>{scales})\b(?!s))|\b(?!no\s+(?:{never})\b)(?P<word>{any_word})\b)",
        re.IGNORECASE,
    )


def find_numbers(text: str, within: Span | None = None, lang: str = "en") -> list[Number]:
    """Return the number expressions of `text` (or of the part `within`) in order, without overlaps."""
    within = within or Span(0, len(text))
    raws = _joined(text, _raws(text, within, lang), lang)
    found = []
    before = within.start
    for i, raw in enumerate(raws):
        after = raws[i + 1].start if i + 1 < len(raws) else within.end
        found.append(_finished(text, raw, Span(before, after), lang))
        before = raw.end
    return found


def _raws(text: str, within: Span, lang: str) -> list[_Raw]:
    found: list[_Raw] = []
    at = within.start
    scan = _scan(lang)
    while match := scan.search(text, at, within.end):
        raw = _raw(text, match, within.end, lang)
        at = match.end()
        if raw is not None:
            found.append(raw)
            at = raw.end
    return found


def _raw(text: str, match: re.Match[str], end: int, lang: str) -> _Raw | None:
    tables = vocabulary("numbers", lang)
    words = " ".join(match.group().lower().split())
    if match["date"]:
        return None
    if match["digits"]:
        return _digits(text, match, end, lang)
    if match["several"]:
        low, high = tables["vague_before_scale"][match["scale"].lower()]
        return _Raw(match.start(), match.end(), low, high, "vague")
    known = _phrase(words, lang)
    if known is not None:
        return _Raw(match.start(), match.end(), *known)
    return _in_words(text, match.start(), end, lang)


def _phrase(words: str, lang: str) -> tuple[float, float, Form] | None:
    """Return the range and form of a whole phrase of the lists; None for words that add up."""
    tables = vocabulary("numbers", lang)
    if words in tables["zero"]["words"]:
        return 0, 0, "zero"
    if words in tables["vague"]:
        low, high = tables["vague"][words]
        return low, high, "vague"
    value = tables["phrases"].get(words)
    return None if value is None else (value, value, "words")


def _digits(text: str, match: re.Match[str], end: int, lang: str) -> _Raw | None:
    digits, sep, stop = match["digits"], match["sep"], match.end()
    if len(digits) > _LONGEST:
        return None
    if sep == " " and _follows_month(text, match.start(), lang):
        digits, sep = digits.split(" ")[0], None
        stop = match.start() + len(digits)
    scaled = _next_words(text, stop, end, 1)
    scale = read_words([w for w, _ in scaled], lang, start=1.0) if scaled else None
    decimal = sep in (None, ".") and (scale is not None or sep is None)
    value = float(digits) if decimal else float("".join(c for c in digits if c.isdigit()))
    if scaled and scale is not None and scale[0] > 1:
        value, stop = value * scale[0], scaled[0][1]
    elif text[stop : stop + 1] in ("k", "K") and not text[stop + 1 : stop + 2].isalnum():
        value, stop = value * _THOUSAND, stop + 1
    elif text[stop : stop + 1] in ("m", "M") and _counts_people(text, stop + 1, end, lang):
        value, stop = value * _THOUSAND * _THOUSAND, stop + 1
    value = round(value, 6)
    return _Raw(match.start(), stop, value, value, "digits")


def _counts_people(text: str, at: int, end: int, lang: str) -> bool:
    """Say whether people stand right after `at`, so that an "m" before it is a million and no metre: "1.5m people"."""
    follow = _next_words(text, at, end, 1)
    return (
        text[at : at + 1] == " " and bool(follow) and follow[0][0] in vocabulary("numbers", lang)["million"]["before"]
    )


def _follows_month(text: str, start: int, lang: str) -> bool:
    word = re.search(r"([^\W\d_]+)\.?\s*$", text[max(0, start - 14) : start])
    return word is not None and word[1].lower() in vocabulary("numbers", lang)["months"]["words"]


def _next_words(text: str, at: int, end: int, most: int) -> list[tuple[str, int]]:
    """Return up to `most` words that follow `at` with only blanks or hyphens between, with their ends."""
    found: list[tuple[str, int]] = []
    while len(found) < most:
        gap = _GAP.match(text, at, end)
        word = _WORD.match(text, gap.end() if gap else at, end)
        if word is None:
            break
        found.append((word.group().lower(), word.end()))
        at = word.end()
    return found


def _in_words(text: str, start: int, end: int, lang: str) -> _Raw | None:
    first = _WORD.match(text, start, end)
    if first is None:
        return None
    follow = _next_words(text, first.end(), end, 9)
    words = [(first.group().lower(), first.end()), *follow]
    read = read_words([w for w, _ in words], lang)
    if read is None:
        return None
    return _Raw(start, words[read[1] - 1][1], read[0], read[0], "words")


def _joined(text: str, raws: list[_Raw], lang: str) -> list[_Raw]:
    """Join two numbers into a range where the words between them say so."""
    found: list[_Raw] = []
    for raw in raws:
        last = found[-1] if found else None
        made = _range(text, last, raw, lang) if last is not None else None
        if made is not None:
            found[-1] = made
        else:
            found.append(raw)
    return found


@cache
def _join(lang: str) -> re.Pattern[str]:
    """Return the pattern of what joins the ends of a range; a bound of the upper end is part of it."""
    bounds = vocabulary("numbers", lang)["upper"]["words"]
    return re.compile(rf"{_JOIN}|\s+(?:to|and)\s+(?P<upper>{either(bounds)})\s+")


def _range(text: str, a: _Raw, b: _Raw, lang: str) -> _Raw | None:
    join = _join(lang).fullmatch(text[a.end : b.start])
    plain = a.form in ("digits", "words") and b.form in ("digits", "words")
    if join is None or not plain:
        return None
    low = _sharing_scale(a, b)
    word = (join.group().split() or [""])[0]
    before = text[max(0, a.start - 40) : a.start]
    if not low < b.low or (word == "and" and not _BETWEEN.search(before)):
        return None
    if join["upper"] and word != "and" and not _FROM.search(before):
        return None
    if word == "or" and b.low > 3 * max(low, 1):
        return None
    if word == "to" and _is_change(before, lang):
        return None
    return _Raw(a.start, b.end, low, b.high, "range")


def _sharing_scale(a: _Raw, b: _Raw) -> float:
    """Return the lower end, with the scale of the upper where only that one names it ("two to three thousand")."""
    for scale in (1_000_000.0, 1_000.0, 100.0):
        if b.low >= scale and b.low % scale == 0 and a.low < _THOUSAND / 10 and a.low < b.low / scale:
            return a.low * scale if b.form == "words" or b.end - b.start > len(f"{b.low:.0f}") + 1 else a.low
    return a.low


def _is_change(before: str, lang: str) -> bool:
    if _BY.search(before):
        return True
    if not _FROM.search(before):
        return False
    changes = vocabulary("numbers", lang)["change"]["words"]
    return any(word in changes for word in re.findall(r"[a-z]+", before.lower()))


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _finished(text: str, raw: _Raw, room: Span, lang: str) -> Number:
    bound = bound_around(text, Span(raw.start, raw.end), room, raw.low, lang) if raw.form != "zero" else None
    low, high = _whole(raw.low), _whole(raw.high)
    span = Span(raw.start, raw.end)
    made = bounded(low, high, raw.form, bound)
    whole = Span(min(bound.span.start, span.start), max(bound.span.end, span.end)) if bound else span
    return Number(
        span=_without_between(text, span, raw),
        whole=whole,
        low=made[0],
        high=made[1],
        qualifier=made[2],
        form=raw.form,
        value=low,
        bound=_words_of(text, bound),
    )


def _words_of(text: str, bound: Bound | None) -> str | None:
    return bound.span.of(text) if bound else None


def _without_between(text: str, span: Span, raw: _Raw) -> Span:
    """Cut quotation marks that a match may have caught at its rims; ranges keep what is inside."""
    start, end = raw.start, raw.end
    while start < end and text[start] in _QUOTES:
        start += 1
    return Span(start, end) if start < end else span
