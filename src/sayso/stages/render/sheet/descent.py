"""Who took what from whom, as a forest: each report under the one it took most from."""

from msgspec import Struct

from sayso.model.brief import Brief
from sayso.model.link import Link
from sayso.stages.render.labels import RELATION_WORDS
from sayso.stages.render.sheet.changes import contradicts
from sayso.stages.render.sheet.register import Register

__all__ = ["Descent", "Node", "cut", "descent"]

_CHILDREN_SHOWN = 8
# Guards the stack against a chain of a thousand copies; no picture is readable at this depth.
_DEEPEST = 40


class Node(Struct, frozen=True, kw_only=True):
    """One text of the picture; `report` is None for an unseen text and for "and 12 more".

    `relation` tells how it came from its parent ("copy"); `sure` is False where the direction is unknown.
    """

    label: str
    report: str | None
    number: int | None
    relation: str = ""
    sure: bool = True
    changed: bool = False
    unseen: bool = False
    children: tuple["Node", ...] = ()


class Descent(Struct, frozen=True, kw_only=True):
    """The families of texts, largest first, and the reports that stand alone."""

    families: tuple[Node, ...]
    alone: tuple[Node, ...]


def descent(register: Register) -> Descent:
    """Return the forest. Reports tied without a known direction hang under the lowest number of their group."""
    brief = register.brief
    over = _hang(brief, register)
    below: dict[str, list[str]] = {}
    for child in sorted(over, key=lambda report: register.rows[report].number):
        below.setdefault(over[child][0], []).append(child)
    changed = {one.copy for one in brief.distortions if one.directed and not contradicts(one, register)}
    unseen = {parent.id: parent.name or "unseen text" for parent in brief.unseen}
    # A report given twice is one report: the second of them is named among the doubts alone.
    again = {caution.report for caution in brief.warnings if caution.kind == "same-report-twice"}
    readable = [row.id for row in brief.reports if row.status == "read" and (row.id not in again or row.id in over)]
    roots = [parent for parent in unseen if parent in below]
    roots += [report for report in readable if report not in over]

    def node(name: str, depth: int = 0) -> Node:
        link = over.get(name)
        children = [node(child, depth + 1) for child in below.get(name, ())] if depth < _DEEPEST else []
        return Node(
            label=unseen[name] if name in unseen else register.label(name),
            report=None if name in unseen else name,
            number=None if name in unseen else register.rows[name].number,
            relation=link[1] if link else "",
            sure=link[2] if link else True,
            changed=name in changed,
            unseen=name in unseen,
            children=_folded(children),
        )

    trees = [node(root) for root in roots]
    families = sorted((tree for tree in trees if tree.children), key=lambda tree: (-_size(tree), tree.number or 0))
    return Descent(families=tuple(families), alone=tuple(tree for tree in trees if not tree.children))


def cut(descent: Descent, most: int) -> tuple[Descent, Descent]:
    """Return the largest families that have `most` texts together, at least one of them, and the other families."""
    room = most
    for place, family in enumerate(descent.families):
        room -= _size(family)
        if place and room < 0:
            first, rest = descent.families[:place], descent.families[place:]
            return Descent(families=first, alone=descent.alone), Descent(families=rest, alone=())
    return descent, Descent(families=(), alone=())


def _size(node: Node) -> int:
    return 1 + sum(_size(child) for child in node.children)


def _folded(children: list[Node]) -> tuple[Node, ...]:
    """Return the children; of many leaves only the first few and how many more there are."""
    leaves = [child for child in children if not child.children and not child.changed]
    if len(leaves) <= _CHILDREN_SHOWN:
        return tuple(children)
    hidden = leaves[_CHILDREN_SHOWN:]
    gone = {child.number for child in hidden}
    rest = Node(label=f"and {len(hidden)} more", report=None, number=None, relation=hidden[0].relation)
    return (*(child for child in children if child.number not in gone), rest)


class _Hanging:
    """Parents as they are found: each report under one, and never a ring (checked by joining sets)."""

    def __init__(self) -> None:
        self.over: dict[str, tuple[str, str, bool]] = {}
        self._root: dict[str, str] = {}

    def _top(self, name: str) -> str:
        while self._root.get(name, name) != name:
            self._root[name] = self._root.get(self._root[name], self._root[name])
            name = self._root[name]
        return name

    def hang(self, child: str, parent: str, relation: str, *, sure: bool) -> None:
        """Hang `child` under `parent`, unless it has a parent or the two are tied already."""
        if child not in self.over and self._top(child) != self._top(parent):
            self.over[child] = (parent, relation, sure)
            self._root[self._top(child)] = self._top(parent)


def _hang(brief: Brief, register: Register) -> dict[str, tuple[str, str, bool]]:
    """Return for each report its parent, the relation and whether the direction is sure."""
    hanging = _Hanging()
    for child, link in sorted(register.parents.items()):
        hanging.hang(child, link.b, RELATION_WORDS[link.relation], sure=True)
    for text in brief.unseen:
        for child in text.carried_by:
            if child in register.rows:
                hanging.hang(child, text.id, "carries", sure=True)
    tied = [link for link in brief.lineage if link.a in register.rows and link.b in register.rows]
    for link in sorted(tied, key=_closest):
        if link.relation != "shared-source":
            earlier, later = sorted((link.a, link.b), key=lambda report: register.rows[report].number)
            child, parent = (later, earlier) if later not in hanging.over else (earlier, later)
            hanging.hang(child, parent, RELATION_WORDS[link.relation], sure=False)
    return hanging.over


def _closest(link: Link) -> tuple[int, float, str, str]:
    order = list(RELATION_WORDS)
    return (order.index(link.relation), -link.score, link.a, link.b)
