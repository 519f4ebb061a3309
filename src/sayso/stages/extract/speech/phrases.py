"""Sources named without a reporting verb: "according to X", "by X's count", "X's figure of …", labels."""

import re
from collections.abc import Iterator
from functools import cache

from sayso.language.names import is_role
from sayso.language.parse import Parse
from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span
from sayso.stages.extract.speech.grammar import is_verb, kids, noun_phrase, pieces, relative_of, speaker_of, whole_of
from sayso.stages.extract.speech.saying import NounPhrase, Saying
from sayso.stages.extract.speech.units import Unit

__all__ = ["label_of", "phrases_of"]

_OFFICIAL = frozenset({"official", "preliminary", "early", "unofficial", "unconfirmed", "initial", "independent"})
_HAVING = frozenset({"have", "has", "had", "hold", "holds", "held", "give", "gives", "gave", "put", "puts", "lists", "listed", "spoke", "speaks"})
_LABEL = re.compile(r"(?P<who>[^:.!?\n]{2,90}?)(?P<on>, on (?P<carrier>[^:,.!?\n]{2,40}))?:\s+(?=\S)")
_PLACE_SIDE = 8


@cache
def _cue_words(key: str) -> frozenset[str]:
    return frozenset(vocabulary("cues")[key])


@cache
def _source_words() -> frozenset[str]:
    lists = vocabulary("sources")
    single = {word for words in lists.values() for word in words if " " not in word}
    return frozenset(single | set(vocabulary("agencies")["common_words"]))


def phrases_of(unit: Unit, number: int, parse: Parse) -> Iterator[Saying]:
    """Yield the candidates that hang on no verb of saying."""
    for i, word in enumerate(parse.words):
        lowered = word.lower()
        if lowered == "according":
            yield from _according(unit, number, parse, i)
        elif lowered in _cue_words("account_prepositions"):
            yield from _account(unit, number, parse, i)
        elif lowered in _cue_words("number_nouns") and parse.tags[i].startswith("NN"):
            yield from _number_noun(unit, number, parse, i)
        elif lowered in _HAVING and is_verb(parse, i):
            yield from _having(unit, number, parse, i)


def _clause_without(parse: Parse, i: int) -> list[int]:
    """Return the clause in which the phrase headed by `i` stands, without the phrase."""
    top = parse.heads[i]
    for j in parse.above(i):
        if is_verb(parse, j) or parse.deps[j] == "ROOT":
            top = j
            break
    while parse.deps[top] in {"conj", "advcl", "xcomp", "aux", "auxpass"} and parse.heads[top] != top:
        top = parse.heads[top]
    return whole_of(parse, top, [i])


def _according(unit: Unit, number: int, parse: Parse, i: int) -> Iterator[Saying]:
    things = [c for to in kids(parse, i, "prep", "aux") for c in kids(parse, to, "pobj")] or kids(parse, i, "pobj")
    if not things:
        return
    yield _phrase(unit, number, parse, i, things[0], _clause_without(parse, i), 0.95)


def _phrase(unit: Unit, number: int, parse: Parse, i: int, source: int, tokens: list[int], score: float) -> Saying:
    last = i + 1 if i + 1 < len(parse) and parse.words[i + 1].lower() == "to" else i
    spans = pieces(unit, parse, tokens)
    return Saying(
        unit=number,
        construct="phrase",
        content=spans or (unit.span,),
        score=score,
        source=noun_phrase(unit, parse, source),
        cue=Span(unit.there(parse.starts[i]), unit.there(parse.ends[last], end=True)),
        verb=" ".join(parse.words[i : last + 1]).lower(),
        why=f"phrase “{' '.join(parse.words[i : last + 1]).lower()}”",
    )


def _account(unit: Unit, number: int, parse: Parse, i: int) -> Iterator[Saying]:
    """Read "by the ministry's count", "in the account of X", "on official figures"."""
    for noun in kids(parse, i, "pobj"):
        if parse.words[noun].lower() not in _cue_words("account_nouns"):
            continue
        owner = _owner(parse, noun)
        if owner is None and not any(parse.words[c].lower() in _OFFICIAL for c in parse.children[noun]):
            continue
        yield _phrase(unit, number, parse, i, noun if owner is None else owner, _clause_without(parse, i), 0.6)


def _owner(parse: Parse, noun: int) -> int | None:
    for c in kids(parse, noun, "poss"):
        return c
    for by in kids(parse, noun, "prep"):
        if parse.words[by].lower() in {"of", "by", "from"}:
            for c in kids(parse, by, "pobj"):
                if parse.tags[c].startswith("NN") and not any(parse.tags[t] == "CD" for t in parse.subtree(c)):
                    return c
    for clause in kids(parse, noun, "relcl", "acl"):
        for c in kids(parse, clause, "nsubj", "agent"):
            if parse.tags[c] not in {"WDT", "WP"}:
                return c if parse.deps[c] == "nsubj" else next(iter(kids(parse, c, "pobj")), None)
    return None


def _number_noun(unit: Unit, number: int, parse: Parse, noun: int) -> Iterator[Saying]:
    """Read "the ministry's figure of 26", "a tally that X put out", "the figure came from X: …"."""
    owner = _owner(parse, noun)
    if owner is None and parse.deps[noun] == "nsubj" and parse.words[parse.heads[noun]].lower() in {"came", "comes", "come"}:
        places = kids(parse, parse.heads[noun], "prep")
        owner = next((c for p in places if parse.words[p].lower() == "from" for c in kids(parse, p, "pobj")), None)
    if owner is None or relative_of(parse, noun) == owner:
        return
    if parse.tags[owner] == "CD" or parse.words[owner].lower() in {"people", "dead", "month", "year", "day", "week"}:
        return
    spans = pieces(unit, parse, _clause_without(parse, noun)) or (unit.span,)
    yield Saying(
        unit=number,
        construct="phrase",
        content=(Span(min(s.start for s in spans), max(s.end for s in spans)),),
        score=0.3,
        source=noun_phrase(unit, parse, owner),
        cue=Span(unit.there(parse.starts[noun]), unit.there(parse.ends[noun], end=True)),
        verb=parse.words[noun].lower(),
        why=f"owner of “{parse.words[noun].lower()}”",
    )


def _having(unit: Unit, number: int, parse: Parse, v: int) -> Iterator[Saying]:
    """Read "the ministry had 9,900 on Tuesday": a source with a number as its object."""
    subject = speaker_of(parse, v)
    if subject is None or not _may_be_source(parse, subject):
        return
    things = [c for c in kids(parse, v, "dobj") if parse.tags[c] == "CD" or any(parse.tags[t] == "CD" for t in parse.subtree(c))]
    for thing in things:
        spans = pieces(unit, parse, whole_of(parse, thing))
        if spans:
            yield Saying(
                unit=number,
                construct="phrase",
                content=spans,
                score=0.2,
                source=noun_phrase(unit, parse, subject),
                cue=Span(unit.there(parse.starts[v]), unit.there(parse.ends[v], end=True)),
                verb=parse.words[v].lower(),
                why=f"“{parse.words[v].lower()}” with a number",
            )


def _may_be_source(parse: Parse, i: int) -> bool:
    words = {parse.words[j].lower() for j in parse.subtree(i)}
    return bool(words & _source_words())


def label_of(text: str, unit: Unit, number: int) -> Saying | None:
    """Read "Police: 12 dead" and "Deputy minister A. Name, on Channel 5: more than …"."""
    found = _LABEL.match(text, unit.span.start, unit.span.end)
    if found is None or found.end() >= unit.span.end:
        return None
    who = found["who"]
    words = re.findall(r"[\w’'-]+", who)
    known = {word.lower().removesuffix("’s").removesuffix("'s") for word in words}
    if len(words) > _PLACE_SIDE or not (known & _source_words() or any(is_role(word) for word in words)):
        return None
    if any(word.lower() in {"is", "are", "was", "were", "has", "have", "had", "said", "says"} for word in words):
        return None
    start = found.start("who")
    after_from = re.search(r"\bfrom\s+(?=\S)", who)
    begin = start + (after_from.end() if after_from else 0)
    span = Span(begin, found.end("who"))
    carriers: tuple[NounPhrase, ...] = ()
    if found["carrier"]:
        carrier = Span(found.start("carrier"), found.end("carrier"))
        carriers = (NounPhrase(carrier, carrier),)
    content = Span(found.end(), unit.span.end)
    return Saying(
        unit=number,
        construct="label",
        content=(content,),
        score=0.7,
        source=NounPhrase(span, span),
        carriers=carriers,
        why="label before a colon",
    )
