"""The descent of texts as lines of text, for a terminal, a chat and a screen reader."""

from collections.abc import Iterator

from sayso.stages.render.sheet.descent import Descent, Node

__all__ = ["tree"]


def tree(descent: Descent) -> list[str]:
    """Return the families as lines: "1 MNA" and below it "├─▸ 3 World Ledger  copy"."""
    lines: list[str] = []
    for family in descent.families:
        lines.append(_name(family))
        lines.extend(_below(family, ""))
    return lines


def _below(node: Node, indent: str) -> Iterator[str]:
    for place, child in enumerate(node.children):
        last = place == len(node.children) - 1
        arrow = "─▸" if child.sure else "──"
        note = f"  {child.relation}" + ("  ▲ changed" if child.changed else "")
        yield f"{indent}{'└' if last else '├'}{arrow} {_name(child)}{note}"
        yield from _below(child, indent + ("    " if last else "│   "))


def _name(node: Node) -> str:
    if node.unseen:
        carried = len(node.children)
        return (
            f"[unseen: {node.label}, carried by {carried}]"
            if node.label != "unseen text"
            else (f"[unseen text, carried by {carried}]")
        )
    return node.label if node.number is None else f"{node.number} {node.label}"
