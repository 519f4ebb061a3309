"""The hands through which one claim came: who said it, through whom, and where it was changed."""

from msgspec import Struct

from sayso.model.claim import Claim
from sayso.model.link import Distortion
from sayso.stages.render.sheet.register import Register

__all__ = ["Chain", "chain"]


class Chain(Struct, frozen=True, kw_only=True):
    """`hands` in order from the event to the reader; `changed` tells what this report made of the words it took."""

    claim: str
    hands: tuple[str, ...]
    cue: str
    changed_from: str
    changed_in: str
    changed_claim: str | None


def chain(claim: Claim, register: Register) -> Chain:
    """Return the chain of one claim: source, via, the outlet it was taken from, the outlet it stands in."""
    told = claim.attribution
    hands = [told.source if told is not None and told.source else "in its own voice"]
    hands += told.via if told is not None else ()
    parent = register.taken_from(claim)
    if parent is not None:
        hands.append(_hand(parent, register))
    hands.append(_hand(claim.report, register))
    change = register.changes.get(claim.id)
    return Chain(
        claim=claim.id,
        hands=tuple(hands),
        cue=told.cue if told is not None and told.cue else "",
        changed_from=change.other_span.of(register.texts[change.other]) if change else "",
        changed_in=_outlet(change, register),
        changed_claim=change.other_claim if change else None,
    )


def _outlet(change: Distortion | None, register: Register) -> str:
    return _hand(change.other, register) if change else ""


def _hand(report: str, register: Register) -> str:
    """Return "Outlet (3)", or "report 3" where the outlet is not known."""
    row = register.rows[report]
    return f"{row.outlet} ({row.number})" if row.outlet else f"report {row.number}"
