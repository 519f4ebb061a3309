import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import BinaryInputError, EmptyInputError, InputError
from sayso.stages.clean.decoding import decode
from sayso.stages.clean.stretches import byte_at, plain_text

SENTENCE = "“Nine boats,” said Zoë of Quay № 7 — и всё. 🚢 "


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_marks_and_utf8_decode_and_lead_back_to_every_byte(mark: bytes, encoding: str) -> None:
    data = mark + ("A\r\n" + SENTENCE * 3 + "\rB\n").encode(encoding)
    text, stretches = plain_text(decode(data))
    assert text == "A\n" + SENTENCE * 3 + "\nB\n"
    for offset, character in enumerate(text):
        if character != "\n":
            start = byte_at(stretches, offset)
            assert start is not None
            assert data[start:].startswith(character.encode(encoding))


def test_utf16_without_a_mark_is_known_by_its_zero_bytes() -> None:
    assert decode("Nine boats burned.".encode("utf-16-le")).text == "Nine boats burned."
    assert decode("Nine boats burned.".encode("utf-16-be")).text == "Nine boats burned."


def test_windows_bytes_in_utf8_are_read_and_told() -> None:
    data = ("Zoë said “no” — " * 4).encode() + b"it\x92s over" + " — “yes”".encode()
    found = decode(data)
    assert "it’s over" in found.text
    assert "1 bytes were no UTF-8" in str(found.trouble)
    text, stretches = plain_text(found)
    assert data[byte_at(stretches, text.index("’s")) or 0] == 0x92


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    data = "Пожар в порту: девять лодок сгорели.".encode("koi8-r")
    assert decode(data, "koi8-r").text.startswith("Пожар")


def test_an_undeclared_encoding_is_guessed_and_said_to_be() -> None:
    data = ("Der Bürgermeister äußerte sich über den größten Brand in der Straße. " * 5).encode("cp1252")
    found = decode(data)
    assert "größten" in found.text
    assert found.trouble is not None


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\x00\x00\x00", codecs.BOM_UTF8 + b"  "])
def test_nothing_is_said_to_be_nothing(data: bytes) -> None:
    with pytest.raises(EmptyInputError, match="nothing to read"):
        decode(data)


@pytest.mark.parametrize("data", [b"%PDF-1.7 x", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04abc", bytes(range(32)) * 40])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(BinaryInputError, match="no text"):
        decode(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        found = decode(data)
    except InputError:
        return
    text, stretches = plain_text(found)
    assert "\r" not in text
    ends = 0
    for stretch in stretches:
        assert stretch.start == ends
        assert stretch.raw >= 0
        assert stretch.raw + stretch.length * stretch.width <= len(data)
        ends = stretch.start + stretch.length
    assert ends in {0, len(text)}


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=200))
def test_every_character_of_utf8_leads_back_to_its_bytes(written: str) -> None:
    data = written.encode()
    try:
        found = decode(data)
    except InputError:
        return
    text, stretches = plain_text(found)
    if found.encoding != "utf-8" or found.stray:
        return
    for offset, character in enumerate(text):
        start = byte_at(stretches, offset)
        assert start is not None
        there = data[start:].decode("utf-8")
        assert there.startswith(character) or (character == "\n" and there.startswith("\r"))
