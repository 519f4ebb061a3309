"""Embedded posts of social media: the words, and the signature under them."""

import re

from sayso.stages.clean.cut.sheet import Role, Sheet

__all__ = ["mark_posts"]

# "— Name (@handle) May 5, 2031"; the handle's form is Twitter's and Mastodon's.
_SIGNATURE = re.compile(r"[—–-]{1,2}\s?(?P<who>[^()\n]{1,80}\(@[\w.@]{1,60}\))")
_INLINE = re.compile(r"[—–]\s?(?P<who>[^()\n—–]{1,60}\(@[\w.@]{1,60}\))\s*(?:[A-Z][a-z]+ \d{1,2}, \d{4})?\s*$")
_LINK = re.compile(r"(?:pic\.twitter\.com/|https?://t\.co/)\w+\s*$")


def mark_posts(sheet: Sheet) -> None:
    """Mark each signature and the words above it: one line, or more where no blank line stands between them."""
    for number, line in enumerate(sheet.lines):
        signed = _SIGNATURE.match(line.text)
        if signed:
            _mark_above(sheet, number, signed["who"].strip())
        elif inline := _INLINE.search(line.text[-160:]):
            sheet.mark(number, Role("post", "ends with a post's signature", credit=inline["who"].strip()))
        elif _LINK.search(line.text[-60:]):
            sheet.mark(number, Role("post", "ends with a post's link"))


def _mark_above(sheet: Sheet, number: int, who: str) -> None:
    sheet.mark(number, Role("post", "a post's signature", credit=who))
    above = number - 1
    while above >= 0 and sheet.roles[above] is None:
        sheet.mark(above, Role("post", "stands over a post's signature", credit=who))
        if sheet.lines[above].gap or number - above >= 6:  # noqa: PLR2004 - posts are short
            break
        above -= 1
