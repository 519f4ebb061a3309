"""Texts that several reports carry and that no report of the set is: an agency's, most often.

Credits name such a text. Without credits it shows where three reports pairwise share passages that the third does not
have, or print the same words in the same minute: then none of them can be the others' source.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from hashlib import blake2b
from itertools import combinations

from sayso.language.agencies import agency_key
from sayso.model.link import Unseen
from sayso.model.reason import Evidence, Reason
from sayso.stages.link.forest import Forest
from sayso.stages.link.lineage.direction import credited
from sayso.stages.link.lineage.grounds import as_a_whole, words
from sayso.stages.link.lineage.page import Page
from sayso.stages.link.lineage.relation import DERIVED
from sayso.stages.link.lineage.tie import Tie
from sayso.stages.link.lineage.verbatim import shared_words

__all__ = ["unseen_parents"]

_AT_LEAST = 2
"""Reports that must credit a text; one credit may be a quotation's."""
_PASSAGE = 20
"""Own words that two reports share and a third lacks, more than a sentence's chance formula."""
_MINUTE = timedelta(seconds=60)
_BROOD = 8
"""Reports of a family that are tried in threes."""
_THREE = 3
_CITED = 6
"""Credits cited for one text; a reader who doubts opens two or three."""

_Order = Mapping[tuple[int, int], Tie]


def unseen_parents(pages: Sequence[Page], ties: Sequence[Tie]) -> tuple[Unseen, ...]:
    """Return the texts that derived reports carry and that no report of the set is."""
    derived = [tie for tie in ties if tie.verdict.relation in DERIVED]
    verbatim = {(tie.first, tie.second): tie for tie in derived if tie.verdict.relation != "rewrite"}
    broods: defaultdict[int, list[int]] = defaultdict(list)
    for member, head in _families(derived).items():
        broods[head].append(member)
    takers = {tie.taker for tie in derived if tie.taker is not None}
    found: list[Unseen] = []
    for _, brood in sorted(broods.items()):
        named = _named(pages, brood, verbatim, takers)
        found += named or _unnamed(pages, brood, verbatim)
    return tuple(found)


def _named(pages: Sequence[Page], brood: Sequence[int], verbatim: _Order, takers: set[int]) -> list[Unseen]:
    """Return the texts that reports of one family credit; those that carry them without a credit are added."""
    outlets = {agency_key(pages[member].reading.report.outlet or "") for member in brood}
    carriers: defaultdict[str, list[int]] = defaultdict(list)
    names: dict[str, str] = {}
    for member in brood:
        for name in credited(pages[member]):
            if agency_key(name) not in outlets:
                carriers[names.setdefault(agency_key(name), name)].append(member)
    found = []
    for name, crediting in sorted(carriers.items()):
        if len(crediting) < _AT_LEAST:
            continue
        silent = [
            member
            for member in brood
            if member not in crediting
            and member not in takers
            and sum(_pair(member, one) in verbatim for one in crediting) >= _AT_LEAST
        ]
        where = [_credit(pages[member], name) for member in crediting]
        why = [
            Reason(text=f"{len(crediting)} reports credit {name}, which is not here", evidence=tuple(where[:_CITED]))
        ]
        if silent:
            told = f"{len(silent)} more carry the same words and took them from none of these"
            why.append(Reason(text=told, evidence=tuple(as_a_whole(pages[member]) for member in silent[:_CITED])))
        found.append(_unseen(pages, name, sorted([*crediting, *silent]), why))
    return found


def _unnamed(pages: Sequence[Page], brood: Sequence[int], verbatim: _Order) -> list[Unseen]:
    """Return the one text that reports of a family carry without saying so, where three of them prove it."""
    loose = {pair: tie for pair, tie in verbatim.items() if tie.taker is None and tie.through is None}
    ends = sorted({end for pair in loose for end in pair}.intersection(brood))[:_BROOD]
    for three in combinations(ends, _THREE):
        if not all(pair in loose for pair in combinations(three, 2)) or not _three_outlets(pages, three):
            continue
        together = _in_one_minute(pages, three)
        if together or _crosswise(pages, three):
            others = [k for k in brood if k not in three and sum(_pair(k, one) in loose for one in three) >= _AT_LEAST]
            why = "each two of three reports share a passage that the third lacks: none is the source of the others"
            if together:
                why = "three reports printed the same words in the same minute: none is the source of the others"
            told = Reason(text=why, evidence=tuple(as_a_whole(pages[member]) for member in three))
            return [_unseen(pages, None, sorted([*three, *others]), [told])]
    return []


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _three_outlets(pages: Sequence[Page], three: Sequence[int]) -> bool:
    outlets = [pages[member].reading.report.outlet for member in three]
    return len({outlet.casefold() for outlet in outlets if outlet}) + outlets.count(None) == _THREE


def _in_one_minute(pages: Sequence[Page], three: Sequence[int]) -> bool:
    moments = sorted(moment for member in three if (moment := pages[member].reading.report.moment) is not None)
    exact = all(moment.earliest == moment.latest for moment in moments)
    return len(moments) == _THREE and exact and moments[-1].earliest - moments[0].earliest <= _MINUTE


def _crosswise(pages: Sequence[Page], three: Sequence[int]) -> bool:
    """Say whether each two of three reports share words that stand not in the third."""
    for k in range(_THREE):
        one, other, third = (pages[three[(k + step) % _THREE]] for step in range(_THREE))
        lone = shared_words(one, other) & ~shared_words(one, third) & one.counts & ~one.quoted
        if int(lone.sum()) < _PASSAGE:
            return False
    return True


def _unseen(pages: Sequence[Page], name: str | None, carriers: Sequence[int], why: Sequence[Reason]) -> Unseen:
    carried_by = [pages[k].id for k in carriers]
    key = "\x1f".join([name or "", *carried_by])
    mark = "u_" + blake2b(key.encode(), digest_size=8).hexdigest()
    reasons = tuple(reason.text for reason in why)
    return Unseen(id=mark, name=name, carried_by=tuple(carried_by), reasons=reasons, grounds=tuple(why))


def _credit(page: Page, name: str) -> Evidence:
    """Return where the report credits the text's owner, which may stand there under another of its names."""
    at = next((one.span for one in page.reading.credits if agency_key(one.name) == agency_key(name)), None)
    return words(page, at) if at else as_a_whole(page)


def _families(ties: Sequence[Tie]) -> dict[int, int]:
    """Return for each tied page the smallest index in its connected family."""
    tied = sorted({k for tie in ties for k in (tie.first, tie.second)})
    forest = Forest(tied[-1] + 1 if tied else 0)
    for tie in ties:
        forest.join(tie.first, tie.second)
    return {k: forest.root(k) for k in tied}
