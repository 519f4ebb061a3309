"""The table of questions: every value with its status, its origins and on whose say-so."""

from collections.abc import Sequence

from msgspec import Struct

from sayso.model.claim import Claim
from sayso.model.question import Question, SourceName, Status, Variant
from sayso.stages.render.day import ordinal, say_day
from sayso.stages.render.labels import (
    GROUP_WORDS,
    MEASURE_ORDER,
    MEASURE_WORDS,
    ONE_WORDS,
    STATUS_ORDER,
    STATUS_SHAPES,
    STATUS_WORDS,
    heading,
)
from sayso.stages.render.sheet.piece import Piece, Pieces, joined, said, span
from sayso.stages.render.sheet.register import Register
from sayso.stages.render.sheet.told import Told, told
from sayso.stages.render.value import say_number, say_value

__all__ = ["Answer", "Asked", "Part", "Point", "ask", "asked", "loose", "names_of", "of_whom", "value_of", "whose"]

_SOURCES_SHOWN = 3


class Answer(Struct, frozen=True, kw_only=True):
    """One value of a question as a line: `whose` is who says so, through whose hands."""

    status: Status
    shape: str
    word: str
    value: Piece
    when: str
    origins: str
    reports: Pieces
    carried: int
    whose: Pieces
    why: tuple[Told, ...]


class Point(Struct, frozen=True, kw_only=True):
    """One value on the time line: `at` in days."""

    at: float
    low: float
    high: float | None
    status: Status
    said: str
    when: str
    claim: str


class Part(Struct, frozen=True, kw_only=True):
    """A question about some of another question's people, named by what sets them apart."""

    id: str
    name: str


class Asked(Struct, frozen=True, kw_only=True):
    """One question as a block of lines; `points` is empty where nothing moved.

    `minor`: a part, a place or an increase that one report alone tells; forms fold these.
    """

    id: str
    measure: str
    who: str
    where: str
    disputed: bool
    summary: str
    answers: tuple[Answer, ...]
    points: tuple[Point, ...]
    remarks: tuple[Told, ...]
    parts: tuple[Part, ...]
    minor: bool
    picked: Pieces = ()


def asked(register: Register) -> tuple[Asked, ...]:
    """Return all questions in the order in which a duty editor asks them."""
    return tuple(ask(question, register) for question in sorted(register.brief.questions, key=_place))


def ask(question: Question, register: Register) -> Asked:
    """Lay one question out."""
    detail = question.detail if question.detail != question.scope else None
    measure, who = heading(question.measure, question.group, detail)
    variants = sorted(question.variants, key=_variant_place)
    points = _points(question, register)
    narrower = {other.id: other for other in register.brief.questions}
    return Asked(
        id=question.id,
        measure=f"{measure}, in addition" if question.delta else measure,
        who=who,
        where="" if question.scope == "whole event" else question.scope,
        disputed=question.disputed,
        summary=question.summary,
        answers=tuple(_answer(variant, register) for variant in variants),
        points=points,
        remarks=told(question.grounds, register),
        parts=tuple(Part(id=part, name=_part(question, narrower[part])) for part in question.parts if part in narrower),
        minor=_minor(question),
        picked=_picked(question, register),
    )


def _picked(question: Question, register: Register) -> Pieces:
    """Return what a rule of the field picks, as one sentence: "by the rule lowest: 14, because it is ..."."""
    if question.picked is None:
        return ()
    chosen = next(variant for variant in question.variants if variant.claims == question.picked.claims)
    because, _, _ = question.picked.why.rpartition(": ")
    return (
        Piece(f"by the rule {question.picked.rule}: "),
        Piece(say_number(question.picked.value), "count"),
        Piece(", "),
        Piece(f"because {because}: "),
        value_of(chosen, register),
    )


def value_of(variant: Variant, register: Register) -> Piece:
    """Return the value in words of the field, leading to the claims that it rests on, the one that says it first."""
    best = _plainest(variant, register)
    words = say_value(variant.low, variant.high, variant.qualifier, best.text if best else None)
    claims = variant.claims if best is None else (best.id, *(c for c in variant.claims if c != best.id))
    return Piece(f"{words}, uncertain" if variant.unsure else words, "value", claims)


def whose(variant: Variant, register: Register) -> Pieces:
    """Return who says so and through whose hands: "interior ministry ▸ RIA; city police"."""
    shown = [_hands(source) for source in variant.sources[:_SOURCES_SHOWN]]
    if variant.only_denied:
        return (*said("nobody here: denied in "), *_numbers(variant.denied_by, register))
    if not shown:
        voices = _voices(variant, register)
        own = joined(voices[:_SOURCES_SHOWN])
        return (Piece("in its own voice: " if len(voices) == 1 else "in their own voice: "), *own)
    more = len(variant.sources) - len(shown)
    if more > 0:
        shown.append((Piece("and "), Piece(str(more), "count"), Piece(" more")))
    names = joined(shown, "; ")
    if variant.feared_in:
        names = (*names, Piece("; uncertain in "), *_numbers(variant.feared_in, register))
    if variant.denied_by:
        names = (*names, Piece("; denied in "), *_numbers(variant.denied_by, register))
    return names


def _voices(variant: Variant, register: Register) -> list[Pieces]:
    """Return each outlet that says it itself, behind the agency whose text it carries: "Reuters ▸ Vale Gazette"."""
    agencies: dict[str, tuple[str, ...]] = {}
    for claim in (register.claims[one] for one in variant.claims):
        whole = {credit.span for credit in register.rows[claim.report].credits if credit.whole}
        told = claim.attribution
        if told is not None and not told.source and told.via_spans and told.via_spans[0] in whole:
            agencies.setdefault(claim.report, told.via)
    named = [(*agencies.get(report, ()), register.outlet(report)) for report in variant.reports]
    return [joined([(Piece(name, "name"),) for name in names], " ▸ ") for names in dict.fromkeys(named)]


def _numbers(reports: Sequence[str], register: Register) -> Pieces:
    marks = [(register.number(name) if name in register.rows else Piece(name, "name"),) for name in reports]
    return joined(sorted(marks, key=_numbered))


def names_of(variant: Variant, register: Register) -> Pieces:
    """Return the first two sources' names alone; the outlet where only a report's own voice says it."""
    if variant.sources:
        return joined([(Piece(source.name, "name"),) for source in variant.sources[:2]])
    if variant.only_denied:
        return said("only denied")
    outlets = list(dict.fromkeys(register.outlet(report) for report in variant.reports))
    return (Piece("own voice of "), Piece(outlets[0], "name")) if len(outlets) == 1 else said("reports' own voice")


def of_whom(question: Question, *, one: bool = False) -> str:
    """Return the measure with the people it counts: "killed", "rescuers killed", "injured in the old town".

    `one` says that one person is counted: "1 attacker detained".
    """
    words = ONE_WORDS if one else GROUP_WORDS
    who = "" if question.group == "people" else f"{words[question.group]} "
    more = "more " if question.delta else ""
    detail = f" ({question.detail})" if question.detail and question.detail != question.scope else ""
    where = "" if question.scope == "whole event" else f", {question.scope}"
    return f"{more}{who}{MEASURE_WORDS[question.measure]}{detail}{where}"


def _minor(question: Question) -> bool:
    reports = {report for variant in question.variants for report in variant.reports}
    part = bool(question.detail) or question.delta or question.scope != "whole event"
    return part and len(reports) <= 1 and not question.disputed


def _part(whole: Question, part: Question) -> str:
    """Return what sets a part apart: its place, its group or its detail, else its measure."""
    _, who = heading(part.measure, part.group)
    apart = [who] if part.group != whole.group else []
    apart += [part.scope] if part.scope not in {whole.scope, "whole event"} else []
    apart += [part.detail] if part.detail and part.detail != whole.detail else []
    return ", ".join(dict.fromkeys(apart)) or heading(part.measure, part.group)[0].lower()


def _place(question: Question) -> tuple[int, bool, bool, bool, int, str]:
    carried = sum(len(variant.reports) for variant in question.variants)
    whole = question.scope == "whole event"
    return (
        MEASURE_ORDER[question.measure],
        question.delta,
        not (whole and question.group == "people" and question.detail is None),
        not whole,
        -carried,
        question.id,
    )


def loose(variant: Variant) -> bool:
    """Say whether a value is a vague word for which no source is named."""
    return variant.qualifier == "vague" and not variant.sources


def _variant_place(variant: Variant) -> tuple[int, bool, float, str]:
    """Sort by status, then the latest first; a vague word without a source comes after all that have more to say."""
    at = ordinal(variant.as_of, variant.first_reported) or 0.0
    return (STATUS_ORDER[variant.status], loose(variant), -at, variant.claims[0] if variant.claims else "")


def _answer(variant: Variant, register: Register) -> Answer:
    return Answer(
        status=variant.status,
        shape=STATUS_SHAPES[variant.status],
        word=STATUS_WORDS[variant.status],
        value=value_of(variant, register),
        when=say_day(variant.as_of or variant.first_reported),
        origins=span(variant.origins, variant.origins_max, "origin")[0].text,
        reports=register.numbers(variant.claims),
        carried=len(variant.reports),
        whose=whose(variant, register),
        why=told(variant.grounds, register),
    )


def _plainest(variant: Variant, register: Register) -> Claim | None:
    """Return the claim that a reader should see first: of the variant's very bounds and qualifier, with its source.

    A headline, which has no room for a source, comes last.
    """
    fitting = [
        (claim, claim.figure)
        for claim in (register.claims[claim_id] for claim_id in variant.claims)
        if claim.figure is not None and (claim.figure.low, claim.figure.high) == (variant.low, variant.high)
    ]
    vague = variant.qualifier == "vague"
    best = min(
        fitting,
        key=lambda pair: (
            pair[1].qualifier != variant.qualifier,
            # A vague word is printed as it is written, so the first report's word stands.
            not vague and (pair[0].passage == "headline", not _is_sourced(pair[0])),
        ),
        default=None,
    )
    return best[0] if best else None


def _is_sourced(claim: Claim) -> bool:
    return bool(claim.attribution and claim.attribution.source)


def _numbered(pieces: Pieces) -> tuple[int, str]:
    return (int(pieces[0].text) if pieces[0].text.isdigit() else 0, pieces[0].text)


def _hands(source: SourceName) -> Pieces:
    return joined([(Piece(name, "name"),) for name in (source.name, *source.via)], " ▸ ")


def _points(question: Question, register: Register) -> tuple[Point, ...]:
    """Return the values over time, oldest first; nothing where all are of one time."""
    points = []
    for variant in question.variants:
        at = ordinal(variant.as_of, variant.first_reported)
        if at is None or not variant.claims:
            continue
        value = value_of(variant, register)
        point = Point(
            at=at,
            low=variant.low,
            high=variant.high,
            status=variant.status,
            said=value.text,
            when=say_day(variant.as_of or variant.first_reported),
            claim=value.claims[0],
        )
        points.append(point)
    points.sort(key=lambda point: (point.at, point.low, point.claim))
    return tuple(points) if len({point.at for point in points}) > 1 else ()
