import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.credit import Credit
from sayso.model.passage import PassageKind
from sayso.model.reading import Reading
from sayso.model.report import Raw
from sayso.stages.clean import clean

HEADLINE = "Ferry hits pier at Port Vell"
BODY = (
    "A ferry struck the old pier at Port Vell on Monday evening, and the harbour office closed two berths.\n\n"
    "Divers will look at the hull in the morning, the harbour master said."
)


def read(text: str, outlet: str | None = None) -> Reading:
    return clean([Raw(name="r", media="json", text=text, outlet=outlet)])[0]


def credits_at(head: str = "", foot: str = "", outlet: str | None = None) -> tuple[Credit, ...]:
    return read(f"{HEADLINE}\n\n{head}{BODY}{foot}", outlet).credits


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("PORT VELL, 3 March (Reuters) - ", "Reuters"),
        ("PORT VELL, March 3 (RT) -- ", "RT"),
        ("PORT VELL (Quay Wire) — ", "Quay Wire"),
        ("Port Vell [Ruritania], March 3 (ANI): ", "ANI"),
        ("AFP, Port Vell - ", "AFP"),
        ("[Xinhua] ", "Xinhua"),
        ("By Reuters\n\n", "Reuters"),
        ("By A. Brook, Associated Press\n\n", "Associated Press"),
        ("Agence France-Presse\n\n", "Agence France-Presse"),
    ],
)
def test_whose_text_it_is_stands_at_its_head(head: str, name: str) -> None:
    (credit,) = credits_at(head=head)
    assert (credit.name, credit.whole, credit.own) == (name, True, False)


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        ("\n\nsource: Xinhua", "Xinhua"),
        ("\n\nSource: TASS.", "TASS"),
        ("\n\n(Source: TASS)", "TASS"),
        ("\n\n(ANI)", "ANI"),
        (" (ANI)", "ANI"),
        (" — AFP", "AFP"),
        ("\n\n--IANS", "IANS"),
        ("\n\n© 2031 AFP", "AFP"),
        ("\n\nCopyright 2031 The Associated Press", "The Associated Press"),
    ],
)
def test_whose_text_it_is_stands_at_its_foot(foot: str, name: str) -> None:
    (credit,) = credits_at(foot=foot)
    assert (credit.name, credit.whole) == (name, True)


@pytest.mark.parametrize(
    "foot",
    [
        "Reuters contributed to this report.",
        "With inputs from PTI",
        "With files from The Canadian Press",
        "Ann Brook of the Associated Press contributed.",
        "Additional reporting by AFP",
    ],
)
def test_who_helped_had_a_part_and_no_more(foot: str) -> None:
    assert [credit.whole for credit in credits_at(foot=f"\n\n{foot}")] == [False]


def test_of_two_names_neither_has_the_whole() -> None:
    assert [(one.name, one.whole) for one in credits_at(head="PORT VELL (AP/AFP) - ")] == [
        ("AP", False),
        ("AFP", False),
    ]


def test_two_names_of_one_agency_are_one() -> None:
    assert all(one.whole for one in credits_at(head="PORT VELL (AP) - ", foot="\n\n© 2031 The Associated Press"))


def test_an_outlets_own_name_is_a_signature() -> None:
    (credit,) = credits_at(head="PORT VELL (Quay Wire) - ", outlet="Quay Wire")
    assert credit.own


@pytest.mark.parametrize(
    "foot",
    [
        "\n\nAdditional reporting by Ann Brook in Tolna.",
        "\n\nPhoto: A. Brook / Reuters",
        " The paper said so before Reuters did.",
        " The harbour has a depth gauge (AP).",
    ],
)
def test_people_pictures_and_sentences_credit_no_agency(foot: str) -> None:
    assert credits_at(foot=foot) == ()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("With inputs from PTI", "byline"),
        ("Additional reporting by Ann Brook in Tolna.", "byline"),
        ("- AFP", "byline"),
    ],
)
def test_a_line_of_credits_is_no_running_text_and_no_caption(line: str, kind: PassageKind) -> None:
    assert read(f"{HEADLINE}\n\n{BODY}\n\n{line}").passages[-1].kind == kind


def test_a_second_dateline_covers_what_follows_it() -> None:
    second = BODY.replace("A ferry", "TOLNA, 3 March (AFP) - A barge")
    text = f"{HEADLINE}\n\nPORT VELL, 3 March (Reuters) - {BODY}\n\n{BODY}\n\n{second}"
    first, other = read(text).credits
    assert first.covers.end <= other.covers.start <= text.index("A barge")
    assert text[: first.covers.end].count("harbour office") == 2


@given(
    st.lists(st.sampled_from(["Reuters", "(AFP)", "© ", "by ", "Source: ", "A ferry sank. ", "\n\n", " - ", "PA", "("]))
)
def test_a_credit_stands_where_it_says(parts: list[str]) -> None:
    reading = read("".join(parts) + "The end of it came on a calm evening in the bay.")
    for credit in reading.credits:
        assert credit.span.of(reading.report.text) == credit.name
        assert credit.covers.end <= len(reading.report.text)


def test_a_state_behind_a_place_is_no_agency() -> None:
    assert credits_at(head="PORT VELL, PA - ") == ()


def test_a_copyright_of_two_is_nobodys_whole() -> None:
    assert [one.whole for one in credits_at(foot="\n\nCopyright 2031 Quay Nine and The Associated Press")] == [False]


def test_a_site_and_its_outlet_are_one() -> None:
    (credit,) = credits_at(head="PORT VELL (QRST) - ", outlet="qrst.example")
    assert credit.own


@pytest.mark.parametrize("head", ["PORT VELL (France) - ", "(PORT VELL, Ruritania) - "])
def test_places_in_brackets_are_no_agency(head: str) -> None:
    assert credits_at(head=head) == ()
