"""From sayings to attributions: the one who says so, and the hands through which it came."""

from collections.abc import Sequence

from sayso.language.names import is_body_word
from sayso.model.attribution import Attribution
from sayso.model.span import Span
from sayso.stages.extract.speech.kinds import carrier_words, is_carrier, kind_of
from sayso.stages.extract.speech.memory import Party
from sayso.stages.extract.speech.speakers import Spoken

__all__ = ["attribution"]

_BEFORE = 40


def attribution(text: str, chain: Sequence[Spoken]) -> Attribution | None:
    """Make one attribution of the sayings round some words, the innermost first; None where nobody says them."""
    named = [one for one in chain if one.party is not None]
    if not named:
        return None
    inner = next((one for one in named if not _carries(text, one)), named[0])
    via: list[Party] = []
    if inner.addressee is not None and _is_carrier(text, inner.addressee, told=True):
        via.append(inner.addressee)
    via.extend(inner.carriers)
    via.extend(one.party for one in named if one is not inner and one.party is not None and _carries(text, one))
    return _attribution(text, inner, _distinct(via, inner))


def _distinct(via: Sequence[Party], inner: Spoken) -> list[Party]:
    found: list[Party] = []
    for party in via:
        names = {one.name for one in found} | {inner.party.name if inner.party else ""}
        if party.name not in names:
            found.append(party)
    return found


def _carries(text: str, one: Spoken) -> bool:
    return one.party is not None and _is_carrier(text, one.party)


def _is_carrier(text: str, party: Party, *, told: bool = False) -> bool:
    """Say whether `party` carries news; `told` that somebody speaks to it, which makes an unknown name an outlet."""
    if party.kind == "person" and len(party.name.split()) > 1:
        return False
    at = party.mentions[-1].start if party.mentions else 0
    before = text[max(0, at - _BEFORE) : at].rpartition(",")[2]
    if is_carrier(party.name, before) or party.roles & carrier_words():
        return True
    return told and party.kind == "body" and not any(map(is_body_word, party.name.split()))


def _attribution(text: str, one: Spoken, via: Sequence[Party]) -> Attribution:
    saying, party = one.saying, one.party
    phrase = saying.source.span if saying.source is not None else None
    name = party.name if party is not None else None
    words = phrase.of(text) if phrase is not None else None
    mentions: list[Span] = [phrase] if phrase is not None else []
    mentions.extend(span for span in (party.mentions[:3] if party is not None else []) if span not in mentions)
    return Attribution(
        source=name,
        source_span=phrase,
        source_text=words,
        cue=saying.cue.of(text) if saying.cue is not None else None,
        cue_span=saying.cue,
        via=tuple(other.name for other in via),
        via_spans=tuple(other.mentions[-1] for other in via if other.mentions),
        document=saying.document.of(text) if saying.document is not None else None,
        kind=kind_of(name or "", words or "", frozenset(party.roles if party is not None else ())),
        mentions=tuple(mentions),
        why=("floating: the speaker before it" if one.floating else saying.why),
    )
