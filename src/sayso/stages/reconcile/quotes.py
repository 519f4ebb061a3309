"""Who said what: one entry an utterance, with its wordings and how far they drift apart."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.model.brief import BriefQuote
from sayso.model.claim import Claim
from sayso.model.link import Lineage, Requote, Wording

__all__ = ["brief_quotes"]

_FEWEST_WORDS = 4


def brief_quotes(claims: Sequence[Claim], lineage: Lineage) -> tuple[BriefQuote, ...]:
    """Return the recurring utterances first, widest drift first; then those that stand once, in order of the claims."""
    names = {source.id: source.name for source in lineage.sources}
    speakers = {standing.claim: names.get(standing.source or "") for standing in lineage.standings}
    found = [_recurring(requote, speakers) for requote in lineage.requotes]
    found.sort(key=lambda quote: (-quote.drift, -len(quote.claims), quote.claims))
    told = {claim for quote in found for claim in quote.claims}
    return (*found, *(_single(claim, speakers.get(claim.id)) for claim in claims if _worth(claim, told)))


def _recurring(requote: Requote, speakers: Mapping[str, str | None]) -> BriefQuote:
    """Return the utterance under the name that most reports give its speaker: one may have it wrong."""
    claims = tuple(dict.fromkeys(claim for wording in requote.wordings for claim in wording.claims))
    told = Counter(name for claim in claims if (name := speakers.get(claim)))
    speaker = max(told, key=lambda name: (told[name], name == requote.speaker, name), default=requote.speaker)
    return BriefQuote(speaker=speaker, claims=claims, wordings=requote.wordings, drift=requote.drift)


def _worth(claim: Claim, told: set[str]) -> bool:
    return claim.kind == "quote" and claim.id not in told and len(claim.text.split()) >= _FEWEST_WORDS


def _single(claim: Claim, speaker: str | None) -> BriefQuote:
    said_by = speaker or (claim.attribution.source if claim.attribution else None)
    wording = Wording(text=claim.text, claims=(claim.id,))
    return BriefQuote(speaker=said_by, claims=(claim.id,), wordings=(wording,), drift=0.0)
