"""A JSON file: one report, or a list of reports."""

from collections.abc import Iterator
from typing import BinaryIO

from sayso.errors import BrokenInputError
from sayso.model.report import Raw
from sayso.stages.acquire.json_report import decode_json, report_of
from sayso.stages.acquire.limits import CONTAINER_BYTES

__all__ = ["read_json_file"]


def read_json_file(handle: BinaryIO, name: str, media: str) -> Iterator[Raw]:
    """Yield the reports of a JSON file; members of a list are named by the file and their place, from 1."""
    data = handle.read(CONTAINER_BYTES + 1)
    if len(data) > CONTAINER_BYTES:
        limit = CONTAINER_BYTES // (1024 * 1024)
        problem = f"{name} is larger than {limit} MiB: give it as JSON Lines (.jsonl), which is read line by line"
        yield Raw(name=name, media=media, problem=problem)
        return
    if not data.strip():
        yield Raw(name=name, media=media, problem=f"{name} is empty: there is nothing to read in it")
        return
    try:
        content = decode_json(data)
    except BrokenInputError as error:
        yield Raw(name=name, media=media, problem=f"{name} {error}")
        return
    if isinstance(content, list):
        for number, record in enumerate(content, start=1):
            yield report_of(record, f"{name}:{number}")
    else:
        yield report_of(content, name)
