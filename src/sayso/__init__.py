"""sayso: on whose say-so? Reads many reports of one event and shows who stands behind every claim.

from sayso import Parser, brief, read, render

run = brief(read(["my-folder"]), Parser())
print(render(run.brief, run.texts, "markdown"))
"""

from typing import TYPE_CHECKING, Any

from sayso.errors import SaysoError
from sayso.language.parser import Parser
from sayso.model.brief import Brief
from sayso.model.claim import Claim
from sayso.model.link import Lineage, Link
from sayso.model.question import Question, Variant
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.pipeline import Run, ask, brief, claims, lineage, read

if TYPE_CHECKING:
    from sayso.stages.render import render

__all__ = [
    "Brief",
    "Claim",
    "Lineage",
    "Link",
    "Parser",
    "Question",
    "Reading",
    "Report",
    "Run",
    "SaysoError",
    "Span",
    "Variant",
    "ask",
    "brief",
    "claims",
    "lineage",
    "read",
    "render",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - as the language has it
    """Import `render` when it is first asked for: its templates take as long to load as a report to read."""
    if name == "render":
        from sayso.stages.render import render  # noqa: PLC0415 - as said above

        return render
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")
