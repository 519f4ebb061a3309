"""All sayings of a text with their scores, for sets that choose and draw them by conventions of their own."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sayso.language.parser import Parser
from sayso.model.passage import Passage
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.stages.extract.speech import Speech, plan_speech, read_speech
from sayso.stages.extract.speech.speakers import Spoken

__all__ = ["Utterance", "utterances"]


class Utterance(Struct, frozen=True, kw_only=True):
    """One saying as a plain row; `outer` has the quotation marks, `pieces` the parts of a broken content."""

    construct: str
    start: int
    end: int
    outer: tuple[int, int]
    pieces: tuple[tuple[int, int], ...]
    score: float
    verb: str
    source: tuple[int, int] | None = None
    beside: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    open: bool = False
    attitude: bool = False
    spoken: bool = True
    unit: int = 0
    paragraph: int = 0


def utterances(texts: Sequence[str], parser: Parser, *, attitudes: bool = False) -> Iterator[list[Utterance]]:
    """Yield for each text its sayings in order, whatever their scores."""
    plans = []
    for i, text in enumerate(texts):
        whole = (Passage(kind="body", span=Span(0, len(text))),)
        plans.append(plan_speech(Reading(report=Report.of(text=text, id=str(i)), passages=whole), attitudes=attitudes))
    parses = parser.parse([sentence for plan in plans for sentence in plan.wanted])
    for plan in plans:
        speech = read_speech(plan, parses)
        yield [_utterance(one, speech) for one in speech.spoken]


def _utterance(one: Spoken, speech: Speech) -> Utterance:
    saying = one.saying
    source = saying.source
    first, last = saying.content[0], saying.content[-1]
    outer = (first.start, last.end)
    if saying.construct == "quotation":
        marks = speech.plan.marks[saying.quotes[0]].outer
        outer = (marks.start, marks.end)
    return Utterance(
        construct=saying.construct,
        start=first.start,
        end=last.end,
        outer=outer,
        pieces=tuple((piece.start, piece.end) for piece in saying.content),
        score=saying.score,
        verb=saying.verb,
        source=(source.span.start, source.span.end) if source else None,
        beside=(source.beside.start, source.beside.end) if source is not None and source.beside else None,
        cue=(saying.cue.start, saying.cue.end) if saying.cue else None,
        open=saying.open,
        attitude=saying.attitude,
        spoken=one.party is not None,
        unit=saying.unit,
        paragraph=speech.plan.units[saying.unit].paragraph,
    )
