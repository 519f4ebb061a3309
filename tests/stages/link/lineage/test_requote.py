from collections.abc import Sequence

from sayso.model.attribution import Attribution
from sayso.model.caution import Caution
from sayso.model.claim import Claim, Quote
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.stages.link.lineage import trace
from sayso.stages.link.lineage.requote import Quotations, Utterances


def quote(report: str, words: str, speaker: str | None) -> Claim:
    text = f"He said: “{words}”"
    span = Span(10, 10 + len(words))
    return Claim.of(
        Report.of(text=text, id=report),
        "quote",
        span,
        words=words,
        sentence=Span(0, len(text)),
        passage="body",
        attribution=Attribution(source=speaker) if speaker else None,
        quote=Quote(),
    )


def utterances(claims: Sequence[Claim]) -> Utterances:
    return Quotations(claims).utterances(rewritten=())


def test_two_wordings_of_one_utterance_are_grouped_with_their_drift() -> None:
    one = quote("a", "We shall not leave the valley until the last road has been cleared of mines.", "Anders Holm")
    other = quote("b", "We will not go from the valley before the last road is cleaned of mines.", "Anders Holm")
    (group,) = utterances([one, other]).groups
    assert [wording.claims for wording in group.wordings] == [(one.id,), (other.id,)]
    assert 0.1 < group.drift < 0.6


def test_a_garbled_fragment_finds_the_sentence_that_it_came_from() -> None:
    whole = quote(
        "a",
        "This vote is one more trial, after the budget, of the chancellor's ability to steady his loyal allies without"
        " angering their voters.",
        "Dmitry Orlan",
    )
    garbled = quote("b", "support the steadiness of his allies without annoying voters", "Dmitri Orlan")
    apart = quote("b", "the harbour will be dredged again in the spring of next year", "Dmitri Orlan")
    (group,) = utterances([whole, garbled, apart]).groups
    assert [claim for wording in group.wordings for claim in wording.claims] == [whole.id, garbled.id]


def test_the_same_words_are_one_utterance_whoever_is_named() -> None:
    words = "nobody in this town has ever seen the river so high in June"
    (group,) = utterances([quote("a", words, "Mayor Petra Lind"), quote("b", words, None)]).groups
    assert group.drift == 0.0
    assert group.speaker == "Mayor Petra Lind"


def test_different_utterances_and_different_speakers_stay_apart() -> None:
    one = quote("a", "We shall not leave the valley until the last road has been cleared of mines.", "Anders Holm")
    other = quote("b", "The price of bread has doubled since the bakers went on strike in March.", "Anders Holm")
    third = quote("c", "We will not go from the valley before the last road is cleaned of mines.", "Maria Quist")
    assert utterances([one, other, third]).groups == ()


def test_one_report_alone_has_no_requote() -> None:
    words = "nobody in this town has ever seen the river so high in June"
    assert utterances([quote("a", words, "Petra Lind")]).groups == ()


def test_the_next_sentence_of_a_speech_is_another_utterance_though_it_is_about_the_same() -> None:
    one = quote("a", "The burns range from scalds to charred skin.", "Ida Brock")
    other = quote("b", "About nine patients have grave burns, two of them on the face.", "Ida Brock")
    assert utterances([one, other]).groups == ()


def test_two_pieces_of_one_long_quotation_do_not_drift_apart() -> None:
    first, second = "The dam held through the whole night,", "We opened the eastern sluice only at sunrise."
    pieces = [quote("a", first, "Ida Brock"), quote("a", second, "Ida Brock")]
    whole = quote("b", f"{first[:-1]}. {second}", "Ida Brock")
    found = utterances([*pieces, whole])
    assert [group.drift for group in found.groups] == [0.0]
    assert not found.are_reworded(first, second)


def test_a_slip_of_the_pen_is_no_translation() -> None:
    one = quote("a", "I saw that many roofs were damages and the street was full of tiles.", "Ida Brock")
    other = quote("b", "I saw that many roofs were damaged and the street was full of tiles.", "Ida Brock")
    found = utterances([one, other])
    assert len(found.groups) == 1
    assert found.reworded == frozenset()


def test_in_a_rewritten_report_meaning_is_enough() -> None:
    one = quote("a", "They watch the bridge; they do not shoot, and nobody will ask them to.", "Ida Brock")
    other = quote("b", "They are on guard at the crossing, but fire not, and will never be requested so.", "Ida Brock")
    assert Quotations([one, other]).utterances(rewritten=()).groups == ()
    assert len(Quotations([one, other]).utterances(rewritten={("a", "b")}).groups) == 1


def test_what_a_machine_rewrote_is_told_again_though_no_tie_shows_it() -> None:
    said = "They watch the bridge; they do not shoot, and nobody will ask them to."
    spun = "They are on guard at the crossing, but fire not, and will never be requested so."
    claims = [quote("a", said, "Ida Brock"), quote("b", spun, "Ida Brock")]
    plain = [
        Reading(report=Report.of(text=f"He said: “{words}”", id=name)) for name, words in (("a", said), ("b", spun))
    ]
    marked = Reading(
        report=plain[1].report, warnings=(Caution(report="b", kind="machine-rewritten", message="odd words"),)
    )
    assert trace(plain, claims).requotes == ()
    assert len(trace([plain[0], marked], claims).requotes) == 1
