"""Whose count it is: forces abroad, members and families, ages and hours that count nobody."""

from collections.abc import Callable

import pytest

from sayso.stages.extract.found import FoundFigure

Read = Callable[[str], list[FoundFigure]]


@pytest.mark.parametrize(
    "text",
    [
        "The landslip hit at 1921 (1821 GMT) on Monday, the survey said.",
        "A wave struck Skerry island, home to 45,000 people, at dawn.",
        "Dozens were hurt in the gale. It shut schools as well as nine bridges, two of which fell.",
        '"A boy with a cut was taken to hospital," one woman in Skerry told us.',
        "Orla Fenn, three, was shot in the arm.",
        "Fenn (w/m, 46) was arrested and charged.",
    ],
)
def test_hours_ages_inhabitants_and_witnesses_are_no_count(figures: Read, text: str) -> None:
    assert [f.words for f in figures(text) if f.words != "Dozens"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Skerry, three, including a boy, were killed.", [("three", "killed")]),
        ("The union counted 81 dead in Skerry compared to 53 in Fenn.", [("81", "killed"), ("53", "killed")]),
        ("No security forces died in the raid.", [("No", "killed")]),
        (
            "The fire killed more than 40 people, including a whole family of six children.",
            [("40", "killed"), ("six", "killed")],
        ),
        (
            "Nine of one family, four girls aged from two to 13, three uncles and two aunts, were killed.",
            [("Nine", "killed"), ("four", "killed"), ("three", "killed"), ("two", "killed")],
        ),
        ("Four rowers were hurt. One seems to have been stabbed.", [("Four", "injured"), ("One", "injured")]),
        ("Two key suspects have been handed over to Ruritania for trial.", [("Two", "detained")]),
        (
            "Nine of its divers are trapped and presumed dead, with another 14 unaccounted for.",
            [("Nine", "killed"), ("14", "missing")],
        ),
    ],
)
def test_what_is_left_out_is_taken_from_the_count_beside(
    figures: Read, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(f.words, f.figure.measure) for f in figures(text)] == expected


def test_a_doubt_holds_for_its_own_count(figures: Read) -> None:
    dead, missing = figures("Nine of its divers are trapped and presumed dead, with another 14 unaccounted for.")
    assert (dead.figure.stance, missing.figure.stance) == ("uncertain", "asserted")


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("A storm hit Kenya. At least 17 members of the peacekeeping force drowned in Kenya.", ["troops"]),
        ("A storm hit Kenya. Around 600 Sri Lankan police personnel patrol in Kenya.", ["troops"]),
        ("A storm hit Kenya. Norway keeps 90 army personnel with the UN in Kenya.", ["troops"]),
        ("A storm hit Haiti. Two South Korean guests were hurt in Haiti.", ["foreigners"]),
        ("A shell hit a shed used by the guards, killing four of them.", ["security"]),
        ("In Kenya three Danish peacekeepers were killed and nine others hurt.", ["troops", "troops"]),
        ("The navy jailed 14 Danish and Swedish brigands.", ["attackers"]),
        ("Nine peacekeepers died and another 12 are unaccounted for.", ["troops", "troops"]),
    ],
)
def test_forces_abroad_are_troops_and_two_adjectives_have_one_noun(figures: Read, text: str, groups: list[str]) -> None:
    assert [f.figure.group for f in figures(text)] == groups


def test_a_bound_reaches_a_clause_that_leaves_its_verb_out(figures: Read) -> None:
    found = figures("At least nine people were killed, 350 others injured and 60 homes destroyed.")
    assert [(f.figure.low, f.figure.high) for f in found] == [(9, None), (350, None)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police are holding 14 men. Three of them were released.", ["14"]),
        ("The court jailed nine men. Four were acquitted.", ["nine"]),
        ("More than 15,000 residents were told to leave. About 300 refused.", ["15,000"]),
        ("Five members of a family of nine were killed.", ["Five"]),
        ("The suburb, where 30,000 people live, was hit by a shell that killed six.", ["six"]),
        ("A woman, 31, and her son, five, were found dead with two guards.", ["two"]),
    ],
)
def test_who_is_free_again_or_only_dwells_there_is_not_counted(figures: Read, text: str, words: list[str]) -> None:
    assert [f.words for f in figures(text)] == words


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Raiders fired on a patrol, killing three of its members.", ["security"]),
        ("A bomb hit a bus carrying guards, killing nine.", ["security"]),
        ("Troops killed one man and wounded two more, one of them a boy.", ["people", "people", "children"]),
        ("About 400 ethnic Danes burned flags during a protest.", ["protesters"]),
        ("At least 300 students chanted slogans, and dozens of them hurled stones.", ["protesters", "protesters"]),
    ],
)
def test_a_part_is_of_the_body_or_crowd_it_is_taken_from(figures: Read, text: str, groups: list[str]) -> None:
    assert [f.figure.group for f in figures(text)] == groups


def test_withdrawing_people_takes_no_figure_back(figures: Read) -> None:
    found = figures("Ruritania has 900 troops in Mali and plans to withdraw 300 of them.")
    assert [f.figure.stance for f in found] == ["asserted", "asserted"]
