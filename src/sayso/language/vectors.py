"""Static sentence vectors from a bundled model: how alike two wordings are in meaning, without a download.

The vectors are those that the package wordllama carries (MIT licence; token embeddings of a large model, cut down to
256 dimensions). Its files are read here directly: the package itself imports a web client and a validator first.
"""

from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from sayso.errors import ModelError

__all__ = ["sentence_vectors"]

_PINNED = {
    "weights/l2_supercat_256.safetensors": "64b47a2dc493cb8e85944076601189739852d7b64e0e1eedcb1937a251cd9fd5",
    "tokenizers/l2_supercat_tokenizer_config.json": "93248f2a9ec36c7b35f700a033d5f36228aae48db61aee31007fa49062cdeb68",
}
# Texts in one pass: enough to share the work out, few enough for their tokens' vectors to stay in the cache.
_PASS = 256


@cache
def _files() -> tuple[bytes, bytes]:
    """Return the bytes of the weights and of the tokenizer, verified."""
    spec = find_spec("wordllama")
    if spec is None or not spec.submodule_search_locations:
        msg = "the package wordllama with its bundled vectors is not installed: run `pip install wordllama`"
        raise ModelError(msg)
    found = []
    for name, digest in _PINNED.items():
        place = Path(spec.submodule_search_locations[0]) / name
        data = place.read_bytes() if place.exists() else b""
        if sha256(data).hexdigest() != digest:
            msg = f"{place.name} of the package wordllama is not the one that sayso was tested with"
            raise ModelError(f"{msg}: install wordllama 0.4 from a trusted index")
        found.append(data)
    return found[0], found[1]


@cache
def _embedding() -> NDArray[np.float32]:
    """Return one row a token, shape (tokens, 256); the file is a JSON header and then the numbers (safetensors)."""
    weights = _files()[0]
    start = 8 + int.from_bytes(weights[:8], "little")
    (tensor,) = (value for name, value in msgspec.json.decode(weights[8:start]).items() if name != "__metadata__")
    first, end = tensor["data_offsets"]
    numbers = np.frombuffer(weights[start + first : start + end], dtype=np.float16)
    return numbers.reshape(tensor["shape"]).astype(np.float32)


@cache
def _tokenizer() -> Any:  # noqa: ANN401 - a class of the package tokenizers, which has no types
    # Loaded here: reading a folder of reports to claims needs no vectors and should not wait for them.
    tokenizer = import_module("tokenizers").Tokenizer.from_buffer(_files()[1])
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def sentence_vectors(texts: list[str]) -> NDArray[np.float32]:
    """Return one unit vector a text, shape (len(texts), 256); their dot product is the cosine.

    A text without a word has the zero vector and is like nothing.
    """
    embedding = _embedding()
    vectors = np.zeros((len(texts), embedding.shape[1]), dtype=np.float32)
    for start in range(0, len(texts), _PASS):
        encoded = _tokenizer().encode_batch(texts[start : start + _PASS], add_special_tokens=False)
        lengths = np.array([len(one.ids) for one in encoded])
        held = np.flatnonzero(lengths)
        if len(held):
            ids = np.concatenate([encoded[at].ids for at in held])
            firsts = np.concatenate([[0], np.cumsum(lengths[held])[:-1]])
            vectors[start + held] = np.add.reduceat(embedding[np.minimum(ids, len(embedding) - 1)], firsts)
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.where(norms > 0, norms, 1).astype(np.float32)
    return vectors
