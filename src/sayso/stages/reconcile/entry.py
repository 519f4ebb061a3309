"""One figure claim with all that reconciliation asks of it: its report, its time, its origin."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec
from msgspec import Struct

from sayso.language.numbers import find_numbers
from sayso.language.places import country_of
from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Claim, Figure, Group
from sayso.model.link import Lineage, Source, Standing
from sayso.model.moment import Moment
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.stages.reconcile.contingent import contingent, country_name
from sayso.stages.reconcile.hours import stamped
from sayso.stages.reconcile.regained import regained

__all__ = ["Entry", "entries", "line_around", "published", "says_part"]

_EARLIEST = ""
_CLAUSE_END = re.compile(r"[,;:\d]")


class Entry(Struct, frozen=True, kw_only=True):
    """A figure of the event in its surroundings.

    `when` orders what was told (ISO 8601 in UTC; empty where unknown): by the stamp of the live page's entry that it
    stands in, which `stamp` holds as ISO 8601, else by the report's publication. `detail` is the sub-group under its common
    name, `group` the people counted after looking at the rest of the report.
    """

    claim: Claim
    figure: Figure
    report: Report
    when: str
    standing: Standing
    source: Source | None
    detail: str | None
    group: Group
    stamp: str | None = None

    @property
    def sentence_start(self) -> int:
        """Return where the claim's sentence begins."""
        return self.claim.sentence.start

    @property
    def sentence_end(self) -> int:
        """Return where the claim's sentence ends."""
        return self.claim.sentence.end

    @property
    def told(self) -> str | None:
        """Return when it was told, as written (ISO 8601): the stamp of its entry, else the report's publication."""
        return self.stamp or self.report.published

    @property
    def told_day(self) -> str:
        """Return the day on which it was told as YYYY-MM-DD; empty where it cannot be read."""
        return (self.told or "")[:10] if self.stamp or self.report.moment else ""

    @property
    def telling(self) -> tuple[str, str]:
        """Return what was told at one time: the report, or one stamped entry of it."""
        return (self.report.id, self.stamp or "")

    @property
    def denied(self) -> bool:
        """Say whether the claim tells that the figure is false."""
        return self.figure.stance == "denied"


def entries(readings: Sequence[Reading], claims: Sequence[Claim], lineage: Lineage) -> list[Entry]:
    """Return the event's own figures that count people, by the time they were told, report and place in it."""
    by_id = {reading.report.id: reading for reading in readings}
    standings = {standing.claim: standing for standing in lineage.standings}
    sources = {source.id: source for source in lineage.sources}
    found = [
        _entry(claim, claim.figure, by_id[claim.report], standings.get(claim.id), sources)
        for claim in regained(claims, lineage)
        if claim.figure and claim.report in by_id and claim.figure.measure != "other" and not claim.figure.background
    ]
    found.sort(key=lambda entry: (entry.when, entry.report.id, entry.claim.start))
    return _detailed(_described(_of_several(found)))


def _of_several(found: Sequence[Entry]) -> list[Entry]:
    """Keep contingents apart only where several countries send forces: the men of the only one are the whole.

    The country where it happens sends none: "up to 800 in Borduria" is a place and no sender.
    """
    hosts = Counter(country_of(entry.figure.place) for entry in found if entry.figure.place)
    host = max(sorted(code for code in hosts if code), key=lambda code: hosts[code], default=None)
    sent = {id(entry): country_of(entry.detail) for entry in found if _is_sent(entry) and entry.detail}
    senders = {code for code in sent.values() if code and code != host}
    gone = senders if len(senders) == 1 else set()
    return [
        msgspec.structs.replace(entry, detail=None)
        if sent.get(id(entry)) is not None and sent[id(entry)] in {host, *gone}
        else entry
        for entry in found
    ]


def _is_sent(entry: Entry) -> bool:
    return entry.figure.measure == "deployed" and entry.group == "troops"


def _described(found: Sequence[Entry]) -> list[Entry]:
    """Give a count of unspecified people the group that its report names for the same count ("26 dead", "26 gunmen")."""
    faceless = frozenset(vocabulary("reconciling")["faceless"])
    told: dict[tuple[object, ...], Group] = {}
    for entry in found:
        if entry.group != "people":
            told.setdefault(_count(entry), entry.group)
    return [
        msgspec.structs.replace(entry, group=told[_count(entry)])
        if entry.group == "people" and (entry.figure.group_text or "").lower() in faceless and _count(entry) in told
        else entry
        for entry in found
    ]


def _detailed(found: Sequence[Entry]) -> list[Entry]:
    """Give a bare repeat of a sub-group's count its detail: "nine dead, two of them burnt ... earlier reports had two"."""
    told: dict[tuple[object, ...], str] = {}
    most: dict[tuple[object, ...], float] = {}
    for entry in found:
        if entry.detail:
            told.setdefault((*_people(entry), entry.figure.low), entry.detail)
        else:
            most[_people(entry)] = max(most.get(_people(entry), 0), entry.figure.low)
    return [
        msgspec.structs.replace(entry, detail=told[*_people(entry), entry.figure.low])
        if entry.detail is None
        and (*_people(entry), entry.figure.low) in told
        and most[_people(entry)] > entry.figure.low
        and not entry.figure.place
        else entry
        for entry in found
    ]


def _people(entry: Entry) -> tuple[object, ...]:
    figure = entry.figure
    return (entry.report.id, figure.measure, entry.group, figure.delta)


def _count(entry: Entry) -> tuple[object, ...]:
    figure = entry.figure
    return (entry.report.id, figure.measure, figure.low, figure.high, entry.detail, figure.delta)


def _entry(
    claim: Claim, figure: Figure, reading: Reading, standing: Standing | None, sources: Mapping[str, Source]
) -> Entry:
    report = reading.report
    text, stamp = report.text, stamped(reading, claim.start)
    detail = _detail(figure, text) or _part_detail(figure, claim, text) or contingent(figure, claim, text)
    own = _group_of_detail().get((detail or "").lower()) if figure.group in {None, "people"} else None
    held = standing or Standing(claim=claim.id, origin=report.id, origin_apart=report.id, source=None, counts=False)
    return Entry(
        claim=claim,
        figure=figure,
        report=report,
        when=_earliest(stamp) if stamp else published(report),
        standing=held,
        source=sources.get(held.source or ""),
        detail=None if own else detail,
        group=own or figure.group or "people",
        stamp=stamp,
    )


def published(report: Report) -> str:
    """Return the earliest instant of publication in UTC; empty where unknown."""
    return _earliest(report.published)


def _earliest(stamp: str | None) -> str:
    moment = Moment.read(stamp)
    return moment.earliest.isoformat() if moment else _EARLIEST


def _part_detail(figure: Figure, claim: Claim, text: str) -> str | None:
    """Return the sub-group that a part is told of in its own words ("two of whom had drowned")."""
    after = _CLAUSE_END.split(text[claim.end : claim.sentence.end].lower())[0]
    if not (figure.part_of or figure.measure == "hospitalised" or says_part(after)):
        return None
    if not figure.part_of:
        # What stands behind the next number is told of other people: "50 in hospital with eight in a serious condition".
        after = next((after[: number.span.start] for number in find_numbers(after)), after)
    return next((name for name, words in _details() if any(word in after for word in words)), None)


@cache
def _group_of_detail() -> Mapping[str, Group]:
    listed = vocabulary("reconciling")["group_of_detail"]
    return {word: group for group, words in listed.items() for word in words}


def says_part(after: str) -> bool:
    """Say whether the words after a number, in lower case, make it a count of some of those counted before."""
    return after.lstrip().startswith(tuple(vocabulary("reconciling")["part"]))


@cache
def _details() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, tuple(words)) for name, words in vocabulary("reconciling")["details"].items())


def _detail(figure: Figure, text: str) -> str | None:
    """Return the common name of a sub-group: "critical condition" is "intensive care", "Bordurian" is "Borduria".

    A word for the group itself ("six of them firemen") sets nobody apart where the group says so already.
    """
    written = figure.detail
    if not written:
        return None
    plain = written.lower().strip()
    for name, words in _details():
        if any(word in plain for word in words):
            return name
    code = country_of(written)
    if code:
        return country_name(code, written.strip(), text)
    return written.strip() if figure.group in {None, "people"} else None


def line_around(text: str, start: int, end: int, reach: int = 200) -> Span:
    """Return where the words around a span within its own line stand, at most `reach` characters either side."""
    left = text.rfind("\n", max(0, start - reach), start) + 1 or max(0, start - reach)
    right = text.find("\n", end, end + reach)
    return Span(left, right if right >= 0 else min(len(text), end + reach))
