"""Mail and page archives: both are MIME, the one with a letter in it, the other with a page."""

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

import msgspec

from sayso.errors import BrokenInputError, EmptyInputError
from sayso.model.report import Raw
from sayso.stages.clean.decoding import decode
from sayso.stages.clean.document import Document
from sayso.stages.clean.page import read_page
from sayso.stages.clean.stretches import plain_text

__all__ = ["read_archive", "read_mail"]

_BLANKS = re.compile(r"\s+")


def read_mail(raw: Raw) -> Document:
    """Return a mail's text, or its page where it has no text part, with what its headers say."""
    message = _parsed(raw)
    part = _part(message, ("plain", "html"))
    document = _content(raw, part)
    name, address = parseaddr(_header(message, "From") or "")
    outlet = name or address.partition("@")[2] or None
    return msgspec.structs.replace(
        document,
        title=_header(message, "Subject") or document.title,
        outlet=document.outlet or outlet,
        published=_date(message) or document.published,
    )


def read_archive(raw: Raw) -> Document:
    """Return the page of a `.mhtml` archive; its pictures, styles and frames are left alone."""
    message = _parsed(raw)
    document = _content(raw, _part(message, ("html", "plain")))
    place = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    # The Date header of an archive is the day on which it was saved: it says nothing of the publication.
    return msgspec.structs.replace(
        document, url=document.url or place, title=document.title or _header(message, "Subject")
    )


def _parsed(raw: Raw) -> EmailMessage:
    try:
        return BytesParser(EmailMessage, policy=policy.default).parsebytes(raw.data)
    except Exception as error:  # the library's own parser lets many kinds through on hostile headers
        raise BrokenInputError("is no readable mail or page archive: save its words as .txt") from error


def _part(message: EmailMessage, wanted: tuple[str, ...]) -> EmailMessage:
    """Return the first text part of the first wanted kind that holds anything."""
    parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    for kind in wanted:
        for part in parts:
            if part.get_content_subtype() == kind and part.get_content_disposition() != "attachment" and _bytes(part):
                return part
    raise EmptyInputError("holds no text and no page: there is nothing to read in it")


def _bytes(part: EmailMessage) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError) as error:
        raise BrokenInputError("has a part that cannot be decoded: save its words as .txt") from error
    return content if isinstance(content, bytes) else b""


def _content(raw: Raw, part: EmailMessage) -> Document:
    try:
        declared = part.get_content_charset()
    except (ValueError, LookupError):
        declared = None
    data = _bytes(part)
    if part.get_content_subtype() == "html":
        return read_page(msgspec.structs.replace(raw, data=data, media="html"), declared)
    found = decode(data, declared)
    # The part's bytes are not the file's (quoted-printable, base64), so no map leads back to the file.
    return Document(text=plain_text(found)[0], trouble=found.trouble)


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message[name]
    except Exception:  # noqa: BLE001 - broken headers raise anything from IndexError to AttributeError
        return None
    words = _BLANKS.sub(" ", str(value)).strip() if value is not None else ""
    return words.encode("utf-8", "replace").decode("utf-8") or None


def _date(message: EmailMessage) -> str | None:
    stamp = _header(message, "Date")
    try:
        return parsedate_to_datetime(stamp).isoformat() if stamp else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
