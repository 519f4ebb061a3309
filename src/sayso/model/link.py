"""Who took what from whom, and who stands behind a claim."""

from typing import Literal, Self

from msgspec import Struct

from sayso.model.claim import Claim
from sayso.model.reason import Reason
from sayso.model.span import Span

__all__ = [
    "Distortion",
    "DistortionKind",
    "Lineage",
    "Link",
    "Relation",
    "Requote",
    "Source",
    "Standing",
    "Taken",
    "TakenKind",
    "Unseen",
    "Wording",
]

Relation = Literal["copy", "excerpt", "rewrite", "shared-source"]
TakenKind = Literal["verbatim", "edited", "reworded", "requoted"]
DistortionKind = Literal["figure", "role", "negation", "name", "date", "quote"]


class Taken(Struct, frozen=True, kw_only=True):
    """One passage that stands in both reports: its span in `a`, its span in `b`, and how alike they are."""

    a: Span
    b: Span
    kind: TakenKind


class Link(Struct, frozen=True, kw_only=True):
    """Two tied reports. `a` took from `b`; where the direction is unknown it is None and a > b as strings.

    `score` runs from 0 to 1. `reasons` say in words what decided it, `grounds` the same with the words that they rest on.
    """

    a: str
    b: str
    relation: Relation
    direction: Literal["a-from-b"] | None
    score: float
    passages: tuple[Taken, ...] = ()
    reasons: tuple[str, ...] = ()
    grounds: tuple[Reason, ...] = ()


class Unseen(Struct, frozen=True, kw_only=True):
    """A text that nobody in the set published, and that several carry: `name` where credits tell it."""

    id: str
    name: str | None
    carried_by: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    grounds: tuple[Reason, ...] = ()


class Distortion(Struct, frozen=True, kw_only=True):
    """A change made in copying: the words at `span` of report `copy` against `other_span` of report `other`.

    `directed` is False where nothing tells which of the two came first: then they differ, and `copy` is the one that
    stands alone with its words.
    """

    kind: DistortionKind
    copy: str
    span: Span
    other: str
    other_span: Span
    claim: str | None = None
    other_claim: str | None = None
    message: str = ""
    directed: bool = True

    @classmethod
    def between(cls, kind: DistortionKind, copy: Claim, source: Claim, message: str) -> Self:
        """Return the change that made `copy` of `source`, both claims; `message` says what differs."""
        return cls(
            kind=kind,
            copy=copy.report,
            span=copy.span,
            other=source.report,
            other_span=source.span,
            claim=copy.id,
            other_claim=source.id,
            message=message,
        )


class Wording(Struct, frozen=True, kw_only=True):
    """One wording of a quotation and the claims that carry it."""

    text: str
    claims: tuple[str, ...]


class Requote(Struct, frozen=True, kw_only=True):
    """One utterance by one speaker in one or more wordings; `drift` from 0 (all alike) to 1."""

    speaker: str | None
    wordings: tuple[Wording, ...]
    drift: float = 0.0
    reasons: tuple[str, ...] = ()


class Source(Struct, frozen=True, kw_only=True):
    """One official, agency or person under all its names: `name` is the fullest, `names` are all as written."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: str | None = None
    reasons: tuple[str, ...] = ()


class Standing(Struct, frozen=True, kw_only=True):
    """Who stands behind one claim.

    Two claims with the same `origin` may rest on one origin (certainly or possibly); two with the same
    `origin_apart` certainly do. So the distinct `origin`s of a variant are the lower bound of its independent
    origins and the distinct `origin_apart`s the upper. `counts` is False where the claim adds no origin at all,
    as a figure in the own voice of a report that is not first-hand.
    `grounds` are the `reasons` with the words that they rest on.
    """

    claim: str
    origin: str
    origin_apart: str
    source: str | None
    counts: bool = True
    taken_from: str | None = None
    reasons: tuple[str, ...] = ()
    grounds: tuple[Reason, ...] = ()


class Lineage(Struct, frozen=True, kw_only=True):
    """All that the link stage found."""

    links: tuple[Link, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    distortions: tuple[Distortion, ...] = ()
    requotes: tuple[Requote, ...] = ()
    sources: tuple[Source, ...] = ()
    standings: tuple[Standing, ...] = ()
