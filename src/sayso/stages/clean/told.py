"""What a bare text tells of itself: title, author, outlet, time of publication."""

from collections.abc import Sequence

from msgspec import Struct

from sayso.language.agencies import is_agency
from sayso.language.vocabulary import vocabulary
from sayso.model.passage import Passage
from sayso.stages.clean.stamps import Stamp, read_stamps
from sayso.stages.clean.wording import bare, beginning

__all__ = ["Told", "told_by"]

# Words in an outlet's name; a word alone may be a rubric ("News").
_NAME_LENGTHS = range(2, 6)


class Told(Struct, frozen=True, kw_only=True):
    """Publication data read from a report's own head and foot; None where the text does not tell."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None


def told_by(text: str, passages: Sequence[Passage]) -> Told:
    """Return what the first article's headline, bylines, datelines and signature tell.

    Dates within sentences and captions tell when something happened, not when the report appeared: they do not count.
    """
    first = [passage for passage in passages if passage.article == 0]
    title = next((passage.span.of(text) for passage in first if passage.kind == "headline"), None)
    bylines = [passage for passage in first if passage.kind == "byline"]
    # "Source: Agency" names whose text it is; which page it stood on is not known by that.
    signed = [passage.credit for passage in passages if passage.kind == "byline" and passage.credit]
    return Told(
        title=title.lstrip("# ").strip() if title else None,
        outlet=next((name for name in signed if not is_agency(name)), None) or _outlet(text, bylines),
        byline=next((name for passage in bylines if (name := _author(passage.span.of(text)))), None),
        published=_published([passage.span.of(text) for passage in bylines])
        or _published([passage.span.of(text) for passage in first if passage.kind == "dateline"]),
    )


def _outlet(text: str, bylines: Sequence[Passage]) -> str | None:
    """Return the outlet that stands on a line of its own under the headline of a saved text ("The Port Courier")."""
    words = frozenset(vocabulary("agencies")["name_words"])
    for passage in bylines:
        line = passage.span.of(text).strip()
        names = line.lower().split()
        if (
            len(names) in _NAME_LENGTHS
            and words & set(names)
            and not any(sign.isdigit() or sign in ":,|" for sign in line)
        ):
            return line if not beginning("bylines", "leads").length(bare(line)) else None
    return None


def _author(line: str) -> str | None:
    lead = beginning("bylines", "leads").length(bare(line))
    name = line[lead:].strip(" :,") if lead else ""
    stamps = read_stamps(name)
    return (
        name[: stamps[0].span.start].removesuffix("at ").removesuffix("on ").strip(" ,|–-") if stamps else name
    ) or None


def _published(lines: Sequence[str]) -> str | None:
    """Return the first dated stamp that tells of the publication and not of a later change, with its time if any."""
    found = [(stamp, _changed(line, stamp)) for line in lines for stamp in read_stamps(line)]
    dated = [stamp for stamp, changed in found if stamp.on is not None and not changed]
    if not dated:
        dated = [stamp for stamp, _ in found if stamp.on is not None]
    if not dated:
        return None
    if dated[0].hour is not None:
        return dated[0].written()
    # The day on one line and the hour on the next: "Friday, May 2, 2031" and "Posted by A. Name at 12:40 PM".
    clocks = [stamp for stamp, changed in found if stamp.on is None and stamp.month is None and not changed]
    return clocks[0].written(dated[0].on) if len(clocks) == 1 else dated[0].written()


def _changed(line: str, stamp: Stamp) -> bool:
    """Say whether a stamp is said to be that of a later change: `Updated: …`, `(corrected 09:30)`."""
    before = bare(line[: stamp.span.start]).rstrip(" :(-–")
    return any(before.endswith(label) for label in vocabulary("stamps")["labels"]["changed"])
