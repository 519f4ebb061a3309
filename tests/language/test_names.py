from hypothesis import given
from hypothesis import strategies as st

from sayso.language.names import acronym_of, like_names, name_runs, strip_article


def names(text: str) -> list[tuple[str, bool]]:
    return [(run.name.of(text), run.person) for run in name_runs(text)]


def test_titles_are_no_part_of_a_name() -> None:
    text = "Deputy Health Minister Paul Vale met Gen. A. J. Brook."
    assert names(text) == [("Paul Vale", True), ("A. J. Brook", True)]
    assert [run.titles for run in name_runs(text)] == [("deputy", "health", "minister"), ("gen",)]


def test_bodies_are_told_from_persons() -> None:
    assert names("Anna Brook left the Harbour Rescue Service for the Ministry of Ports.") == [
        ("Anna Brook", True),
        ("Harbour Rescue Service", False),
        ("Ministry of Ports", False),
    ]


def test_a_name_ends_with_its_sentence() -> None:
    assert names("We met Anna Brook. Paul left.") == [("Anna Brook", True), ("Paul", True)]


def test_short_names_and_initials_are_like_the_full_name() -> None:
    assert like_names("Anna Brook", "Brook")
    assert like_names("A. Brook", "Anna Brook")
    assert not like_names("Paul Brook", "Anna Brook")
    assert not like_names("Anna Brook", "Anna Vale")


def test_acronyms_are_made_of_the_capitals() -> None:
    assert acronym_of("Board of Harbour Safety") == "BHS"


def test_articles_go() -> None:
    assert strip_article("the mayor’s office") == "mayor’s office"


@given(st.text(alphabet="ABab .’'-of\n", max_size=80))
def test_runs_lie_in_the_text_and_hold_their_names(text: str) -> None:
    assert all(run.span.holds(run.name) and run.name.of(text) for run in name_runs(text))


def test_a_person_behind_an_owner_has_a_name_of_their_own() -> None:
    text = "It was Channel Nine's Anna Brook who said it to Velm's Interior Ministry."
    assert [" ".join(run.words) for run in name_runs(text)] == [
        "Channel Nine",
        "Anna Brook",
        "Velm's Interior Ministry",
    ]


def test_an_article_with_a_capital_ends_a_name() -> None:
    assert [run.words for run in name_runs("to Port Velm The Ostland navy")] == [("Port", "Velm"), ("Ostland",)]
