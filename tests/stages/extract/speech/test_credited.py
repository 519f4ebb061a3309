import pytest

from sayso.language.parser import Parser
from sayso.model.claim import Claim
from sayso.model.report import Raw
from sayso.stages.clean import clean
from sayso.stages.extract import extract

PARSER = Parser()
BODY = "A ferry struck the old pier at Port Vell on Monday evening, killing 14 people. The mayor said 31 were hurt."


def claims(text: str, outlet: str = "Vale Gazette") -> list[Claim]:
    return extract(clean([Raw(name="r", media="json", text=text, outlet=outlet)]), PARSER)


def hands(text: str, words: str) -> tuple[str | None, tuple[str, ...]]:
    told = next(one.attribution for one in claims(text) if one.text == words and one.kind == "figure")
    return (told.source, told.via) if told else (None, ())


@pytest.mark.parametrize(
    "text", [f"PORT VELL, 3 March (Reuters) - {BODY}", f"{BODY}\n\nSource: Reuters", f"{BODY} (Reuters)"]
)
def test_whose_text_it_is_carried_every_line(text: str) -> None:
    assert hands(text, "14") == (None, ("Reuters",))
    assert hands(text, "31") == ("mayor", ("Reuters",))


def test_who_helped_may_be_behind_what_the_report_says_itself() -> None:
    text = f"{BODY}\n\nReuters contributed to this report."
    assert hands(text, "14") == (None, ("Reuters",))
    assert hands(text, "31") == ("mayor", ())


def test_of_several_helpers_none_is_named() -> None:
    assert hands(f"{BODY}\n\nReuters and AFP contributed to this report.", "14") == (None, ())


def test_hands_stand_in_order_from_the_event_to_the_reader() -> None:
    text = (
        f"PORT VELL, 3 March (AFP) - {BODY} TASS reported that 9 sailors were missing, citing the coast guard.\n\n"
        "Source: Hill Echo"
    )
    assert hands(text, "9") == ("coast guard", ("TASS", "AFP", "Hill Echo"))


def test_an_agency_is_one_hand_under_two_names() -> None:
    assert hands(f"PORT VELL (AP) - {BODY}\n\n© 2031 The Associated Press", "14") == (None, ("AP",))


def test_an_agencys_own_report_came_through_nobody() -> None:
    (figure, *_) = claims(f"PORT VELL, 3 March (Reuters) - {BODY}", outlet="Reuters")
    assert figure.attribution is None


def test_a_caption_keeps_the_credit_of_its_picture() -> None:
    text = f"PORT VELL, 3 March (AFP) - {BODY}\n\nPictured: the ferry that had 120 people on board. A. Brook/EPA"
    captions = [one for one in claims(text) if one.passage == "caption"]
    assert captions
    assert all(one.attribution is None or not one.attribution.via for one in captions)


def test_every_hand_stands_at_its_place() -> None:
    text = f"PORT VELL, 3 March (AFP) - {BODY}\n\nSource: Hill Echo"
    for one in claims(text):
        told = one.attribution
        assert told is not None
        assert tuple(span.of(text) for span in told.via_spans) == told.via
