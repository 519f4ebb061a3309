"""Cuts a sentence into words by the rules that the pipeline was trained with."""

import re
from collections.abc import Callable, Mapping
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from sayso.errors import ModelError

__all__ = ["Lexicon", "Token", "Tokenizer"]

# Numbers of the two attributes that the rules for contractions use.
_ORTH, _NORM = 65, 67
_RUN = re.compile(r"\S+|\s+")


class Token(Struct, frozen=True, array_like=True):
    """A word as it stands, and its plain form where a rule sets one ("n't" is "not")."""

    text: str
    norm: str | None = None


class Tokenizer:
    """The rules: affixes and infixes as patterns, contractions and abbreviations as a table."""

    def __init__(self, folder: Path) -> None:
        """Read the rules from the pipeline's `tokenizer` file."""
        rules = msgspec.msgpack.decode((folder / "tokenizer").read_bytes(), strict=False)
        self._prefix = re.compile(rules["prefix_search"]).search
        self._suffix = re.compile(rules["suffix_search"]).search
        self._infixes = re.compile(rules["infix_finditer"]).finditer
        self._url = re.compile(rules["url_match"]).match
        self._special = {
            text: tuple(Token(part[_ORTH], part.get(_NORM)) for part in parts)
            for text, parts in rules["exceptions"].items()
        }
        self._known: dict[str, tuple[Token, ...]] = {}
        self._rejoined = self._broken_specials()

    def cut(self, text: str) -> tuple[list[Token], list[int], list[bool]]:
        """Return the tokens of `text`, where each begins, and whether a blank follows it."""
        tokens: list[Token] = []
        starts: list[int] = []
        blanks: list[bool] = []
        for run in _RUN.finditer(text):
            words, at = run.group(), run.start()
            if tokens and words[0] == " ":
                # One blank belongs to the word before it; what follows in the run is a token of blanks.
                blanks[-1] = True
                words, at = words[1:], at + 1
            for token in self._parts(words) if words else ():
                tokens.append(token)
                starts.append(at)
                blanks.append(False)
                at += len(token.text)
        self._rejoin(tokens, starts, blanks)
        return tokens, starts, blanks

    def _parts(self, words: str) -> tuple[Token, ...]:
        found = self._special.get(words) or self._known.get(words)
        if found is None:
            found = self._known[words] = self._split(words, self._special)
        return found

    def _broken_specials(self) -> dict[str, list[tuple[str, ...]]]:
        """Return the cuts of specials that the patterns would break up, by their first word, the longest first."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for words in self._special:
            if self._prefix(words) or self._suffix(words) or any(self._infixes(words)):
                parts = tuple(token.text for token in self._split(words, {}))
                found.setdefault(parts[0], []).append(parts)
        return {first: sorted(cuts, key=len, reverse=True) for first, cuts in found.items()}

    def _rejoin(self, tokens: list[Token], starts: list[int], blanks: list[bool]) -> None:
        """Put specials together again that stood next to other marks and were cut (a smiley after a bracket)."""
        for at in range(len(tokens) - 1, -1, -1):
            for parts in self._rejoined.get(tokens[at].text, ()):
                end = at + len(parts)
                whole = "".join(parts)
                if tuple(token.text for token in tokens[at:end]) != parts or any(blanks[at : end - 1]):
                    continue
                new = self._special.get(whole)
                if new is not None:
                    places = [starts[at] + sum(len(token.text) for token in new[:n]) for n in range(len(new))]
                    blanks[at:end] = [*([False] * (len(new) - 1)), blanks[end - 1]]
                    tokens[at:end], starts[at:end] = new, places
                    break

    def _split(self, words: str, special: Mapping[str, tuple[Token, ...]]) -> tuple[Token, ...]:
        """Take marks off both ends as long as there are any, then cut what is left at its infixes."""
        before: list[Token] = []
        after: list[Token] = []
        size = 0
        while words and len(words) != size and words not in special:
            size = len(words)
            lead = _length(self._prefix, words)
            if lead and words[lead:] in special:
                before.append(Token(words[:lead]))
                words = words[lead:]
                break
            tail = _length(self._suffix, words[lead:])
            if tail and words[:-tail] in special:
                after.append(Token(words[-tail:]))
                words = words[:-tail]
                break
            if lead:
                before.append(Token(words[:lead]))
            if tail:
                after.append(Token(words[-tail:]))
            words = words[lead : len(words) - tail]
        return (*before, *self._middle(words, special), *reversed(after))

    def _middle(self, words: str, special: Mapping[str, tuple[Token, ...]]) -> tuple[Token, ...]:
        if not words:
            return ()
        if words in special:
            return special[words]
        if self._url(words):
            return (Token(words),)
        parts, start = [], 0
        for infix in self._infixes(words):
            if infix.start() == 0:
                continue
            parts += [words[start : infix.start()], infix.group()]
            start = infix.end()
        return tuple(Token(part) for part in (*parts, words[start:]) if part)


def _length(search: Callable[[str], re.Match[str] | None], words: str) -> int:
    found = search(words)
    return found.end() - found.start() if found else 0


class Lexicon:
    """What the pipeline knows of single words: their plain forms, and the short numbers of a few strings."""

    def __init__(self, folder: Path, spacy: Path) -> None:
        """Read both from the pipeline's files and from two tables of the installed spaCy (which is not imported)."""
        lookups = msgspec.msgpack.decode((folder / "vocab" / "lookups.bin").read_bytes(), strict=False)
        self.norms: dict[int, str] = lookups["lexeme_norm"]
        self.general: dict[str, str] = _module(spacy / "lang" / "norm_exceptions.py").BASE_NORMS
        compiled = next(iter(sorted(spacy.glob("symbols.*.so")) or sorted(spacy.glob("symbols.*.pyd"))))
        self.numbers: dict[str, int] = _module(compiled).IDS


def _module(file: Path) -> Any:  # noqa: ANN401 - a module with tables, of another package
    """Load one file of spaCy by itself: importing it by name would import all of spaCy first."""
    spec = spec_from_file_location(f"spacy.{file.name.split('.')[0]}", file)
    if spec is None or spec.loader is None:
        raise ModelError(f"{file.name} of the installed spaCy cannot be read: reinstall spacy")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
