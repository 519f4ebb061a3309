"""A verb left out the second time: "The police said 12 had died, the hospital 15", "put the dead at 12, the army at 15"."""

from sayso.language.names import is_body_word, is_role, is_time
from sayso.language.parse import Parse
from sayso.stages.extract.speech.answering import source_words
from sayso.stages.extract.speech.cue_words import cue_words
from sayso.stages.extract.speech.grammar import is_verb, pieces
from sayso.stages.extract.speech.saying import NounPhrase, Saying
from sayso.stages.extract.speech.units import Unit
from sayso.stages.extract.speech.verbs import reporting_verb

__all__ = ["gapped"]

_JOINS = frozenset(",;")
_CLOSES = frozenset(".,;–—")
_COMMA = frozenset(",")
_IN_PHRASE = ("NN", "JJ", "DT", "POS", "PRP$", "HYPH", "VBN")
_TELLS = frozenset({"say", "object", "numbering"})


def gapped(unit: Unit, number: int, parse: Parse, i: int) -> Saying | None:
    """Return the saying of the number at token `i` where only its giver stands before it; None where it is not so."""
    if i + 1 < len(parse) and not _is(parse, i + 1, _CLOSES, "clause_joins"):
        return None
    last = i - 1
    while last > 0 and _is(parse, last, _COMMA, "before_numbers"):
        last -= 1
    first = last
    while first > 0 and parse.tags[first - 1].startswith(_IN_PHRASE):
        first -= 1
    if first < 1 or not _is(parse, first - 1, _JOINS, "clause_joins") or not _may_give(parse, first, last):
        return None
    verb = _verb_before(parse, first - 1)
    if verb is None:
        return None
    # The parse takes the number for a part of the phrase before it.
    (phrase,), (head,) = pieces(unit, parse, range(first, last + 1)), pieces(unit, parse, [last])
    return Saying(
        unit=number,
        construct="phrase",
        content=pieces(unit, parse, [i]),
        score=0.3,
        source=NounPhrase(phrase, head),
        why=f"its verb “{parse.words[verb].lower()}” stands before, with another",
    )


def _is(parse: Parse, i: int, signs: frozenset[str], words: str) -> bool:
    return parse.words[i] in signs or parse.words[i].lower() in cue_words(words)


def _may_give(parse: Parse, first: int, last: int) -> bool:
    """Say whether tokens `first` to `last` are a noun phrase for somebody who may give a number."""
    if not parse.tags[last].startswith("NN") or is_time(parse.words[last]):
        return False
    words = [parse.words[j] for j in range(first, last + 1)]
    return any(word.lower() in source_words() or is_role(word) or is_body_word(word) for word in words)


def _verb_before(parse: Parse, end: int) -> int | None:
    """Return the verb before `end` that gives a number of its own."""
    counted = False
    for j in range(end - 1, -1, -1):
        counted = counted or parse.tags[j] == "CD"
        verb = reporting_verb(parse.words[j]) if is_verb(parse, j) and parse.deps[j] != "aux" else None
        if verb is not None and verb.takes & _TELLS:
            return j if counted else None
    return None
