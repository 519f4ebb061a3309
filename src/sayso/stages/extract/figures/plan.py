"""Where figures may be: a cheap scan that says which sentences are worth a parse."""

from collections.abc import Sequence

from msgspec import Struct

from sayso.language.numbers import Number, find_numbers
from sayso.language.sentences import paragraphs, sentences
from sayso.model.passage import Passage, PassageKind
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.stages.extract.figures.lexicon import Lexicon, lexicon
from sayso.stages.extract.figures.triggers import Trigger, find_triggers
from sayso.stages.extract.figures.words import Word, cut_words

__all__ = ["FigurePlan", "Sheet", "plan_figures"]


class Sheet(Struct, frozen=True, kw_only=True):
    """One sentence of a paragraph that holds a number, cut into words; it may hold none itself."""

    sentence: Span
    passage: PassageKind
    paragraph: int
    words: tuple[Word, ...]
    numbers: tuple[Number, ...]
    triggers: tuple[Trigger, ...]


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
    wanted = dict.fromkeys(sheet.sentence.of(report.text) for sheet in sheets if sheet.numbers and sheet.triggers)
    return FigurePlan(report=report, sheets=tuple(sheets), wanted=tuple(wanted), lang=lang)


def _sheets(
    text: str, passage: Passage, paragraph: Span, count: int, numbers: Sequence[Number], known: Lexicon
) -> list[Sheet]:
    found = []
    for sentence in sentences(text, paragraph):
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
