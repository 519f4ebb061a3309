"""Indirect speech read off a parse: every reporting verb or noun of saying with what hangs on it.

The content spans follow the conventions of PARC (Pareti 2012) and PolNeAR (Newell et al. 2018): the whole
complement with its "that", without the comma beside the cue.
"""

from collections.abc import Iterable, Iterator

from sayso.language.parse import Parse
from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span
from sayso.stages.extract.speech.answering import can_answer
from sayso.stages.extract.speech.channels import addressee_of, carriers_of, document_of, quoted_by
from sayso.stages.extract.speech.contents import contents_of, stand_ins
from sayso.stages.extract.speech.cue_words import cue_words
from sayso.stages.extract.speech.grammar import (
    clipped_subject,
    counted_before_speaker,
    is_negated,
    is_verb,
    kids,
    noun_phrase,
    pieces,
    speaker_of,
    whole_of,
)
from sayso.stages.extract.speech.marks import Marked
from sayso.stages.extract.speech.owners import is_account, owner_of
from sayso.stages.extract.speech.saying import NounPhrase, Saying
from sayso.stages.extract.speech.units import Unit
from sayso.stages.extract.speech.verbs import Verb, reporting_verb

__all__ = ["reporting_at", "sayings_of", "source_of"]


# Verbs of many senses count where they govern words in marks.
_IN_MARKS_ONLY = 0.15
_MARKED = 0.2


def sayings_of(unit: Unit, number: int, parse: Parse, marks: Iterable[Marked] = ()) -> list[Saying]:
    """Return the candidates of one unit, in the order of their cues; `marks` are the fragments in it."""
    found: list[Saying] = []
    fragments = list(marks)
    stood_in = stand_ins(unit, parse)
    for i, word in enumerate(parse.words):
        verb = reporting_at(parse, i)
        if verb is not None:
            found.extend(_of_verb(unit, number, parse, i, verb, stood_in, fragments))
        elif parse.tags[i] in {"NN", "NNS"} and word.lower() in cue_words("saying_nouns"):
            found.extend(_of_noun(unit, number, parse, i, fragments))
    return found


def reporting_at(parse: Parse, i: int) -> Verb | None:
    """Return the reporting verb at token `i`; taggers take some for nouns at the head of a sentence's tree."""
    if is_verb(parse, i) or (parse.tags[i] in {"NN", "NNS", "NNP"} and parse.deps[i] == "ROOT"):
        return reporting_verb(parse.words[i])
    return None


def _of_verb(
    unit: Unit, number: int, parse: Parse, v: int, verb: Verb, stood_in: set[int], fragments: list[Marked]
) -> Iterator[Saying]:
    counted = counted_before_speaker(parse, v)
    if counted is not None:
        yield _of_counted(unit, number, parse, v, counted)
        return
    source, document = source_of(unit, parse, v)
    carriers = carriers_of(unit, parse, v, source)
    seen: list[tuple[Span, ...]] = []
    for how, tokens, score in contents_of(parse, v, verb):
        spans = () if stood_in & set(tokens) else _with_marks(pieces(unit, parse, tokens), fragments)
        if spans and spans not in seen and (score > _IN_MARKS_ONLY or _any_marked(spans, fragments)):
            seen.append(spans)
            yield Saying(
                unit=number,
                construct=how,
                content=spans,
                score=max(score, _MARKED) if source is not None else score / 2,
                source=source,
                cue=Span(unit.there(parse.starts[v]), unit.there(parse.ends[v], end=True)),
                verb=verb.base,
                carriers=carriers,
                addressee=addressee_of(unit, parse, v, verb),
                document=document or document_of(unit, parse, v),
                open=is_negated(parse, v),
                attitude=not verb.takes & {"say", "object", "numbering"},
                why=f"{how} of “{verb.base}”",
            )


def _of_counted(unit: Unit, number: int, parse: Parse, v: int, speaker: int) -> Saying:
    """Read "the 14 dockers neighbours said were hurt": what is counted stands right before who says it."""
    source = noun_phrase(unit, parse, speaker)
    head = Span(unit.there(parse.starts[speaker]), unit.there(parse.ends[speaker], end=True))
    return Saying(
        unit=number,
        construct="object",
        content=pieces(unit, parse, range(min(parse.subtree(speaker)), speaker)),
        score=0.3,
        source=NounPhrase(head, source.head),
        cue=Span(unit.there(parse.starts[v]), unit.there(parse.ends[v], end=True)),
        verb="say",
        why="said of those counted before it",
    )


def _any_marked(spans: tuple[Span, ...], fragments: list[Marked]) -> bool:
    return any(span.holds(one.outer) for span in spans for one in fragments)


def _with_marks(spans: tuple[Span, ...], fragments: list[Marked]) -> tuple[Span, ...]:
    """Widen spans that hold most of some marked words to their marks."""
    return tuple(_widened(span, fragments) for span in spans)


def _widened(span: Span, fragments: list[Marked]) -> Span:
    for one in fragments:
        shared = min(span.end, one.inner.end) - max(span.start, one.inner.start)
        if shared * 2 > one.inner.end - one.inner.start:
            span = Span(min(span.start, one.outer.start), max(span.end, one.outer.end))
    return span


def source_of(unit: Unit, parse: Parse, v: int) -> tuple[NounPhrase | None, Span | None]:
    """Return who said it, and the document where the verb belongs to one ("issued a statement saying")."""
    head = quoted_by(parse, v)
    head = speaker_of(parse, v) if head is None else head
    head = clipped_subject(parse, v) if head is None else head
    head = _named_in_passive(parse, v) if head is None else head
    if head is None or not can_answer(parse, head):
        return None, None
    word = parse.words[head].lower()
    if word in cue_words("documents") or word in cue_words("tolls"):
        document = noun_phrase(unit, parse, head).head if word in cue_words("documents") else None
        owner = _owner(parse, head)
        return noun_phrase(unit, parse, head if owner is None else owner), document
    owner = owner_of(parse, head, {"by", "from"}) if is_account(parse.words[head]) else None
    return noun_phrase(unit, parse, head if owner is None else owner), None


def _named_in_passive(parse: Parse, v: int) -> int | None:
    """Read "…, a memorandum was added" as the memorandum's words; but who is told or informed only hears."""
    if not any(c < v for c in kids(parse, v, "ccomp")) or _addressed(parse.words[v]):
        return None
    return next((c for c in kids(parse, v, "nsubjpass") if parse.tags[c].startswith("NN")), None)


def _addressed(word: str) -> bool:
    verb = reporting_verb(word)
    return verb is None or "say" not in verb.takes or verb.base in vocabulary("reporting")["to_somebody"]


def _owner(parse: Parse, noun: int) -> int | None:
    """Return whose statement it is: "the ministry's", "by the ministry", or of the one who issued it."""
    owner = owner_of(parse, noun, {"by", "from"})
    if owner is not None or parse.deps[noun] in {"nsubj", "nsubjpass"}:
        return owner
    if parse.deps[noun] == "pobj" and parse.words[parse.heads[noun]].lower() in cue_words("meanwhile"):
        return None
    issuer = next((speaker_of(parse, i) for i in parse.above(noun) if is_verb(parse, i)), None)
    return issuer if issuer is not None and can_answer(parse, issuer) else None


def _of_noun(unit: Unit, number: int, parse: Parse, n: int, fragments: list[Marked]) -> Iterator[Saying]:
    """Read "a claim that …", "reports of …"."""
    found = _content_of_noun(parse, n)
    spans = _with_marks(pieces(unit, parse, found[0]), fragments) if found else ()
    owner = _giver_of_denied(parse, n) if _is_denied(parse, n) else _owner(parse, n)
    if found and spans:
        yield Saying(
            unit=number,
            construct="noun",
            content=spans,
            score=found[1],
            source=None if owner is None else noun_phrase(unit, parse, owner),
            cue=Span(unit.there(parse.starts[n]), unit.there(parse.ends[n], end=True)),
            verb=parse.words[n].lower(),
            why=f"noun “{parse.words[n].lower()}”",
        )


def _is_denied(parse: Parse, n: int) -> bool:
    verb = reporting_verb(parse.words[parse.heads[n]]) if parse.deps[n] in {"dobj", "nsubjpass"} else None
    return verb is not None and "contesting" in verb.takes


def _giver_of_denied(parse: Parse, n: int) -> int | None:
    """Return whose a denied report is, which is never who denies it: "denied rebel claims that", "denied reports that"."""
    for by in kids(parse, n, "prep", "agent"):
        if parse.words[by].lower() in {"by", "from", "in"}:
            return next(iter(kids(parse, by, "pobj")), None)
    owned = next(iter(kids(parse, n, "poss")), None)
    named = owned is None and (kids(parse, n, "compound") or parse.words[n].lower() in cue_words("rumours"))
    return n if named else owned


def _content_of_noun(parse: Parse, n: int) -> tuple[list[int], float] | None:
    for c in kids(parse, n, "acl", "ccomp"):
        if any(parse.words[m].lower() == "that" for m in kids(parse, c, "mark")):
            return whole_of(parse, c), 0.6
    for of in kids(parse, n, "prep"):
        if parse.words[of].lower() == "of":
            return whole_of(parse, of)[1:], 0.25
    return None
