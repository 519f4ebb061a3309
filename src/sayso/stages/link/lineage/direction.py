"""Who took from whom: by time, by credits, by the marks of reprinting sites, by containment; else it is not known."""

import re
from typing import Literal

from msgspec import Struct

from sayso.language.vocabulary import vocabulary
from sayso.stages.link.lineage.page import Page
from sayso.stages.link.lineage.verbatim import Overlap

__all__ = ["Direction", "credited", "direct", "earlier"]

_INSIDE, _OUTSIDE = 0.9, 0.6
"""A report that lies nearly whole in another, which has much more, is more likely its excerpt than its seed."""
_SHORTEST_NAME = 4


_End = Literal["first", "second"]


class Direction(Struct, frozen=True, kw_only=True):
    """`taker`: which of the two took; None where unknown. `why`: in words."""

    taker: _End | None
    why: str


def direct(first: Page, second: Page, shared: Overlap) -> Direction:
    """Say which of two derived reports took from the other; the first rule that tells wins."""
    for rule in (_by_time, _by_credit, _by_signature, _by_marks, _by_same_stamp):
        found = rule(first, second)
        if found is not None:
            return found
    if shared.most >= _INSIDE and shared.least <= _OUTSIDE:
        taker: _End = "first" if shared.share_a > shared.share_b else "second"
        return Direction(taker=taker, why="it lies nearly whole in the other report")
    return Direction(taker=None, why="the times do not tell who was first")


def earlier(first: Page, second: Page) -> Direction:
    """Say which of two reports that took from a common third came later: by times, else by a reprinter's marks."""
    found = _by_time(first, second) or _by_same_stamp(first, second) or _by_marks(first, second)
    return found or Direction(taker=None, why="the times do not tell who was first")


def _by_time(first: Page, second: Page) -> Direction | None:
    one, other = first.reading.report, second.reading.report
    if one.moment is None or other.moment is None:
        return None
    if one.moment.before(other.moment):
        return Direction(taker="second", why=f"{one.label} was published earlier ({one.published})")
    if other.moment.before(one.moment):
        return Direction(taker="first", why=f"{other.label} was published earlier ({other.published})")
    return None


def _by_same_stamp(first: Page, second: Page) -> Direction | None:
    """Two days, or two clock times without a zone, tell the order where one site stamped both or zones are near."""
    one, other = first.reading.report.moment, second.reading.report.moment
    if one is None or other is None or one.earliest == other.earliest:
        return None
    if one.latest - one.earliest != other.latest - other.earliest:
        return None
    earlier = first if one.earliest < other.earliest else second
    report = earlier.reading.report
    why = f"{report.label} bears the earlier stamp ({report.published}); no time zones are given"
    return Direction(taker="second" if earlier is first else "first", why=why)


def _by_credit(first: Page, second: Page) -> Direction | None:
    if _names(first, second) == _names(second, first):
        return None
    if _names(first, second):
        return Direction(taker="first", why=f"the report credits {second.reading.report.label}")
    return Direction(taker="second", why=f"the report credits {first.reading.report.label}")


def _by_signature(first: Page, second: Page) -> Direction | None:
    """A dateline signed with the report's own outlet marks the writer's own text."""
    if _signs(first) == _signs(second):
        return None
    writer = first if _signs(first) else second
    why = f"{writer.reading.report.label} signs the text as its own"
    return Direction(taker="second" if writer is first else "first", why=why)


def _by_marks(first: Page, second: Page) -> Direction | None:
    if _is_reprinter(first) == _is_reprinter(second):
        return None
    taker: _End = "first" if _is_reprinter(first) else "second"
    return Direction(taker=taker, why="the page bears the marks of a site that reprints others")


def _names(page: Page, other: Page) -> bool:
    """Say whether `page` names the outlet of `other` as one that it knows the news from."""
    outlet = other.reading.report.outlet or ""
    if len(outlet) < _SHORTEST_NAME or outlet == page.reading.report.outlet:
        return False
    pattern = rf"(?<!\w){re.escape(outlet)}(?!\w)"
    return re.search(pattern, page.text, re.IGNORECASE) is not None


def credited(page: Page) -> tuple[str, ...]:
    """Return whose text the report says that it carries.

    All names in a dateline's brackets and in copyright lines count, in bylines and source lines only agencies.
    """
    agencies: dict[str, str] = {name.casefold(): name for name in vocabulary("credits")["agencies"]}
    found: list[str] = []
    for line in page.text.splitlines():
        for credit in _CREDIT.finditer(line):
            names_here = re.split(r"\s*[,/&]\s*", next(filter(None, credit.groups())).strip())
            kept = [
                name
                for name in names_here
                if name.casefold() in agencies or (name and (credit.group(1) or credit.group(3)))
            ]
            found += [agencies.get(name.casefold(), name) for name in kept]
    return tuple(dict.fromkeys(found))


_CREDIT = re.compile(
    r"\(([A-Z][^()\n]{1,40})\)\s{0,2}[-–—.:]"  # a dateline: "CITY (Agency) -"
    r"|^\s*(?:[Bb]y|BY)\s+([A-Z][^\n]{1,40})$"  # a byline of its own
    r"|©\s*(?:\d{4}\s+)?([A-Z][^.\n|]{1,40})"  # a copyright line
    r"|^\s*[Ss]ource:\s*([A-Z][^.\n]{1,40})"
)


def _signs(page: Page) -> bool:
    outlet = (page.reading.report.outlet or "").casefold()
    datelines = (credit.group(1) or "" for credit in _CREDIT.finditer(page.text))
    return bool(outlet) and any(outlet in line.casefold() for line in datelines)


def _is_reprinter(page: Page) -> bool:
    marks = vocabulary("credits")
    if any(warning.kind in marks["taker_warnings"] for warning in page.reading.warnings):
        return True
    return any(mark in page.text for mark in marks["taker_marks"])
