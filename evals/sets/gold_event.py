"""Annotated events (any folder with `reports.jsonl`): claims, lineage and the brief, as the command line gives them."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from evals.score import Predict, Row, Score
from sayso import pipeline
from sayso.language.parser import Parser
from sayso.model.reading import Reading

__all__ = ["SCORES"]

_SEEN = ("id", "url", "outlet", "title", "published", "lang", "text")


def _predict_claims(rows: Sequence[Row]) -> Iterator[Row]:
    found = pipeline.claims(_readings(msgspec.json.encode(rows)), _parser())
    return iter(msgspec.to_builtins(found))


def _predict_links(rows: Sequence[Row]) -> Iterator[Row]:
    return iter(msgspec.to_builtins(_run(msgspec.json.encode(rows)).lineage.links))


def _predict_brief(rows: Sequence[Row]) -> Iterator[Row]:
    yield msgspec.to_builtins(_run(msgspec.json.encode(rows)).brief)


@cache
def _parser() -> Parser:
    return Parser()


# The scorings of an event share their work: each step is done once for the same rows.
@cache
def _run(encoded: bytes) -> pipeline.Run:
    return pipeline.brief(_readings(encoded), _parser())


@cache
def _readings(encoded: bytes) -> list[Reading]:
    """Read the reports from a file, as a user's would be."""
    with TemporaryDirectory() as place:
        file = Path(place) / "reports.jsonl"
        file.write_bytes(b"\n".join(msgspec.json.encode(row) for row in msgspec.json.decode(encoded)))
        return pipeline.read([str(file)])


def _score(name: str, gold: str, predict: Predict, *, whole: bool = False, optional: bool = True) -> Score:
    return Score(
        name=name,
        gold=gold,
        predict=predict,
        inputs=("reports.jsonl",),
        keep=_SEEN,
        before=(name,),
        whole=whole,
        optional=optional,
    )


SCORES = (
    _score("claims", "gold.jsonl", _predict_claims, optional=False),
    _score("lineage", "lineage.jsonl", _predict_links),
    _score("brief", "questions.json", _predict_brief, whole=True),
)
