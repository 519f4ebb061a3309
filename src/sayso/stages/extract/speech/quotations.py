"""Which cue brings in a quotation: by the parse where it tells, else by the place of comma, colon and verb."""

import re
from collections.abc import Iterator, Sequence

from sayso.language.names import name_runs
from sayso.language.parse import Parse
from sayso.model.span import Span
from sayso.stages.extract.speech.channels import addressee_of, carriers_of, document_of
from sayso.stages.extract.speech.clauses import source_of
from sayso.stages.extract.speech.grammar import is_negated, is_verb, kids, noun_phrase
from sayso.stages.extract.speech.marks import Marked
from sayso.stages.extract.speech.saying import NounPhrase, Saying
from sayso.stages.extract.speech.units import Unit
from sayso.stages.extract.speech.verbs import Verb, reporting_verb

__all__ = ["quotations_of"]

_NEAR = 24
_IN_BRACKETS = 40
_BESIDE_NOUNS = frozenset({"DT", "JJ", "VBN", "POS", "CD", "HYPH", "IN"})
# A name behind a dash at the end, or in brackets: “…” — Anna Brook, “…” (Harbour Post).
_SIGNATURE = re.compile(r"\s*(?:--|[-–—―])\s*|(?P<bracket> \()")


def quotations_of(unit: Unit, number: int, parse: Parse | None, marks: Sequence[Marked], text: str) -> Iterator[Saying]:
    """Yield one saying for each whole utterance of the unit; its source is None where no cue stands by it."""
    places = _places(unit, parse) if parse is not None else {}
    for k, i in enumerate(unit.whole):
        token = places.get(i)
        cue = _cue(parse, token, sorted(places.values()), marks[i], unit, text) if parse and token is not None else None
        cue = _said_within(parse, cue) if parse and cue is not None else None
        if parse is None or cue is None:
            signed = _signed(unit, marks[i], text)
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
    source = source or _beside(unit, parse, cue)
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


def _signed(unit: Unit, one: Marked, text: str) -> NounPhrase | None:
    """Return the name behind a dash at the end of a quotation: “…” — Anna Brook."""
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
    if verb is None or not (verb.takes & {"say", "quote", "carry"}):
        return None
    if is_verb(parse, j) or ("say" in verb.takes and parse.deps[j] in {"ROOT", "parataxis", "ccomp"}):
        return verb
    return None


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
    for j in range(end - 1, start, -1):
        if _is_cue(parse, j) and parse.deps[j] != "relcl":
            return j
    return None


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


def _in_phrase(tag: str) -> bool:
    return tag in _BESIDE_NOUNS or tag.startswith(("NN", "PRP"))
