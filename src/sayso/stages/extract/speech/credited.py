"""Hands that a report names once for all its lines: the agency whose text it carries, or that had a part in it."""

from collections.abc import Sequence

from msgspec.structs import replace

from sayso.language.agencies import agency_key, is_agency
from sayso.model.attribution import Attribution
from sayso.model.credit import Credit
from sayso.model.passage import PassageKind
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.stages.extract.speech.kinds import is_carrier

__all__ = ["credited"]

# A picture has a credit of its own, and a post, a comment or a column its author.
_CARRIED: frozenset[PassageKind] = frozenset({"headline", "dateline", "body", "entry", "blockquote"})


def credited(reading: Reading, span: Span, found: Attribution | None) -> Attribution | None:
    """Return `found` with the hands that the report credits for the words at `span`, nearest to the reader last.

    Whose text it is carried every line of it. Who helped had a part in what the report says in its own voice, and only
    one helper can be told: of several it is not known whose a line is, nor who heard a source that is named.
    """
    if not reading.credits or not _is_carried(reading, span):
        return found
    near = [one for one in reading.credits if one.covers.holds(span) and _is_hand(one)]
    hands = _distinct([one for one in near if one.whole], found)
    if hands:
        names = " and ".join(one.name for one in hands)
        return _through(found, hands, f"the report says that its text is that of {names}")
    helpers = _distinct(near, None)
    if (found is None or found.source is None) and len(helpers) == 1 and not any(one.whole for one in near):
        return _through(found, helpers, f"{helpers[0].name} had a part in the report")
    return found


def _is_carried(reading: Reading, span: Span) -> bool:
    passage = reading.passage_at(span.start)
    return passage is not None and passage.kind in _CARRIED


def _is_hand(credit: Credit) -> bool:
    """Say whether a credit names one who carries news: brackets hold other things too, and sites claim their pages."""
    if credit.own:
        return False
    if credit.place == "copyright":
        return is_agency(credit.name)
    # What stands in brackets behind the place and the day is by all newsrooms' custom whose text it is.
    return credit.place in {"foot", "dateline"} or is_carrier(credit.name) or is_agency(credit.name)


def _distinct(named: Sequence[Credit], found: Attribution | None) -> list[Credit]:
    """Return one credit an agency, without those that the attribution names by itself."""
    known = {agency_key(name) for name in (found.source, *found.via) if name} if found is not None else set()
    kept: list[Credit] = []
    for one in named:
        if agency_key(one.name) not in known:
            known.add(agency_key(one.name))
            kept.append(one)
    return kept


def _through(found: Attribution | None, hands: Sequence[Credit], why: str) -> Attribution:
    via, spans = tuple(one.name for one in hands), tuple(one.span for one in hands)
    if found is None:
        return Attribution(source=None, via=via, via_spans=spans, why=why)
    return replace(
        found, via=(*found.via, *via), via_spans=(*found.via_spans, *spans), why=f"{found.why}; {why}".lstrip("; ")
    )
