"""Reconciliation measured apart from extraction: the annotated claims are put in place of our own.

`python -m evals.reconciliation [EVENT ...] [--gold-lineage] [--worst N]` runs `stand` and `reconcile` over
the annotated figures of each event that has questions, and prints the lines of the set's own `score.py brief`. The
lineage is our own unless `--gold-lineage` puts the annotated pairs in its place.
"""

import json
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from evals.floors import digest
from evals.folders import shared
from evals.lines import metrics
from evals.runner import Measured
from evals.score import AdapterError
from sayso.language.sentences import sentences
from sayso.model.attribution import Attribution
from sayso.model.brief import Brief
from sayso.model.claim import Claim, Figure, Quote
from sayso.model.link import Lineage, Link
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.model.story import Story
from sayso.pipeline import lineage, read
from sayso.stages.link.standing import stand
from sayso.stages.reconcile import reconcile

__all__ = ["gold_brief", "gold_claims", "gold_links", "main", "measure", "names"]

_PREFIX = "reconciliation of "

_FIGURE_FIELDS = frozenset(Figure.__struct_fields__)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def read_event(folder: Path) -> list[Reading]:
    """Return the reports of an annotated event as the pipeline reads them, with their passages, cautions and credits."""
    return read([str(folder / "reports.jsonl")])


def gold_claims(folder: Path, readings: Sequence[Reading]) -> list[Claim]:
    """Return the annotated figures and quotations as claims."""
    known = {reading.report.id: reading for reading in readings}
    found = []
    for row in _rows(folder / "gold.jsonl"):
        reading = known[row["id"]]
        spans = sentences(reading.report.text)
        found += [_claim(reading, entry, spans, "figure") for entry in row["figures"] if not entry.get("optional")]
        found += [_claim(reading, entry, spans, "quote") for entry in row["quotes"]]
    return found


def _claim(reading: Reading, entry: Mapping[str, Any], spans: Sequence[Span], kind: str) -> Claim:
    report, span = reading.report, Span(entry["start"], entry["end"])
    around = next((sentence for sentence in spans if sentence.meets(span)), span)
    passage = reading.passage_at(span.start)
    source = entry.get("source") or entry.get("speaker")
    via = tuple(part.strip() for part in (entry.get("via") or "").split(";") if part.strip())
    figure = quote = None
    if kind == "figure":
        figure = msgspec.convert(
            {"high": None, **{key: value for key, value in entry.items() if key in _FIGURE_FIELDS}}, Figure
        )
    else:
        quote = Quote()
    return Claim.of(
        report,
        "figure" if figure else "quote",
        span,
        words=span.of(report.text),
        sentence=around,
        passage=passage.kind if passage is not None else "body",
        attribution=Attribution(source=source, via=via) if source or via else None,
        figure=figure,
        quote=quote,
    )


def gold_links(folder: Path) -> Lineage:
    """Return the annotated pairs as links; the later report of each stands first."""
    return Lineage(
        links=tuple(
            Link(a=row["a"], b=row["b"], relation=row["relation"], direction="a-from-b", score=1.0)
            for row in _rows(folder / "lineage.jsonl")
        )
    )


def gold_brief(folder: Path, *, own_lineage: bool) -> Brief:
    """Return the brief that reconciliation makes of an event's annotated claims."""
    readings = read_event(folder)
    claims = gold_claims(folder, readings)
    linked = lineage(readings, claims) if own_lineage else gold_links(folder)
    story = Story(reports=tuple(reading.report.id for reading in readings))
    return reconcile(readings, claims, stand(readings, claims, linked), story)


def score(folder: Path, brief: Brief, worst: int = 0) -> str:
    """Return the lines that the set's own scorer prints for a brief."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "brief.json"
        path.write_bytes(msgspec.json.encode(brief))
        scorer = folder.parent / "score.py"
        command = [
            sys.executable,
            str(scorer),
            "brief",
            str(folder / "questions.json"),
            str(path),
            "--worst",
            str(worst),
        ]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own interpreter and the set's scorer


def names() -> list[str]:
    """Name the measures of this module: one an event with questions, none where the events are not here."""
    root = shared()
    events = sorted(path.parent.name for path in (root / "gold").glob("*/questions.json")) if root else []
    return [_PREFIX + event for event in events]


def measure(name: str) -> Measured:
    """Score one event, named as in `names`, with our own lineage."""
    root = shared()
    if root is None:
        raise AdapterError(f"the folder of {name!r} is not there")
    folder = root / "gold" / name.removeprefix(_PREFIX)
    lines = score(folder, gold_brief(folder, own_lineage=True)).splitlines()
    files = [folder / file for file in ("reports.jsonl", "gold.jsonl", "questions.json")]
    return Measured(name, metrics(lines), digest(files))


def main(argv: Sequence[str] | None = None) -> None:
    """Print the scores of the named events, or of all that have questions."""
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("events", nargs="*")
    parser.add_argument("--data", type=Path, help="folder with the events (default: the shared gold folder)")
    parser.add_argument("--gold-lineage", action="store_true")
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--save", type=Path, help="write the brief of the last event there")
    options = parser.parse_args(argv)
    here = shared()
    root = options.data or (here / "gold" if here else Path("gold"))
    events = options.events or sorted(path.parent.name for path in root.glob("*/questions.json"))
    for name in events:
        brief = gold_brief(root / name, own_lineage=not options.gold_lineage)
        print(f"## {name}")
        print(score(root / name, brief, options.worst), end="")
        if options.save:
            options.save.write_bytes(msgspec.json.encode(brief))


if __name__ == "__main__":
    main()
