"""Things that turn out to be one: a union of sets that remembers why."""

__all__ = ["Forest"]


class Forest:
    """A disjoint-set forest over the numbers 0 to `size` - 1; the smallest number stands for its set."""

    def __init__(self, size: int) -> None:
        """Begin with every number in a set of its own."""
        self._up = list(range(size))
        self.reasons: list[tuple[int, str]] = []

    def root(self, i: int) -> int:
        """Return the number that stands for the set of `i`."""
        while self._up[i] != i:
            self._up[i] = self._up[self._up[i]]
            i = self._up[i]
        return i

    def join(self, i: int, j: int, reason: str = "") -> bool:
        """Make the sets of `i` and `j` one and keep the reason; say whether they were two."""
        a, b = sorted((self.root(i), self.root(j)))
        if a == b:
            return False
        self._up[b] = a
        if reason:
            self.reasons.append((a, reason))
        return True

    def reasons_of(self, i: int) -> list[str]:
        """Return the reasons of all joins within the set of `i`, in order, each once."""
        top = self.root(i)
        return list(dict.fromkeys(reason for member, reason in self.reasons if self.root(member) == top))
