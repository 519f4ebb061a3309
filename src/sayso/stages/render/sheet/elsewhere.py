"""Figures that belong to other events: what they count and where, with the reports that tell of them."""

from sayso.model.claim import Claim, Figure
from sayso.stages.render.labels import GROUP_WORDS, MEASURE_ORDER, MEASURE_WORDS, ONE_WORDS, of_before
from sayso.stages.render.sheet.piece import Piece, Pieces
from sayso.stages.render.sheet.register import Register
from sayso.stages.render.value import say_value

__all__ = ["elsewhere"]

_Key = tuple[str, str, str, str]


def elsewhere(register: Register) -> tuple[Pieces, ...]:
    """Return the counts of people of other events, the gravest first: "13 killed, Northport", each once."""
    held: dict[_Key, list[Claim]] = {}
    for claim in register.brief.claims:
        figure = claim.figure
        if figure is not None and figure.background and figure.measure != "other":
            held.setdefault(_key(claim, figure), []).append(claim)
    order = sorted(held, key=lambda key: (_grave(held[key]), key[3] == "", key[3], -len(held[key]), key))
    return tuple(_told(key, held[key], register) for key in order)


def _key(claim: Claim, figure: Figure) -> _Key:
    value = say_value(figure.low, figure.high, figure.qualifier, claim.text)
    one = figure.low == figure.high == 1
    group = figure.group or "people"
    who = "" if group == "people" else (ONE_WORDS if one else GROUP_WORDS)[group]
    between = of_before(value, figure.qualifier).lstrip() if who else ""
    return value, between + who, MEASURE_WORDS[figure.measure], figure.place or ""


def _grave(claims: list[Claim]) -> int:
    figure = claims[0].figure
    return MEASURE_ORDER[figure.measure] if figure else len(MEASURE_ORDER)


def _told(key: _Key, claims: list[Claim], register: Register) -> Pieces:
    value, who, measure, place = key
    names = tuple(claim.id for claim in claims)
    pieces = [Piece(value, "value", names), Piece(f" {who} {measure}" if who else f" {measure}")]
    pieces += [Piece(", "), Piece(place, "name")] if place else []
    return (*pieces, Piece(" "), *register.numbers(names))
