"""Who stands behind each claim: sources brought together across reports, and origins counted without doubt.

To teach it another name of a body, add a phrase to `language/<lang>/offices.toml`.
"""

from collections.abc import Sequence

import msgspec

from sayso.model.claim import Claim
from sayso.model.link import Lineage
from sayso.model.reading import Reading
from sayso.stages.link.standing.canon import canonical
from sayso.stages.link.standing.cited import cited_sources
from sayso.stages.link.standing.origins import origins

__all__ = ["stand"]


def stand(readings: Sequence[Reading], claims: Sequence[Claim], lineage: Lineage) -> Lineage:
    """Return `lineage` with its sources and standings filled in: one standing for each claim of a known report."""
    canon = canonical(cited_sources(claims), readings)
    standings = origins(readings, claims, canon, lineage)
    return msgspec.structs.replace(lineage, sources=canon.sources, standings=tuple(standings))
