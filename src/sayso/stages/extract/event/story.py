"""The time and the places of the event that a batch of reports tells of, as far as the reports agree on them."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from sayso.language.places import Place, countries_of, country_of, place_words
from sayso.model.span import Span
from sayso.stages.extract.event.clause import earlier
from sayso.stages.extract.event.head import head_of, lasts
from sayso.stages.extract.event.sheet import Sheet

__all__ = ["EventModel", "model_event", "names_of"]

# An event is news within a month; what lies further back from the first report is another event.
_WINDOW = timedelta(days=30)
# A sudden event is reported on within days; what is dated further back than this is another event.
_REPORTED_WITHIN = timedelta(days=4)
_LED_UP = timedelta(days=5)
_SUDDEN_SHARE = 0.6
# A report says in so many characters when its event happened.
_HEAD = 700
# A country is one of the event's where so large a share of the reports is mostly about it
_SHARE_OF_REPORTS = 1 / 3
# (names it more than half as often as the one that it names most) …
_SHARE_OF_NAMES = 1 / 2
# … or, in a report that stands alone, so often and in so large a share …
_OFTEN = 3
_SHARE_OF_ONE = 1 / 4
# … or where so large a share of them puts figures in it.
_SHARE_OF_FIGURES = 1 / 2
# Words that tell of an earlier event reach so far for its place.
_REACH = 200


class EventModel(Struct, frozen=True, kw_only=True):
    """When and where the event is, and where other events are that reports set beside it.

    `since` is the first day that can belong to the event, None where no report is dated and none names a year. `sudden` is its day where
    it took place on one and the reports followed at once. `countries` are ISO codes. `elsewhere` holds the telling
    words of places that reports name for earlier events and nowhere in their headlines.
    """

    since: date | None
    sudden: date | None
    countries: frozenset[str]
    elsewhere: frozenset[str]


def model_event(sheets: Sequence[Sheet]) -> EventModel:
    """Return what the reports together tell of the event's time and places; one pass over the reports."""
    days = [sheet.anchor.day for sheet in sheets if sheet.anchor is not None]
    sudden = _sudden_day(sheets, days)
    first = sudden - _LED_UP if sudden else min(days) - _WINDOW if days else _since_of_years(sheets)
    return EventModel(since=first, sudden=sudden, countries=_countries(sheets), elsewhere=_elsewhere(sheets))


_YEAR = re.compile(r"[12]\d{3}(?!\d)")


def _since_of_years(sheets: Sequence[Sheet]) -> date | None:
    """Return the first day of the year that undated reports name at their heads with a day; else of the year after all.

    News seldom writes the running year: "in December 1992" and "a 2013 assault" tell of what is long over.
    """
    dates = [(sheet, found) for sheet in sheets for found in sheet.dates if _YEAR.match(found.value)]
    if not dates:
        return None
    own = [int(found.value[:4]) for _, found in dates if found.day and found.span.start < _HEAD]
    last = max(own) if own else max(int(found.value[:4]) for _, found in dates) + 1
    return date(min(last, _LAST_YEAR), 1, 1)


_LAST_YEAR = 9000


def _sudden_day(sheets: Sequence[Sheet], published: Sequence[date]) -> date | None:
    """Return the day that most reports name at their heads, where all were published within days of it."""
    votes: Counter[str] = Counter()
    voters = 0
    for sheet in sheets:
        named = {found.day for found in sheet.dates_in(Span(0, _HEAD)) if found.day}
        votes.update(sorted(named))
        voters += bool(named)
    if not votes:
        return None
    if len(sheets) == 1:
        return _sudden_alone(sheets[0], votes, published)
    if len(published) < 2:  # noqa: PLR2004 - one dated report agrees with nobody
        return None
    most, count = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    day = date.fromisoformat(most)
    at_once = all(abs(one - day) <= _REPORTED_WITHIN for one in published)
    return day if at_once and count >= voters * _SUDDEN_SHARE else None


def _sudden_alone(sheet: Sheet, named: Collection[str], published: Sequence[date]) -> date | None:
    """Return the first day that a report alone names at its head, where it is news and nothing older stands there."""
    head = head_of(sheet)
    if not published or lasts(sheet) or earlier("phrases").search(sheet.text, head.start, head.end):
        return None
    # The day on which somebody spoke is not that of what he spoke of.
    if not any(
        one.span.start < head.end and any(found.day for found in sheet.dates_in(one.sentence)) for one in sheet.found
    ):
        return None
    days = [date.fromisoformat(day) for day in named]
    first = min(days)
    others = [one for one in sheet.dates_in(head) if one.type == "DATE" and not one.day and _DATED.match(one.value)]
    is_fresh = all(abs(published[0] - day) <= _REPORTED_WITHIN for day in days)
    return first if is_fresh and not others else None


# A year, month or week by the calendar.
_DATED = re.compile(r"\d{4}")


def _countries(sheets: Sequence[Sheet]) -> frozenset[str]:
    votes: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    headed: Counter[str] = Counter()
    for sheet in sheets:
        named = Counter(place.country for place in sheet.places if place.country)
        if named:
            most = max(named.values())
            votes.update(code for code, count in named.items() if count > most * _SHARE_OF_NAMES)
            if len(sheets) == 1:
                often = max(_OFTEN, most * _SHARE_OF_ONE)
                votes.update(code for code, count in named.items() if count >= often)
        names = (one.figure.place for one in sheet.found)
        placed.update({code for name in names if name and (code := country_of(name))})
        headed.update(_head_countries(sheet))
    if not votes:
        return frozenset()
    top = max(votes.values())
    main = {code for code, count in votes.items() if count >= top * _SHARE_OF_REPORTS}
    shared = {code for code, count in placed.items() if count > 1 and count >= len(sheets) * _SHARE_OF_FIGURES}
    return frozenset(
        main | shared | {code for code, count in headed.items() if count > len(sheets) * _SHARE_OF_REPORTS}
    )


def _head_countries(sheet: Sheet) -> Collection[str]:
    """Return the countries that a report names where it first counts, before it turns to an earlier event."""
    end = _own_end(sheet)
    first = next((one.sentence for one in sheet.found if one.span.start < end), None)
    if first is None:
        return ()
    named = sheet.places_in(Span(first.start, min(first.end, end)))
    return {code for place in named if place.kind != "people" for code in countries_of(place.name)}


def _elsewhere(sheets: Sequence[Sheet]) -> frozenset[str]:
    """Return the words of places that stand behind words for an earlier event, those of the event's own left out."""
    named: set[str] = set()
    own: set[str] = set()
    for sheet in sheets:
        end = _own_end(sheet) if len(sheets) == 1 else sheet.line(_first_letter(sheet.text)).end
        own.update(word for place in sheet.places_in(Span(0, end)) for word in place_words(place.name))
        named.update(word for place in _behind_earlier(sheet) for word in place_words(place.name))
        own.update(_most_named(sheet))
    return frozenset(named - own)


def _own_end(sheet: Sheet) -> int:
    """Return where the head of a report ends, or where it turns to an earlier event."""
    end = head_of(sheet).end
    turn = earlier("phrases").search(sheet.text, 0, end)
    return turn.start() if turn else end


def names_of(sheets: Sequence[Sheet]) -> frozenset[str]:
    """Return the unlisted names, in lower case, that at least two reports put something in."""
    counts: Counter[str] = Counter()
    for sheet in sheets:
        led = (place for place in sheet.places if place.kind == "name" and place.lead)
        counts.update({place.name.split(", ")[0].lower() for place in led})
    return frozenset(name for name, count in counts.items() if count > 1)


def _first_letter(text: str) -> int:
    return len(text) - len(text.lstrip())


def _most_named(sheet: Sheet) -> frozenset[str]:
    """Return the words of the place that a report names most, and of those first; countries aside."""
    counts = Counter(place_words(place.name) for place in _local(sheet.places))
    return max(counts, key=lambda words: counts[words], default=frozenset())


def _behind_earlier(sheet: Sheet) -> Iterator[Place]:
    for hit in earlier("phrases").finditer(sheet.text):
        end = min(sheet.line(hit.start()).end, hit.end() + _REACH)
        stop = sheet.text.find(". ", hit.end(), end)
        yield from _local(sheet.places_in(Span(hit.end(), stop if stop >= 0 else end)))


def _local(places: Sequence[Place]) -> Iterator[Place]:
    return (place for place in places if place.kind in {"city", "name"})
