"""Headlines whose figure their own report does not bear out: "kills 41" over a text that has 14."""

from collections.abc import Iterable, Sequence

from sayso.language.numbers import Number, find_numbers
from sayso.model.caution import Caution
from sayso.model.claim import Claim
from sayso.model.reading import Reading
from sayso.stages.reconcile.interval import agree

__all__ = ["headline_cautions"]

_YEARS = range(1900, 2101)


def headline_cautions(reading: Reading, claims: Sequence[Claim]) -> Iterable[Caution]:
    """Yield a caution for each figure of a headline that the text of its report contradicts; `claims` are its own."""
    counted = [claim for claim in claims if claim.figure is not None and claim.figure.measure != "other"]
    body = [claim for claim in counted if claim.passage not in {"headline", "furniture"}]
    for claim in counted:
        if claim.passage == "headline" and _stands_against(claim, body):
            message = f"its headline has “{claim.text}”, its text has not"
            yield Caution(
                report=claim.report, kind="headline-differs", message=message, start=claim.start, end=claim.end
            )
    yield from _title(reading, body)


def _stands_against(claim: Claim, body: Sequence[Claim]) -> bool:
    figure = claim.figure
    others = [one.figure for one in body if one.figure and figure and one.figure.measure == figure.measure]
    return figure is not None and bool(others) and not any(agree(figure, other) for other in others)


def _title(reading: Reading, body: Sequence[Claim]) -> Iterable[Caution]:
    """Look at a title that is no part of the text, as a mail's subject: its numbers must stand in the text."""
    report = reading.report
    title = " ".join((report.title or "").split())
    if not title or not body or title in " ".join(report.text.split()):
        return
    counts = [number for number in find_numbers(title) if _is_count(number)]
    known = [number for number in find_numbers(report.text) if number.form != "vague"] if counts else []
    for number in counts:
        if not any(one.low <= number.low <= (one.high or number.low) for one in known):
            message = f"its title has “{number.span.of(title)}”, its text has not"
            yield Caution(report=report.id, kind="headline-differs", message=message)


def _is_count(number: Number) -> bool:
    exact = number.form in {"digits", "words"} and float(number.value).is_integer()
    return exact and number.value > 1 and number.value not in _YEARS
