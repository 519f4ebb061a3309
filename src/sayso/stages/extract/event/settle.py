"""Tell the figures of other events from those of the event that the reports are about."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from functools import cache

from msgspec.structs import replace

from sayso.language.places import countries_of, is_country, place_words
from sayso.language.sentences import sentences
from sayso.language.vocabulary import vocabulary
from sayso.model.claim import Figure
from sayso.model.reading import Reading
from sayso.model.span import Span
from sayso.stages.extract.event.attach import placed
from sayso.stages.extract.event.clause import any_of, earlier
from sayso.stages.extract.event.head import is_lasting, listed
from sayso.stages.extract.event.linked import linked_headline
from sayso.stages.extract.event.named import named_event
from sayso.stages.extract.event.older import continued, earliest_of_head, older_date, older_dates_in
from sayso.stages.extract.event.sheet import Sheet
from sayso.stages.extract.event.story import EventModel, model_event, names_of
from sayso.stages.extract.event.tally import another_event, event_before, past_event, running_total, told_again
from sayso.stages.extract.event.total import long_total
from sayso.stages.extract.found import FoundFigure

__all__ = ["settle_events"]

# Words that lead back must stand near the head of the sentence, before the figure.
_BACK_REACH = 60
# Characters at the head of a report in which it says what happened.
_HEAD = 500
_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"[\"“”‘’']")
_Key = tuple[str, float, float | None, str]


def settle_events(
    found: Mapping[str, Sequence[FoundFigure]], readings: Sequence[Reading], events: Sequence[Sequence[str]] = ()
) -> dict[str, list[FoundFigure]]:
    """Return the figures of each report with `background` set on those of other events, and why.

    `events` are the ids of reports that tell of one event; a report in none of them is settled by itself, and
    without any all reports are of one. The event's time and places are modelled on all reports; a figure is then told by its passage, date, place or
    wording, or by the same value at the same place told so elsewhere. Linear in the number of reports.
    A place that is the event's whole country is dropped: such a figure holds for the whole event.
    """
    known = [reading for reading in readings if reading.report.id in found]
    number = {report: at for at, event in enumerate(events) for report in event}
    together: dict[int, list[Reading]] = {}
    for at, reading in enumerate(known):
        together.setdefault(number.get(reading.report.id, len(events) + at) if events else 0, []).append(reading)
    return {report: figures for event in together.values() for report, figures in _settle(found, event).items()}


def _settle(found: Mapping[str, Sequence[FoundFigure]], readings: Sequence[Reading]) -> dict[str, list[FoundFigure]]:
    """Settle the figures of reports of one event."""
    sheets = [Sheet(one, found[one.report.id]) for one in readings]
    names = _by_first_word(names_of(sheets))
    sheets = [_placed_anew(sheet, names) for sheet in sheets]
    model = _reaching_back(sheets, model_event(sheets))
    own = _own_nouns(sheets)
    marked = {sheet.reading.report.id: _marked(sheet, model, own) for sheet in sheets}
    known = {_key(one.figure) for figures in marked.values() for one in figures if one.figure.background}
    return {report: [_settled(one, known, model) for one in figures] for report, figures in marked.items()}


def _reaching_back(sheets: Sequence[Sheet], model: EventModel) -> EventModel:
    """Return the model with an earlier beginning where most reports follow up an event long past."""
    if model.since is None:
        return model
    heads = [day for sheet in sheets if (day := earliest_of_head(sheet, model)) is not None]
    if len(heads) * 2 > len(sheets):
        return replace(model, since=min(heads) - _AROUND, sudden=None)
    return model


# The date of a past event may be a month.
_AROUND = timedelta(days=31)


def _by_first_word(names: Iterable[str]) -> dict[str, list[str]]:
    """Index names by their first word, so that a report looks up its own words and not every name of a large batch."""
    index: dict[str, list[str]] = {}
    for name in sorted(names):
        index.setdefault(_WORD.findall(name)[0], []).append(name)
    return index


def _placed_anew(sheet: Sheet, names: Mapping[str, Sequence[str]]) -> Sheet:
    """Return the report with places also for figures beside a name that only other reports show to be a place."""
    if all(one.figure.place for one in sheet.found):
        return sheet
    text = sheet.text.lower()
    words = set(_WORD.findall(text)) & names.keys()
    new = frozenset(name for word in words for name in names[word] if name in text)
    if not new:
        return sheet
    wider = Sheet(sheet.reading, [sheet.whole(one) for one in sheet.found], new)
    return Sheet(
        sheet.reading, [wider.whole(one if one.figure.place else placed(wider, one)) for one in sheet.found], new
    )


def _marked(sheet: Sheet, model: EventModel, own: frozenset[str]) -> list[FoundFigure]:
    marked: list[FoundFigure] = []
    for one in sheet.found:
        reason = (
            _reason(sheet, one, model) or _by_topic(sheet, one, marked, model, own) or told_again(sheet, one, marked)
        )
        marked.append(_told(one, reason) if reason else one)
    return [sheet.whole(one) for one in marked]


def _reason(sheet: Sheet, one: FoundFigure, model: EventModel) -> str | None:
    """Return why a figure belongs to another event; None where nothing in its sentence says so."""
    if one.passage == "furniture":
        return "stands in the page's furniture"
    if linked_headline(sheet, one):
        return "stands in the headline of another article"
    return (
        _by_date(sheet, one, model)
        or _by_place(sheet, one, model)
        or _by_wording(sheet, one)
        or _by_scope(sheet, one, model)
    )


def _by_scope(sheet: Sheet, one: FoundFigure, model: EventModel) -> str | None:
    total = running_total(sheet, one) or long_total(sheet, one, model)
    if total is not None:
        return f"counts over {total!r}"
    other = named_event(sheet, one) or another_event(sheet, one) or event_before(sheet, one) or past_event(sheet, one)
    return f"comes in with {other!r}" if other is not None else None


def _by_date(sheet: Sheet, one: FoundFigure, model: EventModel) -> str | None:
    old = older_date(sheet, one, model)
    if old is not None:
        return f"dated {old.span.of(sheet.text)!r}, before the event"
    old = continued(sheet, one, model)
    if old is not None:
        return f"goes on about {old.span.of(sheet.text)!r}, before the event"
    if not earlier("back").search(sheet.text, one.sentence.start, one.span.end + _BACK_REACH):
        return None
    before = sheet.passage_before(one.sentence)
    old = older_dates_in(sheet, before, model) if before is not None else None
    return f"leads back to {old.span.of(sheet.text)!r}, before the event" if old is not None else None


def _by_place(sheet: Sheet, one: FoundFigure, model: EventModel) -> str | None:
    place = one.figure.place
    countries = countries_of(place) if place else frozenset()
    # Those who fled over the border are the event's own.
    abroad = countries and model.countries and not countries & model.countries
    if abroad and one.figure.measure != "displaced":
        return f"{place!r} lies in another country than the event"
    names = [place] if place else [found.name for found in sheet.places_in(one.sentence) if found.kind == "city"]
    if names and all(_is_elsewhere(name, model) for name in names):
        return f"{names[0]!r} is named for an earlier event"
    return None


def _is_elsewhere(name: str, model: EventModel) -> bool:
    words = place_words(name)
    return bool(words) and model.elsewhere.issuperset(words)


def _by_wording(sheet: Sheet, one: FoundFigure) -> str | None:
    head = sheet.text[one.sentence.start : one.span.start].rsplit(";", 1)[-1]
    plain = _MARKS.sub("", head)
    phrase = earlier("phrases").search(plain)
    # "The anniversary of the uprising, which has left 8,000 dead": what lasts until now is the event itself.
    if phrase is None or (_UNTIL_NOW.search(plain, phrase.end()) and is_lasting(plain[phrase.end() :])):
        return None
    # In a war a separate raid of the same day is one more of its own.
    if is_lasting(sheet.text[: sheet.found[0].sentence.end]) and _SAME_DAY.search(head, phrase.end()):
        return None
    return f"follows {phrase.group()!r}"


_SAME_DAY = re.compile(r"\b(?:in\sthe|the\ssame|that)\sday\b|\btoday\b", re.IGNORECASE)


_UNTIL_NOW = re.compile(r"\b(?:has|have)\b")


def _by_topic(
    sheet: Sheet, one: FoundFigure, marked: Sequence[FoundFigure], model: EventModel, own: frozenset[str]
) -> str | None:
    """Follow "the strike" or "the incident" to the words before it where these tell of another event."""
    sentence = one.sentence.of(sheet.text)
    before = sheet.passage_before(one.sentence)
    if before is None:
        return None
    # "In that fire" after a sentence about another event is that one, whatever the report's own is called.
    pointed = _pointed("en").search(sentence)
    last = sheet.sentence_before(one.sentence) or before
    if pointed and any(other.figure.background and last.meets(other.span) for other in marked[-_FOLLOWED:]):
        return f"{pointed.group()!r} leads back to another event"
    noun = next((hit[1] for hit in _definite("en").finditer(sentence) if hit[1].lower().rstrip("s") not in own), None)
    if noun is None:
        return None
    told = any(other.figure.background and before.meets(other.span) for other in marked[-_FOLLOWED:])
    if (
        told
        or earlier("phrases").search(sheet.text, before.start, before.end)
        or _names_elsewhere(sheet, before, model)
    ):
        return f"{noun!r} leads back to another event"
    return None


# So many figures back a sentence may still lead.
_FOLLOWED = 6


def _names_elsewhere(sheet: Sheet, span: Span, model: EventModel) -> bool:
    return any(_is_elsewhere(place.name, model) for place in sheet.places_in(span) if place.kind in {"city", "name"})


@cache
def _definite(lang: str) -> re.Pattern[str]:
    nouns = any_of(vocabulary("events", lang)["nouns"]["single"]).pattern
    return re.compile(rf"\b(?:the|that|those|these)\s(?:\w+\s)?({nouns})", re.IGNORECASE)


@cache
def _pointed(lang: str) -> re.Pattern[str]:
    nouns = any_of(vocabulary("events", lang)["nouns"]["single"]).pattern
    return re.compile(rf"\b(?:in|during|from)\s(?:that|the\ssame)\s(?:\w+\s)?{nouns}", re.IGNORECASE)


@cache
def _nouns(lang: str) -> re.Pattern[str]:
    return any_of(vocabulary("events", lang)["nouns"]["words"])


def _own_nouns(sheets: Sequence[Sheet]) -> frozenset[str]:
    """Return the nouns, in the singular, by which the heads of the reports call the event."""
    own: set[str] = set()
    for sheet in sheets:
        for sentence in sentences(sheet.text, Span(0, min(len(sheet.text), _HEAD))):
            words = sentence.of(sheet.text)
            # What stands behind "in revenge for" is another event's name; a court sits over "last year's" one.
            plain = _MARKS.sub("", words)
            other = None if listed("aftermath", "court").search(words) else earlier("phrases").search(plain)
            known = plain[: other.start()] if other else plain
            own.update(hit.group().lower().rstrip("s") for hit in _nouns("en").finditer(known))
            if other:
                break
    return frozenset(own)


def _key(figure: Figure) -> _Key:
    return figure.measure, figure.low, figure.high, (figure.place or "").lower()


def _told(one: FoundFigure, reason: str) -> FoundFigure:
    figure = replace(one.figure, background=True, why=(*one.figure.why, f"another event: {reason}"))
    return replace(one, figure=figure)


def _settled(one: FoundFigure, known: set[_Key], model: EventModel) -> FoundFigure:
    figure = one.figure
    if not figure.background and figure.place and _key(figure) in known:
        return _told(one, "the same value at the same place is another event's in another sentence")
    if figure.background or not figure.place or not _is_whole(figure.place, model):
        return one
    why = (*figure.why, f"place {figure.place!r} is the event's whole country")
    return replace(one, figure=replace(figure, place=None, place_span=None, why=why))


def _is_whole(place: str, model: EventModel) -> bool:
    return is_country(place) and bool(countries_of(place) & model.countries)
