from sayso.stages.extract.figures import plan_figures, read_figures
from tests.stages.extract.figures.conftest import reading


def other(text: str) -> list[tuple[str, str | None]]:
    found = read_figures(plan_figures(reading(text)), {})
    return [(f.words, f.figure.unit) for f in found if f.figure.measure == "other"]


def test_other_quantities_keep_their_unit() -> None:
    assert other("The fire destroyed 40 houses and cost $3 million over 12 days.") == [
        ("40", "houses"),
        ("3 million", "$"),
        ("12", "days"),
    ]


def test_people_of_no_measure_are_quantities_of_their_own() -> None:
    assert other("The club has 230 members.") == [("230", "members")]


def test_days_years_hours_and_ages_are_no_quantities() -> None:
    assert other("On 6 May 2011 at 8 pm Vale, 52, left.") == []
