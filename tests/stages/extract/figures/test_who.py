from collections.abc import Callable

import pytest

from sayso.stages.extract.found import FoundFigure

Read = Callable[[str], list[FoundFigure]]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Eight police officers were killed and 240 hurt.", ["security", "security"]),
        ("Nine members of the coast guard were killed.", ["security"]),
        ("Police killed six armed men.", ["attackers"]),
        ("Thousands of protesters were arrested.", ["protesters"]),
        ("Three children and a nurse were injured.", ["children"]),
        ("Fire killed 12, eight of them children.", ["people", "children"]),
        ("Five foreign tourists were injured.", ["foreigners"]),
        ("Two firefighters were hurt.", ["responders"]),
        ("About 1,200 troops have arrived.", ["troops"]),
        ("Some 4,000 people marched on the town hall.", ["protesters"]),
        ("The coast guard gave its own losses as nine dead.", ["security"]),
    ],
)
def test_the_group_is_that_of_the_noun_or_of_those_named_before(figures: Read, text: str, groups: list[str]) -> None:
    assert [f.figure.group for f in figures(text)] == groups


def test_the_noun_phrase_is_kept_as_written(figures: Read) -> None:
    (found,) = figures("More than 30 policemen and coast guards were killed.")
    assert found.figure.group_text == "policemen and coast guards"
    assert found.words == "30"


def test_a_part_points_to_its_whole_and_an_addition_says_so(figures: Read) -> None:
    whole, part = figures("Eleven guards were killed, three of them beheaded.")
    assert whole.figure.part_of is None
    assert part.figure.part_of is not None
    assert part.figure.detail == "beheaded"
    (added,) = figures("Another 12 bodies were found.")
    assert added.figure.delta
    assert not whole.figure.delta


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Dozens are feared dead.", "uncertain"),
        ("As many as 40 people may have died.", "uncertain"),
        ("Twelve people were reportedly killed.", "asserted"),
        ("The army denied that 28 of its men had been killed.", "denied"),
        ("Reports that 36 people were killed are false.", "denied"),
        ("Twelve people were killed.", "asserted"),
        ("The death toll could rise above 100.", "uncertain"),
        ("There are 12 dead, and the toll could rise.", "asserted"),
        ("Police could not confirm reports that 15 people had been killed.", "uncertain"),
        ("Unconfirmed reports speak of 60 dead.", "uncertain"),
        ("The ministry withdrew its figure of 200 dead.", "denied"),
        ("It spoke of 36 dead. That was a mistake.", "denied"),
        ("The city admitted a mistake and cut the death toll to 16.", "asserted"),
        ("The raid killed two men whom nobody dares to deny a grave.", "asserted"),
    ],
)
def test_the_stance_follows_the_words_that_govern_the_figure(figures: Read, text: str, stance: str) -> None:
    assert [f.figure.stance for f in figures(text)] == [stance]


def test_a_list_of_parts_points_to_the_whole_and_keeps_its_own_bounds(figures: Read) -> None:
    found = figures("As many as 23 people, including 9 women and 4 children, were killed.")
    assert [(f.words, f.figure.low, f.figure.high) for f in found] == [("23", 0, 23), ("9", 9, 9), ("4", 4, 4)]
    assert found[0].figure.part_of is None
    assert found[1].figure.part_of == found[2].figure.part_of
    assert found[1].figure.part_of is not None
