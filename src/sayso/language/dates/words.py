"""The words of one language's time expressions as pieces of regular expressions and tables."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from sayso.language.alternation import either
from sayso.language.vocabulary import vocabulary

__all__ = ["Words", "words"]


def _either(items: Iterable[str]) -> str:
    """Return an alternation, longest first, so that "sept" is not cut to "sep"."""
    return f"(?:{either(items)})"


def _spaced(pattern: str) -> str:
    """Let a blank in the words stand for any single run of blanks or a line break in running text."""
    return pattern.replace(r"\ ", r"\s{1,3}")


def _capital(items: Iterable[str]) -> str:
    """Return an alternation of names with a capital, or all in capitals."""
    return _either([*(item.capitalize() for item in items), *(item.upper() for item in items)])


class Words:
    """Tables and pattern pieces of one language; all pieces are groups, none captures."""

    def __init__(self, lang: str) -> None:
        """Read the word list `dates` of `lang`."""
        table: dict[str, Any] = dict(vocabulary("dates", lang))
        self.weekdays = {name: int(number) for number, names in table["weekdays"].items() for name in names["full"]}
        self.short_weekdays = {n: int(number) for number, names in table["weekdays"].items() for n in names["short"]}
        self.months = {name: int(number) for number, names in table["months"].items() for name in names}
        self.ambiguous_months = frozenset(table["ambiguous"]["months"])
        self.units = _plurals(table["units"], table["units_plural"])
        self.numbers: dict[str, int] = table["numbers"]
        self.ordinals: dict[str, int] = table["ordinals"]
        self.tens: dict[str, int] = table["tens"]
        self.dayparts: dict[str, str] = table["dayparts"]
        self.clock: dict[str, str] = table["clock"]
        self.seasons: dict[str, str] = table["seasons"]
        self.season_months: dict[str, int] = table["season_months"]
        self.near: dict[str, int] = table["near"]
        self.refs: dict[str, list[str]] = table["refs"]
        self.shift: dict[str, int] = table["shift"]
        self.after: dict[str, int] = table["after"]
        self.beside: dict[str, int] = table["beside"]
        self.sets = {word: value for word, value in table["sets"].items() if isinstance(value, str)}
        self.holidays: dict[str, str] = table["holidays"]
        self.moving: dict[str, str] = table["moving"]
        self.every = table["sets"]["every"]
        self.vague = table["vague_numbers"]["words"]
        self.time_before = frozenset(table["ambiguous"]["before"])
        self.counted_nouns = frozenset(table["counted"]["nouns"])
        self.counted_before = frozenset(table["counted"]["before"])
        self._pieces(table)

    def _pieces(self, table: dict[str, Any]) -> None:
        days = list(self.weekdays)
        self.weekday = f"(?:{_capital(days)}|{_either(days)})"
        self.any_weekday = f"(?:{_capital([*days, *self.short_weekdays])})\\.?"
        self.month = f"(?:{_capital(self.months)})(?:\\.(?=\\s)|\\b)"
        self.unit = f"(?i:{_either(self.units)})"
        compound = f"{_either(table['compound']['tens'])}[-\\s]{_either(table['compound']['ones'])}"
        self.number = _spaced(f"(?i:\\d{{1,3}}(?:,\\d{{3}}|\\.\\d)?|{compound}|{_either(self.numbers)})")
        self.vague_number = _spaced(f"(?i:{_either(self.vague)})")
        self.around = _spaced(f"(?i:{_either(table['around']['words'])})")
        self.stretch_lead = f"(?i:{_either(table['leads']['words'])})"
        self.ordinal = f"(?i:{_either(self.ordinals)})"
        self.daypart = f"(?i:{_either(self.dayparts)})"
        self.season = f"(?i:{_either(self.seasons)})"
        self.edge = _spaced(f"(?i:{_either(table['edges']['words'])})")
        self.determiner = _spaced(f"(?i:(?:the\\s)?{_either(self.shift)})")
        self.direction = _spaced(f"(?i:{_either(self.after)})")
        self.beside_word = f"(?i:{_either(self.beside)})"
        self.near_day = _spaced(f"(?i:{_either(self.near)})")
        self.repeat = _spaced(f"(?i:{_either(self.every)})")
        self.set_word = f"(?i:{_either(self.sets)})"
        self.holiday = _spaced(f"(?i:{_either([*self.holidays, *self.moving])})")
        self.decade_word = f"(?i:{_either(self.tens)})"
        self.hour_word = f"(?i:{_either(self.clock)})"
        self.year = r"(?:1[6-9]\d\d|20\d\d)"

    def number_of(self, text: str) -> str:
        """Return the count that number words tell, as digits; X where they tell none."""
        plain = " ".join(text.lower().replace("-", " ").split())
        if plain in self.numbers:
            return str(self.numbers[plain])
        digits = plain.replace(",", "")
        if digits.replace(".", "", 1).isdigit():
            return digits
        parts = [self.numbers.get(part) for part in plain.split()]
        return str(sum(part for part in parts if part is not None)) if None not in parts else "X"

    def ref(self, kind: str) -> str:
        """Return the pattern of the words that point to the present, past or future."""
        return _spaced(f"(?i:{_either(self.refs[kind])})")


def _plurals(units: dict[str, str], irregular: dict[str, str]) -> dict[str, str]:
    found = dict(units) | {f"{unit}s": code for unit, code in units.items()}
    return found | {plural: units[unit] for plural, unit in irregular.items()}


@cache
def words(lang: str = "en") -> Words:
    """Return the words of a language, read once."""
    return Words(lang)
