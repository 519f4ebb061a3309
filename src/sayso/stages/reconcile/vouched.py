"""Who stands behind a line that is no figure: the sources that its sentences name, and how many hands there are."""

from collections.abc import Iterable

from sayso.model.claim import Claim
from sayso.model.link import Lineage

__all__ = ["Vouchers"]


class Vouchers:
    """Looks up sources under their common names, and reports by the family of texts that they belong to."""

    def __init__(self, lineage: Lineage) -> None:
        """Take the lineage; reports that took from one another, or carry one unseen text, are one family."""
        names = {source.id: source.name for source in lineage.sources}
        self._names = {one.claim: names[one.source] for one in lineage.standings if one.source in names}
        self._ends: dict[str, tuple[str | None, str | None]] = {
            one.claim: (one.origin, one.origin_apart) for one in lineage.standings
        }
        self._over: dict[str, str] = {}
        for link in lineage.links:
            if link.relation != "shared-source":
                self._join(link.a, link.b)
        for text in lineage.unseen:
            for report in text.carried_by[1:]:
                self._join(text.carried_by[0], report)

    def _head(self, report: str) -> str:
        while report in self._over:
            over = self._over[report]
            if over in self._over:
                self._over[report] = self._over[over]
            report = over
        return report

    def _join(self, one: str, other: str) -> None:
        low, high = sorted((self._head(one), self._head(other)))
        if low != high:
            self._over[high] = low

    def sources(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """Return the named sources of these claims, each once."""
        return tuple(dict.fromkeys(name for claim in claims if (name := self._named(claim))))

    def origins(self, claims: Iterable[Claim]) -> tuple[int, int]:
        """Return how many hands stand behind these claims, for certain and at most.

        One source is one hand wherever it is cited. What reports say in their own voice may rest on it, or all of it on
        one hand that nobody names; at most each family of texts has one of its own.
        """
        held = list(claims)
        named = [claim for claim in held if self._named(claim) is not None]
        ends = [self._ends.get(claim.id, (self._named(claim), self._named(claim))) for claim in named]
        families = {self._head(claim.report) for claim in held if self._named(claim) is None}
        low = max(1, len({least for least, _most in ends}))
        return low, max(low, len({most for _least, most in ends}) + len(families))

    def _named(self, claim: Claim) -> str | None:
        written = claim.attribution.source if claim.attribution else None
        return self._names.get(claim.id, written) if written else None
