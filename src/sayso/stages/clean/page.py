"""A web page: the article's text without the page around it. Nothing is fetched and no script is run."""

import re

import msgspec
from lxml import etree, html

from sayso.errors import BrokenInputError, EmptyInputError
from sayso.model.passage import PassageKind
from sayso.model.report import Raw
from sayso.model.span import Span
from sayso.stages.clean.decoding import decode
from sayso.stages.clean.document import Document, Mark
from sayso.stages.clean.page_blocks import LEGEND, Block, article_blocks, bare_blocks
from sayso.stages.clean.page_facts import page_facts

__all__ = ["read_page"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
# Encodings are declared in the first kilobyte (WHATWG HTML, "Determining the character encoding").
_DECLARED_WITHIN = 4096
_LETTERS = re.compile(r"\W+")
# libxml2's words where it gives up on a tree's depth.
_TOO_DEEP = "depth"
# A page whose article part is shorter than this was probably not recognised; then all paragraphs are taken.
_SHORT_ARTICLE = 200


def read_page(raw: Raw, declared: str | None = None) -> Document:
    """Return a page's article with roles from its markup and what the page says of itself.

    Raises BrokenInputError where it cannot be parsed and EmptyInputError where there are no words in it. A page has
    no map back to its bytes: entities and markup stand between.
    """
    told = _CHARSET.search(raw.data, 0, _DECLARED_WITHIN)
    found = decode(raw.data, declared or (told.group(1).decode("ascii", "replace") if told else None))
    tree = _parsed(found.text)
    facts = page_facts(tree, found.text)
    blocks = article_blocks(tree)
    if sum(len(block.text) for block in blocks) < _SHORT_ARTICLE:
        # Short reports are real; but what the extractor drops as too little is worth a second look.
        bare = bare_blocks(_parsed(found.text))
        if sum(len(block.text) for block in bare) > sum(len(block.text) for block in blocks):
            blocks = bare
    if not blocks:
        raise EmptyInputError("holds no article text (it may be built by scripts): save its words as .txt")
    title = facts.get("title")
    if title and not any(_same(title, block.text) for block in blocks[:3]):
        blocks = [Block(title, "headline"), *blocks]
    text, marks = _joined(blocks)
    return msgspec.structs.replace(Document(text=text, marks=marks, trouble=found.trouble), **facts)


def _parsed(text: str) -> html.HtmlElement:
    clean = text.replace("\x00", " ").replace(LEGEND, " ")
    # huge_tree stays off: libxml2 then refuses trees of hostile depth. HTML has no entity definitions to expand.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(clean.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise BrokenInputError("is no page that can be parsed: save its words as .txt") from error
    if not isinstance(tree, html.HtmlElement):
        raise BrokenInputError("is no page that can be parsed: save its words as .txt")
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        # What stands below that depth is lost without a trace; better no report than half of one.
        raise BrokenInputError("nests its tags too deeply to be read whole: save its words as .txt")
    return tree


def _same(title: str, line: str) -> bool:
    return _LETTERS.sub("", title).lower() == _LETTERS.sub("", line).lower()


def _joined(blocks: list[Block]) -> tuple[str, tuple[Mark, ...]]:
    """Join blocks by blank lines (items of one list by line ends) and note where the marked ones stand."""
    parts: list[str] = []
    marks = []
    at = 0
    for number, block in enumerate(blocks):
        if number:
            gap = "\n" if block.close else "\n\n"
            parts.append(gap)
            at += len(gap)
        if block.kind is not None:
            kind: PassageKind = block.kind
            marks.append(Mark(Span(at, at + len(block.text)), kind))
        parts.append(block.text)
        at += len(block.text)
    return "".join(parts), tuple(marks)
