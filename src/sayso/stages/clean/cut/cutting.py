"""Rules in order, from the most certain to the least; then the lines become passages."""

from collections.abc import Callable, Sequence

from sayso.model.passage import Passage, PassageKind
from sayso.model.span import Span
from sayso.stages.clean.cut.articles import mark_articles
from sayso.stages.clean.cut.credit_lines import mark_credit_lines
from sayso.stages.clean.cut.datelines import mark_datelines
from sayso.stages.clean.cut.furniture import mark_furniture, mark_residue
from sayso.stages.clean.cut.heads import is_credit, mark_head, same_words
from sayso.stages.clean.cut.legends import mark_legends
from sayso.stages.clean.cut.links import mark_links
from sayso.stages.clean.cut.live import mark_entries
from sayso.stages.clean.cut.notes import mark_changes, mark_notes
from sayso.stages.clean.cut.opinion import mark_opinion
from sayso.stages.clean.cut.posts import mark_posts
from sayso.stages.clean.cut.sheet import Role, Sheet
from sayso.stages.clean.document import Mark
from sayso.stages.clean.signatures import signed_by

__all__ = ["cut"]

# Neighbouring lines of these kinds are one passage; of the others (a headline, a caption) each line is its own.
_JOINED: frozenset[PassageKind] = frozenset({"body", "opinion", "comment", "furniture", "entry", "post", "blockquote"})


# Credits at the foot stand within so many lines of the end.
_FOOT = 8


def cut(
    text: str, title: str | None = None, url: str | None = None, day: str | None = None, marks: Sequence[Mark] = ()
) -> tuple[Passage, ...]:
    """Cut a report's text into passages: in order, disjoint, holding all that is not blank.

    `title`, `url` and `day` (ISO 8601) are what is known of the report; `marks` are roles that its format gives.
    """
    sheet = Sheet(text, title, url, day, marks)
    rules: tuple[Callable[[Sheet], None], ...] = (
        _mark_title,
        mark_residue,
        _mark_signatures,
        mark_furniture,
        mark_credit_lines,
        _mark_format,
        mark_legends,
        mark_posts,
        mark_changes,
        mark_entries,
        mark_articles,
        _mark_heads,
        mark_notes,
        mark_datelines,
        _mark_bylines,
        mark_links,
        mark_opinion,
    )
    for rule in rules:
        rule(sheet)
    return tuple(_passages(sheet))


def _mark_title(sheet: Sheet) -> None:
    """Mark the title before any other rule: a title may begin like a share line or a correction."""
    for number in range(min(3, len(sheet))):
        if same_words(sheet.title, sheet.lines[number].text):
            sheet.mark(number, Role("headline", "is the report's title"))


def _mark_signatures(sheet: Sheet) -> None:
    for number in sheet.free():
        name = signed_by(sheet.lines[number].text)
        if name:
            sheet.mark(number, Role("byline", "names the outlet that the text was taken from", credit=name))


def _mark_bylines(sheet: Sheet) -> None:
    """Mark the lines at the foot that say who wrote or helped."""
    for number in range(max(0, len(sheet) - _FOOT), len(sheet)):
        if sheet.roles[number] is None and is_credit(sheet.lines[number]):
            sheet.mark(number, Role("byline", "tells at the foot who wrote"))


def _mark_heads(sheet: Sheet) -> None:
    for start in (0, *sheet.starts):
        mark_head(sheet, start)


def _mark_format(sheet: Sheet) -> None:
    """Give lines the roles that the format itself tells."""
    at = 0
    for number, line in enumerate(sheet.lines):
        while at < len(sheet.marks) and sheet.marks[at].span.end <= line.start:
            at += 1
        if at < len(sheet.marks) and sheet.marks[at].span.start <= line.start:
            sheet.mark(number, Role(sheet.marks[at].kind, "the page's own markup"))


def _passages(sheet: Sheet) -> list[Passage]:
    found: list[Passage] = []
    begins = set(sheet.starts)
    article = 0
    for number, line in enumerate(sheet.lines):
        article += number in begins
        role = sheet.roles[number] or Role("body", "running text")
        start = line.start
        length = sheet.datelines.get(number, 0)
        if length:
            found.append(
                Passage(
                    kind="dateline",
                    span=Span(start, start + length),
                    article=article,
                    why="place, day or agency before the text",
                )
            )
            start += length
        last = found[-1] if found else None
        if last is not None and not length and _runs_on(last, role, article):
            found[-1] = _passage(role, last.span.start, line.end, article)
        elif start < line.end:
            found.append(_passage(role, start, line.end, article))
    return found


def _passage(role: Role, start: int, end: int, article: int) -> Passage:
    return Passage(
        kind=role.kind, span=Span(start, end), article=article, when=role.when, credit=role.credit, why=role.why
    )


def _runs_on(last: Passage, role: Role, article: int) -> bool:
    same = (last.kind, last.article, last.when, last.credit) == (role.kind, article, role.when, role.credit)
    return same and role.kind in _JOINED and (role.kind != "furniture" or last.why == role.why)
