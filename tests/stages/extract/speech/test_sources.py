"""Whose a number is: who can answer for it at all, and who stands beside it only by the way."""

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


def whose(text: str, *words: str) -> list[str | None]:
    """Return the source of each of the numbers `words`, which stand in this order in `text`."""
    spans = [Span(at, at + len(one)) for one in words for at in (text.index(one),)]
    return [told.source if told else None for told in read(text).attributions_of(spans)]


def hands(text: str, words: str) -> tuple[str | None, tuple[str, ...]]:
    told = read(text).attribution_of(Span(text.index(words), text.index(words) + len(words)))
    assert told is not None
    return told.source, told.via


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("At least 14 dockers were hurt in the blast in Tarvin, the army said in a televised statement.", "army"),
        ("Sixty sheds went and 14 farmers drowned as rain swept Ostia, Perun and Malvia, officials said.", "officials"),
        ("Meanwhile 14 sailors were killed when shells hit the quay near Lisk, activists say.", "activists"),
        ("Elsewhere in Malvia, residents say that 14 guards were shot.", "residents"),
        ("The 14 divers surfaced when the pump reached the shaft, state-run Velm News Agency (VNA) reported.", "state-run Velm News Agency"),
        ("Some 14 sailors swam ashore, Lisk police Sgt. Ivo Lent told KNOR-TV.", "Ivo Lent"),
        ("Col. Ivo Lent, Joint Command-East Malvia spokesman, said 14 rebels gave up.", "Ivo Lent"),
        ("Ivo Lent, head of the harbour yard said 14 dockers were hurt.", "Ivo Lent"),
        ("The Norr Harbour Office closed the pier. About 14 sailors swam ashore, it said.", "Norr Harbour Office"),
        ("A list of the 14 dead was released by the harbour ministry.", "harbour ministry"),
        ("One docker died and 14 are hurt, per the harbour police.", "harbour police"),
        ("Ministers blamed the rebels, who they say have shot 14 guards.", "Ministers"),
        ("The Lumen Post met Ivo Lent, a guide based in Lisk, who said 14 divers were lost.", "Ivo Lent"),
        ("The Coastal Rescue Committees closed the pier, but the CRC says 14 divers were lost.", "Coastal Rescue Committees (CRC)"),
        ("Ivo Lent, mayor: “It is grave” Almost 14 sheds burnt and 14 people died, firemen say.", "firemen"),
        ("Authorities blamed the rebels, who they say have shot 14 guards.", "Authorities"),
        ("A witness said the pier burnt. It rained. The Pier Union sent Lumen a list of 14 men, the group said were shot.", "Pier Union"),
        ("In an act of revenge a docker burnt the pier — injuring 14 people, firemen said.", "firemen"),
        ("POLICE: Arson at the pier. Police said 14 dockers were hurt.", "Police"),
        ("The blaze spread, though 14 dockers got out, the mayor said.", "mayor"),
        ("The union said the toll from the mayor's crackdown on the pier had reached 14.", "union"),
        ("In all, 14 dockers were shot, a Harbour Press tally shows.", "Harbour Press tally"),
    ],
)  # fmt: skip
def test_a_number_is_theirs_who_are_said_to_tell_it(text: str, source: str) -> None:
    assert whose(text, "14") == [source]


@pytest.mark.parametrize(
    "text",
    [
        "The tragedy, the second on this coast, claimed 14 lives.",
        "Friday's toll added to the 14 shot in the war since June.",
        "The official death toll stands at 14.",
        "The ward admitted 14 dockers with burns.",
        "Rebels holding the dam released 14 divers on Monday.",
        "Officers found 14 men dead in a flat in Orvan.",
        "Police held 14 dockers, as crews continue to search the pier.",
        "14 sailors confirmed dead, ferry still adrift",
        "About 14 sailors swam ashore, it said.",
        "The yard shut, though its claim to be safe was undone by a crane that fell there, killing 14 dockers.",
        "The fishing ban means 14 crews of dockers are idle.",
        "The blaze spread to Norr, with reports of more than 14 dockers hurt.",
        "The mayor said it was revenge for a raid that killed 14 dockers.",
        "Some say the storm killed 14 sailors.",
        "There were reports that 14 dockers had been shot.",
        "More than 14 dockers were shot and a harbour spokesman said the office was shut.",
        "The pier burnt on Monday, residents said, and 14 dockers marched in Lisk.",
    ],
)
def test_what_happens_and_who_acts_are_no_sources(text: str) -> None:
    assert whose(text, "14") == [None]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The army denied media reports that 14 guards were lost in the raid.", "media reports"),
        ("The army dismissed rebel claims that 14 guards were lost.", "rebel claims"),
        ("The army rejected a claim by the rebels that 14 guards were lost.", "rebels"),
    ],
)
def test_a_denied_number_is_not_theirs_who_deny_it(text: str, source: str) -> None:
    assert whose(text, "14") == [source]


def test_reports_that_are_only_there_yield_to_those_who_tell_of_them() -> None:
    text = "Residents fled the quay. There were reports that 14 dockers were shot, witnesses added."
    assert whose(text, "14") == ["witnesses"]


def test_a_run_between_two_numbers_of_one_source_is_that_sources() -> None:
    text = (
        "The harbour board said 31 dockers were hurt. In Orvan 12 were treated. In Lisk, 9 were.\n"
        "In Norr 4 dockers drowned, the harbour board said."
    )
    assert whose(text, "31", "12", "9", "4") == ["harbour board"] * 4


@pytest.mark.parametrize(
    "text",
    [
        "The harbour board said 31 dockers were hurt. In Orvan 12 dockers drowned.",
        "The harbour board said 31 dockers were hurt. In Orvan 12 dockers drowned. In Norr 4 did, police said.",
        "The harbour board said the pier was shut. In Orvan 12 dockers drowned. In Norr 4 did, the harbour board said.",
        "“We lost 31 dockers,” Ivo Lent said. In Orvan 12 dockers drowned. “And 4 in Norr,” Ivo Lent said.",
    ],
)
def test_a_number_beside_one_source_alone_stays_the_reports_own(text: str) -> None:
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in ("31", "12", "4") if word in text]
    told = read(text).attributions_of(spans)
    at = [text[span.start : span.end] for span in spans].index("12")
    assert told[at] is None


@pytest.mark.parametrize(
    ("text", "number", "source"),
    [
        ("The mayor said 31 dockers were hurt.\nOf the 31, 12 are in hospital.", "12", "mayor"),
        ("The mayor said 31 dockers were hurt. No more than 12 appeared to be badly burnt.", "12", "mayor"),
        ("Some 31 dockers were hurt, the mayor said, and 12 were still in hospital.", "12", "mayor"),
        ("The mayor said it was unclear who was inside. At least 12 were hurt.", "12", None),
        ("The mayor said 31 dockers were hurt.\nOf the 40 boats, 12 sank.", "12", None),
    ],
)
def test_a_count_of_the_same_people_runs_on(text: str, number: str, source: str | None) -> None:
    assert whose(text, number) == [source]


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("Fourteen dockers were shot, the mayor was quoted as saying by RIA.", "mayor", "RIA"),
        ("Fourteen dockers were shot, according to Interfax, which quoted the mayor.", "mayor", "Interfax"),
        ("According to RIA, citing the ministry, Fourteen dockers were shot.", "ministry", "RIA"),
        ("According to the mayor, cited by AFP, Fourteen dockers were shot.", "mayor", "AFP"),
        ("In an interview with Lumen TV, the mayor said Fourteen dockers were shot.", "mayor", "Lumen TV"),
        ("Speaking on Lumen TV, the mayor said Fourteen dockers were shot.", "mayor", "Lumen TV"),
        ("The mayor said in remarks carried by state television that Fourteen were shot.", "mayor", "state television"),
        ("The ministry's statement, carried by RIA, said Fourteen dockers were shot.", "ministry", "RIA"),
        ("“Fourteen of us were shot,” RIA quoted docker Ivo Lent as saying.", "Ivo Lent", "RIA"),
    ],
)
def test_who_hands_words_on_is_told_apart_from_who_said_them(text: str, source: str, via: str) -> None:
    assert hands(text, "Fourteen") == (source, (via,))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The pier burns Channel Nine's Anna Brook: “It looks very grim from here” Ten sheds went, firemen say.", "Anna Brook"),
        ("Added deputy yard chief Ivo Lent, “We have not seen the bill for it yet.”", "Ivo Lent"),
        ("Anna Brook went to the gate, where dockers were shouting: “Give us back our pier now!”", "dockers"),
        ("Ivo Lent, an engineer, played down fears, IRNA reported.\n“The wall will hold for years,” he was quoted as saying.", "Ivo Lent"),
        ("Anna Brook spoke first.\nMayor Ivo Lent vowed a new pier. He said it would be “taller than the old one”.", "Ivo Lent"),
    ],
)  # fmt: skip
def test_words_are_theirs_who_are_named_right_before_them(text: str, speaker: str) -> None:
    ((_, found),) = [(claim.text, claim.attribution.source) for claim in read(text).quotes if claim.attribution]
    assert found == speaker
