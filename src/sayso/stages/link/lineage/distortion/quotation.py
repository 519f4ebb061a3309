"""Quotations that a taker garbled or altered: one utterance, one speaker, words that have drifted or been replaced."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from rapidfuzz import fuzz

from sayso.model.claim import Claim
from sayso.model.link import Distortion
from sayso.stages.link.lineage.distortion.spoken import altered, follows
from sayso.stages.link.lineage.page import Page
from sayso.stages.link.lineage.relation import DERIVED
from sayso.stages.link.lineage.requote import Utterances, plainly
from sayso.stages.link.lineage.tie import Tie

__all__ = ["garbled"]

_DRIFT = 80.0
"""Likeness in letters below which a wording is garbled; cuts and changes of punctuation stay above."""

_WORDED = frozenset(DERIVED) - {"rewrite"}
"""Relations in which the words themselves were taken; in a rewrite the quotation may have been translated anew."""


class _Wordings:
    """Which reports hold a wording of one utterance, each wording made plain once."""

    def __init__(self, quotes: Sequence[Claim], parents: Collection[tuple[str, str]]) -> None:
        self._parents = parents
        self._plain = {quote.id: plainly(quote.text) for quote in quotes}
        self._holders: defaultdict[str, set[str]] = defaultdict(set)
        for quote in quotes:
            self._holders[self._plain[quote.id]].add(quote.report)

    def keeps(self, mine: Claim, report: str) -> bool:
        """Say whether the report has the very words of `mine`."""
        return report in self._holders[self._plain[mine.id]]

    def stands_alone(self, mine: Claim) -> bool:
        """Say whether a wording began with its report: all others that hold it took their text from this one.

        What further reports have apart from it is a version of its own, as of a second agency.
        """
        others = self._holders[self._plain[mine.id]] - {mine.report}
        return all((name, mine.report) in self._parents for name in others)


def garbled(
    pages: Sequence[Page], ties: Sequence[Tie], claims: Sequence[Claim], said: Utterances
) -> Iterator[Distortion]:
    """Return the wordings of takers that drifted from the wording of the report that they took from."""
    known = {claim.id: claim for claim in claims}
    parents = {
        (pages[tie.taker].id, pages[tie.other(tie.taker)].id): tie.verdict.relation in _WORDED
        for tie in ties
        if tie.taker is not None and tie.through is None
    }
    for group in said.groups:
        quotes = [known[name] for wording in group.wordings for name in wording.claims]
        by_report: defaultdict[str, list[Claim]] = defaultdict(list)
        for quote in quotes:
            by_report[quote.report].append(quote)
        wordings = _Wordings(quotes, parents)
        for mine in quotes:
            alone = wordings.stands_alone(mine)
            for name, there in by_report.items():
                worded = parents.get((mine.report, name))
                if worded is not None and not wordings.keeps(mine, name):
                    yield from _drifts(mine, there, said)
                    yield from _alterations(mine, there, worded=worded) if alone else ()


def _drifts(mine: Claim, there: Sequence[Claim], said: Utterances) -> Iterator[Distortion]:
    for theirs in there:
        if _drifted(mine.text, theirs.text, said):
            yield Distortion.between("quote", mine, theirs, "the same utterance is quoted in other words")


def _drifted(one: str, other: str, said: Utterances) -> bool:
    short, long = sorted((one.lower(), other.lower()), key=len)
    return fuzz.partial_ratio(short, long) < _DRIFT and said.are_reworded(one, other)


def _alterations(mine: Claim, there: Sequence[Claim], *, worded: bool) -> Iterator[Distortion]:
    """Find what was altered in a quotation; a speaker who says a thing twice is quoted rightly where one fits."""
    like = [theirs for theirs in there if follows(mine.text, theirs.text)]
    told = [altered(mine.text, theirs.text, worded=worded) for theirs in like]
    if told and all(told):
        yield Distortion.between("quote", mine, like[0], told[0] or "")
