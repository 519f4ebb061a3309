"""Names for reports: each id once in a run, the same from run to run."""

from collections import Counter

__all__ = ["Naming", "printable"]


def printable(name: str) -> str:
    """Return a file name that can be written as UTF-8: bytes that are none become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


class Naming:
    """Gives each report an id of its own: the wished one, else with -2, -3 … behind, in order of arrival."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: Counter[str] = Counter()

    def unique(self, wished: str) -> str:
        """Return `wished`, or `wished-2` and so on where that id is taken."""
        wished = wished or "report"
        name = wished
        while name in self._taken:
            self._next[wished] += 1
            name = f"{wished}-{self._next[wished] + 1}"
        self._taken.add(name)
        return name
