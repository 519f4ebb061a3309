"""Statements that a report prints without quotation marks, under a line that announces them.

"The school board released the following statement:" makes what follows the board's words and not the report's: two
reports that print it have heard the same board.
"""

from collections.abc import Iterator

from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span

__all__ = ["printed_statements"]

_MOST = 8
"""Paragraphs taken for one statement: an end that nothing marks is not looked for beyond."""
_LONGEST_LINE = 300
"""Characters in a line that announces; a longer paragraph that ends in a colon is a report of its own."""
_MARKS = '"“”«»„'


def printed_statements(text: str) -> list[Span]:
    """Return the spans of paragraphs that follow an announcing line, up to the first that is a reporter's again."""
    return list(_found(text))


def _found(text: str) -> Iterator[Span]:
    lists = vocabulary("copying")
    announcing, resuming = tuple(lists["announcing"]), frozenset(lists["resuming"])
    left = 0
    start = 0
    for line in text.splitlines(keepends=True):
        plain = line.strip().lower()
        if left and plain:
            left = 0 if _resumes(plain, resuming) else left - 1
            if left:
                yield Span(start, start + len(line))
        if plain.endswith(":") and len(plain) <= _LONGEST_LINE and any(word in plain for word in announcing):
            left = _MOST
        start += len(line)


def _resumes(plain: str, resuming: frozenset[str]) -> bool:
    """Say whether a paragraph quotes or reports speech: then the reporter has the word again."""
    return any(mark in plain for mark in _MARKS) or not resuming.isdisjoint(plain.replace(",", " ").split())
