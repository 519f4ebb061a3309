import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.house.source import Module

MOST = 8
ALLOWED = tomllib.loads(Path(__file__).with_name("allowed.toml").read_text(encoding="utf-8"))
ALTERNATIVES = re.compile(r"[\w'’ -]{2,}(?:\|[\w'’ -]{2,})+")


def words(node: ast.List | ast.Set | ast.Tuple | ast.Dict) -> int:
    items = node.keys if isinstance(node, ast.Dict) else node.elts
    return sum(isinstance(item, ast.Constant) and isinstance(item.value, str) for item in items)


def nodes(product: list[Module]) -> Iterator[tuple[str, ast.AST]]:
    """What stages and language hold, without `__all__` and types: names there are no words of a language."""
    for module in product:
        if not module.name.startswith(("src/sayso/stages/", "src/sayso/language/")):
            continue
        skipped: set[int] = set()
        for node in ast.walk(module.tree):
            exports = isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"
            literal = isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal"
            if exports or literal:
                skipped.update(id(inner) for inner in ast.walk(node))
        yield from ((module.name, node) for node in ast.walk(module.tree) if id(node) not in skipped)


def check(found: Counter[str], allowed: dict[str, int]) -> None:
    """More than allowed is a list that should be data; fewer, and the exception has had its day."""
    assert {name: n for name, n in found.items() if n > allowed.get(name, 0)} == {}, "put the words into a .toml"
    assert {name: n for name, n in allowed.items() if n > found[name]} == {}, "shorten allowed.toml"


def test_vocabulary_is_data_and_not_code(product: list[Module]) -> None:
    displays = (ast.List, ast.Set, ast.Tuple, ast.Dict)
    found = Counter(name for name, node in nodes(product) if isinstance(node, displays) and words(node) > MOST)
    check(found, ALLOWED["lists"])


def test_vocabulary_hides_in_no_pattern(product: list[Module]) -> None:
    """A pattern may tell a few words apart; a list of words in it belongs into a vocabulary file."""
    texts = ((name, node.value) for name, node in nodes(product) if isinstance(node, ast.Constant))
    strings = ((name, value) for name, value in texts if isinstance(value, str))
    found = Counter(
        name
        for name, value in strings
        if any(hit.group().count("|") + 1 > MOST for hit in ALTERNATIVES.finditer(value))
    )
    check(found, ALLOWED["patterns"])


def test_word_lists_can_be_read_and_say_at_their_head_what_they_are(root: Path) -> None:
    files = sorted((root / "src/sayso/language").rglob("*.toml"))
    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert tomllib.loads(text), file.name
        assert text.startswith("# "), f"{file.name} says at its head nothing of its sense"


def lists(value: object, name: str) -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a vocabulary file, under its path of keys."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{name}.{key}")
    elif isinstance(value, list) and all(isinstance(word, str) for word in value):
        yield name, value
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from lists(inner, f"{name}[{place}]")


def test_no_list_has_a_word_twice(root: Path) -> None:
    files = sorted((root / "src/sayso/language").rglob("*.toml"))
    found = [one for file in files for one in lists(tomllib.loads(file.read_text(encoding="utf-8")), file.stem)]
    twice = {name: [word for word, times in Counter(words).items() if times > 1] for name, words in found}
    assert {name: words for name, words in twice.items() if words} == {}


def test_the_guide_names_every_word_list(root: Path) -> None:
    guide = (root / "docs/vocabulary.md").read_text(encoding="utf-8")
    files = {file.name for file in (root / "src/sayso/language/en").glob("*.toml")}
    assert sorted(set(re.findall(r"^\| `(\w+\.toml)` \|", guide, re.MULTILINE)) ^ files) == []
