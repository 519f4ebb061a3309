"""From claims to the brief: questions, the standing of each value, quotations, timeline, warnings.

To teach it a cue, a sub-group or a measure taken by authorities, add words to `language/<lang>/reconciling.toml` or
`actions.toml`; to add a rule for picking one value, see `rules.py`.
"""

from collections.abc import Sequence

from sayso.model.brief import Brief
from sayso.model.claim import Claim
from sayso.model.link import Lineage
from sayso.model.reading import Reading
from sayso.model.story import Story
from sayso.stages.reconcile.entry import entries
from sayso.stages.reconcile.header import header, report_rows
from sayso.stages.reconcile.questions import questions
from sayso.stages.reconcile.quotes import brief_quotes

__all__ = ["reconcile"]


def reconcile(readings: Sequence[Reading], claims: Sequence[Claim], lineage: Lineage, story: Story) -> Brief:
    """Return the brief of one story; figures of reports outside it are kept apart."""
    inside = frozenset(story.reports)
    own = [claim for claim in claims if claim.report in inside]
    figures = entries(readings, own, lineage)
    return Brief(
        story=header([reading for reading in readings if reading.report.id in inside], lineage),
        reports=report_rows(readings),
        questions=questions(figures, lineage),
        quotes=brief_quotes(own, lineage),
        timeline=(),
        lineage=lineage.links,
        warnings=tuple(warning for reading in readings for warning in reading.warnings),
        claims=tuple(claims),
        unseen=lineage.unseen,
        distortions=lineage.distortions,
        outsiders=story.outsiders,
    )
