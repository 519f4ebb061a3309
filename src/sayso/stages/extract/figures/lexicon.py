"""The vocabulary of figures, compiled once a language: measures, groups, units and small words."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Literal, cast

from msgspec import Struct

from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Group, Measure

__all__ = ["Entry", "Lexicon", "Phrases", "Role", "lexicon", "singulars"]

Role = Literal["object", "subject", "noun", "tally", "state", "class"]
_Shape = Literal["base", "past", "ing", "none"]
_INVARIABLE = 4
_SINGULAR = (("men", "man"), ("s", ""))
# Small words that can be no part of a noun phrase that has begun.
_CLOSING = ("finite", "prepositions", "clauses", "joins", "articles", "pronouns", "ends_noun")


class Entry(Struct, frozen=True):
    """One way to say a measure, in one form; the fields are those of measures.toml."""

    measure: Measure
    role: Role
    phrase: tuple[str, ...]
    shape: _Shape
    cost: float = 0.0
    person: bool = False
    needs: tuple[str, ...] = ()
    least: int = 0
    detail: str | None = None
    group: Group | None = None


class Phrases:
    """Phrases of several words, found by their first word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take phrases with words joined by blanks or hyphens."""
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append(words)
        for kept in self._by_first.values():
            kept.sort(key=lambda words: (-len(words), words))

    def begins(self, word: str) -> bool:
        """Say whether a phrase begins with `word`."""
        return word in self._by_first

    def at(self, words: list[str], i: int) -> int:
        """Return how many words of the longest phrase stand at `i`; 0 where none does."""
        for phrase in self._by_first.get(words[i], ()):
            if tuple(words[i : i + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def within(self, words: list[str]) -> int | None:
        """Return the index of the first phrase in `words`; None where there is none."""
        return next((i for i, word in enumerate(words) if word in self._by_first and self.at(words, i)), None)


class Lexicon(Struct, frozen=True):
    """Everything that the figure reader knows of one language."""

    entries: Mapping[str, tuple[Entry, ...]]
    groups: Mapping[str, Group]
    modifiers: Mapping[str, Group]
    fixed: frozenset[str]
    containers: frozenset[str]
    things: frozenset[str]
    collectives: frozenset[str]
    thing_suffixes: tuple[str, ...]
    units: Mapping[str, str]
    labels: frozenset[str]
    label_ends: frozenset[str]
    emergency: frozenset[str]
    clock: frozenset[str]
    clock_before: frozenset[str]
    daytime: frozenset[str]
    animals: frozenset[str]
    small: frozenset[str]
    closing: frozenset[str]
    months: frozenset[str]
    changes: frozenset[str]
    words: Mapping[str, frozenset[str]]
    prices: Mapping[str, float]
    fractions: frozenset[str]
    money: frozenset[str]
    age: Mapping[str, frozenset[str]]
    happened: frozenset[str]
    plurals: frozenset[str]
    own: tuple[str, ...]
    idioms: Phrases
    countries: Mapping[str, str]
    foreign: frozenset[str]
    allied: frozenset[str]
    military: frozenset[str]
    peoples: frozenset[str]
    sent: frozenset[str]
    gathered: frozenset[str]
    gather_reasons: frozenset[str]


@lru_cache(maxsize=20_000)
def singulars(word: str) -> tuple[str, ...]:
    """Return what `word` may be the plural of, itself first; cheap rules, checked against the lists."""
    rules = (("men", "man"), ("ies", "y"), ("ves", "fe"), ("ves", "f"), ("es", ""), ("s", ""))
    return (word, *(word.removesuffix(end) + new for end, new in rules if word.endswith(end)))


def _forms(line: str, role: Role) -> list[tuple[str, _Shape]]:
    """Return the forms of one line of measures.toml; a phrase is written with hyphens."""
    forms = line.split()
    if role not in ("object", "subject"):
        return [(form, "none") for form in forms]
    if len(forms) < _INVARIABLE:
        return [(form, "past") for form in forms]
    shapes: dict[str, _Shape] = {forms[0]: "base", forms[1]: "base", forms[-1]: "ing"}
    # A form that is base and past at once ("hurt") is read as the past, which has more uses.
    shapes.update(dict.fromkeys(forms[2:-1], "past"))
    return list(shapes.items())


def _entries(lang: str) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for table in vocabulary("measures", lang)["trigger"]:
        for line in table["words"]:
            for form, shape in _forms(line, table["role"]):
                phrase = tuple(word.replace("_", "-") for word in form.replace("n't", "-n't").split("-"))
                entry = Entry(
                    table["measure"],
                    table["role"],
                    phrase,
                    shape,
                    table.get("cost", 0.0),
                    table.get("person", False),
                    tuple(table.get("with", ())),
                    table.get("least", 0),
                    table.get("detail"),
                    table.get("group"),
                )
                found.setdefault(phrase[0], []).append(entry)
    return {first: tuple(sorted(kept, key=lambda e: -len(e.phrase))) for first, kept in found.items()}


def _units(lang: str) -> dict[str, str]:
    tables = vocabulary("units", lang)
    kinds = ("money", "share", "duration", "length", "area", "weight")
    return {word: kind for kind in reversed(kinds) for word in tables[kind]["words"]}


def _rows(lang: str) -> list[list[list[str]]]:
    rows = vocabulary("demonyms", lang)["countries"]
    return [[[name.strip().lower() for name in part.split(",")] for part in row.split("|")] for row in rows]


def _countries(lang: str) -> dict[str, str]:
    """Return for each name, adjective and people the country's first name."""
    return {spelt: row[0][0] for row in _rows(lang) for part in row for name in part for spelt in _spelt(name)}


def _spelt(name: str) -> tuple[str, ...]:
    """Return a name of two words with and without its hyphen: "south-korean", "south korean"."""
    return (name, name.replace("-", " ")) if "-" in name else (name,)


def _people_of_countries(lang: str) -> list[str]:
    """Return what the people of all countries are called, in the plural and the singular ("one Kuwaiti")."""
    plural = [spelt for row in _rows(lang) for name in row[2] for spelt in _spelt(name)]
    single = [name[: -len(end)] + new for name in plural for end, new in _SINGULAR if name.endswith(end)]
    return [*plural, *(name for name in single if name not in vocabulary("demonyms", lang)["no_people"])]


@cache
def lexicon(lang: str = "en") -> Lexicon:
    """Compile the word lists of `lang`."""
    groups, units, small = vocabulary("groups", lang), vocabulary("units", lang), vocabulary("figure_words", lang)
    kinds = ("people", "foreigners", "children", "responders", "security", "protesters", "attackers", "troops")
    turning = {k: v for k, v in groups["modifiers"].items() if k != "fixed"}
    nouns: dict[str, Group] = dict.fromkeys(_people_of_countries(lang), "people")
    return Lexicon(
        entries=_entries(lang),
        groups={**nouns, **{noun: cast("Group", kind) for kind in kinds for noun in groups[kind]["nouns"]}},
        modifiers={word: cast("Group", kind) for kind, words in turning.items() for word in words},
        fixed=frozenset(groups["modifiers"]["fixed"]),
        containers=frozenset(groups["containers"]["words"]),
        collectives=frozenset(units["collectives"]["words"]),
        things=frozenset([*units["things"]["words"], *units["animals"]["words"]]),
        thing_suffixes=tuple(units["things"]["suffixes"]),
        units=_units(lang),
        emergency=frozenset(units["emergency"]["words"]),
        labels=frozenset(units["labels"]["words"]),
        label_ends=frozenset(units["labels"]["after"]),
        clock=frozenset(units["clock"]["words"]),
        clock_before=frozenset(units["clock"]["before"]),
        daytime=frozenset(units["clock"]["daytime"]),
        animals=frozenset(units["animals"]["words"]),
        small=frozenset(
            word
            for kind in ("articles", "prepositions", "joins", "clauses", "finite", "openers")
            for word in small[kind]
        ),
        closing=frozenset(word for kind in _CLOSING for word in small[kind]),
        changes=frozenset(vocabulary("numbers", lang)["change"]["words"]),
        months=frozenset(vocabulary("numbers", lang)["months"]["words"]),
        words={k: frozenset(v) for k, v in small.items() if k != "prices"},
        prices=dict(small["prices"]),
        fractions=frozenset(units["fraction"]["words"]),
        money=frozenset([*units["money"]["signs"], *units["money"]["codes"]]),
        age={k: frozenset(v) for k, v in units["age"].items()},
        plurals=frozenset(groups["plurals"]["words"]),
        happened=frozenset(groups["happened"]["words"]),
        own=tuple(groups["own"]["phrases"]),
        idioms=Phrases(vocabulary("measures", lang)["idioms"]),
        countries=_countries(lang),
        foreign=frozenset(vocabulary("demonyms", lang)["foreign"]),
        allied=frozenset(vocabulary("demonyms", lang)["allied"]),
        military=frozenset(groups["military"]["words"]),
        peoples=frozenset(_people_of_countries(lang)),
        sent=frozenset([*groups["sent"]["words"], *groups["sent"]["adjectives"]]),
        gathered=frozenset(groups["gathered"]["nouns"]),
        gather_reasons=frozenset(groups["gathered"]["reasons"]),
    )
