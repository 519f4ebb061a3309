"""Families of one text: reports grouped by how strongly their pairs are tied on average, not by single ties.

One wrong tie joins two families where every tie counts (single linkage); with average linkage (Sokal and Michener
1958) two groups join only where a good part of all pairs between them is tied.
"""

from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

from sayso.model.link import Link

__all__ = ["families"]

_JOIN = 0.25
"""Average strength of the pairs between two groups, absent ties counted as 0, from which they are one family."""


def families(ids: Sequence[str], links: Sequence[Link]) -> list[tuple[str, ...]]:
    """Group the reports `ids` by their derived links (copy, excerpt, rewrite); singles are groups of one.

    Members and groups come in the order of `ids`.
    """
    place = {name: k for k, name in enumerate(ids)}
    between: dict[int, dict[int, float]] = {k: {} for k in range(len(ids))}
    for link in links:
        if link.relation != "shared-source" and link.a in place and link.b in place:
            a, b = place[link.a], place[link.b]
            between[a][b] = between[b][a] = link.score
    members = {k: [k] for k in between}
    queue = [(-strength, a, b) for a, row in between.items() for b, strength in row.items() if a < b]
    heapify(queue)
    while queue:
        strength, a, b = heappop(queue)
        # An entry whose groups have grown since is stale: the join put a newer one in its place.
        if a in members and b in members and -strength == _average(a, b, members, between):
            if -strength < _JOIN:
                break
            _join(a, b, members, between)
            for c in between[a]:
                low, high = min(a, c), max(a, c)
                heappush(queue, (-_average(low, high, members, between), low, high))
    return [tuple(ids[k] for k in sorted(group)) for group in sorted(members.values(), key=min)]


def _average(a: int, b: int, members: Mapping[int, list[int]], between: Mapping[int, dict[int, float]]) -> float:
    return between[a][b] / (len(members[a]) * len(members[b]))


def _join(a: int, b: int, members: dict[int, list[int]], between: dict[int, dict[int, float]]) -> None:
    """Put group `b` into group `a`: members and the sums of strengths to every other group."""
    members[a] += members.pop(b)
    for c, strength in between.pop(b).items():
        del between[c][b]
        if c != a:
            between[a][c] = between[c][a] = between[a].get(c, 0.0) + strength
