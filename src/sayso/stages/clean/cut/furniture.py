"""Furniture: what stands on the page and is no part of the report."""

import re
from functools import cache

from sayso.stages.clean.cut.sheet import Line, Role, Sheet
from sayso.stages.clean.wording import anywhere, beginning, phrases

__all__ = ["mark_furniture", "mark_residue"]

_WORD = re.compile(r"[\w'+-]+")
_COUNTER = re.compile(
    r"(?:\d[\d,.]*k?|no|one|leave a|post a|add a)\s+(?:comments?|shares?|views?|likes?|reads?|reply|replies)\b[\s:]*$"
)
_QUOTE = re.compile(r"[\"“”]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
# A heading over links is short; "Related to the fire were two arrests" is not one.
_HEADING_WORDS = 7
_SHORT = 15
_POINTED = 2
# A call longer than this may hold marks of its own: 'Text "NEWS" to 12345'.
_QUOTED = 9
_CALL_WORDS = 60
_HEADINGS = {"links": "a heading over links", "comments": "readers' comments", "inline": "a link to another report"}
# Running text that ends a list of links: teasers are seldom longer.
_TEXT_WORDS = 11


def mark_residue(sheet: Sheet) -> None:
    """Mark lines that publishing software left behind (`[ad_1]`, `Source link`)."""
    for number in sheet.free():
        line = sheet.lines[number]
        if _is_residue(line):
            sheet.mark(number, Role("furniture", "a template's leftover"))


def _is_residue(line: Line) -> bool:
    """Say whether a line is nothing but a template's leftover; a long line that holds one is text all the same."""
    whole = line.low.strip(" :.") in _whole_residue()
    return whole or (line.words <= _SHORT and any(mark in line.low for mark in phrases("residue", "anywhere")))


@cache
def _whole_residue() -> frozenset[str]:
    return frozenset(phrases("residue", "whole"))


@cache
def _share_words() -> frozenset[str]:
    return frozenset(phrases("furniture", "share_words"))


def mark_furniture(sheet: Sheet) -> None:
    """Mark share lines, counters, forms, calls to the reader, and lists of links under their headings."""
    section = ""
    for number, line in enumerate(sheet.lines):
        heading = _heading(line, number, len(sheet))
        if section and not heading and _ends_section(line):
            section = ""
        if heading:
            section = heading if heading != "inline" else section
            sheet.mark(number, Role("furniture", _HEADINGS[heading]))
        elif section:
            why = "stands under a heading over links" if section == "links" else "a reader's comment"
            sheet.mark(number, Role("furniture", why))
        elif sheet.roles[number] is None and (why := _alone(line)):
            sheet.mark(number, Role("furniture", why))


def _heading(line: Line, number: int, count: int) -> str:
    """Return "links" or "comments" for a heading over such a section, "inline" for one with its only link in it."""
    if beginning("furniture", "sections").length(line.low):
        if ":" in line.text[:40] and not line.text.rstrip().endswith(":") and not line.stopped:
            return "inline"
        if line.words <= _HEADING_WORDS and not line.stopped:
            return "links"
    named = beginning("furniture", "comments").length(line.low) and line.words <= _HEADING_WORDS and not line.stopped
    # A counter at the head of a page is not yet the readers' part.
    if (named or _COUNTER.match(line.low)) and number * 5 >= count * 3:
        return "comments"
    return ""


def _ends_section(line: Line) -> bool:
    return line.stopped and line.words >= _TEXT_WORDS


def _alone(line: Line) -> str:
    """Return why a line by itself is furniture; empty where it is not."""
    tests = ((_by_whole, _SHORT), (_by_pointer, _CALL_WORDS), (_by_form, _SHORT * 4), (_by_start, _CALL_WORDS))
    return next((why for test, words in tests if line.words <= words and (why := test(line))), "")


def _by_whole(line: Line) -> str:
    if line.low.strip(" :.") in phrases("furniture", "whole"):
        return "a label of the page"
    if _COUNTER.match(line.low):
        return "a counter"
    if line.text.startswith(("©", "(©")):
        return "a copyright line"
    if _is_share(line):
        return "a share line"
    return "an address" if _ADDRESS.match(line.low) else ""


def _by_pointer(line: Line) -> str:
    """Tell `Photos: Boats burn` and the like; the first line of a report may begin so and is its headline."""
    if line.start == 0 or not line.title or line.words <= _POINTED:
        return ""
    pointed = beginning("furniture", "pointers").length(line.low)
    leads = pointed > 0 and line.low[pointed:].lstrip().startswith((":", "|", "»"))
    return "a link to another page" if leads else ""


def _by_form(line: Line) -> str:
    return "a form or notice of the page" if anywhere("furniture", "forms").stands_in(line.low) else ""


def _by_start(line: Line) -> str:
    called = beginning("furniture", "calls").length(line.low)
    if _QUOTE.search(line.text[called:] if called > _QUOTED else line.text):
        return ""  # somebody is quoted: that is the report's
    if called:
        return "a call to the reader"
    label = line.words <= _SHORT and beginning("furniture", "lines").length(line.low) and _is_label(line)
    return "furniture of the page" if label else ""


def _is_label(line: Line) -> bool:
    """Say whether a line that begins like furniture is not a sentence that only begins so."""
    return not line.stopped or line.words <= 4 or line.low.endswith(("...", "..", "…")) or line.text.startswith("©")  # noqa: PLR2004 - "Read more."


def _is_share(line: Line) -> bool:
    words = _WORD.findall(line.low)
    named = sum(1 for word in words if word in _share_words())
    numbers = sum(1 for word in words if word[0].isdigit())
    return (len(words) > 1 and named + numbers == len(words) and named >= 2) or (len(words) == 1 and named == 1)  # noqa: PLR2004 - one may be a word of text
