"""Annotated events (any folder with `reports.jsonl`): claims, lineage and the brief, as the command line gives them."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from evals import stages
from evals.score import Predict, Row, Score
from sayso.language.parser import Parser
from sayso.model.claim import Claim
from sayso.model.link import Lineage
from sayso.model.reading import Reading

__all__ = ["SCORES"]

_SEEN = ("id", "url", "outlet", "title", "published", "lang", "text")


def _predict_claims(rows: Sequence[Row]) -> Iterator[Row]:
    return iter(msgspec.to_builtins(_claims(msgspec.json.encode(rows))))


def _predict_links(rows: Sequence[Row]) -> Iterator[Row]:
    return iter(msgspec.to_builtins(_lineage(msgspec.json.encode(rows)).links))


def _predict_brief(rows: Sequence[Row]) -> Iterator[Row]:
    encoded = msgspec.json.encode(rows)
    yield msgspec.to_builtins(stages.brief(_readings(encoded), _claims(encoded), _lineage(encoded)))


# The three scorings of an event share their work: each step is done once for the same rows.
@cache
def _readings(encoded: bytes) -> list[Reading]:
    """Read the reports from a file, as a user's would be."""
    with TemporaryDirectory() as place:
        file = Path(place) / "reports.jsonl"
        file.write_bytes(b"\n".join(msgspec.json.encode(row) for row in msgspec.json.decode(encoded)))
        return stages.read([str(file)])


@cache
def _claims(encoded: bytes) -> list[Claim]:
    return stages.claims(_readings(encoded), Parser())


@cache
def _lineage(encoded: bytes) -> Lineage:
    return stages.lineage(_readings(encoded), _claims(encoded))


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
