"""The status of each value under one question: withdrawn, distorted, overtaken, disputed or current.

Decided in that order, each step looking only at values that are still open: what its givers took back ends first;
a changed copy is no rival of what it was taken from; an earlier state is no rival of a later one; only then do
values that cannot both be true stand against each other.
"""

from collections.abc import Sequence

from sayso.model.reason import Reason
from sayso.stages.reconcile.because import because, said_in, words_of
from sayso.stages.reconcile.camps import apart
from sayso.stages.reconcile.cues import added_up, taken_back
from sayso.stages.reconcile.distorted import Ties, mark_differing, mark_distorted
from sayso.stages.reconcile.draft import Draft
from sayso.stages.reconcile.interval import agree, covers, in_words, top
from sayso.stages.reconcile.succession import mark_overtaken

__all__ = ["settle"]

# Counts of one kind of source that lie further apart than this factor are of different people, not rivals.
_RIVAL = 3
# A rounded value lies this near below the one it stands for: "more than 70" of 74; "at least 26" is no word for 38.
_ROUNDED = 0.85


def settle(question: Sequence[Draft], known: Ties, deltas: frozenset[float]) -> None:
    """Give every value of one question its status and the reasons for it."""
    for draft in question:
        _taken_back(draft)
    _follow_rounded(question)
    mark_distorted(question, known)
    mark_overtaken(question, deltas)
    mark_differing(question, known)
    for draft in question:
        _denied(draft)
    _disputes(question)
    _loose(question)
    for draft in question:
        if draft.status is None:
            latest = sorted(draft.standing, key=lambda entry: entry.when, reverse=True)
            draft.settle("current", because("the latest that sources stand by", said_in(latest)))


def _taken_back(draft: Draft) -> None:
    """Settle a value that its givers took back, or that only its denial tells of as a sum of others."""
    draft.denied_by = sorted({entry.report.id for entry in draft.denied})
    for entry in draft.denied:
        words = taken_back(entry)
        if words:
            why = f"{entry.report.label} has it as taken back or an error ('{words.of(entry.report.text)}')"
            draft.settle("withdrawn", because(why, [words_of(entry, words)], said_in([entry])))
            return
    sums = [(entry, words) for entry in draft.denied if (words := added_up(entry))]
    if sums and not draft.asserted:
        entry, words = sums[0]
        why = f"made by adding up other figures ('{words.of(entry.report.text)}')"
        draft.settle("distorted", because(why, [words_of(entry, words)], said_in([entry])))


def _denied(draft: Draft) -> None:
    """Settle a value that stands against its denial by others."""
    if draft.status is None and draft.denied:
        labels = ", ".join(dict.fromkeys(entry.report.label for entry in draft.denied))
        draft.settle("disputed", because(f"denied in {labels}", said_in(draft.denied)))


def _follow_rounded(question: Sequence[Draft]) -> None:
    """Let a rounded value that stands only beside a withdrawn one share its fate ("more than 70" of 74)."""
    for draft in question:
        for other in question:
            if draft.status is None and other.status == "withdrawn" and _rounds(draft, other):
                why = f"{in_words(other.figure)} in round numbers, which was taken back"
                draft.settle("withdrawn", because(why, said_in(other.denied), said_in(other.asserted)))


def _rounds(draft: Draft, other: Draft) -> bool:
    return (
        draft is not other
        and bool(draft.saying)
        and draft.saying <= other.saying
        and covers(draft.figure, other.figure)
        and draft.figure.low >= _ROUNDED * other.figure.low
    )


def _disputes(question: Sequence[Draft]) -> None:
    """Mark values as disputed that are still open, cannot both be true, and are about the same people and time.

    What somebody fears or expects is held against nothing: it claims to be no count.
    """
    still = [draft for draft in question if draft.status is None and not draft.unsure]
    rivals: dict[int, list[Draft]] = {}
    for i, one in enumerate(still):
        for j in range(i):
            other = still[j]
            unlike = _other_time(one, other) or _one_teller(one, other)
            if not agree(one.figure, other.figure) and not unlike and _near(one, other):
                rivals.setdefault(i, []).append(other)
                rivals.setdefault(j, []).append(one)
    for i, others in rivals.items():
        still[i].settle("disputed", _against("against", others))


def _one_teller(one: Draft, other: Draft) -> bool:
    """Say whether one report alone gives both, on one say-so: nobody disputes himself, and so he counts other people."""
    if len(one.saying | other.saying) > 1:
        return False
    first, second = ({entry.standing.source for entry in draft.asserted} for draft in (one, other))
    return first == second and len(first) == 1


def _against(words: str, others: Sequence[Draft]) -> Reason:
    values = " and ".join(dict.fromkeys(in_words(other.figure) for other in others))
    return because(f"{words} {values}", *(said_in(other.standing) for other in others))


def _loose(question: Sequence[Draft]) -> None:
    """Dispute a vague word in reports' own voice that no value with a source behind it allows."""
    sourced = [
        d
        for d in question
        if d.origins and d.status in {None, "disputed"} and not (d.unsure or d.figure.qualifier == "vague")
    ]
    for draft in question:
        if draft.status is None and draft.figure.qualifier == "vague" and not (draft.unsure or _named(draft)):
            others = [d for d in sourced if not agree(draft.figure, d.figure)]
            if others and len(others) == len(sourced):
                draft.settle("disputed", _against("a word without a source, against", others))


def _named(draft: Draft) -> bool:
    return any(entry.claim.attribution and entry.claim.attribution.source for entry in draft.standing)


def _near(one: Draft, other: Draft) -> bool:
    """Say whether the values are near enough to be rival counts of the same people, or come from rival counters.

    Of a crowd, what those who called it say and what the police say is of the same people, however far apart.
    """
    if one.figure.measure == "crowd" and _named(one) and _named(other):
        return True
    small, large = sorted((one.figure, other.figure), key=lambda figure: figure.low)
    size = small.low or top(small)
    return large.low <= _RIVAL * max(size, 1) or apart(one, other)


def _other_time(one: Draft, other: Draft) -> bool:
    """Say whether the two are about different days: a crowd, or an increase, is counted anew each day.

    Two counts in one sentence are of one day, whichever day is read into it.
    """
    anew = one.figure.measure == "crowd" or one.figure.delta
    beside = {(e.report.id, e.sentence_start) for e in one.asserted} & {
        (e.report.id, e.sentence_start) for e in other.asserted
    }
    return anew and not beside and bool(one.as_of and other.as_of) and one.as_of != other.as_of
