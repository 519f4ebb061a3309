"""Groups that head a sentence and say nothing in it: "Rescuers searched the hall. They said …"."""

import re

from sayso.language.names import is_role, strip_article
from sayso.model.span import Span
from sayso.stages.extract.speech.cue_words import cue_words
from sayso.stages.extract.speech.memory import Party

__all__ = ["plural_before"]

_NEAR = 400
# The first words of a sentence; a group stands there with at most three words before it.
_HEAD = re.compile(r"(?:\A|(?<=[.!?…”\"] )|(?<=\n))[A-Z][\w’'-]*(?: [\w’'-]+){0,3}")
_WORD = re.compile(r"[\w’'-]+")


def plural_before(text: str, start: int, at: int) -> Party | None:
    """Return the group that last heads a sentence of `text` between `start` and `at`; None where none does."""
    found: Party | None = None
    for head in _HEAD.finditer(text, max(start, at - _NEAR, 0), at):
        found = _group(text, Span(*head.span())) or found
    return found


def _group(text: str, head: Span) -> Party | None:
    for word in _WORD.finditer(text, head.start, head.end):
        plain = word.group().lower()
        if plain in cue_words("groups") or (
            is_role(plain) and plain.endswith(("s", "men")) and not plain.endswith("ss")
        ):
            span = Span(head.start, word.end())
            return Party(strip_article(span.of(text)), [span], kind="group", plural=True, roles={plain})
        if word.start() > head.start and plain in cue_words("end_phrases"):
            return None
    return None
