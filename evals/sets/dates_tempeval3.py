"""dates_tempeval3: time expressions in news with TIMEX3 values (UzZaman et al., SemEval-2013 task 1)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sayso.language.dates import find_dates

__all__ = ["GOLD", "INPUTS", "KEEP", "predict"]

GOLD = "dev.jsonl"
INPUTS = "dev.jsonl"
KEEP = ("id", "text", "dct")


def predict(rows: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield the time expressions of each document, read against its publication date."""
    for row in rows:
        found = find_dates(row["text"], row["dct"])
        times = [{"span": [one.span.start, one.span.end], "type": one.type, "value": one.value} for one in found]
        yield {"id": row["id"], "timexes": times}
