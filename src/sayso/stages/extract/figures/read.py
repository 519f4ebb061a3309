"""From numbers to figures: nouns, exclusions, measure words, ellipsis and topic, group, stance, part and whole."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from sayso.language.numbers_bounds import Bound, bounded
from sayso.language.parse import Parse
from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Figure, Group, Measure, Qualifier, claim_id
from sayso.model.span import Span
from sayso.stages.extract.figures.assign import Tie, assign, coordinated
from sayso.stages.extract.figures.groups import Whose, group_of
from sayso.stages.extract.figures.home import home_of
from sayso.stages.extract.figures.inherit import Memory, Topic, inherited, topic_of
from sayso.stages.extract.figures.lexicon import Lexicon, lexicon
from sayso.stages.extract.figures.line import Line
from sayso.stages.extract.figures.parts import detail_of, is_addition, is_included, is_part
from sayso.stages.extract.figures.paths import Paths
from sayso.stages.extract.figures.plan import FigurePlan
from sayso.stages.extract.figures.quantities import Exclusion, as_other
from sayso.stages.extract.figures.rejected import Rejected
from sayso.stages.extract.figures.sheet import Sheet, line_of, weigh_numbers
from sayso.stages.extract.figures.stance import stance_of
from sayso.stages.extract.figures.triggers import Trigger
from sayso.stages.extract.figures.window import Window
from sayso.stages.extract.found import FoundFigure

_SURE = 0.9

__all__ = ["explain_figures", "read_figures"]


class _Reason(Struct, frozen=True, kw_only=True):
    """What number `n` measures and by which rule."""

    n: int
    measure: Measure
    rule: str
    trigger: Trigger | None = None
    topic: Topic | None = None
    cost: float = 0.0


def read_figures(plan: FigurePlan, parses: Mapping[str, Parse]) -> list[FoundFigure]:
    """Return the figures of one report in order, without sources, places and days; see `plan_figures`."""
    return _FigureReader(plan, parses).read()[0]


def explain_figures(plan: FigurePlan, parses: Mapping[str, Parse]) -> tuple[list[FoundFigure], list[Rejected]]:
    """Return the figures and every number that became none, with the reason."""
    return _FigureReader(plan, parses).read()


class _FigureReader:
    """Reads one report from its first sheet to its last; remembers what the paragraph counts."""

    def __init__(self, plan: FigurePlan, parses: Mapping[str, Parse]) -> None:
        self.plan = plan
        self.parses = parses
        self.text = plan.report.text
        self.known: Lexicon = lexicon(plan.lang)
        self.providers = (Window(self.known), Paths(plan.lang))
        # A linked headline hands no topic on to the report around it.
        self.memory, self.apart = Memory(), False
        self.home = home_of(self.text, self.known)
        self.found: list[FoundFigure] = []
        self.rejected: list[Rejected] = []

    def read(self) -> tuple[list[FoundFigure], list[Rejected]]:
        for index, sheet in enumerate(self.plan.sheets):
            line = self._line(sheet)
            apart = sheet.passage == "furniture"
            if apart != self.apart:
                self.memory, self.apart = Memory(), apart
            if any(word.low in self.known.words["tally"] for word in sheet.words):
                self.memory.tallied = sheet.paragraph
            if sheet.numbers:
                self._read_line(line, index)
            elif (topic := topic_of(line, index, self.known)) is not None:
                self.memory.note(topic)
        return self.found, self.rejected

    def _line(self, sheet: Sheet) -> Line:
        return line_of(self.text, sheet, self.parses.get(sheet.sentence.of(self.text)), self.plan.lang)

    def _read_line(self, line: Line, index: int) -> None:
        reasons_against = weigh_numbers(line, self.known)
        ties, lost = assign(line, self.providers)
        start = len(self.memory.figures)
        topic = topic_of(line, index, self.known)
        for n in range(len(line.numbers)):
            against = reasons_against[n]
            reason = self._reason(line, index, n, ties.get(n), against)
            if reason is None:
                against = reasons_against[n] or as_other(line, n)
                self._reject(line, n, against, [tie for tie in lost if tie.number == n])
                self._keep_quantity(line, n, against)
            else:
                self._keep(line, index, reason)
        if len(self.memory.figures) == start and topic is not None:
            self.memory.note(topic)

    def _reason(self, line: Line, index: int, n: int, tie: Tie | None, against: Exclusion | None) -> _Reason | None:
        whole = self.memory.last_figure(line.paragraph)
        if tie is not None and tie.cost > _SURE and whole is not None and whole.line == index and is_included(line, n):
            return _Reason(n=n, measure=whole.measure, rule="included in the figure before", topic=whole)
        if tie is not None and self._stands(line, n, tie):
            return _Reason(n=n, measure=tie.trigger.entry.measure, rule=tie.rule, trigger=tie.trigger, cost=tie.cost)
        if against is not None and not against.soft:
            return None
        taken = inherited(line, index, n, self.memory, self.known)
        return _Reason(n=n, measure=taken[0].measure, rule=taken[1], topic=taken[0]) if taken else None

    def _stands(self, line: Line, n: int, tie: Tie) -> bool:
        """Refuse a "nobody" or a "no" that is only loosely tied: "nobody can say who was killed"."""
        number, counted = line.numbers[n], line.counted[n]
        words = number.span.of(self.text).lower()
        if number.form == "zero":
            sure = self.providers[0](line, n, tie.trigger)
            near = sure is not None and sure.value <= _SURE and tie.trigger.last > line.places[n]
            harmed = tie.trigger.entry.measure in ("killed", "injured", "hospitalised", "missing")
            return near and harmed and (words != "no" or counted.kind == "person")
        return True

    def _reject(self, line: Line, n: int, against: Exclusion | None, lost: list[Tie]) -> None:
        number = line.numbers[n]
        nearest = [
            f"{' '.join(w.low for w in line.words[t.trigger.first : t.trigger.last + 1])} {t.cost:.1f}" for t in lost
        ]
        reason = against.reason if against else "no measure word in reach"
        self.rejected.append(
            Rejected(
                span=number.span,
                words=number.span.of(self.text),
                sentence=line.sentence,
                reason=reason,
                nearest=tuple(nearest[:3]),
            )
        )

    def _keep(self, line: Line, index: int, reason: _Reason) -> None:
        n = reason.n
        before = self._antecedent(line, index, reason) or self._same_people(line, reason)
        group, group_rule = group_of(
            line, Whose(n=n, measure=reason.measure, trigger=reason.trigger, before=before, home=self.home), self.known
        )
        stance, cue = stance_of(line, n, reason.trigger, self._following(index), self.plan.lang)
        why = [f"measure: {reason.rule}, cost {reason.cost:.1f}", f"group: {group_rule}"] + (
            [f"stance: {cue}"] if cue else []
        )
        noun = self._noun_span(line, n)
        detail = reason.trigger.entry.detail if reason.trigger else None
        part = before is not None and is_part(line, n, self.plan.lang)
        low, high, qualifier = self._bounds(line, reason)
        figure = Figure(
            measure=reason.measure,
            low=low,
            high=high,
            qualifier=qualifier,
            group=group,
            group_text=noun.of(self.text) if noun else None,
            group_span=noun,
            stance=stance,
            delta=is_addition(line, n, self.plan.lang),
            detail=detail or detail_of(line, n, reason.measure, self.known, part=part),
            part_of=claim_id(self.plan.report.digest, self.found[before.figure].span, "figure")
            if part and before
            else None,
            trigger=self._trigger_span(line, reason.trigger),
            why=tuple(why),
        )
        self._add(line, n, figure)
        self._remember(line, index, reason, group)

    def _bounds(self, line: Line, reason: _Reason) -> tuple[int | float, int | float | None, Qualifier]:
        """Return the bounds of number `n`, or those that the head of its coordination hands on."""
        n = reason.n
        number, head = line.numbers[n], n
        while head > 0 and line.numbers[head].qualifier == "exact" and coordinated(line, head - 1, head):
            head -= 1
        says = line.numbers[head].qualifier
        plain = number.qualifier == "exact" and number.form in ("digits", "words")
        if (
            head == n
            or not plain
            or self._has_own_clause(line, reason)
            or says not in vocabulary("hedges", self.plan.lang)["spread"]["qualifiers"]
        ):
            return number.low, number.high, number.qualifier
        return bounded(number.low, number.low, number.form, Bound(number.span, says))

    def _has_own_clause(self, line: Line, reason: _Reason) -> bool:
        """Say whether a finite verb makes this count a clause beside the one before: "and 84 people were taken"."""
        trigger, last = reason.trigger, max(line.counted[reason.n].last, line.places[reason.n])
        if trigger is None or (self.found and self.found[-1].figure.trigger == self._trigger_span(line, trigger)):
            return False
        return any(line.low(i) in self.known.words["finite"] for i in range(last + 1, trigger.first))

    def _keep_quantity(self, line: Line, n: int, against: Exclusion | None) -> None:
        """Keep a number that counts no people of a measure as another quantity, so that nothing is silently lost."""
        if against is None or not against.is_quantity or against.soft or line.numbers[n].form == "zero":
            return
        number, counted = line.numbers[n], line.counted[n]
        figure = Figure(
            measure="other",
            low=number.low,
            high=number.high,
            qualifier=number.qualifier,
            group=counted.group if counted.kind == "person" else None,
            unit=against.unit,
            why=(f"no measure: {against.reason}",),
        )
        self._add(line, n, figure)

    def _add(self, line: Line, n: int, figure: Figure) -> None:
        number, last = line.numbers[n], line.counted[n].last
        end = max(number.whole.end, line.words[last].end if last > line.places[n] else 0)
        self.found.append(
            FoundFigure(
                span=number.span,
                words=number.span.of(self.text),
                sentence=line.sentence,
                passage=line.passage,
                figure=figure,
                whole=number.whole,
                phrase=Span(number.whole.start, end),
            )
        )

    def _remember(self, line: Line, index: int, reason: _Reason, group: Group) -> None:
        value = float(line.numbers[reason.n].value)
        self.memory.note(Topic(reason.measure, group, index, line.paragraph, len(self.found) - 1, value))

    def _antecedent(self, line: Line, index: int, reason: _Reason) -> Topic | None:
        if reason.topic is not None:
            return reason.topic
        last = self.memory.last_figure(line.paragraph, 1)
        counted = line.counted[reason.n]
        if last is None or (counted.kind == "person" and counted.group is not None):
            return last if last is not None and is_part(line, reason.n, self.plan.lang) else None
        if counted.kind == "unknown":
            return None
        if last.line != index:
            return last if counted.kind == "pronoun" else None
        return self._joint(last)

    def _joint(self, last: Topic) -> Topic:
        """Leave the group open where the figures before counted several: "3 women, 2 officers killed; 40 wounded"."""
        trigger = self.found[last.figure].figure.trigger
        row = [topic for topic in self.memory.recent() if topic.line == last.line]
        groups = {topic.group for topic in row if self.found[topic.figure].figure.trigger == trigger}
        return last if len(groups) == 1 else replace(last, group=None)

    def _same_people(self, line: Line, reason: _Reason) -> Topic | None:
        """Return the figure of the same measure and value named before: "the 26 dead" are the 26 gunmen killed."""
        number, counted = line.numbers[reason.n], line.counted[reason.n]
        definite = line.low(line.bound_start(reason.n) - 1) in ("the", "those", "these")
        if counted.kind == "person" and counted.group is not None:
            return None
        the_dead = reason.trigger is not None and line.low(reason.trigger.first) == "the"
        for topic in self.memory.recent():
            same = self.found[topic.figure].figure
            if topic.measure == reason.measure and ((same.low, same.high) == (number.low, number.high) or the_dead):
                near = line.paragraph - topic.paragraph <= 1
                return topic if definite or near or the_dead else None
        return None

    def _following(self, index: int) -> list[str]:
        sheets = self.plan.sheets
        if index + 1 < len(sheets) and sheets[index + 1].paragraph == sheets[index].paragraph:
            return [word.low for word in sheets[index + 1].words]
        return []

    def _noun_span(self, line: Line, n: int) -> Span | None:
        counted = line.counted[n]
        if counted.kind not in ("person", "unknown") or counted.last < counted.first:
            return None
        first = counted.first + (1 if line.low(counted.first) == "of" else 0)
        return Span(line.words[first].start, line.words[counted.last].end)

    def _trigger_span(self, line: Line, trigger: Trigger | None) -> Span | None:
        if trigger is None:
            return None
        return Span(line.words[trigger.first].start, line.words[trigger.last].end)
