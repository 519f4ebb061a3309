"""The head of a report: headline, second headline, byline, and the line that tells its time."""

import re
from functools import cache

from sayso.language.vocabulary import vocabulary
from sayso.stages.clean.cut.datelines import dateline
from sayso.stages.clean.cut.sheet import Line, Role, Sheet
from sayso.stages.clean.stamps import read_stamps
from sayso.stages.clean.wording import anywhere, beginning, phrases

__all__ = ["is_byline", "is_credit", "is_stamp", "mark_head", "same_words"]

_LETTERS = re.compile(r"\W+")
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = re.compile(r"[\"'“‘(]?[A-ZÀ-Þ]")
_MAIL = re.compile(r"(?:e-?mail:? )?[\w.+-]+@[\w-]+(?:\.[\w-]+)+$")
# What stands under a report, most often in brackets: who reported, wrote and edited it.
_SIGNED = re.compile(
    r"[(\[]?(?:additional |with )?(?:reporting|writing|editing|compiled) (?:and (?:writing|editing) )?by "
)
_BULLET = re.compile(r"[*•▪●·–—-]\s")
# A dateline on a line of its own keeps its dash.
_OPEN = re.compile(r"\S\s(?:[-–—]|--)$")
_WITH = re.compile(r"With (?:[A-ZÀ-Þ][\w.'’-]+,? ?|and ){1,6}$")
_FROM = re.compile(r"From (?:[A-ZÀ-Þ][\w.'’-]+ ){1,3}(?:in|at|and) [A-ZÀ-Þ]")
# The head of a page is short; beyond it a line without a stop is something else.
_HEAD_LINES = 12
_BYLINE_WORDS = 14


def same_words(one: str | None, other: str) -> bool:
    """Say whether two lines are one but for case, spacing and punctuation."""
    return one is not None and _LETTERS.sub("", one).lower() == _LETTERS.sub("", other).lower()


@cache
def _label_words() -> frozenset[str]:
    labels = vocabulary("stamps")["labels"]
    words = (word for label in (*labels["published"], *labels["changed"]) for word in label.split())
    return frozenset(words) | {"by", "at", "on", "am", "pm", "and", "ago"}


def is_stamp(line: Line) -> bool:
    """Say whether a line tells a time of publication and little else."""
    if line.words > _BYLINE_WORDS or not any(character.isdigit() for character in line.text):
        return False
    stamps = read_stamps(line.text)
    if not stamps:
        return False
    left = list(line.text)
    for stamp in stamps:
        left[stamp.span.start : stamp.span.end] = " " * (stamp.span.end - stamp.span.start)
    words = [word for word in _WORD.findall("".join(left)) if word.lower() not in _label_words() and len(word) > 1]
    full = any(stamp.on or stamp.month for stamp in stamps)
    return len(words) <= (5 if full else 1) and all(_NAMES.match(word) or len(word) < 4 for word in words)  # noqa: PLR2004 - small words


def is_byline(line: Line) -> bool:
    """Say whether a line names who wrote."""
    if line.words > _BYLINE_WORDS or line.stopped:
        return False
    lead = beginning("bylines", "leads").length(line.low)
    if lead:
        rest = line.text[lead:].strip(" :")
        return not rest or bool(_NAMES.match(rest)) or rest.lower().startswith(("staff", "our ", "the "))
    return bool(_FROM.match(line.text))


def is_credit(line: Line) -> bool:
    """Say whether a line at the foot of a report says who else wrote, or how to write to them."""
    if line.words > _BYLINE_WORDS * 2:
        return False
    told = anywhere("bylines", "contributed").stands_in(line.low) or _SIGNED.match(line.low) or _MAIL.match(line.low)
    told = told or _WITH.match(line.text)
    return bool(told) or is_byline(line)


def mark_head(sheet: Sheet, first: int = 0) -> None:
    """Mark the head of the article that begins at line `first`: down to its first running text."""
    has_headline = any(sheet.kind(number) == "headline" for number in range(first, min(first + 3, len(sheet))))
    for number in range(first, min(first + _HEAD_LINES, len(sheet))):
        line = sheet.lines[number]
        if sheet.roles[number] is not None:
            has_headline = has_headline or sheet.kind(number) == "headline"
            continue
        role = _head_role(sheet, line, has_headline=has_headline)
        if role is None:
            return
        sheet.mark(number, role)
        has_headline = has_headline or role.kind == "headline"


def _head_role(sheet: Sheet, line: Line, *, has_headline: bool) -> Role | None:
    """Return the role of one line of the head; None where running text has begun."""
    if same_words(sheet.title, line.text):
        return Role("headline", "is the report's title")
    if is_stamp(line) and _OPEN.search(line.text):
        return Role("dateline", "place, day or agency on a line before the text")
    if is_byline(line) or is_stamp(line):
        return Role("byline", "tells who wrote or when")
    if _BULLET.match(line.text) or dateline(line.text)[0] or not line.title:
        return None
    if not has_headline:
        return Role("headline", "the first line, without a stop") if line.words > 1 else None
    return _second(line)


def _second(line: Line) -> Role:
    """Return the role of a line without a stop under the headline."""
    if line.words <= 5 and _all_names(line.text):  # noqa: PLR2004 - a name, an outlet
        return Role("byline", "a name under the headline")
    if " | " in line.text and line.words <= _BYLINE_WORDS:
        return Role("byline", "a line of the page's head")
    return Role("headline", "a second headline")


def _all_names(text: str) -> bool:
    return all(_NAMES.match(word) or word.lower() in phrases("bylines", "small") for word in text.split())
