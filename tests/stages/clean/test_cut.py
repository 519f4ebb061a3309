import itertools

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.passage import Passage
from sayso.stages.clean.cut import cut

LONG = "Nine boats burned at the quay on Friday after a tanker drifted onto the rock, the harbour master said."
MORE = "Two people were treated for burns at the seamen's hospital and sent home before midnight, she added."


def kinds(text: str, title: str | None = None, url: str | None = None, day: str | None = None) -> list[tuple[str, str]]:
    return [(passage.kind, passage.span.of(text)) for passage in cut(text, title, url, day)]


def found(text: str, kind: str) -> list[Passage]:
    return [passage for passage in cut(text) if passage.kind == kind]


def test_headline_byline_and_dateline_stand_before_the_text() -> None:
    text = f"Nine boats burn at Port Sarn\n\nBy ADA QUILL\nPublished: 06:15 GMT\n\nPORT SARN, May 2 (Quay Press) - {LONG}\n\n{MORE}\n"
    assert kinds(text) == [
        ("headline", "Nine boats burn at Port Sarn"),
        ("byline", "By ADA QUILL"),
        ("byline", "Published: 06:15 GMT"),
        ("dateline", "PORT SARN, May 2 (Quay Press) - "),
        ("body", f"{LONG}\n\n{MORE}"),
    ]


def test_a_dateline_may_have_a_line_of_its_own() -> None:
    text = f"Nine boats burn\n\nPORT SARN, Norland, 2 May 2031 10:20 EET (QP) -\n\n{LONG}\n\nWith Quay Press"
    assert [kind for kind, _ in kinds(text)] == ["headline", "dateline", "body", "byline"]


def test_datelines_of_many_manners() -> None:
    for head in (
        "(PORT SARN, Norland) -- ",
        "PORT SARN/HASK (Quay Press, Courier) – ",
        "Port Sarn, 2 May (QP).- ",
        "HASK — ",
    ):
        assert kinds(f"{head}{LONG}")[0] == ("dateline", head)


def test_a_dash_within_a_sentence_makes_no_dateline() -> None:
    for text in (f"The tanker — a rusty one — burned. {LONG}", f"{LONG} HASK — the other port — was spared."):
        assert [kind for kind, _ in kinds(text)] == ["body"]


def test_a_link_list_under_its_heading_is_furniture_until_text_comes_back() -> None:
    text = f"{LONG}\n\nMORE FROM THE HERALD\nMill blaze: 9 hurt, roof gone\nCouncil buys a crane\n\n{MORE}"
    assert [kind for kind, _ in kinds(text)] == ["body", "furniture", "furniture", "body"]


def test_links_at_the_end_are_known_by_what_they_do_not_share() -> None:
    text = f"Boats burn at quay\n\n{LONG}\n\n{MORE}\n\nAt least 13 killed in Dunholt mill blaze\n\nWhy the price of salt keeps rising\n"
    assert kinds(text)[-1][0] == "furniture"
    own = f"{LONG}\n\n{MORE}\n\nBoats burned at the quay on Friday\n\nThe tanker on the rock, the harbour master aboard"
    assert "furniture" not in {kind for kind, _ in kinds(own)}


def test_share_lines_counters_calls_and_forms_are_furniture() -> None:
    for line in (
        "Share: Facebook | Twitter | 31 comments",
        "Views: 3,412",
        "© 2031 Quay Press. All rights reserved.",
        "Subscribe to our channel: we are 12 thousand strong!",
        "ADVERTISEMENT – Join 900 friends of the Herald every morning.",
        "Read more ...",
        "[ad_2]",
        "Source link",
        "Tags: harbour, fire, tanker",
    ):
        assert [kind for kind, _ in kinds(f"{LONG}\n\n{line}\n\n{MORE}")] == ["body", "furniture", "body"], line


def test_sentences_that_begin_like_furniture_stay_text() -> None:
    for line in (
        "Related deaths rose to nine on Friday, the ministry said in its evening note to the press.",
        "Share prices fell after nine people were killed in the port fire on Friday evening.",
        "Images of the fire showed at least four people on the deck of the burning tanker.",
        "“Listen to the sirens,” said a docker, “there were nine of us and three are gone.”",
    ):
        assert [kind for kind, _ in kinds(f"{LONG}\n\n{line}\n\n{MORE}")] == ["body"], line


def test_captions_are_told_with_their_credit() -> None:
    for line, credit in (
        ("Smoke rises over the quay at Port Sarn, May 2, 2031. / Credit: Olaf Brandt/QP", "Olaf Brandt/QP"),
        ("Soldiers on the quay on Friday © REUTERS", "REUTERS"),
        ("A photo taken by the coast guard of the tanker. (Photo: AP)", "AP"),
        ("1 of 3 Fire boats at the pier on Friday, May 2, 2031. O. Brandt/QPA", "O. Brandt/QPA"),
        ("Image copyright Olaf Brandt Image caption The tanker broke in two", "Olaf Brandt"),
    ):
        (caption,) = found(f"{LONG}\n\n{line}\n\n{MORE}", "caption")
        assert caption.credit == credit, line


def test_an_agency_at_the_end_of_a_sentence_makes_no_caption() -> None:
    assert [kind for kind, _ in kinds(f"{LONG}\n\nThe coast guard told this to Reuters.\n\n{MORE} (Reuters)")] == [
        "body"
    ]


def test_a_live_blog_has_entries_with_their_times() -> None:
    text = (
        "Port fire live: nine boats lost\nQuay Herald | latest at the top, all times are GMT\n\n"
        "AT A GLANCE (updated 13.35)\n• Nine boats lost\n\nFri 2 May, 18.10\nGood night.\n\n"
        "Fri 2 May, 17.25\nTwo people are hurt, the harbour master says.\n\nFri 2 May, 16.44\nA tanker is on the rock.\n"
    )
    entries = [passage for passage in cut(text, day="2031-05-02") if passage.kind == "entry"]
    assert [entry.when for entry in entries] == [
        f"2031-05-02T{at}:00+00:00" for at in ("13:35", "18:10", "17:25", "16:44")
    ]


def entry_times(*lines: str) -> list[str | None]:
    text = "Port fire live\n\n" + "\n\n".join(lines)
    return [passage.when for passage in cut(text, day="2031-05-02") if passage.kind == "entry"]


def test_stamps_in_marks_of_emphasis_or_lists_head_entries() -> None:
    for mark in ("**{}** The quay is shut.", "*{}* – The quay is shut.", "- {} The quay is shut.", "### {}"):
        lines = [mark.format(clock) for clock in ("18:10", "17:25", "16:44")]
        assert entry_times(*lines) == [f"2031-05-02T{at}:00" for at in ("18:10", "17:25", "16:44")]


def test_entries_go_back_over_midnight_from_the_newest() -> None:
    lines = ["01:15 The fire is out.", "00:20 Rain sets in.", "22:40 Two boats are lost.", "09:30 A tanker drifts."]
    times = ["2031-05-02T01:15:00", "2031-05-02T00:20:00", "2031-05-01T22:40:00", "2031-05-01T09:30:00"]
    assert entry_times(*lines) == times
    assert entry_times(*reversed(lines)) == times[::-1]


def test_an_entry_a_little_out_of_place_is_of_the_same_day() -> None:
    lines = ["18:10 Out.", "14:05 Rain.", "15:20 Wind.", "12:00 Smoke."]
    assert entry_times(*lines) == [f"2031-05-02T{line[:5]}:00" for line in lines]


def test_the_day_that_a_stamp_names_holds_for_the_entries_before() -> None:
    lines = ["01:15 The fire is out.", "30 April, 22:40 Two boats are lost.", "21:05 A tanker drifts."]
    assert entry_times(*lines) == ["2031-05-02T01:15:00", "2031-04-30T22:40:00", "2031-04-30T21:05:00"]


def test_two_stamps_make_no_live_blog() -> None:
    assert found(f"{LONG}\n\n06:15 GMT\n\n{MORE}\n\n07:20 GMT\n", "entry") == []


def test_an_update_with_its_time_is_an_entry() -> None:
    text = f"{LONG}\n\nUPDATED 19:55: The number of boats lost has risen to 11, she said."
    assert [passage.when for passage in cut(text)] == [None, "19:55"]
    assert [passage.when for passage in cut(text, day="2031-05-02")] == [None, "2031-05-02T19:55:00"]


def test_an_editors_comment_runs_to_the_end_of_its_article() -> None:
    text = (
        f"Boats burn\n\n{LONG}\n\nEditor: Nobody counts boats like our port.\n\nI would count them twice.\n\n3 comments"
    )
    assert [kind for kind, _ in kinds(text)] == ["headline", "body", "comment", "furniture"]


def test_corrections_and_withdrawals_are_told_from_reports_of_errors() -> None:
    for line in (
        "Correction: we first wrote that 11 boats burned; nine did.",
        "Editors: Quay Press has retracted what it sent on May 2; please disregard it.",
        "This article was amended on 3 May 2031. An earlier version misstated the number of boats.",
    ):
        assert [kind for kind, _ in kinds(f"{LONG}\n\n{line}")] == ["body", "correction"], line
    assert (
        found(f"{LONG}\n\nThe ministry said that the port had misstated the number of boats on Friday.", "correction")
        == []
    )


def test_an_embedded_post_has_its_author() -> None:
    posts = found(f"{LONG}\n\nThe fire is out.\n\n— Port Fire (@portfire) May 2, 2031\n\n{MORE}", "post")
    assert [post.credit for post in posts] == ["Port Fire (@portfire)"]
    assert len(cut(f"{LONG}\n\nThe fire is out.\n\n— Port Fire (@portfire) May 2, 2031\n\n{MORE}")) == 3


def test_a_page_with_two_articles_counts_them() -> None:
    text = f"Boats burn\n\n{LONG}\n\n{MORE}\n\n{MORE}\n\nMiners trapped near Dunholt\n\nBy Odo Brenn\n\n{LONG}"
    passages = cut(text)
    assert {passage.article for passage in passages} == {0, 1}
    assert next(p for p in passages if p.article == 1).span.of(text) == "Miners trapped near Dunholt"


def test_a_name_over_a_dateline_begins_an_extract() -> None:
    text = f"Two extracts\n\nA word before them, as every Friday of this long year.\n\nQuay Press:\n\nHASK, May 2 (Quay Press) - {LONG}"
    assert [(p.kind, p.article) for p in cut(text)][-3:] == [("byline", 1), ("dateline", 1), ("body", 1)]


def test_an_opinion_is_told_by_label_address_or_its_phrases() -> None:
    text = f"{LONG}\n\n{MORE}"
    assert kinds(f"Opinion: Who counts boats?\n\n{text}")[-1][0] == "opinion"
    assert kinds(text, url="https://quay.example/opinion/boats")[-1][0] == "opinion"
    argued = "I believe the port must not sleep. It is worth noting that time will tell. Of course we should ask why."
    assert kinds(argued)[-1][0] == "opinion"
    assert kinds(text)[-1][0] == "body"


def test_a_gallery_of_other_news_is_furniture_and_one_of_this_report_is_not() -> None:
    other = "\n".join(
        f"{n}/30 {n} June 2031 Queen Ilva opens the {n}th flower show of Tolmin REUTERS" for n in range(1, 9)
    )
    assert "caption" not in {kind for kind, _ in kinds(f"{LONG}\n\n{MORE}\n{other}")}
    own = "\n".join(
        f"{n}/8 Boats burned at the quay after the tanker drifted onto the rock REUTERS" for n in range(1, 9)
    )
    assert len(found(f"{LONG}\n\n{MORE}\n{own}", "caption")) == 8


PIECES = st.sampled_from(
    [
        LONG,
        "By Ada Quill",
        "[ad_1]",
        "MORE FROM US",
        "Fri 2 May, 18.05",
        "— A (@a) May 2, 2031",
        "\n",
        " ",
        "Editor: no",
        "HASK — ",
    ]
)


@given(
    st.lists(st.one_of(st.text(alphabet=st.characters(codec="utf-8"), max_size=40), PIECES), max_size=25).map("\n".join)
)
def test_passages_of_any_text_are_ordered_disjoint_and_hold_all_words(text: str) -> None:
    passages = cut(text)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(passages))
    assert all(0 <= p.span.start < p.span.end <= len(text) for p in passages)
    kept = "".join(p.span.of(text) for p in passages)
    assert "".join(kept.split()) == "".join(text.split())
