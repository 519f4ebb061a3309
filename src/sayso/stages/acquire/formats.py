"""The one table of formats: which reader opens a file of which ending."""

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from sayso.model.report import Raw
from sayso.stages.acquire.json_file import read_json_file
from sayso.stages.acquire.json_lines import read_json_lines
from sayso.stages.acquire.single import read_single

__all__ = ["READERS", "Reader", "media_of", "sniff"]

Reader = Callable[[BinaryIO, str, str], Iterator[Raw]]
"""(open file, its name, its media) → its reports."""

READERS: Mapping[str, Reader] = {
    "txt": read_single,
    "md": read_single,
    "html": read_single,
    "htm": read_single,
    "mhtml": read_single,
    "eml": read_single,
    "json": read_json_file,
    "jsonl": read_json_lines,
}

_ALIASES = {"text": "txt", "markdown": "md", "xhtml": "html", "mht": "mhtml", "ndjson": "jsonl"}
_MAIL_HEADERS = (b"from:", b"mime-version:", b"received:", b"return-path:", b"delivered-to:", b"message-id:")


def media_of(name: str) -> str:
    """Return the ending of a file name in lower case, aliases resolved; empty where it has none."""
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    ending = base.rsplit(".", 1)[-1].lower() if "." in base.lstrip(".") else ""
    return _ALIASES.get(ending, ending)


def sniff(start: bytes) -> str:
    """Guess the media of unnamed bytes (standard input, a pipe) from their first few thousand."""
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    low = head[:1024].lower()
    if low.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in low:
        return "html"
    if low.startswith(_MAIL_HEADERS):
        return "mhtml" if b"multipart/related" in low else "eml"
    if head.startswith(b"["):
        return "json" if head[1:].lstrip().startswith((b"{", b"]")) else "txt"
    if head.startswith(b"{"):
        # One object a line is JSON Lines; one object over many lines is a JSON file.
        first = head.split(b"\n", 1)[0].rstrip()
        return "jsonl" if first.endswith(b"}") or b"\n" not in head else "json"
    return "txt"
