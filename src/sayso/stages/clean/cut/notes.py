"""Notes that stand apart from the report: an editor's comment, a correction, a later update."""

import re
from functools import cache

from sayso.stages.clean.cut.live import written
from sayso.stages.clean.cut.sheet import Role, Sheet
from sayso.stages.clean.stamps import read_stamps
from sayso.stages.clean.wording import anywhere, phrases

__all__ = ["mark_changes", "mark_notes"]

# What a note says it is stands in its first words.
_WITHIN = 200
_CHANGE_WORDS = 40
_CREDIT = re.compile(r"\((?:[A-ZÀ-Þ][^()]{1,60})\)$")


def _any(table: str) -> str:
    return "|".join(
        re.escape(word.replace("’", "'")) for word in sorted(phrases("notes", table), key=len, reverse=True)
    )


@cache
def _comment() -> re.Pattern[str]:
    return re.compile(rf"[\[(*]?(?:(?:[\w.-]+ )?(?:{_any('commentators')}))\s?:")


@cache
def _running() -> re.Pattern[str]:
    return re.compile(rf"(?:[\w.-]+ )?(?:{_any('running')})\s?:")


@cache
def _correction() -> re.Pattern[str]:
    return re.compile(rf"[\[(*]?(?:{_any('corrections')})\s?(?:\([^)]{{1,60}}\)|[\w ,]{{0,40}})?\s?[:–—-]\s")


@cache
def _update() -> re.Pattern[str]:
    return re.compile(rf"[\[(*]?(?:{_any('updates')})\b(?P<what>[^\n]{{0,50}}?):\s")


def mark_changes(sheet: Sheet) -> None:
    """Mark the lines that tell when the page was changed, before their times are taken for a live blog's."""
    for number in sheet.free():
        low = sheet.lines[number].low
        if sheet.lines[number].words <= _CHANGE_WORDS and anywhere("notes", "changes").stands_in(low[:_WITHIN]):
            fault = anywhere("notes", "corrects").stands_in(low)
            why = "says that something was wrong" if fault else "tells when the page was changed"
            sheet.mark(number, Role("correction" if fault else "byline", why))


def mark_notes(sheet: Sheet) -> None:
    """Mark corrections, updates with their time, and comments down to the end of their article."""
    commenting = False
    first = next((number for number in range(len(sheet)) if sheet.is_body(number)), len(sheet))
    for number, line in enumerate(sheet.lines):
        if number in sheet.starts or sheet.kind(number) in {"caption", "furniture"}:
            # Links and leftovers may stand within a comment; what follows them is no longer surely the editor's.
            commenting = commenting and number not in sheet.starts
            continue
        if sheet.roles[number] is not None:
            continue
        if _is_correction(line.low, number, sheet):
            sheet.mark(number, Role("correction", "says that something was wrong or is withdrawn"))
        elif _comment().match(line.low):
            # A note before the text is about all of it, and the text is no comment.
            commenting = bool(_running().match(line.low)) and number > first
            sheet.mark(number, Role("comment", "begins with who comments"))
        elif commenting and line.title and _CREDIT.search(line.text):
            sheet.mark(number, Role("furniture", "a link with its outlet"))
        elif commenting:
            sheet.mark(number, Role("comment", "runs on from the editor's comment"))
        else:
            _mark_update(sheet, number)


def _is_correction(low: str, number: int, sheet: Sheet) -> bool:
    if anywhere("notes", "corrects").stands_in(low[:_WITHIN]):
        # "The paper misstated the toll" within a story is its matter; a note says so in its own first words.
        return _comment().match(low) is not None or _correction().match(low) is not None or "this " in low[:_WITHIN]
    # A headline "Correction: …" heads a whole report of correction, and is a headline still.
    return number > 0 and sheet.lines[number].words > 4 and _correction().match(low) is not None  # noqa: PLR2004 - a mere label


def _mark_update(sheet: Sheet, number: int) -> None:
    """Mark `UPDATED 19:40: …` as an entry with its time; a bare `Update: headline (X)` is left to others."""
    line = sheet.lines[number]
    found = _update().match(line.low)
    if not found or not line.stopped:
        return
    stamps = read_stamps(found["what"])
    if stamps:
        sheet.mark(number, Role("entry", "a later update with its time", when=written(stamps[0], found["what"], sheet)))
