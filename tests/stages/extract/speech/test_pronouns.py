import pytest

from sayso.language.parser import Parser
from sayso.model.passage import Passage
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.stages.extract.speech import Speech, plan_speech, read_speech

PARSER = Parser()


def read(text: str) -> Speech:
    passages = (Passage(kind="body", span=Span(0, len(text))),)
    plan = plan_speech(Reading(report=Report.of(id="r1", text=text), passages=passages))
    return read_speech(plan, PARSER.parse(plan.wanted))


def speaker(text: str, words: str) -> str | None:
    start = text.index(words)
    found = read(text).attribution_of(Span(start, start + len(words)))
    return found.source if found else None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Governor Oleg Brand met Mayor Ana Orsk at the pier. “We will help,” he said.", "We will help", "Oleg Brand"),
        ("Mayor Ana Orsk’s brother, Ivo Lund, said the pier was lost. “We ran,” he said.", "We ran", "Ivo Lund"),
        ("“We hear them,” said a spokeswoman for the Harbour Board, Ana Orsk.", "We hear them", "Ana Orsk"),
        (
            "One of the divers, Ivo Lund, saw the hull. Another, Oleg Brand, said: “There was more below.”",
            "There was more below",
            "Oleg Brand",
        ),
        (
            (
                "“The quay is closed,” harbour master Oleg Brand said.\n\nEngineer Ivo Lund climbed down at dawn. He took a lamp"
                " and two ropes along, as he always does before he enters a wreck.\n\nHe found the bow door open and swam"
                " round the stern, where the water was clear enough to see the chain and the anchor lying in the mud. "
                "He worked without a rest until the tide turned and the boat came back for him in the late afternoon.\n\n"
                "He said the chain was cut."
            ),
            "the chain was cut",
            "Ivo Lund",
        ),
        (
            (
                "Porters like Ivo Lund had no contract. “They were sent home,” historian Oleg Brand said. Men like Ivo Lund"
                " went to sea. “Few came back,” he said."
            ),
            "Few came back",
            "Oleg Brand",
        ),
        (
            "“We are ready,” engineer Ivo Lund said. Asked what he would tell Mayor Oleg Brand, he said the sea was rough.",
            "the sea was rough",
            "Ivo Lund",
        ),
        (
            (
                "Mayor Lena Orsk opened the fair. “It is safe,” harbour master Ana Brook said.\n\nThe mayor walked along the"
                " quay on Monday. “We will rebuild,” she said."
            ),
            "We will rebuild",
            "Lena Orsk",
        ),
        (
            (
                "“The lock is old,” engineer Oleg Brand said.\n\nIvo Lund — a surgeon of thirty years — came at noon. “I was"
                " not surprised,” he said."
            ),
            "I was not surprised",
            "Ivo Lund",
        ),
    ],
    ids=[
        "first of two at the head",
        "owner before a name",
        "name behind her body",
        "another with a name",
        "carried on by pronouns",
        "like is no subject",
        "told is no subject",
        "an office",
        "apposition in dashes",
    ],
)
def test_whom_a_pronoun_means(text: str, words: str, name: str) -> None:
    assert (speaker(text, words) or "").removeprefix("the mayor ").endswith(name)


def test_an_object_pronoun_is_not_its_own_subject() -> None:
    text = (
        "Captain Robin Lund pulled her from the water. “The boat was full,” engineer Ana Brook said. Lund reached the pier at"
        " ten. He said the mast broke."
    )
    assert speaker(text, "the mast broke") == "Robin Lund"


@pytest.mark.parametrize(
    "text",
    [
        "“The chain was cut,” said a resident who had walked down to the pier and gave just his first name, Ivo.",
        "A shopkeeper who identified himself as Ivo said the chain was cut.",
        "A witness named Ivo said the chain was cut.",
        "The owner of the boat, who gave his name as Ivo, said the chain was cut.",
    ],
)
def test_who_gives_a_name_is_called_by_it(text: str) -> None:
    assert speaker(text, "chain was cut") == "Ivo"


def test_a_name_in_another_sentence_is_nobodys_own() -> None:
    text = "A resident said the chain was cut. A porter who gave only the name Ivo was mending a net."
    assert speaker(text, "chain was cut") == "resident"


@pytest.mark.parametrize("words", ["Her office", "Her lawyers", "Ms Orsk’s office"])
def test_what_is_somebodys_is_called_after_its_owner(words: str) -> None:
    text = f"Mayor Lena Orsk said the quay would stay shut. {words} later said that 9 berths were lost."
    whose = speaker(text, "9")
    assert whose == f"Lena Orsk’s {words.rsplit(maxsplit=1)[-1]}"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mayor said the quay was full. Divers went down at dawn. They said 9 boats had sunk.", "mayor"),
        ("The mayor said the quay was full. Rescuers went down at dawn. They said 9 boats had sunk.", "Rescuers"),
        (
            "The mayor said the quay was full. Local residents were sent home, and they said 9 boats had sunk.",
            "Local residents",
        ),
        ("Nurses at the clinic said the quay was full. They said 9 boats had sunk.", "Nurses at the clinic"),
        ("Rescuers went down at dawn. The mayor said the quay was full. She said 9 boats had sunk.", "mayor"),
        ("A nurse said the quay was full. Authorities blame thieves, who they say took 9 boats.", "Authorities"),
        ("LOWMERE (QWN) - Police search the quay after they said 9 boats had sunk.", "Police"),
        ("The mayor said the quay was full. When rescuers went down, they said 9 boats had sunk.", "rescuers"),
        ("Divers said the quay was full. More than 40 people were sent home. They said 9 boats had sunk.", "Divers"),
    ],
    ids=[
        "no group",
        "a group heads a sentence",
        "in the same sentence",
        "a group spoke",
        "she is no group",
        "a group accuses another",
        "behind a dateline",
        "heads a clause",
        "are only counted",
    ],
)
def test_they_are_the_group_that_headed_the_sentence_before(text: str, source: str) -> None:
    assert speaker(text, "9 boats") == source


def test_who_has_two_names_and_does_something_is_a_person() -> None:
    text = "“The lock is old,” engineer Oleg Brand said.\n\nDown the road, Ivo Lund also waited. “I was not told,” he said."
    assert speaker(text, "I was not told") == "Ivo Lund"
