"""quotes_ggt: quotations with their speakers in news of seven outlets (GenderGapTracker, Asr et al. 2021).

What this set counts and we do not, or the other way round, stands here alone: quotations and indirect speech in one
list, marks included; a quotation broken by its cue in pieces; no thinking and believing; no denied cues.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evals.utterances import Utterance, utterances
from sayso.language.parser import Parser

__all__ = ["GOLD", "INPUTS", "KEEP", "predict"]

GOLD = "dev.jsonl"
INPUTS = "dev.jsonl"
KEEP = ("id", "text")
_CONSTRUCTS = {"clause", "inserted", "tail", "phrase", "quotation"}
_SURE = 0.85
_FEWEST_WORDS = 3
# Where the report itself observes and nobody speaks.
_NOT_COUNTED = frozenset(
    {"show", "find", "see", "hear", "know", "learn", "read", "suggest", "promise", "vow", "indicate"}
)


def predict(rows: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield the quotations of each article, direct and indirect."""
    texts = [row["text"] for row in rows]
    for row, found in zip(rows, utterances(texts, Parser()), strict=True):
        kept = [one for one in found if _counts(one, row["text"])]
        alone = [one for one in kept if not _repeats(one, kept)]
        yield {"id": row["id"], "quotes": [quote for one in alone for quote in _rows(one, row["text"])]}


def _counts(one: Utterance, text: str) -> bool:
    if one.construct == "quotation":
        return one.spoken and (one.cue is not None or len(text[one.start : one.end].split()) >= _FEWEST_WORDS)
    if one.construct not in _CONSTRUCTS or one.open or one.attitude or one.verb in _NOT_COUNTED:
        return False
    return one.score >= _SURE and one.source is not None


def _repeats(one: Utterance, kept: Sequence[Utterance]) -> bool:
    """Say whether another utterance of the same cue or a longer one round it tells the same."""
    return any(
        other is not one and other.construct != "quotation" and other.start <= one.start and one.end <= other.end
        for other in kept
        if (other.end - other.start, other.start) > (one.end - one.start, one.start)
    )


def _rows(one: Utterance, text: str) -> Iterator[Mapping[str, Any]]:
    """Yield one row a piece of a broken content."""
    speaker = list(one.source) if one.source else None
    if speaker and one.beside:
        speaker = [min(speaker[0], one.beside[0]), max(speaker[1], one.beside[1])]
    if one.cue and text[one.cue[0] : one.cue[1]].endswith("ing") and one.construct == "clause":
        # "…, he said, adding that …": the second is left without a speaker.
        speaker = None
    verb = text[one.cue[0] : one.cue[1]] if one.cue and one.construct != "phrase" else ""
    for start, end in [one.outer] if one.construct == "quotation" else one.pieces:
        yield {"span": [start, end], "speaker_span": speaker, "verb": verb}
