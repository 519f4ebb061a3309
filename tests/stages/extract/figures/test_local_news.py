"""Counts as local news tells them: victims who live, survivors who speak, a count spelt out, officers of a ship."""

from collections.abc import Callable

import pytest

from sayso.stages.extract.found import FoundFigure

Read = Callable[[str], list[FoundFigure]]


def said(found: list[FoundFigure]) -> str:
    return ", ".join(f"{f.words} {f.figure.measure}" for f in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six of seven victims were treated and sent on their way.", "Six hospitalised"),
        ("Seven victims have since been discharged from the clinic.", ""),
        ("She waved to two of his victims.", ""),
        ("Divers brought up 17 victims.", "17 killed"),
        ("Guards came upon three victims in the yard.", ""),
        ("Three survivors told the inquest that the door was locked.", ""),
        ("Three survivors were winched aboard.", "Three rescued"),
        ("Three survivors were flown to hospital.", "Three hospitalised"),
        ("The clinic puts the drowned at 21 and the injured at 58.", "21 killed, 58 injured"),
        ("The brawl left one dead and 13 others shot.", "one killed, 13 injured"),
        ("Two dead, seven others stabbed at a wedding.", "Two killed, seven injured"),
        ("A neighbour called 911 on the way to Vale Hospital, where he was treated.", ""),
        ("The county had 14 deaths per 100,000 people.", "14 killed"),
        ("Each diver had more than one bullet wound.", ""),
        ("The man died at noon. He was 18.", ""),
        ("At least a half-dozen drowned.", "a half-dozen killed"),
        ("Four deputies fired at Aldo Vale, who was killed.", ""),
        ("One 9-year-old girl along with two 16-year-old boys drowned.", "One killed, two killed"),
        ("Two cooks who stabbed three waiters left by the yard.", "three injured"),
        ("One porter used a crowbar to kill three in Eastmark.", "three killed"),
        ("At 11700 Orchard, one woman was killed.", "one killed"),
        ("The drowned ranged in age from 33 to 86.", ""),
        ("The wounded were between the ages of 22 and 58.", ""),
        ("Five porters between the ages of 22 and 58 were wounded.", "Five injured"),
        ("Ten sailors, including the two who drowned, were hurt.", "Ten injured, two killed"),
        ("The squall left 2 dead and 7 injured the night before in Oldport.", "2 killed, 7 injured"),
        ("The deaths shook Vale, a hamlet of around 1,300 residents.", ""),
        ("The hamlet of 1,300 people was evacuated.", "1,300 displaced"),
        ("Aldo Vale Jr., 61, drowned off the quay.", ""),
        ("He stabbed two guards and a cook before killing himself.", "two injured"),
        ("Two youths were accused of stabbing four porters then burning their boats.", "four injured"),
        ("A man opened fire on 24 guests in the hall.", ""),
        ("She saw three people lying on the ground.", ""),
        ("Radio 7 reporter Ada Vale contributed to this page.", ""),
        ("Wing 29 tenant Ada Vale was hurt.", ""),
        ("Bo Vale, 16 - who was also hurt - is recovering.", ""),
        ("The 31 and 44 year old cooks were held at the mill.", ""),
        ("Nobody was arrested for the five shooting incidents.", ""),
        ("The jury heard of a pair of August shootings.", ""),
        ("Two guns and a rope were found at the scene.", ""),
        ("Her trunk was filled with 870 rounds.", ""),
        ("She was held for trial on three murder counts.", ""),
        ("The murderer got two consecutive life sentences.", ""),
        ("The bough killed him while the two slept.", ""),
        ("The wave killed him and two others.", "two killed"),
        ("The death of a 3 yr old shook Vale.", ""),
        ("Guards told 13 News two porters were hurt.", "two injured"),
        ("Aldo Vale, a father of three, was killed.", ""),
        ("He was killed in front of several guests.", ""),
        ("The chase spanned two counties and left the driver dead.", ""),
        ("Three other guests were not hurt.", ""),
        ("It went on with the four admitted smugglers.", ""),
        ("Twelve divers were admitted with burns.", "Twelve hospitalised"),
        ("Some 80 police officers converged on the quay.", "80 deployed"),
        ("The office counts 1,300 detentions.", "1,300 detained"),
        ("A blast that injured five now faces an inquest.", "five injured"),
        ("Rain fell on three vans, injuring eight people Saturday morning.", "eight injured"),
        ("27 Shots Fired, 4 Cooks Hurt", "4 injured"),
        ("Seven Wounded In Stabbings On North Side", "Seven injured"),
        ("The fourth victim, 24, was flown to hospital.", ""),
        ("Both had been killed by the fumes.[8]", ""),
        ("The clinic saw 140 burn victims last winter.", ""),
        ("Three gunshot victims sat at the scene.", ""),
        ("Several guests stood by the bar when a waiter opened fire.", ""),
        ("The slain waiter was married with two children.", ""),
        ("The murdered woman left two sons.", ""),
        ("Two dead climbers and three injured guides were found.", "Two killed, three injured"),
        ("Injured miners: 40.", "40 injured"),
    ],
)
def test_only_what_befell_the_counted_gives_their_measure(figures: Read, text: str, expected: str) -> None:
    assert said(figures(text)) == expected


def test_members_that_make_up_the_count_before_them_are_its_parts(figures: Read) -> None:
    whole, *parts = figures("Eleven rowers, seven men, three women and a boy, were drowned.")
    assert (whole.figure.part_of, whole.figure.low) == (None, 11)
    assert [f.words for f in parts if f.figure.part_of and f.figure.measure == "killed"] == ["seven", "three"]


def test_counts_that_do_not_make_up_the_one_before_are_no_parts_of_it(figures: Read) -> None:
    assert [f.figure.part_of for f in figures("Nine miners, two cooks and three porters were killed.")] == [None] * 3


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The trawler's skipper and three officers were arrested.", "people"),
        ("Three deck officers of the barge were killed.", "people"),
        ("A police captain and three officers were killed on the barge.", "security"),
        ("The captain and three officers were killed at the barracks.", "security"),
        ("Three police officers were killed on the ferry.", "security"),
    ],
)
def test_officers_beside_a_ship_s_crew_are_no_police(figures: Read, text: str, group: str) -> None:
    assert [f.figure.group for f in figures(text)] == [group]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The leak could, had the wind that blew all week turned to the town, have killed up to 650.", "uncertain"),
        ("It might, the surveyor wrote in his last note to the owners of the quarry, kill 650 workers.", "uncertain"),
        ("He could not reach the others, and the fumes have killed 17 people.", "asserted"),
        ("Gales may ease, but they have killed 17 people.", "asserted"),
    ],
)
def test_a_modal_verb_holds_over_an_aside_and_not_over_a_clause(figures: Read, text: str, stance: str) -> None:
    assert [f.figure.stance for f in figures(text)] == [stance]


def test_a_bloc_that_a_country_leads_sends_foreign_forces(figures: Read) -> None:
    text = "Denmark is calm again. The bloc, led by Norway, has some 640 soldiers on their way."
    assert [f.figure.group for f in figures(text)] == ["troops"]
