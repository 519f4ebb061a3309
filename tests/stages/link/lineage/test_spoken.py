import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.stages.link.lineage.distortion.spoken import altered

SAID = "The pumps are still running and we do not expect the lower dam to break tonight."


@pytest.mark.parametrize(
    ("copy", "told"),
    [
        (SAID.replace("lower", "upper"), ("lower", "upper")),
        (SAID.replace("pumps", "looters"), ("pumps", "looters")),
        (SAID.replace("do not", "do"), ("not",)),
        (SAID.replace("do not", "don't").replace("are still", "are never"), ("never",)),
        (SAID.replace("are still", "are not"), ("not",)),
        (SAID.replace("are still", "are not").replace("do not", "do"), ("not",)),
        (SAID.replace("running and", "running but nobody is paid and"), ("nobody",)),
    ],
)
def test_another_word_or_a_not_more_or_less_alters_a_quotation(copy: str, told: tuple[str, ...]) -> None:
    found = altered(copy, SAID)
    assert found is not None
    assert all(f"“{word}”" in found for word in told)


@pytest.mark.parametrize(
    "copy",
    [
        SAID,
        SAID.replace("do not", "don’t"),
        SAID.replace("running", "runnnig").replace("expect", "exspect"),
        SAID.replace("tonight", "to-night"),
        SAID.replace("the lower dam", "[the Ostrel barrage]"),
        SAID.replace("still ", ""),
        "we do not expect the lower dam to break",
        SAID.replace("running and we do not", "running, and tonight we do not"),
        "The pumps work on. Nobody here thinks that it gives way before the morning.",
        "We shall see.",
    ],
)
def test_cuts_glosses_spellings_and_translations_alter_nothing(copy: str) -> None:
    assert altered(copy, SAID) is None


def test_a_not_said_in_another_way_is_no_contrary() -> None:
    assert altered("Our crews failed to reach the old mill", "Our crews did not reach the old mill") is None
    assert altered("The bridge is unsafe for any lorry", "The bridge is not safe for any lorry") is None


def test_of_a_translation_only_a_not_is_told() -> None:
    assert altered(SAID.replace("lower", "upper"), SAID, worded=False) is None
    assert altered(SAID.replace("do not", "do"), SAID, worded=False)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared_and_no_text_alters_itself(one: str, other: str) -> None:
    altered(one, other)
    assert altered(one, one) is None
