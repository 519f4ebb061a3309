"""Makes the pictures of the documentation from the bundled example: `python docs/make_pictures.py`.

Needs Chromium (`apt-get install chromium`) and the packages of the group "dev". Writes docs/pictures/*.png.
"""

from io import StringIO
from pathlib import Path
from shutil import which

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

from sayso import pipeline
from sayso.language.parser import Parser
from sayso.stages.render import render

__all__ = ["main", "make_pictures"]

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
EXAMPLE = ROOT / "examples" / "harbour-fire"
DESK = {"width": 1280, "height": 960}
PHONE = {"width": 390, "height": 844}
PAPER = {"width": 794, "height": 1123}  # A4 at 96 dots an inch
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
FRAME = """<!DOCTYPE html><meta charset="utf-8"><style>{stylesheet}
body {{ margin: 0; padding: 16px 20px; display: inline-block; background: {background}; color: {foreground}; }}
pre {{ margin: 0; font: 14px/1.28 "DejaVu Sans Mono", monospace; }}</style><pre><code>{code}</code></pre>"""


def make_pictures(page: Path, terminal: str) -> None:
    """Write a picture of the page on a desk, with a passage open, in the dark, on a phone and on paper; and the terminal."""
    PICTURES.mkdir(exist_ok=True)
    address = page.resolve().as_uri()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=which("chromium"), args=FLAGS)
        _shoot(browser, address, "desk", viewport=DESK)
        _shoot(browser, address, "passage", viewport=DESK, follow=True)
        _shoot(browser, address, "dark", viewport=DESK, color_scheme="dark")
        _shoot(browser, address, "phone", viewport=PHONE, device_scale_factor=2)
        _shoot(browser, address, "phone-passage", viewport=PHONE, device_scale_factor=2, follow=True)
        _shoot(browser, address, "print", viewport=PAPER, paper=True)
        shown = browser.new_page(viewport={"width": 1000, "height": 900})
        shown.set_content(_framed(terminal))
        shown.locator("body").screenshot(path=PICTURES / "terminal.png")
        browser.close()


def _shoot(
    browser: Browser, address: str, name: str, *, follow: bool = False, paper: bool = False, **how: object
) -> None:
    # The page's policy forbids styles from outside; the margins of a sheet of paper are such a style.
    context = browser.new_context(bypass_csp=paper, **how)
    shown = context.new_page()
    shown.goto(address)
    if paper:
        shown.emulate_media(media="print")
        shown.add_style_tag(content="body { padding: 14mm; }")
    if follow:
        shown.locator(".head a.value").first.click()
    shown.screenshot(path=PICTURES / f"{name}.png")
    context.close()


def _framed(terminal: str) -> str:
    console = Console(record=True, file=StringIO(), width=100, force_terminal=True, color_system="standard")
    console.print(Text.from_ansi("\n".join(terminal.splitlines()[:56])), soft_wrap=True)
    return console.export_html(theme=DIMMED_MONOKAI, code_format=FRAME)


def main() -> None:
    """Make the example's brief and the pictures of it."""
    run = pipeline.brief(pipeline.read([str(EXAMPLE)]), Parser())
    page = ROOT / "build" / "demo.html"
    page.parent.mkdir(exist_ok=True)
    page.write_text(render(run.brief, run.texts, "html"), "utf-8")
    make_pictures(page, render(run.brief, run.texts, "terminal", color=True))


if __name__ == "__main__":
    main()
