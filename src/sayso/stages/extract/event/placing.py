"""The place that a figure is about, as written: after it in its clause, or before it where that place reaches it."""

import re
from functools import cache

from sayso.language.places import Place
from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span
from sayso.stages.extract.event.clause import any_of, comma, contrast, ends_with, plain, telling
from sayso.stages.extract.event.sheet import Sheet
from sayso.stages.extract.found import FoundFigure

__all__ = ["place_of"]

# A place in front of the figure yields to one behind it that is nearly as near.
_IN_FRONT = 40
# The name at the head of a headline ("X wreck: nine drown as a ferry sinks off Y") yields to any behind.
_AT_HEAD = 200
# A country yields to a city that is named a little further off.
_LESS_TELLING = 30
_LOCAL_REACH = 30
_OF_THEM = re.compile(r"\s(?:\w+\s)?of\s(?:them|those|whom|which|the\s(?:dead|injured|wounded|victims))\b")
_OPENING = re.compile(r"[\"“‘'(•*-]*\s?(?:(?:The|At|In)\s)?(?:\w+\s)?$")
_LABEL = re.compile(r"(?:,?\s[\w'’-]+){0,4}:\s")
# "The Greenhill regional hospital" stands for those whom it treats.
_WARD = re.compile(r"\s(?:[a-z]+\s){0,2}hospital\b")
_NEW_CLAUSE = re.compile(r"\bas\s\w+\s\w+")


@cache
def _list(table: str, key: str, lang: str) -> re.Pattern[str]:
    return any_of(vocabulary("places", lang)[table][key])


@cache
def _event_nouns(lang: str) -> re.Pattern[str]:
    nouns = any_of(vocabulary("events", lang)["nouns"]["words"]).pattern
    return re.compile(rf"\s(?:[\w-]+\s){{0,2}}?{nouns}")


@cache
def _follows(lang: str) -> re.Pattern[str]:
    words = any_of(vocabulary("places", lang)["follows"]["words"]).pattern
    return re.compile(rf"[^,;:]{{0,60}},\s(?:{words}|\w+ing\b)[^;:]*$")


@cache
def _result(lang: str) -> re.Pattern[str]:
    words = any_of(vocabulary("places", lang)["follows"]["result"]).pattern
    return re.compile(rf"{words}[^,;:]{{0,80}}$", re.IGNORECASE)


# "12 were killed, officials said, when a bomb went off in X": neither comma parts the figure from the place.
_COMMA_WHEN = re.compile(r",(?=\s(?:when|after|as|in|at|following)\b)")


@cache
def _told(lang: str) -> re.Pattern[str]:
    words = any_of(vocabulary("events", lang)["dated"]["telling"]).pattern
    return re.compile(
        rf",\s[^,;:]{{0,40}}{words}[^,;:]{{0,20}}(?:,(?=\s(?:when|after|as|in|at|near|following)\b)|,?\s*$)"
    )


def place_of(sheet: Sheet, one: FoundFigure, lang: str = "en") -> Place | None:
    """Return the place of the figure's own sentence that it is about; None where the sentence names none for it."""
    inside = [place for place in sheet.places_near(one) if place.kind != "people"]
    costs = [
        (cost + (place.kind == "country") * _LESS_TELLING, place.span, place)
        for place in inside
        if (cost := _cost(sheet, one, place, lang)) is not None
    ]
    if costs:
        return _locality(min(costs, key=lambda item: item[:2])[2], inside, lang)
    return _again(sheet, one, lang)


def _locality(place: Place, inside: list[Place], lang: str) -> Place:
    """Return the town of a building where it is named right behind it ("the Peruvian embassy in X"), else the place."""
    if not place.name.lower().endswith(tuple(vocabulary("places", lang)["nouns"]["buildings"])):
        return place
    return next((one for one in inside if one.lead and 0 <= one.led - place.span.end <= 1), place)


def _cost(sheet: Sheet, one: FoundFigure, place: Place, lang: str) -> int | None:
    """Return how far a place is from a figure; None where it does not reach it."""
    before = sheet.text[one.sentence.start : place.led]
    if ends_with(before, _list("telling", "words", lang), reach=1):
        return None
    if place.led >= one.span.end:
        return _behind(sheet.text, one, place)
    gap = sheet.text[place.span.end : one.span.start]
    if place.span.end > one.span.start or ";" in gap or _is_national(sheet, one, gap, lang):
        return None
    if not _reaches(sheet.text, one, place, before, lang):
        return None
    at_head = not place.lead and _names_sentence(before, place, gap, lang)
    return len(gap) + _IN_FRONT + at_head * _AT_HEAD


def _reaches(text: str, one: FoundFigure, place: Place, before: str, lang: str) -> bool:
    """Say whether a place in front of a figure holds for it."""
    gap = text[place.span.end : one.span.start]
    if _names_sentence(before, place, gap, lang) or _owner(text, place, lang):
        return True
    if place.lead and ends_with(before, _list("local", "heads", lang)):
        return True
    if not place.lead or _OF_THEM.match(text, one.span.end):
        return False
    gap = plain(gap) if telling(gap) else plain(gap).replace(", and ", " and ")
    new_clause = _NEW_CLAUSE.search(gap) and "in which" not in gap
    joined = not (comma(gap) or ":" in gap or contrast(gap) or new_clause)
    return joined or bool(_follows(lang).match(gap) or _result(lang).search(gap))


def _names_sentence(before: str, place: Place, gap: str, lang: str) -> bool:
    """Say whether a place in front holds for the whole sentence: "In X, …", "X fire: …", "the X crash …"."""
    if not place.lead:
        is_hospital = place.name.endswith(("ospital", "nfirmary", "linic")) or " in " in place.name
        return bool(
            (not before.strip() and _LABEL.match(gap))
            or is_hospital
            or _event_nouns(lang).match(gap)
            or _WARD.match(gap)
        )
    return bool(_OPENING.match(before))


def _is_national(sheet: Sheet, one: FoundFigure, gap: str, lang: str) -> bool:
    """Say whether the figure is said to hold for the whole country."""
    after = re.split(r"[,;:]", sheet.text[one.span.end : one.sentence.end], maxsplit=1)[0]
    national = _list("national", "words", lang)
    return bool(national.search(gap) or national.search(after))


def _behind(text: str, one: FoundFigure, place: Place) -> int | None:
    """Return the distance of a place behind the figure, which must be led to and stand in the same clause."""
    gap = _COMMA_WHEN.sub("", _told("en").sub("", plain(text[one.span.end : place.led]))).rstrip(", ")
    if not place.lead or re.search(r"[;:]|\bsince\b", gap) or comma(gap) or contrast(gap):
        return None
    return len(gap)


def _owner(text: str, place: Place, lang: str) -> bool:
    """Say whether the place owns those who count ("X's police")."""
    after = text[place.span.end : place.span.end + _LOCAL_REACH]
    owned = re.match(r"['’]s?\s", after)
    return bool(owned and _owned(lang).match(after, owned.end()))


@cache
def _owned(lang: str) -> re.Pattern[str]:
    """Return the pattern of those who count in a place, perhaps after a word of rank or size."""
    sizes, heads = _list("local", "sizes", lang).pattern, _list("local", "heads", lang).pattern
    return re.compile(rf"(?:{sizes}\s)?{heads}", re.IGNORECASE)


def _again(sheet: Sheet, one: FoundFigure, lang: str) -> Place | None:
    """Return the place named before in the line where the figure's clause says "there" or "in the city"."""
    hit = _list("again", "words", lang).search(sheet.text, one.sentence.start, one.sentence.end)
    if hit is None:
        return None
    gap = sheet.text[min(hit.end(), one.span.end) : max(hit.start(), one.span.start)]
    if comma(gap) or re.search(r"[;:]", gap):
        return None
    before = sheet.places_in(Span(sheet.line(one.span.start).start, hit.start()))
    named = [place for place in before if place.kind != "people"]
    return named[-1] if named else None
