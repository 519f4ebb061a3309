"""The noun that a number counts: read from the words after it, through partitives and containers."""

from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct

from sayso.model.claim import Group
from sayso.stages.extract.figures.lexicon import Entry, Lexicon, singulars
from sayso.stages.extract.figures.words import Word

__all__ = ["Counted", "person_at", "read_counted"]

_Kind = Literal["person", "thing", "unknown", "none", "pronoun"]
_MOST = 7
_OWNED = 3
_MORE = frozenset(["more", "other", "others", "further", "additional"])
_STRONG = frozenset(["strong", "-strong"])


class Counted(Struct, frozen=True, kw_only=True):
    """What stands after a number: words `first` to `last` (both included; empty where `last` < `first`).

    `kind`: a noun for people; a thing or unit; a noun that no list knows; nothing; a pronoun for people named before
    ("of them", "others"). `head` is the index of the noun that decided it. `others` where the count leaves out those
    named before.
    """

    first: int
    last: int
    kind: _Kind
    head: int = -1
    group: Group | None = None
    others: bool = False
    noun: str = ""


def person_at(words: Sequence[Word], i: int, known: Lexicon) -> tuple[int, str] | None:
    """Return the first index and the singular of the person noun that ends at word `i`; phrases go before words."""
    lasts = singulars(words[i].low)
    for length in (3, 2, 1):
        first = i - length + 1
        if first < 0 or any(w.number >= 0 for w in words[first : i + 1]):
            continue
        head = "".join(f"{w.low} " for w in words[first:i])
        for last in lasts:
            noun = head + last
            if noun in known.groups:
                return first, noun
    return None


class _Reader:
    """Reads one counted phrase."""

    def __init__(self, words: Sequence[Word], tag: Callable[[int], str], known: Lexicon) -> None:
        self.words, self.tag, self.known = words, tag, known

    def ends_phrase(self, i: int) -> bool:
        """Say whether word `i` can be no part of a noun phrase that has begun."""
        word = self.words[i]
        if word.low == "'s":
            return not self.owns(i)
        if word.number >= 0 or (word.is_mark and not word.is_quote):
            return True
        # "US troops" are no "us".
        if word.text == "US":
            return False
        if word.low in self.known.closing:
            return not (word.low in self.known.words["ends_noun"] and word.is_name and self.before_things(i))
        return self.is_past(i) or self.is_predicate(i) or self.is_verb(i)

    def owns(self, i: int) -> bool:
        """Say whether the "'s" at word `i` leads to the people that are counted: "hundreds of the mayor's supporters"."""
        end = min(i + 1 + _OWNED, len(self.words))
        for k in range(i + 1, end):
            word = self.words[k]
            if word.number >= 0 or word.is_mark or word.low in self.known.closing:
                return False
            if person_at(self.words, k, self.known) is not None:
                return True
        return False

    def entries_at(self, i: int) -> list[Entry]:
        """Return the measure words that stand at word `i`, whole: "guns" alone is no "guns down"."""
        found = self.known.entries.get(self.words[i].low, ())
        return [e for e in found if all(self.low(i + k) == word for k, word in enumerate(e.phrase))]

    def low(self, i: int) -> str:
        """Return word `i` in lower case; empty beyond the end."""
        return self.words[i].low if i < len(self.words) else ""

    def before_things(self, i: int) -> bool:
        """Say whether a noun for things follows, so that word `i` describes them: "January shootings"."""
        after = self.low(i + 1)
        timed = any(s in self.known.units for s in singulars(after))
        return after.endswith("s") and not timed and self.words[i + 1].number < 0 and _is_thing(after, self.known)

    def is_past(self, i: int) -> bool:
        """Say whether a word in the past follows people here: "two people suffered minor injuries"."""
        word, before = self.words[i].low, self.words[i - 1].low
        if i == 0 or self.words[i - 1].number >= 0 or word in self.known.groups:
            return False
        if not (before in self.known.plurals or before.endswith("s")):
            return False
        if not (word.endswith("ed") or word in self.known.words["past"]):
            return False
        # A tagger takes a capital for a name: "27 Shots Fired".
        things = word.endswith("ed") and self.words[i].is_name and _is_thing(before, self.known)
        people = self.tag(i)[:2] not in ("NN", "JJ") and person_at(self.words, i - 1, self.known) is not None
        return things or people

    def is_predicate(self, i: int) -> bool:
        """Say whether an adjective follows its noun here ("worshippers dead") or a word of doubt leads to it."""
        small, word = self.known.words, self.words[i]
        after = self.words[i + 1].low if i + 1 < len(self.words) else ""
        if word.low in small["helpers"] and after in small["adjectives"]:
            return True
        if (word.low not in small["adjectives"] and word.low != "homeless") or after in self.known.entries:
            return False
        before = self.words[i - 1]
        named = before.number < 0 and any(
            s in self.known.groups or s in self.known.things for s in singulars(before.low)
        )
        return named and person_at(self.words, i + 1, self.known) is None if i + 1 < len(self.words) else named

    def is_verb(self, i: int) -> bool:
        """Say whether word `i` is a verb here and no participle before a noun of people."""
        word = self.words[i]
        entries = [e for e in self.entries_at(i) if e.role in ("object", "subject")]
        tag = self.tag(i)
        # "The five shooting incidents", "three murder counts".
        plain = word.low.endswith("ing") or any(e.shape == "base" and e.phrase[-1] == word.low for e in entries)
        describing = plain and self.before_things(i)
        if describing or (person_at(self.words, i, self.known) and tag[:1] != "V"):
            return False
        if tag == "VBN" and self.words[i - 1].number >= 0 and self.tag(i + 1)[:2] == "NN" and not entries:
            return False
        before_noun = i + 1 < len(self.words) and self.words[i + 1].low not in self.known.entries
        before_noun = before_noun and person_at(self.words, i + 1, self.known) is not None
        if before_noun and tag not in ("VBD", "VBP", "VBZ"):
            return False
        if any(e.shape == "past" for e in entries) or (entries and (tag[:2] != "NN" or word.low[-2:] == "ng")):
            return True
        # A bare verb right after its number, as headlines have it: "Two drown".
        heads = i == 1 or self.words[i - 2].is_mark
        counts = any(e.role == "noun" for e in self.entries_at(i))
        if (
            not counts
            and self.words[i - 1].number >= 0
            and any(e.shape == "base" and (heads or e.cost == 0) for e in entries)
        ):
            return True
        return tag in ("VBD", "VBP", "VBZ", "VB", "MD", "VBN") or (tag == "VBG" and not before_noun)

    def phrase(self, first: int) -> int:
        """Return the last word of the noun phrase that begins at `first`; `first` - 1 where none does."""
        i = first
        while i < len(self.words) and i - first < _MOST and not self.ends_phrase(i):
            i += 1
        while i > first and (self.words[i - 1].is_quote or self.tag(i - 1) == "RB"):
            i -= 1
        return i - 1


def _skip(words: Sequence[Word], i: int, lows: frozenset[str]) -> int:
    while i < len(words) and words[i].number < 0 and (words[i].is_quote or words[i].low in lows):
        i += 1
    return i


def read_counted(words: Sequence[Word], at: int, tag: Callable[[int], str], known: Lexicon) -> Counted:
    """Read what the number or its bound that ends at word `at` counts; `tag` gives parts of speech, or ""."""
    reader = _Reader(words, tag, known)
    i = _over_age(reader, _skip(words, at + 1, frozenset()))
    strong = _strength(reader, i)
    if strong is not None:
        return strong
    if i < len(words) and words[i].low == "of":
        made = _partitive(reader, i)
        if made is not None:
            return made
        i = _skip(words, i + 1, known.words["articles"])
    others = False
    while i < len(words) and words[i].low in _MORE:
        others = True
        i += 1
    return _named(reader, i, others)


def _over_age(reader: _Reader, i: int) -> int:
    """Return the index after an age that describes those counted: "two 18-year-old sailors"."""
    words, years = reader.words, reader.known.age["years"]
    if i + 2 < len(words) and words[i].number >= 0 and words[i + 1].low in ("-", "‑"):
        return i + 3 if words[i + 2].low in years else i
    return i


def _strength(reader: _Reader, i: int) -> Counted | None:
    """Read "900 strong" and "a 700-strong force", but not "two strong quakes"."""
    words = reader.words
    last = i + 1 if i < len(words) and words[i].low in ("-", "–") else i
    if last >= len(words) or words[last].low not in _STRONG:
        return None
    named = reader.phrase(last + 1)
    forces = named > last and any(
        e.role == "tally" and e.measure in ("deployed", "crowd") for e in reader.known.entries.get(words[named].low, ())
    )
    if not forces and named > last:
        team = _after_of(reader, named)
        if team is not None:
            return Counted(first=last + 1, last=team[0], kind="person", head=team[0], group=team[1], noun="strong")
    if last > i and not forces:
        return Counted(first=i, last=last, kind="thing", noun="strong")
    if last == i and last + 1 < len(words) and not reader.ends_phrase(last + 1):
        return None
    return Counted(first=i, last=last, kind="none", noun="strong")


def _partitive(reader: _Reader, of: int) -> Counted | None:
    """Read "of them", "of those", "of the dead"; None where a noun follows that can be read like any other."""
    words, known = reader.words, reader.known
    i = _skip(words, of + 1, frozenset(["the", "all", "these", "those"]))
    if i < len(words) and words[i].number >= 0:
        return _of_number(reader, of, i)
    if words[min(i, len(words)) - 1].low in ("those", "these"):
        nouns = reader.phrase(i) >= i
        stormed = " ".join(w.low for w in words[i - 1 : i + 2])
        if stormed in known.groups:
            return Counted(first=of, last=i + 1, kind="person", head=i - 1, group=known.groups[stormed], noun=stormed)
        if not nouns:
            return Counted(first=of, last=i - 1, kind="pronoun", noun=words[i - 1].low)
    if i < len(words) and i > of + 1 and words[i].low in known.happened and _closes(reader, i):
        return Counted(first=of, last=i, kind="pronoun", noun=words[i].low)
    if i < len(words) and words[i].low in known.words["pronouns"] and words[i].text != "US":
        return Counted(first=of, last=i, kind="pronoun", noun=words[i].low)
    return None


def _of_number(reader: _Reader, of: int, i: int) -> Counted:
    """Read what the number at word `i` behind the "of" counts: "twelve of the 40 guards", "twelve of one family"."""
    inner = read_counted(reader.words, i, reader.tag, reader.known)
    if inner.noun in reader.known.words["kin"] and reader.low(i) == "one":
        return Counted(first=of, last=inner.last, kind="person", head=inner.head, group="people", noun="member")
    return Counted(first=of, last=inner.last, kind=inner.kind, head=inner.head, group=inner.group, noun=inner.noun)


def _closes(reader: _Reader, i: int) -> bool:
    return i + 1 >= len(reader.words) or reader.ends_phrase(i + 1)


def _named(reader: _Reader, first: int, others: bool) -> Counted:
    words, known = reader.words, reader.known
    last = reader.phrase(first)
    if last < first:
        kind: _Kind = "pronoun" if others else "none"
        return Counted(first=first, last=first - 1, kind=kind, others=others)
    if words[last].low in known.collectives and not (_after_of(reader, last) or _are_no_forces(reader, first, last)):
        return Counted(first=first, last=last, kind="thing", head=last, others=others, noun=words[last].low)
    weak: Counted | None = None
    for i in range(last, first - 1, -1):
        person = person_at(words[first : i + 1], i - first, known)
        if person is None:
            continue
        if _turned_to_thing(words, i, last, known):
            break
        if person[1] not in known.happened or words[i].low in known.containers:
            return _with_group(reader, first, last, i, person[1], others)
        weak = weak or Counted(first=first, last=last, kind="person", head=i, others=others, noun=person[1])
    if weak is not None:
        return weak
    counting = [i for i in range(first, last + 1) if any(e.role == "noun" for e in reader.entries_at(i))]
    if counting and (counting[-1] == last or not _is_thing(words[last].low, known)):
        return Counted(first=first, last=last, kind="person", head=last, others=others, noun=words[last].low)
    return _of_no_people(reader, first, last, others)


def _are_no_forces(reader: _Reader, first: int, last: int) -> bool:
    """Say whether it is the people of a force of whom there is none: "no security forces died"."""
    return reader.low(first - 1) == "no" and reader.low(last) == "forces"


def _of_no_people(reader: _Reader, first: int, last: int, others: bool) -> Counted:
    """Read a noun that no list of people knows; one that is joined to people is people: "12 hawkers and policemen"."""
    words = reader.words
    kind: _Kind = "thing" if _is_thing(words[last].low, reader.known) else "unknown"
    joined = _joined(reader, last) if kind == "unknown" else None
    if joined is not None:
        return Counted(
            first=first, last=joined[0], kind="person", head=last, group=joined[1], others=others, noun=words[last].low
        )
    return Counted(first=first, last=last, kind=kind, head=last, others=others, noun=words[last].low)


def _is_thing(word: str, known: Lexicon) -> bool:
    small = known.words["tally"]
    if word.endswith(known.thing_suffixes):
        return True
    return any(s in known.things or s in known.units or s in small for s in singulars(word))


def _turned_to_thing(words: Sequence[Word], i: int, last: int, known: Lexicon) -> bool:
    """Say whether a thing closes the phrase: "police cars", "military vehicles"."""
    return i < last and _is_thing(words[last].low, known)


def _with_group(reader: _Reader, first: int, last: int, head: int, noun: str, others: bool) -> Counted:
    words, known = reader.words, reader.known
    group = None if noun in known.happened else known.groups[noun]
    end = last
    if noun in known.containers or words[head].low in known.containers:
        inner = _after_of(reader, last)
        if inner is not None:
            end, group = inner
    joined = _joined(reader, end)
    if joined is not None:
        end = joined[0]
        # "Twelve Danish and Swedish raiders": the first is an adjective of the noun behind the second.
        adjective = noun in known.countries and words[head].low == noun and words[last + 2].low in known.countries
        group = joined[1] if adjective else group or joined[1]
    group = _turned(words, first, head, group, known) if group else None
    return Counted(first=first, last=end, kind="person", head=head, group=group, others=others, noun=noun)


def _turned(words: Sequence[Word], first: int, head: int, group: Group, known: Lexicon) -> Group:
    if group in known.fixed:
        return group
    return next((known.modifiers[w.low] for w in words[first:head] if w.low in known.modifiers), group)


def _group_of(reader: _Reader, first: int) -> tuple[int, Group] | None:
    """Return the end and the group of the noun phrase at `first`; None where it names no people."""
    last = reader.phrase(first)
    for i in range(last, first - 1, -1):
        person = person_at(reader.words[first : i + 1], i - first, reader.known)
        if person is not None:
            return last, _turned(reader.words, first, i, reader.known.groups[person[1]], reader.known)
    return None


def _after_of(reader: _Reader, last: int) -> tuple[int, Group] | None:
    words = reader.words
    if last + 2 >= len(words) or words[last + 1].low not in ("of", "from"):
        return None
    return _group_of(reader, _skip(words, last + 2, reader.known.words["articles"]))


def _joined(reader: _Reader, last: int) -> tuple[int, Group] | None:
    """Read "and coast guards" after a noun of people; a number there begins a count of its own."""
    words = reader.words
    if last + 2 >= len(words) or words[last + 1].low not in ("and", "or"):
        return None
    first = _skip(words, last + 2, frozenset(["the", "other"]))
    joined = _group_of(reader, first)
    if joined is None:
        return None
    inner = _after_of(reader, joined[0])
    return inner or joined
