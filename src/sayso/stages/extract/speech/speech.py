"""Reads who said what in one report: what to parse, the sayings found, and whose words stand at a place."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice

from msgspec import Struct

from sayso.language.parse import Parse
from sayso.language.sentences import paragraphs
from sayso.language.vocabulary import vocabulary
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim, Quote
from sayso.model.passage import PassageKind
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.stages.extract.speech.cast import Cast
from sayso.stages.extract.speech.chains import attribution
from sayso.stages.extract.speech.clauses import sayings_of
from sayso.stages.extract.speech.credited import credited
from sayso.stages.extract.speech.cue_words import cue_words
from sayso.stages.extract.speech.headlines import echo_of
from sayso.stages.extract.speech.kinds import kind_of
from sayso.stages.extract.speech.marks import Marked, marked
from sayso.stages.extract.speech.phrases import label_of, phrases_of
from sayso.stages.extract.speech.quotations import quotations_of
from sayso.stages.extract.speech.running_on import Told, between_two, counts_them
from sayso.stages.extract.speech.saying import Saying
from sayso.stages.extract.speech.scan import stands_alone, worth_parsing
from sayso.stages.extract.speech.speakers import Spoken, speakers, within
from sayso.stages.extract.speech.transcripts import Turn, sayings_in_turns, turns_of
from sayso.stages.extract.speech.units import Unit, units

__all__ = ["Speech", "SpeechPlan", "plan_speech", "read_speech"]

_SILENT: frozenset[PassageKind] = frozenset({"furniture", "byline"})
_FEWEST_WORDS = 4
_FEWEST_IN_UTTERANCE = 2
_WORD = re.compile(r"[^\W\d_]+")
_ALLUSION = 20
# Sentences below a headline that may tell whose words it has.
_BELOW = 10
_ACCOUNT_BEFORE = 60
_FROM_MANY = re.compile(r"(?P<what>\b[a-zA-Z]+) (?:from|by|of) (?:[\w’'-]+,? ){0,4}$")
# Between two stretches that one cue brings in.
_JOINED = re.compile(r",? (?:and|or|but)(?: [a-z]{1,5})? ")
_LOOSE = frozenset({"infinitive", "object", "governed"})
_STATED = 0.5
_GUESSED = 0.2
_PLAIN = 0.9
# Places looked at for the giver of a denied number.
_SAME_NUMBERS = 8


class SpeechPlan(Struct, frozen=True):
    """The cheap first look at a report. `wanted` are the strings that `read_speech` needs parses of."""

    reading: Reading
    marks: tuple[Marked, ...]
    units: tuple[Unit, ...]
    wanted: tuple[str, ...]
    turns: tuple[Turn, ...] = ()


class Speech:
    """Who said what in one report.

    `quotes` and `statements` are ready claims in the order of the text; `spoken` are all candidates with their
    speakers, the doubtful ones too, for those who choose by other rules.
    """

    def __init__(self, plan: SpeechPlan, spoken: list[Spoken]) -> None:
        """Take the plan and its sayings with their speakers; quotes and statements are made at once."""
        self.plan = plan
        self.spoken = spoken
        self._text = plan.reading.report.text
        self._starts = [unit.span.start for unit in plan.units]
        self._by_unit: dict[int, list[Spoken]] = {}
        for one in spoken:
            self._by_unit.setdefault(one.saying.unit, []).append(one)
        self.quotes: list[Claim] = [claim for i in range(len(plan.marks)) if (claim := self._quote(i)) is not None]
        self.statements: list[Claim] = [claim for one in spoken if (claim := self._statement(one)) is not None]

    def attribution_of(self, span: Span) -> Attribution | None:
        """Return on whose say-so the words at `span` stand; None where the report says them itself.

        The source is None and `via` is not where the report says them itself in the text of an agency.
        """
        chain = [one for one in self._round(span) if one.saying.score >= _GUESSED and _tells(one.saying)]
        chain = [one for one in chain if one.party is None or one.party.name not in cue_words("anybody")]
        chain = _told_rather(self._text, [one for one in chain if not self._takes_for_known(one.saying, span)])
        found = attribution(self._text, chain or self._carried_over(span)) or self._author_of_post(span)
        return credited(self.plan.reading, span, found or self._giver(span))

    def _giver(self, span: Span) -> Attribution | None:
        """Return who had given a number that somebody denies: whose the same number is elsewhere in the report."""
        if not any(one.saying.verb in vocabulary("reporting")["contesting"] for one in self._round(span)):
            return None
        same = re.compile(rf"(?<![\w.,]){re.escape(span.of(self._text))}(?![\w]|[.,]\d)")
        places = [Span(found.start(), found.end()) for found in islice(same.finditer(self._text), _SAME_NUMBERS)]
        told = [self._round(place) for place in places if place != span]
        sure = [
            one
            for chain in told
            for one in chain[:1]
            if one.party is not None and _tells(one.saying) and one.saying.score >= _GUESSED
        ]
        return attribution(self._text, sure[:1])

    def _author_of_post(self, span: Span) -> Attribution | None:
        passage = self.plan.reading.passage_at(span.start)
        if passage is None or passage.kind != "post" or passage.credit is None:
            return None
        kind = kind_of(passage.credit)
        return Attribution(source=passage.credit, document="post", kind=kind, why="author of the embedded post")

    def _takes_for_known(self, saying: Saying, span: Span) -> bool:
        """Say whether a number stands in what a saying only alludes to: "said it was revenge for a raid that killed 30"."""
        if saying.construct == "quotation":
            return False
        piece = next((piece for piece in saying.content if piece.holds(span)), None)
        before = _WORD.findall(self._text[piece.start : span.start].lower())[-_ALLUSION:] if piece is not None else []
        return any(_alludes(before[i:]) for i, word in enumerate(before) if word in cue_words("earlier_event"))

    def _carried_over(self, span: Span) -> list[Spoken]:
        """Return the saying before a number that plainly counts the same people: "five of them", "Nine are missing"."""
        number = self._unit_at(span)
        before = counts_them(self._text, self.plan.units, self._by_unit, number, span) if number >= 0 else []
        sure = [one for one in before if one.party is not None and _tells(one.saying) and one.saying.score >= _GUESSED]
        return sorted(sure, key=lambda one: one.saying.content[-1].end)[-1:]

    def attributions_of(self, spans: Sequence[Span]) -> list[Attribution | None]:
        """Return on whose say-so each of a report's numbers stands, as `attribution_of`, in the order of the text.

        Numbers without a source are taken with those round them: see `running_on`.
        """
        told = [Told(self._unit_at(span), self.attribution_of(span), self._is_quoted(span)) for span in spans]
        speaking = (one.saying.unit for one in self.spoken if one.party is not None and one.saying.score >= _STATED)
        return between_two(told, frozenset(speaking))

    def _is_quoted(self, span: Span) -> bool:
        return any(one.saying.construct == "quotation" for one in self._round(span))

    def _unit_at(self, span: Span) -> int:
        return bisect_right(self._starts, span.start) - 1

    def _round(self, span: Span) -> list[Spoken]:
        return within(span, self._by_unit.get(self._unit_at(span), ()))

    def _quote(self, i: int) -> Claim | None:
        one = self.plan.marks[i]
        number = self._unit_at(one.outer)
        if one.depth or number < 0:
            return None
        unit = self.plan.units[number]
        whole = i in unit.whole
        words = one.inner.of(self._text)
        # Words that close like a sentence within their marks are more than a name or a scare quote.
        closed = words[-1] in ".!?"
        if len(words.split()) < (_FEWEST_IN_UTTERANCE if whole else _FEWEST_WORDS - closed):
            return None
        spoken = _spoken_rather(self._round(one.inner)) or self._joined_to(i)
        found = attribution(self._text, spoken)
        if found is None and (not number or _kind_at(self.plan.reading, one.inner.start) == "headline"):
            near = (told for k in range(number, number + _BELOW) for told in self._by_unit.get(k, ()))
            sure = [told for told in near if told.saying.score >= _STATED and _tells(told.saying)]
            spoken = echo_of(self._text, one.inner, sure)
            found = attribution(self._text, spoken)
        if found is None or (spoken[0].floating and self._is_torn(i)):
            return None
        return Claim.of(
            self.plan.reading.report,
            "quote",
            one.inner,
            words=words,
            sentence=unit.span,
            passage=_kind_at(self.plan.reading, one.inner.start),
            attribution=credited(self.plan.reading, one.inner, found),
            quote=Quote(direct=whole),
        )

    def _joined_to(self, i: int) -> list[Spoken]:
        """Return the sayings round the marks before, where "and" alone stands between: "spoke of “…” and “…”"."""
        before = next((k for k in range(i - 1, -1, -1) if not self.plan.marks[k].depth), None)
        if before is None:
            return []
        last, one = self.plan.marks[before].outer, self.plan.marks[i].outer
        if self._unit_at(last) != self._unit_at(one) or not _JOINED.fullmatch(self._text, last.end, one.start):
            return []
        return _spoken_rather(self._round(self.plan.marks[before].inner))

    def _is_torn(self, i: int) -> bool:
        """Say whether marks neither close nor go on in a later paragraph: how far the words are quoted is a guess.

        Where a cue stands by them, they end with their paragraph; where the speaker is a guess as well, they are left.
        """
        one = self.plan.marks[i]
        marks = self.plan.marks
        after = next((marks[k] for k in range(i + 1, len(marks)) if not marks[k].depth), None)
        return not one.closed and not (after is not None and (after.reopened or after.outer.start <= one.outer.end + 1))

    def _statement(self, one: Spoken) -> Claim | None:
        saying = one.saying
        if (
            saying.construct == "quotation"
            or saying.score < _STATED
            or one.party is None
            or saying.attitude
            or saying.open
        ):
            return None
        first = saying.content[0]
        return Claim.of(
            self.plan.reading.report,
            "statement",
            first,
            words=first.of(self._text),
            sentence=self.plan.units[saying.unit].span,
            passage=_kind_at(self.plan.reading, first.start),
            attribution=credited(self.plan.reading, first, attribution(self._text, [one, *self._round(first)])),
            spans=saying.content[1:],
        )


def plan_speech(reading: Reading, *, attitudes: bool = False) -> SpeechPlan:
    """Look for cues and quotation marks; `attitudes` also for verbs of thinking and wishing.

    Passages that carry no report (furniture, bylines) are left out; without passages the whole text is read.
    """
    text = reading.report.text
    lines = [line for line in paragraphs(text) if _is_read(reading, line)]
    marks = marked(text, lines)
    found = units(text, lines, marks)
    # What somebody urges or asks for is looked at where words without a cue follow.
    after = (*(bool(unit.whole) and stands_alone(unit) for unit in found[1:]), False)
    wanted = dict.fromkeys(
        unit.skeleton
        for unit, bare in zip(found, after, strict=False)
        if worth_parsing(unit, attitudes=attitudes or bare)
    )
    turns = turns_of(text, lines, reading.report.outlet)
    return SpeechPlan(reading, tuple(marks), tuple(found), tuple(wanted), tuple(turns))


def read_speech(plan: SpeechPlan, parses: Mapping[str, Parse]) -> Speech:
    """Read quotations, statements and sources, given parses of at least `plan.wanted`."""
    text = plan.reading.report.text
    sayings: list[Saying] = []
    for number, unit in enumerate(plan.units):
        parse = parses.get(unit.skeleton)
        sayings.extend(quotations_of(unit, number, parse, plan.marks, text))
        label = None if plan.turns else label_of(text, unit, number)
        if label is not None:
            sayings.append(label)
        if parse is not None:
            sayings.extend(sayings_of(unit, number, parse, [plan.marks[i] for i in unit.fragments]))
            sayings.extend(phrases_of(unit, number, parse))
    sayings.extend(sayings_in_turns(text, plan.units, plan.turns))
    silent = [plan.marks[i].outer for unit in plan.units for i in unit.whole]
    return Speech(plan, speakers(Cast(text, silent), plan.units, plan.marks, sayings))


@cache
def _presupposing() -> frozenset[str]:
    return frozenset(vocabulary("reporting")["presupposing"])


def _spoken_rather(chain: list[Spoken]) -> list[Spoken]:
    """Leave out who merely thinks or plans where somebody round them speaks."""
    aloud = [one for one in chain if not one.saying.attitude and one.party is not None]
    aloud = [one for one in aloud if not _thinks_too(one.saying)] or aloud
    return aloud or chain


def _alludes(words: list[str]) -> bool:
    """Say whether the words from "revenge" on lead to what it was for; "in an act of revenge" leads nowhere."""
    return words[0] in cue_words("avenging") or not cue_words("earlier_links").isdisjoint(words[1:3])


def _told_rather(text: str, chain: list[Spoken]) -> list[Spoken]:
    """Leave out who found or showed something where another tells of it: "police found 5 hurt, according to a doctor"."""
    finding = vocabulary("reporting")["beside_only"]
    plainly = any(one.saying.construct == "phrase" and one.saying.score > _PLAIN for one in chain)
    loose = {"governed"} if plainly else set()
    told = [one for one in chain if one.saying.verb not in finding and one.saying.construct not in loose] or chain
    return [one for one in told if not _is_paper(text, one)] or told


def _is_paper(text: str, one: Spoken) -> bool:
    """Say whether accounts tell it, of nobody or of many: "residents said reports (from the port) spoke of 12 dead"."""
    if one.party is None:
        return True
    at = one.saying.source.span.start if one.saying.source is not None else 0
    lead = _FROM_MANY.search(text, max(0, at - _ACCOUNT_BEFORE), at)
    told_by = lead is not None and lead["what"].lower() in cue_words("hearsay")
    return one.party.kind != "person" and (told_by or one.party.name.lower().rpartition(" ")[2] in cue_words("hearsay"))


def _thinks_too(saying: Saying) -> bool:
    """Say whether the verb may tell of a thought alone, as "agree" does."""
    return saying.verb in vocabulary("reporting")["attitude"]


def _tells(saying: Saying) -> bool:
    """Say whether the saying makes its source answerable for a number in its content."""
    if saying.open or saying.verb in vocabulary("reporting")["contesting"]:
        return False
    if saying.attitude and saying.verb not in cue_words("judging"):
        return False
    return saying.construct not in _LOOSE or not (saying.attitude or saying.verb in _presupposing())


def _is_read(reading: Reading, line: Span) -> bool:
    if not reading.passages:
        return True
    passage = reading.passage_at(line.start)
    return passage is not None and passage.kind not in _SILENT


def _kind_at(reading: Reading, offset: int) -> PassageKind:
    passage = reading.passage_at(offset)
    return passage.kind if passage is not None else "body"
