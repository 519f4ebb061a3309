"""Show a brief: in a terminal, as Markdown, as one self-contained page, as JSON. Nothing is shown unchecked."""

from collections.abc import Mapping
from typing import Literal

from sayso.errors import UsageError
from sayso.model.brief import Brief
from sayso.stages.render.forms.markdown import markdown
from sayso.stages.render.forms.page import page
from sayso.stages.render.forms.terminal import terminal
from sayso.stages.render.forms.wire import wire
from sayso.stages.render.gate import check_supported
from sayso.stages.render.sheet import lay_out

__all__ = ["Form", "check_supported", "render"]

Form = Literal["terminal", "html", "markdown", "json"]


def render(
    brief: Brief,
    texts: Mapping[str, str],
    form: Form,
    *,
    width: int | None = None,
    color: bool = False,
    with_text: bool = False,
) -> str:
    """Return the brief in one form, after checking that every number, name and quotation stands in a cited span.

    `texts` are the reports' texts by id. `width` and `color` concern the terminal alone, `with_text` JSON alone.
    Raises UnsupportedError where the brief holds words that no cited span holds, UsageError for an unknown form.
    """
    check_supported(brief, texts)
    if form == "json":
        return wire(brief, texts if with_text else None)
    sheet, register = lay_out(brief, texts)
    if form == "terminal":
        return terminal(sheet, width=width, color=color)
    if form == "markdown":
        return markdown(sheet, register)
    if form == "html":
        return page(sheet, register)
    msg = f"there is no form {form!r} of a brief: ask for terminal, html, markdown or json"
    raise UsageError(msg)
