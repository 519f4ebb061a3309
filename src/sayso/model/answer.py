"""The answer to a claim in plain words: what the reports say of it, or that nobody here says so."""

from typing import Literal

from msgspec import Struct

from sayso.model.question import Question, Variant
from sayso.model.span import Span

__all__ = ["Answer", "Place", "Verdict"]

Verdict = Literal["said", "withdrawn", "denied", "other-values", "nobody"]
"""said: reports say so, and it stands or is in dispute. withdrawn: it was said, and it was taken back, overtaken or
distorted. denied: reports say that it is not so. other-values: the reports answer the question with other values.
nobody: no report answers it."""


class Place(Struct, frozen=True, kw_only=True):
    """A passage to look at: the claim's words at `span` of its report, in their `sentence`.

    `number` is the report's number in the brief; both spans are offsets into the report's text.
    """

    claim: str
    report: str
    number: int
    outlet: str | None
    span: Span
    sentence: Span
    text: str


class Answer(Struct, frozen=True, kw_only=True):
    """What the reports say about one claim.

    `text` is the answer in one line. `question` is the question that the claim answers, `variant` its value among
    the others; `claims` are the passages to look at (of the variant, or of the lines found by their words), and
    `places` the same with their words, one a report.
    """

    asked: str
    verdict: Verdict
    text: str
    question: Question | None = None
    variant: Variant | None = None
    claims: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
