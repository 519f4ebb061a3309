import pytest

from sayso.language.parser import Parser
from sayso.model.report import Raw
from sayso.stages.clean import clean
from sayso.stages.extract import extract


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("An earlier version of this report said that 41 people were killed.", {41: "denied"}),
        ("A previous version of this page said 41 sailors had drowned; it was 38.", {41: "denied", 38: "asserted"}),
        ("The mayor said that 41 people were killed.", {41: "asserted"}),
    ],
)
def test_what_a_page_says_of_its_own_former_wording_is_no_assertion(text: str, stances: dict[int, str]) -> None:
    readings = clean([Raw(name="r", media="json", text=text, published="2024-05-02")])
    found = {c.figure.low: c.figure.stance for c in extract(readings, Parser()) if c.figure is not None}
    assert {low: found.get(low) for low in stances} == stances


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        (
            "The lake patrol withdrew its count of 38 dead and said 36 people were killed.",
            {38: "denied", 36: "asserted"},
        ),
        ("Police corrected the death toll of the landslide to 20 from 22.", {20: "asserted", 22: "denied"}),
        ("The council cut the toll from 31 to 29 dead.", {31: "denied", 29: "asserted"}),
        ("The council revised the death toll to 22 from 20.", {20: "asserted", 22: "asserted"}),
        ("The army cut its force from 3,000 to 2,000 troops.", {2000: "asserted"}),
    ],
    ids=["said anew", "to from", "from to", "upwards", "fewer are sent"],
)
def test_a_lower_toll_put_in_the_place_of_another_denies_that_one_alone(text: str, stances: dict[int, str]) -> None:
    readings = clean([Raw(name="r", media="json", text=text, published="2024-05-02")])
    found = {c.figure.low: c.figure.stance for c in extract(readings, Parser()) if c.figure is not None}
    assert {low: found.get(low) for low in stances} == stances
