import pytest

from sayso.errors import ModelError
from sayso.language.parser import Parser


def test_a_parse_gives_words_with_their_offsets_and_heads() -> None:
    text = "The ministry said 18 officers were killed."
    parse = Parser().parse([text])[text]
    assert [text[s:e] for s, e in zip(parse.starts, parse.ends, strict=True)] == parse.words
    said = parse.words.index("said")
    assert parse.roots() == [said]
    assert parse.deps[parse.words.index("ministry")] == "nsubj"
    assert parse.subtree(parse.words.index("officers")) == [3, 4]


def test_an_order_or_a_repeat_changes_nothing() -> None:
    texts = ["Two died.", "Police said so.", "Two died."]
    assert list(Parser().parse(texts)) == ["Two died.", "Police said so."]


def test_a_missing_model_is_named_with_the_way_to_get_it() -> None:
    with pytest.raises(ModelError, match="pip install no-such-model"):
        Parser("no_such_model").parse(["Two died."])
