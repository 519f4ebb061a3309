"""Whose text a report says that it carries: every agency credited at its head or foot, with its place."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from sayso.language.agencies import agencies_named, agency_key, is_agency
from sayso.language.places import known_place
from sayso.model.credit import Credit, CreditPlace
from sayso.model.passage import Passage
from sayso.model.span import Span
from sayso.stages.clean.cut.credit_lines import credit_words, words_beside

__all__ = ["credits_of"]

_BRACKETS = re.compile(r"[(\[]([A-Z][^()\[\]\d\n]{1,40})[)\]]")
_WORD = re.compile(r"[^\W_]+")
_PARTED = re.compile(r"\s*[,/&]\s*")
# "… on Monday. (Agency)" and "… on Monday. — Agency": behind the full stop, so that it is no part of a sentence.
_SIGNED = re.compile(
    r"[.!?…][\"”’')]?\s{0,3}(?:[(\[](?P<in>[^()\[\]\n]{2,40})[)\]]|[-–—]{1,2}\s?(?P<out>[^\n.]{2,40}))\.?\s*$"
)
_TAIL = 60
_OPENED = re.compile(r"\s*[(\[](?P<in>[^()\[\]\n]{2,40})[)\]]:?\s+(?=[\"“‘]?[A-ZÀ-Þ\d])")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d,?\s+)?(?:by\s+)?(?=[\w])", re.IGNORECASE
)
_HOLDER = re.compile(r"[A-ZÀ-Þ][^.,;\n|]{1,40}")
_AND = re.compile(r"\b(?:and|with)\b|[/&]")
_TEXT = frozenset({"body", "entry", "opinion", "comment", "blockquote"})
_HEADING = 200
_STATE = 2
_SIGNS = "([-–—"
# What holds more is a list of credits and no report; every claim is held against each of them.
_MOST = 60


class _Found(Struct, frozen=True):
    """A name and its place in the text, before it is known how far the credit reaches."""

    span: Span
    article: int
    place: CreditPlace
    whole: bool = True


def credits_of(text: str, passages: Sequence[Passage], outlet: str | None) -> tuple[Credit, ...]:
    """Return the credits of a report in the order of its text; `outlet` is where it is known to have appeared."""
    found = sorted(islice(_found(text, passages), _MOST), key=lambda one: one.span)
    return tuple(
        Credit(
            name=one.span.of(text),
            span=one.span,
            covers=_covers(one, found, passages),
            place=one.place,
            whole=one.whole,
            own=outlet is not None and _is_own(one.span.of(text), outlet),
        )
        for one in found
    )


def _found(text: str, passages: Sequence[Passage]) -> Iterator[_Found]:
    last = {passage.article: number for number, passage in enumerate(passages) if passage.kind in _TEXT}
    entries = {passage.article for passage in passages if passage.kind == "entry"}
    begun: set[int] = set()
    for number, passage in enumerate(passages):
        before = number <= last.get(passage.article, -1)
        if passage.kind == "dateline":
            yield from _in_dateline(text, passage)
        elif passage.kind == "byline":
            yield from _in_byline(text, passage, before=before, several=passage.article in entries)
        elif passage.kind == "furniture" and not before:
            yield from _in_copyright(text, passage)
        elif passage.kind in _TEXT:
            if passage.article not in begun:
                yield from _at_opening(text, passage)
                begun.add(passage.article)
            if number == last[passage.article]:
                yield from _at_close(text, passage)


def _in_dateline(text: str, passage: Passage) -> Iterator[_Found]:
    """Read "PORT VELL, 3 March (Agency) -", "AGENCY, Port Vell -": in brackets any name, else known ones."""
    bare = (span for _, span in agencies_named(text, passage.span.start, passage.span.end))
    names = list(_in_brackets(text, passage.span)) or [span for span in bare if not _is_state(text, span)]
    for span in names:
        yield _Found(span, passage.article, "dateline", whole=_are_one(text, names))


def _is_state(text: str, span: Span) -> bool:
    """Say whether two capitals behind a place and a comma are its state ("PORT VELL, PA -")."""
    return span.end - span.start == _STATE and text[: span.start].rstrip().endswith(",")


def _in_brackets(text: str, within: Span) -> Iterator[Span]:
    for bracket in _BRACKETS.finditer(text, within.start, within.end):
        # Brackets round a county, with the place's name before them, name no agency; those at the end do.
        if text[bracket.end() : within.end].strip(" -–—.:"):
            continue
        # A dateline that stands in brackets as a whole begins with its place.
        if bracket.start() == within.start and next(agencies_named(bracket[1]), None) is None:
            continue
        at = bracket.start(1)
        for part in _PARTED.split(bracket[1]):
            start = text.index(part, at, within.end)
            at = start + len(part)
            if part.strip() and known_place(part.strip()) is None:
                yield Span(start, at)


def _in_byline(text: str, passage: Passage, *, before: bool, several: bool) -> Iterator[_Found]:
    """Read "By Agency", "Agency contributed to this report", "Source: Name"."""
    place: CreditPlace = "byline" if before else "foot"
    if passage.credit:
        start = text.find(passage.credit, passage.span.start, passage.span.end)
        if start >= 0:
            yield _Found(Span(start, start + len(passage.credit)), passage.article, place, whole=not several)
        return
    names = [span for _, span in agencies_named(text, passage.span.start, passage.span.end)]
    words = {word.lower() for word in words_beside(text, passage.span.start, passage.span.end)}
    whole = _are_one(text, names) and words.isdisjoint(credit_words("shared")) and not several
    for span in names:
        # "Nine News" alone is the page's own name; an agency's alone, or any in brackets, says who wrote.
        signed = text[passage.span.start] in _SIGNS or not words.isdisjoint(credit_words("leads"))
        if signed or is_agency(span.of(text)):
            yield _Found(span, passage.article, place, whole=whole)


def _in_copyright(text: str, passage: Passage) -> Iterator[_Found]:
    """Read "© 2031 Agency", "Copyright 2031 The Agency. All rights reserved.": known names, else who holds it."""
    for sign in _COPYRIGHT.finditer(text, passage.span.start, passage.span.end):
        holder = _HOLDER.match(text, sign.end(), passage.span.end)
        if holder is None:
            continue
        known = [span for _, span in agencies_named(text, holder.start(), holder.end())]
        # "Copyright Harbour TV and The Agency": a part of the text is each one's.
        shared = _AND.search(text, holder.start(), holder.end()) is not None
        name = holder.group().partition(" - ")[0].rstrip(" )]")
        for span in known[:1] or [Span(holder.start(), holder.start() + len(name))]:
            yield _Found(span, passage.article, "copyright", whole=not shared)


def _at_opening(text: str, passage: Passage) -> Iterator[_Found]:
    """Read "(Agency) Rain fell …", where no dash follows."""
    opened = _OPENED.match(text, passage.span.start, passage.span.end)
    if opened is not None:
        yield from _only_names(text, Span(*opened.span("in")), passage.article, "dateline")


def _at_close(text: str, passage: Passage) -> Iterator[_Found]:
    signed = _SIGNED.search(text, max(passage.span.start, passage.span.end - _TAIL), passage.span.end)
    if signed is not None:
        yield from _only_names(text, Span(*signed.span("in" if signed["in"] else "out")), passage.article, "foot")


def _only_names(text: str, within: Span, article: int, place: CreditPlace) -> Iterator[_Found]:
    """Yield the agencies of a stretch that holds nothing else but words of credits."""
    names = [span for _, span in agencies_named(text, within.start, within.end)]
    words = {word.lower() for word in words_beside(text, within.start, within.end)}
    if names and words <= credit_words("words"):
        whole = _are_one(text, names) and words.isdisjoint(credit_words("shared"))
        for span in names:
            yield _Found(span, article, place, whole=whole)


def _are_one(text: str, names: Sequence[Span]) -> bool:
    """Say whether one agency is named, perhaps under two names: of several it is not known whose a line is."""
    return len({agency_key(span.of(text)) for span in names}) == 1


def _covers(one: _Found, found: Sequence[_Found], passages: Sequence[Passage]) -> Span:
    """Return how far a credit reaches: its article; a dateline's up to the next one that names an agency."""
    own = [passage.span for passage in passages if passage.article == one.article]
    start, end = own[0].start, own[-1].end
    if one.place != "dateline":
        return Span(start, end)
    heads = [other.span.start for other in found if other.place == "dateline" and other.article == one.article]
    first = heads[0]
    # The several names of one dateline stand close together.
    later = [head for head in heads if head > one.span.end + _HEADING]
    return Span(start if one.span.start < first + _HEADING else one.span.start, later[0] if later else end)


def _is_own(name: str, outlet: str) -> bool:
    mine, theirs = (_WORD.findall(agency_key(one)) for one in (name, outlet))
    return mine == theirs or (len(mine) <= len(theirs) and mine == theirs[: len(mine)])
