import pytest

from evals.singulars import counted_singly


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Word.\n\nA cook and his two sons drowned.", "Word.\n\nOne cook and his two sons drowned."),
        ("Word.\n\nHe lost his wife, son and brother.", "Word.\n\nHe lost one wife, one son and one brother."),
        ("Waiter, boy drown at mill\n\nA storm rose.", "one Waiter, one boy drown at mill\n\nA storm rose."),
        ("Word.\n\nAda Vale, 44, was drowned.", "Word.\n\nOne person was drowned."),
        ("Word.\n\nIt killed her and two others.", "Word.\n\nIt killed one person and two others."),
        ("Word.\n\nHis parents drowned.", "Word.\n\nTwo people drowned."),
        ("Word.\n\nThe triple murder stunned Vale.", "Word.\n\nThe killing of three people stunned Vale."),
        ("Word.\n\nA 3-year-old was pulled out.", "Word.\n\nOne person was pulled out."),
        ("Word.\n\nThe boy swam. A boat sank.", "Word.\n\nThe boy swam. A boat sank."),
    ],
)
def test_who_is_told_of_singly_counts_as_one(text: str, expected: str) -> None:
    assert counted_singly(text)[0] == expected


def test_the_counts_put_in_are_known_by_their_places() -> None:
    text, places = counted_singly("Word.\n\nA cook and a waiter drowned; Bo Vale, 19, swam. A double murder.")
    assert sorted(text[place : place + 3].lower() for place in places) == ["one", "one", "one", "two"]
