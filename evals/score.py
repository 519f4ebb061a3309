"""What an adapter says of one scoring: which rows go in, what comes out, and how `score.py` is asked."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any

from msgspec import Struct

__all__ = ["PUBLIC", "AdapterError", "Predict", "Row", "Score", "kept", "scores_of"]

Row = Mapping[str, Any]
Predict = Callable[[Sequence[Row]], Iterable[Row]]

PUBLIC = frozenset(
    {
        *("id", "doc_id", "url", "outlet", "publisher", "title", "lang", "text", "articles"),
        *("published", "date", "dct", "wire", "credit", "byline"),
        *("timeline_id", "topic", "keywords", "start", "end", "l", "k"),
    }
)
"""All that an adapter may ever see of a row: texts, publication data, and the wording of a task. Never gold."""


class AdapterError(Exception):
    """An adapter or a set's folder is not of the agreed shape; the message says what to mend."""


class Score(Struct, frozen=True, kw_only=True):
    """One question put to a set's `score.py`: `score.py *before GOLD PREDICTIONS *after`.

    `inputs` are the files whose rows, cut down to `keep`, are handed to `predict` in that order. `whole` is set
    where the predictions are one JSON object and not JSON Lines. A scoring whose gold file is absent is left out
    if `optional`.
    """

    predict: Predict
    gold: str
    inputs: tuple[str, ...]
    keep: tuple[str, ...]
    name: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    whole: bool = False
    optional: bool = False


def scores_of(module: ModuleType) -> tuple[Score, ...]:
    """Return what the adapter `module` offers; raise AdapterError where it would let gold through."""
    scores: tuple[Score, ...] = getattr(module, "SCORES", ()) or (_plain(module),)
    for score in scores:
        if hidden := sorted(set(score.keep) - PUBLIC):
            msg = f"{module.__name__} wants to see {', '.join(hidden)}, which may be gold"
            raise AdapterError(f"{msg}: take it from KEEP, or add it to evals.score.PUBLIC if it is published data")
    return scores


def kept(rows: Iterable[Row], keep: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield the rows with the fields of `keep` alone, down into the articles of a row that holds several."""
    for row in rows:
        cut = {key: row[key] for key in keep if key in row}
        if "articles" in cut:
            cut["articles"] = list(kept(cut["articles"], sorted(PUBLIC)))
        yield cut


def _plain(module: ModuleType) -> Score:
    try:
        inputs = module.INPUTS
        return Score(
            predict=module.predict,
            gold=module.GOLD,
            inputs=(inputs,) if isinstance(inputs, str) else tuple(inputs),
            keep=tuple(module.KEEP),
        )
    except AttributeError as error:
        msg = f"{module.__name__} has neither SCORES nor all of GOLD, INPUTS, KEEP and predict ({error})"
        raise AdapterError(f"{msg}: see evals/sets/__init__.py") from error
