"""The words and shapes that a brief uses for measures, groups and statuses: the same in every form."""

from collections.abc import Mapping

from sayso.model.claim import Group, Measure
from sayso.model.question import Status

__all__ = [
    "CAUTION_WORDS",
    "GROUP_WORDS",
    "MEASURE_ORDER",
    "MEASURE_WORDS",
    "RELATION_WORDS",
    "STATUS_ORDER",
    "STATUS_SHAPES",
    "STATUS_WORDS",
    "heading",
]

# In the order in which a duty editor asks.
MEASURE_WORDS: Mapping[Measure, str] = {
    "killed": "killed",
    "missing": "missing",
    "injured": "injured",
    "hospitalised": "in hospital",
    "rescued": "rescued",
    "displaced": "displaced",
    "detained": "detained",
    "deployed": "deployed",
    "crowd": "taking part",
    "other": "counted",
}
MEASURE_ORDER: Mapping[Measure, int] = {measure: place for place, measure in enumerate(MEASURE_WORDS)}

GROUP_WORDS: Mapping[Group, str] = {
    "people": "people",
    "security": "security forces",
    "protesters": "protesters",
    "attackers": "attackers",
    "children": "children",
    "foreigners": "foreigners",
    "troops": "troops",
    "responders": "rescuers",
}

# Five shapes that stay apart in black and white, at small size and in a monospaced font.
STATUS_SHAPES: Mapping[Status, str] = {
    "current": "●",
    "disputed": "◆",
    "distorted": "▲",
    "withdrawn": "✕",
    "overtaken": "○",
}
STATUS_WORDS: Mapping[Status, str] = {
    "current": "stands",
    "disputed": "disputed",
    "distorted": "distorted",
    "withdrawn": "withdrawn",
    "overtaken": "overtaken",
}
STATUS_ORDER: Mapping[Status, int] = {status: place for place, status in enumerate(STATUS_SHAPES)}

RELATION_WORDS: Mapping[str, str] = {
    "copy": "copy",
    "excerpt": "excerpt",
    "rewrite": "rewrite",
    "shared-source": "same source",
}

CAUTION_WORDS: Mapping[str, str] = {
    "date-conflict": "dates conflict",
    "repeated-passage": "passage stands twice",
    "template-residue": "template residue",
    "doubled-word": "doubled word",
    "quote-drift": "quotation changed",
    "figure-changed-in-copy": "figure changed in copying",
    "role-changed-in-copy": "role changed in copying",
    "name-changed-in-copy": "name changed in copying",
    "date-changed-in-copy": "date changed in copying",
    "negation-changed-in-copy": "negation changed in copying",
    "other-event": "tells of another event",
    "several-articles": "several articles in one page",
    "undated": "undated",
    "truncated": "cut off",
    "machine-rewritten": "rewritten by a machine",
    "same-report-twice": "same report twice",
    "encoding": "encoding doubtful",
    "opinion": "opinion",
    "outsider": "outside the story",
    "unreadable": "could not be read",
}


def heading(measure: Measure, group: Group, detail: str | None = None) -> tuple[str, str]:
    """Return what a table writes for a question: the measure with a capital, and who."""
    words = MEASURE_WORDS[measure]
    who = GROUP_WORDS[group]
    return words[0].upper() + words[1:], f"{who}, {detail}" if detail else who
