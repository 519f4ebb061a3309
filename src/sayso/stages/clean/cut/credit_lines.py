"""Lines that do nothing but name an agency: "By Agency", "With inputs from Agency", "- Agency"."""

import re
from functools import cache

from sayso.language.agencies import agencies_named
from sayso.language.vocabulary import vocabulary
from sayso.stages.clean.cut.sheet import Line, Role, Sheet

__all__ = ["credit_words", "mark_credit_lines", "words_beside"]

_WORD = re.compile(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*")
_SIGN = re.compile(r"[(\[–—-]|©|\(c\)", re.IGNORECASE)
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
# The head of a page and its foot, in lines; a line of credits is short.
_HEAD = 12
_FOOT = 8
_MOST_WORDS = 20
# A bare agency's name has so many words.
_ALONE = 3


@cache
def credit_words(key: str) -> frozenset[str]:
    """Return one word list of the credits, in lower case."""
    return frozenset(vocabulary("credits")[key])


def words_beside(text: str, start: int, end: int) -> list[str]:
    """Return the words of a stretch of text that are no agency's name, as written."""
    found: list[str] = []
    at = start
    for _, span in agencies_named(text, start, end):
        found += _WORD.findall(text, at, span.start)
        at = span.end
    return found + _WORD.findall(text, at, end)


def mark_credit_lines(sheet: Sheet) -> None:
    """Mark the lines of credits at the head and the foot, before an agency's name makes captions of them."""
    for number in dict.fromkeys((*_head(sheet), *range(max(0, len(sheet) - _FOOT), len(sheet)))):
        if sheet.roles[number] is None and number and _is_credit(sheet.lines[number]):
            sheet.mark(number, Role("byline", "credits an agency"))


def _head(sheet: Sheet) -> list[int]:
    lines: list[int] = []
    for number in range(min(_HEAD, len(sheet))):
        if sheet.is_body(number):
            break
        lines.append(number)
    return lines


def _is_credit(line: Line) -> bool:
    """Say whether nothing stands on the line but agencies, people and the words that lead up to them."""
    if line.words > _MOST_WORDS or next(agencies_named(line.text), None) is None:
        return False
    words = words_beside(line.text, 0, len(line.text))
    others = [word for word in words if word.lower() not in credit_words("words")]
    if not others:
        return bool(words) or _SIGN.match(line.text) is not None or line.words <= _ALONE
    led = any(word.lower() in credit_words("leads") for word in words)
    return (
        led
        and not line.low.startswith(tuple(vocabulary("credits")["of_pictures"]))
        and all(_CAPITAL.match(word) for word in others)
    )
