"""The brief: everything that the faces show, and nothing that no cited span holds."""

from typing import Literal

from msgspec import Struct

from sayso.model.caution import Caution
from sayso.model.claim import Claim
from sayso.model.credit import Credit
from sayso.model.link import Distortion, Link, Unseen, Wording
from sayso.model.passage import Passage
from sayso.model.question import Question
from sayso.model.story import Outsider

__all__ = ["Brief", "BriefQuote", "Header", "Line", "ReportRow", "Step"]


class Header(Struct, frozen=True, kw_only=True):
    """The story's head: a title taken from a headline, first and last publication, counts, as-of time."""

    title: str
    first: str | None
    last: str | None
    reports: int
    origins: int
    as_of: str | None
    origins_max: int = 0


class ReportRow(Struct, frozen=True, kw_only=True):
    """One report as the brief lists it; `number` is the short name that the brief cites it by, from 1.

    `credits` are the agencies whose text it says that it carries, or that had a part in it.
    """

    id: str
    number: int
    url: str | None
    outlet: str | None
    title: str | None
    published: str | None
    digest: str
    status: Literal["read", "unreadable"]
    problem: str | None
    passages: tuple[Passage, ...] = ()
    credits: tuple[Credit, ...] = ()


class BriefQuote(Struct, frozen=True, kw_only=True):
    """One utterance: who said it, in which wordings, and how far they drift apart (0 to 1)."""

    speaker: str | None
    claims: tuple[str, ...]
    wordings: tuple[Wording, ...]
    drift: float


class Step(Struct, frozen=True, kw_only=True):
    """One dated line: `when` as YYYY-MM-DD or a time, `text` the words of the first of its claims."""

    when: str | None
    text: str
    claims: tuple[str, ...]


class Line(Struct, frozen=True, kw_only=True):
    """One line of plain words with the claims that it rests on (measures taken, what is not known).

    Of a measure, `when` is the day on which it was taken or came into force, where a report tells it, and `said` the
    day on which the first of its reports was published. `until` are the days of its end and `lasting` its lengths and
    hours in the reports' words; where reports differ there are several. `sources` are who says so by name, `origins`
    to `origins_max` how many hands stand behind it.
    """

    text: str
    claims: tuple[str, ...] = ()
    when: str | None = None
    said: str | None = None
    until: tuple[str, ...] = ()
    lasting: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    origins: int = 0
    origins_max: int = 0


class Brief(Struct, frozen=True, kw_only=True):
    """A sourced brief. Every number and quotation in it leads to a claim, and every claim to its words."""

    story: Header
    reports: tuple[ReportRow, ...]
    questions: tuple[Question, ...]
    quotes: tuple[BriefQuote, ...]
    timeline: tuple[Step, ...]
    lineage: tuple[Link, ...]
    warnings: tuple[Caution, ...]
    claims: tuple[Claim, ...]
    unseen: tuple[Unseen, ...] = ()
    distortions: tuple[Distortion, ...] = ()
    measures_taken: tuple[Line, ...] = ()
    not_known: tuple[Line, ...] = ()
    outsiders: tuple[Outsider, ...] = ()
