"""The one table of formats: which reader turns the bytes of which media into a document."""

from collections.abc import Callable, Mapping

from sayso.model.report import Raw
from sayso.stages.clean.document import Document
from sayso.stages.clean.mail import read_archive, read_mail
from sayso.stages.clean.markdown import read_markdown
from sayso.stages.clean.page import read_page
from sayso.stages.clean.plain import read_plain

__all__ = ["READERS"]

READERS: Mapping[str, Callable[[Raw], Document]] = {
    "txt": read_plain,
    "md": read_markdown,
    "html": read_page,
    "htm": read_page,
    "mhtml": read_archive,
    "eml": read_mail,
}
