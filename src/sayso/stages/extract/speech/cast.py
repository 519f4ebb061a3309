"""Who takes part in a report, and whom a phrase or a pronoun means: one name each, with the mentions that led to it."""

import re
from collections.abc import Iterator, Sequence

from sayso.language.names import (
    NameRun,
    acronym_of,
    gender_of_role,
    is_body_word,
    is_role,
    like_names,
    name_runs,
    strip_article,
)
from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span
from sayso.stages.extract.speech.beside import (
    acts_next,
    body_beside,
    is_of_body,
    is_placed,
    is_told_of,
    role_beside,
    word_before,
)
from sayso.stages.extract.speech.cue_words import cue_words
from sayso.stages.extract.speech.described import (
    one_of_many,
    other_names,
    pronoun_kinds,
    somebody,
    speaks_for,
    tells_kind,
)
from sayso.stages.extract.speech.given_names import given_name
from sayso.stages.extract.speech.kinds import is_agency, is_carrier, kind_of
from sayso.stages.extract.speech.memory import Memory, Party
from sayso.stages.extract.speech.offices import Offices
from sayso.stages.extract.speech.plurals import body_before, plural_before
from sayso.stages.extract.speech.saying import NounPhrase
from sayso.stages.extract.speech.votes import Votes

__all__ = ["Cast"]

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_AGED = re.compile(r"^(?:the|a|an)?\s*[\w-]*-year-old\b", re.IGNORECASE)
_ACRONYM_AFTER = re.compile(r"\s?\(([A-Z][A-Za-z.]{1,9})\)")


class Cast:
    """The persons and bodies of one report, in the order of their first mention."""

    def __init__(self, text: str, silent: Sequence[Span] = ()) -> None:
        """Read the names of `text`; those within `silent` (words of others) introduce nobody."""
        self._text = text
        self._persons: dict[str, list[Party]] = {}
        self._bodies: dict[str, Party] = {}
        self._short: dict[str, Party] = {}
        self._acronyms: dict[str, str] = {}
        self._meant: dict[Span, Party | None] = {}
        self.memory = Memory(text)
        self._meet(list(name_runs(text)), silent)

    def _meet(self, runs: list[NameRun], silent: Sequence[Span]) -> None:
        full = [run for run in runs if run.person and len(run.words) > 1]
        for run in full:
            self._person(run)
        votes, offices = Votes(self._text), Offices(self._text)
        for run in _spoken_by_none(runs, silent):
            self._meet_holders(offices, run.span.start)
            party = self._mention(run)
            if party is not None:
                self.memory.saw(party, run.span.start)
                offices.held_by(party)
                if party.kind == "person":
                    votes.cast(party, run.span.end)
        self._meet_holders(offices, len(self._text))
        votes.settle()

    def _meet_holders(self, offices: Offices, before: int) -> None:
        for at, holder in offices.until(before):
            self.memory.saw(holder, at)

    def _mention(self, run: NameRun) -> Party | None:
        if not run.person or (len(run.words) == 1 and not run.titles and self._is_bodys(run.words[0])):
            body = self._body(run)
            body.roles.update(word_before(self._text, run.span.start))
            return body
        party = self._known_person(run.words)
        unknown = party is None if len(run.words) == 1 else not run.titles and not (party and party.evident)
        if unknown and (bodily := self._bodily(run)):
            body = self._body(run)
            body.roles.update(bodily)
            return body
        if party is None and (run.titles or role_beside(self._text, run) or is_told_of(self._text, run)):
            party = self._person(run)
            party.evident = party.evident or is_told_of(self._text, run)
        if party is not None:
            self._learn(party, run)
            party.evident = party.evident or (
                len(run.words) > 1 and (acts_next(self._text, run) or is_of_body(self._text, run))
            )
        return party

    def _is_bodys(self, word: str) -> bool:
        """Say whether one word is an agency's name, or capitals that are nobody's surname."""
        return is_agency(word) or (1 < len(word) <= _ACRONYM and word.isupper() and self._known_person([word]) is None)

    def _bodily(self, run: NameRun) -> list[str]:
        """Return the words beside one unknown name that make it a body's: "the aid group X", "X, an aid group,"."""
        before = word_before(self._text, run.span.start) if len(run.words) == 1 else []
        return before if before and (is_body_word(before[0]) or is_carrier(before[0])) else body_beside(self._text, run)

    def _person(self, run: NameRun) -> Party:
        party = self._known_person(run.words)
        if party is None or (len(party.name.split()) == 1 and len(run.words) > 1):
            party = Party(" ".join(run.words), [run.name], roles=set())
            self._persons.setdefault(run.words[-1].lower(), []).append(party)
        return party

    def _known_person(self, words: Sequence[str]) -> Party | None:
        name = " ".join(words)
        alike = self._persons.get(words[-1].lower(), []) if words else []
        for party in alike:
            if like_names(party.name, name):
                return party
        return None

    def _learn(self, party: Party, run: NameRun) -> None:
        roles = [*run.titles, *role_beside(self._text, run)]
        party.roles.update(roles)
        party.evident = party.evident or bool(roles) or len(run.words) < len(party.name.split())
        for role in roles:
            gender = gender_of_role(role)
            if gender != "any" and party.gender == "any":
                party.gender = gender
        if len(run.words) > 1 and len(party.mentions) < _MENTIONS:
            party.mentions.append(run.name)

    def _body(self, run: NameRun) -> Party:
        name = " ".join(run.words)
        beside = _ACRONYM_AFTER.match(self._text, run.name.end)
        if beside:
            self._acronyms.setdefault(beside[1], name)
        party = self._bodies.get(name) or self._longer(name, run.span.start)
        if party is None:
            party = Party(name, [run.name], kind="body", roles={word.lower() for word in run.words})
            self._bodies[name] = party
            # A body may later be called by its capitals or by its first word.
            shorts = {acronym_of(name), run.words[0]} if len(run.words) > 1 else set()
            for short in shorts if not is_carrier(run.words[0]) else {acronym_of(name)}:
                self._short.setdefault(short, party)
        return party

    def _longer(self, noun: str, at: int) -> Party | None:
        """Return the body whose name "the Group", "the Observatory" cut short."""
        lists = vocabulary("organisations")
        word = noun.lower()
        if word not in lists["generic"] and word not in lists["described_bodies"]:
            return None
        return self.memory.last(lambda one: one.kind == "body" and word in one.roles and one.name != noun, at)

    def ends_sentence(self, words: Span) -> bool:
        """Say whether `words` close like a sentence."""
        return words.of(self._text).rstrip("'’\"”")[-1:] in {".", ",", "!", "?", "…"}

    def described_head(self, sentence: Span) -> Party | None:
        """Return the one person without a name who heads a sentence: "The porter shook his head."."""
        opening = _OPENS_WITH_ONE.match(self._text, sentence.start, sentence.end)
        words = (
            list(_WORD.finditer(self._text, opening.end(), sentence.end))[:_HEAD_WORDS] if opening is not None else []
        )
        head = next((word for word in words if is_role(word.group()) and not word.group().endswith("s")), None)
        if opening is None or head is None:
            return None
        return self.resolve(NounPhrase(Span(opening.start("article"), head.end()), Span(*head.span())))

    def author_of_paper(self, sentence: Span) -> Party | None:
        """Return whose paper a sentence ends with, which others may read out: "read a message from A. Name."."""
        for pos, party in reversed(self.memory.named_between(sentence.start, sentence.end)):
            words = _WORD.findall(self._text[max(sentence.start, pos - _PAPER_BEFORE) : pos])
            links = [
                i
                for i, word in enumerate(words)
                if word in {"from", "by"} and i and words[i - 1] in cue_words("documents")
            ]
            ends = self._text.find(party.name.rpartition(" ")[2], pos, sentence.end) + len(
                party.name.rpartition(" ")[2]
            )
            return party if links and sentence.end - ends <= 1 else None
        return None

    def resolve(self, phrase: NounPhrase) -> Party | None:
        """Return whom `phrase` means, always the same; None for words that can be nobody ("that", "there")."""
        if phrase.span not in self._meant:
            self._meant[phrase.span] = self._resolved(phrase)
        return self._meant[phrase.span]

    def _resolved(self, phrase: NounPhrase) -> Party | None:
        words = phrase.span.of(self._text)
        plain = words.lower().strip(" ,")
        if plain in pronoun_kinds() and not (phrase.beside is not None and pronoun_kinds()[plain] == "others"):
            return self._pronoun(plain, phrase.span.start)
        if _AGED.match(words) and phrase.beside is None:
            return self._pronoun("any", phrase.span.start) or Party(strip_article(words), [phrase.span], "described")
        own = self._named(phrase.span, phrase.head)
        if own is not None and own.kind == "person":
            return own
        if phrase.beside is not None:
            named = self._named(phrase.beside, phrase.beside)
            if named is not None:
                self._roles_from(named, words)
                return named
        party = own
        if party is None or party.kind == "described":
            party = self._neighbour(phrase) or self._self_named(phrase) or party or self._described(phrase)
        if party.kind != "person":
            party.name = self._expanded(party.name)
        return party

    def _neighbour(self, phrase: NounPhrase) -> Party | None:
        """Return the person whose name stands right beside a role that the parse took alone."""
        words = phrase.span.of(self._text)
        if not is_role(phrase.head.of(self._text)):
            return None
        for pos, party in self.memory.named_between(max(0, phrase.span.start - 60), phrase.span.end + 3):
            if party.kind != "person":
                continue
            between = (
                self._text[pos : phrase.span.start] if pos < phrase.span.start else self._text[phrase.span.end : pos]
            )
            enclosed = between == ", " and self._text.startswith((f"{party.name},", f"{party.name}."), pos)
            if (pos < phrase.span.start and self._apposed(party, pos, phrase)) or (
                pos >= phrase.span.end and (between == " " or enclosed)
            ):
                self._roles_from(party, words)
                return party
        return None

    def _apposed(self, party: Party, pos: int, phrase: NounPhrase) -> bool:
        """Say whether a role behind a name and a comma is its bearer's: "A. Name, Coast Command spokesman, said"."""
        if is_placed(self._text, pos) or not self._text.startswith(f"{party.name}, ", pos):
            return False
        between = self._text[pos + len(party.name) : phrase.span.start]
        closed = self._text.startswith(",", phrase.span.end)
        if between == ", ":
            return closed or self.memory.heads_sentence(pos)
        # Words with capitals before the role: what the parse took apart from it.
        return closed and _MODIFIERS.fullmatch(between) is not None

    def _self_named(self, phrase: NounPhrase) -> Party | None:
        """Return the person whose name a description leads up to: "a porter who gave his name as Ivo"."""
        if not is_role(phrase.head.of(self._text)):
            return None
        given = given_name(self._text, phrase.span)
        if given is None:
            return None
        run, gender = given
        party = self._person(run)
        party.evident, party.gender = True, party.gender if gender == "any" else gender
        self._roles_from(party, phrase.span.of(self._text))
        return party

    def _expanded(self, name: str) -> str:
        """Return `name` with what the report spells out elsewhere: the words of an acronym, its owner's full name."""
        owned = _NAMED_OWNER.match(name)
        run = next(name_runs(owned[1]), None) if owned else None
        if owned and run is not None and run.person and run.name.end == len(owned[1]):
            known = self._known_person(run.words)
            return f"{known.name}’s {owned[2]}" if known is not None else name
        for word in _WORD.findall(name):
            full = self._acronyms.get(word)
            if full is not None and full not in name:
                return re.sub(rf"\b{re.escape(word)}\b", f"{full} ({word})", name, count=1)
        return name

    def _roles_from(self, party: Party, words: str) -> None:
        for word in _WORD.findall(words):
            if is_role(word):
                party.roles.add(word.lower())
                if party.gender == "any":
                    party.gender = gender_of_role(word)

    def _named(self, span: Span, head: Span) -> Party | None:
        """Return the person or body that a phrase names outright."""
        run = next((one for one in name_runs(self._text, span) if one.span.meets(head)), None)
        if run is None or (not run.person and all(is_role(word) for word in run.words)):
            return None
        if run.person:
            party = self._known_person(run.words)
            if party is None and len(run.words) == 1:
                party = self._short_body(run)
            if party is None and len(run.words) == 1 and (run.words[0].isupper() or is_carrier(run.words[0])):
                party = self._body(run)
            if party is None:
                party = self._person(run)
            if party.kind == "person":
                self._roles_from(party, self._text[span.start : run.name.start])
                return party
            return party
        return self._body_phrase(span)

    def _short_body(self, run: NameRun) -> Party | None:
        """Return the body of which one word or the acronym is written."""
        word = run.words[0]
        full = self._acronyms.get(word)
        known = self._short.get(word)
        if full is None and word.isupper() and known is not None and acronym_of(known.name) == word:
            full = known.name
        if full is not None:
            return Party(f"{full} ({word})", [run.name], kind="body", roles=set(full.lower().split()))
        return self._bodies.get(word) or known

    def _body_phrase(self, span: Span) -> Party:
        words = strip_article(span.of(self._text))
        single = any(is_role(word) for word in _WORD.findall(words)[-1:])
        if words != span.of(self._text) and words.isalpha():
            party = Party(words, [span], kind="body")
            return self._body_by_noun(party, words.lower(), span.start) or party
        return Party(
            words, [span], kind="described" if single else "body", roles={w.lower() for w in _WORD.findall(words)}
        )

    def _pronoun(self, word: str, at: int) -> Party | None:
        kind = pronoun_kinds().get(word, "any")
        if kind in {"nobody", "first"}:
            return None
        if kind == "others":
            return Party(word, [], kind="described", plural=True)
        if kind == "they":
            return plural_before(self._text, self.memory.spoke_at + 1, at) or self.memory.they(at)
        if kind == "it":
            return body_before(
                self._text, max(self.memory.spoke_at + 1, self.memory.named_at(at)), at
            ) or self.memory.it(at)
        return self.memory.he_or_she(kind, at)

    def _described(self, phrase: NounPhrase) -> Party:
        words = phrase.span.of(self._text)
        bare = strip_article(words)
        head = phrase.head.of(self._text).lower()
        plural = is_role(head) and head.endswith(("s", "men")) and not head.endswith("ss")
        lowered = words.lower()
        definite = lowered.startswith(("the ", "its ", "his ", "her ", "their ", "our "))
        definite = definite or (
            words[:1].isupper() and not lowered.startswith(("a ", "an ", "one ", "another ", "some "))
        )
        party = Party(bare, [phrase.span], kind="described", gender=gender_of_role(head), roles={head}, plural=plural)
        if lowered.startswith("the same ") or (definite and head in cue_words("own_documents")):
            return self.memory.author(lambda one: not is_carrier(one.name), phrase.span.start) or party
        if is_role(head) and not plural:
            return self._office(party, phrase, definite=definite)
        holder = _OFFICE_OF.match(bare)
        if holder and is_role(holder[1]):
            whose = self._holder(holder[1].lower(), holder[1], phrase.span.start)
            if whose is not None:
                party.name = f"{holder[1]} {whose.name}’s {holder[2]}"
                party.mentions = [*whose.mentions[:1], phrase.span]
        owner = lowered.split(" ", 1)[0]
        if owner in {"his", "her"} and self._owned(party, owner, phrase.span):
            return _as_group(party)
        kind_told = tells_kind(bare)
        if definite and not plural and (kind_told or len(_WORD.findall(bare)) == 1):
            whose = self._described_body(party, phrase.span.start) if kind_told else None
            return whose or self._body_by_noun(party, head, phrase.span.start) or _as_group(party)
        party.kind = "group" if plural or not (is_role(head) or one_of_many(head)) else "described"
        return party

    def _owned(self, party: Party, owner: str, at: Span) -> bool:
        """Call "his office", "her lawyers" after whom the pronoun means; say whether that is known."""
        whose = self._pronoun(_OWNERS[owner], at.start)
        if whose is not None:
            party.name = f"{whose.name}’s {party.name}"
            party.mentions = [*whose.mentions[:1], at]
        return whose is not None

    def _office(self, party: Party, phrase: NounPhrase, *, definite: bool) -> Party:
        """Resolve "the president", "his spokesman", "a spokesman": an office, or one who speaks for somebody."""
        words = phrase.span.of(self._text)
        owner = words.split()[0].lower()
        head = phrase.head.of(self._text).lower()
        if definite and head in somebody() and len(_WORD.findall(party.name)) == 1:
            whoever = self._pronoun(gender_of_role(head), phrase.span.start)
            return whoever if whoever is not None and whoever.kind == "described" else party
        if owner in _OWNERS:
            self._owned(party, owner, phrase.span)
            return party
        if (definite and words[:1].islower()) or words.lower().startswith("the "):
            other = other_names().get(party.name.lower())
            holder = self._holder(other or head, other or party.name, phrase.span.start)
            if holder is None and " of " not in party.name:
                holder = self.memory.without_office(gender_of_role(head), phrase.span.start)
            if holder is not None:
                return Party(
                    f"{party.name} {holder.name}",
                    [*holder.mentions[:1], phrase.span],
                    "person",
                    holder.gender,
                    holder.roles,
                    evident=True,
                )
        if len(_WORD.findall(party.name)) == 1 and head in speaks_for():
            body = self.memory.it(phrase.span.start)
            if body is not None:
                party.name = f"{body.name} {party.name}"
                party.mentions = [*body.mentions[:1], phrase.span]
        return party

    def _holder(self, head: str, name: str, at: int) -> Party | None:
        """Return who was named with this office before `at` (else after it), without contradiction."""
        wanted = {word.lower() for word in _WORD.findall(name)} - {"then", "former", "current", "new", "late"}
        wanted = {word for word in wanted if not word.endswith(("’s", "'s")) and word != head}
        for party in self.memory.named_near(at):
            if party.kind == "person" and head in party.roles and wanted <= (party.roles | _lower_words(party.name)):
                return party
        return None

    def _described_body(self, party: Party, at: int) -> Party | None:
        """Resolve "the city-based group" to the body that spoke last, unless that is an authority."""
        one = self.memory.author(lambda p: p.kind == "body" and not is_carrier(p.name), at)
        if one is None or kind_of(one.name) not in {"rights-group", "other"}:
            return None
        return Party(one.name, [*one.mentions[:1], *party.mentions], one.kind, roles=one.roles)

    def _body_by_noun(self, party: Party, head: str, at: int) -> Party | None:
        """Resolve "the ministry", "the agency" to the body named with that noun last."""
        carrying = is_carrier(head)
        firms, firm = frozenset(vocabulary("organisations")["businesses"]), head in vocabulary("organisations")["firms"]

        def fits(one: Party) -> bool:
            named = (
                head in one.roles or (carrying and is_carrier(one.name)) or (firm and not firms.isdisjoint(one.roles))
            )
            return named and one.kind != "person" and one.name.lower() != head

        one = self.memory.last(fits, at)
        if one is None and head in vocabulary("organisations")["generic"]:
            one = self.memory.author(lambda p: p.kind == "body" and not is_carrier(p.name), at)
            one = self.memory.heading_body(at) if one is None else one
            one = None if one is not None and is_carrier(one.name) and not carrying else one
        return Party(one.name, [*one.mentions[:1], *party.mentions], one.kind, roles=one.roles) if one else None


_MENTIONS = 12
_PAPER_BEFORE = 60
_HEAD_WORDS = 3
_OPENS_WITH_ONE = re.compile(
    r"(?:(?:When|Asked|As|After|While)\b[^,.]{1,120}, )?(?P<article>the|an?|one|his|her) ", re.IGNORECASE
)
_ACRONYM = 5
_MODIFIERS = re.compile(r", (?:(?:[A-Z][\w’']*|of|the|and|for)[ -]+){1,9}")
_OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
_NAMED_OWNER = re.compile(r"(.{2,40})[’']s (\w[\w ]{1,40})$")
_OFFICE_OF = re.compile(r"([\w-]+)[’']s (\w+)$")


def _spoken_by_none(runs: Sequence[NameRun], silent: Sequence[Span]) -> Iterator[NameRun]:
    """Yield the names that stand in no words of others; both are in the order of the text."""
    k = 0
    for run in runs:
        while k < len(silent) and silent[k].end <= run.span.start:
            k += 1
        if k == len(silent) or silent[k].start > run.span.start:
            yield run


def _lower_words(name: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(name)}


def _as_group(party: Party) -> Party:
    party.kind = "group"
    return party
