"""attribution_polnear: who said what (source, cue, content) in news of the 2016 election (Newell et al. 2018).

PolNeAR counts more than sayings: thinking, wishing, supporting and calling something something. It joins the pieces
of a quotation that its cue breaks, and keeps the quotation marks. All that is drawn here and nowhere else.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evals.utterances import Utterance, utterances
from sayso.language.parser import Parser

__all__ = ["GOLD", "INPUTS", "KEEP", "predict"]

GOLD = "dev.jsonl"
INPUTS = "dev.jsonl"
KEEP = ("id", "text")
_SURE = 0.4
_MOSTLY = 0.6


def predict(rows: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield the attributions of each article."""
    texts = [row["text"] for row in rows]
    for row, found in zip(rows, utterances(texts, Parser(), attitudes=True), strict=True):
        kept = _distinct(sorted((one for one in found if _counts(one)), key=lambda one: -one.score))
        yield {"id": row["id"], "attributions": [_row(group) for group in _joined(kept)]}


def _counts(one: Utterance) -> bool:
    if one.construct == "quotation":
        return one.cue is not None or one.spoken
    return one.score >= _SURE


def _distinct(ranked: Sequence[Utterance]) -> list[Utterance]:
    """Keep the better of two utterances that say nearly the same words."""
    kept: list[Utterance] = []
    for one in ranked:
        if all(_shared(one, other) < _MOSTLY for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.start, one.end))


def _shared(a: Utterance, b: Utterance) -> float:
    common = min(a.end, b.end) - max(a.start, b.start)
    return common / max(1, max(a.end, b.end) - min(a.start, b.start))


def _joined(kept: Sequence[Utterance]) -> Iterator[list[Utterance]]:
    """Put the quotations of one cue together: “…,” he said, “…”."""
    groups: list[list[Utterance]] = []
    for one in kept:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and one.construct == last.construct == "quotation"
            and one.unit == last.unit
            and one.cue == last.cue
        ):
            groups[-1].append(one)
        else:
            groups.append([one])
    yield from groups


def _row(group: Sequence[Utterance]) -> Mapping[str, Any]:
    first = group[0]
    quotation = first.construct == "quotation"
    content = [list(one.outer) for one in group] if quotation else [list(piece) for piece in first.pieces]
    return {
        "source": [list(first.source)] if first.source else [],
        "cue": [list(first.cue)] if first.cue else [],
        "content": content,
    }
