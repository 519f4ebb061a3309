"""The whole brief laid out once, so that the terminal, Markdown and the page say the same."""

from collections.abc import Mapping

from msgspec import Struct

from sayso.model.brief import Brief
from sayso.stages.render.day import say_stamp
from sayso.stages.render.sheet.changes import Change, changes
from sayso.stages.render.sheet.course import Dated, measures, not_known, timeline
from sayso.stages.render.sheet.descent import Descent, descent
from sayso.stages.render.sheet.doubts import Doubt, doubts
from sayso.stages.render.sheet.elsewhere import elsewhere
from sayso.stages.render.sheet.figures import Asked, asked
from sayso.stages.render.sheet.head import HeadLine, head
from sayso.stages.render.sheet.piece import Piece, Pieces, count, joined, span
from sayso.stages.render.sheet.register import Register
from sayso.stages.render.sheet.sayings import Saying, sayings
from sayso.stages.render.sheet.ties import Tied, ties

__all__ = ["Sheet", "lay_out"]


class Sheet(Struct, frozen=True, kw_only=True):
    """All parts of the brief in order."""

    title: str
    strap: Pieces
    head: tuple[HeadLine, ...]
    questions: tuple[Asked, ...]
    changes: tuple[Change, ...]
    sayings: tuple[Saying, ...]
    measures: tuple[Dated, ...]
    timeline: tuple[Dated, ...]
    descent: Descent
    ties: tuple[Tied, ...]
    not_known: tuple[Dated, ...]
    doubts: tuple[Doubt, ...]
    elsewhere: tuple[Pieces, ...]


def lay_out(brief: Brief, texts: Mapping[str, str]) -> tuple[Sheet, Register]:
    """Return the sheet of a brief, and the register it was made with."""
    register = Register(brief, texts)
    sheet = Sheet(
        title=" ".join(brief.story.title.split()),
        strap=_strap(brief),
        head=head(register),
        questions=asked(register),
        changes=changes(register),
        sayings=sayings(register),
        measures=measures(register),
        timeline=timeline(register),
        descent=descent(register),
        ties=ties(register),
        not_known=not_known(register),
        doubts=doubts(register),
        elsewhere=elsewhere(register),
    )
    return sheet, register


def _strap(brief: Brief) -> Pieces:
    story = brief.story
    origins = span(story.origins, story.origins_max, "independent origin")
    reports = count(story.reports, "report")
    undated = sum(row.status == "read" and row.published is None for row in brief.reports)
    if undated:
        reports = (*reports, Piece(", "), Piece(str(undated), "count"), Piece(" of them undated"))
    parts = [reports, (*origins, Piece(" of the figures"))]
    if story.as_of:
        parts.insert(0, (Piece("as of "), Piece(say_stamp(story.as_of), "when")))
    return joined(parts, " · ")
