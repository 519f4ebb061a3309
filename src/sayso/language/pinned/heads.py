"""From the parser's arcs to a tree: words of broken branches go back to where they belong."""

__all__ = ["settled"]

_LIFTED = "||"
_ROOT = "ROOT"


def settled(heads: list[int], labels: list[str], blank: list[bool]) -> tuple[list[int], list[str]]:
    """Return heads and labels of a whole sentence; a word without a head (-1) is a root and its own head.

    A label `x||y` says that the word was lifted to a higher head in training, and hangs by `x` from the nearest word
    below that head whose own label is `y` (J. Nivre and J. Nilsson, "Pseudo-projective dependency parsing", 2005).
    `blank` tells tokens that are only white space: they are passed over.
    """
    heads = [at if head < 0 else head for at, head in enumerate(heads)]
    labels = [_ROOT if heads[at] == at else label for at, label in enumerate(labels)]
    for at, label in enumerate(labels):
        if _LIFTED in label:
            plain, _, above = label.partition(_LIFTED)
            heads[at] = _nearest(heads, labels, blank, at, above)
            labels[at] = plain
    return heads, labels


def _nearest(heads: list[int], labels: list[str], blank: list[bool], lifted: int, wanted: str) -> int:
    level = [heads[lifted]]
    while level:
        below: list[int] = []
        for head in level:
            for child, its_head in enumerate(heads):
                if its_head != head or child in (head, lifted) or blank[child]:
                    continue
                if labels[child] == wanted:
                    return child
                below.append(child)
        level = below
    return heads[lifted]
