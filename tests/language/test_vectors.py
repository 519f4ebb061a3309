from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from sayso.language.vectors import sentence_vectors

TEXTS = [
    "The ferry sank in the harbour.",
    "The ferry went down in the harbour.",
    "Taxes will rise next year.",
    "…",
    "Two.",
]


def test_like_meanings_lie_closer_than_unlike_ones() -> None:
    one, same, other = sentence_vectors(TEXTS[:3])
    assert one @ same > 0.3 > one @ other


def test_the_vectors_are_those_of_the_package_that_brings_them() -> None:
    spec = find_spec("wordllama")
    assert spec is not None
    assert spec.origin is not None
    package = import_module("wordllama")
    theirs = package.WordLlama.load(cache_dir=Path(spec.origin).parent, disable_download=True)
    assert np.allclose(sentence_vectors(TEXTS), theirs.embed(TEXTS, norm=True), atol=1e-6)


def test_a_text_without_words_is_like_nothing_and_no_texts_give_no_vectors() -> None:
    assert not sentence_vectors(["", "Two."])[0].any()
    assert sentence_vectors([]).shape == (0, 256)
