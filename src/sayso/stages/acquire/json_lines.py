"""JSON Lines: one report a line; a broken line is a problem of its own and the others go on."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from sayso.errors import BrokenInputError
from sayso.model.report import Raw
from sayso.stages.acquire.json_report import decode_json, report_of
from sayso.stages.acquire.limits import REPORT_BYTES

__all__ = ["read_json_lines"]


def read_json_lines(handle: BinaryIO, name: str, media: str) -> Iterator[Raw]:
    """Yield one report for each line that is not blank; each is named by the file and its line, from 1."""
    for number, line in enumerate(_lines(handle), start=1):
        place = f"{name}:{number}"
        if line is None:
            limit = REPORT_BYTES // (1024 * 1024)
            problem = f"{place} is longer than {limit} MiB, the limit for one report: is it JSON Lines at all?"
            yield Raw(name=place, media=media, problem=problem)
        elif line.strip():
            try:
                yield report_of(decode_json(line), place)
            except BrokenInputError as error:
                yield Raw(name=place, media=media, problem=f"{place} {error}")


def _lines(handle: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines, None for one that is too long; never more than one in memory."""
    first = True
    while line := handle.readline(REPORT_BYTES + 1):
        if first:
            line = line.removeprefix(codecs.BOM_UTF8)
            first = False
        if len(line) <= REPORT_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = handle.readline(REPORT_BYTES)
        yield None
