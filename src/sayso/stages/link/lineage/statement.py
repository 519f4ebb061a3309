"""Two different reports that rest on one source: they quote the same utterances, in the same words or others."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, product

from rapidfuzz import fuzz

from sayso.model.claim import Claim
from sayso.model.link import Requote
from sayso.stages.link.lineage.requote import Utterances

__all__ = ["reworded_utterances", "shared_utterances"]

_MANY = 3
_SOME, _MOST_OF_THEM = 2, 0.66
"""Three utterances in common, or two that are most of what one of the reports quotes."""
_REWORDED, _AS_LONG = 0.15, 0.6
"""Drift from which a wording is another one, and how long the shorter must be beside the longer."""
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


def reworded_utterances(claims: Sequence[Claim], found: Utterances) -> frozenset[tuple[str, str]]:
    """Return the pairs of reports (ids in order) that quote one utterance in different words.

    What a speaker said has one wording; another one comes of a translation or of a rewriting hand.
    """
    owner = {claim.id: claim.report for claim in claims}
    pairs: set[tuple[str, str]] = set()
    for group in found.groups:
        if group.drift < _REWORDED:
            continue
        for one, other in combinations(group.wordings, 2):
            if found.are_reworded(one.text, other.text) and _is_reworded(one.text.lower(), other.text.lower()):
                reports = [sorted({owner[name] for name in wording.claims})[:_CROWD] for wording in (one, other)]
                pairs |= {(min(pair), max(pair)) for pair in product(*reports) if pair[0] != pair[1]}
    return frozenset(pairs)


def _is_reworded(one: str, other: str) -> bool:
    """Say whether two wordings tell as much, and differently; a fragment of a long quotation tells less."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _AS_LONG * len(long) and fuzz.partial_ratio(short, long) / 100.0 <= 1.0 - _REWORDED
