"""Claims against their reports: the words stand at their offsets, the sources stand in the text."""

import re

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim, Figure
from sayso.stages.render.gate.cited import Cited, refuse

__all__ = ["check_claims"]

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+$|\d{1,15}$")


def check_claims(cited: Cited) -> None:
    """Refuse a claim whose words, figure or source its report does not hold."""
    for claim in cited.brief.claims:
        what = f"{claim.kind} claim {claim.id} in report {claim.report!r}"
        text = cited.text(claim.report, what)
        if text[claim.start : claim.end] != claim.text or not claim.text:
            refuse(what, repr(claim.text), f"at {claim.start}-{claim.end} stands {text[claim.start : claim.end]!r}")
        if claim.sentence.end > len(text) or any(span.end > len(text) for span in claim.spans):
            refuse(what, "its sentence", "it ends after the text")
        if claim.attribution is not None:
            _check_source(claim, claim.attribution, text, cited, what)
        if claim.figure is not None:
            _check_digits(claim.text, claim.figure, what)


def _check_source(claim: Claim, told: Attribution, text: str, cited: Cited, what: str) -> None:
    if not told.fits(text):
        refuse(what, f"the source {told.source_text!r}", "its words or its cue do not stand at their spans")
    for name in (told.source, *told.via):
        cited.check_name(name, (claim.report,), what)


def _check_digits(words: str, figure: Figure, what: str) -> None:
    """Refuse bounds that a plain number contradicts; one to either side is "more than" and "fewer than"."""
    if not _DIGITS.match(words):
        return
    number = int(words.replace(",", ""))
    bounds = {figure.low, figure.low - 1}
    if figure.high is not None:
        bounds |= {figure.high, figure.high + 1}
    if number not in bounds:
        refuse(what, f"the figure {figure.low}-{figure.high}", f"the report says {words!r}")
