"""Static sentence vectors from a bundled model: how alike two wordings are in meaning, without a download."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.errors import ModelError

__all__ = ["sentence_vectors"]


@cache
def _model() -> Any:  # noqa: ANN401 - wordllama's own class
    spec = find_spec("wordllama")
    if spec is None or not spec.submodule_search_locations:
        msg = "the package wordllama with its bundled vectors is not installed: run `pip install wordllama`"
        raise ModelError(msg)
    # Loaded here: reading a folder of JSON Lines to claims needs no vectors and should not wait for them.
    wordllama = import_module("wordllama")
    folder = Path(spec.submodule_search_locations[0])
    return wordllama.WordLlama.load(cache_dir=folder, disable_download=True)


def sentence_vectors(texts: list[str]) -> NDArray[np.float32]:
    """Return one unit vector a text, shape (len(texts), 256); their dot product is the cosine."""
    if not texts:
        return np.zeros((0, 256), dtype=np.float32)
    return np.asarray(_model().embed(texts, norm=True), dtype=np.float32)
