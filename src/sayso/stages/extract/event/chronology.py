"""Entries of a chronology: "June 9, 1987 - A dam …; August 2 - A mine …": a later entry is of the year before it."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from sayso.language.dates import DateExpression

__all__ = ["in_order"]

_YEAR = re.compile(r"\b\d{4}\b")
_DASH = re.compile(r"\s?[-–—:]\s")
_OPENS = re.compile(r"(?:^|[.!?;\n•*])[\"”’)]?\s{0,3}$")
_LOOK = 8


def in_order(text: str, dates: Sequence[DateExpression]) -> list[DateExpression]:
    """Return the dates with the entries of a chronology that give no year moved to the year of the entry before."""
    year: str | None = None
    moved: list[DateExpression] = []
    for one in dates:
        if one.type != "DATE" or not one.day or not _is_entry(text, one):
            moved.append(one)
            continue
        if _YEAR.search(one.span.of(text)):
            year = one.day[:4]
        moved.append(one if year is None else _in_year(one, year))
    return moved


def _is_entry(text: str, one: DateExpression) -> bool:
    opens = _OPENS.search(text[max(0, one.span.start - _LOOK) : one.span.start])
    return bool((opens or one.span.start == 0) and _DASH.match(text, one.span.end))


def _in_year(one: DateExpression, year: str) -> DateExpression:
    day = f"{year}{(one.day or '')[4:]}"
    try:
        date.fromisoformat(day)
    except ValueError:  # the 29th of February
        return one
    return replace(one, value=day, day=day)
