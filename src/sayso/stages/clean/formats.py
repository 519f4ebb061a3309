"""The one table of formats: which reader turns the bytes of which media into a document."""

from collections.abc import Callable, Mapping
from importlib import import_module

from sayso.model.report import Raw
from sayso.stages.clean.document import Document
from sayso.stages.clean.markdown import read_markdown
from sayso.stages.clean.plain import read_plain

__all__ = ["READERS"]

_Reader = Callable[[Raw], Document]


def _when_needed(module: str, name: str) -> _Reader:
    """Return a reader whose module is loaded at its first use: the libraries for pages and mail take their time."""

    def read(raw: Raw) -> Document:
        reader: _Reader = getattr(import_module(f"sayso.stages.clean.{module}"), name)
        return reader(raw)

    return read


READERS: Mapping[str, _Reader] = {
    "txt": read_plain,
    "md": read_markdown,
    "html": _when_needed("page", "read_page"),
    "htm": _when_needed("page", "read_page"),
    "mhtml": _when_needed("mail", "read_archive"),
    "eml": _when_needed("mail", "read_mail"),
}
