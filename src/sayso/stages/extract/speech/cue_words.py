"""The word lists of what tells who speaks, each read once."""

from functools import cache

from sayso.language.vocabulary import vocabulary

__all__ = ["cue_words"]


@cache
def cue_words(key: str) -> frozenset[str]:
    """Return the list `key` of the cue vocabulary, in lower case as it stands there."""
    return frozenset(vocabulary("cues")[key])
