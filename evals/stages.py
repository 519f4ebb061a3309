"""The stages one by one, for as long as `sayso.pipeline` is not there; goes away with its arrival."""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from sayso.language.parser import Parser
from sayso.language.sentences import paragraphs
from sayso.model.claim import Claim
from sayso.model.link import Lineage
from sayso.model.passage import Passage
from sayso.model.reading import Reading
from sayso.model.report import Report

__all__ = ["brief", "claims", "lineage", "read"]


def _stage(name: str) -> Any:  # noqa: ANN401 - a module that may not be there yet
    try:
        return import_module(f"sayso.stages.{name}") if find_spec(f"sayso.stages.{name}") else None
    except ModuleNotFoundError:
        return None


def read(inputs: Sequence[str]) -> list[Reading]:
    """Read JSON Lines; every paragraph is body until there is a stage that can tell."""
    clean, acquire = _stage("clean"), _stage("acquire")
    if clean and acquire:
        return list(clean.clean(acquire.acquire(list(inputs))))
    found = []
    for line in Path(inputs[0]).read_bytes().splitlines():
        row = msgspec.json.decode(line)
        report = Report.of(**{key: value for key, value in row.items() if value is not None})
        passages = tuple(Passage(kind="body", span=span) for span in paragraphs(report.text))
        found.append(Reading(report=report, passages=passages))
    return found


def claims(readings: Sequence[Reading], parser: Parser) -> list[Claim]:
    """Put figures, quotations and statements together as `extract` will, with the parts that are there."""
    figures, speech = _stage("extract.figures"), _stage("extract.speech")
    plans = [figures.plan_figures(reading) if figures else None for reading in readings]
    talks = [speech.plan_speech(reading) if speech else None for reading in readings]
    parses = parser.parse([text for plan in (*plans, *talks) if plan for text in plan.wanted])
    found = [figures.read_figures(plan, parses) if plan else [] for plan in plans]
    if figures and hasattr(figures, "settle_events"):
        found = figures.settle_events(found, readings) or found
    spoken = [speech.read_speech(talk, parses) if talk else None for talk in talks]
    together = zip(readings, found, spoken, strict=True)
    return [claim for one in together for claim in _of_report(*one)]


def _of_report(reading: Reading, found: Sequence[Any], spoken: Any) -> list[Claim]:  # noqa: ANN401 - as above
    made = [
        Claim.of(
            reading.report,
            "figure",
            one.span,
            words=one.words,
            sentence=one.sentence,
            passage=one.passage,
            figure=one.figure,
            attribution=spoken.attribution_of(one.span) if spoken else None,
        )
        for one in found
    ]
    return [*made, *(spoken.quotes if spoken else ()), *(spoken.statements if spoken else ())]


def lineage(readings: Sequence[Reading], claims: Sequence[Claim]) -> Lineage:
    """Ask the link stage where it is there."""
    link = _stage("link")
    found: Lineage = link.link(readings, claims) if hasattr(link, "link") else Lineage()
    return found


def brief(readings: Sequence[Reading], claims: Sequence[Claim], lineage: Lineage) -> Any:  # noqa: ANN401 - as above
    """Ask the reconcile stage where it is there."""
    reconcile, cluster = _stage("reconcile"), _stage("cluster")
    if reconcile is None or cluster is None:
        return {"questions": []}
    return reconcile.reconcile(readings, claims, lineage, cluster.cluster(readings))
