"""Who stands behind each claim: sources brought together across reports, and origins counted without doubt.

To teach it another name of a body, add a phrase to `language/<lang>/offices.toml`.
"""

from collections.abc import Iterable, Sequence

import msgspec

from sayso.model.claim import Claim
from sayso.model.link import Lineage, Standing
from sayso.model.reading import Reading
from sayso.stages.link.standing.canon import Canon, canonical
from sayso.stages.link.standing.carried import carried_from
from sayso.stages.link.standing.cited import cited_sources
from sayso.stages.link.standing.origins import origins

__all__ = ["stand"]


def stand(readings: Sequence[Reading], claims: Sequence[Claim], lineage: Lineage) -> Lineage:
    """Return `lineage` with its sources and standings filled in: one standing for each claim of a known report."""
    carried = carried_from(readings, claims)
    texts = {reading.report.id: reading.report.text for reading in readings}
    canon = canonical(cited_sources(claims, texts, carried), readings)
    standings = _by_holder(origins(readings, claims, canon, lineage, carried), canon)
    return msgspec.structs.replace(lineage, sources=canon.sources, standings=tuple(standings))


def _by_holder(standings: Iterable[Standing], canon: Canon) -> Iterable[Standing]:
    """Count a post and its holder as one origin for certain, though each is shown under its own name."""
    holders = {source.id: canon.sources[i].id for source, i in zip(canon.sources, canon.held, strict=True)}
    for standing in standings:
        yield msgspec.structs.replace(standing, origin_apart=holders.get(standing.origin_apart, standing.origin_apart))
