"""Figures in the own voice of a report that carries an agency's text: they are that agency's, wherever they stand."""

from collections.abc import Mapping, Sequence

from sayso.model.claim import Claim
from sayso.model.credit import Credit
from sayso.model.reading import Reading

__all__ = ["carried_from"]


def carried_from(readings: Sequence[Reading], claims: Sequence[Claim]) -> Mapping[str, Credit]:
    """Return for each claim that nobody is named for the credit of the one whose text it stands in, by claim id.

    Who only helped with a report is nobody's source for certain, and so is none here.
    """
    whole = {
        reading.report.id: {credit.span: credit for credit in reading.credits if credit.whole and not credit.own}
        for reading in readings
        if reading.credits
    }
    found: dict[str, Credit] = {}
    for claim in claims:
        told = claim.attribution
        if told is None or told.source or not told.via_spans:
            continue
        # The first hand is the one nearest to the event.
        credit = whole.get(claim.report, {}).get(told.via_spans[0])
        if credit is not None:
            found[claim.id] = credit
    return found
