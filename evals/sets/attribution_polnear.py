"""attribution_polnear: who said what (source, cue, content) in news of the 2016 election (Newell et al. 2018).

PolNeAR counts more than sayings: thinking, wishing, supporting and calling something something. It joins the pieces
of a quotation that its cue breaks, and keeps the quotation marks. All that is drawn here and nowhere else.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from evals.utterances import Utterance, utterances
from sayso.language.parser import Parser

__all__ = ["GOLD", "INPUTS", "KEEP", "predict"]

GOLD = "dev.jsonl"
INPUTS = "dev.jsonl"
KEEP = ("id", "text")
_IMPERSONAL = frozenset({"seem", "appear"})
_RELATIVE = re.compile(r"\b(?:who|which|that)\b")
_SURE = 0.42
_MOSTLY = 0.25


def predict(rows: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield the attributions of each article."""
    texts = [row["text"] for row in rows]
    for row, found in zip(rows, utterances(texts, Parser(), attitudes=True), strict=True):
        kept = _distinct(sorted((one for one in found if _share(one) >= _SURE), key=_rank))
        yield {"id": row["id"], "attributions": [_row(group, row["text"]) for group in _joined(kept)]}


@cache
def _shares() -> Mapping[str, Mapping[str, float]]:
    with Path(__file__).with_suffix(".toml").open("rb") as handle:
        return tomllib.load(handle)


def _share(one: Utterance) -> float:
    """Return how often annotators counted the like of `one`; 1 for words in marks."""
    if one.construct == "quotation":
        return 1.0 if one.cue is not None or one.spoken else 0.0
    table = _shares()[one.construct]
    return table["nobody"] if one.source is None else table.get(one.verb, table["other"])


def _rank(one: Utterance) -> tuple[float, float]:
    return (-one.score if one.construct == "quotation" else -_share(one), -one.score)


def _distinct(ranked: Sequence[Utterance]) -> list[Utterance]:
    """Keep the better of two utterances that say nearly the same words."""
    kept: list[Utterance] = []
    for one in ranked:
        same_cue = one.construct != "quotation" and any(one.cue is not None and one.cue == other.cue for other in kept)
        if not same_cue and all(_shared(one, other) < _MOSTLY for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: (one.start, one.end))


def _shared(a: Utterance, b: Utterance) -> float:
    common = min(a.end, b.end) - max(a.start, b.start)
    return common / max(1, max(a.end, b.end) - min(a.start, b.start))


def _joined(kept: Sequence[Utterance]) -> Iterator[list[Utterance]]:
    """Put the quotations of one cue together: “…,” he said, “…” and “…,” he said. “…”."""
    groups: list[list[Utterance]] = []
    for one in kept:
        quoted = next((group for group in reversed(groups) if group[0].construct == "quotation"), None)
        if quoted is not None and _goes_on(quoted[0], quoted[-1], one):
            quoted.append(one)
        else:
            groups.append([one])
    yield from groups


def _goes_on(first: Utterance, last: Utterance, one: Utterance) -> bool:
    if not one.construct == last.construct == "quotation":
        return False
    if one.unit == last.unit and one.cue == first.cue:
        return True
    return one.cue is None and one.paragraph == first.paragraph and one.unit - last.unit <= 1


def _source(one: Utterance, text: str) -> list[list[int]]:
    """Return the source, with the relative pronoun that stands for it: "the mayor, who said …"."""
    if one.source is None or one.verb in _IMPERSONAL:
        return []
    between = text[one.source[1] : one.cue[0]] if one.cue and one.cue[0] > one.source[1] else ""
    relative = _RELATIVE.search(between)
    if relative is None:
        return [list(one.source)]
    return [list(one.source), [one.source[1] + relative.start(), one.source[1] + relative.end()]]


def _row(group: Sequence[Utterance], text: str) -> Mapping[str, Any]:
    first = group[0]
    quotation = first.construct == "quotation"
    content = [list(one.outer) for one in group] if quotation else [list(piece) for piece in first.pieces]
    return {
        "source": _source(first, text),
        "cue": [list(first.cue)] if first.cue else [],
        "content": content,
    }
