"""A parsed sentence as plain lists, so that nothing else needs to know which parser made it."""

from collections.abc import Iterator

__all__ = ["Parse"]


class Parse:
    """Words, tags and heads of one sentence; index `i` in every list is the same token.

    `starts` and `ends` are character offsets in the sentence. `tags` are Penn Treebank tags, `deps` ClearNLP
    labels (nsubj, dobj, ccomp, …), `heads` indices; a root is its own head. `children` has for each token its
    dependents in order.
    """

    __slots__ = ("children", "deps", "ends", "heads", "starts", "tags", "text", "words")

    def __init__(
        self,
        text: str,
        words: list[str],
        starts: list[int],
        tags: list[str],
        deps: list[str],
        heads: list[int],
    ) -> None:
        """Take the lists as they are; `ends` follows from `starts` and the lengths of the words."""
        self.text = text
        self.words = words
        self.starts = starts
        self.ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
        self.tags = tags
        self.deps = deps
        self.heads = heads
        # Made at once and no property: it is read tens of times a token.
        self.children: list[list[int]] = [[] for _ in words]
        for i, head in enumerate(heads):
            if head != i:
                self.children[head].append(i)

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    def roots(self) -> list[int]:
        """Return the tokens that hang from no other."""
        return [i for i, head in enumerate(self.heads) if head == i]

    def above(self, i: int) -> Iterator[int]:
        """Yield the head of `i`, its head, and so on up to the root."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i

    def subtree(self, i: int) -> list[int]:
        """Return `i` and everything that hangs from it, in order."""
        found, todo = [], [i]
        while todo:
            j = todo.pop()
            found.append(j)
            todo.extend(self.children[j])
        return sorted(found)

    def token_at(self, offset: int) -> int | None:
        """Return the token that holds the character at `offset` of the sentence; None on a blank."""
        for i, (start, end) in enumerate(zip(self.starts, self.ends, strict=True)):
            if start <= offset < end:
                return i
        return None
