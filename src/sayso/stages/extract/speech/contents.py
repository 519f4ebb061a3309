"""What hangs on a reporting verb as the words said: clause, infinitive, thing, or the rest of the sentence."""

from collections.abc import Iterator
from functools import cache

from sayso.language.parse import Parse
from sayso.language.vocabulary import vocabulary
from sayso.stages.extract.speech.answering import is_deed, may_count
from sayso.stages.extract.speech.cue_words import cue_words
from sayso.stages.extract.speech.grammar import (
    clipped_subject,
    is_passive,
    is_verb,
    kids,
    opens_clause,
    speaker_of,
    subject_of,
    whole_of,
)
from sayso.stages.extract.speech.saying import Construct
from sayso.stages.extract.speech.units import Unit
from sayso.stages.extract.speech.verbs import Verb, reporting_verb

__all__ = ["Found", "contents_of", "stand_ins"]

Found = tuple[Construct, list[int], float]
_NEAR = 9
_LEFT_OUT = 12
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "agent")


def stand_ins(unit: Unit, parse: Parse) -> set[int]:
    """Return the tokens that stand for whole quotations."""
    places = [start + 1 for start, length in zip(unit.starts, unit.lengths, strict=True) if length < 0]
    return {i for place in places if (i := parse.token_at(place)) is not None}


def contents_of(parse: Parse, v: int, verb: Verb) -> Iterator[Found]:
    """Yield what the verb `v` may have as its content, with a score."""
    if is_deed(parse, v, verb):
        return
    found = list(_complements(parse, v, verb))
    yield from found
    if not any(how in {"clause", "inserted", "as"} for how, _, _ in found):
        yield from _tail(parse, v, verb)
    if verb.takes & {"say", "object", "quote"} and not verb.takes & {"attitude", "beside_only"}:
        sure = verb.takes & {"say", "object"} and "many_senses" not in verb.takes
        yield from _governed(parse, v, 0.24 if sure else 0.1)
    if "beside_only" in verb.takes and _is_papers(parse, v):
        yield from _governed(parse, v, 0.1)
    if verb.takes & {"say", "object", "numbering"}:
        yield from _put_out(parse, v)
        yield from _antecedent(parse, v)
    if "numbering" in verb.takes and _counts(parse, v, verb):
        yield from _governed(parse, v, 0.21)


def _is_papers(parse: Parse, v: int) -> bool:
    """Say whether a paper is the subject, whose finding is told in its words: "The inquiry’s report found “…”"."""
    subject = subject_of(parse, v)
    return subject is not None and parse.words[subject].lower() in cue_words("documents")


def _complements(parse: Parse, v: int, verb: Verb) -> Iterator[Found]:
    quoting = _quoting_verb(parse, v)
    clauses = [c for c in kids(parse, v if quoting is None else quoting, "ccomp") if c != v]
    if _hands_on(parse, v, verb):
        return
    kept = [found for c in clauses for found in _clause(parse, v, c, verb)]
    if kept:
        yield from kept
        return
    torn = _interposed(parse, v, verb) or _torn_clause(parse, v, verb)
    if torn:
        yield "clause", torn, 0.6
        return
    if parse.deps[v] == "parataxis" and "say" in verb.takes:
        yield "inserted", _around(parse, v), 0.9
        return
    if (
        parse.deps[v] == "advcl"
        and verb.takes & {"say", "quote", "object"}
        and "beside_only" not in verb.takes
        and any(parse.words[c].lower() == "as" for c in kids(parse, v, "mark", "advmod"))
    ):
        yield "as", _around(parse, v), 0.6
        return
    yield from _infinitive(parse, v, verb)
    yield from _thing(parse, v, verb)


def _interposed(parse: Parse, v: int, verb: Verb) -> list[int]:
    """Return what a relative clause tells round a cue that its parse tore out: "which union men say has cost 12 jobs"."""
    if not verb.takes & {"say", "attitude"} or v + 2 >= len(parse) or parse.tags[v] not in {"VBP", "VBD", "VBZ"}:
        return []
    links = [i for i in range(max(0, v - _NEAR), v) if parse.words[i].lower() in {"which", "that", "who"}]
    if parse.tags[v + 1] not in {"VBZ", "VBP", "VBD", "MD"} or not links:
        return []
    torn = next((c for c in (*parse.above(v), v + 1, parse.heads[v + 1]) if parse.deps[c] == "relcl"), None)
    between = range(links[-1] + 1, v)
    nominal = all(parse.tags[i].startswith(_NOMINAL) or parse.deps[i] == "nsubj" for i in between)
    if torn is None or torn < v or not between or not nominal:
        return []
    return [i for i in whole_of(parse, torn) if i > v]


def _torn_clause(parse: Parse, v: int, verb: Verb) -> list[int]:
    """Return a clause whose subject its parse took for a thing that is said: "said accounts from the port spoke of 12"."""
    things = [c for c in kids(parse, v, "dobj") if c > v] if verb.base == "say" else []
    after = max(parse.subtree(things[-1])) + 1 if things else len(parse)
    if after >= len(parse) or parse.tags[after] not in {"VBD", "VBZ", "VBP"} or parse.heads[after] > after:
        return []
    return list(range(v + 1, max(parse.subtree(after)) + 1))


def _quoting_verb(parse: Parse, v: int) -> int | None:
    """Return the verb whose clause belongs to `v`: "quoted" in "18 died, X quoted Y as saying"."""
    head = parse.heads[v]
    if parse.deps[v] == "pcomp" and parse.words[head].lower() == "as" and not kids(parse, v, "ccomp"):
        return parse.heads[head]
    return None


def _hands_on(parse: Parse, v: int, verb: Verb) -> bool:
    """Say whether `v` only hands on what another is said to say ("quoted Y as saying")."""
    if "carry" not in verb.takes:
        return False
    return any(parse.words[a].lower() == "as" and kids(parse, a, "pcomp") for a in kids(parse, v, "prep"))


def _clause(parse: Parse, v: int, c: int, verb: Verb) -> Iterator[Found]:
    if not verb.takes & {"say", "attitude", "directive", "quote"}:
        return
    tokens = whole_of(parse, c, _added(parse, c))
    if c < v:
        tokens = [i for i in tokens if i < v]
        if (verb.base in cue_words("clause_after_only") and not _of_figures(parse, v)) or _stopped(
            parse, tokens[-1], v
        ):
            return
        if opens_clause(parse, v):
            return
    elif "say" in verb.takes:
        tokens = _to_the_end(parse, v, _up_to_objection(parse, tokens))
    yield "clause", tokens, 1.0 if "say" in verb.takes else 0.6


def _of_figures(parse: Parse, v: int) -> bool:
    """Say whether numbers are what shows: "14 were shot, an agency tally shows"."""
    subject = subject_of(parse, v)
    return subject is not None and parse.words[subject].lower() in cue_words("number_nouns")


def _to_the_end(parse: Parse, v: int, tokens: list[int]) -> list[int]:
    """Widen a clause behind its cue to all that is said: parsers let go of ", but …", ", so that …", ", which …"."""
    first, last = tokens[0], tokens[-1]
    inside = set(tokens)
    if v + 1 < first <= v + _LEFT_OUT and all(_clause_word(parse, i) for i in range(v + 1, first)):
        first = v + 1
    end = last
    for i in range(last + 1, len(parse)):
        if _ends_content(parse, v, i):
            break
        end = i
    if end + 1 < len(parse) and end > last:
        # Somebody else's cue follows: give back the phrase that belongs to it.
        while end > last and parse.words[end] != ",":
            end -= 1
    return sorted(inside | set(range(first, end + 1)))


def _up_to_objection(parse: Parse, tokens: list[int]) -> list[int]:
    """Cut what the teller sets against the words said behind a dash: "insist they were rebels – although …"."""
    for i in tokens[1:]:
        if parse.words[i].lower() in cue_words("setting_against") and parse.words[i - 1] in {"-", "–", "—", "--"}:
            return [j for j in tokens if j < i - 1]
    return tokens


def _clause_word(parse: Parse, i: int) -> bool:
    return parse.tags[i] not in {"IN", "TO", "RP", ",", ":", "``", "''"} and parse.deps[i] not in {
        "npadvmod",
        "dobj",
        "dative",
        "advmod",
    }


def _ends_content(parse: Parse, v: int, i: int) -> bool:
    """Say whether the words said end before token `i`: at a semicolon, a dash, another's cue, or the teller's own verb."""
    word = parse.words[i].lower()
    if word in {";", "—", "–", "--", "(", ":"} or word == "according" or (word == "-" and parse.tags[i] == ":"):
        return True
    if word in cue_words("setting_against") and parse.words[i - 1] == ",":
        return True
    if parse.heads[i] == v and parse.deps[i] in {"conj", "advcl", "prep", "npadvmod", "parataxis"}:
        return parse.deps[i] != "conj" or not kids(parse, i, *_SUBJECTS)
    verb = reporting_verb(word) if is_verb(parse, i) else None
    return verb is not None and bool(verb.takes & {"say", "contesting"})


def _added(parse: Parse, c: int) -> list[int]:
    """Return the ", adding that …" that a parse hangs on the clause before it."""
    return [
        i
        for i in range(c + 1, len(parse))
        if parse.tags[i] == "VBG"
        and parse.deps[i] == "advcl"
        and parse.words[i - 1] == ","
        and (verb := reporting_verb(parse.words[i])) is not None
        and verb.takes & {"say", "carry"}
    ]


def _stopped(parse: Parse, last: int, v: int) -> bool:
    """Say whether a colon or semicolon parts a clause from the verb after it."""
    return any(parse.words[i] in {":", ";"} for i in range(last, v))


def _around(parse: Parse, v: int) -> list[int]:
    """Return the sentence round an inserted cue."""
    head = parse.heads[v]
    # What is added behind the cue as a clause of its own is the teller's: "12 fled, police said, and crowds gathered".
    added = [c for c in kids(parse, head, "conj") if c > v and parse.words[v + 1] == "," and kids(parse, c, *_SUBJECTS)]
    return [i for i in whole_of(parse, head, [v, *added]) if parse.deps[i] != "cc" or parse.heads[i] != head]


def _tail(parse: Parse, v: int, verb: Verb) -> Iterator[Found]:
    """Read "…, the mayor said in a statement" where the parser took the last words for something else."""
    if "say" not in verb.takes or verb.base in cue_words("clause_after_only") or parse.tags[v] == "VBG":
        return
    subject = speaker_of(parse, v)
    if subject is None and parse.words[v - 1] == ")":
        subject = clipped_subject(parse, v)
    if subject is None or any(_goes_on(parse, i) for i in range(v + 1, len(parse))):
        return
    first = min(whole_of(parse, subject)[0], v)
    commas = [i for i in range(first) if parse.words[i] == ","]
    # A rank with a full stop may have been torn off the name: ", Sgt. A. Name of the force said".
    if commas and all(_of_name(parse, i) for i in range(commas[-1] + 1, first)) and first > len(kids(parse, v, "dobj")):
        yield "tail", list(range(commas[-1])), 0.7


def _of_name(parse: Parse, i: int) -> bool:
    return parse.words[i] == "." or parse.tags[i].startswith("NN") or parse.tags[i] in {"DT", "JJ", "POS"}


def _goes_on(parse: Parse, i: int) -> bool:
    """Say whether token `i` shows that a clause follows the cue, more than an adjunct to it."""
    if parse.words[i] in {":", ";"}:
        return True
    return is_verb(parse, i) and parse.deps[i] not in {"relcl", "acl", "advcl"}


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
    if not verb.takes & {"object", "attitude"} or verb.base in {"tell", "ask"}:
        return
    things = kids(parse, v, "dobj") or (kids(parse, v, "nsubjpass") if is_passive(parse, v) else [])
    for c in things:
        extra = [p for p in kids(parse, v, "prep") if p > c and parse.words[p].lower() in {"at", "as"}]
        extra += [*kids(parse, v, "oprd"), *_counted_too(parse, v)]
        tokens = sorted({*whole_of(parse, c), *(i for p in extra for i in whole_of(parse, p))})
        yield "object", tokens, 0.45 if "object" in verb.takes else 0.3
        return


def _counted_too(parse: Parse, v: int) -> list[int]:
    """Return participles that go on with a count, which parsers take for a second verb: "put the dead at 9 and 40 hurt"."""
    return [
        c
        for c in kids(parse, v, "conj")
        if parse.tags[c] == "VBN"
        and not kids(parse, c, "aux", "auxpass")
        and any(parse.tags[i] == "CD" for i in parse.subtree(c))
    ]


def _governed(parse: Parse, v: int, score: float) -> Iterator[Found]:
    """Take all that hangs from the verb but who speaks: the last resort, for numbers in broken or clipped syntax."""
    subject = subject_of(parse, v)
    subjects = [subject] if subject is not None else []
    if is_passive(parse, v):
        subjects = kids(parse, v, "agent")
    # Clauses beyond a colon or semicolon, or with a subject of their own beside the verb, are not its words.
    beyond = [c for c in parse.children[v] if c < v and parse.deps[c] == "ccomp" and _stopped(parse, c, v)]
    beyond += [c for c in kids(parse, v, "conj") if kids(parse, c, *_SUBJECTS)]
    beyond += [c for c in kids(parse, v, "advcl") if c > v and _is_set_against(parse, c)]
    apart = opens_clause(parse, v)
    tokens = [i for i in whole_of(parse, v, [*subjects, *beyond]) if i > v or (i < v and not apart)]
    if tokens:
        yield "governed", _up_to_objection(parse, tokens), score


def _is_set_against(parse: Parse, clause: int) -> bool:
    """Say whether a clause gives what another one says: "puts it at 12 while the hospital counts 15"."""
    links = [parse.words[m].lower() for m in kids(parse, clause, "mark")]
    against = any(link == "while" or link in cue_words("setting_against") for link in links)
    return against and bool(kids(parse, clause, *_SUBJECTS))


def _antecedent(parse: Parse, v: int) -> Iterator[Found]:
    """Read "the nine that the mayor announced", "the 40 dead reported by local radio"."""
    noun = parse.heads[v]
    if parse.deps[v] == "relcl":
        subject = subject_of(parse, v)
        told = (
            subject is not None and not parse.tags[subject].startswith("W") and parse.words[subject].lower() != "that"
        )
    else:
        told = parse.deps[v] == "acl" and bool(kids(parse, v, "agent"))
    if parse.deps[v] == "relcl" and told and _tells_more(parse, v):
        yield "object", whole_of(parse, noun, [v]), 0.3
        return
    own = [c for c in kids(parse, v, "ccomp", "dobj") if parse.words[c].lower() not in {"that", "which"}]
    if told and not own and parse.tags[noun] in {"NN", "NNS", "CD", "NNP", "NNPS", "DT", "PRP"}:
        yield "object", whole_of(parse, noun, [v]), 0.3


def _tells_more(parse: Parse, v: int) -> bool:
    """Read "57 soldiers, which the group said was the most in a day": the group speaks of the soldiers."""
    verb = reporting_verb(parse.words[v])
    clauses = kids(parse, v, "ccomp")
    links = [s for c in clauses for s in kids(parse, c, "nsubj", "nsubjpass") if parse.words[s].lower() == "which"]
    return bool(links) and verb is not None and verb.base == "say"


def _put_out(parse: Parse, v: int) -> Iterator[Found]:
    """Read "in a list that the mayor put out", "the figure which the mayor gave"."""
    links = [c for c in kids(parse, v, "dobj", "mark", "pobj") if parse.words[c].lower() in {"that", "which"} and c < v]
    if links and any(parse.words[i].lower() in _counting_nouns() for i in range(max(0, links[0] - _NEAR), links[0])):
        own = set(parse.subtree(v))
        yield "governed", [i for i in range(len(parse)) if i not in own], 0.21


@cache
def _counting_nouns() -> frozenset[str]:
    cues = vocabulary("cues")
    return frozenset((*cues["number_nouns"], *cues["account_nouns"]))


def _counts(parse: Parse, v: int, verb: Verb) -> bool:
    """Say whether the verb gives a number: it has one among its things, and a subject who may count."""
    subject = speaker_of(parse, v)
    if subject is None or not may_count(parse, subject, v, verb):
        return False
    things = kids(parse, v, "dobj", "attr", "prep", "dep")
    if verb.base in {"number", "total"} and all(parse.tags[c] == "CD" for c in kids(parse, v, "dobj", "attr")):
        # "The victims numbered 40" tells how many they are; "officials numbered the dead at 40" who says so.
        return False
    if verb.base == "have":
        return any(parse.tags[c] == "CD" for c in things)
    return any(
        parse.tags[t] == "CD" or parse.words[t].lower() in cue_words("uncounted")
        for c in things
        for t in parse.subtree(c)
    )


_NOMINAL = ("NN", "JJ", "DT", "PRP", "CD", "POS")
