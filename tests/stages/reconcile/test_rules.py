import pytest

from sayso.errors import UsageError
from sayso.model.question import Question, Variant
from sayso.stages.reconcile import RULES, pick
from sayso.stages.reconcile.rules import with_pick


def variant(low: int, high: int | None, **known: object) -> Variant:
    filled = {"qualifier": "exact", "status": "current", "origins": 1, "origins_max": 1, **known}
    return Variant(
        low=low, high=high, sources=(), reports=(), claims=(), first_reported=None, **{"as_of": None, **filled}
    )


TOLL = Question(
    id="q",
    measure="killed",
    group="people",
    scope="whole event",
    disputed=True,
    summary="",
    variants=(
        variant(40, 40, status="withdrawn"),
        variant(20, 99, qualifier="vague", as_of="2031-03-01"),
        variant(14, 14, status="disputed", origins=3, as_of="2031-03-02"),
        variant(17, None, qualifier="at_least", status="disputed", as_of="2031-03-03"),
    ),
)


@pytest.mark.parametrize(
    ("rule", "value"),
    [("lowest", 14), ("highest", 99), ("most-recent", 17), ("most-origins", 14), ("acled", 12)],
)
def test_each_rule_of_the_field_picks_its_own_value_of_those_that_stand(rule: str, value: float) -> None:
    picked = pick(TOLL, rule)
    assert picked is not None
    assert picked.value == value


def test_the_default_picks_nothing() -> None:
    assert pick(TOLL) is None


def test_an_unknown_rule_is_refused_with_the_names_of_all_others() -> None:
    with pytest.raises(UsageError, match=", ".join(RULES)):
        pick(TOLL, "median")


def test_a_pick_stands_beside_the_variants_and_changes_none() -> None:
    picked = with_pick(TOLL, "lowest")
    assert picked.picked is not None
    assert (picked.picked.rule, picked.picked.value) == ("lowest", 14)
    assert picked.variants == TOLL.variants
