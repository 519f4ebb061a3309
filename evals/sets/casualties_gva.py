"""casualties_gva: several local reports of one shooting; one figure of the killed and one of the injured an incident.

The figures go through `extract`, `link` and `reconcile` as in the product; the rule that picks one value of the
reconciled questions is this set's own convention (see `_slot`), chosen on its dev half.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evals import stages
from sayso.language.parser import Parser
from sayso.model.claim import Claim
from sayso.model.question import Question, Variant
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.story import Story
from sayso.stages.link.standing import stand
from sayso.stages.reconcile import reconcile

__all__ = ["GOLD", "INPUTS", "KEEP", "predict"]

GOLD = "dev.jsonl"
INPUTS = "dev.jsonl"
KEEP = ("id", "articles")

_SLOTS = ("killed", "injured")


def predict(rows: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield one row an incident: the counts that its articles agree on, None where they give none."""
    parser = Parser()
    for row in rows:
        readings = [_reading(article) for article in row["articles"]]
        claims = stages.claims(readings, parser)
        yield {"id": row["id"], **counts(readings, claims)}


def _reading(article: Mapping[str, Any]) -> Reading:
    title, text = article.get("title") or "", article["text"]
    whole = text if not title or text.startswith(title) else f"{title}\n\n{text}"
    report = Report.of(text=whole, id=article["id"], outlet=article["outlet"], published=article["date"], title=title)
    return stages.cleaned(report)


def counts(readings: Sequence[Reading], claims: Sequence[Claim]) -> dict[str, int | None]:
    """Return the two slots of one incident."""
    lineage = stand(readings, claims, stages.lineage(readings, claims))
    story = Story(reports=tuple(reading.report.id for reading in readings))
    brief = reconcile(readings, claims, lineage, story)
    return {slot: _slot(slot, brief.questions) for slot in _SLOTS}


def _slot(slot: str, questions: Sequence[Question]) -> int | None:
    """Return the value in most reports among those that stand; of two the later, then the larger."""
    variants = [v for q in questions if q.measure == slot and not q.delta and q.detail is None for v in q.variants]
    best = max(variants, key=_weight, default=None)
    return int(best.low) if best else None


def _weight(variant: Variant) -> tuple[object, ...]:
    standing = variant.status in {"current", "disputed"}
    return (len(variant.reports), standing, variant.as_of or variant.first_reported or "", variant.low)
