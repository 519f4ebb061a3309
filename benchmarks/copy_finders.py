"""`python -m benchmarks.copy_finders NAME REPORTS ANSWER`: one finder of copies in a process of its own.

ANSWER becomes a JSON list: `seconds` of the processors from the texts in memory to the pairs, which a busy machine does
not lengthen, and `pairs`. The peers get the same
shingles that published recipes give them (five words, 128 permutations), every threshold of a list, and the best
one's figures; their candidates are checked with their own estimate of the similarity.
"""

import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.stages.link.lineage import trace
from sayso.stages.link.lineage.candidates import candidates
from sayso.stages.link.lineage.page import pages

__all__ = ["FINDERS", "main"]

_PERMUTATIONS = 128
_THRESHOLDS = (0.1, 0.2, 0.4)
_SHINGLE = 5

Pairs = list[tuple[str, str]]
Answer = dict[str, Any]


def _readings(rows: Sequence[dict[str, Any]]) -> list[Reading]:
    return [Reading(report=Report.of(**row)) for row in rows]


def _ours(rows: Sequence[dict[str, Any]]) -> list[Answer]:
    readings = _readings(rows)
    began = time.process_time()
    links = trace(readings, []).links
    pairs = [(link.a, link.b) for link in links if link.relation != "shared-source"]
    return [{"name": "", "seconds": time.process_time() - began, "pairs": pairs}]


def _our_candidates(rows: Sequence[dict[str, Any]]) -> list[Answer]:
    readings = _readings(rows)
    began = time.process_time()
    read, lexicon = pages(readings)
    found = candidates(read, lexicon)
    seconds = time.process_time() - began
    pairs = zip(found.first.tolist(), found.second.tolist(), strict=True)
    return [{"name": "", "seconds": seconds, "pairs": [(read[i].id, read[j].id) for i, j in pairs]}]


def _shingles(text: str) -> list[str]:
    words = re.findall(r"\w+", text.lower())
    return [" ".join(words[k : k + _SHINGLE]) for k in range(max(1, len(words) - _SHINGLE + 1))]


def _datasketch(rows: Sequence[dict[str, Any]]) -> list[Answer]:
    # Imported here: each finder's process holds its own library and no other's.
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - as said above

    began = time.process_time()
    made = []
    for row in rows:
        sketch = MinHash(num_perm=_PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in _shingles(row["text"])])
        made.append(sketch)
    sketched = time.process_time() - began
    answers = []
    for threshold in _THRESHOLDS:
        began = time.process_time()
        index = MinHashLSH(threshold=threshold, num_perm=_PERMUTATIONS)
        pairs: Pairs = []
        for k, sketch in enumerate(made):
            near = [int(j) for j in index.query(sketch) if sketch.jaccard(made[int(j)]) >= threshold]
            pairs += [(rows[k]["id"], rows[j]["id"]) for j in near]
            index.insert(str(k), sketch)
        answers.append(_answer(threshold, sketched + time.process_time() - began, pairs))
    return answers


def _rensa(rows: Sequence[dict[str, Any]]) -> list[Answer]:
    # Imported here: see above.
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415 - as said above

    began = time.process_time()
    made = RMinHash.from_token_sets([_shingles(row["text"]) for row in rows], _PERMUTATIONS, 42)
    sketched = time.process_time() - began
    answers = []
    for threshold, bands in zip(_THRESHOLDS, (64, 64, 32), strict=True):
        began = time.process_time()
        index = RMinHashLSH(threshold, _PERMUTATIONS, bands)
        index.insert_many(made)
        pairs = [
            (rows[k]["id"], rows[j]["id"])
            for k, sketch in enumerate(made)
            for j in index.query(sketch)
            if j < k and sketch.jaccard(made[j]) >= threshold
        ]
        answers.append(_answer(threshold, sketched + time.process_time() - began, pairs))
    return answers


def _answer(threshold: float, seconds: float, pairs: Pairs) -> Answer:
    return {"name": f"at {threshold}", "seconds": seconds, "pairs": pairs}


FINDERS: dict[str, Callable[[Sequence[dict[str, Any]]], list[Answer]]] = {
    "sayso": _ours,
    "sayso candidates": _our_candidates,
    "datasketch": _datasketch,
    "rensa": _rensa,
}


def main(name: str, reports: str, answer: str) -> None:
    """Run one finder over the reports and write what it found."""
    rows = [msgspec.json.decode(line) for line in Path(reports).read_bytes().splitlines()]
    Path(answer).write_bytes(msgspec.json.encode(FINDERS[name](rows)))


if __name__ == "__main__":
    main(*sys.argv[1:4])
