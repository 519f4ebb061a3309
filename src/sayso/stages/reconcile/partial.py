"""Counts that are no totals: what one witness saw, what one hospital took in, some of those just counted."""

from collections.abc import Mapping, Sequence
from statistics import median_low

from sayso.language.vocabulary import vocabulary
from sayso.stages.reconcile.cues import none_left, saw
from sayso.stages.reconcile.entry import Entry, says_part
from sayso.stages.reconcile.interval import top

__all__ = ["partial"]

# A witness's count this many times below the usual official one is of what the witness saw.
_FAR_BELOW = 2
_AFTER = 24
_LOCAL_KINDS = frozenset({"witness", "medical", "unnamed", "other"})


def partial(question: Sequence[Entry], *, placed: bool = False) -> Mapping[str, str]:
    """Return for the claims of one question that are only part of its answer what they are a part of.

    Each such count is a question of its own: what one witness saw is no rival of what another saw. `placed` says that
    the question is about one place: "31 of them in Northport" is the whole answer there.
    """
    found: dict[str, str] = {}
    ids = {entry.claim.id for entry in question}
    for i, entry in enumerate(question):
        cue = _says_part(entry) and _whole_before(entry, question)
        if entry.detail is None and not placed and (cue or entry.figure.part_of in ids):
            found[entry.claim.id] = f"some of those counted by {_counter(entry)}"
        elif entry.claim.passage == "opinion" and entry.source is None:
            found[entry.claim.id] = f"as supposed by {_counter(entry)}"
        elif _none_of_some(entry, question[:i]):
            found[entry.claim.id] = f"{entry.figure.group_text or 'some'} alone"
    rest = [entry for entry in question if entry.claim.id not in found]
    official = [entry for entry in rest if not _local(entry)]
    # The middle one, and not the least: one small count that belongs elsewhere must not let all others in.
    usual = median_low(map(_size, official)) if official else 0
    told = {(entry.figure.low, entry.figure.high) for entry in official}
    for entry in rest:
        far = _size(entry) * _FAR_BELOW < usual and (entry.figure.low, entry.figure.high) not in told
        if far and _local(entry) and not entry.denied:
            found[entry.claim.id] = f"as seen by {_counter(entry)}"
    return found


def _counter(entry: Entry) -> str:
    """Return who did the counting: the source, else the outlet."""
    return entry.source.name if entry.source else entry.report.label


def _none_of_some(entry: Entry, earlier: Sequence[Entry]) -> bool:
    """Say whether "nobody" was said of a few only: others were counted before, and the sentence denies none of them.

    A count that moves comes down to none in the end: what a later day has of it is of them all.
    """
    if entry.figure.high != 0 or entry.denied:
        return False
    counted = [one for one in earlier if one.figure.low > 0]
    return bool(counted) and not _down_to_none(entry, counted)


def _down_to_none(entry: Entry, counted: Sequence[Entry]) -> bool:
    if entry.figure.measure not in vocabulary("reconciling")["nature"]["moving"]:
        return False
    return none_left(entry) or all(_day(one) < _day(entry) for one in counted)


def _day(entry: Entry) -> str:
    return entry.figure.as_of or entry.told_day


def _says_part(entry: Entry) -> bool:
    return says_part(entry.report.text[entry.claim.end : entry.claim.end + _AFTER].lower())


def _whole_before(entry: Entry, question: Sequence[Entry]) -> bool:
    """Say whether the report has just given a larger count of the same people, in the order of its text."""
    here = (one for one in question if one.report.id == entry.report.id and one.claim.start < entry.claim.start)
    return any(one.figure.low > entry.figure.low for one in here)


def _local(entry: Entry) -> bool:
    """Say whether the count can be of one scene: first-hand, or by a source that is no office and no outlet."""
    if entry.source is None:
        return entry.standing.counts
    return entry.source.kind in _LOCAL_KINDS or (entry.source.kind is None and saw(entry))


def _size(entry: Entry) -> float:
    """Return the value to compare by: the upper bound where only that is stated."""
    return entry.figure.low or (top(entry.figure) if entry.figure.high is not None else 0)
