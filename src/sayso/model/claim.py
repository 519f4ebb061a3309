"""One claim: the words, where they stand, and on whose say-so."""

from hashlib import blake2b
from typing import Literal

from msgspec import Struct

from sayso.errors import OffsetError
from sayso.model.attribution import Attribution
from sayso.model.passage import PassageKind
from sayso.model.report import Report
from sayso.model.span import Span

__all__ = ["Claim", "ClaimKind", "Figure", "Group", "Measure", "Qualifier", "Quote", "Stance", "claim_id", "written"]

ClaimKind = Literal["figure", "quote", "statement"]
Measure = Literal[
    "killed",
    "injured",
    "hospitalised",
    "missing",
    "detained",
    "displaced",
    "rescued",
    "deployed",
    "crowd",
    "other",
]
Group = Literal["people", "security", "protesters", "attackers", "children", "foreigners", "troops", "responders"]
Qualifier = Literal["exact", "more_than", "at_least", "at_most", "fewer_than", "about", "range", "vague"]
Stance = Literal["asserted", "denied", "uncertain"]


class Figure(Struct, frozen=True, kw_only=True):
    """A count of people under one measure, or another quantity (`measure` "other", with its `unit`).

    `low` and `high` are the stated bounds, `high` None where open. `as_of` is the day for which it holds
    (YYYY-MM-DD). `background`: it belongs to another event. `delta`: it comes on top of an earlier toll.
    `detail`: what sets a sub-group apart ("beheaded", "intensive care", a country). `part_of`: the id of the
    claim whose people it is part of. `trigger` is the word that gave the measure. `why` tells the rules applied.
    """

    measure: Measure
    low: int | float
    high: int | float | None
    qualifier: Qualifier
    group: Group | None = None
    group_text: str | None = None
    group_span: Span | None = None
    place: str | None = None
    place_span: Span | None = None
    as_of: str | None = None
    as_of_span: Span | None = None
    stance: Stance = "asserted"
    background: bool = False
    delta: bool = False
    detail: str | None = None
    part_of: str | None = None
    unit: str | None = None
    trigger: Span | None = None
    why: tuple[str, ...] = ()


class Quote(Struct, frozen=True, kw_only=True):
    """The words inside quotation marks; `direct` where they are a whole utterance and not a fragment."""

    direct: bool = True


class Claim(Struct, frozen=True, kw_only=True):
    """One claim. Make it with `Claim.of`, which checks the words against the report.

    `start`, `end` and `text` hold the number expression of a figure, the words inside the marks of a quote, the
    content of a statement (further pieces of a broken content in `spans`). `sentence` is the sentence around.
    """

    id: str
    report: str
    kind: ClaimKind
    start: int
    end: int
    text: str
    sentence: Span
    passage: PassageKind
    attribution: Attribution | None = None
    figure: Figure | None = None
    quote: Quote | None = None
    spans: tuple[Span, ...] = ()

    @classmethod
    def of(  # noqa: PLR0913 - a record's fields, keyword only
        cls,
        report: Report,
        kind: ClaimKind,
        span: Span,
        *,
        words: str,
        sentence: Span,
        passage: PassageKind,
        attribution: Attribution | None = None,
        figure: Figure | None = None,
        quote: Quote | None = None,
        spans: tuple[Span, ...] = (),
    ) -> "Claim":
        """Make a claim about `report`; `words` is what the extractor believes to stand at `span`."""
        found = span.of(report.text)
        if found != words or not found:
            msg = f"{kind} claim in report {report.id!r}: {words!r} does not stand at {span.start}-{span.end}"
            raise OffsetError(f"{msg} (there stands {found!r}); mend the extractor's offsets")
        if attribution is not None and not attribution.fits(report.text):
            msg = f"{kind} claim in report {report.id!r} at {span.start}: the words of its source or cue"
            raise OffsetError(f"{msg} do not stand at their spans; mend the extractor's offsets")
        return cls(
            id=claim_id(report.digest, span, kind),
            report=report.id,
            kind=kind,
            start=span.start,
            end=span.end,
            text=words,
            sentence=sentence,
            passage=passage,
            attribution=attribution,
            figure=figure,
            quote=quote,
            spans=spans,
        )

    @property
    def source(self) -> str | None:
        """Return who says so; None where the report says it itself, though it came through an agency's hands."""
        return self.attribution.source if self.attribution is not None else None

    @property
    def span(self) -> Span:
        """Return where the claim's words stand."""
        return Span(self.start, self.end)


def written(low: float, qualifier: Qualifier) -> float:
    """Return the lower bound as a report writes it: 50 for "more than 50", which is held as 51 and up."""
    return low - 1 if qualifier == "more_than" else low


def claim_id(digest: str, span: Span, kind: ClaimKind) -> str:
    """Return the id that a claim gets from its content: report digest, span and kind."""
    key = f"{digest}\x1f{span.start}\x1f{span.end}\x1f{kind}"
    return "c_" + blake2b(key.encode(), digest_size=8).hexdigest()
