import time

import pytest

from sayso.model.caution import CautionKind
from sayso.model.reading import Reading
from sayso.model.report import Raw
from sayso.stages.clean import clean

LONG = "Nine boats burned at the quay on Friday after a tanker drifted onto the rock, the harbour master said."
MORE = "Two people were treated for burns at the seamen's hospital and sent home before midnight, she added."


def read(text: str, name: str = "x", **known: str) -> Reading:
    return clean([Raw(name=name, id=name, media="json", text=text, **known)])[0]  # type: ignore[arg-type]


def warned(reading: Reading, kind: CautionKind) -> list[str]:
    """The words that the cautions of a kind point to."""
    text = reading.report.text
    return [text[w.start : w.end] if w.start is not None else "" for w in reading.warnings if w.kind == kind]


def test_the_text_of_json_stays_as_it_is() -> None:
    assert read("  A\r\nb \u2028").report.text == "  A\r\nb \u2028"


def test_hours_of_a_live_page_are_of_the_day_that_its_byline_tells() -> None:
    text = "# Quay fire live\nQuay Herald, 2 May 2031\n\n**18:10** Out.\n\n**17:25** Rain.\n\n**16:44** Smoke."
    times = [passage.when for passage in read(text).passages if passage.kind == "entry"]
    assert times == [f"2031-05-02T{at}:00" for at in ("18:10", "17:25", "16:44")]


def test_the_same_report_given_twice_counts_once() -> None:
    first, again, other = clean(
        Raw(name=n, id=n, media="json", text=LONG, outlet=o) for n, o in (("a", "Quay"), ("b", "Quay"), ("c", "Hask"))
    )
    assert (len(first.passages), len(other.passages)) == (1, 1)
    assert (again.report.text, again.passages) == ("", ())
    assert again.warnings[0].kind == "same-report-twice"
    assert "'a'" in again.warnings[0].message


def test_what_could_not_be_had_is_a_reading_with_its_problem() -> None:
    reading = clean([Raw(name="x.pdf", media="pdf", id="x", problem="x.pdf ends in .pdf; save its text")])[0]
    assert (reading.report.status, reading.report.problem) == ("unreadable", "x.pdf ends in .pdf; save its text")
    assert read("  ").report.status == "unreadable"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("Friday, May 2, 2031\n\nNine boats burn", "2031-05-02"),
        ("Nine boats burn\n\n2 May 2031 14:30\n", "2031-05-02T14:30:00"),
        ("Nine boats burn\n\nPublished: May 2, 2031 6:15 PM GMT\n", "2031-05-02T18:15:00+00:00"),
        ("Nine boats burn\n\nFriday, May 2, 2031\n\nPosted by Ada Quill at 12:40 PM", "2031-05-02T12:40:00"),
        ("Nine boats burn\n\nFriday 2 May 2031, 16:05 (corrected 16:50)", "2031-05-02T16:05:00"),
        ("Nine boats burn\n\nUpdated: May 4, 2031\nMay 2, 2031", "2031-05-02"),
        ("Nine boats burn\n\nPort Sarn, 2 May 2031", "2031-05-02"),
        ("Nine boats burn\n\nPublished: 06:15 GMT", None),
        ("Smoke over the quay, May 2, 2031. / Credit: O. Brandt/QP", None),
    ],
)
def test_a_bare_text_tells_its_time_in_its_head_or_not_at_all(head: str, published: str | None) -> None:
    reading = read(f"{head}\n\n{LONG} It began on May 1, 2030.\n\n{MORE}")
    assert reading.report.published == published
    assert bool(warned(reading, "undated")) == (published is None)


def test_a_bare_text_tells_its_author_and_outlet() -> None:
    report = read(f"Nine boats burn\n\nBy Ada Quill\n\n{LONG}\n\nsource: quay.example").report
    assert (report.title, report.byline, report.outlet) == ("Nine boats burn", "Ada Quill", "quay.example")
    assert read(f"{LONG}\n\nfrom Quay Notes Daily https://q.example/1").report.outlet == "Quay Notes Daily"


def test_a_line_under_the_headline_may_name_the_outlet() -> None:
    assert read(f"Nine boats burn\nThe Port Courier\n\n{LONG}").report.outlet == "The Port Courier"
    assert read(f"Nine boats burn\nAda Quill\n\n{LONG}").report.outlet is None
    assert read(f"Nine boats burn\nBy Ada Post\n\n{LONG}").report.outlet is None


def test_known_publication_data_are_not_overruled() -> None:
    report = read(
        f"Other title\n\nMay 9, 2031\n\n{LONG}", title="Nine boats burn", published="2031-05-02", outlet="Quay"
    ).report
    assert (report.title, report.published, report.outlet) == ("Nine boats burn", "2031-05-02", "Quay")


def test_a_caption_of_another_year_conflicts() -> None:
    caption = "Boats burn at Port Sarn on May 1, 2030. / Credit: O. Brandt/QP"
    assert warned(read(f"{LONG}\n\n{caption}", published="2031-05-02"), "date-conflict") == ["May 1, 2030"]
    archive = "The tanker at her launch in Hask, November 7, 2019. / Credit: O. Brandt/QP"
    assert warned(read(f"{LONG}\n\n{archive}", published="2031-05-02"), "date-conflict") == []


def test_a_weekday_that_the_day_was_not_conflicts() -> None:
    assert warned(
        read(f"{LONG}\n\nIt began on Friday, May 2, 2030, she said.", published="2031-05-02"), "date-conflict"
    )
    assert not warned(
        read(f"{LONG}\n\nIt began on Friday, May 2, 2031, she said.", published="2031-05-02"), "date-conflict"
    )


def test_an_undated_report_is_judged_by_the_day_of_the_run() -> None:
    caption = "This handout image of May 1, 2030 shows the tanker"
    dated = Raw(name="a", id="a", media="json", text=MORE, published="2031-05-02")
    readings = clean([dated, Raw(name="b", id="b", media="json", text=f"{LONG}\n\n{caption}")])
    assert warned(readings[1], "date-conflict") == ["May 1, 2030"]


def test_sentences_and_captions_that_stand_twice_are_told_once_a_run() -> None:
    straight = "Kelp's master on the quay. She was aboard. / Credit: O. Brandt/QP"
    reading = read(f"{LONG}\n\n{straight}\n\n{straight.replace(chr(39), '’')}\n\n{MORE} Then it was dark. {MORE}")
    assert warned(reading, "repeated-passage")[-1] == MORE
    assert len(warned(reading, "repeated-passage")) <= 2
    assert warned(read(f"{LONG}\n\n{MORE}"), "repeated-passage") == []


def test_a_doubled_word_is_told_and_good_english_is_not() -> None:
    assert warned(read(f"Boats burn after Mayor Mayor calls\n\n{LONG}"), "doubled-word") == ["Mayor Mayor"]
    good = "He said that that was all he had had. “No, no,” she said. In all, all were saved in Walla Walla."
    assert warned(read(good), "doubled-word") == []


def test_template_residue_is_told_and_share_lines_are_not() -> None:
    reading = read(f"[ad_1]\n{LONG}\n\nShare: Facebook Tweet Email\n\nSource link")
    assert warned(reading, "template-residue") == ["[ad_1]", "Source link"]


@pytest.mark.parametrize(
    "end",
    [
        "The harbour master said that the tanker had been on its way to",
        "The tanker was on…",
        "It burned.\n\nRead more ...",
    ],
)
def test_a_text_that_breaks_off_is_told(end: str) -> None:
    filler = "The wreck will stay where it is for a week or two"
    assert warned(read(f"{LONG}\n\n{filler} and {end}"), "truncated")


@pytest.mark.parametrize(
    "end",
    ["", " QPA", "\n\nBy Ada Quill in Hask", "\n\nRead more: Why salt is dear", "\n\nSmoke over the quay (Reuters)"],
)
def test_a_whole_text_is_not_said_to_break_off(end: str) -> None:
    assert warned(read(f"{LONG}\n\n{MORE}{end}"), "truncated") == []


def test_a_spun_text_is_told_only_on_several_kinds_of_evidence() -> None:
    spun = (
        "[ad_1]\nPolice mentioned on Friday that individuals had been hurt. “It burned, ”he mentioned. The hearth division "
        "mentioned that it was over. In keeping with the mayor, greater than 1 boat was lost, he mentioned. Source link"
    )
    assert warned(read(f"Boats boats burn\n\n{spun}"), "machine-rewritten") == [""]
    assert warned(read(f"[ad_1]\n{LONG}\n\n{MORE}\n\nSource link"), "machine-rewritten") == []


def test_several_articles_opinion_and_encoding_are_told() -> None:
    two = (
        f"Boats burn\n\n{LONG}\n\n{MORE}\n\n{MORE[:-1]} again.\n\nMiners trapped near Dunholt\n\nBy Odo Brenn\n\n{LONG}"
    )
    assert warned(read(two), "several-articles") == ["Miners trapped near Dunholt"]
    assert warned(read(f"Opinion: Boats\n\n{LONG}"), "opinion") == [LONG]
    assert warned(read(f"{LONG} It wasnâ€™t over."), "encoding") == ["â€™"]


@pytest.mark.parametrize(
    "piece",
    [
        "Nine boats burned. ",
        "A. ",
        "x\n",
        "Editor: x y z.\n",
        "Boats burn at quay\n",
        "12:30 x\n",
        "x / Credit: y\n",
        '"',
        "(",
        "ha ha ",
    ],
)
def test_hostile_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        took = []
        for _ in range(2):  # the better of two: a garbage collection is no fault of the code
            start = time.process_time()
            read(piece * (length // len(piece)))
            took.append(time.process_time() - start)
        return min(took)

    seconds(10_000)
    short = seconds(40_000)
    assert seconds(160_000) < 10 * short + 0.2  # 16 times as long would be quadratic
