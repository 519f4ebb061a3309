"""Who is a translation of what: families of one text over several languages, and the text that they came from.

The set wants a cluster for every text and its parent, None for an original. A family is what the lineage ties on
average; its original is the one text in its language where all other languages have none or several.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from evals.readings import read
from evals.score import Row, Score
from sayso.stages.link.lineage import trace
from sayso.stages.link.lineage.family import families

__all__ = ["SCORES"]

_SEEN = ("doc_id", "lang", "text")


def _predict(rows: Sequence[Row]) -> Iterator[Row]:
    lang = {row["doc_id"]: row["lang"] for row in rows}
    groups = families([row["doc_id"] for row in rows], trace(read(rows), []).links)
    for group in groups:
        original = _original(group, lang)
        for name in group:
            yield {"doc_id": name, "cluster": group[0], "parent": original if name != original else None}


def _original(group: Sequence[str], lang: dict[str, str]) -> str | None:
    """Return the text that alone is in its language, in a family of several; None where none or two are."""
    spread = Counter(lang[name] for name in group)
    alone = [name for name in group if spread[lang[name]] == 1]
    return alone[0] if len(alone) == 1 and len(group) > 1 else None


def _score(name: str, *after: str) -> Score:
    return Score(name=name, gold="gold.jsonl", inputs=("docs.jsonl",), keep=_SEEN, predict=_predict, after=after)


SCORES = (_score("english", "--lang", "en"), _score("all languages"))
