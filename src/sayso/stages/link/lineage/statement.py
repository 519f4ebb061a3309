"""Two different reports that rest on one source: they quote the same utterances, in the same words or others."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from sayso.model.claim import Claim
from sayso.model.link import Requote

__all__ = ["shared_utterances"]

_MANY = 3
_SOME, _MOST_OF_THEM = 2, 0.66
"""Three utterances in common, or two that are most of what one of the reports quotes."""
_CROWD = 40
"""An utterance that more reports carry is everybody's: it ties no two of them."""


def shared_utterances(claims: Sequence[Claim], groups: Sequence[Requote]) -> Mapping[tuple[str, str], str]:
    """Return the pairs of reports (ids in order) that quote enough of the same, each with the reason in words."""
    owner = {claim.id: claim.report for claim in claims}
    quoted: defaultdict[str, set[int]] = defaultdict(set)
    shared: Counter[tuple[str, str]] = Counter()
    for k, group in enumerate(groups):
        reports = sorted({owner[name] for wording in group.wordings for name in wording.claims})
        for report in reports:
            quoted[report].add(k)
        if len(reports) <= _CROWD:
            shared.update(combinations(reports, 2))
    in_groups = {name for group in groups for wording in group.wordings for name in wording.claims}
    alone = Counter(claim.report for claim in claims if claim.kind == "quote" and claim.id not in in_groups)
    return {
        pair: f"both quote the same {count} utterances, in the same words or others"
        for pair, count in sorted(shared.items())
        if count >= _MANY
        or (count >= _SOME and count >= _MOST_OF_THEM * min(len(quoted[name]) + alone[name] for name in pair))
    }
