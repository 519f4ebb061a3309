import pytest

from sayso.language.parser import Parser
from sayso.model.report import Raw
from sayso.stages.clean import clean
from sayso.stages.extract import extract


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zero people were injured, police said.", [("injured", 0)]),
        ("There were zero deaths in Ostby.", [("killed", 0)]),
        ("The crowd stood in ten degrees below zero.", []),
    ],
)
def test_zero_in_words_counts_people_and_no_degrees(text: str, found: list[tuple[str, int]]) -> None:
    readings = clean([Raw(name="r", media="json", text=text, published="2024-05-02")])
    figures = [c.figure for c in extract(readings, Parser()) if c.figure is not None]
    assert [(f.measure, f.low) for f in figures if f.measure != "other"] == found
