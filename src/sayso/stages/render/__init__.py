"""Show a brief: in a terminal, as Markdown, as one self-contained page, as JSON. Nothing is shown unchecked."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from sayso.errors import UsageError
from sayso.model.brief import Brief
from sayso.stages.render.forms.markdown import markdown
from sayso.stages.render.forms.page import page
from sayso.stages.render.forms.terminal import terminal
from sayso.stages.render.forms.wire import wire
from sayso.stages.render.gate import check_supported
from sayso.stages.render.sheet import Register, Sheet, lay_out

__all__ = ["Form", "Press", "check_supported", "render"]

Form = Literal["terminal", "html", "markdown", "json"]


class Press:
    """A brief that has been checked once and is laid out once, however many forms of it are printed."""

    def __init__(self, brief: Brief, texts: Mapping[str, str]) -> None:
        """Check that every number, name and quotation of the brief stands in a cited span of `texts`, by report id.

        Raises UnsupportedError where one does not.
        """
        check_supported(brief, texts)
        self._brief = brief
        self._texts = texts

    @cached_property
    def _laid(self) -> tuple[Sheet, Register]:
        return lay_out(self._brief, self._texts)

    def show(self, form: Form, *, width: int | None = None, color: bool = False, with_text: bool = False) -> str:
        """Return the brief in one form.

        `width` and `color` concern the terminal alone, `with_text` JSON alone. Raises UsageError for an unknown form.
        """
        if form == "json":
            return wire(self._brief, self._texts if with_text else None)
        sheet, register = self._laid
        if form == "terminal":
            return terminal(sheet, width=width, color=color)
        if form == "markdown":
            return markdown(sheet, register)
        if form == "html":
            return page(sheet, register)
        msg = f"there is no form {form!r} of a brief: ask for terminal, html, markdown or json"
        raise UsageError(msg)


def render(
    brief: Brief,
    texts: Mapping[str, str],
    form: Form,
    *,
    width: int | None = None,
    color: bool = False,
    with_text: bool = False,
) -> str:
    """Return the brief in one form, checked and laid out as `Press` does."""
    return Press(brief, texts).show(form, width=width, color=color, with_text=with_text)
