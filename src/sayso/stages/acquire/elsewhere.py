"""Inputs that have their place in the table and no reader yet: what to do until they have one."""

import re

__all__ = ["UNREAD_ENDINGS", "is_address", "unread"]

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)

# Ending → what to do with such a file. Addresses, feeds and web archives get readers of their own; until then the
# message must lead to something that works.
UNREAD_ENDINGS = {
    "warc": "web archives are not read yet: save the pages in it as .html",
    "wacz": "web archives are not read yet: save the pages in it as .html",
    "rss": "feeds are not read yet: save the articles that it lists as .html",
    "atom": "feeds are not read yet: save the articles that it lists as .html",
    "xml": "feeds and other XML are not read yet: save the articles as .html or .txt",
    "gz": "compressed files are not read: unpack it first",
    "zip": "archives are not read: unpack it first and give the folder",
    "pdf": "PDF is not read: save its text as .txt",
    "doc": "Word files are not read: save the text as .txt",
    "docx": "Word files are not read: save the text as .txt",
    "rtf": "rich text is not read: save the text as .txt",
    "odt": "office files are not read: save the text as .txt",
}


def is_address(name: str) -> bool:
    """Say whether an input is a URL."""
    return bool(_ADDRESS.match(name))


def unread(name: str, ending: str, known: str) -> str:
    """Return what to do about an input that has no reader; `known` lists the endings that have one."""
    if is_address(name):
        return f"{name} is a web address, and sayso does not fetch yet: save the page as .html and give the file"
    advice = UNREAD_ENDINGS.get(ending) or f"sayso reads {known}: convert it, or rename it if it is one of these"
    what = f"ends in .{ending}" if ending else "has no ending that tells its format"
    return f"{name} {what}; {advice}"
