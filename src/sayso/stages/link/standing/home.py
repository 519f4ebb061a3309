"""The country of the story: the one that most of its reports name first and most."""

from collections import Counter
from collections.abc import Sequence

from sayso.language.places import find_places
from sayso.model.reading import Reading

__all__ = ["home_country"]

_OPENING = 1_200
_MOST_REPORTS_READ = 40
_MOST_A_REPORT = 5


def home_country(readings: Sequence[Reading]) -> str | None:
    """Return the ISO 3166 code of the country named most in the openings of the reports; None where two tie."""
    counts: Counter[str] = Counter()
    for reading in readings[:_MOST_REPORTS_READ]:
        places = find_places(reading.report.text[:_OPENING])
        named = Counter(place.country for place in places if place.country is not None)
        counts.update({country: min(times, _MOST_A_REPORT) for country, times in named.items()})
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
