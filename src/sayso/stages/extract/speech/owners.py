"""Whose a count, a statement or a list is: "the ministry's figures", "a tally by X", "data released by X"."""

from collections.abc import Collection

from sayso.language.parse import Parse
from sayso.stages.extract.speech.answering import may_be_source
from sayso.stages.extract.speech.cue_words import cue_words
from sayso.stages.extract.speech.grammar import kids
from sayso.stages.extract.speech.verbs import reporting_verb

__all__ = ["is_account", "owner_of"]

_LINKS = frozenset({"of", "by", "from"})


def is_account(word: str) -> bool:
    """Say whether `word` is what somebody gives and not who gives it: a count, a statement, a list."""
    plain = word.lower()
    return any(plain in cue_words(key) for key in ("account_nouns", "number_nouns", "documents"))


def owner_of(parse: Parse, noun: int, links: Collection[str] = _LINKS) -> int | None:
    """Return whose the account `noun` is; None where the phrase does not tell. `links` are the prepositions that do."""
    for c in kids(parse, noun, "poss"):
        return c
    for by in kids(parse, noun, "prep", "agent"):
        if parse.words[by].lower() in links:
            for c in kids(parse, by, "pobj"):
                if may_be_source(parse, c) and not any(parse.tags[t] == "CD" for t in parse.subtree(c)):
                    return c
    for clause in kids(parse, noun, "relcl", "acl"):
        verb = reporting_verb(parse.words[clause])
        for c in kids(parse, clause, "nsubj", "agent") if verb is not None else ():
            if parse.tags[c] not in {"WDT", "WP"}:
                return c if parse.deps[c] == "nsubj" else next(iter(kids(parse, c, "pobj")), None)
    return None
