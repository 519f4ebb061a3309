"""Groups and bodies that head a sentence and say nothing in it: "Rescuers searched the hall. They said …"."""

import re
from itertools import pairwise

from sayso.language.names import is_body_word, is_role, strip_article
from sayso.model.span import Span
from sayso.stages.extract.speech.answering import source_words
from sayso.stages.extract.speech.cue_words import cue_words
from sayso.stages.extract.speech.memory import Party

__all__ = ["body_before", "plural_before"]

_NEAR = 400
# The first words of a sentence, or of a report behind its dateline; a group stands there with at most three before it.
_HEAD = re.compile(r"(?:\A|(?<=[.!?…”\"–—-] )|(?<=\n))[A-Z][\w’'-]*(?: [\w’'-]+){0,3}")
# "The mayor’s office", "A county clinic", "Ivo Lund’s firm": up to the words among which the body's noun stands.
_BODY = re.compile(
    r"(?:\A|(?<=[.!?…”\"] )|(?<=\n))(?:(?:The|A|An|Its|His|Her|Their) |(?:[A-Z]\w+ ){1,3}[A-Z]\w+[’']s )"
)
_PHRASE = 60
_LONGEST = 5
_WORD = re.compile(r"[\w’'-]+")


def plural_before(text: str, start: int, at: int) -> Party | None:
    """Return the group that last heads a sentence of `text` between `start` and `at`; None where none does."""
    found: Party | None = None
    for head in _HEAD.finditer(text, max(start, at - _NEAR, 0), at):
        found = _group(text, Span(*head.span())) or found
    return found


def body_before(text: str, start: int, at: int) -> Party | None:
    """Return the body without a name that last heads a sentence: "The clinic put out a notice. “…,” it said."."""
    found: Party | None = None
    for head in _BODY.finditer(text, max(start, at - _NEAR, 0), at):
        words = list(_WORD.finditer(text, head.end(), min(len(text), head.end() + _PHRASE)))[:_LONGEST]
        noun = next((one for one, after in pairwise(words) if _acts_as_body(one.group(), after.group())), None)
        if noun is not None:
            span = Span(head.start(), noun.end())
            found = Party(strip_article(span.of(text)), [span], kind="body", roles={noun.group()})
    return found


def _acts_as_body(noun: str, after: str) -> bool:
    """Say whether a small word is a body's and a deed follows it: "… office issued", "… clinic had"."""
    deed = after.endswith("ed") or after in cue_words("deeds") or after in {"has", "had", "put", "gave", "sent"}
    return noun.islower() and is_body_word(noun) and deed


def _group(text: str, head: Span) -> Party | None:
    first = head.start
    for word in _WORD.finditer(text, head.start, head.end):
        plain = word.group().lower()
        if word.start() == first and plain in cue_words("joins_clause"):
            first = word.end() + 1
            continue
        if plain[0].isdigit():
            # Those who are counted are told of; they do not tell.
            return None
        if _are_many(plain):
            span = Span(first, word.end())
            return Party(strip_article(span.of(text)), [span], kind="group", plural=True, roles={plain})
        if word.start() > first and plain in cue_words("end_phrases"):
            return None
    return None


def _are_many(plain: str) -> bool:
    if plain in cue_words("groups"):
        return True
    plural = plain.endswith(("s", "men")) and not plain.endswith("ss")
    return plural and (is_role(plain) or plain in source_words())
