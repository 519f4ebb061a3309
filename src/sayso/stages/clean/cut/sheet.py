"""The sheet on which a report is cut: its lines, and the role that each has been given so far."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sayso.model.passage import PassageKind
from sayso.stages.clean.document import Mark
from sayso.stages.clean.wording import bare

__all__ = ["Line", "Role", "Sheet"]

_LINE = re.compile(r"[^\n]+")
_ENDED = re.compile(r"[.!?…:;,][\"'”’»)\]\s]*$")
_STOPPED = re.compile(r"[.!?…][\"'”’»)\]\s]*$")
# An agency's name behind the last stop ("… he said. — AFP") signs what is ended.
_SIGNED = re.compile(r"[.!?…][\"'”’)]?\s[-–—]{1,2}\s?[A-Z]\w{1,9}$")
_INSIDE = re.compile(r"[.!?][\"'”’»)\]]*\s+[\"'“‘«(]*[A-Z]")
# A headline is hardly ever longer, and a sentence of a report is often shorter: other signs must decide below.
_TITLE_WORDS = 24


class Line(Struct, frozen=True):
    """One line that is not blank: its words without blanks around, where they stand, and their look.

    `low` is the line in lower case with plain apostrophes, for word lists. `gap`: a blank line stands before it.
    `stopped`: it ends as a sentence does. `title`: it looks like a headline (few words, no end of a sentence).
    """

    start: int
    end: int
    text: str
    low: str
    words: int
    gap: bool
    stopped: bool
    title: bool


class Role(Struct, frozen=True):
    """What a line was found to be, and why; `when` and `credit` as in `Passage`."""

    kind: PassageKind
    why: str
    when: str | None = None
    credit: str | None = None


class Sheet:
    """Lines with their roles. Rules run in order of their certainty; a role once given is not taken away."""

    def __init__(
        self,
        text: str,
        title: str | None = None,
        url: str | None = None,
        day: str | None = None,
        marks: Sequence[Mark] = (),
    ) -> None:
        self.text = text
        self.title = title
        self.url = url
        self.day = day
        self.marks = marks
        self.lines = _lines_of(text)
        self.roles: list[Role | None] = [None] * len(self.lines)
        # How many of a line's first characters are its dateline.
        self.datelines: dict[int, int] = {}
        # The lines at which a further article begins.
        self.starts: list[int] = []

    def __len__(self) -> int:
        return len(self.lines)

    def mark(self, number: int, role: Role) -> None:
        """Give a line its role, unless it has one."""
        if self.roles[number] is None:
            self.roles[number] = role

    def free(self) -> Iterator[int]:
        """Yield the numbers of the lines that have no role yet."""
        return (number for number, role in enumerate(self.roles) if role is None)

    def kind(self, number: int) -> PassageKind | None:
        """Return the kind of a line, None where it has none yet or there is no such line."""
        role = self.roles[number] if 0 <= number < len(self.roles) else None
        return role.kind if role else None

    def is_body(self, number: int) -> bool:
        """Say whether a line without a role reads like running text: a sentence of some length, with its stop."""
        line = self.lines[number]
        return self.roles[number] is None and line.stopped and line.words >= 8  # noqa: PLR2004 - a short sentence

    def article_of(self, number: int) -> int:
        """Return which article of the page a line belongs to, from 0."""
        return bisect_right(self.starts, number)


def _lines_of(text: str) -> list[Line]:
    lines = []
    last = -1
    for match in _LINE.finditer(text):
        words = match.group()
        stripped = words.strip()
        if not stripped:
            continue
        start = match.start() + len(words) - len(words.lstrip())
        gap = text.count("\n", max(last, 0), start) > 1 or last < 0
        lines.append(_line(stripped, start, gap))
        last = start + len(stripped)
    return lines


def _line(text: str, start: int, gap: bool) -> Line:
    words = text.count(" ") + 1
    signed = _SIGNED.search(text[-18:]) is not None
    ended = signed or bool(_ENDED.search(text[-6:]))
    stopped = signed or (ended and bool(_STOPPED.search(text[-6:])))
    # A question or a cry may be a headline too.
    open_end = not ended or text[-1] in "?!"
    title = words <= _TITLE_WORDS and open_end and not _INSIDE.search(text) and any(map(str.isalpha, text))
    return Line(start, start + len(text), text, bare(text), words, gap, stopped, title)
