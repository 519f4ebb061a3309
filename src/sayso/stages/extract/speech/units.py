"""Sentences that are not cut inside quotations, and their skeletons: what is left for the parser.

A whole utterance in marks is put down as one short word in its marks, so that a sentence round a long quotation
parses like "“Yes,” she said". Marks round fragments are dropped, so that "said it was “too early”" parses like
plain words. Every piece of a skeleton keeps where it came from.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from sayso.language.sentences import sentences
from sayso.language.vocabulary import vocabulary
from sayso.model.span import Span
from sayso.stages.extract.speech.marks import Marked
from sayso.stages.extract.speech.run_ins import parted
from sayso.stages.extract.speech.verbs import reporting_verb

__all__ = ["Unit", "units"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LAST_WORD = re.compile(r"([^\W\d_]+)\W*$")
_STOP_INSIDE = re.compile(r"[.!?…][\"'”’]?\s+[\"'“‘]?[A-Z]")
_STAND_IN = '"Yes{end}"'
# The tail of a sentence that only says who asked or cried: "“Who?” the mayor asked."
_BARE_LENGTH = 70
_LOOK = 80
_BARE_WORDS = 7
_ASKING = frozenset("?!…-—")
# "It read “…” and “…”", where the first words are an utterance too.
_AFTER_ANOTHER = re.compile(r"[”\"»]?:? [“\"«][A-Z][^“”\"«»]{3,}[”\"»],? (?:and|or)$")
# What stands before the first sentence and is no part of it: a bullet, or place, day and agency before a dash.
_LEAD = re.compile(
    r"[•*·▪◦►‣]\s+|\(?(?=[^\W\d_a-z]{3})(?:[^\W_a-z(][\w.,'’:/()-]*\s+|\([^()\n]{2,40}\)\s+){1,9}(?:--?|[–—])\s+(?=\S)"
)


class Unit(Struct, frozen=True):
    """One sentence for our purposes, with its skeleton.

    `whole` are the indices (into the report's marked words) of utterances that the skeleton stands in for,
    `fragments` those whose words stand in the skeleton without their marks. `starts` and `origins` map the
    skeleton's pieces to the text: piece i begins at `starts[i]` of the skeleton and at `origins[i]` of the text.
    """

    span: Span
    paragraph: int
    skeleton: str
    whole: tuple[int, ...] = ()
    fragments: tuple[int, ...] = ()
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)
    lengths: tuple[int, ...] = (0,)

    def there(self, offset: int, *, end: bool = False) -> int:
        """Return the place in the text of a place in the skeleton; `end` for one that closes a span."""
        i = bisect_right(self.starts, offset - end) - 1
        i = max(i, 0)
        inside = offset - self.starts[i]
        if self.lengths[i] < 0:
            # A stand-in: its first character stands for the beginning, all others for the end.
            return self.origins[i] + (-self.lengths[i] if inside > 1 or end else 0)
        return self.origins[i] + min(inside, self.lengths[i])

    def here(self, offset: int) -> int | None:
        """Return the place in the skeleton of a place in the text; None for one that it left out."""
        for start, origin, length in zip(self.starts, self.origins, self.lengths, strict=True):
            if length < 0 and origin <= offset < origin - length:
                return start + 1
            if origin <= offset < origin + length:
                return start + offset - origin
        return None


def units(text: str, paragraphs: Sequence[Span], marks: Sequence[Marked]) -> list[Unit]:
    """Return the units of all `paragraphs` in order; `marks` are the report's marked words."""
    found: list[Unit] = []
    k = 0
    for number, paragraph in enumerate(paragraphs):
        own: list[int] = []
        while k < len(marks) and marks[k].outer.start < paragraph.end:
            if marks[k].outer.start >= paragraph.start and marks[k].depth == 0:
                own.append(k)
            k += 1
        lead = _LEAD.match(text, paragraph.start, paragraph.end)
        body = Span(lead.end(), paragraph.end) if lead else paragraph
        outers = [marks[i].outer for i in own]
        cuts = _joined(text, sentences(text, body), outers)
        at = 0
        for span in (part for cut in cuts for part in parted(text, cut, outers)):
            inside = []
            while at < len(own) and marks[own[at]].outer.start < span.end:
                inside.append(own[at])
                at += 1
            found.append(_unit(text, span, number, inside, marks))
    return found


def _joined(text: str, cuts: list[Span], outers: list[Span]) -> list[Span]:
    """Join sentences that were cut inside marks, or between a question in marks and the one who asked it."""
    found: list[Span] = []
    k = 0
    for cut in cuts:
        while k < len(outers) and outers[k].end < cut.start:
            k += 1
        last = found[-1] if found else None
        if last is None or not (_cut_inside(last, cut, outers, k) or _asker(text, last, cut, outers, k)):
            found.append(cut)
        else:
            found[-1] = Span(last.start, cut.end)
    return found


def _cut_inside(last: Span, cut: Span, outers: list[Span], k: int) -> bool:
    near = outers[max(0, k - 1) : k + 2]
    return any(outer.start < last.end < outer.end and outer.start < cut.start < outer.end for outer in near)


def _asker(text: str, last: Span, cut: Span, outers: list[Span], k: int) -> bool:
    near = outers[max(0, k - 1) : k + 1]
    if not any(outer.end == last.end for outer in near) or _last_sign(text, last) not in _ASKING:
        return False
    for place, word in enumerate(_WORD.findall(text[cut.start : min(cut.end, cut.start + _BARE_LENGTH)])[:_BARE_WORDS]):
        verb = reporting_verb(word)
        if verb is not None and verb.aloud and place:
            return True
        if word.lower() in vocabulary("cues")["no_label"]:
            return False
    return False


def _last_sign(text: str, sentence: Span) -> str:
    """Return what a sentence ends with inside its closing marks, those of words within words too."""
    return text[sentence.start : sentence.end].rstrip("\"'”’»›")[-1:]


def _unit(text: str, span: Span, paragraph: int, inside: list[int], marks: Sequence[Marked]) -> Unit:
    if not inside:
        return Unit(span, paragraph, span.of(text), starts=(0,), origins=(span.start,), lengths=(len(span.of(text)),))
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    lengths: list[int] = []
    size = 0

    def put(words: str, origin: int, length: int) -> None:
        nonlocal size
        if words:
            pieces.append(words)
            starts.append(size)
            origins.append(origin)
            lengths.append(length)
            size += len(words)

    whole: list[int] = []
    fragments: list[int] = []
    at = span.start
    for i in inside:
        one = marks[i]
        put(text[at : one.outer.start], at, one.outer.start - at)
        if _is_utterance(text, span, one):
            whole.append(i)
            end = text[one.inner.end - 1]
            put(_STAND_IN.format(end=end if end in ".,!?" else ""), one.outer.start, -(one.outer.end - one.outer.start))
            # A word that runs into its marks would be parsed as part of the stand-in.
            put(" " if text[one.outer.end : one.outer.end + 1].isalnum() else "", one.outer.end, 0)
        else:
            fragments.append(i)
            put(one.inner.of(text), one.inner.start, one.inner.end - one.inner.start)
        at = one.outer.end
    put(text[at : span.end], at, span.end - at)
    return Unit(
        span,
        paragraph,
        "".join(pieces),
        tuple(whole),
        tuple(fragments),
        tuple(starts),
        tuple(origins),
        tuple(lengths),
    )


def _is_utterance(text: str, sentence: Span, one: Marked) -> bool:
    """Say whether marked words are a whole utterance and not a fragment woven into the sentence."""
    words = one.inner.of(text)
    before = text[max(sentence.start, one.outer.start - _LOOK) : one.outer.start].rstrip()
    long_enough = len(_WORD.findall(words)) > 1 or words[-1] in ",.!?…"
    if _STOP_INSIDE.search(words):
        return True
    if not before:
        # At the head of a sentence: an utterance, unless the sentence goes on with it as its subject.
        after = text[one.outer.end : min(sentence.end, one.outer.end + _LOOK)].lstrip()
        return one.outer.end >= sentence.end or words[-1] in ",.!?…—-" or (long_enough and after[:1] in ",–—-")
    if before[-1] == ":" or (before[-1] in ",–—" and words[-1] in ",.!?…") or before[-1] in ')"”]':
        return long_enough
    if words[0].isupper() and long_enough and _AFTER_ANOTHER.search(before):
        return True
    if before[-1] in ",–—-":
        return long_enough and (words[0].isupper() or _cue_before(before))
    return words[0].isupper() and long_enough and _cue_before(before)


def _cue_before(before: str) -> bool:
    word = _LAST_WORD.search(before[-40:])
    if word is None:
        return False
    verb = reporting_verb(word[1])
    return (verb is not None and verb.aloud) or word[1].lower() in {"that", "as", "he", "she", "they"}
