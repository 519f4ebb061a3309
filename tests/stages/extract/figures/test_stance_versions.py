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
