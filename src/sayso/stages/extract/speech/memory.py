"""Who was named and who spoke so far in a report, and whom a pronoun means by that."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache

from msgspec import Struct

from sayso.language.names import Gender, is_role
from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span
from sayso.stages.extract.speech.verbs import reporting_verb

__all__ = ["Memory", "Party", "may_be"]

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_GENDERS: dict[str, Gender] = {"he": "he", "she": "she"}
_FAR_BACK = 3_000
_REMEMBERED = 12
_MANY = 200
_OPENING = 6
_HEAD = 60
_SUBJECTS = frozenset({"he", "she", "they", "it", "we", "i"})
# A sentence's end, a join or an owner's mark between two names: the first is then no subject of the second's verb.
_PARTED = re.compile(r"[.!?\n”\"]| and |[’']s\b")
_STOP = re.compile(r"[.!?\n”\"]")
_NEAR = 400
_OPENS = {kind: re.compile(rf"(?:(?<=[.!?…”\"\n] )|(?<=\n)){kind.capitalize()}\b") for kind in ("he", "she")}


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(vocabulary("pronouns")["prepositions"])


class Party(Struct):
    """Somebody or some body of a report. Grows while the report is read, hence not frozen.

    `kind` is person, body, group, or described (one person without a name). `evident` says that something besides
    capitals shows a person: a title, a role beside the name, the last name alone, or words said.
    """

    name: str
    mentions: list[Span]
    kind: str = "person"
    gender: Gender = "any"
    roles: set[str] = set()
    plural: bool = False
    evident: bool = False


class Memory:
    """The named and the speaking parties of a report in the order of the text."""

    def __init__(self, text: str) -> None:
        """Start with nobody."""
        self._text = text
        self._seen: list[tuple[int, Party]] = []
        self._places: list[int] = []
        self._spoke: list[tuple[int, Party]] = []

    def saw(self, party: Party, at: int) -> None:
        """Remember that `party` is named at `at`; calls come in the order of the text."""
        self._seen.append((at, party))
        self._places.append(at)

    def heard(self, party: Party, at: int) -> None:
        """Remember that `party` spoke at `at`: pronouns after it will mean it first."""
        party.evident = True
        self._spoke.append((at, party))

    @property
    def spoke_at(self) -> int:
        """Return where somebody spoke last; -1 where nobody did."""
        return self._spoke[-1][0] if self._spoke else -1

    def spoke_since(self, at: int) -> Party | None:
        """Return who spoke last, where that was at or after `at`."""
        return self._spoke[-1][1] if self._spoke and self._spoke[-1][0] >= at else None

    def subject_between(self, start: int, end: int) -> Party | None:
        """Return the person named first in a stretch of text."""
        named = self.named_between(start, end)
        return next((p for _, p in named if p.kind == "person" and p.evident), None)

    def named_at(self, before: int) -> int:
        """Return where a body was named last a short way before `before`; -1 where none was."""
        near = self.named_between(max(0, before - _NEAR), before)
        return next((pos for pos, party in reversed(near) if party.kind == "body"), -1)

    def named_between(self, start: int, end: int) -> list[tuple[int, Party]]:
        """Return the mentions that begin in a stretch of text, in order."""
        return self._seen[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def named_near(self, at: int) -> Iterator[Party]:
        """Yield those named before `at`, the nearest first, then those named after it; not without end."""
        here = bisect_left(self._places, at)
        yield from (party for _, party in reversed(self._seen[max(0, here - _MANY) : here]))
        yield from (party for _, party in self._seen[here : here + _MANY])

    def last(self, fits: Callable[[Party], bool], before: int) -> Party | None:
        """Return the party that spoke last, else was named last, before `before` among those that fit."""
        return next((p for at, p in self._back(before) if fits(p)), None)

    def author(self, fits: Callable[[Party], bool], before: int) -> Party | None:
        """Return who spoke last a short way before `before`: whose "the statement" is."""
        near = ((at, p) for at, p in reversed(self._spoke[-_MANY:]) if at < before)
        return next((p for at, p in near if before - at < _NEAR * 2 and fits(p)), None)

    def without_office(self, gender: Gender, before: int) -> Party | None:
        """Return the named person who spoke last a short way before, if no office of theirs is known: "the mayor"."""
        near = ((at, p) for at, p in reversed(self._spoke[-_MANY:]) if at < before)
        last = next((p for at, p in near if before - at < _NEAR * 2 and p.kind == "person"), None)
        fits = last is not None and not last.roles and (gender == "any" or last.gender in {"any", gender})
        return last if fits else None

    def _back(self, before: int) -> Iterator[tuple[int, Party]]:
        here = bisect_left(self._places, before)
        for log in (self._spoke[-_MANY:], self._seen[max(0, here - _MANY) : here]):
            yield from ((at, party) for at, party in reversed(log) if at < before)

    def he_or_she(self, kind: str, at: int) -> Party | None:
        """Return the person meant by "he" or "she" (or by a description of either, `kind` "any") at `at`."""
        spoken = self._last_to_speak(kind, at)
        named = self._heading_person(kind, at, spoken[0] if spoken else -1)
        found = named or (spoken[1] if spoken else None)
        if found is not None and found.gender == "any" and kind in _GENDERS:
            found.gender = _GENDERS[kind]
        return found

    def _last_to_speak(self, kind: str, at: int) -> tuple[int, Party] | None:
        """Choose among those who spoke: the later the better, and better still if known to be he or she."""
        best: tuple[float, int, Party] | None = None
        known: set[int] = set()
        for pos, party in reversed(self._spoke):
            if pos >= at or id(party) in known:
                continue
            if at - pos > _FAR_BACK or len(known) >= _REMEMBERED:
                break
            if may_be(party, kind):
                score = (
                    -len(known) + (0.9 if party.gender == kind else 0.0) - (0.5 if party.kind == "described" else 0.0)
                )
                best = max(best, (score, pos, party), key=lambda one: one[0]) if best else (score, pos, party)
            known.add(id(party))
        return best[1:] if best else None

    def _heading_person(self, kind: str, at: int, since: int) -> Party | None:
        """Return the person who heads the latest sentence near `at` and after the last saying of another."""
        for pos, party in reversed(self.named_between(max(since, at - _FAR_BACK, 0), at)):
            if party.kind != "person":
                continue
            if pos <= since or (since >= 0 and at - self._carried_on(kind, pos, at) > _NEAR):
                return None
            if may_be(party, kind) and party.evident and self.heads_sentence(pos):
                return self._subject_before(kind, pos) or party
        return None

    def _subject_before(self, kind: str, at: int) -> Party | None:
        """Return the person who heads the sentence before one named at `at` in it: of two, the first is its subject."""
        for pos, party in self.named_between(max(0, at - _HEAD), at):
            beside = _PARTED.search(self._text, pos, at) is None
            if beside and party.kind == "person" and party.evident and may_be(party, kind) and self.heads_sentence(pos):
                return party
        return None

    def _carried_on(self, kind: str, named: int, at: int) -> int:
        """Return where a person named at `named` was last spoken of: sentences that begin with a pronoun go on."""
        opens = _OPENS.get(kind)
        for found in opens.finditer(self._text, named, at) if opens is not None else ():
            if found.start() - named > _NEAR:
                break
            named = found.start()
        return named

    def heads_sentence(self, at: int) -> bool:
        """Say whether a name at `at` stands near the head of its sentence, and behind no preposition."""
        before = self._text[max(0, at - 60) : at]
        cut = max(before.rfind(sign) for sign in '.!?\n”"')
        opening = before[cut + 1 :]
        words = [word for word in _WORD.findall(opening) if word.lower() not in vocabulary("pronouns")["articles"]]
        if (cut < 0 and at > len(before)) or (words and _leads_on(words[-1])):
            return False
        if "," not in opening and any(word.lower() in _SUBJECTS for word in words):
            # "There he met A. Name": the sentence has its subject.
            return False
        if "," in opening and words and words[0].lower() in _prepositions() and opening.rstrip().endswith(","):
            # "On Monday, A. Name …"
            return len(words) <= _OPENING
        if "," in opening:
            # "Its conductor, A. Name, …"
            return bool(words) and len(words) <= _OPENING and opening.rstrip().endswith(",") and is_role(words[-1])
        return len(words) <= _OPENING

    def they(self, at: int) -> Party | None:
        """Return whom "they" means at `at`: whoever spoke last, one or many."""
        return next((p for pos, p in reversed(self._spoke[-_MANY:]) if 0 < at - pos < _FAR_BACK), None)

    def heading_body(self, at: int, far: int = _NEAR) -> Party | None:
        """Return the body that heads the latest sentence not too `far` before `at`, and after the last saying."""
        named = self.named_between(max(self.spoke_at + 1, at - far, 0), at)
        heads = [(pos, p) for pos, p in named if p.kind == "body" and self.heads_sentence(pos)]
        # Of two near the head of one sentence, the first is its subject.
        while len(heads) > 1 and _STOP.search(self._text, heads[-2][0], heads[-1][0]) is None:
            heads.pop()
        return heads[-1][1] if heads else None

    def it(self, at: int) -> Party | None:
        """Return the body meant by "it" at `at`."""
        heading = self.heading_body(at, _FAR_BACK)
        if heading is not None:
            return heading
        near = [(pos, p) for pos, p in self._spoke[-_MANY:] if 0 < at - pos < _FAR_BACK]
        spoken = next(((pos, p) for pos, p in reversed(near) if p.kind != "person"), None)
        named = [(pos, p) for pos, p in self.named_between(max(0, at - _FAR_BACK), at) if p.kind == "body"]
        if spoken is None or (named and _is_somebody(spoken[1]) and named[-1][0] > spoken[0]):
            return named[-1][1] if named else None
        return spoken[1]


def _is_somebody(party: Party) -> bool:
    """Say whether a party without a name is one person: "a doctor"."""
    return party.kind == "described" and not party.plural and is_role(party.name.rpartition(" ")[2])


def _leads_on(word: str) -> bool:
    """Say whether a word before a name makes it no subject: "in A. Name's office", "told A. Name"."""
    return word.lower() in _prepositions() or reporting_verb(word) is not None


def may_be(party: Party, kind: str) -> bool:
    """Say whether "he" or "she" (`kind`) can mean `party`."""
    if party.plural or party.kind in {"body", "group"}:
        return False
    return kind == "any" or party.gender in {"any", kind}
