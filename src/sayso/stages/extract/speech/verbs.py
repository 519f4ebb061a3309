"""Reporting verbs in all their forms: which verb a word may be, and what that verb can take as words said."""

from functools import cache

from msgspec import Struct

from sayso.language.vocabulary import vocabulary

__all__ = ["Verb", "forms_taking", "reporting_verb"]

_VOWELS = frozenset("aeiou")


class Verb(Struct, frozen=True):
    """A verb by its base form, and the lists of `reporting.toml` in which it stands."""

    base: str
    takes: frozenset[str]
    prepositions: tuple[str, ...] = ()

    @property
    def aloud(self) -> bool:
        """Say whether the verb can tell of words said aloud or written."""
        return "say" in self.takes or "quote" in self.takes or "object" in self.takes


def reporting_verb(word: str, lang: str = "en") -> Verb | None:
    """Return the reporting verb that `word` (any case) is a form of; None where it is no such word."""
    return _forms(lang).get(word.lower())


@cache
def _forms(lang: str) -> dict[str, Verb]:
    lists = vocabulary("reporting", lang)
    prepositions: dict[str, list[str]] = lists["with_preposition"]
    takes: dict[str, set[str]] = {}
    for kind, bases in lists.items():
        for base in bases if isinstance(bases, list) else ():
            takes.setdefault(base, set()).add(kind)
    for base in prepositions:
        takes.setdefault(base, set()).add("preposition")
    found: dict[str, Verb] = {}
    for base, kinds in takes.items():
        verb = Verb(base, frozenset(kinds), tuple(prepositions.get(base, ())))
        for form in (base, *lists["irregular"].get(base, _regular(base))):
            found.setdefault(form, verb)
    return found


def _regular(base: str) -> tuple[str, str, str]:
    """Return the third person, the past and the -ing form by the rules of spelling."""
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if base.endswith("e"):
        return third, base + "d", (base if base.endswith("ee") else base[:-1]) + "ing"
    return third, base + "ed", base + "ing"


@cache
def forms_taking(kinds: tuple[str, ...], lang: str = "en") -> frozenset[str]:
    """Return all forms of the verbs that stand in one of the lists `kinds`."""
    wanted = set(kinds)
    return frozenset(form for form, verb in _forms(lang).items() if verb.takes & wanted)
