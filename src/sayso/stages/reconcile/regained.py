"""Counts whose garbled sentence hides what they count: the text that they were taken from tells it."""

from collections.abc import Sequence

import msgspec

from sayso.model.claim import Claim, Figure
from sayso.model.link import Lineage

__all__ = ["regained"]


def regained(claims: Sequence[Claim], lineage: Lineage) -> list[Claim]:
    """Return `claims`, those under no measure with the measure of the figure that they were changed from.

    A machine's or a tired hand's wording ("7,989 individuals were stored") leaves a number without a measure. Where
    the lineage has found the figure that it stands for, it answers the same question, as a changed value.
    """
    known = {claim.id: claim for claim in claims}
    sources = {
        change.claim: known[change.other_claim].figure
        for change in lineage.distortions
        if change.kind == "figure" and change.claim is not None and change.other_claim in known
    }
    return [_regained(claim, sources.get(claim.id)) for claim in claims]


def _regained(claim: Claim, source: Figure | None) -> Claim:
    figure = claim.figure
    if figure is None or source is None or figure.measure != "other" or source.measure == "other":
        return claim
    there = msgspec.structs.replace(
        figure,
        measure=source.measure,
        group=source.group,
        place=figure.place or source.place,
        detail=source.detail,
        delta=source.delta,
        unit=None,
    )
    return msgspec.structs.replace(claim, figure=there)
