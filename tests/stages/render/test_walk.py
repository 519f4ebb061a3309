"""Walks over all that is printed and finds each number and each quotation in its report at its offsets."""

import json
import re
from html.parser import HTMLParser

from sayso.model.brief import Brief
from sayso.stages.render import render
from tests.stages.render.desk import TEXTS, brief

DIGITS = re.compile(r"\d+(?:,\d{3})*")
# Where a number is ours: counts, days, report numbers, the reports' own texts, and chains that name report numbers.
OURS = {"count", "when", "n", "no", "hands", "tick", "rel", "label", "name"}
# Anchors of claims, and of other marked words.
WORDS = ("#c_", "#w-")
APART = {"style", "script", "time", "mark", "title", "pre"}


class Walk(HTMLParser):
    """Collects links to claims, marks by anchor, and numbers that stand outside both."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.path: list[tuple[str, dict[str, str]]] = []
        self.links: list[tuple[str, str]] = []
        self.marks: dict[str, str] = {}
        self.loose: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"meta", "link", "input", "br", "path", "circle", "rect"}:
            return
        told = {name: value or "" for name, value in attrs}
        self.path.append((tag, told))
        if tag == "a" and told.get("href", "").startswith(WORDS) and told.get("class") not in {"n", "name"}:
            self.links.append((told["href"][1:], ""))

    def handle_endtag(self, tag: str) -> None:
        while self.path and self.path.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self.path}
        classes = {name for _, told in self.path for name in told.get("class", "").split()}
        for tag, told in self.path:
            if tag == "mark":
                self.marks[told["data-c"]] = self.marks.get(told["data-c"], "") + data
        link = next((told["href"] for tag, told in self.path if tag == "a" and "href" in told), "")
        if link.startswith(WORDS) and not classes & {"n", "name"}:
            href, words = self.links[-1]
            self.links[-1] = (href, words + data)
        elif DIGITS.search(data) and not tags & APART and not classes & (OURS | {"text", "meta"}):
            self.loose.append(data.strip())


def walked(whole: Brief) -> Walk:
    walk = Walk()
    walk.feed(render(whole, TEXTS, "html"))
    return walk


def test_every_number_of_the_page_is_a_link_a_count_or_a_day() -> None:
    assert walked(brief()).loose == []


def test_every_link_leads_to_the_words_of_its_claim() -> None:
    walk, claims = walked(brief()), {claim.id: claim for claim in brief().claims}
    assert walk.links
    for anchor, words in walk.links:
        if anchor not in claims:
            assert all(number in walk.marks[anchor] for number in DIGITS.findall(words))
            continue
        claim = claims[anchor]
        assert walk.marks[anchor].replace("\n", "") == TEXTS[claim.report][claim.start : claim.end].replace("\n", "")
        for number in DIGITS.findall(words):
            if claim.figure is not None:
                assert float(number.replace(",", "")) in {claim.figure.low, claim.figure.high}


def test_every_quotation_of_the_page_stands_in_its_report() -> None:
    walk, claims = walked(brief()), {claim.id: claim for claim in brief().claims}
    quotes = [words for anchor, words in walk.links if anchor in claims and claims[anchor].kind == "quote"]
    assert len(quotes) >= 2
    assert all(any(words in text for text in TEXTS.values()) for words in quotes)


def test_every_number_and_quotation_of_the_json_stands_at_its_offsets() -> None:
    whole = json.loads(render(brief(), TEXTS, "json"))
    claims = {claim["id"]: claim for claim in whole["claims"]}
    for claim in claims.values():
        assert TEXTS[claim["report"]][claim["start"] : claim["end"]] == claim["text"]
    for question in whole["questions"]:
        for variant in question["variants"]:
            figures = [claims[claim]["figure"] for claim in variant["claims"]]
            assert any((f["low"], f["high"]) == (variant["low"], variant["high"]) for f in figures)
    for quote in whole["quotes"]:
        for wording in quote["wordings"]:
            assert wording["text"] in {claims[claim]["text"] for claim in wording["claims"]}
