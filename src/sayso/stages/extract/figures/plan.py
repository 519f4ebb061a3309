"""Where figures may be: a cheap scan that says which sentences are worth a parse."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sayso.language.numbers import Number, find_numbers
from sayso.language.sentences import paragraphs, sentences
from sayso.model.passage import Passage
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.stages.extract.figures.assign import near
from sayso.stages.extract.figures.lexicon import Lexicon, lexicon
from sayso.stages.extract.figures.sheet import Sheet, line_of, weigh_numbers
from sayso.stages.extract.figures.triggers import find_triggers
from sayso.stages.extract.figures.window import Window
from sayso.stages.extract.figures.words import cut_words

# Cheaper than this, words in a row are right as they stand; and nothing else may come near.
_PLAIN = 0.3
_APART = 1.5
# Characters; the work on one piece grows with the square of its length.
_LONGEST = 1_200

__all__ = ["FigurePlan", "plan_figures"]


class FigurePlan(Struct, frozen=True, kw_only=True):
    """The sheets of one report; `wanted` are the sentences to be parsed, each once."""

    report: Report
    sheets: tuple[Sheet, ...]
    wanted: tuple[str, ...]
    lang: str = "en"


def plan_figures(reading: Reading, lang: str = "en") -> FigurePlan:
    """Scan a report for sentences with numbers; those with a number and a measure word in reach are wanted parsed."""
    report, known = reading.report, lexicon(lang)
    sheets: list[Sheet] = []
    count = 0
    for passage in reading.passages:
        for paragraph in paragraphs(report.text, passage.span):
            numbers = find_numbers(report.text, paragraph, lang)
            if numbers:
                sheets += _sheets(report.text, passage, paragraph, count, numbers, known)
            count += 1
    unsure = (sheet for sheet in sheets if sheet.numbers and sheet.triggers and _is_unsure(report.text, sheet, lang))
    wanted = dict.fromkeys(sheet.sentence.of(report.text) for sheet in unsure)
    return FigurePlan(report=report, sheets=tuple(sheets), wanted=tuple(wanted), lang=lang)


def _sheets(
    text: str, passage: Passage, paragraph: Span, count: int, numbers: Sequence[Number], known: Lexicon
) -> list[Sheet]:
    found = []
    for sentence in _pieces(text, paragraph):
        here = tuple(n for n in numbers if sentence.holds(n.span))
        words = tuple(cut_words(text, sentence, here))
        triggers = tuple(find_triggers(words, known))
        found.append(
            Sheet(
                sentence=sentence,
                passage=passage.kind,
                paragraph=count,
                words=words,
                numbers=here,
                triggers=triggers,
            )
        )
    return found


def _pieces(text: str, paragraph: Span) -> Iterator[Span]:
    """Yield the sentences; what is longer than any sentence is a table or broken text and is cut at blanks."""
    for sentence in sentences(text, paragraph):
        start = sentence.start
        while sentence.end - start > _LONGEST:
            blank = text.rfind(" ", start, start + _LONGEST)
            end = blank if blank > start else start + _LONGEST
            yield Span(start, end)
            start = end
        yield Span(start, sentence.end)


def _is_unsure(text: str, sheet: Sheet, lang: str) -> bool:
    """Say whether a parse may change what the words in a row tell: no number left, or each next to its measure word."""
    known = lexicon(lang)
    line = line_of(text, sheet, None, lang)
    against = weigh_numbers(line, known)
    live = [n for n, found in enumerate(against) if found is None or found.soft]
    window = Window(known)
    for n in live:
        costs = sorted(
            cost.value for t in line.triggers if near(line, n, t) and (cost := window(line, n, t)) is not None
        )
        if line.counted[n].kind == "unknown" or not costs or costs[0] > _PLAIN:
            return True
        if any(cost - costs[0] < _APART for cost in costs[1:]):
            return True
    return False
