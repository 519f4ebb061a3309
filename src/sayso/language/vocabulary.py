"""Word lists: one TOML file a subject in a folder a language, read once, each entry with its sense."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.errors import UsageError

__all__ = ["vocabulary"]


@cache
def vocabulary(subject: str, lang: str = "en") -> Mapping[str, Any]:
    """Return the tables of `language/<lang>/<subject>.toml`.

    Raises UsageError where that language has no such list.
    """
    place = files("sayso.language").joinpath(lang, f"{subject}.toml")
    try:
        with place.open("rb") as handle:
            return tomllib.load(handle)
    except FileNotFoundError as error:
        msg = f"there is no word list {subject!r} for language {lang!r}: add sayso/language/{lang}/{subject}.toml"
        raise UsageError(msg) from error
