"""A moving figure as a small chart: steps through what stood, and a shape for each value by its status."""

from collections.abc import Sequence

from msgspec import Struct

from sayso.model.question import Status
from sayso.stages.render.sheet.figures import Point

__all__ = ["Chart", "Dot", "steps"]

WIDTH, HEIGHT = 220, 72
_LEFT, _RIGHT, _TOP, _BOTTOM = 8, 12, 16, 16


class Dot(Struct, frozen=True, kw_only=True):
    """One value: its place, the reach of its range (top and bottom), and what it says."""

    x: float
    y: float
    low: float
    high: float
    open: bool
    status: Status
    said: str
    when: str
    claim: str


class Chart(Struct, frozen=True, kw_only=True):
    """The chart in numbers of an SVG; `said` is its text equivalent."""

    width: int
    height: int
    base: float
    path: str
    dots: tuple[Dot, ...]
    first: str
    last: str
    said: str


def steps(points: Sequence[Point]) -> Chart | None:
    """Return the chart of dated values in order of time; None where there are fewer than two."""
    if len(points) < 2:  # noqa: PLR2004 - one value is no movement
        return None
    begin, end = points[0].at, points[-1].at
    top = max(max(point.low, point.high or 0) for point in points) or 1
    dots = tuple(_dot(point, (begin, max(end - begin, 1e-9)), top) for point in points)
    said = "; ".join(f"{point.when}: {point.said}, {_word(point.status)}" for point in points)
    return Chart(
        width=WIDTH,
        height=HEIGHT,
        base=HEIGHT - _BOTTOM,
        path=_path([dot for dot in dots if dot.status in {"current", "overtaken"}]),
        dots=dots,
        first=points[0].when,
        last=points[-1].when,
        said=said,
    )


def _word(status: Status) -> str:
    return "stands" if status == "current" else status


def _dot(point: Point, time: tuple[float, float], top: float) -> Dot:
    x = _LEFT + (point.at - time[0]) / time[1] * (WIDTH - _LEFT - _RIGHT)
    low = _height(point.low, top)
    high = _height(point.high if point.high is not None else point.low, top)
    return Dot(
        x=round(x, 1),
        y=low if point.high is None else round((low + high) / 2, 1),
        low=low,
        high=high,
        open=point.high is None,
        status=point.status,
        said=point.said,
        when=point.when,
        claim=point.claim,
    )


def _height(value: float, top: float) -> float:
    return round(HEIGHT - _BOTTOM - value / top * (HEIGHT - _TOP - _BOTTOM), 1)


def _path(dots: list[Dot]) -> str:
    """Return level lines with upright steps between them: a toll holds until it is told anew."""
    if not dots:
        return ""
    moves = [f"M{dots[0].x} {dots[0].y}"]
    moves += [f"H{dot.x}V{dot.y}" for dot in dots[1:]]
    return "".join(moves)
