"""US shooting incidents in local news: sister stations, agency copies, page furniture that returns for years.

The set scores the grouping of stories; we answer with families of one text, which in this set are mostly of one
report, so the grouping scores low by design. What counts here is `python -m evals.copying`: which pairs of one
incident and of different incidents are called derived.
"""

from collections.abc import Iterator, Sequence

from evals.readings import read
from evals.score import Row
from sayso.stages.link.lineage import trace
from sayso.stages.link.lineage.family import families

__all__ = ["GOLD", "INPUTS", "KEEP", "predict"]

GOLD = "gold.jsonl"
INPUTS = "docs.jsonl"
KEEP = ("doc_id", "url", "outlet", "published", "title", "text")


def predict(rows: Sequence[Row]) -> Iterator[Row]:
    """Return the family of one text for each report."""
    groups = families([row["doc_id"] for row in rows], trace(read(rows), []).links)
    return ({"doc_id": name, "cluster": group[0]} for group in groups for name in group)
