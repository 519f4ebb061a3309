"""The cases that annotation guidelines settle, each on a sentence of our own."""

from collections.abc import Callable

import pytest

from sayso.stages.extract.found import FoundFigure

Read = Callable[[str], list[FoundFigure]]


def said(found: list[FoundFigure]) -> list[tuple[str, str, float, float | None]]:
    return [(f.words, f.figure.measure, f.figure.low, f.figure.high) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The blast left at least 12 dead and 30 injured.",
            [("12", "killed", 12, None), ("30", "injured", 30, None)],
        ),
        (
            "There were at least two deaths and 31 people were brought to a hospital.",
            [("two", "killed", 2, None), ("31", "hospitalised", 31, 31)],
        ),
        (
            "A bomber struck a mosque, killing at least six worshippers and wounding 120.",
            [("six", "killed", 6, None), ("120", "injured", 120, 120)],
        ),
        ("The death toll stands at 38, up from 33.", [("38", "killed", 38, 38), ("33", "killed", 33, 33)]),
        ("The shells killed and wounded dozens.", [("dozens", "killed", 20, 99)]),
        ("Many people died and numerous others were hurt.", []),
        ("Twenty-two ambulance crews and eight teams of doctors came.", []),
        ("Fourteen people were treated beside the tram.", [("Fourteen", "hospitalised", 14, 14)]),
        ("Two people were in cardiac arrest.", [("Two", "hospitalised", 2, 2)]),
        ("No one was killed.", [("No one", "killed", 0, 0)]),
        (
            "Police arrested 80 people. Those 80 people face trial.",
            [("80", "detained", 80, 80), ("80", "detained", 80, 80)],
        ),
        ("Between 50 and 60 dockers were injured.", [("50 and 60", "injured", 50, 60)]),
        (
            "Of the 476 people on board, 174 were rescued and 290 are missing.",
            [("174", "rescued", 174, 174), ("290", "missing", 290, 290)],
        ),
        ("Landslide buries 40 houses, 60 feared dead", [("60", "killed", 60, 60)]),
        (
            "Six people were killed on Monday, three on Tuesday and 14 on Wednesday.",
            [("Six", "killed", 6, 6), ("three", "killed", 3, 3), ("14", "killed", 14, 14)],
        ),
        ("The number of dead rose by 14 to 312.", [("14", "killed", 14, 14), ("312", "killed", 312, 312)]),
        (
            "A stampede killed 113 pilgrims and injured over 100.",
            [("113", "killed", 113, 113), ("100", "injured", 101, None)],
        ),
        ("Nearly 70 per cent of the wounded were civilians, and two of these had not turned 18.", []),
        ("A rockfall killed at least 30 people at a quarry.", [("30", "killed", 30, None)]),
        ("The village lost its mill between 1967 and 2010.", []),
        ("The blaze killed 200 sheep and destroyed 14 barns.", []),
        ("Five more bodies were pulled from the rubble.", [("Five", "killed", 5, 5)]),
    ],
)
def test_settled_cases(figures: Read, text: str, expected: list[tuple[str, str, float, float | None]]) -> None:
    assert said(figures(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The vote was 228 to 191.",
        "He won the final 6-3 and said one in three fans had died of joy.",
        "The victims were aged 16, 17 and 18.",
        "Call the police on 555-867-5309 if someone was killed.",
        "The couple were arrested for the 48-page leaflet.",
        "The 11 September attacks killed many.",
        "In total 33 seats are open, with 23 held by the Greens.",
        "Two workers admitted using the drill.",
        "The board sent 1,000 bottles.",
        "At 21.00 the line went dead.",
        "The quake of magnitude 7.1 injured many.",
    ],
)
def test_numbers_beside_measure_words_are_not_always_figures(figures: Read, text: str) -> None:
    assert said(figures(text)) == []


def test_contingents_are_told_apart_by_country(figures: Read) -> None:
    found = figures("Denmark is sending 40 rescuers, Norway 25.")
    assert [(f.words, f.figure.detail) for f in found] == [("40", "Denmark"), ("25", "Norway")]


def test_own_and_foreign_soldiers_are_told_apart(figures: Read) -> None:
    text = "Chad buried its dead on Monday. In Chad, at the border of Chad, two Danish soldiers and 12 soldiers were killed."
    assert [f.figure.group for f in figures(text)] == ["troops", "security"]


def test_a_row_of_different_groups_hands_on_none(figures: Read) -> None:
    found = figures("Fifteen farmers, three soldiers killed; 40 wounded")
    assert [f.figure.group for f in found] == ["people", "security", "people"]
