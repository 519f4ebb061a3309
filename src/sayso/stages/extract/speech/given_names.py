"""Names that the described give for themselves: "a porter who gave only his first name, Ivo", "a woman named Ana"."""

import re
from functools import cache

from sayso.language.alternation import either
from sayso.language.names import Gender, NameRun, name_runs
from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span

__all__ = ["given_name"]

_FAR = 180
_NAME = 60


@cache
def _giving() -> "re.Pattern[str]":
    """Return the pattern from the end of a description to the name: within the sentence and outside marks."""
    lists = vocabulary("given_names")
    named, gave, as_self = (either(lists[key]) for key in ("named", "gave", "as_self"))
    own = r"(?P<own>his|her|their|himself|herself|themselves)"
    return re.compile(
        rf",? (?:(?:{named}) "
        rf"|[^.!?\n“”\"]{{0,120}}?\b(?:{gave}) (?:\w+ )?{own} (?:\w+ )?name,? (?:only )?(?:as )?"
        rf"|[^.!?\n“”\"]{{0,120}}?\b(?:{as_self}) (?P<self>himself|herself|themselves) (?:only )?as )(?=[^\W\d_a-z])"
    )


def given_name(text: str, description: Span) -> tuple[NameRun, Gender] | None:
    """Return the name that follows a description of one person in its sentence, and the pronoun that goes with it."""
    found = _giving().match(text, description.end, min(len(text), description.end + _FAR))
    if found is None:
        return None
    run = next(name_runs(text, Span(found.end(), min(len(text), found.end() + _NAME))), None)
    if run is None or run.span.start != found.end() or not run.person:
        return None
    word = found["own"] or found["self"] or ""
    return run, "he" if word.startswith("hi") else "she" if word.startswith("her") else "any"
