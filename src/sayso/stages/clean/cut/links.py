"""Lists of links to other reports, known by what they share with this one."""

import re
from collections.abc import Iterable

from sayso.stages.clean.cut.legends import GALLERY
from sayso.stages.clean.cut.sheet import Role, Sheet

__all__ = ["mark_links"]

_WORD = re.compile(r"[^\W_]{4,}")
_CREDIT = re.compile(r"\((?:[A-ZÀ-Þ][^()]{1,60})\)$")
# Of a link's longer words, a link to another story shares less than this with the text above it.
_SHARED = 0.5
_SHARED_AMID = 0.3
_RUN = 2
_GALLERY = 4
# The head of a report says what it is about.
_HEAD = 4
_WORDS = 3
_BULLETS = ("*", "•", "-", "–")
_MIDDLE_RUN = 3


def mark_links(sheet: Sheet) -> None:
    """Mark runs of headlines without stops after or amid the text, where they share little with it.

    A run at the end needs two such lines, one amid the text three; a single one at the end must share next to nothing.
    A line that ends with its outlet in brackets after a break is a link wherever it stands.
    """
    body = _vocabulary(sheet)
    _mark_galleries(sheet)
    final = max(sheet.free(), default=-1)
    for run in _runs(sheet):
        last = run[-1] >= final
        shared = _shared(sheet, run, body)
        if last and ((len(run) >= _RUN and shared < _SHARED) or shared < _SHARED / 2):
            _mark(sheet, run, "a list of links at the end")
        elif len(run) >= _MIDDLE_RUN and shared < _SHARED_AMID:
            _mark(sheet, run, "a list of links amid the text")
        else:
            _mark(sheet, [number for number in run if _is_credited(sheet, number)], "a link with its outlet")


def _mark_galleries(sheet: Sheet) -> None:
    """Turn a numbered gallery of other news into furniture: its legends hold next to none of the head's words."""
    gallery = [number for number in range(len(sheet)) if _is_gallery(sheet, number)]
    if len(gallery) < _GALLERY:
        return
    lines = [line.low for number, line in enumerate(sheet.lines) if not _is_gallery(sheet, number)]
    head = set(_WORD.findall(" ".join([(sheet.title or "").lower(), *lines[:_HEAD]])))
    hits = sum(len(head & set(_WORD.findall(sheet.lines[number].low))) for number in gallery)
    if hits < len(gallery):
        for number in gallery:
            sheet.roles[number] = Role("furniture", "a gallery of other news")


def _mark(sheet: Sheet, run: Iterable[int], why: str) -> None:
    for number in run:
        sheet.mark(number, Role("furniture", why))


def _is_credited(sheet: Sheet, number: int) -> bool:
    """Say whether a headline with its outlet in brackets follows a leftover or note, where links stand."""
    if not _CREDIT.search(sheet.lines[number].text):
        return False
    near = [sheet.kind(number - 1), sheet.kind(number + 1)]
    return any(kind in {"furniture", "comment"} for kind in near)


def _runs(sheet: Sheet) -> list[list[int]]:
    """Return the runs of neighbouring lines without a role that look like headlines; furniture between joins them."""
    runs: list[list[int]] = []
    open_run = False
    for number, line in enumerate(sheet.lines):
        if sheet.kind(number) == "furniture":
            continue
        if sheet.roles[number] is None and line.title and line.words >= _WORDS and not line.text.startswith(_BULLETS):
            if open_run:
                runs[-1].append(number)
            else:
                runs.append([number])
                open_run = True
        else:
            open_run = False
    return runs


def _vocabulary(sheet: Sheet) -> frozenset[str]:
    """Return the longer words of the report's own text, headlines and captions included."""
    words: set[str] = set()
    for number, line in enumerate(sheet.lines):
        if (sheet.kind(number) not in {None, "furniture"} and not _is_gallery(sheet, number)) or (
            sheet.roles[number] is None and not line.title
        ):
            words.update(_WORD.findall(line.low))
    return frozenset(words)


def _is_gallery(sheet: Sheet, number: int) -> bool:
    role = sheet.roles[number]
    return role is not None and role.why == GALLERY


def _shared(sheet: Sheet, run: list[int], body: frozenset[str]) -> float:
    words = [word for number in run for word in _WORD.findall(sheet.lines[number].low)]
    return sum(1 for word in words if word in body) / len(words) if words else 1.0
