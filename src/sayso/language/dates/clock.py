"""Times of day: "10:15 a.m. EST", "0930 GMT", "noon", "overnight", "this morning"."""

import re

from sayso.language.dates.expression import Sense
from sayso.language.dates.rule import Frame, Rule, made_rules
from sayso.language.dates.words import Words

__all__ = ["clock_rules"]

_NOON = 12
_LAST_HOUR = 24
_LAST_MINUTE = 59


def _clock(match: re.Match[str], frame: Frame) -> Sense | None:
    hour, minute = int(match["hour"]), match["minute"]
    half = (match["half"] or "").lower().replace(".", "")
    if hour > _LAST_HOUR or (minute and int(minute) > _LAST_MINUTE) or (half and hour > _NOON):
        return None
    if half.startswith("p") and hour < _NOON:
        hour += _NOON
    elif half.startswith("a") and hour == _NOON:
        hour = 0
    return Sense("TIME", f"{_day(frame)}T{hour:02d}:{minute or '00'}")


def _named(match: re.Match[str], frame: Frame) -> Sense:
    return Sense("TIME", f"{_day(frame)}T{frame.words.clock[match['word'].lower()]}")


def _part(match: re.Match[str], frame: Frame) -> Sense:
    return Sense("TIME", f"{_day(frame)}T{frame.words.dayparts[match['part'].lower()]}")


def _overnight(_: re.Match[str], frame: Frame) -> Sense:
    return Sense("TIME", f"{_day(frame)}TNI")


def _day(frame: Frame) -> str:
    """Return the day that a bare time of day belongs to: the one named just before, else the publication day."""
    if frame.last and re.match(r"\d{4}-\d\d-\d\d", frame.last):
        return frame.last[:10]
    return frame.day.isoformat() if frame.day else "XXXX-XX-XX"


def clock_rules(words: Words) -> list[Rule]:
    """Return the rules, the more telling before the less."""
    w = words
    zone = r"(?:\s?\(?(?:[ECMP][SD]T|GMT|UTC|BST|CET|CEST|IST|local\stime)\b\)?)?"
    around = rf"(?:{w.around}\s)?"
    half = r"(?P<half>[apAP]\.?[mM]\b\.?)"
    table = [
        (
            "clock",
            "digits",
            rf"(?<![\d:.,$£€])\b{around}(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s?{half}{zone}",
            _clock,
        ),
        (
            "clock-24",
            "digits",
            rf"(?<![\d:.,$£€])\b{around}(?P<hour>\d{{1,2}}):?(?P<minute>\d\d)(?P<half>(?!))?\s?(?:GMT|UTC|BST|CET|hrs|local\stime)\b",
            _clock,
        ),
        (
            "clock-bare",
            "digits",
            r"(?<![\d:.,$£€-])\b(?P<hour>[012]?\d):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?P<half>(?!))?\b(?![\d:.]\d|-)",
            _clock,
        ),
        ("named-hour", "hour", rf"\b{around}(?:the\s)?(?P<word>{w.hour_word})\b", _named),
        ("in-the-part", "part", rf"(?<=in\s)(?:{w.edge}\s)?the\s(?P<part>{w.daypart})\b(?!s)", _part),
        ("overnight", "part", r"(?i:\bovernight\b)(?!\s(?:delivery|stay))", _overnight),
    ]
    return made_rules(table)
