"""One sentence as the scan leaves it, and made ready for reading."""

from collections.abc import Sequence

from msgspec import Struct

from sayso.language.numbers import Number
from sayso.language.parse import Parse
from sayso.model.passage import PassageKind
from sayso.model.span import Span
from sayso.stages.extract.figures.apposition import spelt_out
from sayso.stages.extract.figures.counted import read_counted
from sayso.stages.extract.figures.exclusions import excluded
from sayso.stages.extract.figures.lexicon import Lexicon
from sayso.stages.extract.figures.line import Line
from sayso.stages.extract.figures.quantities import Exclusion, as_run
from sayso.stages.extract.figures.triggers import Trigger
from sayso.stages.extract.figures.words import Word

# What two numbers with one unit tell: "9 to 10 a.m.", "the 400 and 500 blocks".
_PAIRED = frozenset(["age", "hour", "length", "duration", "share"])

__all__ = ["Sheet", "line_of", "weigh_numbers"]


class Sheet(Struct, frozen=True, kw_only=True):
    """One sentence of a paragraph that holds a number, cut into words; it may hold none itself."""

    sentence: Span
    passage: PassageKind
    paragraph: int
    words: tuple[Word, ...]
    numbers: tuple[Number, ...]
    triggers: tuple[Trigger, ...]


def line_of(text: str, sheet: Sheet, parse: Parse | None, lang: str) -> Line:
    """Lay out a sheet for reading, with its parse where there is one."""
    return Line(
        text=text,
        sentence=sheet.sentence,
        passage=sheet.passage,
        paragraph=sheet.paragraph,
        words=sheet.words,
        numbers=sheet.numbers,
        triggers=sheet.triggers,
        places=[i for i, word in enumerate(sheet.words) if word.number >= 0],
        lang=lang,
        parse=parse,
    )


def weigh_numbers(line: Line, known: Lexicon) -> list[Exclusion | None]:
    """Read what each number counts and why it may count no people; both are noted on the line."""
    numbers = range(len(line.numbers))
    line.counted = [read_counted(line.words, line.bound_end(n), line.tag, known) for n in numbers]
    line.excluded = [None for _ in numbers]
    against = [excluded(line, n, line.counted[n], known) for n in numbers]
    line.excluded = [found.reason if found else None for found in against]
    for n in numbers:
        against[n] = against[n] or as_run(line, n) or _as_next(line, n, against)
        line.excluded[n] = reason.reason if (reason := against[n]) else None
    line.members = spelt_out(line)
    return against


def _as_next(line: Line, n: int, against: Sequence[Exclusion | None]) -> Exclusion | None:
    """Return the unit that the number right after this one tells: "her 31 and 36 year old cousins", "9 to 10 a.m."."""
    following = against[n + 1] if n + 1 < len(against) else None
    between = line.words[line.places[n] + 1 : line.places[n + 1]] if following else []
    paired = len(between) == 1 and between[0].low in ("and", "or", "to", "-", "–") and line.counted[n].kind == "none"
    return following if following is not None and paired and following.reason in _PAIRED else None
