"""Quotations, dated lines and the title against the words at their offsets."""

import re
from collections.abc import Sequence

from sayso.model.brief import BriefQuote, Line
from sayso.model.claim import Claim
from sayso.stages.render.gate.cited import Cited, flat, refuse, tokens
from sayso.stages.render.gate.prose import numbers, quoted, stray_number

__all__ = ["check_lines"]

# A word with a capital that does not open a sentence may be a name.
_NAME = re.compile(r"(?<=[\w,;:)] )[A-Z][\w’'-]+")


def check_lines(cited: Cited) -> None:
    """Refuse a quotation, a dated line or a title whose words no cited report holds."""
    brief = cited.brief
    cited.check_name(brief.story.title, (), "title")
    for quote in brief.quotes:
        _check_quote(quote, cited)
    for step in brief.timeline:
        _check_line(step.text, step.claims, cited, "timeline")
    for line in brief.measures_taken:
        _check_line(line.text, line.claims, cited, "measures taken")
        _check_lasting(line, cited)
        for name in line.sources:
            cited.check_name(name, (), f"measure {line.text!r}")
    for line in brief.not_known:
        _check_line(line.text, line.claims, cited, "not known")


def _check_quote(quote: BriefQuote, cited: Cited) -> None:
    what = f"quotation of {quote.speaker!r}"
    for wording in quote.wordings:
        claims = [cited.claim(claim, what) for claim in wording.claims]
        if flat(wording.text) not in {flat(claim.text) for claim in claims}:
            refuse(what, repr(wording.text), "none of its claims has these words")
    cited.check_name(quote.speaker, (), what)


def _check_line(text: str, names: Sequence[str], cited: Cited, what: str) -> None:
    claims = [cited.claim(claim, what) for claim in names]
    words = flat(text).strip(" …")
    if any(words in flat(_around(claim, cited)) for claim in claims):
        return
    around = " ".join(_around(claim, cited) for claim in claims)
    held = frozenset(tokens(around)) if claims else cited.all_words
    strange = [name for name in _NAME.findall(words) if not set(tokens(name)) & (held | cited.all_words)]
    if strange:
        refuse(what, f"the name {strange[0]!r} in {words!r}", "it stands in no cited sentence")
    may = {*numbers(around), *(_bounds(claims)), *map(float, range(len(cited.brief.reports) + 1))}
    stray = stray_number(words, (), may)
    if stray is not None:
        refuse(what, f"the number {stray:g} in {words!r}", "it stands in no cited sentence")
    for part in quoted(words):
        if part not in flat(around):
            refuse(what, f"the quotation {part!r}", "it stands in no cited sentence")


def _check_lasting(line: Line, cited: Cited) -> None:
    held = [flat(_around(cited.claim(claim, "measures taken"), cited)) for claim in line.claims]
    for words in line.lasting:
        if not any(words in around for around in held):
            refuse(f"measure {line.text!r}", f"the length {words!r}", "it stands in no cited sentence")


def _around(claim: Claim, cited: Cited) -> str:
    """Return the claim's own words with the sentence around them, which a quotation may outgrow."""
    text = cited.texts[claim.report]
    return text[min(claim.start, claim.sentence.start) : max(claim.end, claim.sentence.end)]


def _bounds(claims: Sequence[Claim]) -> list[float]:
    figures = [claim.figure for claim in claims if claim.figure is not None]
    return [bound for figure in figures for bound in (figure.low, figure.high) if bound is not None]
