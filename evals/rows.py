"""People counted together: what one word of measure counts in one sentence, summed.

"A man and his two sons were killed" tells of three dead, in two counts. A brief never adds up what a report does not;
a set whose truth is one total for an incident needs the sum.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from sayso.model.claim import Claim, Figure
from sayso.model.span import Span

__all__ = ["Row", "leaves_out", "rows_of"]

_INCLUDING = re.compile(
    r"\b(?:including|among|one of whom|such as|identified as|(?:was|were|is|are)\s+(?:one|two))\b|^\s*(?:others?\s+)?of\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\b(?:and|with|plus|as well as)\b|&", re.IGNORECASE)
_OTHERS = re.compile(r"\s+(?:more|others?)\b", re.IGNORECASE)
# Characters after a member of a row within which an "and" may still join the next.
_NEXT = 60


class Row(Struct, frozen=True):
    """A row of people: its first claim, the sum, and whether people told of without a number are among them."""

    claim: Claim
    figure: Figure
    value: int
    single: bool


def rows_of(claims: Sequence[Claim], texts: Mapping[str, str], singles: Mapping[str, frozenset[int]]) -> list[Row]:
    """Return the rows that the figures of some reports make, by report and place.

    `texts` and `singles` are known by the report's id; `singles` are the places of the counts that a text does not give
    in numbers (see `evals.singulars`). Parts of a count are no members of a row, and single attackers neither.
    """
    rows: list[list[tuple[Claim, Figure]]] = []
    latest: dict[tuple[str, Span, Span, str], list[tuple[Claim, Figure]]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.report, claim.start)):
        figure, single = claim.figure, claim.start in singles[claim.report]
        if figure is None or figure.part_of is not None or (single and figure.group == "attackers"):
            continue
        key = claim.report, claim.sentence, figure.trigger or claim.span, figure.measure
        if key not in latest or not _goes_on(latest[key][-1][0], claim, texts[claim.report], single=single):
            latest[key] = []
            rows.append(latest[key])
        latest[key].append((claim, figure))
    rows += [[*before, *row] for before, row in pairwise(rows) if _adds(before[0], row[0], texts)]
    return [
        Row(
            *row[0],
            value=sum(int(figure.low) for _claim, figure in row),
            single=any(claim.start in singles[claim.report] for claim, _figure in row),
        )
        for row in rows
    ]


def leaves_out(claim: Claim, text: str) -> bool:
    """Say whether a count leaves out the people told of before it: "two others", "three more"."""
    return _OTHERS.match(text, claim.end) is not None


def _adds(before: tuple[Claim, Figure], row: tuple[Claim, Figure], texts: Mapping[str, str]) -> bool:
    """Say whether a row leaves out the one before it in its sentence: "one was hurt by glass and two others by shots"."""
    same = (before[0].report, before[0].sentence) == (row[0].report, row[0].sentence)
    return same and before[1].measure == row[1].measure and leaves_out(row[0], texts[row[0].report])


def _goes_on(last: Claim, claim: Claim, text: str, *, single: bool) -> bool:
    """Say whether a claim joins the people of the one before it: not those included in it, nor the same one again."""
    between = text[last.end : claim.start]
    trigger = claim.figure.trigger if claim.figure else None
    if _INCLUDING.search(between) or (trigger is not None and last.end <= trigger.start < claim.start):
        return False
    # "One man, one clerk aged 40, was shot" is one person; a headline drops the "and".
    headline = claim.sentence.start == 0
    return not single or headline or bool(_JOINED.search(text[last.end : claim.end + _NEXT]))
