"""What may be cited: the claims by id, the reports' words, and the refusal when something is not among them."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NoReturn

from sayso.errors import UnsupportedError
from sayso.language.places import country_of
from sayso.model.brief import Brief
from sayso.model.claim import Claim

__all__ = ["Cited", "flat", "refuse", "tokens"]

_WORD = re.compile(r"[^\W_]+")
# Shorter words ("of", "al", "a") say nothing about who a name stands for.
_TELLING = 3
# Our own words for sources that a report describes without naming them.
_OURS = frozenset({"unnamed", "source", "sources", "speaker", "unseen", "text", "untitled"})


class Cited:
    """The brief with its texts, looked up by the checks."""

    def __init__(self, brief: Brief, texts: Mapping[str, str]) -> None:
        self.brief = brief
        self.texts = texts
        self.claims: dict[str, Claim] = {claim.id: claim for claim in brief.claims}
        self.reports = {row.id: row for row in brief.reports}
        self._tokens: dict[str, frozenset[str]] = {}
        self._flat: dict[str, str] = {}

    def claim(self, name: str, what: str) -> Claim:
        """Return a cited claim; refuse one that is not in the brief."""
        if name not in self.claims:
            refuse(what, f"claim {name!r}", "no such claim is in the brief")
        return self.claims[name]

    def text(self, report: str, what: str) -> str:
        """Return a report's text; refuse a report without one."""
        if report not in self.texts or report not in self.reports:
            refuse(what, f"report {report!r}", "no such report with a text is in the brief")
        return self.texts[report]

    def words(self, report: str) -> frozenset[str]:
        """Return the words of a report: its text, its outlet, its title and its address."""
        if report not in self._tokens:
            row = self.reports.get(report)
            known = (row.outlet, row.title, row.url, row.id) if row is not None else ()
            whole = " ".join([self.texts.get(report, ""), *(part for part in known if part)])
            self._tokens[report] = frozenset(tokens(whole))
        return self._tokens[report]

    def flat_text(self, report: str) -> str:
        """Return all that is written of a report, as one line in lower case."""
        if report not in self._flat:
            row = self.reports[report]
            whole = " ".join(part for part in (row.title, row.outlet, row.published, self.texts.get(report)) if part)
            self._flat[report] = flat(whole).casefold()
        return self._flat[report]

    @cached_property
    def all_words(self) -> frozenset[str]:
        """Return the words of all reports."""
        return frozenset().union(*(self.words(report) for report in self.reports))

    @cached_property
    def numbered(self) -> tuple[str, ...]:
        """Return the ids, outlets and titles that hold a digit: a number in them, where they name a report, is no figure."""
        known = [name for row in self.brief.reports for name in (row.id, row.outlet, row.title) if name]
        return tuple(name for name in dict.fromkeys(known) if any(letter.isdigit() for letter in name))

    def check_name(self, name: str | None, reports: Iterable[str], what: str) -> None:
        """Refuse a name with a telling word that stands in none of these reports (in no report, where none is given)."""
        telling = [word for word in tokens(name or "") if len(word) >= _TELLING and word not in _OURS]
        if not telling:
            return
        where = list(reports)
        held = [self.words(report) for report in where] or [self.all_words]
        missing = [word for word in telling if not any(word in words for words in held)]
        if missing and not self._tells_of(country_of(name or ""), where or list(self.texts)):
            refuse(what, f"the name {name!r}", f"the word {missing[0]!r} stands in no cited report")

    def _tells_of(self, country: str | None, reports: Iterable[str]) -> bool:
        """Say whether a report names the country in another form: "American troops" are those of the USA."""
        return country is not None and any(country_of(word) == country for one in reports for word in self.words(one))


def tokens(words: str) -> list[str]:
    """Return the words in lower case, without marks."""
    return [word.casefold() for word in _WORD.findall(words)]


def flat(words: str) -> str:
    """Return the words with every run of blanks as one space."""
    return " ".join(words.split())


def refuse(what: str, thing: str, reason: str) -> NoReturn:
    """Raise the refusal."""
    msg = f"{what}: {thing} is not supported: {reason}; mend the stage that made it"
    raise UnsupportedError(msg)
