"""Lays every saying in somebody's mouth: reads them in order, so that pronouns and bare quotations find their speaker."""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span
from sayso.stages.extract.speech.answering import source_words
from sayso.stages.extract.speech.cast import Cast
from sayso.stages.extract.speech.marks import Marked
from sayso.stages.extract.speech.memory import Party
from sayso.stages.extract.speech.saying import Saying
from sayso.stages.extract.speech.units import Unit
from sayso.stages.extract.speech.verbs import reporting_verb

__all__ = ["Spoken", "speakers", "within"]

_SURE_ENOUGH = 0.4


class Spoken(Struct, frozen=True):
    """A saying and who is meant by its source; `carriers` and `addressee` likewise. `floating`: no cue beside it."""

    saying: Saying
    party: Party | None
    carriers: tuple[Party, ...] = ()
    addressee: Party | None = None
    floating: bool = False


def speakers(cast: Cast, units: Sequence[Unit], marks: Sequence[Marked], sayings: Sequence[Saying]) -> list[Spoken]:
    """Return one `Spoken` a saying, in the order of the text."""
    found: list[Spoken] = []
    last_quoted: Party | None = None
    last_told: tuple[int, int, Party] | None = None
    channels: dict[str, Spoken] = {}
    for saying in sorted(sayings, key=_place):
        if saying.source is None and saying.construct == "quotation":
            told = last_told if last_told is not None and last_told[0] == saying.unit - 1 else None
            one = Spoken(saying, _floating(cast, units, marks, saying, last_quoted, told), floating=True)
        else:
            one = _resolved(cast, saying)
        one = _same_channel(one, channels, units)
        found.append(one)
        if one.party is not None and (_counts_as_speaking(saying) or _named_says(one)):
            cast.memory.heard(one.party, saying.source.span.start if saying.source is not None else saying.start)
        if one.party is not None and _turns_to_others(saying):
            last_told = (
                saying.unit,
                saying.source.span.start if saying.source is not None else saying.start,
                one.party,
            )
        if saying.construct == "quotation":
            last_quoted = one.party
    return found


def _resolved(cast: Cast, saying: Saying) -> Spoken:
    party = cast.resolve(saying.source) if saying.source is not None else None
    carriers = [cast.resolve(one) for one in saying.carriers]
    if party is not None and saying.verb in vocabulary("cues")["places_have"] and not _may_own(party):
        party = None
    addressee = cast.resolve(saying.addressee) if saying.addressee is not None else None
    return Spoken(saying, party, tuple(one for one in carriers if one is not None), addressee)


def _may_own(party: Party) -> bool:
    """Say whether a number may be somebody's own: "Brook's figure", but not "Saturday's" or "the country's"."""
    return party.evident or party.kind == "body" or not source_words().isdisjoint(party.name.lower().split())


def _same_channel(one: Spoken, channels: dict[str, Spoken], units: Sequence[Unit]) -> Spoken:
    """Let what somebody goes on to say come through the same hands: "X told Channel Nine … she added"."""
    if one.party is None:
        return one
    if one.addressee is not None or one.carriers:
        channels[one.party.name] = one
        return one
    before = channels.get(one.party.name)
    if before is None or units[one.saying.unit].paragraph - units[before.saying.unit].paragraph > 1:
        return one
    channels[one.party.name] = Spoken(one.saying, one.party, before.carriers, before.addressee, floating=one.floating)
    return channels[one.party.name]


def _place(saying: Saying) -> tuple[int, int, int]:
    at = saying.source.span.start if saying.source is not None else saying.start
    return (saying.unit, at, saying.start)


def _named_says(one: Spoken) -> bool:
    """Say whether somebody is named beside a plain verb of saying, though its content is unsure ("About 40, says X")."""
    named = one.party is not None and (
        one.party.kind == "body" or (one.party.kind == "person" and " " in one.party.name)
    )
    return named and (one.saying.verb == "say" or _plainly_says(one.saying.verb))


def _plainly_says(verb: str) -> bool:
    known = reporting_verb(verb)
    return (
        known is not None
        and "say" in known.takes
        and not known.takes & {"many_senses", "attitude", "quote", "numbering"}
    )


def _counts_as_speaking(saying: Saying) -> bool:
    return saying.score >= _SURE_ENOUGH and (not saying.attitude or saying.construct == "clause")


def _floating(
    cast: Cast,
    units: Sequence[Unit],
    marks: Sequence[Marked],
    saying: Saying,
    last_quoted: Party | None,
    told: tuple[int, int, Party] | None,
) -> Party | None:
    """Find the speaker of a quotation that no cue stands beside; `told`: who told or urged others right before it."""
    unit = units[saying.unit]
    one = marks[saying.quotes[0]]
    if one.outer == unit.span and one.closed and not cast.ends_sentence(one.inner):
        # Marked words alone in their line and without a full stop are a heading.
        return None
    if marks[saying.quotes[0]].reopened and last_quoted is not None:
        return last_quoted
    since = _start_of_paragraph(units, saying.unit, unit.paragraph - 1)
    before = units[saying.unit - 1] if saying.unit else None
    if before is None:
        return cast.memory.spoke_since(since)
    author = cast.author_of_paper(before.span)
    if author is not None:
        return author
    if told is not None and told[1] > cast.memory.spoke_at:
        return told[2]
    beside = before.paragraph == unit.paragraph
    return (
        (_acts(cast, before) if beside else None)
        or cast.memory.spoke_since(since)
        or (cast.described_head(before.span) if beside else None)
    )


def _acts(cast: Cast, before: Unit) -> Party | None:
    """Return who is named at the head of a sentence in which nobody spoke."""
    subject = cast.memory.subject_between(before.span.start, min(before.span.end, before.span.start + 60))
    return subject if cast.memory.spoke_at < before.span.start else None


def _turns_to_others(saying: Saying) -> bool:
    """Say whether somebody turns to others with words that may be given next: "She urged them to stay. “Sit down.”"."""
    verb = reporting_verb(saying.verb)
    return verb is not None and not saying.open and bool(verb.takes & {"directive"} or verb.base in _to_somebody())


@cache
def _to_somebody() -> frozenset[str]:
    return frozenset(vocabulary("reporting")["to_somebody"])


def _start_of_paragraph(units: Sequence[Unit], at: int, paragraph: int) -> int:
    """Return where the paragraph numbered `paragraph` (or the next that has units) begins."""
    start = units[at].span.start
    for k in range(at, -1, -1):
        if units[k].paragraph < paragraph:
            break
        start = units[k].span.start
    return start


def within(span: Span, spoken: Sequence[Spoken]) -> list[Spoken]:
    """Return those of `spoken` whose content holds `span`, the smallest content first."""
    return sorted(
        (one for one in spoken if one.saying.holds(span)), key=lambda one: (one.saying.size, -one.saying.score)
    )
