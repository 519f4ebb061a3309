"""Claims of a batch of reports: figures and speech are planned, parsed once together, read, and joined."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter

from sayso.language.parse import Parse
from sayso.language.parser import Parser
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.reading import Reading
from sayso.stages.extract.event import place_and_date, settle_events
from sayso.stages.extract.figures import FigurePlan, plan_figures, read_figures
from sayso.stages.extract.found import FoundFigure
from sayso.stages.extract.speech import SpeechPlan, plan_speech, read_speech

__all__ = ["extract"]

# Sentences are parsed in portions, so that a long run can show how far it is.
_PORTION = 2_000


def _silent(_step: str, _done: int, _total: int) -> None:
    """Show nothing."""


def extract(
    readings: Sequence[Reading],
    parser: Parser,
    progress: Callable[[str, int, int], None] = _silent,
    events: Sequence[Sequence[str]] = (),
) -> list[Claim]:
    """Return all claims, report by report, each report's in the order of its text.

    `events` are the ids of the reports that tell of one event each; without any, all are taken to tell of one.
    A sentence that both figures and speech want is parsed once, as is one that stands in many reports.
    """
    readable = [reading for reading in readings if reading.report.status == "read"]
    figure_plans = [plan_figures(reading) for reading in readable]
    speech_plans = [plan_speech(reading) for reading in readable]
    parses = _parse(_wanted(figure_plans, speech_plans), parser, progress)
    speeches = [read_speech(plan, parses) for plan in speech_plans]
    placed = {
        reading.report.id: place_and_date(reading, read_figures(plan, parses), parses)
        for reading, plan in zip(readable, figure_plans, strict=True)
    }
    settled = settle_events(placed, readable, events)
    found: list[Claim] = []
    for reading, speech in zip(readable, speeches, strict=True):
        placed_figures = settled[reading.report.id]
        told = speech.attributions_of([figure.span for figure in placed_figures])
        figures = [_figure_claim(reading, figure, one) for figure, one in zip(placed_figures, told, strict=True)]
        found += sorted([*figures, *speech.quotes, *speech.statements], key=attrgetter("start", "end", "kind"))
    return found


def _wanted(figure_plans: Iterable[FigurePlan], speech_plans: Iterable[SpeechPlan]) -> list[str]:
    wanted: dict[str, None] = {}
    for figure_plan in figure_plans:
        wanted.update(dict.fromkeys(figure_plan.wanted))
    for speech_plan in speech_plans:
        wanted.update(dict.fromkeys(speech_plan.wanted))
    return list(wanted)


def _parse(sentences: Sequence[str], parser: Parser, progress: Callable[[str, int, int], None]) -> Mapping[str, Parse]:
    parses: dict[str, Parse] = {}
    for start in range(0, len(sentences), _PORTION):
        progress("parsing", start, len(sentences))
        parses.update(parser.parse(sentences[start : start + _PORTION]))
    progress("parsing", len(sentences), len(sentences))
    return parses


def _figure_claim(reading: Reading, found: FoundFigure, told: Attribution | None) -> Claim:
    return Claim.of(
        reading.report,
        "figure",
        found.span,
        words=found.words,
        sentence=found.sentence,
        passage=found.passage,
        attribution=told,
        figure=found.figure,
    )
