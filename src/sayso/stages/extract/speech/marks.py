"""Where quotation marks open and close: all styles, nested, unclosed, and told apart from apostrophes."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from sayso.model.span import Span

__all__ = ["Marked", "marked"]

_MARK = re.compile(r"``|''|,,|[\"“”„‟«»‘’‚‛‹›']")
_STYLE = {
    **dict.fromkeys(("``", "''", '"', "“", "”", "„", "‟", ",,"), "double"),
    **dict.fromkeys(("‘", "’", "‚", "‛", "'"), "single"),
    **dict.fromkeys(("«", "»"), "guillemet"),
    **dict.fromkeys(("‹", "›"), "little guillemet"),
}
# Elided beginnings of words: a mark before them opens nothing ("'em", "’90s", "'til").
_ELIDED = re.compile(r"(?:\d0s\b|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n\b|bout\b|s\b|round\b)", re.IGNORECASE)
_OPENING_BEFORE = frozenset("([{—–-/\"“„«‘'‹:…")
_CLOSING_AFTER = frozenset(".,;:!?)]}—–-/\"”»’'›…")
# Inches and minutes: a straight mark right after a digit, with none open, closes nothing.
_DEEPEST = 3
_BETWEEN = 2
_GAP = 2


class Marked(Struct, frozen=True):
    """Words in quotation marks. `outer` has the marks, `inner` the words between them without blanks at the ends.

    `depth` is 0 for words in marks that stand in no others. `closed` is false where the end of the paragraph
    closed them. `reopened` says that the marks go on from the unclosed ones of the paragraph before.
    """

    outer: Span
    inner: Span
    depth: int = 0
    closed: bool = True
    reopened: bool = False
    style: str = "double"


class _Open(Struct):
    style: str
    at: int
    words: int


def marked(text: str, paragraphs: Sequence[Span]) -> list[Marked]:
    """Return the marked words of all `paragraphs` of `text`, in order of their beginnings."""
    found: list[Marked] = []
    going_on, unmarked = "", 0
    for paragraph in paragraphs:
        if not _MARK.search(text, paragraph.start, paragraph.end):
            # A caption or a link may stand between two paragraphs of one quotation.
            unmarked += 1
            going_on = going_on if unmarked <= _BETWEEN else ""
            continue
        own = sorted(_in_paragraph(text, paragraph), key=lambda one: (one.outer.start, -one.outer.end))
        if own and going_on == own[0].style and own[0].outer.start == paragraph.start:
            first = own[0]
            own[0] = Marked(first.outer, first.inner, first.depth, first.closed, reopened=True, style=first.style)
        _reopen(text, own)
        unclosed = [one for one in own if not one.closed and one.depth == 0]
        going_on, unmarked = unclosed[-1].style if unclosed else "", 0
        found.extend(own)
    return found


def _reopen(text: str, own: list[Marked]) -> None:
    """Mark what goes on from unclosed marks in one line, as where breaks were lost: "“It is. “And it stays.”"."""
    for k in range(1, len(own)):
        last, one = own[k - 1], own[k]
        if not last.closed and last.style == one.style and one.outer.start - last.inner.end <= _GAP:
            own[k] = replace(one, reopened=one.reopened or text[last.inner.end - 1] in ".!?…")


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Marked]:
    pile: list[_Open] = []
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        at, after = mark.start(), mark.end()
        style = _STYLE[mark.group()]
        role = _role(text, paragraph, mark, {one.style for one in pile})
        if role == "open":
            # The same marks opened again: the ones before were never closed.
            if pile and pile[-1].style == style:
                yield from _abandon(text, pile, at)
            if len(pile) < _DEEPEST:
                pile.append(_Open(style, at, after))
        elif role == "close":
            while pile and pile[-1].style != style:
                yield from _abandon(text, pile, at)
            if pile:
                last = pile.pop()
                yield from _close(text, last, at, after, len(pile), closed=True)
    while pile:
        last = pile.pop()
        if last.style != "single" or last.at == paragraph.start:
            yield from _close(text, last, paragraph.end, paragraph.end, len(pile), closed=False)


def _abandon(text: str, pile: list[_Open], at: int) -> Iterator[Marked]:
    """Give up the innermost open marks; what single ones opened was no quotation."""
    last = pile.pop()
    if last.style != "single":
        yield from _close(text, last, at, at, len(pile), closed=False)


def _close(text: str, last: _Open, end: int, after: int, depth: int, *, closed: bool) -> Iterator[Marked]:
    words = text[last.words : end]
    start = last.words + len(words) - len(words.lstrip())
    stop = last.words + len(words.rstrip())
    if start < stop:
        outer = Span(last.at, after if closed else stop)
        yield Marked(outer, Span(start, stop), depth, closed, style=last.style)


def _role(text: str, paragraph: Span, mark: "re.Match[str]", open_styles: set[str]) -> str:
    """Say whether the mark opens, closes or is none ("")."""
    sign, at, after = mark.group(), mark.start(), mark.end()
    before = text[at - 1] if at > paragraph.start else " "
    behind = text[after] if after < paragraph.end else " "
    style = _STYLE[sign]
    if style == "single":
        return _single(text, paragraph, mark, is_open="single" in open_styles)
    if sign in {"„", ",,", "``"}:
        return "open" if not behind.isspace() else ""
    return _double(sign, before, behind, is_open=style in open_styles)


def _double(sign: str, before: str, behind: str, *, is_open: bool) -> str:
    opens = _may_open(before, behind)
    if sign in {"“", "‟", "«", "‹"}:
        # Low-high marks close with it, and careless typing does ("He left.“ She").
        return "close" if is_open and not opens else "open"
    if sign in {"”", "''", "»", "›"}:
        return "open" if not is_open and opens and (before.isspace() or sign == "»") else "close"
    if is_open:
        # Straight marks: one that can only open while others are open begins a new quotation.
        return "open" if opens and before.isspace() and not _may_close(before, behind) else "close"
    return "open" if opens or (not before.isdigit() and behind.isalnum() and not before.isalnum()) else ""


def _may_open(before: str, behind: str) -> bool:
    return (before.isspace() or before in _OPENING_BEFORE) and not behind.isspace()


def _may_close(before: str, behind: str) -> bool:
    return not before.isspace() and (behind.isspace() or behind in _CLOSING_AFTER)


def _single(text: str, paragraph: Span, mark: "re.Match[str]", *, is_open: bool) -> str:
    """Tell single marks from apostrophes."""
    sign, at, after = mark.group(), mark.start(), mark.end()
    before = text[at - 1] if at > paragraph.start else " "
    behind = text[after] if after < paragraph.end else " "
    if before.isalnum() and behind.isalnum():
        # In the middle of a word, unless a sentence ran into its marks ("‘Yes.’I said").
        return ""
    if sign in {"‘", "‚", "‛"}:
        return "open" if not _ELIDED.match(text, after) or _closes_later(text, after, paragraph.end) else ""
    if is_open and not before.isspace():
        return "" if before in "sS" and _plural_owner(text, at, after, paragraph.end) else "close"
    if sign == "'" and _may_open(before, behind) and (behind.isalnum() or behind in '[(.…“"'):
        if _ELIDED.match(text, after) and not is_open:
            return ""
        return "open" if _closes_later(text, after, paragraph.end) else ""
    return ""


# No quotation in single marks is longer; without a bound a text of apostrophes would be searched to its end for each.
_LONGEST = 2_000
_FRESH_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)")
_CLOSING_SINGLE = re.compile(r"(?<=[\w.,!?…\])\"”-])['’](?!\w)")


def _closes_later(text: str, start: int, end: int) -> bool:
    return _CLOSING_SINGLE.search(text, start, min(end, start + _LONGEST)) is not None


def _plural_owner(text: str, at: int, after: int, end: int) -> bool:
    """Say whether the mark after an s only shows a plural's possession, since another one closes later."""
    if text[after : after + 1] != " " or not text[after + 1 : after + 2].islower():
        return False
    end = min(end, after + _LONGEST)
    later = _CLOSING_SINGLE.search(text, after, end)
    fresh = _FRESH_SINGLE.search(text, after, end)
    return later is not None and (fresh is None or later.start() < fresh.start()) and at < later.start()
