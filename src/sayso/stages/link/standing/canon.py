"""Sources across reports: the same official, body or person under different names is one.

Two degrees. Descriptions of one source (spellings, translations, a post and its holder) become one `Source`. Sources
that may speak for each other (a spokeswoman and her police, a bare "police" where one force is named) stay apart, but
share a `house`: two claims from one house may rest on one origin, and are never counted as two for certain.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from msgspec import Struct
from rapidfuzz.distance import Levenshtein

from sayso.language.places import country_of
from sayso.language.vocabulary import vocabulary
from sayso.model.link import Source
from sayso.model.reading import Reading
from sayso.stages.link.forest import Forest
from sayso.stages.link.standing.cited import Cited
from sayso.stages.link.standing.introductions import Introduction, introductions
from sayso.stages.link.standing.kinds import kind_of
from sayso.stages.link.standing.naming import Named, fold, same_country, skeleton

__all__ = ["Canon", "canonical"]

_ALIKE = 0.6
_MOST_REPORTS_READ = 5
_CARRIERS = frozenset({"agency", "outlet"})
_LESSER = frozenset({"deputy", "vice", "former", "assistant", "acting", "ex"})


class Canon(Struct, frozen=True, kw_only=True):
    """The sources; for each claim the index of its own, and for each source the index of its house."""

    sources: tuple[Source, ...]
    of_claim: Mapping[str, int]
    house: tuple[int, ...]
    vague: tuple[bool, ...]


class _Name(Struct, frozen=True, kw_only=True):
    """One distinct description with the citations that use it and the ways in which reports introduce it."""

    named: Named
    cited: tuple[Cited, ...]
    intros: tuple[Introduction, ...]


def canonical(cited: Sequence[Cited], readings: Sequence[Reading]) -> Canon:
    """Bring the cited descriptions of all reports together."""
    names = _distinct(cited, {reading.report.id: reading.report.text for reading in readings})
    same, house = Forest(len(names)), Forest(len(names))
    _join_persons(names, same)
    _join_offices(names, same, house)
    _join_others(names, same)
    _join_holders(names, same, house)
    return _canon(names, same, house)


def _distinct(cited: Sequence[Cited], texts: Mapping[str, str]) -> list[_Name]:
    by_key: dict[str, list[Cited]] = {}
    for one in cited:
        by_key.setdefault(one.named.key, []).append(one)
    return [
        _Name(named=uses[0].named, cited=tuple(uses), intros=tuple(_introduced(uses, texts)))
        for _key, uses in sorted(by_key.items())
    ]


def _introduced(uses: Sequence[Cited], texts: Mapping[str, str]) -> list[Introduction]:
    named = uses[0].named
    if named.vague or (named.office and not named.person):
        return []
    reports = list(dict.fromkeys(one.report for one in uses))[:_MOST_REPORTS_READ]
    return [intro for report in reports for intro in introductions(texts.get(report, ""), named.text)]


def _join_persons(names: Sequence[_Name], same: Forest) -> None:
    """Join personal names of one sound: equal surnames, given names equal or left out."""
    by_surname: dict[str, list[int]] = {}
    for i, name in enumerate(names):
        if name.named.person:
            by_surname.setdefault(skeleton(name.named.person[-1]), []).append(i)
    for group in by_surname.values():
        group.sort(key=lambda i: (-len(names[i].named.person), i))
        for place, i in enumerate(group):
            for j in group[:place]:
                if _one_person(names[i].named.person, names[j].named.person):
                    same.join(
                        i, j, f"“{names[i].named.text}” and “{names[j].named.text}” are one name in two spellings"
                    )
                    break


def _one_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if Levenshtein.normalized_similarity(short[-1], full[-1]) < _ALIKE:
        return False
    if len(short) == 1 or len(full) == 1:
        return True
    return skeleton(short[0]) == skeleton(full[0]) or (len(short[0]) == 1 and full[0].startswith(short[0]))


def _join_offices(names: Sequence[_Name], same: Forest, house: Forest) -> None:
    """Join names of one body; a body named without its country or city joins where only one such is named."""
    by_office: dict[str, list[int]] = {}
    for i, name in enumerate(names):
        if name.named.office and not name.named.person:
            by_office.setdefault(name.named.office, []).append(i)
    for office, group in by_office.items():
        kinds = _by_place(names, group)
        for places in kinds:
            for i in places[1:]:
                same.join(
                    places[0], i, f"“{names[places[0]].named.text}” and “{names[i].named.text}” are both the {office}"
                )
        bare = [i for i in group if not names[i].named.rest]
        for i in bare[1:]:
            same.join(bare[0], i, f"both are the {office}")
        for i in group:
            _join_bare(names, i, kinds, same, house)


def _join_bare(names: Sequence[_Name], i: int, kinds: Sequence[Sequence[int]], same: Forest, house: Forest) -> None:
    """Join a body named without a place, and tie one named by its country alone to the most cited one in a city."""
    name = names[i].named
    if not kinds or (name.rest and i in kinds[0]):
        return
    if not name.rest and len(kinds) == 1:
        same.join(kinds[0][0], i, f"only one {name.office} is named")
    elif not name.rest or _only_country(name) != _only_country(names[kinds[0][0]].named):
        house.join(kinds[0][0], i)


def _only_country(named: Named) -> bool:
    return all(country_of(word) is not None for word in named.rest)


def _by_place(names: Sequence[_Name], group: Sequence[int]) -> list[list[int]]:
    """Sort names of one body by the place or country in them, the most cited place first."""
    places: list[list[int]] = []
    for i in group:
        rest = names[i].named.rest
        if not rest:
            continue
        for known in places:
            other = names[known[0]].named.rest
            if any(same_country(a, b) for a in rest for b in other):
                known.append(i)
                break
        else:
            places.append([i])
    return sorted(places, key=lambda known: (-sum(len(names[i].cited) for i in known), known))


def _join_others(names: Sequence[_Name], same: Forest) -> None:
    """Join a short name with the long one that begins with it, and an acronym with its words."""
    others = [i for i, name in enumerate(names) if not (name.named.office or name.named.vague or name.named.person)]
    first: dict[str, int] = {}
    for i in sorted(others, key=lambda i: (len(names[i].named.words), i)):
        words = names[i].named.words
        if not words:
            continue
        initials = "".join(word[0] for word in words)
        for handle in (words[0], initials):
            j = first.get(handle)
            if j is not None and len(names[j].named.words) == 1:
                same.join(j, i, f"“{names[j].named.text}” is short for “{names[i].named.text}”")
                break
        first.setdefault(words[0], i)


def _join_holders(names: Sequence[_Name], same: Forest, house: Forest) -> None:
    """Tie a person to the post or body by which a report introduces him."""
    posts = set(vocabulary("offices")["single"]["posts"])
    by_office: dict[str, list[int]] = {}
    by_word: dict[str, list[int]] = {}
    for i, name in enumerate(names):
        if name.named.office and not name.named.person:
            by_office.setdefault(name.named.office, []).append(i)
        elif name.named.text.isupper() and kind_of([name.named.words]) not in _CARRIERS:
            by_word.setdefault(name.named.key, []).append(i)
    for i, name in enumerate(names):
        ties = _ties(name)
        for intro in ties:
            if intro.before and intro.office in posts and not _LESSER & set(fold(intro.wording)):
                for j in _meant(names, by_office.get(intro.office or "", ()), intro):
                    same.join(j, i, _has(name, intro))
        for intro in ties[:2]:
            bodies = _meant(names, by_office.get(intro.office or "", ()), intro)
            for j in bodies or [j for word in intro.words for j in by_word.get(word, ())]:
                house.join(j, i, _has(name, intro))


def _has(name: _Name, intro: Introduction) -> str:
    return f"a report has “{name.named.text}” as “{intro.wording}”"


def _ties(name: _Name) -> Sequence[Introduction]:
    """Return the posts and bodies tied to a person, most frequent first: one person speaks for one house."""
    named = name.named
    if not named.person:
        return ()
    own = [Introduction(office=named.office, words=named.rest, before=True, wording=named.text)] if named.office else []
    counts: Counter[str] = Counter(intro.office for intro in name.intros if intro.office)
    return [*own, *sorted(name.intros, key=lambda intro: -counts[intro.office or ""])]


def _meant(names: Sequence[_Name], bodies: Sequence[int], intro: Introduction) -> list[int]:
    """Return which of the bodies an introduction means: those whose place it names, else the most cited one."""
    placed = [j for j in bodies if any(same_country(a, b) for a in names[j].named.rest for b in intro.words)]
    return placed or sorted(bodies, key=lambda j: (-len(names[j].cited), j))[:1]


def _canon(names: Sequence[_Name], same: Forest, house: Forest) -> Canon:
    members: dict[int, list[int]] = {}
    for i in range(len(names)):
        members.setdefault(same.root(i), []).append(i)
    order = {top: n for n, top in enumerate(sorted(members))}
    both = Forest(len(order))
    for i in range(len(names)):
        both.join(order[same.root(i)], order[same.root(house.root(i))])
    sources = tuple(_source([names[i] for i in ids], same.reasons_of(top)) for top, ids in sorted(members.items()))
    return Canon(
        sources=sources,
        of_claim={one.claim: order[same.root(i)] for i, name in enumerate(names) for one in name.cited},
        house=tuple(both.root(n) for n in range(len(order))),
        vague=tuple(all(names[i].named.vague for i in ids) for _top, ids in sorted(members.items())),
    )


def _source(names: Sequence[_Name], reasons: Sequence[str]) -> Source:
    counts: Counter[str] = Counter(one.written for name in names for one in name.cited)
    best = _best(names)
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


def _best(names: Sequence[_Name]) -> _Name:
    """Return the name to show: the fullest; but a house that speaks more often than its head goes by its own name."""
    heads = [name for name in names if name.named.person]
    bodies = vocabulary("offices")["bodies"]["words"]
    houses = [name for name in names if not name.named.person and (name.named.office or "-").split()[-1] in bodies]
    spoken = sum(len(name.cited) for name in houses) > sum(len(name.cited) for name in heads)
    return max(houses if houses and spoken else names, key=_fullness)


def _kind(told: str | None, ours: str | None, named: Named) -> str | None:
    """Weigh the kind told by the report's own words against ours: an office is known by name."""
    if named.office and ours:
        return ours
    return told if told not in {None, "other", "unnamed"} else ours or told


def _fullness(name: _Name) -> tuple[int, bool, int, int, str]:
    named = name.named
    return (len(named.person), bool(named.rest), len(name.cited), -len(named.text), named.text)
