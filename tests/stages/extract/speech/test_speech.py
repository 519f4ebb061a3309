from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


def quoted(text: str) -> list[tuple[str, str | None]]:
    return [(claim.text, claim.attribution.source) for claim in read(text).quotes if claim.attribution]


def stated(text: str) -> list[tuple[str, str | None]]:
    return [(claim.text, claim.attribution.source) for claim in read(text).statements if claim.attribution]


def whose(text: str, words: str) -> tuple[str | None, tuple[str, ...]]:
    start = text.index(words)
    found = read(text).attribution_of(Span(start, start + len(words)))
    return (found.source, found.via) if found else (None, ())


@pytest.mark.parametrize(
    "text",
    [
        "“The dam is holding for now,” said Mayor Anna Brook.",
        "“The dam is holding for now,” Mayor Anna Brook said on Friday.",
        "Mayor Anna Brook said: “The dam is holding for now.”",
        "Anna Brook, the mayor, told reporters, «The dam is holding for now.»",
        "“The dam is holding for now” – Anna Brook said.",
    ],
)
def test_a_cue_may_stand_before_or_after_a_quotation(text: str) -> None:
    ((words, speaker),) = quoted(text)
    assert words.startswith("The dam is holding for now")
    assert speaker == "Anna Brook"


def test_a_quotation_broken_by_its_cue_is_two_of_one_speaker() -> None:
    text = "“It is gone,” Anna Brook said. “All of it went in a night.”"
    assert quoted(text) == [("It is gone,", "Anna Brook"), ("All of it went in a night.", "Anna Brook")]


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    text = 'Anna Brook, who lives nearby, said: "We heard a bang.\n"Then we saw the water come."'
    assert [speaker for _, speaker in quoted(text)] == ["Anna Brook", "Anna Brook"]


def test_scare_quotes_and_titles_are_no_quotations() -> None:
    assert quoted("The film “A Long Way Down to the Sea” ran in a so-called ‘safe place for all’ in May.") == []


def test_words_in_marks_within_an_indirect_statement_belong_to_its_source() -> None:
    text = "The ministry said the wall was “in no danger of giving way” that night."
    assert quoted(text) == [("in no danger of giving way", "ministry")]


def test_pronouns_and_short_names_lead_to_the_full_name() -> None:
    text = (
        "Engineer Paul Vale inspected the dam with Anna Brook, the mayor.\n"
        "“The wall stands as it should,” Vale said.\n“I would sleep below it,” he added.\n"
        "Brook said she was relieved. “We all sleep better for it,” she said."
    )
    assert [speaker for _, speaker in quoted(text)] == ["Paul Vale", "Paul Vale", "Anna Brook"]


def test_an_office_leads_to_its_holder() -> None:
    text = "Mayor Anna Brook visited the dam. The mayor said two crews were on the way."
    source, _ = whose(text, "two crews")
    assert source is not None
    assert source.endswith("Anna Brook")


def test_a_bare_spokesman_speaks_for_the_body_named_before() -> None:
    text = "The Vell Harbour Authority said the port was shut. A spokesman added that ten ships were waiting."
    assert whose(text, "ten ships") == ("Vell Harbour Authority spokesman", ())


def test_indirect_speech_is_a_statement_with_its_whole_content() -> None:
    text = "Police in Port Vell said on Monday that three men had drowned, adding that two were missing."
    assert stated(text) == [
        ("that three men had drowned", "Police in Port Vell"),
        ("that two were missing", "Police in Port Vell"),
    ]


def test_a_cue_in_the_middle_breaks_the_content() -> None:
    (claim,) = read("The men, police said, had no boat of their own.").statements
    assert claim.text == "The men"
    assert [span.start for span in claim.spans] == [22]


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("Three men drowned, according to the coast guard.", "Three", "coast guard"),
        ("By the coast guard’s count, three men drowned there.", "three", "coast guard"),
        ("Police: 12 dead in Port Vell ferry fire", "12", "Police"),
        ("12 dead in Port Vell ferry fire: police", "12", "police"),
        ("Ferry fire in Port Vell kills 12 - officials", "12", "officials"),
        ("Reuters: 12 dead in ferry fire", "12", "Reuters"),
        ("The ministry denied that 12 had died.", "12", None),
        ("The ministry said all was well. Its figure on Friday was 12.", "12", "ministry"),
        ("The 12 that the ministry announced were sailors.", "12", "ministry"),
        ("The city’s toll is now 12.", "12", None),
        ("The coast guard put the dead at 14.", "14", "coast guard"),
        ("The ministry had 17 on Tuesday.", "17", "ministry"),
        ("The fire left 18 dead.", "18", None),
        ("Officials do not say that 18 died.", "18", None),
    ],
)
def test_a_number_is_laid_at_the_door_of_its_source(text: str, words: str, source: str | None) -> None:
    assert whose(text, words)[0] == source


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("Deputy minister Paul Vale told Channel Nine that 14 men had died.", "Paul Vale", ("Channel Nine",)),
        ("Some 14 men died, Interfax reported, citing the interior ministry.", "interior ministry", ("Interfax",)),
        ("Reuters quoted the interior ministry as saying 14 men had died.", "interior ministry", ("Reuters",)),
        ("The interior ministry said 14 men had died, according to Interfax.", "interior ministry", ("Interfax",)),
        ("Interfax reported that 14 men had died.", "Interfax", ()),
        ("Officials quoted by Reuters said 14 men had died.", "Officials", ("Reuters",)),
    ],
)
def test_the_hands_in_between_are_kept(text: str, source: str, via: tuple[str, ...]) -> None:
    assert whose(text, "14") == (source, via)


def test_what_somebody_goes_on_to_say_came_through_the_same_hands() -> None:
    text = "Minister Anna Brook told Channel Nine that 14 men had died. Nine of them were firemen, she added."
    assert whose(text, "Nine of") == ("Anna Brook", ("Channel Nine",))


def test_a_number_without_a_noun_counts_the_people_before_it() -> None:
    text = "The ministry said 40 men were in hospital. Twelve are in a critical condition. The fire began at noon."
    assert whose(text, "Twelve") == ("ministry", ())


def test_what_is_only_alluded_to_is_the_reports_own() -> None:
    text = "The rebels said it was in revenge for a raid that killed 30 villagers."
    assert whose(text, "30") == (None, ())


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("The Harbour Office (HO) met. An HO spokesman said two died.", "two", "Harbour Office (HO) spokesman"),
        (
            "Mayor Anna Brook was away. His office, she said, had no news; her spokesman said two died.",
            "two",
            "Anna Brook",
        ),
        ("Coast Aid, an aid group, works there. The group said two died.", "two", "Coast Aid"),
        ("Anna Brook, the mayor, spoke. The head of the port, Paul Vale, said two died.", "two", "Paul Vale"),
    ],
)
def test_descriptions_lead_to_who_is_described(text: str, words: str, source: str) -> None:
    found, _ = whose(text, words)
    assert found is not None
    assert source in found


def test_a_heading_in_marks_is_nobodys_words() -> None:
    text = "Anna Brook said she had seen it all.\n‘Nothing left to be saved’\nThe fire burned for a day."
    assert quoted(text) == []


def test_a_post_without_another_source_is_its_authors() -> None:
    text = "Ten people are missing here."
    post = (Passage(kind="post", span=Span(0, len(text)), credit="Anna Brook"),)
    plan = plan_speech(Reading(report=Report.of(id="r1", text=text), passages=post))
    found = read_speech(plan, PARSER.parse(plan.wanted)).attribution_of(Span(0, 3))
    assert found is not None
    assert (found.source, found.document) == ("Anna Brook", "post")


def test_furniture_is_not_read() -> None:
    text = "“We saw it all from here,” said Anna Brook."
    furniture = (Passage(kind="furniture", span=Span(0, len(text))),)
    assert plan_speech(Reading(report=Report.of(id="r1", text=text), passages=furniture)).wanted == ()


def test_a_long_text_of_marks_and_names_is_read_in_time() -> None:
    text = '‘It’s Ann’s’ "No, Ann Brook said the mayor. ' * 2_000
    start = process_time()
    read(text)
    assert process_time() - start < 8


def test_what_it_was_said_in_and_the_kind_of_source_are_told() -> None:
    text = "Doctors at the city hospital said in a statement that nine people were in surgery."
    found = read(text).attribution_of(Span(text.index("nine"), text.index("nine") + 4))
    assert found is not None
    assert (found.document, found.kind, found.cue) == ("statement", "medical", "said")


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "“We saw it,” ",
                "said Ann Brook. ",
                "The mayor said ",
                "that ‘ten men’ died. ",
                "\n",
                'He added: "Go',
                " X",
                "according to ",
                "it.",
            ]
        ),
        max_size=12,
    )
)
def test_every_claim_of_any_text_stands_where_it_says(parts: list[str]) -> None:
    text = "".join(parts)
    speech = read(text)
    for claim in [*speech.quotes, *speech.statements]:
        assert text[claim.start : claim.end] == claim.text
        assert claim.attribution is not None
        assert claim.attribution.fits(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A shooting at a mall left 3 people dead and 12 wounded.", "12"),
        ("The early-morning shooting which left a clerk dead and 4 hurt was the third.", "4"),
        ("The second attack claimed 12 lives.", "12"),
        ("4,200 residents are out of their homes since the fire took 30 streets.", "4,200"),
    ],
)
def test_what_happens_to_people_is_no_source(text: str, words: str) -> None:
    assert whose(text, words)[0] is None


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("Velm Fire Rescue said they took six to hospital. Two others were treated there.", "Two", "Velm Fire Rescue"),
        ("Three people are dead, Sgt. Mark Olden of the Velm Police Department said.", "Three", "Mark Olden"),
        ("The mayor's office has its own figure: 41 injured.", "41", "mayor's office"),
        ("State media report that 12 soldiers were killed.", "12", "State media"),
        ("4 dead in mall shooting - sheriff", "4", "sheriff"),
        ("Authorities said 5 bodies were found. Another 20 people are missing.", "20", "Authorities"),
        ("The search went on as the official government toll rose to 110 dead.", "110", "government"),
        ("The 14 people neighbours said were killed on Friday were buried.", "14", "neighbours"),
        ("It lost 57 soldiers, which the Velm Rights Group said was the most in a day.", "57", "Velm Rights Group"),
        ("Detectives believe 5 people were in the car.", "5", "Detectives"),
        ("More than 300 have fled, the harbour relief agency (HRA) says.", "300", "harbour relief agency"),
        ("Police answered a call and found 5 people shot, according to a doctor.", "5", "doctor"),
        ("Sheriff's deputies found 3 people dead, Sheriff Tom Ash said Monday.", "3", "Tom Ash"),
        ("The blast killed 30, Tom Ash, the governor of Velm, told AFP.", "30", "Tom Ash"),
        ("Our correspondent in Velm, Tom Ash, says 300 have fled.", "300", "Tom Ash"),
    ],
)
def test_short_forms_of_saying_name_the_source_of_a_number(text: str, words: str, source: str) -> None:
    assert whose(text, words)[0] == source


def test_the_giver_of_a_denied_number_is_its_source() -> None:
    text = "The rebels said they had killed 12 soldiers. The army denied that 12 of its men had died."
    start = text.rindex("12")
    found = read(text).attribution_of(Span(start, start + 2))
    assert found is not None
    assert found.source == "rebels"


def test_a_denied_number_that_nobody_gave_has_no_source() -> None:
    assert whose("The army denied that 12 of its men had died.", "12")[0] is None


def test_according_to_reaches_the_clause_beside_it_that_has_the_number() -> None:
    text = "PORT VELM, May 7, 2023 18:30 EET (Harbour Wire) - Thousands left after the fire, which killed 17 men, according to the health ministry."
    assert whose(text, "17")[0] == "health ministry"
    assert whose(text, "Thousands")[0] is None


@pytest.mark.parametrize(
    "text",
    [
        "The Velm Aid Group (VAG) said 30 men had died. At least 19 were killed on Sunday, the Ostland-based group added.",
        "A rights group said so. The Velm Observatory said more. At least 19 were killed, the Ostland-based group added.",
        "The Velm Rights Group said so. The Group said it knew the names of 19 dead.",
    ],
)
def test_a_described_group_is_the_one_that_the_report_names(text: str) -> None:
    assert (whose(text, "19")[0] or "").startswith("Velm")


def test_a_man_without_a_name_is_the_one_who_spoke_without_a_name() -> None:
    text = "“Men are waiting there,” said one refugee. The man said he had walked for hours. “It is bad,” he said."
    assert [speaker for _, speaker in quoted(text)] == ["one refugee", "one refugee"]


def test_one_who_goes_on_in_the_same_sentence_is_quoted_and_not_those_who_agreed() -> None:
    text = "But both sides agreed that the deal was the way “to stop all of this for good”, Anna Brook added."
    assert quoted(text) == [("to stop all of this for good", "Anna Brook")]


def test_a_name_in_brackets_signs_a_quotation() -> None:
    text = "“About 600 people were in the yard when it fell.” (Harbour Post)"
    assert quoted(text) == [("About 600 people were in the yard when it fell.", "Harbour Post")]


def test_a_correspondent_speaks_and_not_the_place_behind_the_name() -> None:
    text = "The BBC's Tom Ash in Port Velm says the gates are shut. He says that 1,200 men are there."
    assert whose(text, "1,200")[0] == "Tom Ash"


def test_torn_marks_with_a_cue_end_with_their_paragraph() -> None:
    text = (
        "“The dam will hold until the spring,” Anna Brook said. She said: “We have checked all the gates.\n\nRain fell."
    )
    assert quoted(text)[1] == ("We have checked all the gates.", "Anna Brook")


def test_torn_marks_that_nobody_is_named_for_are_left() -> None:
    text = "“The dam will hold until the spring,” Anna Brook said. “All the gates were checked twice.\n\nRain fell."
    assert [words for words, _ in quoted(text)] == ["The dam will hold until the spring,"]


def test_marks_that_a_later_paragraph_takes_up_are_kept() -> None:
    text = (
        "“The dam will hold until the spring,” Anna Brook said. “All the ‘old’ gates were checked twice.\n\n"
        "“They will be checked again in May.”"
    )
    assert [speaker for _, speaker in quoted(text)] == ["Anna Brook"] * 3
