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
        ("The fire cost 47 people their lives.", "47 killed"),
        ("There were 12 deaths and 44 arrests.", "12 killed, 44 detained"),
        ("Ferry sinks: 30 dead, 112 missing", "30 killed, 112 missing"),
        # tallies
        ("The death toll rose to 240.", "240 killed"),
        ("The death toll of the mudslide above the mill stands at 240.", "240 killed"),
        ("The strike brought the number of dead to 31.", "31 killed"),
        ("The number of strikers detained has reached 3,150.", "3,150 detained"),
        ("The death toll rose from 12 to 19.", "12 killed, 19 killed"),
        # coordination, ellipsis, gapping
        ("The militia killed seven rebels and five soldiers.", "seven killed, five killed"),
        ("Twenty-nine rebels and five members of the coast guard were killed.", "Twenty-nine killed, five killed"),
        ("Norland will send 90 soldiers, Eastmark 350 and Westmark 120.", "90 deployed, 350 deployed, 120 deployed"),
        ("About 90 were in hospital, 12 of them in intensive care.", "90 hospitalised, 12 hospitalised"),
        ("Eleven guards were killed, three of them beheaded.", "Eleven killed, three killed"),
        ("At least 20 people died. Among them were three children.", "20 killed, three killed"),
        # states, and what is left of the measures
        ("Nine divers are still missing.", "Nine missing"),
        ("Some 4,000 people fled their homes.", "4,000 displaced"),
        ("Rescuers pulled 14 people alive from the rubble.", "14 rescued"),
        ("Roughly 700 people marched up the hill.", "700 crowd"),
        ("More than 60 firefighters tackled the blaze.", "60 deployed"),
        ("Seven bakers were taken to hospital.", "Seven hospitalised"),
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
        "A 24-year-old weaver was injured.",
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
    text = "How many are in custody is disputed. The ministry had 640 at noon; the agency has 700."
    assert said(figures(text)) == "640 detained, 700 detained"
    assert said(figures("The ministry had 640 at noon.")) == ""
