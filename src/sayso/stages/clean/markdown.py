"""Markdown, lightly: the characters as they are, with roles from headings, quotation marks and front matter."""

import re
from functools import cache

import msgspec

from sayso.language.vocabulary import vocabulary
from sayso.model.report import Raw
from sayso.model.span import Span
from sayso.stages.clean.document import Document, Mark
from sayso.stages.clean.plain import read_plain

__all__ = ["read_markdown"]

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_]+):[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_MARKED = re.compile(r"^(?P<head>#{1,6}[ \t]+)?(?P<quote>>[ \t]?)?(?P<picture>!\[)?.*$", re.MULTILINE)
_TITLE = re.compile(r"^#[ \t]+(\S.*?)[ \t#]*$", re.MULTILINE)


@cache
def _fields() -> dict[str, str]:
    """Return the names of front matter and the fields of a document that they mean."""
    return {name: field for field, names in vocabulary("metadata")["front_matter"].items() for name in names}


def read_markdown(raw: Raw) -> Document:
    """Return a Markdown file's text with its map, what its front matter says, and its marked parts."""
    plain = read_plain(raw)
    front = _FRONT.match(plain.text)
    told: dict[str, str] = {}
    marks = []
    if front:
        told = {
            _fields()[name.lower()]: value.strip("\"'")
            for name, value in _FIELD.findall(front.group(1))
            if name.lower() in _fields()
        }
        marks.append(Mark(Span(0, front.end()), "furniture"))
    body = front.end() if front else 0
    for line in _MARKED.finditer(plain.text, body):
        if line["head"]:
            marks.append(Mark(Span(line.start(), line.end()), "headline"))
        elif line["quote"]:
            marks.append(Mark(Span(line.start(), line.end()), "blockquote"))
        elif line["picture"]:
            marks.append(Mark(Span(line.start(), line.end()), "furniture"))
    title = _TITLE.search(plain.text, body)
    if "title" not in told and title:
        told["title"] = title.group(1)
    return msgspec.structs.replace(plain, marks=tuple(marks), **told)
