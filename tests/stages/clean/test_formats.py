from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.model.passage import PassageKind
from sayso.model.reading import Reading
from sayso.model.report import Raw
from sayso.stages.clean import clean
from sayso.stages.clean.formats import READERS
from sayso.stages.clean.stretches import byte_at

PARAGRAPHS = [
    "PORT SARN, May 2 (Quay Press) - Nine boats burned at the quay on Friday after a tanker drifted onto the rock.",
    "Two people were treated for burns at the seamen's hospital and sent home before midnight, the mayor said.",
    "The harbour will stay closed until the wreck has been towed away, which may take a week, she told reporters.",
]
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Nine boats burn - Quay Herald</title>
<meta property="og:site_name" content="The Quay Herald"><meta name="author" content="Ada Quill">
<link rel="canonical" href="https://quay.example/boats">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "No report"},
{"@type": "NewsArticle", "headline": "Nine boats burn at Port Sarn", "datePublished": "2031-05-02T10:00:00+02:00"}]}</script>
<script>document.write("never run")</script></head><body><nav><a href="/">Home</a></nav><article>
<h1>Nine boats burn at Port Sarn</h1>PARAGRAPHS<figure><img src="x.jpg"><figcaption>Smoke over the quay. Photo: O. Brandt</figcaption>
</figure><blockquote>We saw the flames from the hill and ran down to help, all of us.</blockquote></article>
<aside>Mill fire: 12 dead</aside></body></html>""".replace(
    "PARAGRAPHS", "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
)


def read(data: bytes | str, media: str) -> Reading:
    raw = Raw(name=f"x.{media}", media=media, id="x", data=data.encode() if isinstance(data, str) else data)
    return clean([raw])[0]


def words_of(reading: Reading, kind: PassageKind) -> list[str]:
    return [passage.span.of(reading.report.text) for passage in reading.passages if passage.kind == kind]


def test_a_page_gives_its_article_and_what_it_says_of_itself() -> None:
    reading = read(PAGE, "html")
    report = reading.report
    assert (report.outlet, report.title, report.byline) == (
        "The Quay Herald",
        "Nine boats burn at Port Sarn",
        "Ada Quill",
    )
    assert (report.published, report.url, report.lang) == (
        "2031-05-02T10:00:00+02:00",
        "https://quay.example/boats",
        "en",
    )
    assert words_of(reading, "caption") == ["Smoke over the quay. Photo: O. Brandt"]
    assert words_of(reading, "blockquote")[0].startswith("We saw the flames")
    assert words_of(reading, "headline") == ["Nine boats burn at Port Sarn"]
    assert "never run" not in report.text
    assert "12 dead" not in report.text


def test_a_pages_declared_encoding_counts() -> None:
    page = f'<html><head><meta charset="koi8-r"></head><body><article><p>{"Пожар в порту, девять лодок. " * 20}</p></article></body></html>'
    assert "Пожар" in read(page.encode("koi8-r"), "html").report.text


def test_a_page_without_metadata_still_has_its_words() -> None:
    reading = read("<p>Nine boats burned.<p>Two people were hurt.", "html")
    assert reading.report.text == "Nine boats burned.\n\nTwo people were hurt."


@pytest.mark.parametrize(
    "page",
    ["<html></html>", "<script>x()</script>", "<div>" * 5000 + "</div>" * 5000],
)
def test_a_page_without_words_is_unreadable_and_says_so(page: str) -> None:
    reading = read(page, "html")
    assert reading.report.status == "unreadable"
    assert str(reading.report.problem).startswith("x.html ")
    assert reading.warnings[0].kind == "unreadable"


def test_entities_of_a_page_are_not_expanded() -> None:
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "boats"><!ENTITY b "&a;&a;&a;&a;">]><html><body><p>Nine &b; burned.</p></body></html>'
    )
    assert "boatsboats" not in read(bomb, "html").report.text


def test_markdown_keeps_its_characters_and_tells_its_parts() -> None:
    text = "---\ntitle: Nine boats burn\ndate: 2031-05-02\nsource: Quay Herald\n---\n\n# Nine boats burn\n\nTwo people were hurt.\n\n> We ran down.\n"
    reading = read(text, "md")
    assert reading.report.text == text
    assert (reading.report.title, reading.report.published, reading.report.outlet) == (
        "Nine boats burn",
        "2031-05-02",
        "Quay Herald",
    )
    assert words_of(reading, "blockquote") == ["> We ran down."]
    assert words_of(reading, "headline") == ["# Nine boats burn"]


def mail() -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Quay Press <desk@quay.example>"
    message["Subject"] = "Nine boats burn at Port Särn"
    message["Date"] = "Fri, 02 May 2031 10:00:00 +0200"
    message.set_content("\n\n".join(PARAGRAPHS))
    message.add_alternative(PAGE, subtype="html")
    return message


def test_a_mail_is_its_text_with_its_headers() -> None:
    report = read(mail().as_bytes(), "eml").report
    assert (report.title, report.outlet) == ("Nine boats burn at Port Särn", "Quay Press")
    assert report.published == "2031-05-02T10:00:00+02:00"
    assert report.text.startswith("PORT SARN")


def test_a_page_archive_is_its_page() -> None:
    archive = EmailMessage()
    archive["Snapshot-Content-Location"] = "https://quay.example/archived"
    archive["Date"] = "Mon, 05 May 2036 10:00:00 +0200"
    archive.set_content(PAGE.replace('<link rel="canonical" href="https://quay.example/boats">', ""), subtype="html")
    archive.add_related(b"\x89PNG", "image", "png")
    report = read(archive.as_bytes(), "mhtml").report
    assert report.url == "https://quay.example/archived"
    assert report.published == "2031-05-02T10:00:00+02:00"


def test_plain_text_leads_back_to_its_bytes() -> None:
    data = "“Nine boats” burned.\r\nTwo people were hurt.".encode("cp1252") + b""
    report = read(data, "txt").report
    at = byte_at(report.map, report.text.index("Two"))
    assert at is not None
    assert data[at : at + 3] == b"Two"


@settings(deadline=None)  # the first page loads the extractor
@given(st.sampled_from(sorted(READERS)), st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_no_bytes_make_a_format_break(media: str, data: bytes) -> None:
    reading = read(data, media)
    assert (reading.report.status == "unreadable") == (not reading.report.text)
    assert all(passage.span.end <= len(reading.report.text) for passage in reading.passages)


def test_every_reader_refuses_what_is_empty() -> None:
    for media, reader in READERS.items():
        with pytest.raises(InputError):
            reader(Raw(name="x", media=media, data=b""))
