from collections.abc import Callable

import pytest

from sayso.stages.extract.found import FoundFigure

Read = Callable[[str], list[FoundFigure]]


def said(found: list[FoundFigure]) -> str:
    return ", ".join(f"{f.words} {f.figure.measure}" for f in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # verbs, active and passive
        ("The blast killed 18 people and wounded 30.", "18 killed, 30 injured"),
        ("Eighteen people were killed and 30 wounded.", "Eighteen killed, 30 injured"),
        ("A bomb tore through the market, killing at least 18 people.", "18 killed"),
        ("Twelve villagers died when the dam broke.", "Twelve killed"),
        ("Police detained 200 people overnight.", "200 detained"),
        ("Two gunmen killed a policeman.", "Two crowd"),
        # nouns and adjectives
        ("The quake left 18 dead and 40 injured.", "18 killed, 40 injured"),
        ("The flood claimed 18 lives.", "18 killed"),
        ("The fire cost 164 people their lives.", "164 killed"),
        ("There were 12 deaths and 44 arrests.", "12 killed, 44 detained"),
        ("Ferry sinks: 30 dead, 112 missing", "30 killed, 112 missing"),
        # tallies
        ("The death toll rose to 225.", "225 killed"),
        ("The death toll from the quake in the north stands at 225.", "225 killed"),
        ("The strike brought the number of dead to 31.", "31 killed"),
        ("The number of people detained has reached 4,404.", "4,404 detained"),
        ("The death toll rose from 103 to 164.", "103 killed, 164 killed"),
        # coordination, ellipsis, gapping
        ("The militia killed 26 rebels and 16 soldiers.", "26 killed, 16 killed"),
        ("Twenty-six rebels and 16 members of the security forces were killed.", "Twenty-six killed, 16 killed"),
        ("Norland is sending 70 soldiers, Eastmark 200 and Westmark 150.", "70 deployed, 200 deployed, 150 deployed"),
        ("About 400 were in hospital, 62 of them in intensive care.", "400 hospitalised, 62 hospitalised"),
        ("Eighteen officers were killed, two of them beheaded.", "Eighteen killed, two killed"),
        ("At least 20 people died. Among them were three children.", "20 killed, three killed"),
        # states and the rest of the measures
        ("Nine people are still missing.", "Nine missing"),
        ("Some 4,000 people fled their homes.", "4,000 displaced"),
        ("Rescuers pulled 14 people alive from the rubble.", "14 rescued"),
        ("About 5,000 people marched through the capital.", "5,000 crowd"),
        ("More than 60 firefighters tackled the blaze.", "60 deployed"),
        ("Seven people were taken to hospital.", "Seven hospitalised"),
        ("Dozens of assailants were shot dead.", "Dozens killed"),
    ],
)
def test_the_measure_is_found_in_all_its_grammar(figures: Read, text: str, expected: str) -> None:
    assert said(figures(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In 2011 the party won 40 seats.",
        "The man, 52, was killed.",
        "A 24-year-old woman was injured.",
        "The attack on Jan 6 killed a guard.",
        "Two cars and five buildings were destroyed; 30 vehicles were hit.",
        "It was one of the deadliest attacks in years.",
        "The trial of 12 days ended after the $300 fine.",
        "He was held for 15 days.",
        "Flight 93 went missing 40 kilometres off the coast.",
        "Six people familiar with the matter spoke to us.",
        "The fighting died down, two residents said.",
    ],
)
def test_what_counts_no_people_of_a_measure_is_no_figure(figures: Read, text: str) -> None:
    assert said(figures(text)) == ""


def test_a_bare_number_takes_the_topic_of_its_paragraph(figures: Read) -> None:
    text = "The number of people in custody is disputed. The ministry had 9,900 on Tuesday; the agency has 10,000."
    assert said(figures(text)) == "9,900 detained, 10,000 detained"
    assert said(figures("The ministry had 9,900 on Tuesday.")) == ""
