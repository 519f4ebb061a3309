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
        ("The mission listed 12 peacekeeping soldiers who are known to have died.", "12 killed troops"),
        ("Six peacekeepers and a cook are among those confirmed to have died.", "Six killed troops"),
        ("Two Western journalists were killed.", "Two killed foreigners"),
        (
            "Hundreds of youths were marching. At least four youths were killed.",
            "Hundreds crowd protesters, four killed protesters",
        ),
        ("Thousands of mourners packed the square and chanted.", "Thousands crowd people"),
        ("Some 4,000 people took to the streets to mourn a student.", "4,000 crowd people"),
        ("Police say two men walked up and opened fire.", "two crowd attackers"),
        ("Some 500 solders and police have been killed.", "500 killed security"),
        ("Our reporter saw seven bodies. Two of them were firefighters.", "seven killed people, Two killed responders"),
        ("About 200 students staged a sit-in.", "200 crowd protesters"),
        (
            "Two Western reporters were hurt. The bodies of another two reporters were found.",
            "Two injured foreigners, two killed foreigners",
        ),
        ("Some 20 militants, including two commanders, were killed.", "20 killed attackers, two killed attackers"),
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
        ("At least 30,000 people have already been buried in mass graves.", "30,000 killed people"),
        ("Twelve of the 31 injured remained in hospital.", "Twelve hospitalised people, 31 injured people"),
        ("Boats brought 120 people to safety.", "120 rescued people"),
        ("The navy picked up 85 migrants from a dinghy.", "85 rescued people"),
        ("Two other people suffered minor injuries.", "Two injured people"),
        ("Some 200 soldiers crossed the border.", "200 deployed security"),
        ("Just six of the 44 passengers survived.", "six rescued people"),
        ("Three of the four victims were treated and released.", "Three hospitalised people"),
        ("Three people were struck by gunfire.", "Three injured people"),
        ("The bomber struck as some 400 worshippers were at prayer.", "400 crowd people"),
        ("About 40 people were buried under the mud.", "40 missing people"),
        ("At least 90,000 people are living in makeshift camps.", "90,000 displaced people"),
        ("It put the number of people moved out of the district at about 2,500.", "2,500 displaced people"),
        ("Medics transported six people suffering from gunshot wounds to the hospital.", "six hospitalised people"),
        (
            "Five of the victims are stable, while one is in critical condition.",
            "Five hospitalised people, one hospitalised people",
        ),
        ("Three people were shot late on Friday, one fatally.", "Three injured people, one killed people"),
        ("About 60 people were in the parking lot trying to leave.", "60 crowd people"),
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
        "The army seeks sites able to accommodate 10,000 survivors.",
        "Anyone with information about the arrest is asked to call 1-800-555-0199.",
        "They found a woman and a man, both 19, and another man dead.",
        "The woman, who is 84, is in a grave condition.",
        "The hospital is one of the few which survived.",
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
