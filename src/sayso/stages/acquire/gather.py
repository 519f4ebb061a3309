"""All inputs of a run, in the order given, as raw reports."""

import io
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from sayso.errors import UsageError
from sayso.model.report import Raw
from sayso.stages.acquire.elsewhere import is_address, unread
from sayso.stages.acquire.formats import READERS, media_of, sniff
from sayso.stages.acquire.naming import Naming, printable
from sayso.stages.acquire.walk import files_in

__all__ = ["acquire"]

_STDIN = "-"
_SNIFFED_BYTES = 8192


def acquire(inputs: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Raw]:
    """Yield every report of the inputs: files, folders (recursive, sorted) and `-` for `stdin`.

    What cannot be read comes out as a Raw with its `problem`, and the rest goes on. Every Raw has an id: the one that
    its container gives, else the file's name without ending, made unique.

    Raises UsageError, before anything is read, where no input is named or nothing that is named exists.
    """
    if not inputs:
        raise UsageError("no input: name files or folders, or - for standard input")
    if not any(_exists(name) for name in inputs):
        named = ", ".join(printable(name) for name in inputs)
        raise UsageError(f"nothing that was named exists: {named}; check the spelling")
    return _gathered(inputs, stdin)


def _gathered(inputs: Sequence[str], stdin: BinaryIO | None) -> Iterator[Raw]:
    naming = Naming()
    for name in inputs:
        for raw in _reports_of(name, stdin):
            yield msgspec.structs.replace(raw, id=naming.unique(raw.id or _stem(raw.name)))


def _exists(name: str) -> bool:
    if name == _STDIN or is_address(name):
        return True
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return True  # it may be there; reading it will say what is wrong


def _stem(name: str) -> str:
    """Return what a report is called by default: the file's name without folder, ending and record number."""
    if name == _STDIN or name.startswith(f"{_STDIN}:"):
        return name.replace(_STDIN, "stdin", 1)
    base = name.rstrip("/").replace("\\", "/").rsplit("/", 1)[-1]
    stem, dot, ending = base.rpartition(".")
    number = ending.partition(":")[2]
    return (f"{stem}:{number}" if number else stem) if dot and stem else base


def _reports_of(name: str, stdin: BinaryIO | None) -> Iterator[Raw]:
    shown = printable(name)
    if name == _STDIN:
        if stdin is None:
            yield Raw(
                name=_STDIN, media="", problem="standard input was named (-) and none is there: pipe something in"
            )
        else:
            yield from _unnamed(stdin, _STDIN)
        return
    if is_address(name):
        yield Raw(name=shown, media="", url=shown, problem=unread(shown, "", ""))
        return
    try:
        found = Path(name)
        if found.is_dir():
            yield from _folder(found)
        else:
            yield from _file(found, named=True)
    except (OSError, ValueError) as error:
        yield _failed(shown, error)


def _folder(folder: Path) -> Iterator[Raw]:
    empty = True
    for path in files_in(folder):
        empty = False
        if isinstance(path, OSError):
            yield _failed(printable(str(path.filename or folder)), path)
        else:
            yield from _file(path, named=False)
    if empty:
        name = printable(str(folder))
        yield Raw(name=name, media="", problem=f"the folder {name} holds no file: name the folder with the reports")


def _file(path: Path, *, named: bool) -> Iterator[Raw]:
    """Read one file; a pipe is read only where the caller named it, because one in a folder may never end."""
    name = printable(str(path))
    try:
        mode = path.stat().st_mode
        if named and stat.S_ISFIFO(mode):
            with path.open("rb") as handle:
                yield from _unnamed(handle, name)
            return
        if not stat.S_ISREG(mode):
            yield Raw(name=name, media="", problem=f"{name} is no file but a device or pipe: name a file")
            return
        media = media_of(name)
        reader = READERS.get(media)
        if reader is None:
            known = ", ".join(f".{ending}" for ending in sorted(READERS))
            yield Raw(name=name, media=media, problem=unread(name, media, known))
            return
        with path.open("rb") as handle:
            yield from reader(handle, name, media)
    except OSError as error:
        yield _failed(name, error)


def _unnamed(handle: BinaryIO, name: str) -> Iterator[Raw]:
    """Read bytes that no ending describes."""
    buffered = io.BufferedReader(cast("io.RawIOBase", _Readable(handle)), buffer_size=_SNIFFED_BYTES)
    media = sniff(buffered.peek(_SNIFFED_BYTES))
    yield from READERS[media](cast("BinaryIO", buffered), name, media)


class _Readable(io.RawIOBase):
    """Any binary stream as a raw one, so that its start can be looked at before it is read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _failed(name: str, error: OSError | ValueError) -> Raw:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    problem = f"{name} could not be read ({reason}): check that it exists and that you may read it"
    return Raw(name=name, media="", problem=problem)
