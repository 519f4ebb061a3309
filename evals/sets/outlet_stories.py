"""The same story by several outlets, independently written: the control group of copy detection.

The set scores the grouping of stories; we answer with families of one text, which in this set are nearly all of one
report, so the grouping scores low by design. What counts here is `python -m evals.copying`: how many pairs of one
story by different outlets are called derived.
"""

from evals.sets.gva_longtail import predict

__all__ = ["GOLD", "INPUTS", "KEEP", "predict"]

GOLD = "gold.jsonl"
INPUTS = "docs.jsonl"
KEEP = ("doc_id", "url", "outlet", "published", "title", "text")
