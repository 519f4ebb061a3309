"""Names without a model: runs of words with capitals, the titles before them, acronyms, and which names are alike."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span

__all__ = [
    "Gender",
    "NameRun",
    "acronym_of",
    "gender_of_role",
    "is_body_word",
    "is_role",
    "is_time",
    "like_names",
    "name_runs",
    "strip_article",
]

Gender = Literal["he", "she", "any"]
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]\w*(?:[.’'-][^\W_]\w*)*"
_SHORT = 5
_KEPT = 20_000
_SHORTEST_ACRONYM = 3
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*\.?")
_OWNER = re.compile(r"[’']s?$")
_POSSESSIVE = re.compile(r"[’']s (?=\w)")
_FIRST_AND_LAST = 2
_INITIALS = 2


class NameRun(Struct, frozen=True):
    """A run of words with capitals: where it stands, its name part without titles, and the titles before it.

    `titles` are lower-case words; `person` says whether the words allow it to be a person's name.
    """

    span: Span
    name: Span
    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    person: bool = True
    owner: bool = False


@cache
def _titles(lang: str) -> tuple[dict[str, Gender], frozenset[str], dict[str, Gender]]:
    lists = vocabulary("titles", lang)
    roles: dict[str, Gender] = {}
    genders: tuple[Gender, ...] = ("any", "he", "she")
    for gender in genders:
        roles.update(dict.fromkeys(lists["roles"][gender], gender))
    return dict(lists["honorifics"]), frozenset(lists["ranks"]["words"]), roles


@cache
def _bodies(lang: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    lists = vocabulary("organisations", lang)
    return frozenset(lists["words"]), frozenset(lists["never_first"]), frozenset(lists["inside"])


@cache
def _run(lang: str) -> "re.Pattern[str]":
    """Return the pattern of a run of words with capitals."""
    small = "|".join(map(re.escape, vocabulary("organisations", lang)["inside"]))
    short = sorted({word.capitalize() for word in vocabulary("titles", lang)["ranks"]["words"] if len(word) <= _SHORT})
    # A full stop inside a name closes an initial or a short title, never a longer word.
    stops = "".join(rf"|(?<=\b{re.escape(word)})\." for word in short)
    gap = rf"(?:(?<=\b\w)\.|(?<=\b\w\w)\.{stops})?[ \u00a0]"
    # At most two small words between two with capitals; no nested repetition over the same letters.
    # An article or pronoun with a capital begins a sentence that ran into the name before it.
    # So does "A" before an acronym ("A UN spokesman").
    apart = rf"(?!(?:{'|'.join(vocabulary('organisations', lang)['begin_anew'])})\b|A [A-Z]{{2}})"
    return re.compile(
        rf"(?<![\w’'.]){_CAPITAL}(?:{gap}(?:(?:{small}) ){{0,2}}{apart}{_CAPITAL}|[ \u00a0]\d{{1,3}}\b){{0,11}}"
    )


@cache
def _article(lang: str) -> "re.Pattern[str]":
    words = "|".join(vocabulary("pronouns", lang)["articles"])
    return re.compile(rf"^(?:{words})\s+", re.IGNORECASE)


def is_role(word: str, lang: str = "en") -> bool:
    """Say whether `word` names what a person does or is ("minister", "resident")."""
    return _singular(word.lower()) in _titles(lang)[2]


def is_time(word: str, lang: str = "en") -> bool:
    """Say whether `word` is a day's or month's name, or a word like them."""
    return word.lower() in vocabulary("pronouns", lang)["times"]


def is_body_word(word: str, lang: str = "en") -> bool:
    """Say whether `word` tells that what bears it is a body and not a person ("ministry", "group")."""
    return word.lower() in _bodies(lang)[0]


def gender_of_role(word: str, lang: str = "en") -> Gender:
    """Return the pronoun that goes with a role or an honorific; "any" where the word does not tell."""
    honorifics, _, roles = _titles(lang)
    plain = word.lower().rstrip(".")
    return honorifics.get(plain) or roles.get(_singular(plain), "any")


def _singular(word: str) -> str:
    if word.endswith(("sses", "ches", "shes")):
        return word[:-2]
    if word.endswith("men") and len(word) > len("men"):
        return word[:-2] + "an"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def name_runs(text: str, within: Span | None = None, lang: str = "en") -> Iterator[NameRun]:
    """Yield the runs of words with capitals in `text` (or the part `within`), in order."""
    within = within or Span(0, len(text))
    for found in _run(lang).finditer(text, within.start, within.end):
        owned = _owned(text, found.start(), found.end(), lang)
        for start, end in ((found.start(), owned), (owned, found.end())) if owned else (found.span(),):
            run = _trimmed(text[start:end], lang)
            if run is not None:
                yield replace(run, span=run.span.moved(start), name=run.name.moved(start))


def _owned(text: str, start: int, end: int, lang: str) -> int:
    """Return where a person's name begins behind its owner's ("Channel Nine's Anna Brook"); 0 where none does."""
    found = _POSSESSIVE.search(text, start, end)
    if found is None:
        return 0
    bodies, _, inside = _bodies(lang)
    words = [word.lower().rstrip(".") for word in _WORD.findall(text[found.end() : end])]
    honorifics, ranks, roles = _titles(lang)
    if len(words) != _FIRST_AND_LAST:
        return 0
    apart = any(word in some for word in words for some in (bodies, inside, honorifics, ranks))
    return 0 if apart or any(_singular(word) in roles for word in words) else found.end()


# The same names stand again and again in the reports of an event.
@lru_cache(maxsize=_KEPT)
def _trimmed(run: str, lang: str) -> NameRun | None:
    """Return the name in a run of words, its spans counted from the run's start."""
    honorifics, ranks, roles = _titles(lang)
    bodies, never, inside = _bodies(lang)
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(run)]
    while words and (words[0][0].lower() in never or words[0][0].lower() in inside):
        words.pop(0)
    while words and words[-1][0].lower() in inside:
        words.pop()
    if all(word.isdigit() for word, _, _ in words):
        return None
    last, at, stop = words[-1]
    owner = _OWNER.search(last)
    if last.endswith(".") and len(last) > len("J.") and "." not in last[:-1]:
        words[-1] = (last[:-1], at, stop - 1)
    elif owner:
        words[-1] = (last[: owner.start()], at, at + owner.start())
    lowered = [word.lower().rstrip(".") for word, _, _ in words]
    # "Anna Brook of the Harbour Office" names a person first.
    if (
        "of" in lowered
        and lowered.index("of") > 1
        and not any(word in bodies for word in lowered[: lowered.index("of")])
    ):
        words = words[: lowered.index("of")]
        lowered = lowered[: len(words)]
    known = [i for i, word in enumerate(lowered) if word in honorifics or word in ranks or _singular(word) in roles]
    # The name begins after the last title, unless the titles are all there is ("President").
    first = known[-1] + 1 if known and known[-1] + 1 < len(words) else 0
    if any(word in inside for word in lowered[first:]) and not all(_fits_person(w) for w in lowered[first:]):
        person = False
    else:
        person = not any(word in bodies or any(c.isdigit() for c in word) for word in lowered[first:])
        plain = [word for word, _, _ in words[first:]]
        # One word all in capitals among others is an acronym ("Port Vell RCD").
        person = person and not (any(map(_is_acronym, plain)) and not all(word.isupper() for word in plain))
        person = person and not _is_phrase(plain)
    body_name = first > 0 and not person
    if body_name:
        first = 0
    name = Span(words[first][1], words[-1][2])
    return NameRun(
        Span(words[0][1], words[-1][2]),
        name,
        tuple(word for word, _, _ in words[first:]),
        tuple(lowered[:first]),
        person=person and (len(words) > first) and not (known and known[-1] + 1 == len(words)),
        owner=owner is not None,
    )


def _is_phrase(words: list[str]) -> bool:
    """Say whether capitals begin with a short body ("UN Velmish") or hold a preposition ("Divers Without Harbours")."""
    small = vocabulary("pronouns")["prepositions"]
    return words[:1] != words and (
        words[0] in vocabulary("organisations")["short_names"]
        or any(len(word) > _INITIALS and word.lower() in small for word in words[:-1])
    )


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) >= _SHORTEST_ACRONYM and "." not in word


def _fits_person(word: str) -> bool:
    particles = _particles()
    return word in particles or word not in _bodies("en")[2]


@cache
def _particles() -> frozenset[str]:
    return frozenset(vocabulary("organisations")["particles"])


def acronym_of(name: str) -> str:
    """Return the capitals that `name` would be shortened to ("Rail Safety Board" -> "RSB")."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_][\w'’]*", name) if word[0].isupper())


def strip_article(name: str, lang: str = "en") -> str:
    """Return `name` without an article or possessive before it."""
    return _article(lang).sub("", name.strip(), count=1)


def like_names(a: str, b: str) -> bool:
    """Say whether two names of persons may be one: the last words agree, the others do not contradict."""
    one, other = a.lower().split(), b.lower().split()
    if not one or not other or one[-1] != other[-1]:
        return False
    first, second = (one[:-1], other[:-1]) if len(one) <= len(other) else (other[:-1], one[:-1])
    return all(
        any(word == long or (len(word.rstrip(".")) == 1 and long.startswith(word[0])) for long in second)
        for word in first
    )
