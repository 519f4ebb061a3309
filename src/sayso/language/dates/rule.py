"""What a rule is: a pattern, and a reading of its match against the time of publication."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from msgspec import Struct

from sayso.language.dates.anchor import Anchor
from sayso.language.dates.expression import Sense
from sayso.language.dates.words import Words

__all__ = ["Frame", "Rule", "made_rules"]


class Frame(Struct, frozen=True):
    """What a reading may lean on: the words, the publication, and the date and quarter named last before."""

    words: Words
    anchor: Anchor | None
    last: str | None = None
    last_quarter: str | None = None

    @property
    def day(self) -> date | None:
        """The publication day, None where unknown."""
        return self.anchor.day if self.anchor else None


class Rule(Struct, frozen=True):
    """A named pattern; `read` returns None where the match tells no time after all.

    `needs` are the kinds of trigger of which one must stand near, or the pattern cannot match.
    """

    name: str
    needs: frozenset[str]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Frame], Sense | None]


def made_rules(table: Iterable[tuple[str, str, str, Callable[[re.Match[str], Frame], Sense | None]]]) -> list[Rule]:
    """Return the rules of rows of name, kinds of trigger (parted by blanks), pattern and reading."""
    return [Rule(name, frozenset(needs.split()), re.compile(pattern), read) for name, needs, pattern, read in table]
