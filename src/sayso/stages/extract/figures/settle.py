"""Groups set right by what stands elsewhere in the report: headlines by the body, wholes by their parts."""

from collections.abc import Sequence

from msgspec.structs import replace

from sayso.model.claim import Figure, Group, claim_id
from sayso.stages.extract.found import FoundFigure

__all__ = ["settled"]

# Those counted as a part are named because the whole is not of their kind.
_KINDS = frozenset(["security", "troops", "attackers", "protesters", "responders"])


def settled(found: Sequence[FoundFigure], elided: frozenset[int], digest: str) -> list[FoundFigure]:
    """Return the figures with the groups that only the whole report can tell.

    `elided` are the indices of figures with no noun of their own, which took the group of the figure before. In
    "1 guard killed, 14 hurt" the 14 are guards only if the body does not say "14 people"; in "two strikers were
    killed and 45 hurt, including 20 officers" the 45 are of several kinds.
    """
    kept = list(found)
    for i in sorted(elided):
        group = _told_later(found, i) or _mixed(found, i, digest)
        if group is not None and group != found[i].figure.group:
            why = (*found[i].figure.why, "group: told elsewhere in the report")
            kept[i] = replace(found[i], figure=replace(found[i].figure, group=group, why=why))
    return kept


def _told_later(found: Sequence[FoundFigure], i: int) -> Group | None:
    """Return the group that the body names for the same count of a headline."""
    if found[i].passage != "headline":
        return None
    figure = found[i].figure
    same = (other.figure for other in found[i + 1 :] if _is_same(figure, other.figure))
    return next((other.group for other in same), None)


def _is_same(one: Figure, other: Figure) -> bool:
    return other.measure == one.measure and other.low == one.low and other.group_text is not None


def _mixed(found: Sequence[FoundFigure], i: int, digest: str) -> Group | None:
    """Return "people" where a part of the count is of another kind than the whole."""
    figure = found[i].figure
    whole = claim_id(digest, found[i].span, "figure")
    parts = (other.figure for other in found[i + 1 : i + 4] if other.figure.part_of == whole)
    mixed = any(part.group in _KINDS and part.group != figure.group for part in parts)
    return "people" if mixed and figure.group in _KINDS else None
