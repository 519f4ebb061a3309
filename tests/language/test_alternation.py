import re

from hypothesis import given
from hypothesis import strategies as st

from sayso.language.alternation import either

_WORDS = st.lists(st.text(alphabet="aAbB .", min_size=1, max_size=4), min_size=1, max_size=8)


@given(_WORDS, st.text(alphabet="aAbB .", max_size=12), st.booleans())
def test_it_finds_what_the_plain_alternation_finds(words: list[str], text: str, fold: bool) -> None:
    flags = re.IGNORECASE if fold else 0
    plain = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    found, wanted = (re.compile(pattern, flags).finditer(text) for pattern in (either(words), plain))
    assert [hit.span() for hit in found] == [hit.span() for hit in wanted]


def test_a_word_may_need_what_follows_it() -> None:
    pattern = re.compile(rf"\b(?:{either(['couple', 'cow'], {'couple': '(?= of)'})})\b")
    assert pattern.findall("a couple, a couple of cows and a cow") == ["couple", "cow"]
