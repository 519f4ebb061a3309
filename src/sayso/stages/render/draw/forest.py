"""The descent of texts as a drawing from left to right: boxes in columns, curves between them."""

from msgspec import Struct

from sayso.stages.render.sheet.descent import Descent, Node

__all__ = ["Box", "Curve", "Drawing", "forest"]

_BOX_WIDTH, _BOX_HEIGHT = 178, 30
_COLUMN, _ROW = 276, 42
_LABEL = 24


class Box(Struct, frozen=True, kw_only=True):
    """One text: its corner, its label as it fits, its full name."""

    x: float
    y: float
    label: str
    name: str
    number: int | None
    unseen: bool
    changed: bool


class Curve(Struct, frozen=True, kw_only=True):
    """One line from a parent to a child, with the relation's word beside its end; `tip` is the arrow."""

    path: str
    tip: str
    x: float
    y: float
    relation: str
    sure: bool
    changed: bool


class Drawing(Struct, frozen=True, kw_only=True):
    """All boxes and curves, and the size of the picture."""

    width: int
    height: int
    box_width: int
    box_height: int
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]


def forest(descent: Descent) -> Drawing | None:
    """Return the picture of all families; None where every report stands alone."""
    if not descent.families:
        return None
    boxes: list[Box] = []
    curves: list[Curve] = []
    row = 0.0
    for family in descent.families:
        row, _ = _place(family, 0, row, boxes, curves)
        row += 0.35
    columns = max(int(box.x // _COLUMN) for box in boxes)
    return Drawing(
        width=columns * _COLUMN + _BOX_WIDTH + 4,
        height=round((row - 0.35) * _ROW) + 4,
        box_width=_BOX_WIDTH,
        box_height=_BOX_HEIGHT,
        boxes=tuple(boxes),
        curves=tuple(curves),
    )


def _place(node: Node, depth: int, row: float, boxes: list[Box], curves: list[Curve]) -> tuple[float, float]:
    """Place a node between its first and last child; return the next free row and the node's middle."""
    middles: list[tuple[Node, float]] = []
    free = row
    for child in node.children:
        free, middle = _place(child, depth + 1, free, boxes, curves)
        middles.append((child, middle))
    free = max(free, row + 1)
    y = 2 + row * _ROW + _BOX_HEIGHT / 2 if not middles else (middles[0][1] + middles[-1][1]) / 2
    x = 2 + depth * _COLUMN
    boxes.append(_box(node, x, y))
    curves.extend(_curve(child, x + _BOX_WIDTH, y, middle) for child, middle in middles)
    return free, y


def _box(node: Node, x: float, y: float) -> Box:
    name = node.label if node.number is None else f"{node.number} {node.label}"
    label = name if len(name) <= _LABEL else name[: _LABEL - 1].rstrip() + "…"
    return Box(
        x=x,
        y=round(y - _BOX_HEIGHT / 2, 1),
        label=label,
        name=name,
        number=node.number,
        unseen=node.unseen,
        changed=node.changed,
    )


def _curve(child: Node, x: float, y: float, to: float) -> Curve:
    end = x + _COLUMN - _BOX_WIDTH
    bend = x + 22
    path = f"M{x} {round(y, 1)}C{bend} {round(y, 1)} {x + 6} {round(to, 1)} {x + 28} {round(to, 1)}H{end - 7}"
    return Curve(
        path=path,
        tip=f"M{end} {round(to, 1)}l-8 -4v8z",
        x=x + 32,
        y=round(to - 4, 1),
        relation=child.relation,
        sure=child.sure,
        changed=child.changed,
    )
