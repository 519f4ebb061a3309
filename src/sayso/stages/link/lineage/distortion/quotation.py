"""Quotations that a taker garbled: one utterance, one speaker, words that have drifted."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from sayso.model.claim import Claim
from sayso.model.link import Distortion
from sayso.stages.link.lineage.page import Page
from sayso.stages.link.lineage.requote import Utterances
from sayso.stages.link.lineage.tie import Tie

__all__ = ["garbled"]

_DRIFT = 80.0
"""Likeness in letters below which a wording is garbled; cuts and changes of punctuation stay above."""


def garbled(
    pages: Sequence[Page], ties: Sequence[Tie], claims: Sequence[Claim], said: Utterances
) -> Iterator[Distortion]:
    """Return the wordings of takers that drifted from the wording of the report that they took from."""
    known = {claim.id: claim for claim in claims}
    parents = {
        (pages[tie.taker].id, pages[tie.other(tie.taker)].id)
        for tie in ties
        if tie.taker is not None and tie.through is None
    }
    for group in said.groups:
        quotes = [known[name] for wording in group.wordings for name in wording.claims]
        for mine in quotes:
            for theirs in quotes:
                if (mine.report, theirs.report) in parents and _drifted(mine.text, theirs.text, said):
                    yield Distortion(
                        kind="quote",
                        copy=mine.report,
                        span=mine.span,
                        other=theirs.report,
                        other_span=theirs.span,
                        claim=mine.id,
                        other_claim=theirs.id,
                        message="the same utterance is quoted in other words",
                    )


def _drifted(one: str, other: str, said: Utterances) -> bool:
    short, long = sorted((one.lower(), other.lower()), key=len)
    return fuzz.partial_ratio(short, long) < _DRIFT and said.are_reworded(one, other)
