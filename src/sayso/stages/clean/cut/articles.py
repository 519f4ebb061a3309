"""Several articles on one page: where each further one begins."""

import re

from sayso.stages.clean.cut.datelines import dateline
from sayso.stages.clean.cut.heads import is_byline, is_stamp
from sayso.stages.clean.cut.sheet import Line, Role, Sheet

__all__ = ["mark_articles"]

# So much running text must stand before a second article can begin.
_TEXT_BEFORE = 2
_WORDS_BEFORE = 40
# Its own byline or dateline follows a headline within so many lines.
_WITHIN = 3
_LABEL = re.compile(r"[A-ZÀ-Þ][^.!?:\n]{1,60}:$")


def mark_articles(sheet: Sheet) -> None:
    """Note where further articles begin: a headline with its own byline, an outlet's label or dateline over a text."""
    if any(sheet.kind(number) == "entry" for number in range(len(sheet))):
        return  # a live blog quotes many datelines and is one report
    text = words = 0
    dated = False
    for number, line in enumerate(sheet.lines):
        if sheet.roles[number] is not None:
            continue
        enough = text >= _TEXT_BEFORE and words >= _WORDS_BEFORE
        length, certain = dateline(line.text) if line.words > 7 else (0, False)  # noqa: PLR2004 - holds a sentence too
        if _is_label(sheet, number):
            sheet.mark(number, Role("byline", "names the outlet of the text that follows"))
            if text:
                sheet.starts.append(number)
                text = words = 0
        elif enough and _begins(sheet, number):
            sheet.starts.append(number)
            text = words = 0
            dated = False
        elif enough and certain and dated and length and _follows_label(sheet, number) is False:
            sheet.starts.append(number)
            text = words = 0
        dated = dated or (bool(length) and certain)
        if line.stopped and line.words > 7:  # noqa: PLR2004 - a sentence
            text += 1
            words += line.words


def _begins(sheet: Sheet, number: int) -> bool:
    """Say whether a line is a headline over a further article: its own author, time or dateline follows."""
    line = sheet.lines[number]
    if not line.title or line.words < 4 or not line.gap or is_byline(line):  # noqa: PLR2004 - too short for a headline
        return False
    return any(_signs(sheet.lines[after], line) for after in _after(sheet, number))


def _after(sheet: Sheet, number: int) -> list[int]:
    """Return the next few lines down to the first running text, that one included."""
    found = []
    for after in range(number + 1, min(number + 1 + _WITHIN, len(sheet))):
        if sheet.roles[after] is not None:
            break
        found.append(after)
        if sheet.lines[after].stopped:
            break
    return found


def _signs(line: Line, headline: Line) -> bool:
    """Say whether a line under a headline is the head of a report: byline, stamp, the author named above, dateline."""
    named = line.words <= 5 and line.title and line.words > 1 and line.low in headline.low  # noqa: PLR2004 - a name
    return named or is_byline(line) or is_stamp(line) or dateline(line.text)[1]


def _is_label(sheet: Sheet, number: int) -> bool:
    """Say whether a line names the outlet of the text that follows it (`Port Press:` over a dateline)."""
    line = sheet.lines[number]
    if line.words > 6 or not _LABEL.match(line.text) or number + 1 >= len(sheet):  # noqa: PLR2004 - an outlet's name
        return False
    return dateline(sheet.lines[number + 1].text)[0] > 0


def _follows_label(sheet: Sheet, number: int) -> bool:
    return number - 1 in sheet.starts
