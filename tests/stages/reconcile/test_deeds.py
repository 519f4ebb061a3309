import pytest

from sayso.stages.reconcile.deeds import actions_in

LEAVE = "troops or police given leave to shoot"


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("The council put the valley under a state of emergency.", ["state of emergency"]),
        ("Mobile internet was cut across the city overnight.", ["internet or phone networks cut"]),
        ("The airport of Northport has been closed until further notice.", ["airport closed"]),
        ("The curfew was lifted on Friday.", ["curfew lifted"]),
        ("The state of emergency was prolonged by a month.", ["state of emergency: extended"]),
        ("The ministry told banks to close their branches at noon.", ["banks closed"]),
        ("Bordurland has reopened its border to lorries.", ["border reopened"]),
        ("All sailings to the outer islands are suspended.", ["ferries or ships stopped"]),
        ("The search for the two climbers was called off at dusk.", ["search called off"]),
        ("Water was cut to half of the town.", ["power, water or gas cut"]),
        ("Villagers were told to leave their homes.", ["evacuation ordered"]),
        ("The council put a cap on the price of bread.", ["price control"]),
        ("The patrols got permission to use firearms if anybody attacks them.", [LEAVE]),
        ("The convoy could stay for a month and is allowed to use live ammunition.", [LEAVE]),
        ("The sanctions against Syldavia were lifted.", ["sanctions lifted"]),
        ("Families were told to stay indoors.", ["people told to stay indoors"]),
        ("The president sacked the cabinet.", ["government dismissed"]),
        ("The alert level was raised to orange.", ["alert level raised"]),
        ("Both sides agreed a truce.", ["ceasefire"]),
        ("Syldavia appealed for international help.", ["appeal for aid"]),
        ("Airports, ports and borders were closed.", ["airport closed", "port closed", "border closed"]),
        ("Phone lines were restored on Monday, after they and the internet were cut.", ["internet or phone networks restored", "internet or phone networks cut"]),
    ],
)  # fmt: skip
def test_a_measure_is_told_from_its_words(sentence: str, labels: list[str]) -> None:
    assert sorted(actions_in(sentence)) == sorted(labels)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor called for a state of emergency.",
        "The curfew will be lifted on Friday.",
        "There is no curfew in the town.",
        "Schools have not been closed.",
        "The union demanded that the border be closed.",
        "If the schools are closed, parents will need help.",
        "He looked at the internet and had coffee.",
        "Flights of stairs lead to the halted clock of the town.",
        "The fire began in the port and was stopped by rain.",
        "Prices ended higher after a quiet week.",
        "The army has extended its bases in the hills.",
        "Schools are expected to reopen in autumn.",
        "Many were too frightened to stay indoors.",
        "The widow wants a public inquiry.",
    ],
)
def test_a_wish_a_plan_and_other_senses_are_no_measure(sentence: str) -> None:
    assert actions_in(sentence) == []


def test_a_place_where_something_else_is_done_is_not_what_it_is_done_to() -> None:
    assert actions_in("Two lines suspended flights to the airport.") == ["flights or trains stopped"]
