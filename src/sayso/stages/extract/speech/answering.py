"""Who can answer for words or numbers at all: people, bodies and documents; no event, no time, no bare count."""

from functools import cache

from sayso.language.names import is_body_word, is_role, is_time
from sayso.language.parse import Parse
from sayso.language.vocabulary import vocabulary
from sayso.stages.extract.speech.cue_words import cue_words
from sayso.stages.extract.speech.grammar import is_finite, is_passive, kids, whole_of
from sayso.stages.extract.speech.verbs import Verb

__all__ = ["can_answer", "is_deed", "may_be_source", "may_count", "source_words"]


@cache
def source_words() -> frozenset[str]:
    """Return the words that tell a description of somebody who may count or report."""
    lists = vocabulary("sources")
    single = {word for words in lists.values() for word in words if " " not in word}
    return frozenset(single | set(vocabulary("agencies")["common_words"]))


def may_be_source(parse: Parse, i: int) -> bool:
    """Say whether the noun phrase headed by `i` describes somebody who may count or report."""
    head = parse.words[i].lower()
    if head in cue_words("papers") or head in {"it", "they"}:
        return True
    if head in cue_words("cannot_speak") and parse.words[i].islower():
        return False
    words = [parse.words[j].lower() for j in whole_of(parse, i, kids(parse, i, "relcl", "acl"))]
    return any(word in source_words() or is_role(word) or is_body_word(word) for word in words)


def can_answer(parse: Parse, i: int) -> bool:
    """Say whether the noun phrase headed by `i` can be a subject of saying.

    Events do nothing but happen. A toll is somebody's where a name or a counting body stands before it ("a Brook
    Press tally"), and nobody's with a day alone ("Friday's toll").
    """
    head = parse.words[i].lower()
    if head[:1].isdigit():
        return False
    if head in cue_words("cannot_speak"):
        # Surnames are such words as well ("Ash", "Storm").
        return not (parse.words[i].islower() or not i)
    if head not in cue_words("tolls"):
        return True
    if any(parse.words[by].lower() in {"by", "from"} for by in kids(parse, i, "prep", "agent")):
        return True
    return any(_may_own(parse, j) for j in parse.subtree(i) if j < i and parse.tags[j].startswith("NN"))


def _may_own(parse: Parse, j: int) -> bool:
    word = parse.words[j]
    return not is_time(word) and (
        parse.tags[j].startswith("NNP") or word.lower() in source_words() or is_body_word(word)
    )


def may_count(parse: Parse, subject: int, v: int, verb: Verb) -> bool:
    """Say whether `subject` may give a number with the verb `v`; people who are counted themselves do not."""
    if not can_answer(parse, subject) or not may_be_source(parse, subject):
        return False
    counted = any(parse.tags[c] == "CD" for c in kids(parse, subject, "nummod"))
    return not counted and not is_deed(parse, v, verb)


def is_deed(parse: Parse, v: int, verb: Verb) -> bool:
    """Say whether the verb's object shows that something is done and not said.

    "The ward admitted 40 patients", "the flood claimed 12 lives", "rebels released 14 divers"; and "crews found two
    men dead", where no clause with a verb of its own tells what was found.
    """
    things = kids(parse, v, "dobj")
    if is_passive(parse, v):
        things = kids(parse, v, "nsubjpass")
    if any(parse.words[c].lower() in vocabulary("reporting")["done_to"].get(verb.base, ()) for c in things):
        return True
    if "handling" in verb.takes and any(_are_people(parse, c) for c in things):
        return True
    if kids(parse, v, "oprd", "acomp") and not things and any(_are_people(parse, c) for c in kids(parse, v, "nsubj")):
        # "14 sailors confirmed dead", as headlines leave out the auxiliary.
        return True
    clauses = kids(parse, v, "ccomp")
    return verb.base == "find" and bool(clauses) and not any(is_finite(parse, c) for c in clauses)


def _are_people(parse: Parse, noun: int) -> bool:
    """Say whether a thing is a count of somebody: a number stands before a plural that names no number itself."""
    word = parse.words[noun].lower()
    counted = any(parse.tags[c] == "CD" for c in kids(parse, noun, "nummod"))
    return parse.tags[noun] in {"NNS", "NN"} and counted and word not in cue_words("harms")
