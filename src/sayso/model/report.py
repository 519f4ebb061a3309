"""One report as published, and the raw input that it came from."""

from functools import lru_cache
from hashlib import sha256
from typing import Literal, Self

from msgspec import Struct

from sayso.model.moment import Moment

__all__ = ["Raw", "Report", "Stretch"]


class Raw(Struct, frozen=True, kw_only=True):
    """One report's worth of input as it was found: bytes or ready text, and what its container says of it.

    `name` is the path, URL or `-` with a record number; `media` the ending that tells the format
    (`txt`, `html`, `json`, …). `text` is set where the container fixes the characters (JSON Lines).
    `problem` is set where not even the bytes could be had.
    """

    name: str
    media: str
    data: bytes = b""
    text: str | None = None
    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    lang: str | None = None
    problem: str | None = None


class Stretch(Struct, frozen=True, array_like=True):
    """`length` characters at `start` of the text that came from byte `raw` of the input on, `width` bytes each."""

    start: int
    raw: int
    length: int
    width: int = 1


class Report(Struct, frozen=True, kw_only=True):
    """One report: its text, to which all offsets refer, and what is known of its origin.

    `published` is ISO 8601 or None. `status` is `unreadable` where there is no text; `problem` then says why.
    `map` leads from characters of `text` back to bytes of the input, where the format allows; empty otherwise.
    """

    id: str
    text: str
    digest: str
    name: str = ""
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    lang: str | None = None
    status: Literal["read", "unreadable"] = "read"
    problem: str | None = None
    map: tuple[Stretch, ...] = ()

    @classmethod
    def of(cls, *, text: str, **known: object) -> Self:
        """Make a report and its digest; `known` are the other fields."""
        outlet, url, title, published = (known.get(k) for k in ("outlet", "url", "title", "published"))
        parts = [str(part or "") for part in (url, outlet, title, published, text)]
        # \x1f cannot stand in any of the parts' meaning, so ("a", "bc") and ("ab", "c") differ.
        digest = sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
        return cls(text=text, digest=digest, **known)  # type: ignore[arg-type]

    @property
    def moment(self) -> Moment | None:
        """When the report was published, as an interval; None where unknown."""
        return _moment(self.published)

    @property
    def label(self) -> str:
        """Return the shortest name that a reader knows the report by: outlet, else title, else id.

        A title with a number in it is no name: in a sentence of ours it would read as a figure.
        """
        title = self.title if self.title and not any(sign.isdigit() for sign in self.title) else None
        return self.outlet or title or self.id


@lru_cache(maxsize=4096)
def _moment(stamp: str | None) -> Moment | None:
    """Read a stamp once: steps that put values in order ask for it again with every comparison."""
    return Moment.read(stamp)
