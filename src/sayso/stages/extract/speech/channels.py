"""Through whose hands words came, as the sentence tells: to whom they were said, who quotes them, what they were said in."""

from collections.abc import Iterator

from sayso.language.names import is_time
from sayso.language.parse import Parse
from sayso.model.span import Span
from sayso.stages.extract.speech.cue_words import cue_words
from sayso.stages.extract.speech.grammar import is_verb, kids, noun_phrase, speaker_of
from sayso.stages.extract.speech.saying import NounPhrase
from sayso.stages.extract.speech.units import Unit
from sayso.stages.extract.speech.verbs import Verb, reporting_verb

__all__ = ["addressee_of", "carriers_of", "document_of", "quoted_after", "quoted_by"]


def quoted_by(parse: Parse, v: int) -> int | None:
    """Return whom the one who speaks cites: "RIA reported, citing the ministry"."""
    citing = [i for i, tag in enumerate(parse.tags) if tag == "VBG" and i != v and _hands_on(parse.words[i])]
    speaker = speaker_of(parse, v) if citing else None
    if speaker is None:
        return None
    for i in citing:
        things = kids(parse, i, "dobj")
        if things and speaker_of(parse, i) == speaker:
            return things[0]
    return None


def _hands_on(word: str) -> bool:
    verb = reporting_verb(word)
    return verb is not None and "carry" in verb.takes


def carriers_of(unit: Unit, parse: Parse, v: int, source: NounPhrase | None) -> tuple[NounPhrase, ...]:
    """Return who passes the source's words on: "RIA quoted the ministry as saying", "RIA said, citing …"."""
    named = _quoting(parse, v, speaker_of(parse, v))
    if named is not None:
        return (noun_phrase(unit, parse, named),)
    if parse.deps[v] == "pcomp" and parse.words[parse.heads[v]].lower() == "as":
        quoting = parse.heads[parse.heads[v]]
        head = speaker_of(parse, quoting) if is_verb(parse, quoting) else None
        # "was quoted as saying by RIA"
        head = next(_by(parse, v), None) if head is None else head
    else:
        head = speaker_of(parse, v) if quoted_by(parse, v) is not None else None
    if head is None:
        return ()
    carrier = noun_phrase(unit, parse, head)
    return () if source is not None and carrier.head == source.head else (carrier,)


def _by(parse: Parse, i: int) -> Iterator[int]:
    for by in kids(parse, i, "agent", "prep"):
        if parse.words[by].lower() == "by":
            yield from kids(parse, by, "pobj")


def _quoting(parse: Parse, v: int, speaker: int | None) -> int | None:
    """Return who quotes or carries: "officials quoted by RIA said", "its statement, carried by RIA, said"."""
    said_in = [c for p in kids(parse, v, "prep") for c in kids(parse, p, "pobj")]
    for noun in ([] if speaker is None else [speaker]) + said_in:
        for clause in kids(parse, noun, "acl", "relcl"):
            if _hands_on(parse.words[clause]) or parse.words[clause].lower() in cue_words("carried"):
                found = next(_by(parse, clause), None)
                if found is not None:
                    return found
    return None


def quoted_after(parse: Parse, i: int, outlet: int) -> tuple[int, int | None]:
    """Return source and carrier of "according to RIA, citing the ministry" and "according to the mayor, cited by RIA".

    `i` is the token of "according", `outlet` the head of what follows it; the carrier is None where only one is named.
    """
    clauses = [*kids(parse, outlet, "acl", "relcl"), *kids(parse, i, "pcomp", "acl")]
    clauses += [c for c in kids(parse, parse.heads[i], "advcl") if outlet < c and parse.words[c - 1] == ","]
    for clause in clauses:
        if not _hands_on(parse.words[clause]):
            continue
        by = next(_by(parse, clause), None)
        if by is not None:
            return outlet, by
        cited = next(iter(kids(parse, clause, "dobj")), None)
        if cited is not None:
            return cited, outlet
    return outlet, None


def addressee_of(unit: Unit, parse: Parse, v: int, verb: Verb) -> NounPhrase | None:
    """Return to whom it was said: "told RIA", "said in an interview with RIA", "Speaking on Channel Two, she said"."""
    if verb.base == "tell":
        for c in kids(parse, v, "dobj", "dative"):
            return noun_phrase(unit, parse, c)
    said_in = [c for p in kids(parse, v, "prep") for c in kids(parse, p, "pobj")]
    documents = [d for c in said_in for d in kids(parse, c, "acl")]
    talks = [c for c in said_in if parse.words[c].lower() in cue_words("talks")]
    speaking = [c for c in kids(parse, v, "advcl") if parse.words[c].lower() in cue_words("speaking")]
    for place in (v, *documents, *talks, *speaking):
        for to in kids(parse, place, "prep", "dative"):
            for c in kids(parse, to, "pobj") if parse.words[to].lower() in {"to", "on", "with"} else ():
                if not is_time(parse.words[c]):
                    return noun_phrase(unit, parse, c)
    return None


def document_of(unit: Unit, parse: Parse, v: int) -> Span | None:
    """Return what it was said in ("in a statement")."""
    for preposition in kids(parse, v, "prep"):
        for c in kids(parse, preposition, "pobj"):
            if parse.words[c].lower() in cue_words("documents"):
                return Span(unit.there(parse.starts[c]), unit.there(parse.ends[c], end=True))
    return None
