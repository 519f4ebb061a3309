"""What kind of source a description tells of, by the words of its name and of its introductions."""

from collections.abc import Iterable
from functools import cache

from sayso.language.vocabulary import vocabulary

__all__ = ["kind_of"]


@cache
def _kinds() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((kind, tuple(words)) for kind, words in vocabulary("offices")["kinds"].items())


def _bodies(words: tuple[str, ...]) -> tuple[str, ...]:
    """Put "authority" for an agency of state: "the rescue agency" carries no news."""
    table = vocabulary("offices")["state_agencies"]
    return tuple(
        "authority" if word in table["words"] and i and words[i - 1] in table["topics"] else word
        for i, word in enumerate(words)
    )


def kind_of(descriptions: Iterable[tuple[str, ...]]) -> str | None:
    """Return the first kind, in the vocabulary's order, of which a description holds a word; None if of none."""
    padded = [f" {' '.join(_bodies(words))} " for words in descriptions]
    for words in padded:
        for kind, cues in _kinds():
            if any(f" {cue} " in words for cue in cues):
                return kind
    return None
