"""The brief as JSON: the records as they are, indented, UTF-8."""

from collections.abc import Mapping
from typing import Any

import msgspec

from sayso.model.brief import Brief

__all__ = ["wire"]


def wire(brief: Brief, texts: Mapping[str, str] | None = None) -> str:
    """Return one JSON object; with `texts`, each report carries the text that its offsets refer to."""
    if texts is None:
        return msgspec.json.format(msgspec.json.encode(brief), indent=1).decode() + "\n"
    built: dict[str, Any] = msgspec.to_builtins(brief)
    for row in built["reports"]:
        row["text"] = texts.get(row["id"], "")
    return msgspec.json.format(msgspec.json.encode(built), indent=1).decode() + "\n"
