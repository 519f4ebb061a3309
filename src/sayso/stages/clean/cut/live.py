"""Live blogs: entries, each with its own time."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise

from sayso.model.moment import Moment
from sayso.stages.clean.cut.sheet import Line, Role, Sheet
from sayso.stages.clean.stamps import Stamp, read_stamps

__all__ = ["mark_entries", "written"]

# Fewer stamps than this are the report's own (published, updated) and make no live blog.
_FEWEST = 3
_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAD = re.compile(r"[*_]{0,3}(?:\s*[-–—:|•.]\s*\S|\s+\S)")
# Marks of lists, headings and emphasis that a page in plain text sets before a stamp: `**21:10** ...`, `- 9.15 ...`.
_MARKS = frozenset("*_#- \t")
# A step of so many hours against the run of the entries leads over midnight; a smaller one is an entry out of place.
_OVER_MIDNIGHT = 6
_DAY = timedelta(days=1)
_LENGTH = re.compile(r"\d{1,2}:\d\d [\"“'‘]?[^\W_]")
_ZONE = re.compile(r"all times (?:are )?(?:in )?(?P<zone>[a-z]{3,4})\b")
_AS_OF = re.compile(r"(?:last )?(?:edited|updated|as of|at)\b")


def mark_entries(sheet: Sheet) -> None:
    """Mark the entries of a live blog, each from its stamp to the next; summaries with a time are entries too."""
    stamps = {number: stamp for number in sheet.free() if (stamp := _heads(sheet.lines[number])) is not None}
    for number in _playlist(sheet, stamps):
        del stamps[number]
        sheet.mark(number, Role("furniture", "a list of videos with their lengths"))
    if len(stamps) < _FEWEST:
        return
    days = _days(stamps, _day_of(sheet.day))
    current: str | None = None
    for number in range(len(sheet)):
        line = sheet.lines[number]
        if number in stamps:
            current = written(stamps[number], line.text, sheet, days[number])
        elif current is None and (inner := _summary(line)):
            current = written(inner, line.text, sheet)
        if current is not None and (number in stamps or sheet.roles[number] is None):
            sheet.mark(number, Role("entry", "stands under a live blog's stamp", when=current))


def _playlist(sheet: Sheet, stamps: dict[int, Stamp]) -> list[int]:
    """Return the lines of a list of videos: headlines behind a length (`0:47 Fire boats at work`), in no order."""
    found = [number for number in stamps if sheet.lines[number].title and _LENGTH.match(sheet.lines[number].text)]
    clock = [(stamps[number].hour or 0, stamps[number].minute or 0) for number in found]
    ordered = clock in (sorted(clock), sorted(clock, reverse=True))
    return [] if len(found) < _FEWEST or ordered else found


def _heads(line: Line) -> Stamp | None:
    """Return the time that stands alone on a line, or at its head before the entry's words."""
    if not any(character.isdigit() for character in line.text[:30]):
        return None
    stamps = [stamp for stamp in read_stamps(line.text[:48]) if stamp.hour is not None]
    before = line.text[: stamps[0].span.start] if stamps else ""
    if not stamps or _WORD.search(before):
        return None
    rest = line.text[stamps[0].span.end :]
    alone = len(_WORD.findall(rest)) <= 2 and line.words <= 8  # noqa: PLR2004 - a zone, "ago", a name
    return stamps[0] if alone or (_LEAD.match(rest) and _MARKS.issuperset(before)) else None


def _summary(line: Line) -> Stamp | None:
    """Return the time of a summary over the entries: `AT A GLANCE (updated 09.15)`."""
    found = _AS_OF.search(line.low) if line.words <= 12 else None  # noqa: PLR2004 - a heading
    stamps = [stamp for stamp in read_stamps(line.text) if stamp.hour is not None] if found else []
    return stamps[0] if stamps else None


def _days(stamps: Mapping[int, Stamp], day: date | None) -> Mapping[int, date | None]:
    """Return the day of each entry's line: its stamp's own, else the page's `day` and, over midnight, those before it.

    A page is read from its newest entry back, which stands at the top or at the foot; None where no day is known.
    """
    lines = sorted(stamps)
    clocks = {number: (stamps[number].hour or 0, stamps[number].minute or 0) for number in lines}
    rises = sum((clocks[two] > clocks[one]) - (clocks[two] < clocks[one]) for one, two in pairwise(lines))
    found: dict[int, date | None] = {}
    last: int | None = None
    for number in reversed(lines) if rises > 0 else lines:
        stamp, hour = stamps[number], clocks[number][0]
        own = stamp.written(day) if stamp.day else None
        if own:
            day = date.fromisoformat(own[:10])
        elif day and day.year > 1 and last is not None and hour - last >= _OVER_MIDNIGHT:
            day -= _DAY
        found[number], last = day, hour
    return found


def written(stamp: Stamp, words: str, sheet: Sheet, day: date | None = None) -> str:
    """Return a stamp of `words` as ISO 8601 where its day, `day` or the report's is known, else as written."""
    iso = stamp.written(day or _day_of(sheet.day))
    if iso is None:
        return stamp.span.of(words).strip()
    offset = _offset_of(sheet)
    return iso if stamp.offset or not offset else iso + offset


def _day_of(published: str | None) -> date | None:
    moment = Moment.read(published)
    return date.fromisoformat(str(published).strip()[:10]) if moment else None


def _offset_of(sheet: Sheet) -> str | None:
    """Return the zone that a page names for all its times."""
    for line in sheet.lines[:12]:
        found = _ZONE.search(line.low)
        if found:
            stamps = read_stamps(f"00:00 {found['zone']}")
            return stamps[0].offset if stamps else None
    return None
