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
from sayso.stages.reconcile.actions import measures_taken
from sayso.stages.reconcile.ask import ask
from sayso.stages.reconcile.cautions import cautions
from sayso.stages.reconcile.entry import entries
from sayso.stages.reconcile.header import header, report_rows
from sayso.stages.reconcile.nationals import by_nation
from sayso.stages.reconcile.questions import questions
from sayso.stages.reconcile.quotes import brief_quotes
from sayso.stages.reconcile.rules import RULES, Pick, known, pick, with_pick
from sayso.stages.reconcile.timeline import timeline
from sayso.stages.reconcile.unknown import not_known

__all__ = ["RULES", "Pick", "ask", "pick", "reconcile"]


def reconcile(
    readings: Sequence[Reading], claims: Sequence[Claim], lineage: Lineage, story: Story, *, rule: str = "range"
) -> Brief:
    """Return the brief of one story; figures of reports outside it are kept apart.

    `rule` names one of `RULES`, by which each question also gets one value picked; "range" picks none.
    Raises UsageError for a rule that is none.
    """
    known(rule)
    inside = frozenset(story.reports)
    members = [reading for reading in readings if reading.report.id in inside]
    own = [claim for claim in claims if claim.report in inside]
    figures = by_nation(entries(members, own, lineage))
    answered = tuple(with_pick(question, rule) for question in questions(figures, lineage))
    taken = measures_taken([reading for reading in members if reading.report.status == "read"], own, lineage)
    every = (*claims, *taken.claims)
    return Brief(
        story=header(members, own, lineage, answered),
        reports=report_rows(readings),
        questions=answered,
        quotes=brief_quotes(own, lineage),
        timeline=timeline(members, figures, taken.lines, every),
        lineage=lineage.links,
        warnings=cautions(readings, claims, lineage, story, answered),
        claims=every,
        unseen=lineage.unseen,
        distortions=lineage.distortions,
        measures_taken=taken.lines,
        not_known=not_known(answered),
        outsiders=story.outsiders,
    )
