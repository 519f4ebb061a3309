"""What two reports are to each other: copy, excerpt, rewrite, shared-source, or nothing that can be told.

Thresholds were set on annotated events, on independent reports of one story by different outlets (at most 2 % may be
called derived) and on short local reports that restate one police account, where the answer must be to abstain.
"""

from datetime import timedelta
from typing import Final

from msgspec import Struct

from sayso.model.link import Relation
from sayso.model.moment import Moment
from sayso.stages.link.lineage.alignment import Alignment
from sayso.stages.link.lineage.page import Page
from sayso.stages.link.lineage.verbatim import Overlap

__all__ = ["DERIVED", "Verdict", "is_patchy", "is_promising", "judge", "weaker"]

DERIVED: Final = ("copy", "excerpt", "rewrite")
_STRENGTH: Final[tuple[Relation, ...]] = ("shared-source", "rewrite", "excerpt", "copy")

_LONG_SHARE, _LONG_WORDS = 0.25, 30
"""A quarter of a report's own words in runs of 15 or more."""
_SHARE, _RUN, _REPORT = 0.195, 17, 180
"""In a report of 180 own words and more, where a formula cannot fill so much: less, with at least one long run."""
_SHORT_SHARE, _SHORT_RUN, _SHORT_WORDS = 0.25, 13, 30
"""In a shorter report a larger share, and as many words as a long share needs, without those that introduce speakers."""
_PIECES = 0.1
"""In a longer one so much must stand in long runs: many short ones are two hands that cut one official account."""
_BRIEF_LONG, _BRIEF_RUN = 0.2, 18
"""A brief of a few lines: one sentence that is too long to be a formula is a fifth of it."""
_MOST, _MOST_WORDS = 0.5, 60
"""Half of the own words in shared shingles, however short the runs."""
_WHOLE_LEAST, _WHOLE_MOST = 0.75, 0.8
_CHAIN_SHARE, _CHAIN_SCORE, _CHAIN_TWINS, _CHAIN_WORDS = 0.6, 1.5, 5, 230
"""An ordered chain of like sentences over more than half of both reports; short reports of one account look so too."""
_SHORT_TWINS = 4
"""Enough where equal words prove already that one took from the other, and only how is asked."""
_EQUAL_SHARE = 0.2
"""Equal words in short runs, a fifth of both reports: with an ordered chain over more than half of both, a rewrite."""
_SHORT: Final = ((0.5, 0.75, 3, 0.0), (0.38, 0.8, 5, 1.7))
"""In a shorter report the like sentences must be nearly all of it and very alike: depth, share, twins, score."""
_SPEECH_LEAST, _SPEECH_MOST, _SPEECH_SCORE, _SPEECH_WORDS = 0.3, 0.45, 0.9, 100
"""With a quotation in other words, a shorter and looser chain is enough."""
_PATCHY = 0.15
_QUOTED = 15
"""Shared words inside quotation marks from which two reports rest on one statement: a whole sentence, no catchword."""
_SOME_SHARE, _SOME_WORDS = 0.07, 20
"""Independent reports of one event share at most seven of a hundred of their own words."""
_APART = timedelta(days=21)
_REPRINT_LEAST, _REPRINT_WORDS = 0.95, 80
"""Weeks later only a whole reprint is believed: what else returns then is furniture or formula."""
_PROMISING_SCORE, _PROMISING_SHARE = 0.5, 0.25


class Verdict(Struct, frozen=True, kw_only=True):
    """The relation, how strong its evidence is (0 to 1), and what decided it."""

    relation: Relation
    score: float
    reasons: tuple[str, ...]


def judge(a: Page, b: Page, shared: Overlap, chain: Alignment, *, requoted: bool = False) -> Verdict | None:
    """Return how `a` and `b` are related; None where they look independent or where nobody could tell.

    `requoted` says that both quote one utterance in different words, which is a rewriting hand's mark unless they
    quote others in the same words: then both heard the speech.
    """
    if _weeks_apart(a, b) and not (shared.least >= _REPRINT_LEAST and shared.own >= _REPRINT_WORDS):
        return None
    taken = _is_taken(a, b, shared)
    reworded = (
        _is_reworded(a, b, chain)
        or _is_loosely_kept(shared, chain)
        or (requoted and not shared.quoted and _is_reworded_speech(a, b, chain))
    )
    if taken and is_patchy(shared):
        reworded = min(chain.share_a, chain.share_b) >= _CHAIN_SHARE and len(chain.twins) >= _SHORT_TWINS
        taken = not reworded
    if taken:
        return _verbatim_verdict(shared)
    if reworded:
        share = min(chain.share_a, chain.share_b)
        why = f"{len(chain.twins)} sentences say the same in the same order, {share:.0%} of both reports"
        return Verdict(relation="rewrite", score=round(0.4 + share / 2, 3), reasons=(why,))
    return _shared_source(shared)


def is_patchy(shared: Overlap) -> bool:
    """Say whether what is equal stands in short runs only, as where a spinner put other words for some."""
    return shared.long < _PATCHY and shared.least < _WHOLE_LEAST


def is_promising(chain: Alignment) -> bool:
    """Say whether a second, dearer look at the sentences' meaning could make a rewrite of this pair."""
    return chain.score >= _PROMISING_SCORE and min(chain.share_a, chain.share_b) >= _PROMISING_SHARE


def weaker(one: Relation, other: Relation) -> Relation:
    """Return the weaker of two relations, as for two reports that took from the same third."""
    return min(one, other, key=_STRENGTH.index)


def _is_taken(a: Page, b: Page, shared: Overlap) -> bool:
    taker = a if shared.share_a >= shared.share_b else b
    return (
        (shared.long >= _LONG_SHARE and shared.own >= _LONG_WORDS)
        or (shared.most >= _SHARE and shared.longest >= _RUN and taker.own >= _REPORT)
        or (_is_short_taken(shared) and (taker.own < _REPORT or shared.long >= _PIECES))
        or (shared.long >= _BRIEF_LONG and shared.longest >= _BRIEF_RUN)
        or (shared.most >= _MOST and shared.own >= _MOST_WORDS)
    )


def _is_short_taken(shared: Overlap) -> bool:
    return shared.most >= _SHORT_SHARE and shared.longest >= _SHORT_RUN and shared.own >= _SHORT_WORDS


def _is_reworded(a: Page, b: Page, chain: Alignment) -> bool:
    share = min(chain.share_a, chain.share_b)
    for depth, part, twins, score in _SHORT:
        if chain.depth >= depth and share >= part and len(chain.twins) >= twins and chain.score >= score:
            return True
    long_enough = min(a.own, b.own) >= _CHAIN_WORDS and len(chain.twins) >= _CHAIN_TWINS
    return long_enough and share >= _CHAIN_SHARE and chain.score >= _CHAIN_SCORE


def _is_loosely_kept(shared: Overlap, chain: Alignment) -> bool:
    """Say whether order and wording both speak for a rewrite, though neither would do alone."""
    order = min(chain.share_a, chain.share_b) >= _CHAIN_SHARE and len(chain.twins) >= _CHAIN_TWINS
    return order and shared.least >= _EQUAL_SHARE and chain.score >= _CHAIN_SCORE


def _is_reworded_speech(a: Page, b: Page, chain: Alignment) -> bool:
    shares = sorted((chain.share_a, chain.share_b))
    enough = shares[0] >= _SPEECH_LEAST and shares[1] >= _SPEECH_MOST and len(chain.twins) >= _CHAIN_TWINS
    return enough and chain.score >= _SPEECH_SCORE and min(a.own, b.own) >= _SPEECH_WORDS


def _verbatim_verdict(shared: Overlap) -> Verdict:
    whole = shared.least >= _WHOLE_LEAST and shared.most >= _WHOLE_MOST
    why = [f"{shared.own} words outside quotations are the same, {shared.most:.0%} of one report"]
    why[0] += f" and {shared.least:.0%} of the other"
    if shared.longest >= _RUN:
        why.append(f"the longest run of the same words is {shared.longest}")
    score = round(min(1.0, 0.5 + shared.most / 2), 3)
    return Verdict(relation="copy" if whole else "excerpt", score=score, reasons=tuple(why))


def _shared_source(shared: Overlap) -> Verdict | None:
    if shared.quoted >= _QUOTED:
        why = f"both quote the same {shared.quoted} words and report in words of their own"
    elif shared.most >= _SOME_SHARE and shared.own >= _SOME_WORDS:
        why = f"{shared.own} words are the same, too few for a copy: one statement or agency text behind both"
    else:
        return None
    score = round(min(0.5, 0.2 + shared.most + shared.quoted / 500), 3)
    return Verdict(relation="shared-source", score=score, reasons=(why,))


def _weeks_apart(a: Page, b: Page) -> bool:
    one, other = a.reading.report.moment, b.reading.report.moment
    return one is not None and other is not None and max(_gap(one, other), _gap(other, one)) > _APART


def _gap(earlier: Moment, later: Moment) -> timedelta:
    return later.earliest - earlier.latest
