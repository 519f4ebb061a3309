"""Agencies and outlets as credits name them, and which names are one agency's."""

import re
from collections.abc import Iterator
from functools import cache

from sayso.language.alternation import either
from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span

__all__ = ["agencies_named", "agency_key", "is_agency"]


def agencies_named(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[str, Span]]:
    """Yield the known agencies and outlets that a stretch of text names, as written, with their places.

    Meant for lines of credits: in running text "PA" may be somebody's initials.
    """
    for found in _named().finditer(text, start, len(text) if end is None else end):
        start = found.start() + len("the ") * found.group().startswith("the ")
        yield text[start : found.end()], Span(start, found.end())


def agency_key(name: str) -> str:
    """Return one spelling for all names of one agency ("AP", "The Associated Press"), in lower case."""
    plain = " ".join(name.casefold().split()).removeprefix("the ").strip(" .")
    if plain in _same():
        return _same()[plain]
    short = next(
        (plain.removesuffix(f" {kind}") for kind in vocabulary("credits")["genus"] if plain.endswith(f" {kind}")), plain
    )
    return _same().get(short, short)


def is_agency(name: str) -> bool:
    """Say whether `name` is a news agency's, whose texts others print; an outlet is none."""
    return agency_key(name) in _agencies()


@cache
def _agencies() -> frozenset[str]:
    return frozenset(map(agency_key, (*vocabulary("credits")["agencies"], *vocabulary("agencies")["agencies"])))


@cache
def _same() -> dict[str, str]:
    return {name.casefold(): group[0].casefold() for group in vocabulary("credits")["same"] for name in group}


@cache
def _named() -> "re.Pattern[str]":
    carriers = vocabulary("agencies")
    names = [*vocabulary("credits")["agencies"], *carriers["agencies"], *carriers["outlets"]]
    # Names all in capitals are words else ("ANI", "PA"); the others may be shouted or written small.
    capitals = either(name for name in names if name.isupper())
    others = either(name for name in names if not name.isupper())
    return re.compile(rf"(?<![\w@.])(?<!\w-)(?:{capitals}|(?i:{others}))(?![\w@]|[-.]\w)")
