"""Who said what: one entry an utterance, with its wordings and how far they drift apart."""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from sayso.model.brief import BriefQuote
from sayso.model.link import Wording
from sayso.stages.render.sheet.piece import Piece, Pieces
from sayso.stages.render.sheet.register import Register
from sayso.stages.render.sheet.role import roles

__all__ = ["Saying", "Words", "sayings"]


_OTHER_WORDS = 0.15
"""Drift below which two wordings differ by a slip of the hand or by where they were cut: one utterance to a reader."""


class Words(Struct, frozen=True, kw_only=True):
    """One wording: the words, the reports that carry it, and whether it is known to be a garbled one."""

    quote: Piece
    reports: Pieces
    garbled: bool


class Saying(Struct, frozen=True, kw_only=True):
    """One utterance; `drift` runs from 0 (all wordings alike) to 1. `role` is what reports call the speaker."""

    speaker: str
    role: str
    drift: float
    wordings: tuple[Words, ...]
    carried: int

    @property
    def drifted(self) -> bool:
        """Say whether its wordings differ by more than a slip of the hand or where they were cut."""
        return self.drift >= _OTHER_WORDS


def sayings(register: Register) -> tuple[Saying, ...]:
    """Return all utterances: those that drift first, then the most carried; a speaker's own ones together."""
    called = roles(register)
    laid = [_saying(quote, register, called.get(quote.speaker or "", "")) for quote in _merged(register.brief.quotes)]
    laid.sort(key=lambda said: (not said.drifted, -said.carried))
    first: dict[str, int] = {}
    for place, saying in enumerate(laid):
        first.setdefault(saying.speaker, place)
    return tuple(sorted(laid, key=lambda said: first[said.speaker]))


def _merged(quotes: Sequence[BriefQuote]) -> list[BriefQuote]:
    """Return the utterances, those of one speaker in the very same words as one."""
    found: dict[tuple[str | None, str], BriefQuote] = {}
    for quote in quotes:
        if not quote.wordings:
            continue
        key = (quote.speaker, "\x1f".join(" ".join(wording.text.split()) for wording in quote.wordings))
        same = found.get(key)
        if same is None:
            found[key] = quote
            continue
        pairs = zip(same.wordings, quote.wordings, strict=True)
        wordings = tuple(Wording(text=one.text, claims=(*one.claims, *other.claims)) for one, other in pairs)
        found[key] = msgspec.structs.replace(same, wordings=wordings, claims=(*same.claims, *quote.claims))
    return list(found.values())


def _saying(quote: BriefQuote, register: Register, role: str) -> Saying:
    wordings = []
    for wording in quote.wordings:
        garbled = any(claim in register.changes for claim in wording.claims)
        words = " ".join(wording.text.split())
        mark = Words(
            quote=Piece(words, "quote", wording.claims), reports=register.numbers(wording.claims), garbled=garbled
        )
        wordings.append(mark)
    reports = {register.claims[claim].report for wording in quote.wordings for claim in wording.claims}
    speaker = quote.speaker or "Speaker not named"
    return Saying(speaker=speaker, role=role, drift=quote.drift, wordings=tuple(wordings), carried=len(reports))
