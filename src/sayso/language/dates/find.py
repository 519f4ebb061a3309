"""Find the time expressions of a text: a cheap scan for their words, then the rules on the stretches around hits."""

import re
from functools import cache

from sayso.language.dates.absolute import absolute_rules
from sayso.language.dates.anchor import Anchor
from sayso.language.dates.clock import clock_rules
from sayso.language.dates.expression import DateExpression, Sense
from sayso.language.dates.lengths import length_rules
from sayso.language.dates.refs import ref_rules
from sayso.language.dates.relative import relative_rules
from sayso.language.dates.rule import Frame, Rule
from sayso.language.dates.triggers import stretches
from sayso.language.dates.words import words
from sayso.model.span import Span

__all__ = ["find_dates"]

# How far back a date or a quarter is still "the" one that "that day" or "a year earlier" means.
_MEMORY = 500
_CLOCKS = frozenset({"clock", "clock-24", "clock-bare", "named-hour"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")
_QUARTER_SHAPES = frozenset({"quarter", "that", "the-quarter"})
_QUARTER = re.compile(r"\d{4}-Q\d$")


@cache
def _rules(lang: str) -> tuple[Rule, ...]:
    w = words(lang)
    return (*absolute_rules(w), *relative_rules(w), *clock_rules(w), *length_rules(w), *ref_rules(w))


def find_dates(text: str, published: str | None, within: Span | None = None, lang: str = "en") -> list[DateExpression]:
    """Return the time expressions of `text` (or of the part `within`) in order, none overlapping.

    `published` is the ISO 8601 time of publication; days are counted in its zone. Without it relative expressions
    keep X for what they cannot tell and have no `day`. Spans are offsets in `text`.
    """
    within = within or Span(0, len(text))
    anchor = Anchor.read(published)
    frame = Frame(words(lang), anchor)
    found: list[DateExpression] = []
    read_to = within.start
    for start, end, kinds in stretches(text, within, lang):
        for match, rule in _matches(text, start, end, _rules_for(kinds, lang)):
            # Of expressions that overlap, the earlier and longer one stands.
            sense = rule.read(match, _frame(frame, found, match.start())) if match.start() >= read_to else None
            if sense is not None:
                found.append(_expression(rule.name, match, sense))
                read_to = match.end()
    return _joined(found, text)


@cache
def _rules_for(kinds: frozenset[str], lang: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in _rules(lang) if rule.needs & kinds)


def _matches(text: str, start: int, end: int, rules: tuple[Rule, ...]) -> list[tuple[re.Match[str], Rule]]:
    """Return the matches of the rules, earlier and longer ones first."""
    hits = [(match, rule) for rule in rules for match in rule.pattern.finditer(text, start, end)]
    hits.sort(key=lambda hit: (hit[0].start(), -hit[0].end()))
    return hits


def _frame(frame: Frame, found: list[DateExpression], at: int) -> Frame:
    """Return the frame with the date and the quarter named last before `at`."""
    last = quarter = None
    for one in reversed(found):
        if at - one.span.end > _MEMORY:
            break
        if one.type not in {"DATE", "TIME"} or not one.value[:4].isdigit():
            continue
        last = last or one.value
        # A quarter of the year before is what the running one was compared with, and is not "the quarter".
        if quarter is None and one.shape in _QUARTER_SHAPES and _QUARTER.match(one.value):
            quarter = one.value
    return Frame(frame.words, frame.anchor, last, quarter)


def _expression(name: str, match: re.Match[str], sense: Sense) -> DateExpression:
    day = _DAY.match(sense.value) if sense.kind in {"DATE", "TIME"} else None
    return DateExpression(
        span=Span(match.start(), match.end()),
        type=sense.kind,
        value=sense.value,
        day=day.group() if day else None,
        shape=name,
    )


_BETWEEN = re.compile(r"(?:,?\s{1,2}(?:on\s)?|\s\()$")


def _joined(found: list[DateExpression], text: str) -> list[DateExpression]:
    """Join an hour and its day ("10 p.m. Friday", "noon on Friday"), a month and its year ("January last year")."""
    kept: list[DateExpression] = []
    for one in found:
        before = kept[-1] if kept else None
        both = _one_of(before, one, text) if before else None
        if both is not None:
            kept[-1] = both
        else:
            kept.append(one)
    return kept


def _one_of(first: DateExpression, second: DateExpression, text: str) -> DateExpression | None:
    between = text[first.span.end : second.span.start]
    if len(between) > len(", on "):
        return None
    span = Span(first.span.start, second.span.end)
    if first.shape in _CLOCKS and second.type == "DATE" and second.day and _BETWEEN.match(between):
        value = second.day + first.value[10:]
        return DateExpression(span=span, type="TIME", value=value, day=second.day, shape="clock-day")
    if first.shape == "month" and second.shape == "shifted" and re.match(r"\d{4}$", second.value) and between == " ":
        return DateExpression(span=span, type="DATE", value=second.value + first.value[4:], shape="month")
    return None
