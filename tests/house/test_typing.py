import ast
import re

from tests.house.source import Function, Module

BROAD = {"Exception", "BaseException"}


def untyped(function: Function) -> bool:
    spec = function.args
    arguments = [*spec.posonlyargs, *spec.args, *spec.kwonlyargs, *filter(None, (spec.vararg, spec.kwarg))]
    bare = [a for a in arguments if a.annotation is None and a.arg not in {"self", "cls"}]
    return bool(bare) or function.returns is None


def caught(handler: ast.ExceptHandler) -> set[str]:
    kinds = getattr(handler.type, "elts", [handler.type])
    return {getattr(kind, "id", "") for kind in kinds} if handler.type else BROAD


def test_every_function_of_the_product_is_typed_in_full(product: list[Module]) -> None:
    assert [(m.name, f.name) for m in product for f in m.functions() if untyped(f)] == []


def test_nothing_catches_everything_without_a_reason_beside_it(everything: list[Module]) -> None:
    handlers = [(m, h) for m in everything for h in m.walk(ast.ExceptHandler)]
    assert [(m.name, h.lineno) for m, h in handlers if caught(h) & BROAD and "#" not in m.lines[h.lineno - 1]] == []


def test_no_lint_is_silenced_without_a_reason(everything: list[Module]) -> None:
    silenced = [
        (m.name, n, line) for m in everything for n, line in enumerate(m.lines, 1) if re.search(r"# noqa: [A-Z]", line)
    ]
    assert [(name, n) for name, n, line in silenced if " - " not in line.split("# noqa", 1)[1]] == []
