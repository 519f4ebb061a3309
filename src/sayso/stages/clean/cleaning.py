"""From raw reports to readings: decode, cut, date, warn."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from sayso.errors import BrokenInputError, InputError
from sayso.model.caution import Caution
from sayso.model.passage import Passage
from sayso.model.reading import Reading
from sayso.model.report import Raw, Report
from sayso.stages.clean.credits import credits_of
from sayso.stages.clean.cut import cut
from sayso.stages.clean.document import Document
from sayso.stages.clean.formats import READERS
from sayso.stages.clean.stamps import iso
from sayso.stages.clean.told import told_by
from sayso.stages.clean.warn import warnings_of

__all__ = ["clean"]

# Reports of one story lie within this; where those of a run do, an undated one belongs there too.
_STORY = timedelta(days=60)


def clean(raws: Iterable[Raw]) -> list[Reading]:
    """Return one reading for each raw report, in order.

    What cannot be read is a reading with status `unreadable`, its problem and a caution. A report that was given
    before (same text, outlet, title, time and address) is a reading without text or passages, so that it counts once.
    """
    opened = [_open(raw) for raw in raws]
    story = _story_day([report for report, _, _ in opened])
    seen: dict[str, str] = {}
    readings = []
    for report, passages, trouble in opened:
        if report.status == "unreadable":
            caution = Caution(report=report.id, kind="unreadable", message=str(report.problem))
            readings.append(Reading(report=report, warnings=(caution,)))
        elif report.digest in seen:
            readings.append(_again(report, seen[report.digest]))
        else:
            seen[report.digest] = report.id
            day = _day(report) or story
            readings.append(
                Reading(
                    report=report,
                    passages=passages,
                    warnings=warnings_of(report, passages, day, trouble),
                    credits=credits_of(report.text, passages, report.outlet),
                )
            )
    return readings


def _open(raw: Raw) -> tuple[Report, tuple[Passage, ...], str | None]:
    """Return the report of one raw input, its passages, and the encoding's trouble."""
    try:
        document = _document(raw)
    except InputError as error:
        return _unreadable(raw, str(error)), (), None
    published = iso(raw.published) or iso(document.published)
    passages = _cut(raw, document, published)
    told = told_by(document.text, passages)
    if published is None and told.published and any(passage.kind == "entry" for passage in passages):
        # The hours of a live page are of the day that its byline has told only now.
        passages = _cut(raw, document, told.published)
    report = Report.of(
        text=document.text,
        id=raw.id or raw.name,
        name=raw.name,
        url=raw.url or document.url,
        outlet=raw.outlet or document.outlet or told.outlet,
        title=raw.title or document.title or told.title,
        byline=raw.byline or document.byline or told.byline,
        published=published or told.published,
        lang=raw.lang or document.lang,
        map=document.map,
    )
    return report, passages, document.trouble


def _cut(raw: Raw, document: Document, published: str | None) -> tuple[Passage, ...]:
    return cut(document.text, raw.title or document.title, raw.url or document.url, published, document.marks)


def _document(raw: Raw) -> Document:
    if raw.problem is not None:
        raise BrokenInputError(raw.problem)
    if raw.text is not None:
        if not raw.text.strip():
            raise BrokenInputError(f"{raw.name} has an empty text: there is nothing to read in it")
        return Document(text=raw.text)
    reader = READERS.get(raw.media)
    if reader is None:
        raise BrokenInputError(
            f"{raw.name} is of a kind ({raw.media}) that sayso does not read: save its words as .txt"
        )
    try:
        return reader(raw)
    except InputError as error:
        raise type(error)(f"{raw.name} {error}") from error


def _unreadable(raw: Raw, problem: str) -> Report:
    return Report.of(
        text="",
        id=raw.id or raw.name,
        name=raw.name,
        url=raw.url,
        outlet=raw.outlet,
        title=raw.title,
        published=iso(raw.published),
        status="unreadable",
        problem=problem,
    )


def _again(report: Report, first: str) -> Reading:
    message = f"is the same report as {first!r}, given twice: it counts once"
    bare = msgspec.structs.replace(report, text="", map=(), problem=message)
    return Reading(report=bare, warnings=(Caution(report=report.id, kind="same-report-twice", message=message),))


def _day(report: Report) -> date | None:
    return date.fromisoformat(str(report.published).strip()[:10]) if report.moment else None


def _story_day(reports: Sequence[Report]) -> date | None:
    """Return the middle day of the dated reports, where all lie close enough to be one story's; else None."""
    days = sorted(day for report in reports if (day := _day(report)) is not None)
    return days[len(days) // 2] if days and days[-1] - days[0] <= _STORY else None
