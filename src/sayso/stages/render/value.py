"""A value in words of the field: "18", "at least 12", "more than 700", "10–12", "dozens", "about 2,500"."""

from sayso.model.claim import Qualifier

__all__ = ["say_number", "say_value"]

# The words of the annotation guidelines for bounds that a text gave as a word, widest reading first.
_VAGUE: dict[tuple[float, float], str] = {
    (3, 9): "several",
    (12, 12): "a dozen",
    (20, 99): "dozens",
    (200, 999): "hundreds",
    (2_000, 9_999): "thousands",
    (20_000, 99_999): "tens of thousands",
    (200_000, 999_999): "hundreds of thousands",
}


def say_number(number: float) -> str:
    """Return a number as print writes it: thousands apart, no needless decimals."""
    if isinstance(number, float) and not number.is_integer():
        return f"{number:,}"
    return f"{int(number):,}"


def say_value(low: float, high: float | None, qualifier: Qualifier, words: str | None = None) -> str:
    """Return the value as it may be printed; `words` is what a report wrote, used for vague words alone.

    `low` and `high` are the stated bounds; "more than 700" has 701 as its low, "fewer than 50" 49 as its high.
    """
    if qualifier == "vague":
        return _say_vague(low, high, words)
    if high is None:
        return f"more than {say_number(low - 1)}" if qualifier == "more_than" else f"at least {say_number(low)}"
    if low == high:
        return f"about {say_number(low)}" if qualifier == "about" else say_number(low)
    if qualifier == "at_most":
        return f"at most {say_number(high)}"
    if qualifier == "fewer_than":
        return f"fewer than {say_number(high + 1)}"
    return f"{say_number(low)}–{say_number(high)}"


def _say_vague(low: float, high: float | None, words: str | None) -> str:
    if words and not any(letter.isdigit() for letter in words):
        return " ".join(words.lower().split())
    if high is not None and (low, high) in _VAGUE:
        return _VAGUE[low, high]
    return f"at least {say_number(low)}" if high is None else f"{say_number(low)}–{say_number(high)}"
