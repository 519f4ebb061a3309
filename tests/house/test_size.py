import ast
from statistics import median

from tests.house.source import Function, Module

BRANCHES = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.match_case)


def length(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def complexity(function: Function) -> int:
    return 1 + sum(isinstance(node, BRANCHES) for node in ast.walk(function))


def test_no_module_reaches_500_lines(everything: list[Module]) -> None:
    assert [(m.name, len(m.lines)) for m in everything if len(m.lines) >= 500] == []


def test_the_median_module_is_short(product: list[Module]) -> None:
    assert median(len(m.lines) for m in product if len(m.tree.body) > 1) <= 120


def test_no_function_reaches_60_lines(everything: list[Module]) -> None:
    assert [(m.name, f.name, length(f)) for m in everything for f in m.functions() if length(f) >= 60] == []


def test_most_functions_are_far_shorter(product: list[Module]) -> None:
    lengths = sorted(length(f) for m in product for f in m.functions())
    assert lengths[len(lengths) * 9 // 10] <= 30


def test_no_function_has_more_than_ten_ways_through(everything: list[Module]) -> None:
    assert [(m.name, f.name, complexity(f)) for m in everything for f in m.functions() if complexity(f) > 10] == []
