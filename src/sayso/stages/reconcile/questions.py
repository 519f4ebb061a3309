"""Claims that answer one question, put side by side with what became of each value."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

import msgspec

from sayso.language.vocabulary import vocabulary
from sayso.model.link import Lineage
from sayso.model.question import Question, SourceName, Status, Variant
from sayso.model.reason import Reason
from sayso.stages.reconcile.because import because, merged, said_in
from sayso.stages.reconcile.distorted import Ties, ties
from sayso.stages.reconcile.draft import Draft, drafts
from sayso.stages.reconcile.entry import Entry
from sayso.stages.reconcile.partial import partial
from sayso.stages.reconcile.places import WHOLE, scopes
from sayso.stages.reconcile.status import settle
from sayso.stages.reconcile.summary import remarks, summary
from sayso.stages.reconcile.wholes import with_parts

__all__ = ["questions"]

# Reasons for a count of origins; more of them tell a reader no more.
_REASONS = 6
_Key = tuple[str, str, str, str, bool]


def questions(entries: Sequence[Entry], lineage: Lineage) -> tuple[Question, ...]:
    """Return the questions that the event's own figures answer, the gravest measure and largest group first."""
    known = ties(lineage, entries)
    groups = _grouped(entries, scopes(entries))
    deltas = {key[:4]: frozenset(e.figure.low for e in group) for key, group in groups.items() if key[4]}
    found = [_question(key, group, known, deltas.get(key[:4], frozenset())) for key, group in groups.items()]
    order = list(vocabulary("reconciling")["measures"])
    found.sort(key=lambda q: (order.index(q.measure), -len(_reports(q)), q.group, q.scope, q.detail or "", q.delta))
    return with_parts(found, {entry.claim.id: entry.claim for entry in entries})


def _reports(question: Question) -> set[str]:
    return {report for variant in question.variants for report in variant.reports}


def _grouped(entries: Sequence[Entry], scope: Mapping[str, str]) -> Mapping[_Key, list[Entry]]:
    """Sort entries by question; counts that are no totals get a question of their own."""
    whole: dict[_Key, list[Entry]] = {}
    for entry in entries:
        figure = entry.figure
        place = scope[entry.claim.id]
        detail = entry.detail or ""
        if place == WHOLE and detail[:1].isupper():
            place = detail
        key: _Key = (figure.measure, entry.group, place, detail, figure.delta)
        whole.setdefault(key, []).append(entry)
    found: dict[_Key, list[Entry]] = {}
    for key, group in sorted(whole.items()):
        parts = partial(group, placed=key[2] != WHOLE)
        for entry in group:
            detail = parts.get(entry.claim.id, key[3])
            found.setdefault((*key[:3], detail, key[4]), []).append(entry)
    return found


def _question(key: _Key, group: Sequence[Entry], known: Ties, deltas: frozenset[float]) -> Question:
    measure, people, scope, detail, delta = key
    values = drafts(group)
    settle(values, known, deltas)
    variants = tuple(_variant(draft) for draft in values)
    name = "\x1f".join((measure, people, scope, detail, str(delta)))
    bare = Question(
        id="q_" + blake2b(name.encode(), digest_size=6).hexdigest(),
        measure=group[0].figure.measure,
        group=group[0].group,
        scope=scope,
        disputed=any(variant.status == "disputed" for variant in variants),
        summary="",
        variants=variants,
        detail=detail or None,
        delta=delta,
    )
    said = remarks(bare, {entry.claim.id: entry.claim for entry in group})
    told = tuple(remark.text for remark in said)
    return msgspec.structs.replace(bare, summary=summary(bare), remarks=told, grounds=said)


def _variant(draft: Draft) -> Variant:
    status: Status = draft.status or "current"  # type: ignore[assignment]
    low = max(1, len(draft.origins))
    told = {reason.text for reason in draft.why}
    grounds = (*draft.why, *(reason for reason in _counted(draft) if reason.text not in told))
    return Variant(
        low=draft.figure.low,
        high=draft.figure.high,
        qualifier=draft.figure.qualifier,
        status=status,
        origins=low,
        origins_max=max(low, len(draft.origins_apart)),
        sources=tuple(_sources(draft.standing)),
        reports=tuple(draft.reports),
        claims=tuple(entry.claim.id for entry in draft.entries),
        as_of=draft.as_of,
        first_reported=min((entry.told for entry in draft.standing if entry.told), default=None),
        why=tuple(reason.text for reason in grounds),
        grounds=grounds,
        denied_by=tuple(draft.denied_by),
        stance="uncertain" if draft.unsure else "denied" if not draft.asserted else "asserted",
        feared_in=tuple(sorted({entry.report.id for entry in draft.feared} - draft.saying)),
    )


def _sources(entries: Iterable[Entry]) -> Iterable[SourceName]:
    """Yield each source once, under its canonical name, with all hands in between."""
    via: dict[str, dict[str, None]] = {}
    for entry in entries:
        if entry.claim.attribution is not None and entry.claim.attribution.source:
            name = entry.source.name if entry.source else entry.claim.attribution.source
            via.setdefault(name, {}).update(dict.fromkeys(entry.claim.attribution.via))
    for name, hands in via.items():
        yield SourceName(name=name, via=tuple(hands))


def _counted(draft: Draft) -> Iterable[Reason]:
    """Yield in words how the origins were counted."""
    if not draft.origins:
        yield because("no report says from where it has it: one unknown origin", said_in(draft.standing))
    yield from merged(reason for entry in draft.standing for reason in _standing(entry))[:_REASONS]


def _standing(entry: Entry) -> Iterable[Reason]:
    """Yield why a claim rests on its origin; where no words are cited for it, it is by the claim's own."""
    told = entry.standing.grounds or tuple(Reason(text=text) for text in entry.standing.reasons)
    return (reason if reason.evidence else because(reason.text, said_in([entry])) for reason in told)
