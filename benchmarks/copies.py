"""Reports whose copying is known: texts of the annotated sets, sampled, and mutated as outlets mutate them."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import combinations, pairwise
from typing import Any

from benchmarks.texts import rows
from evals.folders import shared
from sayso.language.sentences import sentences

__all__ = ["made"]

Report = dict[str, Any]
Pair = tuple[str, str]

_SEED = 20
# Reports that carry one text: half of the texts stand alone, a few go round.
_FAMILY = (1, 1, 1, 1, 1, 3, 4, 6, 9, 13)
_FEWEST_WORDS = 120
_MOST_PARTS = 4
# Share of words that an editor, and a spinner, puts others for; an editor also cuts that share of the sentences.
_EDIT, _SPIN = 0.1, 0.33
_FOOTER = "{0} brings you the news of the day. Write to the editors of {0} or read on in our other pages."


def made(count: int) -> tuple[list[Report], set[Pair]]:
    """Return `count` reports in mixed order, and the pairs of ids that carry one text.

    The first of a family is the text itself; the others reprint it with furniture, take a part of it beside a text of
    their own, edit it, or put other words for a third of its words. The same `count` gives the same reports.
    """
    chance = random.Random(_SEED)  # noqa: S311 - a sample, and no secret
    bases, fillers = _texts()
    chance.shuffle(bases)
    vocabulary = [word for text in bases[:200] for word in text.split() if word.isalpha()]
    reports: list[Report] = []
    pairs: set[Pair] = set()
    for base in bases:
        size = min(chance.choice(_FAMILY), count - len(reports))
        began = datetime(2030, 1, 1, tzinfo=UTC) + timedelta(hours=chance.randrange(8760))
        family = []
        for k in range(size):
            text = _mutated(base, k, chance, fillers, vocabulary)
            name = f"r{len(reports):05}"
            published = (began + timedelta(minutes=20 * k)).isoformat()
            reports.append(
                {"id": name, "outlet": f"Outlet {chance.randrange(400)}", "published": published, "text": text}
            )
            family.append(name)
        pairs |= set(combinations(family, 2))
        if len(reports) == count:
            break
    assert len(reports) == count, f"there are texts for {len(reports)} reports only"
    chance.shuffle(reports)
    return reports, pairs


def _texts() -> tuple[list[str], list[str]]:
    """Return texts of different events or of different parts of one, and others to fill up with."""
    root = shared()
    if root is None:
        return [], []
    folders = [root / "bench" / name for name in ("gva_longtail", "outlet_stories")]
    bases = [part for folder in folders for text in _one_an_event(folder) for part in _parts(text)]
    return bases, [row["text"] for row in rows(root / "bench" / "t17_timelines" / "docs.jsonl")[:600]]


def _parts(text: str) -> list[str]:
    """Cut a long text into parts that share no sentence."""
    spans = sentences(text)
    parts = min(_MOST_PARTS, len(text.split()) // _FEWEST_WORDS)
    edges = [len(spans) * k // parts for k in range(parts + 1)] if parts else []
    return [text[spans[a].start : spans[b - 1].end] for a, b in pairwise(edges) if a < b]


def _one_an_event(folder: Any) -> Iterator[str]:  # noqa: ANN401 - a Path
    event = {row["doc_id"]: row["cluster"] for row in rows(folder / "gold.jsonl")}
    seen = set()
    for row in rows(folder / "docs.jsonl"):
        name = event.get(row["doc_id"])
        if name not in seen and len(row["text"].split()) >= _FEWEST_WORDS:
            seen.add(name)
            yield row["text"]


def _mutated(base: str, place: int, chance: random.Random, fillers: list[str], vocabulary: list[str]) -> str:
    if place == 0:
        return base
    ways = (_reprinted, _excerpted, _edited, _spun)
    return ways[place % len(ways)](base, chance, fillers, vocabulary)


def _reprinted(base: str, chance: random.Random, _: list[str], __: list[str]) -> str:
    return f"{base}\n{_FOOTER.format(f'Outlet {chance.randrange(400)}')}"


def _excerpted(base: str, chance: random.Random, fillers: list[str], _: list[str]) -> str:
    parts = [span.of(base) for span in sentences(base)]
    kept = parts[: max(3, int(len(parts) * chance.uniform(0.4, 0.7)))]
    other = chance.choice(fillers).split()
    return "\n".join([*kept, " ".join(other[: sum(len(part.split()) for part in kept)])])


def _edited(base: str, chance: random.Random, _: list[str], vocabulary: list[str]) -> str:
    parts = [span.of(base) for span in sentences(base) if chance.random() >= _EDIT]
    return "\n".join(_replaced(part, _EDIT, chance, vocabulary) for part in parts)


def _spun(base: str, chance: random.Random, _: list[str], vocabulary: list[str]) -> str:
    return "\n".join(_replaced(span.of(base), _SPIN, chance, vocabulary) for span in sentences(base))


def _replaced(text: str, share: float, chance: random.Random, vocabulary: list[str]) -> str:
    return " ".join(chance.choice(vocabulary) if chance.random() < share else word for word in text.split())
