"""Words that changed in a sentence that was otherwise taken over: a negation, a day or month, part of a name."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from sayso.language.vocabulary import vocabulary
from sayso.model.link import Distortion
from sayso.stages.link.lineage.page import Page

__all__ = ["in_wording"]

_CLOSE = 0.6
"""Share of words that must be left for a change to be one word's change and not another sentence."""
_OTHER_NAME = 60.0
"""Likeness below which two words are two names and not two spellings of one."""
_KEPT, _OTHER_SPELLING = 0.9, 75.0
"""Where nearly all words are kept nothing was spelled anew, and a name less like its own is another one."""
_SURE = 0.5
"""Likeness from which a reworded sentence is the same one, so that its "not" must be found again."""
_STEM = 5
"""Letters by which two forms of one word are known."""


class _Change(Struct, frozen=True):
    """Words `a` to `a_end` of the copy stand where `b` to `b_end` stood."""

    a: int
    a_end: int
    b: int
    b_end: int


def in_wording(copy: Page, other: Page, pairs: Sequence[tuple[int, int, float]]) -> Iterator[Distortion]:
    """Compare like sentences word by word; figures are left to their claims. `pairs`: units, and how alike."""
    for mine, theirs, alike in pairs:
        (first, last), (start, end) = copy.units[mine], other.units[theirs]
        left, right = copy.ids[first:last].tolist(), other.ids[start:end].tolist()
        kept = Levenshtein.normalized_similarity(left, right)
        if left == right:
            continue
        if kept < _CLOSE:
            if alike >= _SURE:
                yield from _negation_reworded(copy, other, (first, last), (start, end))
            continue
        yield from _negation(copy, other, (first, last), (start, end))
        unlike = _OTHER_SPELLING if kept >= _KEPT else _OTHER_NAME
        for step in Levenshtein.opcodes(left, right):
            if step.tag == "replace":
                change = _Change(
                    first + step.src_start, first + step.src_end, start + step.dest_start, start + step.dest_end
                )
                yield from _of_words(copy, other, change, unlike)


def _of_words(copy: Page, other: Page, change: _Change, unlike: float) -> Iterator[Distortion]:
    if change.a_end - change.a != 1 or change.b_end - change.b != 1:
        return
    mine, theirs = copy.span(change.a, change.a).of(copy.text), other.span(change.b, change.b).of(other.text)
    days = vocabulary("copying")["calendar"]
    if copy.word(change.a) in days and other.word(change.b) in days:
        yield _distortion("date", copy, other, change, f"“{theirs}” there, “{mine}” here")
    elif _in_name(copy, other, change) and fuzz.ratio(mine.lower(), theirs.lower()) < unlike:
        yield _distortion("name", copy, other, change, f"“{theirs}” there, “{mine}” here")


def _is_name(page: Page, word: int) -> bool:
    return (
        page.text[page.starts[word]].isupper()
        and page.word(word).isalpha()
        and word != page.units[int(page.unit[word])][0]
    )


def _in_name(copy: Page, other: Page, change: _Change) -> bool:
    """Say whether both are names, and the word next to them is part of the same name on both sides."""
    if not (_is_name(copy, change.a) and _is_name(other, change.b)):
        return False
    for step in (-1, 1):
        mine, theirs = change.a + step, change.b + step
        inside = 0 <= mine < len(copy) and 0 <= theirs < len(other)
        if inside and copy.ids[mine] == other.ids[theirs] and _is_name(copy, mine) and _is_name(other, theirs):
            # A comma or bracket between them ends a name.
            return all(
                page.text[page.ends[min(k, near)] : page.starts[max(k, near)]] == " "
                for page, k, near in ((copy, change.a, mine), (other, change.b, theirs))
            )
    return False


def _negation(copy: Page, other: Page, mine: tuple[int, int], theirs: tuple[int, int]) -> Iterator[Distortion]:
    left, right = _negations(copy, *mine), _negations(other, *theirs)
    if len(left) == len(right):
        return
    change = _Change(*(left[-1:] * 2 or [mine[0], mine[1] - 1]), *(right[-1:] * 2 or [theirs[0], theirs[1] - 1]))
    what = "a “not” was lost" if len(left) < len(right) else "a “not” was added"
    yield _distortion("negation", copy, other, _Change(change.a, change.a_end + 1, change.b, change.b_end + 1), what)


def _negation_reworded(copy: Page, other: Page, mine: tuple[int, int], theirs: tuple[int, int]) -> Iterator[Distortion]:
    """Find a "not" that a reworded sentence lost or won: what is denied in one is said in the other, and no less.

    The denied word itself must return, for a "not enough" may well become "short", and nothing near it may deny in
    another way ("failed to").
    """
    for denying, denied_in, plain, said_in in ((copy, mine, other, theirs), (other, theirs, copy, mine)):
        nots = _negations(denying, *denied_in)
        if not nots or _denies_at_all(plain, *said_in):
            continue
        verb = _denied(denying, nots[-1], denied_in[1])
        again = next((k for k in range(*said_in) if verb is not None and _stem(plain, k) == _stem(denying, verb)), None)
        if verb is None or again is None:
            continue
        there, here = (nots[-1], verb + 1), (again, again + 1)
        if denying is copy:
            yield _distortion("negation", copy, other, _Change(*there, *here), "a “not” was added")
        else:
            yield _distortion("negation", copy, other, _Change(*here, *there), "a “not” was lost")


def _denied(page: Page, negation: int, end: int) -> int | None:
    """Return the word that "not" denies: the next that is no auxiliary."""
    between = vocabulary("copying")["auxiliaries"]
    return next((k for k in range(negation + 1, end) if page.word(k) not in between), None)


def _stem(page: Page, word: int) -> str:
    return page.word(word)[:_STEM]


def _denies_at_all(page: Page, first: int, last: int) -> bool:
    quiet = frozenset(vocabulary("copying")["quiet_negations"])
    words = [page.word(k) for k in range(first, last)]
    return bool(_negations(page, first, last)) or any(word in quiet or word.startswith("un") for word in words)


def _negations(page: Page, first: int, last: int) -> list[int]:
    """Return the words that deny; "t" counts after a word that ends in n, as in "didn't", "or not" does not."""
    denying = vocabulary("copying")["negations"]
    words = [page.word(k) for k in range(first, last)]
    return [
        first + k
        for k, word in enumerate(words)
        if (word in denying and words[k - 1 : k] != ["or"]) or (word == "t" and k > 0 and words[k - 1].endswith("n"))
    ]


def _distortion(
    kind: Literal["negation", "name", "date"], copy: Page, other: Page, change: _Change, message: str
) -> Distortion:
    return Distortion(
        kind=kind,
        copy=copy.id,
        span=copy.span(change.a, change.a_end - 1),
        other=other.id,
        other_span=other.span(change.b, change.b_end - 1),
        message=message,
    )
