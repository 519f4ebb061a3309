"""Datelines: place, day and agency before a report's first sentence."""

import re

from sayso.language.agencies import is_agency
from sayso.stages.clean.cut.sheet import Sheet
from sayso.stages.clean.wording import bare, phrases

__all__ = ["dateline", "mark_datelines"]

# Where a dateline ends: a spaced dash, a dash or colon after its agency, or ".-" in the Spanish manner.
_DASH = re.compile(r"\s?(?:\.-|--|[–—]|(?<=[\s)])-|(?<=\)):)\s*(?=[\"“‘'«(]?\S)")
_WITHIN = 120
_SHOUTED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{2,}")
_PLACE = re.compile(r"[A-ZÀ-Þ][\w'’.-]*$")
_AGENCY = re.compile(r"\(([^()]{2,60})\)\s*$")
_WORDS = 12


def dateline(text: str) -> tuple[int, bool]:
    """Return how many of a paragraph's first characters are its dateline (0 for none), and whether it is certain.

    Certain are a place in capitals and an agency in brackets; `Port Sarn — The` is one only before a first sentence.
    """
    dash = _DASH.search(text, 0, _WITHIN)
    if dash is None or dash.start() < 3:  # noqa: PLR2004 - no place has two letters
        return 0, False
    head = text[: dash.start()].strip()
    agency = _AGENCY.search(head)
    if agency and agency.start() == 0:  # the whole dateline stands in brackets
        agency = None
    if dash.group().startswith(":") and not (agency and is_agency(agency[1])):
        return 0, False
    place = (head[: agency.start()] if agency else head).strip(" ()").replace("[", "").replace("]", "")
    first = text[dash.end() :].lstrip("\"“‘'«([")[:1]
    if not place or len(head.split()) > _WORDS or not (first.isupper() or first.isdigit()):
        return 0, False
    if bare(place).strip(" :") in phrases("bylines", "no_places") or re.search(
        r"[.!?:;]\s", place.replace(". ", " ", 1)
    ):
        return 0, False
    shouted = bool(_SHOUTED.match(place))
    named = all(_is_name(word) for word in place.replace(",", " ").replace("/", " ").split())
    if not named:
        return 0, False
    return dash.end(), shouted or agency is not None


def _is_name(word: str) -> bool:
    return bool(_PLACE.match(word)) or word[0].isdigit() or word.lower() in phrases("bylines", "small")


def mark_datelines(sheet: Sheet) -> None:
    """Note the datelines: certain ones wherever a paragraph begins, others before an article's first sentence."""
    begun: set[int] = set()
    for number in sheet.free():
        line = sheet.lines[number]
        if line.words < 8:  # noqa: PLR2004 - too short to hold a dateline and a sentence
            continue
        article = sheet.article_of(number)
        length, certain = dateline(line.text)
        if length and (certain or article not in begun):
            sheet.datelines[number] = length
        if line.stopped:
            begun.add(article)
