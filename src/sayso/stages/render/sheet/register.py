"""Look-ups over one brief: claims and reports by id, who took from whom, what was changed where."""

import re
from collections.abc import Iterable, Mapping
from math import inf

from sayso.model.brief import Brief, ReportRow
from sayso.model.claim import Claim
from sayso.model.link import Distortion, Link
from sayso.model.moment import Moment
from sayso.stages.render.labels import CAUTION_WORDS
from sayso.stages.render.sheet.anchors import Stretch, anchors, ties_told
from sayso.stages.render.sheet.piece import Piece, Pieces, dated, joined

__all__ = ["Register"]

_REPORT = re.compile(r"\breport (\S+)")
# Letters of a title that stand for a report whose outlet is not known.
_TITLE = 48
_SPUN = "machine-rewritten"
_CLOSEST = {"copy": 0, "excerpt": 1, "rewrite": 2, "shared-source": 3}


class Register:
    """What the sheets look up. Built once a brief; reads only."""

    def __init__(self, brief: Brief, texts: Mapping[str, str]) -> None:
        self.brief = brief
        self.texts = texts
        self.claims: dict[str, Claim] = {claim.id: claim for claim in brief.claims}
        self.rows: dict[str, ReportRow] = {row.id: row for row in brief.reports}
        self.parents: dict[str, Link] = _parents(brief, self.rows)
        self.ties: tuple[Link, ...] = ties_told(brief, self.parents)
        self.anchors: dict[Stretch, str] = anchors(brief, self.ties)
        self._spun = {caution.report for caution in brief.warnings if caution.kind == _SPUN}
        self.changes: dict[str, Distortion] = {c.claim: c for c in brief.distortions if c.claim and c.directed}

    def outlet(self, report: str) -> str:
        """Return the outlet, or "report 3" where it is not known: what stands well inside a sentence."""
        row = self.rows[report]
        return row.outlet or f"report {row.number}"

    def label(self, report: str) -> str:
        """Return the shortest name that a reader knows a report by: its outlet, the head of its title, its file."""
        row = self.rows[report]
        title = " ".join((row.title or "").split())
        if len(title) > _TITLE:
            title = f"{title[:_TITLE].rsplit(' ', 1)[0]} …"
        return row.outlet or title or row.id

    def number(self, report: str) -> Piece:
        """Return a report's number, which leads to the report."""
        return Piece(str(self.rows[report].number), "report", (), report)

    def numbers(self, claims: tuple[str, ...]) -> Pieces:
        """Return the numbers of the reports that these claims stand in, each leading to its first claim there."""
        first: dict[str, str] = {}
        for claim in claims:
            first.setdefault(self.claims[claim].report, claim)
        order = sorted(first, key=lambda report: self.rows[report].number)
        marks = [Piece(str(self.rows[report].number), "report", (first[report],), report) for report in order]
        return joined([(mark,) for mark in marks])

    def anchor(self, report: str, start: int, end: int) -> str:
        """Return the anchor of a marked stretch: its claim where there is one, else a mark of its own."""
        return self.anchors[report, start, end]

    def prose(self, line: str) -> Pieces:
        """Return a sentence of an earlier stage, with a report's number for its id, and days as a newsroom writes them."""
        pieces: list[Piece] = []
        at = 0
        for named in _REPORT.finditer(line):
            name = named.group(1).rstrip(".,;:)")
            if name in self.rows:
                pieces += [*dated(line[at : named.start(1)]), self.number(name)]
                at = named.start(1) + len(name)
        return (*pieces, *dated(line[at:]))

    def spun_only(self, reports: Iterable[str]) -> Pieces:
        """Return the mark of what stands in reports alone that a machine has rewritten, whose figures nobody should trust."""
        return (Piece(f", ▲ {CAUTION_WORDS[_SPUN]}"),) if self._spun and self._spun.issuperset(reports) else ()

    def sentence(self, claim: Claim) -> str:
        """Return the sentence around a claim."""
        return claim.sentence.of(self.texts[claim.report])

    def taken_from(self, claim: Claim) -> str | None:
        """Return the report that this claim's passage was taken from, where the lineage tells it."""
        link = self.parents.get(claim.report)
        if link is None:
            return None
        taken = any(part.a.start <= claim.start < part.a.end for part in link.passages)
        return link.b if taken or not link.passages else None


def _parents(brief: Brief, rows: Mapping[str, ReportRow]) -> dict[str, Link]:
    """Return for each report the one link that tells best what it was taken from."""
    best: dict[str, Link] = {}
    for link in brief.lineage:
        if link.direction is None or link.relation == "shared-source" or link.a not in rows or link.b not in rows:
            continue
        held = best.get(link.a)
        if held is None or _rank(link, rows) < _rank(held, rows):
            best[link.a] = link
    return best


def _rank(link: Link, rows: Mapping[str, ReportRow]) -> tuple[int, float, float, int]:
    """Rank the closest relation first, then the likest text; among texts as like, the earliest is the parent."""
    parent = rows[link.b]
    moment = Moment.read(parent.published)
    at = moment.earliest.timestamp() if moment is not None else inf
    return (_CLOSEST[link.relation], -round(link.score, 1), at, parent.number)
