import pytest

from tests.stages.extract.speech.test_pronouns import speaker


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("At least 16 people died, according to the latest count of the health ministry.", "16", "health ministry"),
        ("Some 16 people died, according to figures from the coast guard.", "16", "coast guard"),
        ("Some 16 people died, according to a statement by the harbour police.", "16", "harbour police"),
        ("Some 16 people died, according to data released by the interior ministry.", "16", "interior ministry"),
        ("The latest figures released by the health ministry put the dead at 16.", "16", "health ministry"),
        ("Some 16 people died, according to the latest count.", "16", "latest count"),
    ],
)
def test_an_account_is_its_owners(text: str, words: str, source: str) -> None:
    assert speaker(text, words) == source


@pytest.mark.parametrize(
    "sentence",
    ["She added that 9 were hurt.", "The mayor went on to say that 9 were hurt.", "She also put the injured at 9."],
)
def test_what_somebody_goes_on_to_say_two_sentences_on_is_theirs(sentence: str) -> None:
    text = f"The mayor, Lena Orsk, said the crane fell at noon. The quay was full of carts. {sentence}"
    assert (speaker(text, "9") or "").endswith("Lena Orsk")


def test_a_statement_that_goes_on_is_its_authors() -> None:
    text = (
        "The army said in a statement that two bridges were lost. Rain fell. The statement went on to list 9 wounded."
    )
    assert speaker(text, "9") == "army"


def test_what_somebody_wants_to_say_is_not_said() -> None:
    assert speaker("The mayor wanted to say that 9 were hurt.", "9") is None


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("Police said 16 people had drowned, the hospital 19.", "19", "hospital"),
        ("The coast guard had 16 dead and the mayor 19.", "19", "mayor"),
        ("The army put the dead at 16, the health ministry at 19.", "19", "health ministry"),
        ("The army puts the toll at 16 dead and 31 wounded.", "31", "army"),
        ("According to the army, 16 sailors drowned; according to the mayor, 19 did.", "16", "army"),
        ("The storm killed 16 sailors, police 3.", "3", None),
    ],
)
def test_a_number_is_its_givers_where_the_verb_is_left_out(text: str, words: str, source: str | None) -> None:
    assert speaker(text, words) == source
