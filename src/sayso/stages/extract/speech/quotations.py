"""Which cue brings in a quotation: by the parse where it tells, else by the place of comma, colon and verb."""

import re
from collections.abc import Iterator, Sequence

from sayso.language.names import is_role, name_runs
from sayso.language.parse import Parse
from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span
from sayso.stages.extract.speech.channels import addressee_of, carriers_of, document_of
from sayso.stages.extract.speech.clauses import source_of
from sayso.stages.extract.speech.grammar import is_negated, is_verb, kids, noun_phrase, subject_of
from sayso.stages.extract.speech.marks import Marked
from sayso.stages.extract.speech.saying import NounPhrase, Saying
from sayso.stages.extract.speech.units import Unit
from sayso.stages.extract.speech.verbs import Verb, reporting_verb

__all__ = ["quotations_of"]

_NEAR = 24
_IN_BRACKETS = 40
_BESIDE_NOUNS = frozenset({"DT", "JJ", "VBN", "POS", "CD", "HYPH", "IN"})
# A name behind a dash at the end, or in brackets: “…” — Anna Brook, “…” (Harbour Post).
# A name alone before the words ("Channel Nine's Anna Brook: “…”"), or behind the verb ("Added Mayor Anna Brook, “…”").
_COLON = re.compile(r": ?$")
_LABEL_LENGTH = 3
_LABEL_WORDS = 8
_VERB_FIRST = re.compile(r"(?P<verb>[A-Z][a-z]{2,12}) (?P<who>[^:.;!?“”\"]{3,80}?)[,:] ?")
# The name that a sentence behind the words lays them to: "So said A. Name", "That was the view of A. Name".
_TOLD_AFTER = re.compile(
    r"\s+(?:So (?:said|says|wrote)|(?:That|This|Those|These|came|was|were) (?:(?:is|was|are|were) )?the [a-z]+ (?:of|from)) (?=[A-Z])"
)
# Between two utterances that one cue brings in: "The sign read “…” and “…”".
_JOINED = re.compile(r",? (?:and|or|but)(?: then)? ")
_WORD = re.compile(r"[^\W\d_]+")
_SIGNATURE = re.compile(r"\s*(?:--|[-–—―])\s*|(?P<bracket> \()")


def quotations_of(unit: Unit, number: int, parse: Parse | None, marks: Sequence[Marked], text: str) -> Iterator[Saying]:
    """Yield one saying for each whole utterance of the unit; its source is None where no cue stands by it."""
    places = _places(unit, parse) if parse is not None else {}
    cue: int | None = None
    for k, i in enumerate(unit.whole):
        token = places.get(i)
        if (
            not k
            or cue is None
            or not _JOINED.fullmatch(text, marks[unit.whole[k - 1]].outer.end, marks[i].outer.start)
        ):
            cue = (
                _cue(parse, token, sorted(places.values()), marks[i], unit, text)
                if parse and token is not None
                else None
            )
            cue = _said_within(parse, cue) if parse and cue is not None else None
        named = _named_before(unit, marks[i], text)
        if parse is None or cue is None or named is not None:
            signed = named or _signed(unit, marks[i], text)
            yield Saying(
                unit=number,
                construct="quotation",
                content=(marks[i].inner,),
                score=0.5 if signed is None else 1.0,
                source=signed,
                quotes=(i,),
                why="no cue beside it" if signed is None else "signed behind a dash",
            )
        else:
            yield _saying(unit, number, parse, marks[i], i, cue, k)


def _places(unit: Unit, parse: Parse) -> dict[int, int]:
    """Return for each stood-in quotation the token that stands for it."""
    starts = [start + 1 for start, length in zip(unit.starts, unit.lengths, strict=True) if length < 0]
    tokens = [parse.token_at(start) for start in starts]
    return {i: token for i, token in zip(unit.whole, tokens, strict=True) if token is not None}


def _saying(unit: Unit, number: int, parse: Parse, one: Marked, i: int, cue: int, k: int) -> Saying:
    verb = reporting_verb(parse.words[cue])
    source, document = source_of(unit, parse, cue)
    source = source or _beside(unit, parse, cue) or _heading(unit, parse, cue)
    return Saying(
        unit=number,
        construct="quotation",
        content=(one.inner,),
        score=1.2,
        source=source,
        cue=Span(unit.there(parse.starts[cue]), unit.there(parse.ends[cue], end=True)),
        verb=verb.base if verb else parse.words[cue].lower(),
        carriers=carriers_of(unit, parse, cue, source),
        addressee=addressee_of(unit, parse, cue, verb) if verb else None,
        document=document or document_of(unit, parse, cue),
        quotes=(i,),
        open=is_negated(parse, cue),
        why=f"quotation {k + 1} of the sentence, beside “{parse.words[cue].lower()}”",
    )


def _named_before(unit: Unit, one: Marked, text: str) -> NounPhrase | None:
    """Return who is named right before the words, as a label ("The mayor: “…”") or behind the verb ("Added Mayor A. Name, “…”")."""
    verb = _VERB_FIRST.fullmatch(text, unit.span.start, one.outer.start)
    if verb is not None and (told := reporting_verb(verb["verb"])) is not None and told.aloud:
        return _named_up_to(text, Span(verb.start("who"), verb.end("who")))
    label = _COLON.search(text, max(unit.span.start, one.outer.start - _LABEL_LENGTH), one.outer.start)
    if label is None:
        return None
    start = label.start()
    words = [(word.start(), word.group()) for word in _WORD.finditer(text, unit.span.start, label.start())]
    for at, word in reversed(words[-_LABEL_WORDS:]):
        if not _may_introduce(word):
            if reporting_verb(word) is not None or word in vocabulary("pronouns")["prepositions"]:
                return None
            break
        start = at
    return _named_up_to(text, Span(start, label.start())) if start < label.start() else None


def _named_up_to(text: str, who: Span) -> NounPhrase | None:
    """Return the phrase `who` where it ends in the full name of a person and only offices and owners stand before that."""
    runs = list(name_runs(text, who))
    if (
        not runs
        or runs[-1].span.end != who.end
        or not runs[-1].person
        or not (len(runs[-1].words) > 1 or runs[-1].titles)
    ):
        return None
    before = _WORD.findall(text[who.start : runs[-1].name.start])
    return NounPhrase(who, runs[-1].name) if all(map(_may_introduce, before)) else None


def _may_introduce(word: str) -> bool:
    """Say whether a word may stand before the name of a speaker: an office, an owner, an article."""
    return word[0].isupper() or is_role(word) or word in vocabulary("pronouns")["articles"]


def _signed(unit: Unit, one: Marked, text: str) -> NounPhrase | None:
    """Return the name behind a dash at the end of a quotation: “…” — Anna Brook."""
    told = _TOLD_AFTER.match(text, one.outer.end)
    if told is not None:
        run = next(name_runs(text, Span(told.end(), min(len(text), told.end() + _IN_BRACKETS * 2))), None)
        return NounPhrase(run.span, run.span) if run is not None and run.span.start == told.end() else None
    # Brackets behind a full stop stand in the next sentence.
    end = min(len(text), unit.span.end + _IN_BRACKETS)
    found = _SIGNATURE.match(text, one.outer.end, end)
    if found is not None and not found["bracket"]:
        end = unit.span.end
    run = next(name_runs(text, Span(found.end(), end)), None) if found and found.end() < end else None
    if run is None or found is None or run.span.start != found.end():
        return None
    if found["bracket"] and text[run.span.end : run.span.end + 1] != ")":
        return None
    return NounPhrase(run.span, run.span)


def _is_cue(parse: Parse, j: int) -> Verb | None:
    verb = reporting_verb(parse.words[j])
    if verb is None or not (verb.takes & {"say", "quote", "carry"}) or _is_asked(parse, j, verb):
        return None
    if parse.words[j].lower() == "read" and parse.words[j + 1 : j + 2] in ([":"], [","]):
        # "The banners on the quay read: …", whatever the parser took it for.
        return verb
    if is_verb(parse, j) or ("say" in verb.takes and parse.deps[j] in {"ROOT", "parataxis", "ccomp"}):
        return verb
    return None


def _is_asked(parse: Parse, j: int, verb: Verb) -> bool:
    """Say whether the verb opens its sentence and tells only what somebody was asked: "Asked about it, she said …"."""
    asked = verb.base in vocabulary("reporting")["to_somebody"]
    return (
        asked and parse.tags[j] == "VBN" and parse.deps[j] in {"advcl", "acl", "csubj"} and not kids(parse, j, "agent")
    )


def _cue(parse: Parse, token: int, all_places: list[int], one: Marked, unit: Unit, text: str) -> int | None:
    at = all_places.index(token)
    left = all_places[at - 1] if at else -1
    right = all_places[at + 1] if at + 1 < len(all_places) else len(parse)
    after = _first_cue(parse, token, right)
    before = _last_cue(parse, left, token)
    lead = text[max(unit.span.start, one.outer.start - 2) : one.outer.start].strip()
    above = next((j for j in parse.above(token) if left < j < right and _is_cue(parse, j)), None)
    comma_after = text[one.inner.end - 1] in ",?!—-…" or text[one.outer.end : one.outer.end + 1] in {",", "–", "—"}
    choices = (
        (before, lead.endswith(":")),
        (_clause_up_to(parse, left, token), lead.endswith(":")),
        (before, before is not None and _is_beside(parse, before, token)),
        (after, comma_after and after is not None and _opens_cue(parse, token, after)),
        (above, True),
        (before, lead.endswith(",") or left < 0 or after is None),
        (after, True),
        # The cue between the two quotations before: “…,” he said, “…” and then “…”.
        (_last_cue(parse, all_places[at - 2] if at > 1 else -1, token), left >= 0 and lead in {",", ""}),
    )
    return next((cue for cue, holds in choices if holds and cue is not None), None)


def _said_within(parse: Parse, cue: int) -> int:
    """Return the "saying" of "quoted the mayor as saying": whose words they are hangs on that."""
    verb = reporting_verb(parse.words[cue])
    for link in kids(parse, cue, "prep") if verb is not None and "carry" in verb.takes else ():
        if parse.words[link].lower() == "as":
            return next((c for c in kids(parse, link, "pcomp") if reporting_verb(parse.words[c])), cue)
    return cue


def _clause_up_to(parse: Parse, left: int, token: int) -> int | None:
    """Return the verb of a clause that a colon closes and in which somebody acts: "The mayor was blunt: “…”"."""
    colon = next((j for j in range(token - 1, max(left, token - _LABEL_LENGTH), -1) if parse.words[j] == ":"), None)
    verb = parse.heads[colon] if colon is not None else -1
    if colon is None or not left < verb < colon or not is_verb(parse, verb):
        return None
    subject = subject_of(parse, verb)
    if subject is None or parse.words[subject].lower() in vocabulary("pronouns")["nobody"] + ["it"]:
        return None
    somebody = parse.tags[subject].startswith(("NNP", "PRP")) or is_role(parse.words[subject])
    return verb if somebody else None


def _is_beside(parse: Parse, cue: int, token: int) -> bool:
    """Say whether nothing but a comma stands between a cue and the words: "had shouted, “Run!” the porter said"."""
    between = parse.words[cue + 1 : token]
    return "," in between and all(word in {",", '"', "``"} for word in between)


def _opens_cue(parse: Parse, token: int, cue: int) -> bool:
    """Say whether nothing but a noun phrase stands between a quotation and the cue after it."""
    between = range(token + 1, cue)
    return all(not parse.tags[j].startswith("VB") or parse.deps[j] in {"relcl", "acl", "aux", "amod"} for j in between)


def _first_cue(parse: Parse, start: int, end: int) -> int | None:
    for j in range(start + 1, min(end, start + _NEAR)):
        if _is_cue(parse, j) and parse.deps[j] != "relcl":
            return j
    return None


def _last_cue(parse: Parse, start: int, end: int) -> int | None:
    thought = None
    for j in range(end - 1, start, -1):
        # A relative clause's verb right before the words: "where crowds were shouting".
        beside = all(parse.tags[k] in {",", ":", "``", "''"} for k in range(j + 1, end))
        verb = _is_cue(parse, j)
        if verb is None or (parse.deps[j] == "relcl" and not beside):
            continue
        if beside or "attitude" not in verb.takes:
            return j
        # "He wrote what he believes happened: “…”" tells what he wrote.
        thought = j if thought is None else thought
    return thought


def _beside(unit: Unit, parse: Parse, cue: int) -> NounPhrase | None:
    """Return the noun right beside the cue where the parse gives it no subject."""
    for step in (1, -1):
        j = cue + step
        last = None
        while 0 <= j < len(parse) and _in_phrase(parse.tags[j]) and abs(j - cue) < _NEAR // 2:
            if parse.tags[j].startswith(("NN", "PRP")):
                last = j
            if parse.tags[j] == "IN":
                break
            j += step
        if last is not None:
            nouns = [t for t in range(min(cue, last), max(cue, last) + 1) if parse.tags[t].startswith(("NN", "PRP"))]
            return noun_phrase(unit, parse, nouns[-1])
    return None


def _heading(unit: Unit, parse: Parse, cue: int) -> NounPhrase | None:
    """Return what heads the sentence before "read:", where the parse gives that no subject."""
    if parse.words[cue].lower() != "read":
        return None
    heads = (i for i in range(cue) if parse.tags[i].startswith("NN") and parse.deps[i] in {"ROOT", "nsubj"})
    head = next(heads, None)
    return noun_phrase(unit, parse, head) if head is not None else None


def _in_phrase(tag: str) -> bool:
    return tag in _BESIDE_NOUNS or tag.startswith(("NN", "PRP"))
