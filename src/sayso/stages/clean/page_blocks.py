"""The blocks of a page's article: paragraphs, headings, quotations, lists, legends of pictures."""

import logging
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html
from msgspec import Struct

from sayso.model.passage import PassageKind

__all__ = ["LEGEND", "Block", "article_blocks", "bare_blocks"]

# Both libraries tell of every odd page on standard error, where only sayso's own problems belong.
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

# The extractor drops legends of pictures, which state figures; so each goes in as a paragraph that begins with this
# character (private use, taken out of the page before) and is known by it when it comes out.
LEGEND = "\ue0f0"
_BLANKS = re.compile(r"\s+")
_BARE = ["p", "h1", "h2", "h3", "h4", "li", "blockquote", "figcaption", "td", "pre"]
_NO_ARTICLE = ["script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "iframe", "svg"]


class Block(Struct, frozen=True):
    """One paragraph's worth of text; `close` where it follows the block before without a blank line."""

    text: str
    kind: PassageKind | None = None
    close: bool = False


def article_blocks(tree: html.HtmlElement) -> list[Block]:
    """Return the blocks that trafilatura takes for the article, in order; none where it finds none."""
    # Imported here: it takes a third of a second, and plain text needs none of it.
    from trafilatura import bare_extraction  # noqa: PLC0415 - as said above

    _keep_legends(tree)
    try:
        found: Any = bare_extraction(
            tree, include_comments=False, include_tables=True, include_formatting=True, with_metadata=False
        )
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError, etree.LxmlError):
        return []  # a hostile page broke the extractor; the caller takes the paragraphs as they are
    body = getattr(found, "body", None)
    return [] if body is None else [block for child in body for block in _blocks_of(child)]


def bare_blocks(tree: html.HtmlElement) -> list[Block]:
    """Return all paragraphs of a page, for pages in which no article was recognised."""
    etree.strip_elements(tree, *_NO_ARTICLE, with_tail=False)
    blocks = []
    for element in tree.iter(*_BARE):
        # A paragraph within an item of a list comes by itself; taking the item too would say it twice.
        if element.tag in {"li", "blockquote", "td"} and element.find(".//p") is not None:
            continue
        words = _words("".join(element.itertext()))
        if words:
            blocks.append(Block(words, _bare_kind(str(element.tag))))
    if not blocks:
        words = _words("".join(tree.itertext()))
        blocks = [Block(words)] if words else []
    return blocks


def _bare_kind(tag: str) -> PassageKind | None:
    if tag == "figcaption":
        return "caption"
    if tag == "blockquote":
        return "blockquote"
    return "headline" if tag in {"h1", "h2", "h3", "h4"} else None


def _keep_legends(tree: html.HtmlElement) -> None:
    for legend in list(tree.iter("figcaption")):
        words = _words("".join(legend.itertext()))
        figure = next((above for above in legend.iterancestors("figure")), legend)
        parent = figure.getparent()
        if words and parent is not None:
            paragraph = etree.SubElement(parent, "p")
            paragraph.text = LEGEND + words
            parent.remove(paragraph)
            parent.insert(parent.index(figure) + 1, paragraph)


def _words(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _blocks_of(element: Any) -> Iterator[Block]:  # noqa: ANN401 - lxml's elements are untyped
    """Yield the blocks of one element of trafilatura's tree (TEI-like: head, p, quote, list, item, table)."""
    tag = element.tag
    if tag == "list":
        items = (f"- {words}" for item in element if (words := _words("".join(item.itertext()))))
        yield from (Block(words, close=number > 0) for number, words in enumerate(items))
    elif tag == "table":
        rows = (" | ".join(_words("".join(cell.itertext())) for cell in row) for row in element.iter("row"))
        yield from (Block(words, close=number > 0) for number, words in enumerate(filter(None, rows)))
    elif tag == "quote":
        lines = _lines(element)
        # An embedded post is a quotation whose last line is its signature; the rules for lines know those.
        kind: PassageKind | None = None if any("(@" in line for line in lines) else "blockquote"
        yield from (Block(words, kind, close=number > 0) for number, words in enumerate(lines))
    else:
        kind = "headline" if tag == "head" else None
        for number, words in enumerate(_lines(element)):
            if words.startswith(LEGEND):
                yield Block(_words(words.replace(LEGEND, " ")), "caption")
            else:
                yield Block(words.replace(LEGEND, ""), kind, close=number > 0)


def _lines(element: Any) -> list[str]:  # noqa: ANN401 - lxml's elements are untyped
    """Return the lines of an element: paragraphs within it and line breaks end them."""
    pieces: list[str] = []
    for action, node in etree.iterwalk(element, events=("start", "end")):
        if action == "start":
            pieces.append("\n" if node.tag in {"p", "lb", "item"} else "")
            pieces.append(_BLANKS.sub(" ", node.text or ""))
        else:
            pieces.append("\n" if node.tag in {"p", "item"} else "")
            pieces.append(_BLANKS.sub(" ", node.tail or "") if node is not element else "")
    return [words for line in "".join(pieces).split("\n") if (words := _words(line))]
