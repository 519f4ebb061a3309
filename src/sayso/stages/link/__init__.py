"""Links between reports: who took what from whom, and who stands behind each claim."""

from collections.abc import Sequence

from sayso.model.claim import Claim
from sayso.model.link import Lineage
from sayso.model.reading import Reading
from sayso.stages.link.lineage import trace
from sayso.stages.link.standing import stand

__all__ = ["link"]


def link(readings: Sequence[Reading], claims: Sequence[Claim]) -> Lineage:
    """Return the lineage of the reports with a standing for each claim; copying is decided before independence."""
    return stand(readings, claims, trace(readings, claims))
