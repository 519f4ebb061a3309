"""Floors under the measured quality: they may only rise, and hold for the very files that they were set on."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from math import floor
from pathlib import Path

import msgspec
from msgspec import Struct

__all__ = ["MARGIN", "Floors", "LoweredError", "digest", "raised", "read_floors", "write_floors"]

# A change that costs less than this is noise of the kind that a better rule elsewhere brings with it.
MARGIN = 0.02


class LoweredError(Exception):
    """A measured value lies below its floor, so the floors cannot be raised."""


class Floors(Struct, frozen=True):
    """The floors of one set: metric → least value, and the digest of the files that they refer to."""

    digest: str
    floors: dict[str, float]


def digest(files: Iterable[Path]) -> str:
    """Digest the names and bytes of the files, each once, in order of their names."""
    total = sha256()
    for file in sorted(set(files)):
        total.update(file.name.encode() + b"\x1f" + sha256(file.read_bytes()).digest())
    return total.hexdigest()


def read_floors(file: Path) -> dict[str, Floors]:
    """Return set → floors; none where there is no such file."""
    return msgspec.json.decode(file.read_bytes(), type=dict[str, Floors]) if file.exists() else {}


def write_floors(file: Path, floors: Mapping[str, Floors]) -> None:
    """Write the floors, sorted and indented, so that a change reads well."""
    file.write_bytes(msgspec.json.format(msgspec.json.encode(dict(floors), order="sorted"), indent=2) + b"\n")


def raised(old: Floors | None, values: Mapping[str, float], now: str) -> Floors:
    """Return `old` with each floor lifted to just below what was measured; floors never sink.

    Raises LoweredError where a value lies below its floor, or the files are others than those of the floors:
    then a person has to look.
    """
    if old is None:
        return Floors(now, {name: _below(value) for name, value in values.items()})
    if old.digest != now:
        raise LoweredError("the annotated files are not those that the floors were set on: look, then remove the entry")
    sunk = {name: (values.get(name), least) for name, least in old.floors.items() if values.get(name, 0.0) < least}
    if sunk:
        told = ", ".join(f"{name} is {value} under a floor of {least}" for name, (value, least) in sunk.items())
        raise LoweredError(f"floors may only rise: {told}")
    return Floors(now, {name: max(least, _below(values[name])) for name, least in old.floors.items()})


def _below(value: float) -> float:
    return max(0.0, floor((value - MARGIN) * 100 + 1e-9) / 100)
