"""The one place that names the stages in order: bytes → Reading → Claim → Lineage → Brief."""

from collections.abc import Callable, Sequence
from typing import BinaryIO

from msgspec import Struct

from sayso.errors import NothingMeasurableError
from sayso.language.parser import Parser
from sayso.model.answer import Answer
from sayso.model.brief import Brief
from sayso.model.claim import Claim, Figure
from sayso.model.link import Lineage
from sayso.model.reading import Reading
from sayso.model.report import Raw
from sayso.model.story import Story
from sayso.stages.acquire import acquire
from sayso.stages.clean import clean
from sayso.stages.extract import explain as explain_claims
from sayso.stages.extract import extract

__all__ = ["Progress", "Run", "ask", "brief", "claims", "explain", "lineage", "read"]

Progress = Callable[[str, int, int], None]
"""Called with the name of a step, how much of it is done, and how much there is."""


class Run(Struct, frozen=True, kw_only=True):
    """All that one run made, from the readings to the brief."""

    readings: tuple[Reading, ...]
    story: Story
    claims: tuple[Claim, ...]
    lineage: Lineage
    brief: Brief

    @property
    def texts(self) -> dict[str, str]:
        """Return each report's text by the report's id."""
        return {reading.report.id: reading.report.text for reading in self.readings}


def _silent(_step: str, _done: int, _total: int) -> None:
    """Show nothing."""


def read(inputs: Sequence[str], stdin: BinaryIO | None = None, progress: Progress = _silent) -> list[Reading]:
    """Read files, folders and `-`; one Reading a report, also for those that cannot be read.

    Raises UsageError where nothing of what was named exists.
    """
    raws = []
    for raw in acquire(inputs, stdin):
        raws.append(raw)
        progress("reading", len(raws), 0)
    return clean(raws)


def claims(
    readings: Sequence[Reading], parser: Parser, progress: Progress = _silent, *, story: Story | None = None
) -> list[Claim]:
    """Extract figures, quotations and statements, in the order of the reports and of their text.

    Which event a figure belongs to is settled among the reports of one event; `story` tells them, where it is known.
    """
    from sayso.stages.cluster import cluster  # noqa: PLC0415 - as in `lineage`

    return extract(readings, parser, progress, events=(story or cluster(readings)).events)


def explain(readings: Sequence[Reading], found: Sequence[Claim], parser: Parser) -> str:
    """Tell in words what was made of every number, and why; `found` are the claims of `readings`."""
    return explain_claims(readings, found, parser)


def lineage(readings: Sequence[Reading], found: Sequence[Claim], progress: Progress = _silent) -> Lineage:
    """Find who took what from whom, and who stands behind each claim."""
    from sayso.stages.link import link  # noqa: PLC0415 - who wants claims alone need not wait for it

    progress("following copies", 0, len(readings))
    result = link(readings, found)
    progress("following copies", len(readings), len(readings))
    return result


def brief(readings: Sequence[Reading], parser: Parser, progress: Progress = _silent, *, rule: str = "range") -> Run:
    """Make the brief of one story; `rule` is a rule of the field by which one value a question is picked as well.

    Raises NothingMeasurableError where no report could be read, UsageError for a rule that is none.
    """
    if not any(reading.report.status == "read" for reading in readings):
        problems = "; ".join(f"{r.report.id}: {r.report.problem}" for r in readings[:5])
        msg = f"none of the {len(readings)} inputs could be read as a report ({problems or 'no input'})"
        raise NothingMeasurableError(f"{msg}: give at least one file of text, HTML, mail or JSON")
    from sayso.stages.cluster import cluster  # noqa: PLC0415 - as in `lineage`
    from sayso.stages.reconcile import reconcile  # noqa: PLC0415 - as in `lineage`

    story = cluster(readings)
    found = claims(readings, parser, progress, story=story)
    links = lineage(readings, found, progress)
    progress("setting side by side", 0, 1)
    made = reconcile(readings, found, links, story, rule=rule)
    progress("setting side by side", 1, 1)
    return Run(readings=tuple(readings), story=story, claims=tuple(found), lineage=links, brief=made)


def ask(run: Run, question: str, parser: Parser) -> Answer:
    """Answer a claim in plain words from the brief of `run`; never with a guess."""
    from sayso.stages.reconcile.ask import ask as answer_from  # noqa: PLC0415 - as in `lineage`

    def figures(text: str) -> list[Figure]:
        readings = clean([Raw(name="question", media="json", text=text)])
        return [claim.figure for claim in claims(readings, parser) if claim.figure is not None]

    return answer_from(run.brief, question, figures, run.texts)
