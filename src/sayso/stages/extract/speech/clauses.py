"""Indirect speech read off a parse: every reporting verb or noun of saying with what hangs on it.

The content spans follow the conventions of PARC (Pareti 2012) and PolNeAR (Newell et al. 2018): the whole
complement with its "that", without the comma beside the cue.
"""

from collections.abc import Iterator
from functools import cache

from sayso.language.parse import Parse
from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span
from sayso.stages.extract.speech.grammar import (
    is_negated,
    is_passive,
    is_verb,
    kids,
    noun_phrase,
    pieces,
    speaker_of,
    whole_of,
)
from sayso.stages.extract.speech.saying import Construct, NounPhrase, Saying
from sayso.stages.extract.speech.units import Unit
from sayso.stages.extract.speech.verbs import Verb, reporting_verb

__all__ = ["addressee_of", "carriers_of", "document_of", "sayings_of", "source_of"]

Found = tuple[Construct, list[int], float]


def sayings_of(unit: Unit, number: int, parse: Parse) -> list[Saying]:
    """Return the candidates of one unit, in the order of their cues."""
    found: list[Saying] = []
    stand_ins = _stand_ins(unit, parse)
    for i, word in enumerate(parse.words):
        if is_verb(parse, i) or (parse.tags[i] == "NN" and parse.deps[i] == "ROOT"):
            verb = reporting_verb(word)
            if verb is not None:
                found.extend(_of_verb(unit, number, parse, i, verb, stand_ins))
        elif parse.tags[i] in {"NN", "NNS"} and word.lower() in _saying_nouns():
            found.extend(_of_noun(unit, number, parse, i))
    return found


@cache
def _saying_nouns() -> frozenset[str]:
    return frozenset(vocabulary("cues")["saying_nouns"])


@cache
def _documents() -> frozenset[str]:
    return frozenset(vocabulary("cues")["documents"])


def _stand_ins(unit: Unit, parse: Parse) -> set[int]:
    """Return the tokens that stand for whole quotations."""
    places = [start + 1 for start, length in zip(unit.starts, unit.lengths, strict=True) if length < 0]
    return {i for place in places if (i := parse.token_at(place)) is not None}


def _of_verb(unit: Unit, number: int, parse: Parse, v: int, verb: Verb, stand_ins: set[int]) -> Iterator[Saying]:
    contents = [(how, tokens, score) for how, tokens, score in _contents(parse, v, verb) if not stand_ins & set(tokens)]
    if not contents:
        return
    source, document = source_of(unit, parse, v)
    carriers = carriers_of(unit, parse, v, source)
    addressee = addressee_of(unit, parse, v, verb)
    for how, tokens, score in contents:
        spans = pieces(unit, parse, tokens)
        if spans:
            yield Saying(
                unit=number,
                construct=how,
                content=spans,
                score=score if source is not None else score / 2,
                source=source,
                cue=Span(unit.there(parse.starts[v]), unit.there(parse.ends[v], end=True)),
                verb=verb.base,
                carriers=carriers,
                addressee=addressee,
                document=document or document_of(unit, parse, v),
                open=is_negated(parse, v),
                attitude="say" not in verb.takes and how != "object",
                why=f"{how} of “{verb.base}”",
            )


def _contents(parse: Parse, v: int, verb: Verb) -> Iterator[Found]:
    clauses = [c for c in kids(parse, v, "ccomp") if c != v]
    if clauses:
        for c in clauses:
            yield from _clause(parse, v, c, verb)
        return
    if parse.deps[v] == "parataxis" and "say" in verb.takes:
        yield "inserted", _around(parse, v), 0.9
        return
    if parse.deps[v] == "advcl" and any(parse.words[c].lower() == "as" for c in kids(parse, v, "mark", "advmod")):
        yield "as", _around(parse, v), 0.6
        return
    yield from _infinitive(parse, v, verb)
    yield from _thing(parse, v, verb)


def _clause(parse: Parse, v: int, c: int, verb: Verb) -> Iterator[Found]:
    if verb.takes & {"say", "attitude", "directive", "quote"}:
        tokens = whole_of(parse, c)
        if c < v < max(tokens):
            tokens = [i for i in tokens if i < v]
        score = 1.0 if "say" in verb.takes else 0.6
        yield "clause", tokens, score


def _around(parse: Parse, v: int) -> list[int]:
    """Return the sentence round an inserted cue."""
    return [i for i in whole_of(parse, parse.heads[v], [v]) if parse.deps[i] != "cc" or parse.heads[i] != parse.heads[v]]


def _infinitive(parse: Parse, v: int, verb: Verb) -> Iterator[Found]:
    for c in kids(parse, v, "xcomp"):
        if not any(parse.tags[t] == "TO" for t in kids(parse, c, "aux")):
            continue
        if verb.takes & {"infinitive", "directive", "attitude"}:
            yield "infinitive", whole_of(parse, c), 0.7 if "infinitive" in verb.takes else 0.5
            return


def _thing(parse: Parse, v: int, verb: Verb) -> Iterator[Found]:
    for preposition in kids(parse, v, "prep"):
        if parse.words[preposition].lower() in verb.prepositions:
            yield "preposition", whole_of(parse, preposition)[1:], 0.5
            return
    if not verb.takes & {"object", "attitude"} or (verb.base in {"tell", "ask"}):
        return
    things = kids(parse, v, "dobj") or (kids(parse, v, "nsubjpass") if is_passive(parse, v) else [])
    for c in things:
        extra = [p for p in kids(parse, v, "prep", "oprd") if p > c and parse.words[p].lower() in {"at", "as"}]
        tokens = sorted({*whole_of(parse, c), *(i for p in extra for i in whole_of(parse, p))})
        yield "object", tokens, 0.45 if "object" in verb.takes else 0.3
        return


def source_of(unit: Unit, parse: Parse, v: int) -> tuple[NounPhrase | None, Span | None]:
    """Return who said it, and the document where the verb belongs to one ("issued a statement saying")."""
    head = speaker_of(parse, v)
    if head is None:
        return None, None
    if parse.words[head].lower() in _documents() and parse.deps[head] not in {"nsubj", "nsubjpass"}:
        document = noun_phrase(unit, parse, head).head
        owner = _owner(parse, head)
        return noun_phrase(unit, parse, head if owner is None else owner), document
    return noun_phrase(unit, parse, head), None


def _owner(parse: Parse, noun: int) -> int | None:
    """Return whose statement it is: "the ministry's", "by the ministry", or of the one who issued it."""
    for c in kids(parse, noun, "poss"):
        return c
    for by in kids(parse, noun, "prep", "agent"):
        if parse.words[by].lower() in {"by", "from"}:
            return next(iter(kids(parse, by, "pobj")), None)
    for i in parse.above(noun):
        if is_verb(parse, i):
            return speaker_of(parse, i)
    return None


def carriers_of(unit: Unit, parse: Parse, v: int, source: NounPhrase | None) -> tuple[NounPhrase, ...]:
    """Return who quotes the source: "RIA quoted the ministry as saying"."""
    if parse.deps[v] != "pcomp" or parse.words[parse.heads[v]].lower() != "as":
        return ()
    quoting = parse.heads[parse.heads[v]]
    head = speaker_of(parse, quoting) if is_verb(parse, quoting) else None
    if head is None:
        return ()
    carrier = noun_phrase(unit, parse, head)
    return () if source is not None and carrier.head == source.head else (carrier,)


def addressee_of(unit: Unit, parse: Parse, v: int, verb: Verb) -> NounPhrase | None:
    if verb.base == "tell":
        for c in kids(parse, v, "dobj", "dative"):
            return noun_phrase(unit, parse, c)
    for to in kids(parse, v, "prep", "dative"):
        if parse.words[to].lower() in {"to", "on", "with"}:
            for c in kids(parse, to, "pobj"):
                return noun_phrase(unit, parse, c)
    return None


def document_of(unit: Unit, parse: Parse, v: int) -> Span | None:
    for preposition in kids(parse, v, "prep"):
        for c in kids(parse, preposition, "pobj"):
            if parse.words[c].lower() in _documents():
                return Span(unit.there(parse.starts[c]), unit.there(parse.ends[c], end=True))
    return None


def _of_noun(unit: Unit, number: int, parse: Parse, n: int) -> Iterator[Saying]:
    """Read "a claim that …", "reports of …"."""
    clauses = [c for c in kids(parse, n, "acl", "ccomp") if any(parse.words[m].lower() == "that" for m in kids(parse, c, "mark"))]
    things = [p for p in kids(parse, n, "prep") if parse.words[p].lower() == "of"]
    for tokens, score in ((whole_of(parse, clauses[0]), 0.6),) if clauses else ((whole_of(parse, things[0])[1:], 0.25),) if things else ():
        spans = pieces(unit, parse, tokens)
        owner = _owner(parse, n)
        if spans:
            yield Saying(
                unit=number,
                construct="noun",
                content=spans,
                score=score,
                source=None if owner is None else noun_phrase(unit, parse, owner),
                cue=Span(unit.there(parse.starts[n]), unit.there(parse.ends[n], end=True)),
                verb=parse.words[n].lower(),
                document=None,
                why=f"noun “{parse.words[n].lower()}”",
            )
