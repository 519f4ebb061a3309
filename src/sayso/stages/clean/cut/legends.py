"""Captions: legends of pictures with their credits."""

import re
from functools import cache

from sayso.stages.clean.cut.sheet import Line, Role, Sheet
from sayso.stages.clean.wording import beginning, phrases

__all__ = ["GALLERY", "mark_legends"]

GALLERY = "a number in a gallery"

# Legends are seldom longer than this, galleries in one line are.
_WORDS = 90
# A credit stands within so many characters of the end.
_TAIL = 140
_GALLERY = re.compile(
    r"(?:(?:image|photo|slide|picture) )?(?P<place>\d{1,3})(?:/| of )(?P<count>\d{1,3})\s+[^\s%]", re.IGNORECASE
)
_SHOWS = re.compile(r"\b\d{1,3} show all\b", re.IGNORECASE)
# "Image copyright A. Name Image caption Smoke over the quay": words that a player or picture box leaves in the text.
_BOX = re.compile(r"(?:media|image|video) (?:caption|copyright|source)\b")
_SIGN = re.compile(r"(?:©|\(c\))\s*(?P<who>[\w][^.!?\n]{1,60})$", re.IGNORECASE)
_BOXED = re.compile(r"(?:copyright|source) (?P<who>.{2,60}?) (?:image|media|video) caption", re.IGNORECASE)
_STOP = re.compile(r"[.!?][\"'”’»)]*\s*$")
_LETTERS = re.compile(r"\w+")


@cache
def _announced() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(phrases("captions", "credits"), key=len, reverse=True))
    return re.compile(
        rf"(?:[/(\[|–—-]|^|[.!?”’\"']|\s)\s?(?:{words})\s*(?P<who>[^.!?()\[\]]{{2,80}}?)[)\].]?$", re.IGNORECASE
    )


@cache
def _signs() -> tuple[str, ...]:
    return phrases("captions", "credits")


@cache
def _agency() -> str:
    return "|".join(
        re.escape(name) for name in sorted(set(phrases("captions", "agencies")), key=lambda n: (-len(n), n))
    )


@cache
def _closing() -> re.Pattern[str]:
    """A credit at the end of a line: `(Reuters)`, `V. Name/MP`, `Name / AP`, `REUTERS/A. Name`, `… AFP/Getty`."""
    name = r"[^\W\d_][\w.'’-]*"
    return re.compile(
        rf"(?P<who>\((?:{name} ){{0,3}}(?:{_agency()})(?:\s?/\s?[\w .'’-]{{1,40}})?\)"
        rf"|(?:{name} ){{0,2}}{name}\s?/\s?(?:{_agency()})(?:\s?/\s?[\w .'’-]{{1,40}})?"
        rf"|(?:REUTERS|AP|AFP|EPA|PA)\s?/\s?(?:{name} ?){{1,4}}"
        rf"|\b(?:[A-Z]\. ?)?[A-Z][\w'’-]+/[A-Z]{{2,5}})\.?$"
    )


@cache
def _bare_agency() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\w.,\"'’”)]) (?P<who>(?:{_agency()})(?:/(?:{_agency()}))*)$")


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"(?P<who>(?:{_agency()})(?:\s[•·|/]\s(?:{_agency()}))*)\s(?=[A-Z0-9])")


def mark_legends(sheet: Sheet) -> None:
    """Mark captions: by how they begin, by a credit at their end, by their place in a gallery."""
    for number in sheet.free():
        line = sheet.lines[number]
        found = None if line.words > _WORDS * 4 else _legend(line)
        if found is not None:
            sheet.mark(number, found)


def _is_numbered(line: Line) -> bool:
    """Say whether a line has its place in a gallery at its head: `3 of 12`, `3/12`; a date `9/11` counts nothing."""
    found = _GALLERY.match(line.text)
    return found is not None and int(found["place"]) <= int(found["count"]) and line.words > 3  # noqa: PLR2004 - a legend says something


def _legend(line: Line) -> Role | None:
    if _is_numbered(line) or _SHOWS.search(line.text[:120]):
        return Role("caption", GALLERY, credit=_credit(line))
    if line.words > _WORDS:
        return None
    if _BOX.match(line.low) or (line.low.startswith("media playback") and _BOX.search(line.low)):
        return Role("caption", "a picture box", credit=_credit(line))
    if beginning("captions", "openers").length(line.low):
        return Role("caption", "begins like a picture's legend", credit=_credit(line))
    return _by_credit(line)


def _by_credit(line: Line) -> Role | None:
    """Return a caption's role where a credit stands at either end of the line."""
    leading = _leading().match(line.text) if line.title else None
    if leading and leading["who"].isupper() and line.words > 6:  # noqa: PLR2004 - "AP News" is a name
        return Role("caption", "begins with a picture's credit", credit=leading["who"])
    sign = _SIGN.search(line.text) if "©" in line.text or "(c)" in line.low else None
    signed = sign is not None and sign.start() > 0 and not line.low.startswith("copyright")
    credit = sign["who"].strip() if sign is not None and signed else _credit(line)
    return Role("caption", "ends with a picture's credit", credit=credit) if credit else None


def _credit(line: Line) -> str | None:
    """Return the credit at the end of a legend, as written."""
    boxed = _BOXED.search(line.text) if "caption" in line.low else None
    if boxed:
        return boxed["who"]
    tail = line.text[-_TAIL:]
    announced = _announced().search(tail) if any(sign in line.low[-_TAIL:] for sign in _signs()) else None
    if announced and len(_LETTERS.findall(announced["who"])) <= 9:  # noqa: PLR2004 - a credit is a name or two
        return announced["who"].strip(" :") or None
    closing = _closing().search(tail) if "/" in tail or tail.rstrip(".").endswith(")") else None
    closing = closing or (None if line.stopped else _bare_agency().search(tail))
    # An agency behind the last full stop of a paragraph signs the story and credits no picture.
    if closing is not None and closing.end() - closing.start() >= len(tail):
        return closing["who"].strip("() ")
    if closing is None or line.words < 4 or (_STOP.search(tail[: closing.start()]) and not _is_numbered(line)):  # noqa: PLR2004 - "Photo AP" says nothing
        return None
    return closing["who"].strip("() ")
