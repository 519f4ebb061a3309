import json
import re
from html import unescape

import pytest

import sayso.stages.render as shown
from sayso.errors import UsageError
from sayso.stages.reconcile.rules import with_pick
from sayso.stages.render import Press, render
from tests.stages.render.desk import TEXTS, brief, changed


def terminal(**settings: object) -> str:
    return render(brief(), TEXTS, "terminal", **settings)  # type: ignore[arg-type]


def page() -> str:
    return render(brief(), TEXTS, "html")


def test_the_terminal_keeps_to_a_hundred_columns() -> None:
    assert max(len(line) for line in terminal().splitlines()) <= 100
    assert max(len(line) for line in terminal(width=60).splitlines()) <= 60


def test_the_terminal_has_no_escape_codes_without_colour() -> None:
    assert "\x1b" not in terminal()
    assert "\x1b[" in terminal(color=True)


def test_status_is_told_by_shape_and_word() -> None:
    for line in ("● 17", "◆ 26 disputed", "✕ 31 withdrawn", "▲ hundreds distorted"):
        assert line in terminal()


def test_an_escape_code_in_a_report_does_not_reach_the_terminal() -> None:
    whole = brief()
    texts = dict(TEXTS, a=TEXTS["a"].replace("Dozens of people", "Dozens of \x1b[2Jle"))
    assert "\x1b" not in render(whole, texts, "terminal")


@pytest.mark.parametrize("form", ["terminal", "html", "markdown"])
def test_all_forms_say_the_same(form: str) -> None:
    said = render(brief(), TEXTS, form)  # type: ignore[arg-type]
    plain = re.sub(r"<[^>]+>|[*\\]", "", said.split("</style>")[-1])
    flat = " ".join(plain.split())
    for words in (
        "STANDS",
        "DISPUTED",
        "MOVED",
        "BEWARE",
        "health ministry",
        "was withdrawn",
        "no other report",
        "at least 4",
    ):
        assert words in flat
    for words in ("We misplaced our neighbors today", "imposed a curfew", "no report says how many are missing"):
        assert words in flat


@pytest.mark.parametrize("form", ["terminal", "html", "markdown"])
def test_a_reason_stands_in_every_form_with_the_reports_that_it_cites(form: str) -> None:
    said = render(brief(), TEXTS, form)  # type: ignore[arg-type]
    plain = " ".join(re.sub(r"<[^>]+>|[*\\\[\]]", "", said.split("</style>")[-1]).split())
    marks = ("report 1", "report 2") if form == "html" else ("1, 2",)
    assert f"MNA was published earlier {marks[0]}" in plain
    assert marks[-1] in plain.split("MNA was published earlier ")[1][:20]
    assert "the latest that sources stand by" in plain


def test_json_holds_what_the_contract_names() -> None:
    whole = json.loads(render(brief(), TEXTS, "json"))
    assert {"story", "reports", "questions", "quotes", "timeline", "lineage", "warnings"} <= set(whole)
    assert {"title", "first", "last", "reports", "origins", "as_of"} <= set(whole["story"])
    assert whole["lineage"][0]["passages"][0]["a"] == [25, 57]
    assert "text" not in whole["reports"][0]
    assert json.loads(render(brief(), TEXTS, "json", with_text=True))["reports"][0]["text"] == TEXTS["a"]


def test_the_page_asks_nothing_of_the_outside() -> None:
    assert "default-src 'none'" in unescape(page())
    for tag in ("<link", "<img", "<iframe", "@import", "url(", "<base"):
        assert tag not in page()
    assert re.findall(r'\bsrc="', page()) == []


def test_words_of_a_report_never_become_markup() -> None:
    assert "&lt;script&gt;alert(" in page()
    assert page().count("<script>") == 1
    assert "News &lt;365&gt;" in page()


def test_a_script_as_an_address_is_no_link() -> None:
    whole = brief()
    rows = tuple(type(row)(**{**fields(row), "url": "javascript:alert(1)"}) for row in whole.reports)
    whole = type(whole)(**{**fields(whole), "reports": rows})
    assert "javascript:" not in render(whole, TEXTS, "html")


def test_markdown_escapes_its_own_marks() -> None:
    said = render(brief(), TEXTS, "markdown")
    assert "News \\<365\\>" in said
    assert "| Killed, people | ● **17** | 16 Mar |" in said


def test_rendering_twice_gives_the_same_bytes() -> None:
    assert page() == page()
    assert terminal() == terminal()


def test_an_unknown_form_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="markdown or json"):
        render(brief(), TEXTS, "pdf")  # type: ignore[arg-type]


def fields(record: object) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.__struct_fields__}  # type: ignore[attr-defined]


@pytest.mark.parametrize("form", ["terminal", "html", "markdown", "json"])
def test_what_a_rule_picks_stands_in_every_form_beside_the_values(form: str) -> None:
    whole = brief()
    questions = tuple(with_pick(question, "lowest") for question in whole.questions)
    told = render(changed(whole, questions=questions), TEXTS, form, width=240)  # type: ignore[arg-type]
    plain = " ".join(re.sub(r"<[^>]+>|[*\\]", "", told.split("</style>")[-1]).split())
    assert ('"rule": "lowest"' if form == "json" else "by the rule lowest: 17") in plain
    assert "it is the lowest bound that stands" in plain
    assert "31" in plain


def test_one_press_prints_what_each_form_would_be_alone() -> None:
    press = Press(brief(), TEXTS)
    for form in ("terminal", "html", "markdown", "json"):
        assert press.show(form) == render(brief(), TEXTS, form)  # type: ignore[arg-type]


def test_a_brief_is_laid_out_once_for_all_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    laid = []
    real = shown.lay_out
    monkeypatch.setattr(shown, "lay_out", lambda *given: laid.append(given) or real(*given))
    press = Press(brief(), TEXTS)
    assert press.show("terminal") != press.show("html")
    assert len(laid) == 1
