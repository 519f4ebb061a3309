"""Others beside those named, members of bodies, pupils, nationals of other states, rows that have lost their verb."""

from collections.abc import Callable

import pytest

from sayso.stages.extract.found import FoundFigure

Read = Callable[[str], list[FoundFigure]]


def said(found: list[FoundFigure]) -> str:
    return ", ".join(f"{f.words} {f.figure.measure} {f.figure.group}" for f in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven strikers were killed and 52 others hurt.", "Seven killed protesters, 52 injured protesters"),
        ("A ranger was killed and five others wounded upriver.", "five injured security"),
        ("A ranger and five others were killed upriver.", "five killed people"),
        ("A sniper shot a sergeant and wounded two others.", "two injured security"),
        ("A bomber blew up a stall, killing himself and six others.", "six killed people"),
        ("River Front (RFR) fighters struck. Nine RFR members were killed.", "Nine killed attackers"),
        ("Eleven security members were hurt.", "Eleven injured security"),
        ("Three students were hurt at an infant school.", "Three injured children"),
        ("Three students were hurt at the university.", "Three injured people"),
        (
            "Five hostages – three Danes, a Swede and a Finn – were freed in Chad.",
            "Five rescued foreigners, three rescued foreigners",
        ),
        ("Six climbers, two of them from Norway, died in Nepal.", "Six killed people, two killed foreigners"),
        ("The dead include a family of six.", "six killed people"),
        ("The premier was jeered by a crowd of about 700.", "700 crowd people"),
        (
            "Norland sent hundreds of soldiers after a fire left at least 27 dead.",
            "hundreds deployed security, 27 killed people",
        ),
        ("One of the dead was a child who was hit by a wall.", "One killed children"),
        ("Three people, all Danes, died in Peru.", "Three killed foreigners"),
        ("A raid in Norland killed 231 people, including nine Danes.", "231 killed people, nine killed foreigners"),
        ("Five soldiers of the UN force were killed.", "Five killed troops"),
        ("About 700 women took part in the march.", "700 crowd protesters"),
        ("Police arrested six Catholics on suspicion of rioting.", "six detained protesters"),
        ("A cook said 240 others got minor wounds.", "240 injured people"),
        ("Two U.N. peacekeepers from Senegal were killed.", "Two killed troops"),
        ("Four journalists, two of them foreign, were hurt.", "Four injured people, two injured foreigners"),
        ("Officers fired on marchers, killing at least nine.", "nine killed protesters"),
        ("Eight bodies, including those of two boys, were found.", "Eight killed people, two killed children"),
        (
            "Two strikers were killed and 45 wounded, including 20 officers.",
            "Two killed protesters, 45 injured people, 20 injured security",
        ),
        (
            "Danish troops landed in Peru. Danish soldiers will be joined by 700 marines in Peru.",
            "700 deployed troops",
        ),
        ("Two firefighters died there, bringing the death toll to 19.", "Two killed responders, 19 killed people"),
    ],
)
def test_tells_whose_kind_those_are_who_have_no_noun(text: str, expected: str, figures: Read) -> None:
    assert said(figures(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A dust blast killed 17 in 1998.", "17 killed people"),
        ("In 1692 a quake killed 2,000.", "2,000 killed people"),
        ("The looting ended at six in the evening.", ""),
        ("Storm in Peru Kills 14; 60 Hurt", "14 killed people, 60 injured people"),
        ("Three helicopters flew the wounded to a clinic.", ""),
        ("Forty gulls were found dead on the sand. Ten others died later.", ""),
        ("Some 9,000 people crowded into tents.", "9,000 displaced people"),
        ("Eight are in custody in Norland and one overseas.", "Eight detained people, one detained people"),
        ("He wrote about the slayings of 14 dockers.", "14 killed people"),
        (
            "He killed 14 guards, three of them sergeants, and 22 cooks.",
            "14 killed security, three killed security, 22 killed people",
        ),
        ("Nine Danes, including three cooks hit by rockets, have died.", "Nine killed people, three killed people"),
        ("Fire killed 61 in Norland and 38 across the southern hills.", "61 killed people, 38 killed people"),
        ("The flood killed four in Vale and one in Reed.", "four killed people, one killed people"),
        ("Of the 62 people killed in May, 31 were women.", "62 killed people, 31 killed people"),
        ("The victims include at least five children.", "five killed children"),
        ("Four Norwegian citizens were among the victims.", "Four killed people"),
        ("Nine bodies have been found, eight women and a driver.", "Nine killed people, eight killed people"),
        ("The 57 injured were taken to hospital.", "57 hospitalised people"),
        ("More than 15 were evacuated for medical treatment.", "15 hospitalised people"),
        ("Six divers sent to look for the crew after the hull broke have died.", "Six killed responders"),
        ("Hundreds of the mayor's supporters marched to the port.", "Hundreds crowd protesters"),
        ("Two people died of measles and nine others were infected.", "Two killed people"),
        ("Police seek four men, one of whom has been identified as a cook.", ""),
        ("More than 700 soldiers had deserted.", ""),
        ("The ferry was built to hold 60.", ""),
        ("Seventeen cooks were crushed under the roof.", "Seventeen killed people"),
        ("Some 900 Danes were sheltering near the border.", "900 displaced people"),
    ],
)
def test_finds_what_befell_those_in_rows_and_in_roundabout_words(text: str, expected: str, figures: Read) -> None:
    assert said(figures(text)) == expected


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("At least four millers were killed and 12 wounded.", [(4, None), (12, None)]),
        ("At least four millers were killed and 12 were wounded.", [(4, None), (12, 12)]),
        ("As many as 12 of the 31 miners killed have been named.", [(0, 12), (31, 31)]),
        ("Estimates of the dead range from 900 to at least 1,400.", [(900, 1400)]),
        ("Its toll might be as high as 4,000.", [(0, 4000)]),
    ],
)
def test_a_bound_reaches_as_far_as_its_clause(text: str, bounds: list[tuple[int, int | None]], figures: Read) -> None:
    assert [(f.figure.low, f.figure.high) for f in figures(text)] == bounds


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The death toll was revised downwards from the 66 first given.", "denied"),
        ("On 19 May, nine cooks were killed.", "asserted"),
        ("Two cooks suspected of being part of the plot were killed.", "asserted"),
        ("The mayor anticipates 300 dead.", "uncertain"),
    ],
)
def test_the_stance_of_what_is_taken_down_dated_or_awaited(text: str, stance: str, figures: Read) -> None:
    assert [f.figure.stance for f in figures(text)] == [stance]
