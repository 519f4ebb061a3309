from collections.abc import Callable

import pytest

from sayso.language.parser import Parser
from sayso.model.passage import Passage
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.stages.extract.figures import plan_figures, read_figures
from sayso.stages.extract.found import FoundFigure


def reading(text: str) -> Reading:
    return Reading(report=Report.of(id="r", text=text), passages=(Passage(kind="body", span=Span(0, len(text))),))


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def figures(parser: Parser) -> Callable[[str], list[FoundFigure]]:
    """Read the figures of a text that is one body passage; counts of no measure are left out."""

    def read(text: str) -> list[FoundFigure]:
        plan = plan_figures(reading(text))
        return [f for f in read_figures(plan, parser.parse(plan.wanted)) if f.figure.measure != "other"]

    return read
