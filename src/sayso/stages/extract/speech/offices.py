"""Offices that stand for their holders: behind "Mayor A. Name", "the mayor" names the same person."""

import re
from collections.abc import Iterator

from sayso.language.names import is_role
from sayso.stages.extract.speech.memory import Party

__all__ = ["Offices"]

# Without more words: "the mayor of Port Vell" may be another.
_OFFICE = re.compile(r"\b[Tt]he ([a-z]{4,20})\b(?! (?:of|for|in)\b)")


class Offices:
    """The offices named in one report, read beside its names in the order of the text."""

    def __init__(self, text: str) -> None:
        """Start before the first one, with no holder known."""
        self._named = ((found.start(), found[1]) for found in _OFFICE.finditer(text) if is_role(found[1]))
        self._next = next(self._named, None)
        self._holders: dict[str, Party] = {}

    def held_by(self, party: Party) -> None:
        """Note that a person was named with the offices that are known of them by now."""
        if party.kind == "person":
            self._holders.update(dict.fromkeys(sorted(party.roles), party))

    def until(self, at: int) -> Iterator[tuple[int, Party]]:
        """Yield the places before `at`, from the last one asked for on, where an office stands for its holder."""
        while self._next is not None and self._next[0] < at:
            place, word = self._next
            if word in self._holders:
                yield place, self._holders[word]
            self._next = next(self._named, None)
