"""What can be read off a parse: who is the subject of a verb, how far a noun phrase or a content goes."""

from collections.abc import Iterable
from functools import cache

from sayso.language.names import is_body_word, is_role
from sayso.language.parse import Parse
from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span
from sayso.stages.extract.speech.cue_words import cue_words
from sayso.stages.extract.speech.saying import NounPhrase
from sayso.stages.extract.speech.units import Unit
from sayso.stages.extract.speech.verbs import reporting_verb

__all__ = [
    "clipped_subject",
    "counted_before_speaker",
    "is_finite",
    "is_negated",
    "is_passive",
    "is_verb",
    "kids",
    "noun_phrase",
    "opens_clause",
    "pieces",
    "relative_of",
    "speaker_of",
    "subject_of",
    "whole_of",
]

_SUBJECTS = frozenset({"nsubj", "csubj", "nsubjpass"})
_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "parataxis", "ccomp", "dep"})
_OUTSIDE_PHRASE = _CLAUSES | {"case", "appos", "cc", "conj", "punct"}
_EDGES = frozenset(",;:.-–—…!?()[]\"'“”‘’«»")
_FAR = 6
_FEWEST_OF_COUNTED = 3
_IN_BRACKETS = 3


def kids(parse: Parse, i: int, *deps: str) -> list[int]:
    """Return the dependents of `i` that hang from it by one of `deps`."""
    return [c for c in parse.children[i] if parse.deps[c] in deps]


def is_verb(parse: Parse, i: int) -> bool:
    """Say whether the token is tagged as a verb."""
    return parse.tags[i].startswith("VB")


def is_finite(parse: Parse, v: int) -> bool:
    """Say whether the verb, or an auxiliary of it, has a tense."""
    return any(parse.tags[i] in {"VBD", "VBP", "VBZ", "MD"} for i in (v, *kids(parse, v, "aux", "auxpass")))


def is_passive(parse: Parse, v: int) -> bool:
    """Say whether the verb stands in the passive."""
    if parse.tags[v] != "VBN" or kids(parse, v, "auxpass", "nsubjpass"):
        return parse.tags[v] == "VBN"
    return parse.deps[v] != "conj" and not kids(parse, v, "nsubj", "aux")


def is_negated(parse: Parse, v: int) -> bool:
    """Say whether the verb is denied, asked or supposed ("did not say", "if he says", "may say")."""
    for c in parse.children[v]:
        word = parse.words[c].lower()
        if parse.deps[c] == "neg" or (parse.deps[c] == "mark" and word in {"if", "whether", "unless"}):
            return True
        if parse.deps[c] == "aux" and word in {"would", "could", "should", "might", "may", "can", "will", "to"}:
            return not (word == "to" and _goes_on_to(parse, v))
    return False


def _goes_on_to(parse: Parse, v: int) -> bool:
    """Say whether a verb's "to" hangs from what tells that it was done: "went on to say", "continued to deny"."""
    head = parse.heads[v]
    on = any(parse.words[c].lower() == "on" for c in kids(parse, head, "prt", "advmod", "prep"))
    word = parse.words[head].lower()
    return parse.deps[v] in {"xcomp", "advcl"} and ((word in cue_words("go") and on) or word in cue_words("continue"))


def speaker_of(parse: Parse, v: int, depth: int = 0) -> int | None:
    """Return the head of the noun phrase that does what the verb `v` tells; None where the sentence names none."""
    if depth > _FAR:
        return None
    if is_passive(parse, v):
        return _agent(parse, v)
    subject = subject_of(parse, v)
    if subject is not None and parse.words[subject].lower() in _never_speak():
        subject = next(
            (i for i in range(subject) if parse.deps[i] in {"nsubj", "ROOT"} and parse.tags[i].startswith("N")), None
        )
    if subject is not None:
        return relative_of(parse, v) if parse.tags[subject] in _RELATIVE else subject
    found = _agent(parse, v)
    found = _right_before(parse, v) if found is None else found
    found = _inherited(parse, v, depth) if found is None else found
    return _inverted(parse, v) if found is None else found


def _inverted(parse: Parse, v: int) -> int | None:
    """Read "…, has declared the president": behind a comma, who speaks may be taken for the object."""
    before = v - 1
    while before > 0 and parse.deps[before] == "aux":
        before -= 1
    if before < 0 or parse.words[before] != ",":
        return None
    return next((c for c in kids(parse, v, "dobj") if c > v and any(map(is_role, _words_of(parse, c)))), None)


def _right_before(parse: Parse, v: int) -> int | None:
    """Return the office right before a finite verb where the parser made it an object: "left and a spokesman said"."""
    before = v - 1
    if before < 1 or parse.tags[v] not in {"VBD", "VBZ", "VBP"} or not parse.tags[before].startswith("NN"):
        return None
    return before if is_role(parse.words[before]) and opens_clause(parse, v) else None


def opens_clause(parse: Parse, v: int) -> bool:
    """Say whether "and" or the like begins the clause of `v` and its subject: "… left the pier and a spokesman said"."""
    i = _back_over_nouns(parse, v - 1)
    if i < 1 or parse.tags[i] != "CC":
        return False
    if parse.words[i - 1] == ",":
        return True
    # ", the mayor and the governor said" are two who speak.
    before = _back_over_nouns(parse, i - 1)
    return before >= 0 and parse.words[before] != ","


def _back_over_nouns(parse: Parse, i: int) -> int:
    while i >= 0 and (parse.tags[i].startswith(("NN", "JJ")) or parse.tags[i] in {"DT", "POS", "CD", "PRP$"}):
        i -= 1
    return i


def _words_of(parse: Parse, i: int) -> list[str]:
    return [parse.words[j] for j in parse.subtree(i)]


def subject_of(parse: Parse, v: int) -> int | None:
    """Return the subject that hangs from `v` itself; of two (clipped syntax) the nearer that is no number."""
    found = kids(parse, v, *_SUBJECTS)
    found = [c for c in found if parse.tags[c] != "CD" and parse.words[c].lower() not in _never_speak()] or found
    beside = [c for c in found if c == v - 1 or c > v or parse.words[v - 1] != ","]
    return min(beside or found[:1], key=lambda c: abs(c - v), default=None)


@cache
def _never_speak() -> frozenset[str]:
    return frozenset(vocabulary("pronouns")["never_speak"])


def _agent(parse: Parse, v: int) -> int | None:
    for by in kids(parse, v, "agent"):
        for c in kids(parse, by, "pobj"):
            return c
    return None


def relative_of(parse: Parse, v: int) -> int | None:
    """Return the noun that the relative clause round `v` tells of."""
    for i in (v, *parse.above(v)):
        if parse.deps[i] == "relcl":
            return _who(parse, i)
    return None


def _who(parse: Parse, clause: int) -> int:
    """Return the noun of a relative clause; "who" is nobody's place: "A. Name, a guide based in Velm, who said …"."""
    noun = parse.heads[clause]
    if not any(parse.words[c].lower() == "who" for c in parse.subtree(clause)):
        return noun
    top = noun
    while parse.deps[top] == "pobj" and parse.words[parse.heads[top]].lower() in vocabulary("pronouns")["of_place"]:
        above = next((i for i in parse.above(top) if parse.tags[i].startswith("NN")), None)
        if above is None:
            return noun
        top = parse.heads[above] if parse.deps[above] == "appos" else above
    return top


def _inherited(parse: Parse, v: int, depth: int) -> int | None:
    head, dep = parse.heads[v], parse.deps[v]
    if dep == "relcl" or (dep == "acl" and parse.tags[v] == "VBG"):
        return head
    if dep == "pcomp":
        return _through_preposition(parse, head, depth)
    if head != v and dep in {"conj", "advcl", "xcomp", "dep", "ccomp"} and is_verb(parse, head):
        if dep == "advcl" and parse.tags[v] == "VBG" and parse.words[v - 1] == ",":
            return _outer_speaker(parse, head, depth)
        if dep == "ccomp" and parse.tags[v] != "VBG":
            return None
        found = _subject_even_passive(parse, head) or speaker_of(parse, head, depth + 1)
        return _nearer_subject(parse, head, v, found) if dep == "conj" else found
    return None


def _nearer_subject(parse: Parse, head: int, v: int, found: int | None) -> int | None:
    """Return who acts in a clause between two joined verbs, where what heads the first cannot speak.

    Parsers join "and said" to the wrong verb: "The row grew when the mayor called him a liar and said …".
    """
    if found is None or _is_somebody(parse, found):
        return found
    between = (c for c in range(v - 1, head, -1) if is_verb(parse, c) and parse.deps[c] in {"advcl", "ccomp", "relcl"})
    subjects = (subject_of(parse, c) for c in between)
    return next((s for s in subjects if s is not None and s < v and _is_somebody(parse, s)), found)


def _is_somebody(parse: Parse, noun: int) -> bool:
    return parse.tags[noun].startswith(("NNP", "PRP")) or is_role(parse.words[noun]) or is_body_word(parse.words[noun])


def _outer_speaker(parse: Parse, head: int, depth: int) -> int | None:
    """Resolve "X said that people ran, adding": who adds is who said, not the people."""
    above = head
    while parse.deps[above] in {"conj", "ccomp"} and parse.heads[above] != above:
        if parse.deps[above] == "ccomp" and reporting_verb(parse.words[parse.heads[above]]) is not None:
            return speaker_of(parse, parse.heads[above], depth + 1)
        above = parse.heads[above]
    return _subject_even_passive(parse, head) or speaker_of(parse, head, depth + 1)


def clipped_subject(parse: Parse, v: int) -> int | None:
    """Return the subject of a headline's first verb for a second one behind a comma: "Leader sends troops, says …"."""
    if v == 0 or (parse.tags[v] not in {"VBZ", "VBP", "VBD"} and not _plural_tells(parse, v)):
        return None
    if parse.heads[v - 1] == v and parse.deps[v - 1] == "compound":
        # "the agency reports", taken for a compound noun.
        return v - 1
    if parse.words[v - 1] == ")" and v > _IN_BRACKETS and parse.words[v - _IN_BRACKETS] == "(":
        # "the harbour agency (HA) says".
        return v - _IN_BRACKETS - 1 if parse.tags[v - _IN_BRACKETS - 1].startswith("NN") else None
    if parse.words[v - 1] != ",":
        before = v - 1
        while before > 0 and parse.tags[before] in {"RB", "VBZ", "VBP", "VBD"} and parse.heads[before] == v:
            before -= 1
        # A noun right before a finite verb says it, whatever the parser made of it.
        return before if parse.tags[before].startswith(("NN", "PRP")) else None
    # "…, A. Name, the governor, told …", where the name was taken for an adverb of the clause before it.
    named = (i for i in range(v) if parse.deps[i] == "npadvmod" and parse.tags[i] == "NNP" and kids(parse, i, "appos"))
    return next(named, next((i for i in range(v) if parse.deps[i] == "nsubj"), None))


def counted_before_speaker(parse: Parse, v: int) -> int | None:
    """Return who speaks in "the 14 dockers neighbours said were hurt", where the parse takes both for one noun."""
    subject = v - 1
    if v < _FEWEST_OF_COUNTED or parse.words[v].lower() not in {"say", "said", "says"}:
        return None
    plurals = parse.tags[subject] == "NNS" and parse.tags[subject - 1] == "NNS"
    known = reporting_verb(parse.words[v]) is not None and is_role(parse.words[subject])
    counted = any(parse.tags[c] == "CD" for c in parse.subtree(subject))
    return subject if plurals and known and counted and parse.heads[subject] == v else None


def _plural_tells(parse: Parse, v: int) -> bool:
    """Say whether a plural's verb was taken for a noun: "State media report that …"."""
    return parse.tags[v] == "NN" and parse.tags[v - 1] == "NNS" and bool(kids(parse, v, "ccomp"))


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
    barred += [c for c in kids(parse, head, "advmod") if c > head]
    barred += [c for c in range(head + 1, len(parse)) if parse.deps[c] == "relcl"]
    inside = [i for i in whole_of(parse, head, barred) if parse.deps[i] not in {"relcl", "punct"} or i == head]
    tokens = _run_round(parse, inside, head)
    # Capitals in brackets are short for the words before them and no name of another.
    named = (c for c in kids(parse, head, "appos") if parse.tags[c].startswith("NNP") and parse.words[c - 1] != "(")
    beside = next(named, None)
    beside_span = None
    if beside is not None:
        beside_span = _span(
            unit, parse, _run_round(parse, whole_of(parse, beside, kids(parse, beside, *_OUTSIDE_PHRASE)), beside)
        )
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
    if first and parse.tags[first - 1] in {"DT", "PRP$"} and parse.heads[first - 1] > last:
        # "the agency reports", where the article was given to what was taken for a noun.
        first -= 1
    while first < head and parse.tags[first] in _RELATIVE:
        first += 1
    # A relative pronoun at the end begins what broken syntax has torn off.
    while last > head and (parse.tags[last] in _RELATIVE or parse.words[last].lower() == "that"):
        last -= 1
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
