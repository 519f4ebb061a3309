"""Which description each claim cites: a bare word ("the ministry") is led back to the full one in its report."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from msgspec import Struct, structs

from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Claim
from sayso.model.credit import Credit
from sayso.stages.link.standing.kinds import kind_of
from sayso.stages.link.standing.mentions import Mentions
from sayso.stages.link.standing.naming import Named, offices_in, read_name, seat_of, skeleton
from sayso.stages.link.standing.placed import conflict

__all__ = ["Cited", "cited_sources"]

_FEWEST_WORDS = 2


class Cited(Struct, frozen=True, kw_only=True):
    """What one claim cites: its words, and the description that they stand for with the reason where it differs."""

    claim: str
    report: str
    start: int
    written: str
    named: Named
    kind: str | None = None
    reason: str = ""


def cited_sources(
    claims: Sequence[Claim], texts: Mapping[str, str], carried: Mapping[str, Credit] = MappingProxyType({})
) -> list[Cited]:
    """Return one entry for each claim that names a source, in the order of `claims`; `texts` by report id.

    What names none and stands in the text of an agency (`carried`, by claim id) cites the agency.
    """
    by_report: dict[str, list[Cited]] = {}
    for claim in claims:
        if claim.attribution is not None and claim.attribution.source:
            by_report.setdefault(claim.report, []).append(_plain(claim, claim.attribution.source))
        elif claim.id in carried:
            by_report.setdefault(claim.report, []).append(_agency(claim, carried[claim.id].name))
    led: dict[str, Cited] = {}
    for report, cited in by_report.items():
        cited.sort(key=lambda one: one.start)
        led.update(_led_back(cited, texts.get(report, "")))
    return [led[claim.id] for claim in claims if claim.id in led]


def _agency(claim: Claim, name: str) -> Cited:
    named = read_name(name)
    return Cited(claim=claim.id, report=claim.report, start=claim.start, written=name, named=named, kind="agency")


def _plain(claim: Claim, source: str) -> Cited:
    kind = claim.attribution.kind if claim.attribution else None
    named = read_name(source)
    return Cited(claim=claim.id, report=claim.report, start=claim.start, written=source, named=named, kind=kind)


def _led_back(cited: Sequence[Cited], text: str) -> Mapping[str, Cited]:
    """Lead each short form to the one full description of its report that it can stand for.

    A bare body ("the defence ministry") or definite word ("the ministry") needs one introduced before it; a surname or
    acronym may come before its full form too, as in headlines. Of several, none is taken: doubt keeps apart.
    """
    words: defaultdict[str, _Fuller] = defaultdict(_Fuller)
    offices: defaultdict[str, _Fuller] = defaultdict(_Fuller)
    for one in cited:
        for word in _handles(one.named):
            words[word].add(one)
        if one.named.office and one.named.place.known and not one.named.person and _may_be_short(one.named):
            offices[one.named.office].add(one)
    mentions = Mentions(text)
    return {one.claim: _lead(one, words, offices, mentions) for one in cited}


class _Fuller:
    """The descriptions that one short form may stand for, in the order of the text."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._held: list[Named] = []
        # How many different ones there are up to each: a long report cites one body hundreds of times.
        self._different: list[int] = []
        self._seen: set[tuple[object, ...]] = set()

    def add(self, one: Cited) -> None:
        """Put the next description of the text behind the others."""
        self._seen.add(_identity(one.named))
        self._starts.append(one.start)
        self._held.append(one.named)
        self._different.append(len(self._seen))

    def before(self, start: int, *, later: bool = False) -> tuple[Named | None, bool]:
        """Return the last one up to an offset and whether there are several; with `later` all, where none is before."""
        at = bisect_right(self._starts, start) or (len(self._starts) if later else 0)
        return (self._held[at - 1], self._different[at - 1] > 1) if at else (None, False)


def _handles(named: Named) -> Iterable[str]:
    """Return the words by which a report may name this source again: a surname, the ends of a name, its post."""
    if len(named.words) < _FEWEST_WORDS or named.vague:
        return ()
    ends = (named.words[-1],) if named.person else (named.words[0], named.words[-1])
    return dict.fromkeys([*ends, *(word for word in named.words if word in _short())])


@cache
def _short() -> frozenset[str]:
    return frozenset(vocabulary("offices")["short"]["words"])


def _lead(one: Cited, words: Mapping[str, _Fuller], offices: Mapping[str, _Fuller], mentions: Mentions) -> Cited:
    named = one.named
    if named.person and len(named.words) > 1:
        return one
    if named.office:
        return one if named.place.known else _lead_body(one, named.office, offices, mentions)
    if len(named.words) != 1:
        return one
    definite = named.key in _short()
    if not definite and (not one.written[:1].isupper() or kind_of([named.words]) is not None):
        return one
    led = _led(one, words.get(named.key, _Fuller()), later=not definite)
    # "The union" of a report that cites no union by name is some union; of another report's it can be none for certain.
    return _in_doubt(one) if definite and led is one else led


def _lead_body(one: Cited, office: str, offices: Mapping[str, _Fuller], mentions: Mentions) -> Cited:
    """Lead a bare body to the one that the report cited before; else to the state whose body it spoke of before."""
    if one.named.person:
        return one
    fuller = offices.get(office, _Fuller())
    full, _ = fuller.before(one.start)
    states = mentions.states(office, one.start)
    if full is not None:
        other = any(conflict(state, full.place) for state in states)
        return _in_doubt(one) if other else _led(one, fuller, later=False)
    if len(states) > 1:
        return _in_doubt(one)
    for state in states:
        key = (*one.named.words, *sorted(state.states))
        return structs.replace(one, named=structs.replace(one.named, words=key, place=state))
    return one


def _in_doubt(one: Cited) -> Cited:
    """Let a description stand for itself: several may be meant in this report, and none of another report."""
    doubtful = structs.replace(one.named, words=(*one.named.words, f"@{one.report}"), office=None, vague=True)
    return structs.replace(one, named=doubtful)


def _may_be_short(named: Named) -> bool:
    """Leave out bodies under a name of their own: nobody calls the Pentagon "the defence ministry"."""
    return not any(seat_of(named.words, office) for office in offices_in(named.words))


def _led(one: Cited, fuller: _Fuller, *, later: bool) -> Cited:
    named, several = fuller.before(one.start, later=later)
    if named is None:
        return one
    if several:
        return one if one.named.person else _in_doubt(one)
    reason = f"“{one.written}” stands for “{named.text}” in the same report"
    return structs.replace(one, named=named, reason=reason)


def _identity(named: Named) -> tuple[object, ...]:
    if named.person:
        return ("person", skeleton(named.person[0]), skeleton(named.person[-1]))
    return ("body", named.office, named.place) if named.office else ("other", named.key)
