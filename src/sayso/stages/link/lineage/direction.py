"""Who took from whom: by time, by credits, by the marks of reprinting sites, by containment; else it is not known."""

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from sayso.language.agencies import agency_key
from sayso.language.vocabulary import vocabulary
from sayso.model.reason import Evidence
from sayso.model.span import Span
from sayso.stages.link.lineage.page import Page
from sayso.stages.link.lineage.verbatim import Overlap

__all__ = ["Direction", "credited", "direct", "earlier"]

_INSIDE, _OUTSIDE = 0.9, 0.6
"""A report that lies nearly whole in another, which has much more, is more likely its excerpt than its seed."""
_SHORTEST_NAME = 4


_End = Literal["first", "second"]


class Direction(Struct, frozen=True, kw_only=True):
    """`taker`: which of the two took; None where unknown. `why`: in words; it rests on `evidence`, else on the wording."""

    taker: _End | None
    why: str
    evidence: tuple[Evidence, ...] = ()


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
        why = f"{one.label} was published earlier ({one.published})"
        return Direction(taker="second", why=why, evidence=_stamps(first, second))
    if other.moment.before(one.moment):
        why = f"{other.label} was published earlier ({other.published})"
        return Direction(taker="first", why=why, evidence=_stamps(first, second))
    return None


def _stamps(first: Page, second: Page) -> tuple[Evidence, ...]:
    return (Evidence(report=first.id), Evidence(report=second.id))


def _words(page: Page, span: Span) -> tuple[Evidence, ...]:
    return (Evidence(report=page.id, start=span.start, end=span.end),)


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
    return Direction(taker="second" if earlier is first else "first", why=why, evidence=_stamps(first, second))


def _by_credit(first: Page, second: Page) -> Direction | None:
    here, there = _named_in(first, second), _named_in(second, first)
    if here is not None and there is None:
        why = f"the report credits {second.reading.report.label}"
        return Direction(taker="first", why=why, evidence=_words(first, here))
    if there is not None and here is None:
        why = f"the report credits {first.reading.report.label}"
        return Direction(taker="second", why=why, evidence=_words(second, there))
    return None


def _by_signature(first: Page, second: Page) -> Direction | None:
    """A dateline signed with the report's own outlet marks the writer's own text."""
    here, there = _signature(first), _signature(second)
    writer, signed = (first, here) if here is not None else (second, there)
    if signed is None or (here is not None and there is not None):
        return None
    why = f"{writer.reading.report.label} signs the text as its own"
    return Direction(taker="second" if writer is first else "first", why=why, evidence=_words(writer, signed))


def _by_marks(first: Page, second: Page) -> Direction | None:
    here, there = _reprinted(first), _reprinted(second)
    if bool(here) == bool(there):
        return None
    taker: _End = "first" if here else "second"
    why = "the page bears the marks of a site that reprints others"
    return Direction(taker=taker, why=why, evidence=here or there)


def _named_in(page: Page, other: Page) -> Span | None:
    """Return where `page` names the outlet of `other` as one that it knows the news from."""
    outlet = other.reading.report.outlet or ""
    if len(outlet) < _SHORTEST_NAME or outlet == page.reading.report.outlet:
        return None
    pattern = rf"(?<!\w){re.escape(outlet)}(?!\w)"
    found = re.search(pattern, page.text, re.IGNORECASE)
    return Span(*found.span()) if found else None


def credited(page: Page) -> tuple[str, ...]:
    """Return whose text the report says that it carries, or that had a part in it, one name an agency."""
    names: dict[str, str] = {}
    for credit in page.reading.credits:
        if not credit.own:
            names.setdefault(agency_key(credit.name), _usual(credit.name))
    return tuple(names.values())


def _usual(name: str) -> str:
    """Return the spelling of the list for a shouted name, so that carriers of one agency's text come together."""
    return _spellings().get(name.casefold(), name)


@cache
def _spellings() -> dict[str, str]:
    return {name.casefold(): name for name in vocabulary("credits")["agencies"]}


def _signature(page: Page) -> Span | None:
    signed = (credit.span for credit in page.reading.credits if credit.own and credit.place == "dateline")
    return next(signed, None)


def _reprinted(page: Page) -> tuple[Evidence, ...]:
    """Return the marks of a site that reprints others; nothing where there are none."""
    marks = vocabulary("credits")
    warned = [warning for warning in page.reading.warnings if warning.kind in marks["taker_warnings"]]
    if warned:
        return tuple(Evidence(report=page.id, start=one.start, end=one.end) for one in warned[:1])
    starts = [(page.text.find(mark), mark) for mark in marks["taker_marks"]]
    return next((_words(page, Span(at, at + len(mark))) for at, mark in starts if at >= 0), ())
