"""A value under one question while its standing is being worked out: who says it, who denies it, since when."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property

from sayso.model.claim import Figure, Qualifier
from sayso.model.reason import Reason
from sayso.stages.reconcile.entry import Entry

__all__ = ["Draft", "drafts"]


class Draft:
    """All claims of one value under one question; status and reasons are filled in step by step."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Take the entries, which all state the same bounds."""
        self.entries = list(entries)
        self.status: str | None = None
        self.why: list[Reason] = []
        self.denied_by: list[str] = []

    @cached_property
    def known(self) -> list[Entry]:
        """The entries that state the value as known."""
        return [entry for entry in self.entries if entry.figure.stance == "asserted"]

    @cached_property
    def feared(self) -> list[Entry]:
        """The entries that only fear, expect or suppose it; they add nothing to what is known."""
        return [entry for entry in self.entries if entry.figure.stance == "uncertain"]

    @cached_property
    def denied(self) -> list[Entry]:
        """The entries that deny it."""
        return [entry for entry in self.entries if entry.denied]

    @cached_property
    def unsure(self) -> bool:
        """Whether nobody knows it: all who say it only fear, expect or suppose it."""
        return bool(self.feared) and not self.known

    @cached_property
    def asserted(self) -> list[Entry]:
        """The entries that speak for the value: those that know it, else those that fear it."""
        return self.known or self.feared

    @cached_property
    def standing(self) -> list[Entry]:
        """The entries that speak for the value; where none does, those that deny it tell that it was said."""
        return self.asserted or self.entries

    @cached_property
    def figure(self) -> Figure:
        """One figure with the value's bounds, under the qualifier that is used most; a bound is left out nowhere."""
        bounded = [entry.figure for entry in self.standing if entry.figure.high is None]
        figures = bounded or [entry.figure for entry in self.standing]
        counts: Counter[Qualifier] = Counter(figure.qualifier for figure in figures)
        best = max(sorted(counts), key=lambda qualifier: counts[qualifier])
        return next(figure for figure in figures if figure.qualifier == best)

    @cached_property
    def reports(self) -> list[str]:
        """The reports that hold the value, asserted or denied, in order."""
        return sorted({entry.report.id for entry in self.entries})

    @cached_property
    def saying(self) -> frozenset[str]:
        """The reports that assert it."""
        return frozenset(entry.report.id for entry in self.asserted)

    @cached_property
    def by_report(self) -> Mapping[str, Sequence[Entry]]:
        """The entries that assert it by report."""
        found: dict[str, list[Entry]] = {}
        for entry in self.asserted:
            found.setdefault(entry.report.id, []).append(entry)
        return found

    @cached_property
    def as_of(self) -> str | None:
        """The day for which most claims say that it holds; the earlier of two; None where none says."""
        days = Counter(entry.figure.as_of for entry in self.standing if entry.figure.as_of)
        return min(days, key=lambda day: (-days[day], day)) if days else None

    @cached_property
    def first(self) -> str:
        """When the value was first told; empty where unknown."""
        return min((entry.when for entry in self.standing if entry.when), default="")

    @cached_property
    def last(self) -> str:
        """When the value was last asserted."""
        return max((entry.when for entry in self.standing), default="")

    @cached_property
    def renewed(self) -> list[Entry]:
        """The entries that give the value anew: with a source, where any has one; a caption kept on is no news."""
        return [entry for entry in self.asserted if entry.source] or self.asserted

    @cached_property
    def day(self) -> str:
        """The day that puts the value in order: on which it was first reported, or the stated one close to it.

        A stated day well before the first report is most often the day of the event ("Tuesday's explosion").
        """
        told = min((entry.told_day for entry in self.standing if entry.told_day), default="")
        if self.as_of is None or (told and self.as_of < _day_before(told)):
            return told
        return self.as_of

    @cached_property
    def origins(self) -> frozenset[str]:
        """The origins behind it that count (see `Standing`)."""
        return frozenset(entry.standing.origin for entry in self.standing if entry.standing.counts)

    @cached_property
    def origins_apart(self) -> frozenset[str]:
        """The origins behind it if every doubtful tie were none."""
        return frozenset(entry.standing.origin_apart for entry in self.standing if entry.standing.counts)

    def settle(self, status: str, why: Reason) -> None:
        """Set the status once; the first reason that decides it stands first."""
        if self.status is None:
            self.status = status
        self.why.append(why)


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def drafts(entries: Sequence[Entry]) -> list[Draft]:
    """Bring the entries of one question together by value, in order of time and value."""
    by_value: dict[tuple[float, float | None], list[Entry]] = {}
    for entry in entries:
        by_value.setdefault((entry.figure.low, entry.figure.high), []).append(entry)
    for (low, high), exact in sorted(by_value.items(), key=lambda item: item[0][0]):
        bounded = by_value.get((low, None))
        if high == low and bounded and _put_short(exact, bounded):
            bounded += exact
            del by_value[low, high]
    return sorted((Draft(group) for group in by_value.values()), key=lambda one: (one.day, one.first, one.figure.low))


def _put_short(exact: Sequence[Entry], bounded: Sequence[Entry]) -> bool:
    """Say whether an exact value is a bounded one put short: "nine dead" for the "at least nine" of its source.

    It is where nobody stands behind it but reports' own voices and those that give it with the bound as well, and
    while reports still give the bound; a plain number of a later day may be the count as it was closed.
    """
    giving = {entry.report.id for entry in bounded}
    alone = [entry for entry in exact if entry.report.id not in giving]
    if not alone:
        return True
    sourced = any(entry.source for entry in bounded)
    last = max(entry.told_day for entry in bounded)
    return sourced and not any(entry.source or entry.denied or entry.told_day > last for entry in alone)
