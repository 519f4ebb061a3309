"""A moving figure in one line of a terminal: block letters for what stood, a shape for what did not."""

from collections.abc import Sequence

from sayso.stages.render.labels import STATUS_SHAPES
from sayso.stages.render.sheet.figures import Point

__all__ = ["bars"]

_BLOCKS = "▁▂▃▄▅▆▇█"


def bars(points: Sequence[Point]) -> str:
    """Return one letter a value, oldest first; "" where nothing moved."""
    standing = [point.low for point in points if point.status in {"current", "overtaken"}]
    top = max(standing, default=0)
    if len(points) < 2 or top <= 0:  # noqa: PLR2004 - a line of one letter shows nothing
        return ""
    letters = []
    for point in points:
        if point.status in {"current", "overtaken"}:
            letters.append(_BLOCKS[round(point.low / top * (len(_BLOCKS) - 1))])
        else:
            letters.append(STATUS_SHAPES[point.status])
    return "".join(letters)
