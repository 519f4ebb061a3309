"""Sources named without a reporting verb: "according to X", "by X's count", "X's figure of …", labels."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec.structs import replace

from sayso.language.names import is_role, is_time
from sayso.language.parse import Parse
from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span
from sayso.stages.extract.speech.answering import may_be_source, source_words
from sayso.stages.extract.speech.channels import quoted_after
from sayso.stages.extract.speech.cue_words import cue_words
from sayso.stages.extract.speech.gapping import gapped
from sayso.stages.extract.speech.grammar import is_verb, kids, noun_phrase, pieces, relative_of, subject_of, whole_of
from sayso.stages.extract.speech.kinds import is_carrier
from sayso.stages.extract.speech.owners import is_account, owner_of
from sayso.stages.extract.speech.saying import NounPhrase, Saying
from sayso.stages.extract.speech.units import Unit

__all__ = ["label_of", "phrases_of"]

_LABEL = re.compile(r"(?P<who>[^:.!?\n]{2,90}?)(?P<on>, on (?P<carrier>[^:,.!?\n]{2,40}))?:\s+(?=\S)")
_LAST = re.compile(r"(?::|\s[-–—])\s+(?P<who>[^\W\d_][\w’'-]*(?: [\w’'-]+){0,4})$")
_PLACE_SIDE = 8
_MARKS = {"“": "”", '"': '"', "«": "»", "„": "“"}


@cache
def _offices() -> frozenset[str]:
    return frozenset(vocabulary("titles")["roles"]["offices"])


def phrases_of(unit: Unit, number: int, parse: Parse) -> Iterator[Saying]:
    """Yield the candidates that hang on no verb of saying."""
    for i, word in enumerate(parse.words):
        lowered = word.lower()
        if lowered == "according":
            yield from _according(unit, number, parse, i)
        elif lowered == "per" and i and parse.words[i - 1] == ",":
            yield from _per(unit, number, parse, i)
        elif lowered in cue_words("account_prepositions"):
            yield from _account(unit, number, parse, i)
        elif parse.tags[i] == "CD":
            yield from _owned_number(unit, number, parse, i)
            without_verb = gapped(unit, number, parse, i)
            if without_verb is not None:
                yield without_verb
        elif lowered in cue_words("number_nouns") and parse.tags[i].startswith("NN"):
            yield from _number_noun(unit, number, parse, i)


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


def _clause_beside(parse: Parse, i: int) -> list[int]:
    """Return the relative clause right before ", according to", where it alone has a number: "…, which killed 17, …"."""
    if i < 1 or parse.words[i - 1] != ",":
        return []
    for clause in range(i - 1):
        if parse.deps[clause] != "relcl" or not kids(parse, clause, "nsubj", "nsubjpass"):
            continue
        own = whole_of(parse, clause, [i])
        outside = set(range(i)) - set(own)
        if (
            own[-1] == i - 2
            and parse.words[own[0] - 1] == ","
            and _numbers(parse, own)
            and not _numbers(parse, outside)
        ):
            return own
    return []


def _numbers(parse: Parse, tokens: Iterable[int]) -> bool:
    return any(parse.tags[j] == "CD" for j in tokens)


def _according(unit: Unit, number: int, parse: Parse, i: int) -> Iterator[Saying]:
    things = [c for to in kids(parse, i, "prep", "aux") for c in kids(parse, to, "pobj")] or kids(parse, i, "pobj")
    if not things:
        return
    tokens = _clause_beside(parse, i) or _between_semicolons(parse, i, _clause_without(parse, i))
    owner = owner_of(parse, things[0]) if is_account(parse.words[things[0]]) else None
    source, carrier = quoted_after(parse, i, things[0] if owner is None else owner)
    handed_on = (
        {i for c in (source, carrier) if c is not None for i in parse.subtree(c)} if carrier is not None else set()
    )
    said = _phrase(unit, number, parse, i, source, [t for t in tokens if t not in handed_on], 0.95)
    yield said if carrier is None else replace(said, carriers=(noun_phrase(unit, parse, carrier),))


def _per(unit: Unit, number: int, parse: Parse, i: int) -> Iterator[Saying]:
    """Read "…, per the sheriff's office"; "per day", "per capita" have no comma before them and nobody in them."""
    for c in kids(parse, i, "pobj"):
        if may_be_source(parse, c):
            yield _phrase(unit, number, parse, i, c, _clause_without(parse, i), 0.95)


def _between_semicolons(parse: Parse, i: int, tokens: list[int]) -> list[int]:
    """Return those of `tokens` on the same side of every semicolon as token `i`; all of them where none are."""
    stops = [j for j in range(len(parse)) if parse.words[j] == ";"]
    first = max((j for j in stops if j < i), default=-1)
    last = min((j for j in stops if j > i), default=len(parse))
    return [j for j in tokens if first < j < last] or tokens


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
        own = parse.subtree(noun)
        if parse.words[noun].lower() not in cue_words("account_nouns") or any(parse.tags[t] == "CD" for t in own):
            continue
        owner = owner_of(parse, noun)
        if owner is None and not any(
            parse.words[c].lower() in cue_words("of_counts") | source_words()
            for c in kids(parse, noun, "amod", "compound")
        ):
            continue
        yield _phrase(unit, number, parse, i, noun if owner is None else owner, _clause_without(parse, i), 0.6)


def _number_noun(unit: Unit, number: int, parse: Parse, noun: int) -> Iterator[Saying]:
    """Read "the ministry's figure of 26", "a tally that X put out", "the figure came from X: …"."""
    owner = owner_of(parse, noun, frozenset({"by", "from"}))
    owner = next(iter(_holders(parse, noun)), None) if owner is None else owner
    if owner is None or is_time(parse.words[owner]):
        owner = _came_from(parse, noun)
    if owner is None or relative_of(parse, noun) == owner:
        return
    if not (may_be_source(parse, owner) or parse.tags[owner] in {"NNP", "NNPS", "PRP$"}):
        return
    if parse.tags[owner] == "PRP$":
        owner = _clause_subject(parse, noun) or owner
    own = whole_of(parse, noun, [owner])
    if noun + 2 < len(parse) and parse.words[noun + 1] == ":" and parse.deps[noun] == "dobj":
        own = list(range(noun + 2, len(parse)))
    counted = any(parse.tags[i] == "CD" for i in own)
    used = parse.heads[noun] if parse.words[parse.heads[noun]].lower() in {"use", "using"} else None
    bare = parse.words[noun].lower() in cue_words("claims")
    if not counted and used is None and (bare or parse.deps[noun] not in {"nsubj", "nsubjpass"}):
        return
    around = own if counted else _clause_without(parse, noun) if used is None else _outside(parse, used)
    spans = pieces(unit, parse, around) or (unit.span,)
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


def _holders(parse: Parse, noun: int) -> list[int]:
    """Return who keeps the count in "the government death toll", "the ministry figure"."""
    return [c for c in kids(parse, noun, "compound") if parse.words[c].lower() in cue_words("keep_counts")]


def _clause_subject(parse: Parse, noun: int) -> int | None:
    """Return the subject before "its own figure" in the same clause: "The alliance has kept to its own figure"."""
    verb = next((j for j in parse.above(noun) if is_verb(parse, j)), None)
    subject = subject_of(parse, verb) if verb is not None else None
    return subject if subject is not None and subject < noun and may_be_source(parse, subject) else None


def _outside(parse: Parse, i: int) -> list[int]:
    """Return the sentence without the subtree of `i`: what "to use Brook's number" is said of."""
    inside = set(parse.subtree(i))
    return [j for j in range(len(parse)) if j not in inside]


def _links_behind(verb: str) -> frozenset[str]:
    """Return the prepositions that lead from a count that came or appeared to who gave it."""
    if verb in cue_words("came"):
        return cue_words("came_from")
    return cue_words("appeared_on") if verb in cue_words("appeared") else frozenset()


def _came_from(parse: Parse, noun: int) -> int | None:
    """Read "the figure came from X", "a count posted on X", "the number appeared on X"."""
    for verb in (parse.heads[noun], *kids(parse, noun, "acl", "relcl")):
        links = _links_behind(parse.words[verb].lower())
        for place in kids(parse, verb, "prep", "agent") if links else ():
            if parse.words[place].lower() in links:
                found = next(iter(kids(parse, place, "pobj")), None)
                if found is not None and not is_time(parse.words[found]):
                    return found
    return None


def _owned_number(unit: Unit, number: int, parse: Parse, i: int) -> Iterator[Saying]:
    """Read "the mayor's 700 looters": a number that is somebody's own."""
    noun = parse.heads[i] if parse.deps[i] in {"nummod", "compound"} else i
    for owner in kids(parse, noun, "poss"):
        if parse.words[owner].lower() in _offices() and any(
            parse.tags[c] == "CD" for c in (i, *kids(parse, noun, "nummod"))
        ):
            spans = pieces(unit, parse, whole_of(parse, noun, [owner]))
            yield Saying(
                unit=number,
                construct="phrase",
                content=spans or (unit.span,),
                score=0.25,
                source=noun_phrase(unit, parse, owner),
                why="owner of the number",
            )


def label_of(text: str, unit: Unit, number: int) -> Saying | None:
    """Read "Police: 12 dead", "Deputy minister A. Name, on Channel 5: more than …" and "12 dead: police"."""
    found = _LABEL.match(text, unit.span.start, unit.span.end)
    leading = _leading(text, unit, number, found) if found is not None and found.end() < unit.span.end else None
    return leading or _trailing(text, unit, number)


def _end_of_marks(text: str, said: Span) -> int:
    """Return where the words behind a label end: in marks, with those, since a caption may run into the report."""
    closing = _MARKS.get(text[said.start])
    at = text.find(closing, said.start + 1, said.end) if closing else -1
    return at if at >= 0 else said.end


def _trailing(text: str, unit: Unit, number: int) -> Saying | None:
    found = _LAST.search(text, unit.span.start, unit.span.end)
    if found is None or not {word.lower() for word in re.findall(r"[\w-]+", found["who"])} & source_words():
        return None
    who = Span(found.start("who"), found.end("who"))
    return Saying(
        unit=number,
        construct="label",
        content=(Span(unit.span.start, found.start()),),
        score=0.6,
        source=NounPhrase(who, who),
        why="label after a colon",
    )


def _leading(text: str, unit: Unit, number: int, found: "re.Match[str]") -> Saying | None:
    who = found["who"]
    after_from = re.search(r"\bfrom\s+(?=\S)", who)
    who = who[after_from.end() :] if after_from else who
    words = re.findall(r"[\w’'-]+", who)
    known = {word.lower().removesuffix("’s").removesuffix("'s") for word in words}
    told = known & source_words() or any(is_role(word) for word in words) or is_carrier(who)
    if len(words) > _PLACE_SIDE or not told:
        return None
    if known & cue_words("own_voice") or known & cue_words("no_label"):
        return None
    start = found.start("who")
    begin = start + (after_from.end() if after_from else 0)
    span = Span(begin, found.end("who"))
    carriers: tuple[NounPhrase, ...] = ()
    if found["carrier"]:
        carrier = Span(found.start("carrier"), found.end("carrier"))
        carriers = (NounPhrase(carrier, carrier),)
    content = Span(found.end(), _end_of_marks(text, Span(found.end(), unit.span.end)))
    return Saying(
        unit=number,
        construct="label",
        content=(content,),
        score=0.7,
        source=NounPhrase(span, span),
        carriers=carriers,
        why="label before a colon",
    )
