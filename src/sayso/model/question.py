"""One question that the reports answer, and the variants of the answer."""

from typing import Literal

from msgspec import Struct

from sayso.model.claim import Group, Measure, Qualifier, Stance
from sayso.model.reason import Reason

__all__ = ["Picked", "Question", "SourceName", "Status", "Variant"]

Status = Literal["current", "overtaken", "withdrawn", "distorted", "disputed"]
"""current: the latest that sources stand by. overtaken: an earlier state of a moving figure. withdrawn: taken back
or denied by those who gave it. distorted: stands only in a report that took it, changed, from another. disputed:
sources hold incompatible values for the same people and time."""


class SourceName(Struct, frozen=True, kw_only=True):
    """A source's canonical name and the hands in between."""

    name: str
    via: tuple[str, ...] = ()


class Variant(Struct, frozen=True, kw_only=True):
    """One value that answers a question: whose it is, how many origins it has, and whether it stands.

    `origins` certainly stand behind it, `origins_max` if every doubtful tie were none. `sources` is empty where
    only reports' own voices say it. `why` holds the reasons of the status and the counts, in words, and `grounds` the
    same reasons with the words of the reports that they rest on. `stance` is "uncertain" where nobody states it as
    known, "denied" where reports only deny it; where some know it, `feared_in` names the reports that only fear, expect
    or suppose it, none of which adds to its sources and origins.
    """

    low: int | float
    high: int | float | None
    qualifier: Qualifier
    status: Status
    origins: int
    origins_max: int
    sources: tuple[SourceName, ...]
    reports: tuple[str, ...]
    claims: tuple[str, ...]
    as_of: str | None
    first_reported: str | None
    why: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    grounds: tuple[Reason, ...] = ()
    stance: Stance = "asserted"
    feared_in: tuple[str, ...] = ()

    @property
    def unsure(self) -> bool:
        """Whether nobody states it as known: it is only feared, expected or supposed."""
        return self.stance == "uncertain"

    @property
    def only_denied(self) -> bool:
        """Whether every report that has the value denies it, and none says whose it was."""
        return not self.sources and bool(self.denied_by) and set(self.reports) <= set(self.denied_by)


class Picked(Struct, frozen=True, kw_only=True):
    """The one value that a rule of the field takes: `claims` are those of its variant, `why` says the rule in words.

    `value` is a bound of the variant, or the small number that the rule reads a vague word as.
    """

    rule: str
    value: int | float
    why: str
    claims: tuple[str, ...]


class Question(Struct, frozen=True, kw_only=True):
    """One (measure, group, scope): `scope` is "whole event" or a place, `detail` a sub-group, `delta` an increase.

    `parts` are ids of questions whose people are part of this one's. `summary` is one line in words of the field.
    `grounds` are the remarks with the words that they rest on. `picked` is there only where a rule was asked for; it
    stands beside the variants and changes none.
    """

    id: str
    measure: Measure
    group: Group
    scope: str
    disputed: bool
    summary: str
    variants: tuple[Variant, ...]
    detail: str | None = None
    delta: bool = False
    parts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    picked: Picked | None = None
    grounds: tuple[Reason, ...] = ()
