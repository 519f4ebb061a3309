"""What the words of a description or a pronoun tell of whom they mean, before anybody is looked for."""

from functools import cache

from sayso.language.vocabulary import vocabulary

__all__ = ["one_of_many", "other_names", "pronoun_kinds", "somebody", "speaks_for", "tells_kind"]

_PRONOUN_KINDS = ("he", "she", "they", "it", "first", "others", "nobody")


@cache
def pronoun_kinds() -> dict[str, str]:
    """Return for each pronoun the kind of party that it means."""
    lists = vocabulary("pronouns")
    return {word: kind for kind in _PRONOUN_KINDS for word in lists[kind]} | {"any": "any"}


@cache
def other_names() -> dict[str, str]:
    """Return the offices by their other names."""
    return dict(vocabulary("titles")["other_names"])


@cache
def speaks_for() -> frozenset[str]:
    """Return the roles that speak for somebody else."""
    return frozenset(vocabulary("titles")["roles"]["speaks_for"])


@cache
def somebody() -> frozenset[str]:
    """Return the words that mean a person and no office."""
    return frozenset(vocabulary("titles")["roles"]["somebody"])


def one_of_many(head: str) -> bool:
    """Say whether `head` picks out one person: "the oldest of the group", "one of the men"."""
    return head.endswith("est") or head in {"one", "first", "second", "third", "last", "other", "another"}


def tells_kind(bare: str) -> bool:
    """Say whether words describe a body that has a name elsewhere: "aid group", "city-based charity"."""
    lists = vocabulary("organisations")
    *before, last = bare.split()
    based = ("-based", "-run")
    return (
        bool(before)
        and last in lists["described_bodies"]
        and all(word in lists["kinds_of_group"] or word.endswith(based) for word in before)
    )
