"""Reasons against the words that they cite: each cites some, and a number or quotation in it stands there."""

from collections.abc import Iterable, Sequence

from sayso.model.reason import Evidence, Reason
from sayso.stages.render.gate.cited import Cited, refuse
from sayso.stages.render.gate.prose import numbers, quoted, stray_number

__all__ = ["check_grounds", "check_reasons"]

# Letters to either side of cited words in which a reason's number may stand.
_AROUND = 200


def check_reasons(said: Sequence[str], grounds: Sequence[Reason], cited: Cited, what: str) -> None:
    """Refuse a reason that rests on nothing, or on words outside the brief's reports; `said` are the same as words."""
    if tuple(said) != tuple(reason.text for reason in grounds):
        loose = next((one for one in said if all(one != reason.text for reason in grounds)), "their order")
        refuse(what, f"the reason {loose!r}", "no words of a report are cited for it")
    for reason in grounds:
        if not reason.evidence:
            refuse(what, f"the reason {reason.text!r}", "no words of a report are cited for it")
        for one in reason.evidence:
            _check_place(one, cited, f"{what}: the reason {reason.text!r}")


def _check_place(one: Evidence, cited: Cited, what: str) -> None:
    if one.report not in cited.reports:
        refuse(what, f"report {one.report!r}", "no such report is in the brief")
    if one.claim is not None and cited.claim(one.claim, what).report != one.report:
        refuse(what, f"claim {one.claim!r}", f"it does not stand in report {one.report!r}")
    if one.start is not None and one.end is not None:
        length = len(cited.text(one.report, what))
        if not 0 <= one.start < one.end <= length:
            refuse(what, f"the words at {one.start}-{one.end}", f"report {one.report!r} has none there")


def check_grounds(grounds: Sequence[Reason], names: list[str], may: frozenset[float], cited: Cited, what: str) -> None:
    """Refuse a number or a quotation in a reason that stands in none of the words that it cites.

    `may` are the numbers that need no citing here: the values that the reason is about, and counts.
    """
    for reason in grounds:
        if not numbers(reason.text) and not quoted(reason.text):
            continue
        stray = stray_number(reason.text, names, may | frozenset(_given(reason.evidence, cited)))
        if stray is not None:
            refuse(what, f"the number {stray:g} in {reason.text!r}", "it stands in none of the words that it cites")
        reports = list(dict.fromkeys(one.report for one in reason.evidence))
        for words in quoted(reason.text):
            if not any(words.casefold() in cited.flat_text(report) for report in reports):
                refuse(what, f"the quotation {words!r}", "it stands in none of the reports that it cites")


def _given(evidence: Iterable[Evidence], cited: Cited) -> Iterable[float]:
    """Yield the bounds of the cited figures, with one to either side, and the numbers around what is cited."""
    for one in evidence:
        claim = cited.claims.get(one.claim or "")
        if claim is not None and claim.figure is not None:
            bounds = [bound for bound in (claim.figure.low, claim.figure.high) if bound is not None]
            yield from (bound + by for bound in bounds for by in (-1, 0, 1))
        if one.start is not None and one.end is not None:
            text = cited.texts[one.report]
            around = text[max(0, one.start - _AROUND) : one.end + _AROUND]
            yield from numbers(around)
