"""Plain text: the characters as they are."""

from sayso.model.report import Raw
from sayso.stages.clean.decoding import decode
from sayso.stages.clean.document import Document
from sayso.stages.clean.stretches import plain_text

__all__ = ["read_plain"]


def read_plain(raw: Raw) -> Document:
    """Return the text of a plain file with its map back to the bytes; only line ends are made alike."""
    found = decode(raw.data)
    text, stretches = plain_text(found)
    return Document(text=text, map=stretches, trouble=found.trouble)
