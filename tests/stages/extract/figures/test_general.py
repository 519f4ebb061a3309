"""The grammar of crisis news at large: who is counted, what has befallen them, and what is no figure."""

from collections.abc import Callable

import pytest

from sayso.stages.extract.found import FoundFigure

Read = Callable[[str], list[FoundFigure]]


def said(found: list[FoundFigure]) -> str:
    return ", ".join(f"{f.words} {f.figure.measure} {f.figure.group}" for f in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mission named 12 peacekeeping soldiers who had died.", "12 killed troops"),
        ("Six peacekeepers and a cook are among those who died.", "Six killed troops"),
        ("Two Western journalists were killed.", "Two killed foreigners"),
        (
            "Hundreds of youths were marching. Later four youths were killed.",
            "Hundreds crowd protesters, four killed protesters",
        ),
        ("Thousands of mourners packed the square and chanted.", "Thousands crowd people"),
        ("Nearly 700 people took to the streets to mourn a weaver.", "700 crowd people"),
        ("Two men got off a ferry and opened fire, police say.", "Two crowd attackers"),
        ("Some 80 soldiers and police were killed upriver.", "80 killed security"),
        ("Our reporter saw seven bodies. Two of them were firefighters.", "seven killed people, Two killed responders"),
        ("About 200 students staged a sit-in.", "200 crowd protesters"),
        (
            "Two Western reporters were hurt. The bodies of two more reporters lay on the quay.",
            "Two injured foreigners, two killed foreigners",
        ),
        ("Some 20 militants, including two commanders, were killed.", "20 killed attackers, two killed attackers"),
        ("Some 200 residents and police officers were hurt.", "200 injured people"),
        ("About 50 youths threw stones at officers.", "50 crowd protesters"),
        ("About 100 people held a vigil outside the court.", "100 crowd people"),
        ("Eleven of the 40 dead were children.", "Eleven killed children, 40 killed people"),
        (
            "Nine people, including three firefighters, were killed and 61 were injured.",
            "Nine killed people, three killed responders, 61 injured people",
        ),
    ],
)
def test_tells_who_is_counted_by_noun_deed_and_row(text: str, expected: str, figures: Read) -> None:
    assert said(figures(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Sunday 700 people were buried in mass graves.", "700 killed people"),
        ("Twelve of the 31 injured remained in hospital.", "Twelve hospitalised people, 31 injured people"),
        ("Boats brought 120 people to safety.", "120 rescued people"),
        ("The navy picked up 85 migrants from a dinghy.", "85 rescued people"),
        ("Two other people suffered minor injuries.", "Two injured people"),
        ("Some 200 soldiers crossed the border.", "200 deployed security"),
        ("Some of the 40 people who died were children.", "40 killed people"),
        ("Many of the 900 people living in tents are ill.", "900 displaced people"),
        ("Two refugees were killed.", "Two killed people"),
        ("Some 30 prisoners died in the fire.", "30 killed people"),
        ("Just six of the 44 passengers survived.", "six rescued people"),
        ("By noon five of the six victims were treated and sent home.", "five hospitalised people"),
        ("Three people were struck by gunfire.", "Three injured people"),
        ("The bomber struck as some 400 worshippers were at prayer.", "400 crowd people"),
        ("About 40 people were buried under the mud.", "40 missing people"),
        ("Some 800 people now live in makeshift camps.", "800 displaced people"),
        ("It put the number of people moved out of the district at about 2,500.", "2,500 displaced people"),
        ("A ferry transported six people with burns to the hospital.", "six hospitalised people"),
        (
            "Five of the passengers are stable; one is in critical condition.",
            "Five hospitalised people, one hospitalised people",
        ),
        ("Three people were shot late on Friday, one fatally.", "Three injured people, one killed people"),
        ("About 60 people stood in the parking lot below the mill.", "60 crowd people"),
        ("A 40-strong team of firefighters flew out.", "40 deployed responders"),
        ("Some 50 staff of the 900-strong peacekeeping mission are missing.", "50 missing people, 900 deployed troops"),
    ],
)
def test_tells_what_has_befallen_them(text: str, expected: str, figures: Read) -> None:
    assert said(figures(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "If hundreds had died, the world would have heard of it.",
        "The old wall would have killed dozens.",
        "The town seeks a hall able to accommodate 300 survivors.",
        "Who knows more about the arrest may ring 1-800-555-0199.",
        "A diver and a cook, both 33, were found dead.",
        "The weaver, who is 71, lies gravely hurt.",
        "The mill is one of the few that survived.",
        '"One rescue can take a day," the chief said.',
        '"Troops are gathering," said one refugee.',
    ],
)
def test_takes_what_has_not_happened_and_what_counts_nobody_for_no_figure(text: str, figures: Read) -> None:
    assert said(figures(text)) == ""


@pytest.mark.parametrize(
    ("text", "delta"),
    [
        ("The toll stands at 40. Two people died of their burns on Thursday.", [False, True]),
        ("Nine people are missing. Rescuers say 12 more people are missing upstream.", [False, True]),
        ("The blast killed two people. Dozens more were injured.", [False, False]),
        ("The council will raise troop numbers in the north by 1,200.", [True]),
    ],
)
def test_tells_additions_from_totals(text: str, delta: list[bool], figures: Read) -> None:
    assert [f.figure.delta for f in figures(text)] == delta
