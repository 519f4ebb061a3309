"""What can be read off a parse: who is the subject of a verb, how far a noun phrase or a content goes."""

from collections.abc import Iterable

from sayso.language.parse import Parse
from sayso.model.span import Span
from sayso.stages.extract.speech.saying import NounPhrase
from sayso.stages.extract.speech.units import Unit

__all__ = [
    "is_negated",
    "is_passive",
    "is_verb",
    "kids",
    "noun_phrase",
    "pieces",
    "relative_of",
    "speaker_of",
    "whole_of",
]

_SUBJECTS = frozenset({"nsubj", "csubj", "nsubjpass"})
_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_OUTSIDE_PHRASE = frozenset({"relcl", "appos", "acl", "advcl", "parataxis", "cc", "conj", "punct", "ccomp", "dep"})
_EDGES = frozenset(",;:.-–—…!?()[]\"'“”‘’«»")
_FAR = 6


def kids(parse: Parse, i: int, *deps: str) -> list[int]:
    """Return the dependents of `i` that hang from it by one of `deps`."""
    return [c for c in parse.children[i] if parse.deps[c] in deps]


def is_verb(parse: Parse, i: int) -> bool:
    """Say whether the token is tagged as a verb."""
    return parse.tags[i].startswith("VB")


def is_passive(parse: Parse, v: int) -> bool:
    """Say whether the verb stands in the passive."""
    return parse.tags[v] == "VBN" and bool(kids(parse, v, "auxpass", "nsubjpass"))


def is_negated(parse: Parse, v: int) -> bool:
    """Say whether the verb is denied, asked or supposed ("did not say", "if he says", "may say")."""
    for c in parse.children[v]:
        word = parse.words[c].lower()
        if parse.deps[c] == "neg" or (parse.deps[c] == "mark" and word in {"if", "whether", "unless"}):
            return True
        if parse.deps[c] == "aux" and word in {"would", "could", "should", "might", "may", "can", "will", "to"}:
            return True
    return False


def speaker_of(parse: Parse, v: int, depth: int = 0) -> int | None:
    """Return the head of the noun phrase that does what the verb `v` tells; None where the sentence names none."""
    if depth > _FAR:
        return None
    if is_passive(parse, v):
        return _agent(parse, v)
    for c in kids(parse, v, *_SUBJECTS):
        return relative_of(parse, v) if parse.tags[c] in _RELATIVE else c
    return _agent(parse, v) or _inherited(parse, v, depth)


def _agent(parse: Parse, v: int) -> int | None:
    for by in kids(parse, v, "agent"):
        for c in kids(parse, by, "pobj"):
            return c
    return None


def relative_of(parse: Parse, v: int) -> int | None:
    """Return the noun that the relative clause round `v` tells of."""
    for i in (v, *parse.above(v)):
        if parse.deps[i] == "relcl":
            return parse.heads[i]
    return None


def _inherited(parse: Parse, v: int, depth: int) -> int | None:
    head, dep = parse.heads[v], parse.deps[v]
    if head == v:
        return None
    if dep == "acl":
        return head if parse.tags[v] == "VBG" else None
    if dep == "relcl":
        return head
    if dep == "pcomp":
        return _through_preposition(parse, head, depth)
    if dep in {"conj", "advcl", "xcomp", "dep", "ccomp"} and is_verb(parse, head):
        if dep == "ccomp" and parse.tags[v] != "VBG":
            return None
        return _subject_even_passive(parse, head) or speaker_of(parse, head, depth + 1)
    return None


def _through_preposition(parse: Parse, preposition: int, depth: int) -> int | None:
    """Resolve "quoted X as saying", "was quoted as saying", "began by saying"."""
    verb = parse.heads[preposition]
    if parse.words[preposition].lower() == "as":
        things = kids(parse, verb, "dobj", "nsubjpass")
        if things:
            return things[-1]
    return speaker_of(parse, verb, depth + 1) if is_verb(parse, verb) else None


def _subject_even_passive(parse: Parse, v: int) -> int | None:
    for c in kids(parse, v, "nsubj", "nsubjpass"):
        return relative_of(parse, v) if parse.tags[c] in _RELATIVE else c
    return None


def whole_of(parse: Parse, i: int, without: Iterable[int] = ()) -> list[int]:
    """Return the subtree of `i` without the subtrees of `without`."""
    barred = set(without)
    found, todo = [], [i]
    while todo:
        j = todo.pop()
        found.append(j)
        todo.extend(c for c in parse.children[j] if c not in barred)
    return sorted(found)


def noun_phrase(unit: Unit, parse: Parse, head: int) -> NounPhrase:
    """Return the phrase round the noun `head`, in the text: up to its first comma, relative clause or apposition."""
    barred = [c for c in parse.children[head] if parse.deps[c] in _OUTSIDE_PHRASE and not _joins_name(parse, head, c)]
    inside = [i for i in whole_of(parse, head, barred) if parse.deps[i] not in {"relcl", "punct"} or i == head]
    tokens = _run_round(parse, inside, head)
    beside = next((c for c in kids(parse, head, "appos") if parse.tags[c].startswith("NNP")), None)
    beside_span = None
    if beside is not None:
        beside_span = _span(unit, parse, _run_round(parse, whole_of(parse, beside, kids(parse, beside, *_OUTSIDE_PHRASE)), beside))
    return NounPhrase(_span(unit, parse, tokens), _span(unit, parse, [head]), beside_span)


def _joins_name(parse: Parse, head: int, c: int) -> bool:
    """Tell "police and guards said" (one source) from a list that goes on to something else."""
    return parse.deps[c] in {"cc", "conj"} and abs(c - head) <= _FAR and not is_verb(parse, c)


def _run_round(parse: Parse, tokens: list[int], head: int) -> list[int]:
    """Return the part of `tokens` without gaps that holds `head`."""
    known = set(tokens)
    first = last = head
    while first - 1 in known or (first - 2 in known and parse.words[first - 1] in {"-", "'", "’"}):
        first -= 1
    while last + 1 in known or (last + 2 in known and parse.words[last + 1] in {"-", "/", "'", "’"}):
        last += 1
    return list(range(first, last + 1))


def _span(unit: Unit, parse: Parse, tokens: list[int]) -> Span:
    return Span(unit.there(parse.starts[tokens[0]]), unit.there(parse.ends[tokens[-1]], end=True))


def pieces(unit: Unit, parse: Parse, tokens: Iterable[int]) -> tuple[Span, ...]:
    """Return the runs of `tokens` as spans of the text, without punctuation at their edges."""
    found: list[Span] = []
    run: list[int] = []
    for i in [*sorted(tokens), -1]:
        if run and i != run[-1] + 1:
            while run and parse.words[run[-1]] in _EDGES:
                run.pop()
            while run and parse.words[run[0]] in _EDGES:
                run.pop(0)
            if run:
                found.append(_span(unit, parse, run))
            run = []
        run.append(i)
    return tuple(found)
