"""What the benchmarks run on: the annotated sets where they are, the bundled example where they are not."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from evals.folders import shared

__all__ = ["corpora", "rows", "words", "write"]

_EXAMPLES = Path(__file__).parents[1] / "examples"
# Enough for the start of the process to weigh little, and few enough for the peer to end in half a minute.
_LARGE_WORDS = 100_000


def corpora() -> dict[str, list[dict[str, Any]]]:
    """Return name → reports: the annotated events, and a larger set; else the example, once and many times."""
    root = shared()
    if root is None:
        example = [row for file in sorted(_EXAMPLES.rglob("*.jsonl")) for row in rows(file)]
        example += [{"text": file.read_text(encoding="utf-8")} for file in sorted(_EXAMPLES.rglob("*.txt"))]
        return {"example": example}
    events = [row for file in sorted(root.glob("gold/*/reports.jsonl")) for row in rows(file)]
    incidents = rows(root / "bench" / "casualties_gva" / "dev.jsonl")
    articles = ({**article, "published": article.get("date")} for row in incidents for article in row["articles"])
    return {"annotated events": events, "local news": list(_up_to(_LARGE_WORDS, articles))}


def words(reports: Iterable[dict[str, Any]]) -> int:
    """Return the number of words, cut at blanks."""
    return sum(len(report["text"].split()) for report in reports)


def write(reports: Iterable[dict[str, Any]], place: Path) -> Path:
    """Write the reports as JSON Lines that `sayso` reads; ids are counted, so that no two are alike."""
    known = ("url", "outlet", "title", "published", "text")
    cut = ({"id": f"r{n}", **{k: report[k] for k in known if report.get(k)}} for n, report in enumerate(reports))
    place.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in cut), encoding="utf-8")
    return place


def _up_to(most: int, reports: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    total = 0
    for report in reports:
        total += words([report])
        if total > most:
            return
        yield report


def rows(file: Path) -> list[dict[str, Any]]:
    """Return the rows of a JSON Lines file."""
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
