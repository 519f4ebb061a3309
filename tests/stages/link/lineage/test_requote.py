from sayso.model.attribution import Attribution
from sayso.model.claim import Claim, Quote
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.stages.link.lineage.requote import requotes


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


def test_two_wordings_of_one_utterance_are_grouped_with_their_drift() -> None:
    one = quote("a", "We shall not leave the valley until the last road has been cleared of mines.", "Anders Holm")
    other = quote("b", "We will not go from the valley before the last road is cleaned of mines.", "Anders Holm")
    (group,) = requotes([one, other])
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
    (group,) = requotes([whole, garbled, apart])
    assert [claim for wording in group.wordings for claim in wording.claims] == [whole.id, garbled.id]


def test_the_same_words_are_one_utterance_whoever_is_named() -> None:
    words = "nobody in this town has ever seen the river so high in June"
    (group,) = requotes([quote("a", words, "Mayor Petra Lind"), quote("b", words, None)])
    assert group.drift == 0.0
    assert group.speaker == "Mayor Petra Lind"


def test_different_utterances_and_different_speakers_stay_apart() -> None:
    one = quote("a", "We shall not leave the valley until the last road has been cleared of mines.", "Anders Holm")
    other = quote("b", "The price of bread has doubled since the bakers went on strike in March.", "Anders Holm")
    third = quote("c", "We will not go from the valley before the last road is cleaned of mines.", "Maria Quist")
    assert requotes([one, other, third]) == ()


def test_one_report_alone_has_no_requote() -> None:
    words = "nobody in this town has ever seen the river so high in June"
    assert requotes([quote("a", words, "Petra Lind")]) == ()
