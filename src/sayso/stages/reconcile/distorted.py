"""Values that stand only because a report changed them in taking them over."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec
from msgspec import Struct

from sayso.model.claim import Claim, Figure
from sayso.model.link import Distortion, Lineage, Link
from sayso.model.reason import Evidence, Reason
from sayso.stages.reconcile.because import at, because, said_in
from sayso.stages.reconcile.draft import Draft
from sayso.stages.reconcile.entry import Entry
from sayso.stages.reconcile.interval import agree, in_words

__all__ = ["Ties", "mark_differing", "mark_distorted", "ties"]

_DERIVED = frozenset({"copy", "excerpt", "rewrite"})
# A slip of one digit is told from a new count only in numbers of this many digits.
_FEWEST_DIGITS = 3
# Changes that a reason cites of many alike.
_SHOWN = 3


_Links = Mapping[str, Mapping[str, Link]]
"""Links by the report that has them and by the one at their other end."""


class Ties(Struct, frozen=True, kw_only=True):
    """What the lineage tells about changed figures: claims known as changed, links by later report, all neighbours.

    `alike` are the links of copies of which nothing tells which took from the other, by both ends.
    """

    changed: Mapping[str, Distortion]
    alike: _Links
    derived: _Links
    linked: Mapping[str, frozenset[str]]
    figures: Mapping[str, tuple[Claim, ...]]


def ties(lineage: Lineage, entries: Sequence[Entry]) -> Ties:
    """Sort the lineage by report, so that each value is looked up and not searched for."""
    derived: dict[str, dict[str, Link]] = {}
    alike: dict[str, dict[str, Link]] = {}
    linked: dict[str, set[str]] = {}
    figures: dict[str, list[Claim]] = {}
    for link in lineage.links:
        linked.setdefault(link.a, set()).add(link.b)
        linked.setdefault(link.b, set()).add(link.a)
        if link.relation in _DERIVED and link.direction is None:
            alike.setdefault(link.a, {})[link.b] = link
            alike.setdefault(link.b, {})[link.a] = _turned(link)
        elif link.relation in _DERIVED:
            derived.setdefault(link.a, {})[link.b] = link
    for entry in entries:
        figures.setdefault(entry.report.id, []).append(entry.claim)
    kinds = {"figure", "role"}
    return Ties(
        changed={d.claim: d for d in lineage.distortions if d.claim and d.kind in kinds and d.directed},
        alike=alike,
        derived=derived,
        linked={report: frozenset(others) for report, others in linked.items()},
        figures={report: tuple(claims) for report, claims in figures.items()},
    )


def _turned(link: Link) -> Link:
    passages = tuple(msgspec.structs.replace(taken, a=taken.b, b=taken.a) for taken in link.passages)
    return msgspec.structs.replace(link, a=link.b, b=link.a, passages=passages)


def mark_distorted(question: Sequence[Draft], known: Ties) -> None:
    """Settle the status of values that only changed copies state."""
    for draft in question:
        if draft.status is None and draft.asserted:
            why = _told(draft, known) or _changed_in_copy(draft, question, known) or _slip(draft, question, known)
            why = why or _other_role(draft, known)
            if why:
                draft.settle("distorted", why)


def _told(draft: Draft, known: Ties) -> Reason | None:
    if len(draft.saying) > 1 and draft.denied:
        return None  # what several reports say is not undone by one that denies it
    found = {
        entry.claim.id: known.changed[entry.claim.id] for entry in draft.asserted if entry.claim.id in known.changed
    }
    changes = list(found.values())
    changed_by = {change.copy for change in changes}
    if not all(entry.claim.id in found or _repeats(entry, changed_by) for entry in draft.asserted):
        return None
    both = [_sides(change) for change in changes[:_SHOWN]]
    if not changes:
        return None
    return because(changes[0].message or "changed in taking it over from another report", *both)


def _repeats(entry: Entry, changed_by: AbstractSet[str]) -> bool:
    """Say whether a headline only repeats what its own report changed further down: it is no second word for it."""
    return entry.claim.passage == "headline" and entry.source is None and entry.report.id in changed_by


def _sides(change: Distortion) -> tuple[Evidence, Evidence]:
    there, here = change.other_span, change.span
    return (
        Evidence(report=change.other, start=there.start, end=there.end, claim=change.other_claim),
        Evidence(report=change.copy, start=here.start, end=here.end, claim=change.claim),
    )


def _changed_in_copy(draft: Draft, question: Sequence[Draft], known: Ties) -> Reason | None:
    """Say why a value is a change: all its reports took their text from one that has another value in its place."""
    if not all(known.derived.get(entry.report.id) for entry in draft.asserted):
        return None
    for other in question:
        if other is draft or agree(draft.figure, other.figure) or not other.origins & draft.origins:
            continue
        if all(_replaces(entry, other, known.derived) for entry in draft.asserted):
            parent = next(iter(other.asserted)).report.label
            why = f"stands only where the text was taken from another report, which has {in_words(other.figure)} ({parent})"
            return because(why, said_in(other.asserted), said_in(draft.asserted))
    return None


def mark_differing(question: Sequence[Draft], known: Ties) -> None:
    """Settle as disputed what two copies of one text give differently, where nothing tells which of them is the first."""
    for draft in question:
        copied = draft.asserted and all(known.alike.get(entry.report.id) for entry in draft.asserted)
        for other in question if draft.status is None and copied else ():
            apart = other is not draft and not agree(draft.figure, other.figure)
            if apart and all(_replaces(entry, other, known.alike) for entry in draft.asserted):
                why = f"differs between copies of one text, of which nothing tells the first: {in_words(other.figure)}"
                draft.settle("disputed", because(why, said_in(other.asserted), said_in(draft.asserted)))
                break


def _replaces(entry: Entry, other: Draft, links: _Links) -> bool:
    """Say whether the entry's report shares its text with one that has the other value, and has dropped that value."""
    if entry.report.id in other.saying:
        return False
    mine = links.get(entry.report.id, {})
    return any(_stands_there(entry, other.by_report[name], mine[name]) for name in mine.keys() & other.by_report.keys())


def _stands_there(entry: Entry, there: Sequence[Entry], link: Link) -> bool:
    return not link.passages or any(_aligned(entry.claim, one.claim, link) for one in there)


def _aligned(a: Claim, b: Claim, link: Link) -> bool:
    return any(taken.a.meets(a.span) and taken.b.meets(b.span) for taken in link.passages)


def _slip(draft: Draft, question: Sequence[Draft], known: Ties) -> Reason | None:
    """Say why a value is a slip of the pen: one digit or their order differs from what its own source gives elsewhere."""
    if not all(known.linked.get(entry.report.id) for entry in draft.asserted):
        return None
    for other in question:
        if other is draft or not _one_digit_off(draft.figure, other.figure) or draft.saying & other.saying:
            continue
        near = all(known.linked.get(entry.report.id, frozenset()) & other.saying for entry in draft.asserted)
        if (
            near
            and draft.origins & other.origins
            and len(draft.saying) < len(other.saying)
            and draft.first >= other.first
        ):
            why = f"differs in a digit from {in_words(other.figure)}, which the same source gives in other reports"
            return because(why, said_in(other.asserted))
    return None


def _one_digit_off(a: Figure, b: Figure) -> bool:
    one, two = str(a.low), str(b.low)
    if a.low != a.high or b.low != b.high or len(one) != len(two) or len(one) < _FEWEST_DIGITS or one == two:
        return False
    return sorted(one) == sorted(two) or sum(x != y for x, y in zip(one, two, strict=True)) == 1


def _other_role(draft: Draft, known: Ties) -> Reason | None:
    """Say why a value is under the wrong measure: the text that it was taken from counts the same people as others."""
    there: list[Claim] = []
    for entry in draft.asserted:
        taken = [
            claim
            for link in known.derived.get(entry.report.id, {}).values()
            for claim in _role_changed(entry, link, known)
        ]
        if not taken:
            return None
        there.append(taken[0])
    figure = draft.figure
    why = f"the text that it was taken from has {in_words(figure)} under another measure than {figure.measure}"
    return because(why, map(at, there[:_SHOWN]))


def _role_changed(entry: Entry, link: Link, known: Ties) -> list[Claim]:
    """Return the claims under another measure that the entry's was taken from; none where it is no change of role."""
    there = _counts(known.figures.get(link.b, ()), entry)
    here = _counts(known.figures.get(entry.report.id, ()), entry)
    measures = {figure.measure for claim, figure in there if _same_source(claim, entry.claim)}
    if entry.denied or entry.figure.measure in {figure.measure for _claim, figure in there}:
        return []
    if measures <= {figure.measure for _claim, figure in here}:
        return []
    taken = [claim for claim, _figure in there if _same_source(claim, entry.claim)]
    return [claim for claim in taken if not link.passages or _aligned(entry.claim, claim, link)]


def _counts(claims: Sequence[Claim], entry: Entry) -> list[tuple[Claim, Figure]]:
    """Return the claims that give the same number of the same people, under whichever measure."""
    mine = entry.figure
    wanted = (mine.group, mine.low, mine.high)
    pairs = [(claim, claim.figure) for claim in claims if claim.figure is not None]
    return [(claim, figure) for claim, figure in pairs if (figure.group, figure.low, figure.high) == wanted]


def _same_source(a: Claim, b: Claim) -> bool:
    """Say whether both claims are attributed, or both are not: a change of role keeps the rest of the sentence."""
    return (a.source is None) == (b.source is None)
