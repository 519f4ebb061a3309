"""Which value took the place of which: a moving figure is a series in time, and overtaken is not disputed."""

from collections.abc import Sequence
from functools import cache

from sayso.language.vocabulary import vocabulary
from sayso.stages.reconcile.because import because, said_in
from sayso.stages.reconcile.camps import apart
from sayso.stages.reconcile.cues import none_left, remains, replaced
from sayso.stages.reconcile.draft import Draft
from sayso.stages.reconcile.entry import Entry
from sayso.stages.reconcile.interval import agree, covers, in_words

__all__ = ["mark_overtaken"]

# A number is rounded down to another by no more than this.
_ROUND = 1.2
# Values, the latest first, that may take the place of an older one: no count of one event is told in so many, and a
# text that heaps up thousands must not cost their square.
_LATEST = 200


@cache
def _nature(name: str) -> frozenset[str]:
    return frozenset(vocabulary("reconciling")["nature"][name])


def mark_overtaken(question: Sequence[Draft], deltas: frozenset[float]) -> None:
    """Settle the status of values that a later one replaced; `deltas` are the stated increases of the same count.

    The most recent value is looked at first, so that a reason names the value that the reader now goes by.
    """
    open_values = [draft for draft in question if draft.status is None]
    stood_by = [draft for draft in open_values if len(draft.denied) < len(draft.asserted)]
    latest = sorted(stood_by, key=lambda draft: (draft.day, draft.last, draft.figure.low), reverse=True)[:_LATEST]
    for old in open_values:
        for new in latest:
            why = _overtakes(new, old, deltas) if _can_follow(new, old) else None
            if why:
                old.settle("overtaken", because(why, said_in(_telling(new, old))))
                break


def _telling(new: Draft, old: Draft) -> list[Entry]:
    """Return the claims of the newer value, those first that tell of the older one too, and say what took its place."""
    return sorted(new.standing, key=lambda entry: (entry.report.id not in old.saying, replaced(entry) is None))


def _one_voice(new: Draft, old: Draft) -> bool:
    """Say whether both values may rest on one origin, or the same reports give both in their own voice."""
    return bool(new.origins & old.origins or (not (new.origins or old.origins) and old.saying <= new.saying))


def _can_follow(new: Draft, old: Draft) -> bool:
    """Say whether `new` comes after `old` in time.

    What is feared takes the place of nothing known, what a witness counted that of no count of those who count them
    all, and another source's vague word that of no number.
    """
    if new is old or new.day < old.day or (new.unsure and not old.unsure):
        return False
    if _left(old, new, old.saying & new.saying) or _later_entry(old, new):
        return False
    if _only_seen(new) and not _only_seen(old):
        return False
    vague = new.figure.qualifier == "vague" and old.figure.qualifier != "vague"
    return not vague or bool(new.origins & old.origins)


def _only_seen(draft: Draft) -> bool:
    """Say whether all who say it and are named are witnesses."""
    return {entry.source.kind for entry in draft.asserted if entry.source} == {"witness"}


def _overtakes(new: Draft, old: Draft, deltas: frozenset[float]) -> str | None:
    """Return why `new` takes the place of `old`; None where it does not."""
    if covers(new.figure, old.figure):
        return _put_anew(new, old)
    if _was_round(new, old):
        return _told(new, f"reports' own round number for {in_words(new.figure)}")
    cue = _cue(new, old, deltas)
    same_source = _one_voice(new, old)
    measure, value = old.figure.measure, in_words(new.figure)
    rises = new.figure.low > old.figure.low
    if (measure in _nature("cumulative") and rises) or measure in _nature("moving"):
        return _moved(new, old, cue=cue, same_source=same_source)
    if measure in _nature("cumulative") and old.unsure and not new.unsure and _later(new, old):
        return _told(new, f"it was never sure, and later reports have {value}")
    if same_source and (new.day > old.day or cue):
        return _told(new, f"its own source has since given {value}")
    return _told(new, f"a report puts {value} in its place") if cue else None


def _put_anew(new: Draft, old: Draft) -> str | None:
    """Return why an older wording of what `new` allows too has had its day: no report uses it since `new` came up."""
    moving = old.figure.measure in _nature("cumulative") | _nature("moving")
    if moving and old.last and old.last < new.first:
        return _told(new, f"reports since then put it as {in_words(new.figure)}")
    return None


def _was_round(new: Draft, old: Draft) -> bool:
    """Say whether a source's exact number is what reports have rounded in their own voice ("more than 60" of 62)."""
    exact = new.figure.low == new.figure.high and any(entry.source for entry in new.known)
    own = old.figure.qualifier == "more_than" and not any(entry.source for entry in old.asserted)
    return exact and own and covers(old.figure, new.figure) and new.figure.low <= old.figure.low * _ROUND


def _moved(new: Draft, old: Draft, *, cue: bool, same_source: bool) -> str | None:
    value, later = in_words(new.figure), new.day > old.day
    numbered = old.figure.qualifier == "vague" and (new.day, new.last) >= (old.day, old.last)
    gone_on = later and not apart(new, old) and not _side_by_side(new, old)
    same_day = new.day == old.day and _later_in_the_day(new, old) and not _side_by_side(new, old, any_source=True)
    told = (
        (cue, f"the count went to {value}, as a report says"),
        (_down_to_none(new, old), "there are none any more"),
        (numbered, f"a number, {value}, took the place of a vague word"),
        (later and same_source, f"its own source has since given {value}"),
        (gone_on, f"the count has since gone to {value}"),
        (same_day, f"reports of later the same day have {value}"),
    )
    return next((_told(new, why) for holds, why in told if holds), None)


def _down_to_none(new: Draft, old: Draft) -> bool:
    """Say whether a count that moves has come down to nobody, on a later day or in words that say so."""
    moving = old.figure.measure in _nature("moving") and new.figure.high == 0
    return moving and (new.day > old.day or any(none_left(entry) for entry in new.asserted))


def _left(new: Draft, old: Draft, both: frozenset[str]) -> bool:
    """Say whether a report with both values has the newer as what is left of the older ("three are still inside")."""
    moving = old.figure.measure in _nature("moving") and new.figure.low < old.figure.low
    return moving and any(remains(entry) for entry in new.asserted if entry.report.id in both)


def _later_in_the_day(new: Draft, old: Draft) -> bool:
    last = max((entry.when for entry in old.renewed), default=old.last)
    return new.last > last or (new.first > old.first and new.last == last)


def _later(new: Draft, old: Draft) -> bool:
    return (new.day, new.last) > (old.day, old.last)


def _told(new: Draft, why: str) -> str:
    return f"{why} ({new.as_of})" if new.as_of else why


def _cue(new: Draft, old: Draft, deltas: frozenset[float]) -> bool:
    """Say whether a report with both values says that the later one replaced the earlier one.

    It does where it states the increase, or where the words for it ("up from", "rather than the") stand in a sentence
    with both values, or in the later one's where both are of one source.
    """
    rise = new.figure.low - old.figure.low
    both = new.saying & old.saying
    if (rise > 0 and rise in deltas and both) or _left(new, old, both):
        return True
    said = [entry for entry in new.asserted if entry.report.id in both and replaced(entry)]
    if _one_voice(new, old):
        days, before = _days(new, both), _days(old, both)
        return bool(said) or bool(days and before and min(days) > max(before)) or _later_entry(new, old)
    sentences = {(entry.report.id, entry.sentence_start) for entry in old.asserted}
    return any((entry.report.id, entry.sentence_start) in sentences for entry in said)


def _later_entry(new: Draft, old: Draft) -> bool:
    """Say whether one live page gives both, each entry with the newer value stamped later than all with the older.

    It is of one page only: what other reports say would have to be put between its hours by their own.
    """
    after, before = ([entry.stamp and entry.when for entry in draft.asserted] for draft in (new, old))
    if len(new.saying | old.saying) > 1 or not (after and before and all(after) and all(before)):
        return False
    return min(str(when) for when in after) > max(str(when) for when in before)


def _days(draft: Draft, reports: frozenset[str]) -> list[str]:
    """Return the days for which these reports give a value: those that they state, else their own."""
    here = [entry for entry in draft.asserted if entry.report.id in reports]
    return [entry.figure.as_of or entry.told_day for entry in here]


def _side_by_side(new: Draft, old: Draft, *, any_source: bool = False) -> bool:
    """Say whether the first or the last telling of the newer value gives the older one beside it, by another source.

    The entries of a live page are each told at a time of their own: a value in one stands beside none in another. What
    the running text keeps stands beside every update put to it.
    """
    if not new.asserted:
        return False
    ordered = sorted(new.asserted, key=lambda entry: (entry.when, entry.report.id))
    last = [ordered[-1], *(ordered[:1] if any_source else [])]
    ends = {entry.telling for entry in last} | {(entry.report.id, "") for entry in last}
    shared = ends & frozenset(entry.telling for entry in old.renewed)
    if any_source or not shared:
        return bool(shared)
    here = frozenset(entry.standing.origin for entry in old.asserted if entry.telling in shared)
    return not here & new.origins and not agree(new.figure, old.figure)
