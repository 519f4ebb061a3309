from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.places import countries_of, country_of, find_places, is_country


def names(text: str) -> list[str]:
    return [place.name for place in find_places(text) if place.lead or place.kind != "people"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two died in Varnholm on Friday.", ["Varnholm"]),
        ("A bus left the road near the Hollow Pine bridge.", ["Hollow Pine bridge"]),
        ("It hit a market in the country's second city of Varnholm at noon.", ["Varnholm"]),
        ("Crowds met in Varnholm, south Ostria, and sang.", ["Varnholm, south Ostria"]),
        ("Ten were at the Elm Street tram station.", ["Elm Street tram station"]),
        ("Police in Varnholm's old town waited in Varnholm.", ["Varnholm", "Varnholm"]),
        ("Forty are in the ICU in Mr Lund's account.", []),
        ("The ministry spoke in January and on Monday.", []),
        ("Green Hill Hospital in Varnholm took ten.", ["Green Hill Hospital in Varnholm"]),
        ("They had attacked Varnholm before; Varnholm burned.", ["Varnholm", "Varnholm"]),
        ("Officials in Peru and Chile spoke.", ["Peru", "Chile"]),
    ],
)
def test_finds_the_places_that_something_is_put_in(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_tells_the_country_of_a_city_a_people_and_a_longer_name() -> None:
    assert country_of("Nairobi") == "KE"
    assert country_of("Peruvian border") == "PE"
    assert country_of("Elm Hill, north London") == "GB"
    assert country_of("Varnholm") is None


def test_knows_names_that_two_countries_share() -> None:
    assert countries_of("Georgia") == {"GE", "US"}


def test_tells_a_state_from_its_people_and_cities() -> None:
    assert is_country("Kenya")
    assert not is_country("Kenyan")
    assert not is_country("Nairobi")


@given(st.text(alphabet="In the City of Lo-n'’, .\nABé1", max_size=80))
def test_names_stand_at_their_spans_and_do_not_overlap(text: str) -> None:
    places = find_places(text)
    assert all(place.span.of(text) == place.name for place in places)
    assert all(a.span.end <= b.span.start for a, b in pairwise(places))
