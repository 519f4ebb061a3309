"""The timeline: one line a dated event, in the words of the first report that dates it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.model.brief import Line, Step
from sayso.model.claim import Claim
from sayso.model.reading import Reading
from sayso.stages.reconcile.entry import Entry

__all__ = ["timeline"]

# What stands before an item of a list is none of its words.
_BULLETS = "*•·–- "
# The words of a report with this warning are nobody's: they open no line of the timeline.
_UNSOUND = "machine-rewritten"


def timeline(
    readings: Sequence[Reading], entries: Sequence[Entry], taken: Sequence[Line], claims: Sequence[Claim]
) -> tuple[Step, ...]:
    """Return the figures that are dated in the text, and the dated measures, by day; like figures share one line."""
    texts = {reading.report.id: reading.report.text for reading in readings}
    by_id = {claim.id: claim for claim in claims}
    told: dict[tuple[str, tuple[object, ...]], list[Claim]] = {}
    unsound = {reading.report.id for reading in readings if any(one.kind == _UNSOUND for one in reading.warnings)}
    for entry in entries:
        figure = entry.figure
        sound = entry.claim.passage != "furniture" and entry.report.id not in unsound
        if figure.as_of and figure.stance == "asserted" and sound:
            value = ("figure", figure.measure, figure.group, figure.low, figure.high)
            told.setdefault((figure.as_of, value), []).append(entry.claim)
    for line in taken:
        if line.when:
            told.setdefault((line.when, ("measure", line.text)), []).extend(by_id[claim] for claim in line.claims)
    return _joined(
        [_step(day, held, texts) for (day, _value), held in sorted(told.items(), key=lambda item: str(item[0]))]
    )


def _step(day: str, claims: Sequence[Claim], texts: Mapping[str, str]) -> Step:
    first = next((claim for claim in claims if claim.passage != "headline"), claims[0])
    ordered = dict.fromkeys([first.id, *(claim.id for claim in claims)])
    return Step(when=day, text=first.sentence.of(texts[first.report]).lstrip(_BULLETS), claims=tuple(ordered))


def _joined(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Make steps whose words are the same sentence one step, in order of days and of first telling.

    A sentence that was read as of two days stands under the one that most of its claims are of, else the earlier.
    """
    days: dict[str, Counter[str]] = {}
    for step in steps:
        days.setdefault(step.text, Counter())[step.when or ""] += len(step.claims)
    found: dict[tuple[str | None, str], list[str]] = {}
    for step in steps:
        counts = days[step.text]
        when = min(counts, key=lambda day: (-counts[day], day))
        found.setdefault((when or None, step.text), []).extend(step.claims)
    ordered = sorted(found.items(), key=lambda item: (item[0][0] or "", -len(item[1]), item[0][1]))
    return tuple(Step(when=when, text=text, claims=tuple(dict.fromkeys(held))) for (when, text), held in ordered)
