"""Rows of a set as the product reads them: a text goes through the same cleaning as a user's report."""

from collections.abc import Sequence

from evals.score import Row
from sayso.model.reading import Reading
from sayso.model.report import Raw
from sayso.stages.clean import clean

__all__ = ["read"]

_KNOWN = ("url", "outlet", "title", "published", "lang", "text")


def read(rows: Sequence[Row]) -> list[Reading]:
    """Return one reading a row, known by its `doc_id`."""
    return clean(
        Raw(name=row["doc_id"], media="json", id=row["doc_id"], **{key: row[key] for key in _KNOWN if row.get(key)})
        for row in rows
    )
