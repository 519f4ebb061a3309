"""The words that bound a number: "at least", "up to", "or more", "-odd"."""

import re
from functools import cache

from msgspec import Struct

from sayso.language.alternation import either
from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Qualifier
from sayso.model.span import Span

__all__ = ["Bound", "bound_around", "bounded"]

_MARKS = r"[\"'“”‘’«»„(\[]*"
# No phrase of the list, with its fillers, is longer.
_REACH = 48


class Bound(Struct, frozen=True):
    """A bound: where its words stand and what they say of the number."""

    span: Span
    says: Qualifier


class _Patterns(Struct, frozen=True):
    before: re.Pattern[str]
    after: re.Pattern[str]
    large: frozenset[str]
    least: int
    says_before: dict[str, Qualifier]
    says_after: dict[str, Qualifier]


def _phrases(table: dict[str, list[str]]) -> tuple[str, dict[str, Qualifier]]:
    says = {" ".join(p.split()): kind for kind, phrases in table.items() for p in phrases}
    return either(says).replace(r"\ ", r"\s+"), says  # type: ignore[return-value]


@cache
def _patterns(lang: str) -> _Patterns:
    tables = vocabulary("numbers", lang)
    large = tables["before_large"]
    all_before = {**tables["before"], "more_than": [*tables["before"]["more_than"], *large["more_than"]]}
    before, says_before = _phrases(all_before)
    after, says_after = _phrases(dict(tables["after"]))
    fillers = "|".join(sorted(map(re.escape, tables["between"]["words"]), key=lambda w: (-len(w), w)))
    return _Patterns(
        before=re.compile(rf"(?:^|(?<![\w-]))({before})\s*(?:(?:{fillers})\s+)?{_MARKS}$", re.IGNORECASE),
        after=re.compile(rf"[\"'”’»)\]]*\s*({after})(?!\w)", re.IGNORECASE),
        large=frozenset(large["more_than"]),
        least=large["least"],
        says_before=says_before,
        says_after=says_after,
    )


def bound_around(text: str, span: Span, room: Span, value: float, lang: str = "en") -> Bound | None:
    """Return the bound that stands directly before or after the number `value` at `span`, inside `room`."""
    patterns = _patterns(lang)
    start = max(room.start, span.start - _REACH)
    after = patterns.after.match(text, span.end, min(room.end, span.end + _REACH))
    before = patterns.before.search(text[start : span.start])
    if before is not None and value < patterns.least and _key(before) in patterns.large:
        before = None
    if before is not None and (after is None or patterns.says_before[_key(before)] != "about"):
        return Bound(Span(start + before.start(1), start + before.end(1)), patterns.says_before[_key(before)])
    if after is not None:
        return Bound(Span(after.start(1), after.end(1)), patterns.says_after[_key(after)])
    return None


def _key(match: re.Match[str]) -> str:
    return " ".join(match.group(1).lower().split())


def bounded(
    low: float, high: float, form: str, bound: Bound | None
) -> tuple[int | float, int | float | None, Qualifier]:
    """Return low, high and qualifier of a number under its bound.

    "More than 18" begins at 19 and "fewer than 50" ends at 49, as casualty recorders count whole people.
    A bound on a vague word changes nothing: "at least dozens" is as vague as "dozens".
    """
    if form == "vague":
        return low, high, "vague"
    if form == "range":
        return (0, high, "at_most") if bound and bound.says == "at_most" else (low, high, "range")
    if bound is None:
        return low, high, "exact"
    ranges: dict[Qualifier, tuple[int | float, int | float | None]] = {
        "more_than": (low + 1 if isinstance(low, int) else low, None),
        "at_least": (low, None),
        "at_most": (0, high),
        "fewer_than": (0, high - 1 if isinstance(high, int) else high),
        "about": (low, high),
    }
    return *ranges[bound.says], bound.says
