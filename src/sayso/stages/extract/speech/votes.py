"""Whether a person is "he" or "she", by the count of what follows the name in its sentences."""

import re

from sayso.language.names import Gender
from sayso.language.vocabulary import vocabulary
from sayso.stages.extract.speech.memory import Party

__all__ = ["Votes"]

_SENTENCE = 160
# "Him" or "her" as the object of a clause is never its own subject: "A. Name stopped him" tells nothing of her.
_PRONOUN_AFTER = re.compile(r"[^.!?\n\"“”A-Z]*?\b(he|she|his|herself|himself)\b")


class Votes:
    """The pronouns behind the names of one report: one of them may mean somebody else, most of them do not."""

    def __init__(self, text: str) -> None:
        """Start without votes."""
        self._text = text
        self._cast: dict[int, tuple[Party, int, int]] = {}

    def cast(self, party: Party, at: int) -> None:
        """Count the first pronoun behind a name that ends at `at`, in its sentence and before any other name."""
        told = self._told(at)
        _, he, she = self._cast.get(id(party), (party, 0, 0))
        self._cast[id(party)] = (party, he + (told == "he"), she + (told == "she"))

    def settle(self) -> None:
        """Give each party the pronoun that followed it more often; the others stay open."""
        for party, he, she in self._cast.values():
            if he != she and party.gender == "any":
                party.gender = "he" if he > she else "she"

    def _told(self, at: int) -> Gender:
        found = _PRONOUN_AFTER.match(self._text, at, at + _SENTENCE)
        if found is None:
            return "any"
        return "she" if found[1].lower() in vocabulary("pronouns")["she"] else "he"
