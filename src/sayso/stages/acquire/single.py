"""Formats in which one file is one report: text, Markdown, a page, a page archive, a mail."""

from collections.abc import Iterator
from typing import BinaryIO

from sayso.model.report import Raw
from sayso.stages.acquire.limits import REPORT_BYTES

__all__ = ["read_single"]


def read_single(handle: BinaryIO, name: str, media: str) -> Iterator[Raw]:
    """Yield the one report of a file, its bytes as they are; an oversized file is not read to its end."""
    data = handle.read(REPORT_BYTES + 1)
    if len(data) > REPORT_BYTES:
        limit = REPORT_BYTES // (1024 * 1024)
        problem = f"{name} is larger than {limit} MiB, the limit for one report: cut it into single reports"
        yield Raw(name=name, media=media, problem=problem)
    else:
        yield Raw(name=name, media=media, data=data)
