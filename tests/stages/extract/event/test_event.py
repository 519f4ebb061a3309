from time import process_time

import pytest
from msgspec.structs import replace

from sayso.language.sentences import sentences
from sayso.model.claim import Figure
from sayso.model.passage import Passage
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.stages.extract.event import place_and_date, settle_events
from sayso.stages.extract.found import FoundFigure

# A Thursday.
PUBLISHED = "2031-05-15T18:00:00+02:00"


def reading(
    text: str, name: str = "r1", published: str | None = PUBLISHED, passages: tuple[Passage, ...] = ()
) -> Reading:
    report = Report.of(text=text, id=name, published=published)
    return Reading(report=report, passages=passages)


def figures(read: Reading, *numbers: str) -> list[FoundFigure]:
    text, found, at = read.report.text, [], 0
    for number in numbers:
        at = text.index(number, at)
        span = Span(at, at + len(number))
        sentence = next(one for one in sentences(text) if one.holds(span))
        passage = read.passage_at(at)
        value = int(number) if number.isdigit() else 2
        figure = Figure(measure="killed", low=value, high=value, qualifier="exact")
        kind = passage.kind if passage else "body"
        found.append(FoundFigure(span=span, words=number, sentence=sentence, passage=kind, figure=figure))
        at = span.end
    return found


def days(text: str, *numbers: str) -> list[str | None]:
    read = reading(text)
    return [one.figure.as_of for one in place_and_date(read, figures(read, *numbers), {})]


def places(text: str, *numbers: str) -> list[str | None]:
    read = reading(text)
    return [one.figure.place for one in place_and_date(read, figures(read, *numbers), {})]


@pytest.mark.parametrize(
    ("text", "numbers", "expected"),
    [
        ("Towards midnight on Wednesday the mayor put it at 12 drowned and 30 hurt.", ("12", "30"), ["2031-05-14"] * 2),
        ("Killed were 12 guards, the ministry said on Wednesday.", ("12",), ["2031-05-14"]),
        ("The toll was 18, up from 12 on Tuesday.", ("18", "12"), [None, "2031-05-13"]),
        ("It sent 90 men, not the 75 promised on Monday.", ("90", "75"), [None, "2031-05-12"]),
        ("Until Tuesday they had spoken of 12 dead.", ("12",), [None]),
        ("At least 12 had died by Wednesday morning.", ("12",), ["2031-05-14"]),
        (
            "Some 40 were hurt, medics said, and on Sunday 19 remained in its wards.",
            ("40", "19"),
            [None, "2031-05-11"],
        ),
        ("On Monday the fighting spread. I counted 12 dead.", ("12",), ["2031-05-12"]),
        ("Wednesday's crash killed 12.", ("12",), [None]),
        ("They buried the victims of Wednesday's ferry crash, which killed 12.", ("12",), [None]),
        ("On Monday it withdrew its toll. The union says 12 died.", ("12",), [None]),
        ("A vote on Friday will decide whether 12 are sent.", ("12",), [None]),
        ("Wardens locked up 30 on Wednesday, a day after 12 drowned.", ("30", "12"), ["2031-05-14", "2031-05-13"]),
        ("A kiln blew up in the yard late on Tuesday. It buried 12.", ("12",), ["2031-05-13"]),
        ("The mayor said that he would resign on Tuesday. It drew 12.", ("12",), [None]),
        ("At a wake for 12 who had drowned on Tuesday, hurting 30.", ("12", "30"), ["2031-05-13", None]),
        ("Some 12 crossed the river in the past 24 hours.", ("12",), ["2031-05-15"]),
        ("As many as 12 drowned in the 3 May flood.", ("12",), [None]),
    ],
)
def test_tells_the_day_for_which_a_figure_holds(
    text: str, numbers: tuple[str, ...], expected: list[str | None]
) -> None:
    assert days(text, *numbers) == expected


def test_makes_no_day_of_a_weekday_where_nobody_knows_when_the_report_appeared() -> None:
    read = reading("A kiln blew up on Tuesday, killing 12.", published=None)
    assert [one.figure.as_of for one in place_and_date(read, figures(read, "12"), {})] == [None]


def test_takes_the_day_of_a_live_blog_entry() -> None:
    text = "Live\nWed 14 May, 17.20\nThe toll is 12 now."
    entry = Passage(kind="entry", span=Span(5, len(text)), when="Wed 14 May, 17.20")
    read = reading(text, passages=(entry,))
    assert [one.figure.as_of for one in place_and_date(read, figures(read, "12"), {})] == ["2031-05-14"]


def test_leaves_the_date_of_a_dateline_alone() -> None:
    assert days("VARNHOLM, May 14 (Harbour Press) - The storm killed 12.", "12") == [None]


@pytest.mark.parametrize(
    ("text", "numbers", "expected"),
    [
        ("At least 12 died and 30 were hurt in Varnholm.", ("12", "30"), ["Varnholm", "Varnholm"]),
        ("Police in Varnholm, a port, said they had killed 12.", ("12",), ["Varnholm"]),
        ("In Varnholm the office has counted 12 deaths.", ("12",), ["Varnholm"]),
        ("Varnholm fire: 12 dead, 5 of them children", ("12", "5"), ["Varnholm", "Varnholm"]),
        ("Of 64 dead, 12 of them in Varnholm, few were known.", ("64", "12"), [None, "Varnholm"]),
        ("Briefing reporters in Varnholm, she spoke of 12 dead.", ("12",), [None]),
        ("A blast in Varnholm, where 12 died, was heard.", ("12",), ["Varnholm"]),
        ("Varnholm burned for days. They say in Varnholm it began. There 12 died.", ("12",), ["Varnholm"]),
        ("The office in Varnholm said 12 were held across the country.", ("12",), [None]),
        (
            "A bomber hit the consulate in Varnholm on Friday, killing 12 and hurting 30.",
            ("12", "30"),
            ["Varnholm"] * 2,
        ),
        ("At least 12 people, including 3 boys, were hurt when a bus sank in Varnholm.", ("12", "3"), ["Varnholm"] * 2),
        ("Lise Moe, a doctor in Varnholm's main hospital, said 12 had come.", ("12",), ["Varnholm"]),
        ("At least 12 guards, eight clerks and 19 guests were killed in Varnholm.", ("12", "19"), ["Varnholm"] * 2),
        ("Varnholm's main hospital had taken in 12 wounded.", ("12",), ["Varnholm"]),
        ("Four of the 12 died at the northern entrance of Varnholm.", ("12",), ["Varnholm"]),
        ("A bus hit a wall in the enclave of Varnholm, killing 12.", ("12",), ["Varnholm"]),
        ("They join 300 guards whom the ministry in Varnholm sent.", ("300",), [None]),
        ("Some 35 died on Friday, including 13 in Varnholm.", ("35", "13"), [None, "Varnholm"]),
    ],
)
def test_tells_the_place_that_a_figure_is_about(
    text: str, numbers: tuple[str, ...], expected: list[str | None]
) -> None:
    assert places(text + "\nIt began in Varnholm.", *numbers) == expected


def background(text: str, *numbers: str, others: tuple[str, ...] = ()) -> list[bool]:
    read = [reading(text), *(reading(other, f"o{i}") for i, other in enumerate(others))]
    found = {one.report.id: place_and_date(one, figures(one, *(numbers if one is read[0] else ())), {}) for one in read}
    return [one.figure.background for one in settle_events(found, read)["r1"]]


@pytest.mark.parametrize(
    ("text", "numbers", "expected"),
    [
        ("A train hit a bus, killing 12. It is the worst crash since 1987, when 31 died.", ("12", "31"), [False, True]),
        ("The raid was in retaliation for a strike that killed 30.", ("30",), [True]),
        (
            "A flood in Kenya killed 12. Kenyan towns were cut off. In Peru 40 died in a fire.",
            ("12", "40"),
            [False, True],
        ),
        ("The mine opened in 1990. In March 2019 its roof fell. Officially 31 people died there.", ("31",), [True]),
        ("On Tuesday 12 died; by Thursday 31 had died.", ("12", "31"), [False, False]),
        ("More than 90 have died since protests began in March.", ("90",), [False]),
        ("After the war ended in 1999, some 400 guards stayed.", ("400",), [False]),
        (
            "A fire killed 12. A fund was set up after a depot blew up in 2011 and 38 died.",
            ("12", "38"),
            [False, True],
        ),
    ],
)
def test_tells_the_figures_of_other_events(text: str, numbers: tuple[str, ...], expected: list[bool]) -> None:
    assert background(text, *numbers) == expected


# More than four hundred characters, so that what follows stands behind the head of its report.
SOUP = "Neighbours brought soup and blankets to the hall by the quay. " * 8
RAID = f"Gunmen killed 12 in Varnholm on Wednesday. {SOUP}"
MARCH = f"Protesters marched in Varnholm on Wednesday and 12 died. {SOUP}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{RAID}Such raids have claimed 640 lives since 2027.", True),
        (f"{RAID}Since 2027 raids have left 640 dead.", True),
        (f"{RAID}In all 640 have died there so far this year.", True),
        (f"{RAID}Clashes in the marshes have killed 640 over the past decade.", True),
        (f"{RAID}It comes a week after bandits shot 640 farmhands.", True),
        (f"{RAID}Bandits killed 640 farmhands in the delta last month.", True),
        (f"{RAID}It was the third raid this week, after 640 died near Tolmin.", True),
        (f"{RAID}It was the heaviest since 2027 and left 640 homeless.", False),
        (f"{RAID}It comes a week after the raid in which 640 died.", False),
        (f"{RAID}In all 640 fled the town, which had been quiet since 2027.", False),
        (f"{MARCH}More than 640 have died since the protests began in March.", False),
        (f"{MARCH}The crackdown has left 640 dead so far this year.", False),
    ],
)
def test_tells_the_toll_of_years_and_the_raid_before_from_the_event(text: str, expected: bool) -> None:
    assert background(text, "12", "640") == [False, expected]


def test_what_a_report_counts_first_is_its_own() -> None:
    assert background("Raids have claimed 640 lives since 2027. Gunmen struck again.", "640") == [False]


def test_that_raid_is_the_one_told_just_before() -> None:
    text = (
        f"{RAID}It was the third raid this week, after 31 died near Tolmin. Five guards and 4 clerks fell in that raid."
    )
    assert background(text, "12", "31", "4") == [False, True, True]


def test_takes_a_headline_between_paragraphs_for_that_of_another_report() -> None:
    lines = f"{RAID}\n\nFerry fire kills 31 off Tolmin\n\nThe town's only road was closed and {SOUP}"
    assert background(lines, "12", "31") == [False, True]
    assert background(lines.replace("31", "12"), "12", "12") == [False, False]


def test_what_is_before_a_court_or_cleared_up_is_the_event() -> None:
    tail = "The depot blew up on 4 February, killing 12."
    assert background(f"Varnholm oil spill: clean-up begins. {SOUP}{tail}", "12") == [False]
    assert background(f"Varnholm votes for a mayor. {SOUP}{tail}", "12") == [True]
    old = "A shaft fell in at Varnholm in 2019, killing 12."
    assert background(f"The owner was sentenced. {SOUP}{old}", "12") == [False]


def test_a_year_far_down_in_an_undated_report_is_a_past_one() -> None:
    read = reading(f"{RAID}A 2013 raid there killed 31 guards, and in 2015 some 40 fell.", published=None)
    settled = settle_events({"r1": place_and_date(read, figures(read, "12", "31", "40"), {})}, [read])
    assert [one.figure.background for one in settled["r1"]] == [False, True, True]


def test_a_raid_by_the_name_of_another_place_is_another_one() -> None:
    assert background(f"{RAID}Some fled, as after the Dunholt Fair bombing, which killed 31.", "12", "31") == [
        False,
        True,
    ]
    assert background(f"{RAID}Some fled after the Varnholm raid, which killed 31.", "12", "31") == [False, False]


def test_those_who_fled_over_the_border_are_the_events_own() -> None:
    text = f"War came to Kenya on Wednesday, killing 12. Kenya, Kenya. {SOUP}Some 640 are in camps in Uganda."
    read = reading(text)
    found = place_and_date(read, figures(read, "12", "640"), {})
    fled = [replace(one, figure=replace(one.figure, measure="displaced")) for one in found]
    assert [one.figure.background for one in settle_events({"r1": found}, [read])["r1"]] == [False, True]
    assert [one.figure.background for one in settle_events({"r1": fled}, [read])["r1"]] == [False, False]


def test_a_quake_days_after_a_quake_is_not_that_one() -> None:
    assert background("A quake shook Varnholm, days after a quake killed 31. It hurt 12.", "31", "12") == [True, False]


def test_countries_in_which_a_report_counts_at_its_head_are_the_events() -> None:
    text = "Floods killed 12 in Kenya and 31 in Uganda. Kenya, Kenya and Kenyan towns need help."
    assert background(text, "12", "31") == [False, False]


def test_follows_a_strike_that_is_named_for_an_earlier_event() -> None:
    head = "Attack in Varnholm\nAn attack killed 12 in Varnholm on Wednesday. "
    text = (
        f"{head}It was in revenge for a strike in Hollow Pine. The strike killed 31. In Hollow Pine 5 guards died too."
    )
    assert background(text, "12", "31", "5") == [False, True, True]


def test_takes_the_week_before_a_sudden_event_for_another() -> None:
    head = "On Wednesday a bomb went off."
    others = (f"{head} It was loud.", f"{head} Nobody came.")
    assert background(f"{head} It killed 12. Some 31 people were killed last week.", "12", "31", others=others) == [
        False,
        True,
    ]


def test_settles_a_report_of_another_event_by_itself() -> None:
    read = [reading("Floods in Kenya killed 12. Kenyan roads are cut.", "r1")]
    read += [
        reading(f"A mine in Peru caught fire, Peru's radio said. {n} times it burned in Peru.", f"o{n}")
        for n in range(2, 7)
    ]
    found = {one.report.id: place_and_date(one, figures(one, *(["12"] if one is read[0] else [])), {}) for one in read}
    assert settle_events(found, read)["r1"][0].figure.background
    for events in ([[f"o{n}" for n in range(2, 7)], ["r1"]], [["o2", "o3"]]):
        assert not settle_events(found, read, events)["r1"][0].figure.background


def test_knows_from_other_reports_that_a_name_is_a_place() -> None:
    read = [
        reading("Varnholm crash: 12 dead"),
        reading("It rained in Varnholm.", "o1"),
        reading("Look at Varnholm.", "o2"),
    ]
    found = {one.report.id: place_and_date(one, figures(one, *(["12"] if one is read[0] else [])), {}) for one in read}
    assert found["r1"][0].figure.place is None
    assert settle_events(found, read)["r1"][0].figure.place == "Varnholm"


def test_takes_related_headlines_for_other_events() -> None:
    text = "A storm killed 12.\nFire kills 31"
    related = Passage(kind="furniture", span=Span(19, len(text)))
    read = reading(text, passages=(related,))
    settled = settle_events({"r1": place_and_date(read, figures(read, "12", "31"), {})}, [read])
    assert [one.figure.background for one in settled["r1"]] == [False, True]
    assert "furniture" in settled["r1"][1].figure.why[-1]


def test_drops_the_place_that_is_the_whole_country_of_the_event() -> None:
    read = reading("Floods in Kenya killed 12 in Nairobi and 30 people in Kenya, Kenyan officials said.")
    settled = settle_events({"r1": place_and_date(read, figures(read, "12", "30"), {})}, [read])
    assert [one.figure.place for one in settled["r1"]] == ["Nairobi", None]


def test_says_why() -> None:
    read = reading("Police said on Wednesday that 12 died in Varnholm.")
    why = " ".join(place_and_date(read, figures(read, "12"), {})[0].figure.why)
    assert "Varnholm" in why
    assert "Wednesday" in why


HEAD = "A man shot 2 neighbours at a house in Varnholm late on Wednesday, police said. The man fled on foot. "
FILLER = "Neighbours said that they had heard nothing of it until an ambulance came up the hill to the house. " * 3


@pytest.mark.parametrize(
    ("text", "numbers", "expected"),
    [
        ("So far this year 31 people were shot along the quays.", ("31",), [True]),
        ("There were 12 homicides in the county in the past year.", ("12",), [True]),
        ("Since January there were 90 cases. Out of the 90 hurt, 31 were boys.", ("90 hurt", "31"), [True, True]),
        ("A similar shooting last month in the harbour killed 31.", ("31",), [True]),
        ("By Sunday 31 people had been shot in 12 separate shootings over the weekend.", ("31",), [True]),
        ("In 2019 a ferry hit the quay. At least 31 passengers died.", ("31",), [True]),
        ("The house was built in 1982. At least 31 guests were there.", ("31",), [False]),
        ("It is guarded since attacks in 2019 killed 31 people.", ("31",), [True]),
        ("The shooting wounded 31 who had moved there, where the man lived in 2019.", ("31",), [False]),
        ("Police have searched 31 men since Wednesday.", ("31",), [False]),
    ],
)
def test_tells_counts_of_other_incidents_from_the_one_reported(
    text: str, numbers: tuple[str, ...], expected: list[bool]
) -> None:
    assert background(HEAD + FILLER + text, *numbers) == expected


def test_a_report_that_counts_many_incidents_is_about_them_all() -> None:
    head = "Weekend shootings in Varnholm leave 12 dead. "
    text = f"{head}{FILLER}{FILLER}By Sunday 31 people had been hurt in separate shootings over the weekend."
    assert background(text, "12", "31") == [False, False]


def test_a_report_of_a_trial_is_about_the_event_long_past() -> None:
    text = "Two men were found guilty of a fire that killed 12 in May 2019. The fire also hurt 31 guests in 2019."
    assert background(text, "12", "31") == [False, False]


def test_what_lasts_is_no_other_event_for_its_beginning() -> None:
    head = "Fighting went on in the war in the hills. "
    text = f"{head}{FILLER}In February the ministry put the toll at 12. On the anniversary of the war, which has left 31 dead."
    assert background(text, "12", "31") == [False, False]


def test_reads_the_days_of_a_chronology_in_order() -> None:
    text = "A ferry sank. At least 12 died.\nMay 3, 2019 - A tram fell, killing 31.\nApril 9 - A fire killed 7."
    assert background(text, "12", "31", "7") == [False, True, True]
    assert days(text, "12", "31", "7")[1:] == ["2019-05-03", "2019-04-09"]


def test_a_line_without_end_costs_no_more_for_each_figure() -> None:
    def seconds(count: int) -> float:
        read = reading(" ".join(f"and {n} were killed there in Varnholm on Friday" for n in range(100, 100 + count)))
        numbers = [str(n) for n in range(100, 100 + count)]
        start = process_time()
        settle_events({"r1": place_and_date(read, figures_of_line(read, *numbers), {})}, [read])
        return process_time() - start

    seconds(20)
    assert seconds(1600) < 16 * max(seconds(200), 0.02)


def figures_of_line(read: Reading, *numbers: str) -> list[FoundFigure]:
    whole, found, at = Span(0, len(read.report.text)), [], 0
    for number in numbers:
        at = read.report.text.index(number, at)
        figure = Figure(measure="killed", low=int(number), high=int(number), qualifier="exact")
        span = Span(at, at + len(number))
        found.append(FoundFigure(span=span, words=number, sentence=whole, passage="body", figure=figure))
        at = span.end
    return found


def test_a_count_that_goes_on_is_of_the_day_of_the_one_before() -> None:
    text = "On the coast 12 died on Wednesday, the mayor said. Among them, 4 fell at the gate. A further 3 died at sea."
    assert days(text, "12", "4", "3") == ["2031-05-14"] * 3
    assert days("The mayor said 12 died on Wednesday. Since last month 4 had died there.", "12", "4")[1] is None


def backgrounds(text: str, *numbers: str, published: str = PUBLISHED) -> list[bool]:
    read = reading(text, published=published)
    return [one.figure.background for one in settle_events({"r1": figures(read, *numbers)}, [read])["r1"]]


def test_the_past_of_a_place_is_not_that_of_a_count_behind_the_aside() -> None:
    text = "On Tuesday 12 died in Skerry. In Fenn, where a revolt was put down in 1982, guards shot 6 marchers."
    assert backgrounds(text, "12", "6") == [False, False]


def test_an_event_that_is_the_latest_of_its_kind_leads_back_to_others() -> None:
    text = (
        "The isle was hit by a quake today, the latest tremor to rock the coast where 12 were killed at the weekend. "
        "There have been many since a quake in 2004 caused a wave that swept the coast, leaving 900 dead."
    )
    assert backgrounds(text, "12", "900") == [True, True]
    again = text + "\n\nRescuers said 12 people and 4 guards had died. This time 7 were killed."
    assert backgrounds(again, "12", "900", "12", "4", "7") == [True, True, True, True, False]


def test_those_questioned_over_an_event_make_it_the_reports_own() -> None:
    text = (
        "Ruritania expelled men who were questioned about the bombing of a bank last month.\n\n"
        "The bombing on April 3 killed 61 people."
    )
    assert backgrounds(text, "61") == [False]
    fresh = "On Tuesday 12 died in a raid; men were held about the bombing of a bank last month.\n\n"
    assert backgrounds(fresh + "The bombing on April 3 killed 61 people.", "12", "61") == [False, True]
