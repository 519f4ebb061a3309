"""The files of a folder, in order, each once, whatever its links do."""

import os
from collections.abc import Iterator
from pathlib import Path

__all__ = ["files_in"]


def files_in(folder: Path) -> Iterator[Path | OSError]:
    """Yield the files under `folder`, sorted by path; hidden ones are left out.

    Links are followed, but no folder is entered twice, so a link that leads back ends the walk there. A folder that
    cannot be listed comes out as its OSError. A browser's `page_files` beside `page.html` holds scripts and pictures
    of that page and no report, so it is passed over.
    """
    entered: set[tuple[int, int]] = set()
    # A stack in place of recursion: folders can be nested deeper than Python calls may be.
    waiting: list[Path] = [folder]
    while waiting:
        place = waiting.pop()
        try:
            if place.is_dir():
                found = _children(place, entered)
                waiting.extend(reversed(found))
            else:
                yield place
        except OSError as error:
            yield error


def _children(folder: Path, entered: set[tuple[int, int]]) -> list[Path]:
    status = folder.stat()
    key = (status.st_dev, status.st_ino)
    if key in entered:
        return []
    entered.add(key)
    names = sorted(name for name in os.listdir(folder) if not name.startswith("."))  # noqa: PTH208 - names, not paths
    pages = {name.rsplit(".", 1)[0] for name in names if name.lower().endswith((".html", ".htm"))}
    return [folder / name for name in names if not (name.endswith("_files") and name.removesuffix("_files") in pages)]
