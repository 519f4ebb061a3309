"""Lengths of time ("three days", "a two-year term") and times that recur ("daily", "every month")."""

import re

from sayso.language.dates.expression import Sense
from sayso.language.dates.rule import Frame, Rule, made_rules
from sayso.language.dates.words import Words

__all__ = ["length_rules"]


_HALF = 0.5
# Half a year is six months, half an hour thirty minutes.
_HALVES = {"Y": "6M", "HT": "30M", "MT": "30S"}


def _period(number: str, code: str) -> str:
    """Return the ISO 8601 length; X stands for an unknown count, and half units come out in the next smaller one."""
    short = code.startswith("T")
    letter = code.lstrip("T0123456789")
    factor = int(re.sub(r"\D", "", code) or 1)
    if number == "X":
        # TIMEX3 writes decades and centuries of unknown number with letters of their own.
        letter = {10: "DE", 100: "CE"}.get(factor, letter)
        return f"P{'T' if short else ''}X{letter}"
    value = float(number) * factor
    if letter == "Q":
        value, letter = value * 3, "M"
    whole, part = int(value), ""
    if value % 1 == _HALF and letter + short * "T" in _HALVES:
        part = _HALVES[letter + short * "T"]
    return f"P{'T' if short else ''}{whole if part else format(value, 'g')}{letter}{part}"


def _length(match: re.Match[str], frame: Frame) -> Sense | None:
    number = "X" if match["vague"] else frame.words.number_of(match["number"])
    if (match["fraction"] or match["half"]) and number != "X":
        number = str(float(number) + _HALF)
    if match["number"] and match["number"].lower() in {"a", "an"} and _rate(match):
        return None
    return Sense("DURATION", _period(number, frame.words.units[match["unit"].lower()]))


def _rate(match: re.Match[str]) -> bool:
    """Say whether "a year" is a rate, as in "$5 a year": no length."""
    return bool(re.search(r"[\d%]\s?\w*\s$", match.string[max(0, match.start() - 16) : match.start()]))


def _bare(match: re.Match[str], frame: Frame) -> Sense | None:
    return Sense("DURATION", _period("X", frame.words.units[match["unit"].lower()]))


def _every(match: re.Match[str], frame: Frame) -> Sense:
    return Sense("SET", _period("1", frame.words.units[match["unit"].lower()]))


def _set_word(match: re.Match[str], frame: Frame) -> Sense:
    return Sense("SET", frame.words.sets[match["word"].lower()])


def length_rules(words: Words) -> list[Rule]:
    """Return the rules, the more telling before the less."""
    w = words
    lead = rf"(?:(?:the|another|an\sadditional)\s)?(?:{w.stretch_lead}\s)?"
    number = rf"(?:(?P<number>{w.number})(?P<fraction>\s1/2|½)?(?:(?:\s(?:to|or)\s|-){w.number})?|(?P<vague>{w.vague_number}))"
    # Fractions and ordinals are no lengths: "a quarter of", "a second".
    countable = r"(?!(?:(?<=\ba\s)|(?<=three[-\s])|(?<=\bA\s))(?:quarter|second)s?\b)"
    table = [
        ("every", "unit", rf"\b(?:{w.repeat})\s(?P<unit>(?i:day|night|week|month|year|quarter|hour))\b", _every),
        ("set-word", "set", rf"(?<![\w-])(?P<word>{w.set_word})\b(?!-)", _set_word),
        (
            "length",
            "unit",
            rf"(?<![\d.,$£€-])\b(?:{w.around}\s)?{lead}{number}(?:\smore)?[\s-](?:more\s|full\s|consecutive\s|straight\s|long\s)?{countable}(?P<unit>{w.unit})\b(?!-old|\sold\b)(?:-long\b)?(?P<half>\sand\sa\shalf\b)?(?:\sor\s(?:so|two)\b)?",
            _length,
        ),
        (
            "bare-length",
            "unit",
            r"(?<![\w-])(?P<unit>(?i:days|weeks|months|years|decades|hours|centuries))\b(?!-old|\sold\b)",
            _bare,
        ),
    ]
    return made_rules(table)
