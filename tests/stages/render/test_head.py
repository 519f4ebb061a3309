import msgspec

from sayso.model.caution import Caution
from sayso.model.claim import Figure
from sayso.stages.render.sheet import Register, lay_out
from sayso.stages.render.sheet.figures import value_of
from sayso.stages.render.sheet.piece import plain
from tests.stages.render.desk import FOUR_A, FOUR_B, GOATS, SAID_A, SAID_B, TEXTS, brief, changed

replace = msgspec.structs.replace


def head(label: str) -> list[str]:
    sheet, _ = lay_out(brief(), TEXTS)
    return [plain(item) for line in sheet.head if line.label == label for item in line.items]


def test_the_head_says_what_stands_and_whose_it_is() -> None:
    assert "118 detained, Tarnow (Police, 1–2 origins, 1 report)" in head("STANDS")


def test_the_strap_says_how_many_reports_are_undated() -> None:
    rows = tuple(replace(row, published=None) if row.id in {"a", "b"} else row for row in brief().reports)
    assert "5 reports, 2 of them undated" in plain(lay_out(changed(brief(), reports=rows), TEXTS)[0].strap)
    assert "undated" not in plain(lay_out(brief(), TEXTS)[0].strap)


def test_a_report_without_an_outlet_goes_by_the_head_of_its_title_then_by_its_file() -> None:
    long = "Dam breaks above Tarnow and the valley is told to leave before the night"
    rows = [replace(row, outlet=None) for row in brief().reports]
    rows = [replace(rows[0], title=long), replace(rows[1], title=None), *rows[2:]]
    register = Register(changed(brief(), reports=tuple(rows)), TEXTS)
    assert register.label("a") == "Dam breaks above Tarnow and the valley is told …"
    assert register.label("b") == "b"


def test_a_value_opens_the_words_with_its_source_before_a_headline() -> None:
    late = replace(FOUR_B, attribution=None, passage="headline")
    claims = (late, *(claim for claim in brief().claims if claim.id != FOUR_B.id))
    first = brief().questions[0].variants[0]
    swapped = replace(first, claims=(FOUR_B.id, FOUR_A.id))
    assert value_of(swapped, Register(changed(brief(), claims=claims), TEXTS)).claims == (FOUR_A.id, FOUR_B.id)


def test_the_toll_leads_what_stands_even_where_it_is_disputed() -> None:
    assert head("STANDS")[0] == "17 or 26 killed (disputed, see below)"


def test_the_head_says_between_whom_a_value_is_disputed() -> None:
    assert head("DISPUTED") == ["killed: 17 (health ministry) or 26 (The governor)"]


def test_the_head_says_how_a_value_moved() -> None:
    assert head("MOVED") == ["killed at least 4 → 17"]


def test_a_value_that_is_only_denied_is_no_step_of_how_it_moved() -> None:
    toll, *rest = brief().questions
    variants = tuple(
        replace(v, stance="denied", denied_by=v.reports) if v.status == "overtaken" else v for v in toll.variants
    )
    sheet, _ = lay_out(changed(brief(), questions=(replace(toll, variants=variants), *rest)), TEXTS)
    assert [plain(item) for line in sheet.head if line.label == "MOVED" for item in line.items] in ([], ["nothing"])


def test_the_head_says_what_to_beware_of() -> None:
    beware = head("BEWARE")
    assert beware[0] == "“Dozens” became “Hundreds” in report 2"
    assert beware[1] == "31 killed was withdrawn, in 1 report: 3"
    assert "1 report could not be read: report 6" in beware


def test_an_honest_second_wording_is_no_fault_of_its_report() -> None:
    drift = tuple(
        Caution(report=claim.report, kind="quote-drift", message="another wording", start=claim.start, end=claim.end)
        for claim in (SAID_A, SAID_B)
    )
    sheet, _ = lay_out(changed(brief(), warnings=drift, outsiders=()), TEXTS)
    assert [doubt.outlet for doubt in sheet.doubts] == ["Radio"]


def test_what_is_no_count_of_people_is_no_figure_of_another_event() -> None:
    litres = msgspec.structs.replace(
        GOATS, figure=Figure(measure="other", low=900, high=900, qualifier="exact", unit="litres", background=True)
    )
    claims = (*(claim for claim in brief().claims if claim.id != GOATS.id), litres)
    assert lay_out(changed(brief(), claims=claims), TEXTS)[0].elsewhere == ()


def test_a_figure_of_another_event_is_listed_apart() -> None:
    sheet, _ = lay_out(brief(), TEXTS)
    assert [plain(item) for item in sheet.elsewhere] == ["900 taking part, Elsewhere 5"]


def test_a_later_and_looser_wording_of_a_value_is_no_move() -> None:
    whole = brief()
    first = whole.questions[0]
    four, *others = (replace(v, status="overtaken") for v in first.variants if v.status == "overtaken")
    loose = replace(four, low=3, as_of="2023-03-16")
    question = replace(first, variants=(four, *others, loose))
    sheet, _ = lay_out(changed(whole, questions=(question,)), TEXTS)
    assert [line.items for line in sheet.head if line.label == "MOVED"] == [()]


def test_copies_of_which_nothing_tells_the_first_are_said_to_differ() -> None:
    undirected = tuple(replace(change, directed=False) for change in brief().distortions)
    sheet, _ = lay_out(changed(brief(), distortions=undirected), TEXTS)
    told = [plain(item) for line in sheet.head if line.label == "BEWARE" for item in line.items]
    assert told[0] == "“Dozens” in report 1 and “Hundreds” in report 2: one was changed in copying"
    assert [change.differs for change in sheet.changes] == [True]


def test_what_is_feared_is_the_last_choice_for_what_stands() -> None:
    whole = brief()
    first = whole.questions[1]
    told = first.variants[0]
    feared = replace(told, low=900, high=900, stance="uncertain", reports=(*told.reports, "a", "b"))
    asked = replace(first, variants=(feared, told))
    sheet, _ = lay_out(changed(whole, questions=(asked,)), TEXTS)
    (line,) = [line for line in sheet.head if line.label == "STANDS"]
    assert not any("uncertain" in plain(item) for item in line.items)


def test_what_only_a_machine_rewritten_report_says_is_marked_where_it_stands() -> None:
    spun = Caution(report="a", kind="machine-rewritten", message="spun", start=FOUR_A.start, end=FOUR_A.end)
    questions = tuple(
        replace(question, disputed=False, variants=(replace(question.variants[0], status="current", reports=("a",)),))
        for question in brief().questions
    )
    sheet, _ = lay_out(changed(brief(), warnings=(spun,), questions=questions), TEXTS)
    items = [plain(item) for line in sheet.head if line.label == "STANDS" for item in line.items]
    assert items
    assert all("▲ rewritten by a machine" in item for item in items)
    assert not any("▲" in item for item in head("STANDS"))
