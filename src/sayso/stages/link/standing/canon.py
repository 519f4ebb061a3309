"""Sources across reports: the same official, body or person under different names is one.

Three degrees. Descriptions of one person or one body (spellings, translations) become one `Source`: whoever spoke is
shown under his own name. A post and its holder, where a report says so, stay two sources but are one origin (`held`).
Sources that may speak for each other (a spokeswoman and her police, a bare "police" where several are named) share a
`house`: two claims from one house may rest on one origin, and are never counted as two for certain.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from msgspec import Struct

from sayso.language.vocabulary import vocabulary
from sayso.model.link import Source
from sayso.model.reading import Reading
from sayso.stages.link.forest import Forest
from sayso.stages.link.standing.bodies import Bodies
from sayso.stages.link.standing.cited import Cited
from sayso.stages.link.standing.home import home_country
from sayso.stages.link.standing.introductions import Introduction, introductions
from sayso.stages.link.standing.kinds import kind_of
from sayso.stages.link.standing.name import Name
from sayso.stages.link.standing.naming import Named
from sayso.stages.link.standing.persons import join_persons, tie_persons

__all__ = ["Canon", "canonical"]

_MOST_REPORTS_READ = 5
_CARRIERS = frozenset({"agency", "outlet"})


class Canon(Struct, frozen=True, kw_only=True):
    """The sources; for each claim the index of its own, for each source that of its house and of its post's holder."""

    sources: tuple[Source, ...]
    of_claim: Mapping[str, int]
    house: tuple[int, ...]
    held: tuple[int, ...]
    vague: tuple[bool, ...]


def canonical(cited: Sequence[Cited], readings: Sequence[Reading]) -> Canon:
    """Bring the cited descriptions of all reports together."""
    names = _distinct(cited, {reading.report.id: reading.report.text for reading in readings})
    same, held, house = Forest(len(names)), Forest(len(names)), Forest(len(names))
    bodies = Bodies(names, home_country(readings))
    join_persons(names, same)
    bodies.join(same, house)
    _join_others(names, same)
    tie_persons(names, bodies, same, held, house)
    return _canon(names, same, held, house)


def _distinct(cited: Sequence[Cited], texts: Mapping[str, str]) -> list[Name]:
    by_key: dict[str, list[Cited]] = {}
    for one in cited:
        by_key.setdefault(one.named.key, []).append(one)
    return [
        Name(named=uses[0].named, cited=tuple(uses), intros=tuple(_introduced(uses, texts)))
        for _key, uses in sorted(by_key.items())
    ]


def _introduced(uses: Sequence[Cited], texts: Mapping[str, str]) -> list[Introduction]:
    named = uses[0].named
    if named.vague or (named.office and not named.person):
        return []
    reports = list(dict.fromkeys(one.report for one in uses))[:_MOST_REPORTS_READ]
    return [intro for report in reports for intro in introductions(texts.get(report, ""), named.text)]


def _join_others(names: Sequence[Name], same: Forest) -> None:
    """Join a short name with the one long name that begins with it, and an acronym with its words."""
    others = [i for i, name in enumerate(names) if _is_other(name)]
    by_handle: dict[str, list[int]] = {}
    for i in others:
        words = names[i].named.words
        if len(words) > 1:
            for handle in dict.fromkeys((words[0], "".join(word[0] for word in words).upper())):
                by_handle.setdefault(handle, []).append(i)
    for j in others:
        named = names[j].named
        if len(named.words) != 1 or not _is_proper(named):
            continue
        for handle in dict.fromkeys((named.key, named.text)):
            long = by_handle.get(handle, [])
            if len(long) == 1:
                same.join(j, long[0], f"“{named.text}” is short for “{names[long[0]].named.text}”")


def _is_other(name: Name) -> bool:
    return not (name.named.office or name.named.vague or name.named.person)


def _is_proper(named: Named) -> bool:
    """Say whether a single word is a name: "Doctors" is not short for every name that begins so."""
    return named.text[:1].isupper() and (named.text.isupper() or kind_of([named.words]) in {None, *_CARRIERS})


def _canon(names: Sequence[Name], same: Forest, held: Forest, house: Forest) -> Canon:
    members: dict[int, list[int]] = {}
    for i in range(len(names)):
        members.setdefault(same.root(i), []).append(i)
    order = {top: n for n, top in enumerate(sorted(members))}
    one_origin, one_house = Forest(len(order)), Forest(len(order))
    for i in range(len(names)):
        mine = order[same.root(i)]
        one_origin.join(mine, order[same.root(held.root(i))])
        one_house.join(mine, order[same.root(held.root(i))])
        one_house.join(mine, order[same.root(house.root(i))])
    sources = [
        _source([names[i] for i in ids], [*same.reasons_of(top), *(why for i in ids for why in held.reasons_of(i))])
        for top, ids in sorted(members.items())
    ]
    return Canon(
        sources=tuple(sources),
        of_claim={one.claim: order[same.root(i)] for i, name in enumerate(names) for one in name.cited},
        house=tuple(one_house.root(n) for n in range(len(order))),
        held=tuple(one_origin.root(n) for n in range(len(order))),
        vague=tuple(all(names[i].named.vague for i in ids) for _top, ids in sorted(members.items())),
    )


def _source(names: Sequence[Name], reasons: Sequence[str]) -> Source:
    counts: Counter[str] = Counter(one.written for name in names for one in name.cited)
    best = max(names, key=_fullness)
    led = [one.reason for name in names for one in name.cited if one.reason]
    given = Counter(one.kind for name in names for one in name.cited if one.kind)
    told = max(sorted(given), key=lambda kind: given[kind]) if given else None
    words = [name.named.words for name in names] + [
        intro.words for name in names for intro in name.intros if intro.office or not intro.before
    ]
    keys = "\x1f".join(sorted(name.named.key for name in names))
    return Source(
        id="s_" + blake2b(keys.encode(), digest_size=6).hexdigest(),
        name=best.named.text,
        names=tuple(sorted(counts, key=lambda written: (-counts[written], written))),
        kind=_kind(told, kind_of(words), best.named),
        reasons=tuple(dict.fromkeys([*reasons, *led])),
    )


def _kind(told: str | None, ours: str | None, named: Named) -> str | None:
    """Weigh the kind told by the report's own words against ours: an office is known by name."""
    if named.office and ours:
        return ours
    return told if told not in {None, "other", "unnamed"} else ours or told


def _fullness(name: Name) -> tuple[int, bool, bool, bool, int, int, str]:
    named = name.named
    speaks = bool(set(named.words) & set(vocabulary("offices")["speakers"]["words"]))
    by_name = named.role is None
    return (len(named.person), not speaks, by_name, bool(named.rest), len(name.cited), -len(named.text), named.text)
