"""From numbers to figures: nouns, exclusions, measure words, ellipsis and topic, group, stance, part and whole."""

from collections.abc import Mapping
from functools import cached_property

from sayso.language.parse import Parse
from sayso.model.claim import Figure, Group, claim_id
from sayso.model.span import Span
from sayso.stages.extract.figures.antecedent import antecedent
from sayso.stages.extract.figures.assign import Tie, assign
from sayso.stages.extract.figures.groups import Whose, group_of
from sayso.stages.extract.figures.home import Home, home_of
from sayso.stages.extract.figures.inherit import Memory, Topic, inherited, is_force, topic_of
from sayso.stages.extract.figures.lexicon import Lexicon, lexicon, singulars
from sayso.stages.extract.figures.line import Line
from sayso.stages.extract.figures.parts import detail_of, is_addition, is_included, is_later_death, is_more, is_part
from sayso.stages.extract.figures.paths import Paths
from sayso.stages.extract.figures.plan import FigurePlan
from sayso.stages.extract.figures.quantities import Exclusion, as_other
from sayso.stages.extract.figures.reason import Reason
from sayso.stages.extract.figures.rejected import Rejected
from sayso.stages.extract.figures.settle import settled
from sayso.stages.extract.figures.sheet import Sheet, line_of, weigh_numbers
from sayso.stages.extract.figures.spread import spread_bounds
from sayso.stages.extract.figures.stance import is_hypothetical, stance_of
from sayso.stages.extract.figures.window import Window
from sayso.stages.extract.found import FoundFigure

_SURE = 0.9
_UNDECIDED = 0.5

__all__ = ["explain_figures", "read_figures"]


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
        self.found: list[FoundFigure] = []
        self.rejected: list[Rejected] = []
        self.elided: set[int] = set()

    @cached_property
    def home(self) -> Home:
        """Where the report is at home; looked for only once there is a figure."""
        return home_of(self.text, self.known, self.plan.lang)

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
        return settled(self.found, frozenset(self.elided), self.plan.report.digest), self.rejected

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
                if not self.known.animals.isdisjoint(singulars(line.counted[n].noun)):
                    self.memory.animals_at = line.paragraph, index
                if line.counted[n].kind == "person" and reasons_against[n] is None:
                    self.memory.people_at = line.paragraph, index
                self._reject(line, n, against, [tie for tie in lost if tie.number == n])
                self._keep_quantity(line, n, against)
            else:
                self._keep(line, index, reason)
        if len(self.memory.figures) == start and topic is not None:
            self.memory.note(topic)

    def _reason(self, line: Line, index: int, n: int, tie: Tie | None, against: Exclusion | None) -> Reason | None:
        if line.counted[n].kind in ("none", "pronoun") and self.memory.of_animals(line.paragraph, index):
            return None
        whole = self.memory.last_figure(line.paragraph)
        weak = tie is not None and (tie.cost > _SURE or _is_vague(tie))
        if weak and whole is not None and whole.line == index and is_included(line, n):
            return Reason(n=n, measure=whole.measure, rule="included in the figure before", topic=whole)
        if tie is not None and self._stands(line, n, tie):
            return Reason(n=n, measure=tie.trigger.entry.measure, rule=tie.rule, trigger=tie.trigger, cost=tie.cost)
        if against is not None and not against.soft:
            return None
        taken = inherited(line, index, n, self.memory, self.known)
        return Reason(n=n, measure=taken[0].measure, rule=taken[1], topic=taken[0]) if taken else None

    def _stands(self, line: Line, n: int, tie: Tie) -> bool:
        """Refuse what has not happened, and a "nobody" that is only loosely tied: "nobody can say who was killed"."""
        strength = line.counted[n].noun == "strong" and line.counted[n].kind == "none"
        if is_hypothetical(line, n, tie.trigger) or (strength and is_force(line, n, self.known)):
            return False
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

    def _keep(self, line: Line, index: int, reason: Reason) -> None:
        n, lang = reason.n, self.plan.lang
        before = antecedent(line, index, reason, self.memory, self.found)
        whose = Whose(n=n, measure=reason.measure, trigger=reason.trigger, before=before, home=self.home, index=index)
        group, group_rule = group_of(line, whose, self.known)
        group, group_rule = self._named_before(line, n, group, group_rule)
        stance, cue = stance_of(line, n, reason.trigger, self._following(index), lang)
        noun = _noun_span(line, n)
        whole = self.found[before.figure] if before and before.figure >= 0 and is_part(line, n, lang) else None
        said = reason.trigger.entry.detail if reason.trigger else None
        low, high, qualifier = spread_bounds(line, reason, self.found[-1].figure.trigger if self.found else None)
        figure = Figure(
            measure=reason.measure,
            low=low,
            high=high,
            qualifier=qualifier,
            group=group,
            group_text=noun.of(self.text) if noun else None,
            group_span=noun,
            stance=stance,
            delta=self._adds(line, n, reason),
            detail=said or detail_of(line, n, reason.measure, self.known, part=whole is not None),
            part_of=claim_id(self.plan.report.digest, whole.span, "figure") if whole else None,
            trigger=line.span(reason.trigger.first, reason.trigger.last) if reason.trigger else None,
            why=_why(reason, group_rule, cue),
        )
        if line.counted[n].kind == "none" and group_rule == "group of the figure before":
            self.elided.add(len(self.found))
        self._add(line, n, figure)
        value = float(line.numbers[n].value)
        self.memory.note(Topic(reason.measure, group, index, line.paragraph, len(self.found) - 1, value))

    def _named_before(self, line: Line, n: int, group: Group, rule: str) -> tuple[Group, str]:
        """Know people again by their noun: youths who marched are protesters where they fall."""
        counted = line.counted[n]
        if counted.kind != "person" or counted.noun in self.known.words["anybody"]:
            return group, rule
        if group != "people":
            # "Two Western journalists" leave the next journalists open, unless those point back.
            self.memory.named[counted.noun] = group, counted.group == "people"
        elif rule == "group of the noun" and counted.noun in self.memory.named:
            named, always = self.memory.named[counted.noun]
            points = line.low(line.bound_start(n) - 1) in self.known.words["pointing"]
            return (named, "group of the noun before") if always or points or counted.others else (group, rule)
        return group, rule

    def _adds(self, line: Line, n: int, reason: Reason) -> bool:
        """Say whether the figure comes on top of one told before."""
        lang = self.plan.lang
        if is_addition(line, n, lang):
            return True
        told = any(topic.measure == reason.measure for topic in self.memory.recent())
        later = reason.measure == "killed" and is_later_death(line, n, lang)
        return told and (is_more(line, n, lang) or later)

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

    def _following(self, index: int) -> list[str]:
        sheets = self.plan.sheets
        if index + 1 < len(sheets) and sheets[index + 1].paragraph == sheets[index].paragraph:
            return [word.low for word in sheets[index + 1].words]
        return []


def _is_vague(tie: Tie) -> bool:
    """Say whether a verb tells what was done and not how it ended: "including three hit by rockets"."""
    return tie.trigger.entry.measure == "injured" and tie.trigger.entry.cost >= _UNDECIDED


def _why(reason: Reason, group_rule: str, cue: str) -> tuple[str, ...]:
    stance = (f"stance: {cue}",) if cue else ()
    return (f"measure: {reason.rule}, cost {reason.cost:.1f}", f"group: {group_rule}", *stance)


def _noun_span(line: Line, n: int) -> Span | None:
    counted = line.counted[n]
    if counted.kind not in ("person", "unknown") or counted.last < counted.first:
        return None
    return line.span(counted.first + (line.low(counted.first) == "of"), counted.last)
