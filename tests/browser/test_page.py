"""The page in a real browser: by keyboard, without scripts, on a phone, in the dark, and under axe."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which

import msgspec
import pytest

from sayso.model.brief import Brief
from sayso.stages.render import render
from tests.stages.render.desk import DOZENS, FOUR_A, GOATS, SEVENTEEN, TEXTS, brief

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt-get install chromium")

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PHONE = {"width": 390, "height": 844}
Open = Callable[..., "playwright.Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator["playwright.Browser"]:
    with playwright.sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def opened(browser: "playwright.Browser", tmp_path: Path) -> Iterator[Open]:
    """Open a brief's page; fail at the end if it asked for anything or complained."""
    contexts, asked, said = [], [], []

    def open_page(whole: Brief | None = None, texts: dict[str, str] | None = None, **how: object) -> "playwright.Page":
        path = tmp_path / "brief.html"
        path.write_text(render(whole or brief(), texts or TEXTS, "html"), "utf-8")
        contexts.append(browser.new_context(**how))
        page = contexts[-1].new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [url for url in asked if not url.startswith("file:")] == []
    assert said == []


def faults(page: "playwright.Page") -> list[str]:
    found = axe.Axe().run(page).response["violations"]
    return [f"{fault['impact']} {fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in found]


@pytest.mark.parametrize(
    "how",
    [{"color_scheme": "dark"}, {"viewport": PHONE}],
    ids=["dark desk", "light phone"],
)
def test_axe_finds_no_fault(opened: Open, how: dict[str, object]) -> None:
    page = opened(**how)
    page.evaluate("document.querySelectorAll('details').forEach((node) => { node.open = true; })")
    assert faults(page) == []
    page.locator("a.value").first.click()
    assert faults(page) == []


def test_a_figure_is_followed_to_its_passage_by_keyboard(opened: Open) -> None:
    page = opened()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == f"#{SEVENTEEN.id}":
            break
    page.keyboard.press("Enter")
    assert page.locator("#beside").is_visible()
    assert page.locator("#beside mark.here").inner_text() == SEVENTEEN.text
    assert "health ministry ▸ MNA ▸ Meridian Wire (4)" in page.locator("#beside-chain").inner_text()
    assert page.evaluate("document.activeElement.id") == "beside-title"
    page.keyboard.press("Escape")
    assert page.locator("#beside").is_hidden()
    assert page.evaluate("document.activeElement.getAttribute('href')") == f"#{SEVENTEEN.id}"


def test_the_passage_is_in_view_when_it_opens(opened: Open) -> None:
    page = opened(viewport=PHONE)
    page.locator(f'a.value[href="#{DOZENS.id}"]').first.click()
    inside = """() => { const pane = document.getElementById('beside-text').getBoundingClientRect();
      const mark = document.querySelector('#beside mark.here').getBoundingClientRect();
      return mark.top >= pane.top && mark.bottom <= Math.min(pane.bottom, innerHeight); }"""
    assert page.evaluate(inside)


def test_a_value_in_several_reports_can_be_followed_from_one_to_the_next(opened: Open) -> None:
    page = opened()
    page.locator(".trail a.value", has_text="at least 4").first.click()
    assert page.locator("#beside-place").inner_text() == "1 of 2"
    assert page.locator("#beside-title").inner_text().startswith("1 ")
    page.locator("#later").click()
    assert page.locator("#beside-title").inner_text().startswith("2 ")


def test_a_reason_opens_the_words_that_it_rests_on(opened: Open) -> None:
    page = opened()
    page.locator("details.why summary").first.click()
    page.locator("details.why a.n").first.click()
    assert page.locator("#beside mark.here").count() > 0
    page.keyboard.press("Escape")
    page.locator("details.ties summary").click()
    page.locator("details.ties .because a.n").first.click()
    assert page.locator("#beside mark.here").inner_text() == FOUR_A.text
    assert page.locator("#beside-title").inner_text().startswith("1 ")


def test_a_long_row_of_reports_unfolds(opened: Open) -> None:
    whole = brief()
    last = whole.reports[-1].number
    rows = [msgspec.structs.replace(whole.reports[4], id=f"x{n}", number=last + n) for n in range(1, 13)]
    goats = [msgspec.structs.replace(GOATS, id=f"c_{n}", report=f"x{n}") for n in range(1, 13)]
    texts = TEXTS | {f"x{n}": TEXTS["e"] for n in range(1, 13)}
    page = opened(
        msgspec.structs.replace(whole, reports=(*whole.reports, *rows), claims=(*whole.claims, *goats)), texts
    )
    assert page.locator("#elsewhere a.n:visible").count() == 6
    page.locator("#elsewhere details.rest summary").click()
    assert page.locator("#elsewhere a.n:visible").count() == 13


def test_without_scripts_a_figure_still_leads_to_its_passage(opened: Open) -> None:
    page = opened(java_script_enabled=False)
    page.locator(f'a.value[href="#{SEVENTEEN.id}"]').first.click()
    mark = page.locator(f"mark#{SEVENTEEN.id}")
    box, height = mark.bounding_box(), page.viewport_size["height"]
    assert box is not None
    assert 0 <= box["y"] <= height
    assert page.locator("#tools").is_hidden()


def test_the_filter_hides_what_does_not_match(opened: Open) -> None:
    page = opened()
    page.locator("#filter").fill("in hospital")
    playwright.expect(page.locator("#found")).to_contain_text("entries")
    assert page.locator("table.figures tbody:visible").count() == 1
    page.locator("#filter").fill("")
    playwright.expect(page.locator("#found")).to_be_empty()
    assert page.locator("table.figures tbody:visible").count() == 2


def test_nothing_is_wider_than_a_phone(opened: Open) -> None:
    page = opened(viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_two_hundred_reports_open_at_once(opened: Open) -> None:
    whole = brief()
    rows, texts = list(whole.reports), dict(TEXTS)
    for number in range(len(rows) + 1, 201):
        rows.append(msgspec.structs.replace(whole.reports[4], id=f"x{number}", number=number))
        texts[f"x{number}"] = "A goat show in Elsewhere drew 900 visitors and a long walk home.\n" * 40
    page = opened(msgspec.structs.replace(whole, reports=tuple(rows)), texts)
    took = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert took < 1500
    clicked = """() => { const start = performance.now();
      document.querySelector('a.value').click(); document.body.offsetHeight;
      return performance.now() - start; }"""
    assert page.evaluate(clicked) < 300
