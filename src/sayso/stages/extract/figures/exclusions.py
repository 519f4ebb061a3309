"""Why a number counts no people: it is a moment, a name, a place in a row, or measures something else."""

import re

from sayso.stages.extract.figures.counted import Counted
from sayso.stages.extract.figures.lexicon import Lexicon
from sayso.stages.extract.figures.line import Line
from sayso.stages.extract.figures.quantities import Exclusion, as_age, as_quantity, as_things

__all__ = ["excluded"]

_FIRST_YEAR, _LAST_YEAR = 1500, 2099
# Older years are rare: English puts "in" before them.
_OLD = 1800
_YEAR_DIGITS = 4
_YEARS = re.compile(r"\d{4}\D+\d{4}")
_LAST_DAY = 31
_SHORT_MONTH = 4
_RECENT = range(1990, 2040)
_ROUND = 100
_LAST_HOUR = 24
_MINUTE_DIGITS = 2
_HHMM = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")


def excluded(line: Line, n: int, counted: Counted, known: Lexicon) -> Exclusion | None:
    """Return why number `n` counts no people; None where nothing speaks against it."""
    at = line.places[n]
    if _is_no_count(line, n, counted, known):
        return Exclusion("no count")
    if line.numbers[n].form == "vague":
        return as_quantity(line, at, counted, known) or as_things(line, counted)
    moment = _moment(line, at, counted, known)
    if moment is not None:
        return Exclusion(moment)
    return (
        as_quantity(line, at, counted, known)
        or _named(line, at, counted, known)
        or as_age(line, n, counted, known)
        or as_things(line, counted)
    )


def _is_no_count(line: Line, n: int, counted: Counted, known: Lexicon) -> bool:
    """Say whether this is a "one" or a "no" that counts nobody ("one of the worst", "no longer")."""
    number, words = line.numbers[n], line.words[line.places[n]].low
    if number.value == 0 and number.form != "zero":
        # "zero people" counts; "ten degrees below zero" and a bare 0 do not.
        return number.form != "words" or counted.kind == "none"
    if words == "no":
        return counted.kind != "person"
    if words == "one" and _is_superlative(line, line.places[n], known):
        return True
    if words != "one" or number.qualifier not in ("exact", "about") or _is_in_row(line, n, known):
        return False
    if line.low(line.places[n] - 1) in known.words["before_one"]:
        return counted.kind != "person"
    follow = max(counted.last, line.places[n]) + 1
    verb = follow
    while line.low(verb) in known.words["helpers"] | known.words["seeming"]:
        verb += 1
    measured = any(follow <= trigger.first <= verb for trigger in line.triggers if trigger.entry.role != "class")
    return counted.kind in ("none", "unknown") and not measured


def _is_in_row(line: Line, n: int, known: Lexicon) -> bool:
    """Say whether this is the last of a row of counts with their places: "four in Vale and one in Oldport"."""
    if n == 0 or line.low(line.places[n] - 1) not in ("and", ","):
        return False
    after, before = line.low(line.places[n] + 1), line.low(line.places[n - 1] + 1)
    alone = line.low(line.places[n] + 2)[:1].isalpha()
    return after in known.words["placing"] and (after == before or not alone or line.counted[n - 1].kind == "person")


def _is_superlative(line: Line, at: int, known: Lexicon) -> bool:
    """Say whether this is "one of the few" or the like, whose people or things are named elsewhere."""
    return line.low(at + 1) == "of" and line.low(at + 2) == "the" and line.low(at + 3) in known.words["superlatives"]


def _is_month(line: Line, i: int, known: Lexicon) -> bool:
    if not 0 <= i < len(line.words):
        return False
    return line.low(i).rstrip(".") in known.months and line.words[i].is_name


def _moment(line: Line, at: int, counted: Counted, known: Lexicon) -> str | None:
    """Return "hour", "date" or "year" where the number at word `at` is part of one."""
    number, words, before = line.numbers[line.words[at].number], line.words[at].text, line.low(at - 1)
    daytime = line.low(at + 3) in known.daytime and (line.low(at + 1), line.low(at + 2)) == ("in", "the")
    if before in ("at", "around", "by") and daytime and number.value <= _LAST_HOUR:
        return "hour"
    if _is_clock(line, at, known):
        return "hour"
    clocked = before in known.clock_before and "." in words and len(words.split(".")[-1]) == _MINUTE_DIGITS
    if clocked or (line.low(at + 1) in known.clock and number.value <= _LAST_HOUR):
        return "hour"
    if number.qualifier == "exact" and _is_dated(line, at, counted, known):
        return "date"
    return "year" if _is_year(line, at, counted) else None


def _is_clock(line: Line, at: int, known: Lexicon) -> bool:
    """Say whether four digits are hours and minutes: "at 0730 local time", "at 1653 (2153 GMT)", "1400 hours"."""
    words, i = line.words[at].text, at + 1
    if not _HHMM.fullmatch(words):
        return False
    if line.low(i) == "(" and i + 1 < len(line.words) and line.words[i + 1].number >= 0:
        i += 2
    zoned = line.low(i) in known.clock or (line.low(i), line.low(i + 1)) == ("local", "time")
    return zoned or (line.low(i) in ("hours", "hrs") and line.low(at - 1) in known.clock_before)


def _is_dated(line: Line, at: int, counted: Counted, known: Lexicon) -> bool:
    follows = _is_month(line, at + 1, known)
    after_stop = line.low(at - 1) in (".", "of") and _is_month(line, at - 2, known)
    if not (follows or after_stop or _is_month(line, at - 1, known)):
        return False
    value = line.numbers[line.words[at].number].value
    single = counted.kind == "person" and counted.noun == line.low(counted.last) and not counted.noun.endswith("s")
    if value <= _LAST_DAY and single and counted.noun not in known.plurals:
        return True
    short = after_stop or (at > 0 and len(line.low(at - 1)) <= _SHORT_MONTH and _is_month(line, at - 1, known))
    if short and value <= _LAST_DAY:
        return True
    if value > _LAST_DAY:
        return _is_year(line, at, counted)
    return follows or counted.kind != "person"


def _is_year(line: Line, at: int, counted: Counted) -> bool:
    number, words = line.numbers[line.words[at].number], line.words[at].text
    if number.form == "range" and number.high is not None and _YEARS.fullmatch(words):
        return _FIRST_YEAR <= number.low <= number.high <= _LAST_YEAR
    shaped = len(words) == _YEAR_DIGITS and words.isdigit() and _FIRST_YEAR <= number.value <= _LAST_YEAR
    if not shaped or number.qualifier not in ("exact", "more_than"):
        return False
    # "The 2012 champions": English writes counts of this size with a comma, or they are round.
    if number.value in _RECENT and number.value % _ROUND:
        return True
    dated = at > 0 and line.words[at - 1].is_name and line.low(at - 1) not in ("the", "some", "over")
    if number.value < _OLD:
        return line.low(at - 1) in ("in", "since") and counted.kind != "person"
    heading = at + 1 < len(line.words) and line.words[at + 1].is_name
    return counted.kind != "person" or dated or heading or line.low(at - 1) in ("in", "of", "since")


def _named(line: Line, at: int, counted: Counted, known: Lexicon) -> Exclusion | None:
    """Say that the number is part of a name ("Flight 93") or a place in a row ("2 of 3")."""
    number, before = line.numbers[line.words[at].number], line.low(at - 1)
    if number.qualifier != "exact" or number.form != "digits":
        return None
    if _is_label(line, at, counted, known):
        return Exclusion("name")
    if _is_address(line, at, counted):
        return Exclusion("name")
    if _is_score(line, at):
        return Exclusion("score")
    if _is_place_in_row(line, at):
        return Exclusion("place in a row")
    joined = at > 0 and line.words[at - 1].is_name and line.words[at - 1].end + 1 == line.words[at].start
    alone = counted.kind in ("none", "unknown") and line.bound_start(line.words[at].number) == at
    plain = before not in known.small and before not in known.entries
    return Exclusion("name", soft=True) if joined and alone and plain else None


def _is_label(line: Line, at: int, counted: Counted, known: Lexicon) -> bool:
    """Say whether the number numbers something: "Flight 93", "Precinct 5", "#7", "1/16", or is one to call in need."""
    before, people = line.low(at - 1), counted.kind == "person"
    if line.low(at + 1) in known.label_ends and line.words[at + 1].is_name:
        return True
    if (before == "." and line.low(at - 2) == "no") or (before == "[" and line.low(at + 1) == "]"):
        return True
    if at > 0 and line.words[at - 1].is_name and _numbers_one(line, at, counted, known):
        return True
    labelled = before in known.labels and (not people or (at > 1 and line.words[at - 1].is_name))
    called = line.words[at].text in known.emergency and not people and not _is_measured_next(line, at)
    return labelled or called or "/" in (before, line.low(at + 1)) or before in ("#", "№")


def _numbers_one(line: Line, at: int, counted: Counted, known: Lexicon) -> bool:
    """Say whether a number over one stands before one person, whom it cannot count: "Radio 7 reporter Ada Vale"."""
    head = line.low(counted.head) if counted.kind == "person" else ""
    single = bool(head) and head == counted.noun and not head.endswith("s") and head not in known.plurals
    return single and line.numbers[line.words[at].number].value > 1


def _is_measured_next(line: Line, at: int) -> bool:
    return any(trigger.first == at + 1 for trigger in line.triggers)


def _is_address(line: Line, at: int, counted: Counted) -> bool:
    """Say whether the number is that of a house: "at 4100 Vale Avenue", "on 11700 Orchard"."""
    led = line.low(at - 1) in ("at", "on", "of", "near")
    follows = at + 1 < len(line.words) and line.words[at + 1].is_name
    large = line.words[at].text.isdigit() and line.numbers[line.words[at].number].value >= _ROUND
    return led and follows and large and counted.kind == "unknown"


def _is_score(line: Line, at: int) -> bool:
    """Say whether a dash joins the number to another without a range: "96-3", "10-15 ,000"."""
    for dash, other in ((at + 1, at + 2), (at - 1, at - 2)):
        if 0 <= other < len(line.words) and line.low(dash) in ("-", "–") and line.words[other].number >= 0:
            return line.words[min(at, other)].end == line.words[dash].start
    return _is_phone(line, at)


def _is_phone(line: Line, at: int) -> bool:
    """Say whether a dash and more digits follow at once: "1-800-...", which is a number to call."""
    follow = line.words[at + 1 : at + 3]
    joined = len(follow) > 1 and line.words[at].end == follow[0].start and follow[0].end == follow[1].start
    return joined and follow[0].low in ("-", "–") and follow[1].text[0].isdigit()


def _is_place_in_row(line: Line, at: int) -> bool:
    after_of = line.low(at - 1) == "of" and at > 1 and line.words[at - 2].number >= 0
    before_of = line.low(at + 1) == "of" and at + 2 < len(line.words) and line.words[at + 2].number >= 0
    return after_of or before_of
