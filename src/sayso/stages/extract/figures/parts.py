"""Part or whole: additions to an earlier toll, and sub-groups of the people counted before."""

from functools import cache

from sayso.language.vocabulary import vocabulary
from sayso.stages.extract.figures.line import Line

__all__ = ["is_addition", "is_included", "is_part"]


@cache
def _words(kind: str, part: str, lang: str) -> frozenset[str]:
    return frozenset(vocabulary("hedges", lang)[kind][part])


def is_addition(line: Line, n: int, lang: str = "en") -> bool:
    """Say whether number `n` comes on top of an earlier count: "another 12", "two more than a day before"."""
    at, first = line.places[n], line.bound_start(n)
    before = {
        line.low(first - 1),
        f"{line.low(first - 2)} {line.low(first - 1)}",
        line.low(at - 1),
        f"{line.low(at - 2)} {line.low(at - 1)}",
    }
    if before & _words("delta", "before", lang):
        return True
    after = " ".join(line.low(i) for i in range(at + 1, at + 5))
    return any(after.startswith(phrase) for phrase in sorted(_words("delta", "phrases", lang)))


def is_included(line: Line, n: int, lang: str = "en") -> bool:
    """Say whether "including" or "among them" leads to number `n`."""
    first = line.bound_start(n)
    if line.low(first - 1) in ("were", "was", "are"):
        first -= 1
    lead = {line.low(first - 1), f"{line.low(first - 2)} {line.low(first - 1)}"}
    return bool(lead & _words("part", "lead", lang))


def is_part(line: Line, n: int, lang: str = "en") -> bool:
    """Say whether number `n` counts some of those counted before: "two of them", "including at least 10 children"."""
    if line.counted[n].kind == "pronoun" and not line.counted[n].others:
        return True
    after = " ".join(line.low(i) for i in range(line.places[n] + 1, line.places[n] + 4))
    of_them = any(after.startswith(f"of {pronoun}") for pronoun in sorted(_words("part", "pronouns", lang)))
    return of_them or is_included(line, n, lang)
