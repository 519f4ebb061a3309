"""What a page says of itself: JSON-LD first, then meta tags, then its head; the date at last by its look."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import html

from sayso.language.vocabulary import vocabulary
from sayso.stages.clean.stamps import iso

__all__ = ["page_facts"]

# schema.org types of which a report is one.
_ARTICLES = re.compile(r"(?:Article|BlogPosting|LiveBlog|SocialMediaPosting|Report)", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
# A page may nest and list as it likes; a report's own record is among the first.
_MOST_RECORDS = 500


def page_facts(tree: html.HtmlElement, source: str) -> dict[str, str]:
    """Return title, outlet, byline, published, lang and url as far as the page tells them."""
    facts = dict(_from_head(tree))
    facts.update(_from_meta(tree))
    facts.update(_from_json(tree))
    if "published" not in facts and (day := _dated(source)):
        facts["published"] = day
    return facts


def _put(facts: dict[str, str], field: str, value: object) -> None:
    """Note a fact unless it is known, empty or, for times, unreadable."""
    if field in facts or not isinstance(value, str):
        return
    words = iso(value) if field == "published" else _BLANKS.sub(" ", value).strip()
    if words and not (field == "byline" and words.startswith(("http://", "https://"))):
        facts[field] = words


def _from_json(tree: html.HtmlElement) -> dict[str, str]:
    facts: dict[str, str] = {}
    for record in _records(tree):
        if not _ARTICLES.search(str(record.get("@type", ""))):
            continue
        _put(facts, "title", record.get("headline") or record.get("name"))
        _put(facts, "published", record.get("datePublished") or record.get("dateCreated"))
        _put(facts, "byline", _names(record.get("author")))
        _put(facts, "outlet", _names(record.get("publisher") or record.get("sourceOrganization")))
        _put(facts, "lang", record.get("inLanguage"))
        _put(facts, "url", record.get("url"))
    return facts


def _records(tree: html.HtmlElement) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of all JSON-LD blocks, outermost first."""
    count = 0
    for script in tree.iter("script"):
        if "ld+json" not in str(script.get("type", "")).lower():
            continue
        try:
            waiting: list[Any] = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and count < _MOST_RECORDS:
            count += 1
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting = value[:_MOST_RECORDS] + waiting
            elif isinstance(value, Mapping):
                yield value
                waiting.extend(value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value)


def _names(value: object) -> str | None:
    """Return the name or names of a person or organisation in JSON-LD."""
    if isinstance(value, Mapping):
        return _names(value.get("name"))
    if isinstance(value, list):
        return ", ".join(name for name in map(_names, value[:10]) if name) or None
    return value if isinstance(value, str) else None


def _from_meta(tree: html.HtmlElement) -> dict[str, str]:
    said: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or ""
        said.setdefault(str(name).lower(), str(tag.get("content") or ""))
    facts: dict[str, str] = {}
    for field, names in vocabulary("metadata")["meta"].items():
        for name in names:
            _put(facts, field, said.get(name))
    return facts


def _from_head(tree: html.HtmlElement) -> dict[str, str]:
    facts: dict[str, str] = {}
    heads = [" ".join(element.itertext()) for element in tree.iter("h1")]
    # One h1 is the headline; several are anything.
    _put(facts, "title", heads[0] if len(heads) == 1 else None)
    for element in tree.iter("title"):
        _put(facts, "title", element.text)
    _put(facts, "lang", tree.get("lang"))
    for element in tree.iter("link"):
        if str(element.get("rel", "")).lower() == "canonical":
            _put(facts, "url", element.get("href"))
    for element in tree.iter("time"):
        if element.get("pubdate") is not None or "published" in str(element.get("itemprop", "")).lower():
            _put(facts, "published", element.get("datetime"))
    return facts


def _dated(source: str) -> str | None:
    """Return the day that htmldate finds on a page that names none in its metadata."""
    # Imported here: it takes a quarter of a second, and most pages and all plain text need none of it.
    from htmldate import find_date  # noqa: PLC0415 - as said above

    try:
        day = find_date(source, original_date=True, extensive_search=False, outputformat="%Y-%m-%d")
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return None
    return iso(day)
