"""One adapter a set: which fields it may see, and how our records become that set's prediction rows.

A module here is named after the set's folder and either gives `GOLD`, `INPUTS`, `KEEP` and `predict`, or
`SCORES`, a tuple of `evals.score.Score`, where the folder's own `score.py` can be asked several things.
"""
