"""dates_tempeval3: time expressions in news with TIMEX3 values (UzZaman et al., SemEval-2013 task 1)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sayso.language.dates import find_dates
from sayso.model.span import Span

__all__ = ["GOLD", "INPUTS", "KEEP", "predict"]

GOLD = "dev.jsonl"
INPUTS = "dev.jsonl"
KEEP = ("id", "text", "dct")


def _is_date_line(text: str, span: Span) -> bool:
    """Say whether an expression is all of its line: the sets do not annotate a document's own date stamp."""
    before, after = text[: span.start].rpartition("\n")[2], text[span.end :].partition("\n")[0]
    return not (before + after).strip()


def predict(rows: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield the time expressions of each document, read against its publication date."""
    for row in rows:
        found = [one for one in find_dates(row["text"], row["dct"]) if not _is_date_line(row["text"], one.span)]
        times = [{"span": [one.span.start, one.span.end], "type": one.type, "value": one.value} for one in found]
        yield {"id": row["id"], "timexes": times}
