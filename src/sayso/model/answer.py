"""The answer to a claim in plain words: what the reports say of it, or that nobody here says so."""

from typing import Literal

from msgspec import Struct

from sayso.model.question import Question, Variant

__all__ = ["Answer", "Verdict"]

Verdict = Literal["said", "withdrawn", "denied", "other-values", "nobody"]
"""said: reports say so, and it stands or is in dispute. withdrawn: it was said, and it was taken back, overtaken or
distorted. denied: reports say that it is not so. other-values: the reports answer the question with other values.
nobody: no report answers it."""


class Answer(Struct, frozen=True, kw_only=True):
    """What the reports say about one claim.

    `text` is the answer in one line. `question` is the question that the claim answers, `variant` its value among
    the others; `claims` are the passages to look at (of the variant, or of the lines found by their words).
    """

    asked: str
    verdict: Verdict
    text: str
    question: Question | None = None
    variant: Variant | None = None
    claims: tuple[str, ...] = ()
