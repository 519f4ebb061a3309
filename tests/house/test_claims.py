import ast

from tests.house.source import Module


def callee(node: ast.AST) -> str:
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def is_set(node: ast.AST) -> bool:
    made = isinstance(node, ast.Call) and callee(node) in {"set", "frozenset"}
    return made or isinstance(node, ast.Set | ast.SetComp)


def test_claims_are_made_where_their_words_are_checked(product: list[Module]) -> None:
    calls = [
        (m.name, n.lineno)
        for m in product
        for n in m.walk(ast.Call)
        if isinstance(n.func, ast.Name) and n.func.id == "Claim"
    ]
    assert [call for call in calls if call[0] != "src/sayso/model/claim.py"] == []


def test_no_set_is_walked_in_its_own_order(product: list[Module]) -> None:
    """A set has no order; walked into output it would differ from run to run."""
    walked = []
    for module in product:
        for node in module.walk(ast.For, ast.ListComp, ast.GeneratorExp, ast.DictComp, ast.Call):
            if isinstance(node, ast.For):
                sources = [node.iter]
            elif isinstance(node, ast.Call):
                sources = node.args[:1] if callee(node) in {"list", "tuple", "join", "enumerate", "iter"} else []
            else:
                # A generator handed straight to something that forgets order is fine; sorted, any, sum and the like.
                sources = [] if forgets_order(module, node) else [part.iter for part in node.generators]
            walked += [(module.name, node.lineno) for source in sources if is_set(source)]
    assert walked == []


def forgets_order(module: Module, comprehension: ast.AST) -> bool:
    takers = {"sorted", "any", "all", "sum", "min", "max", "set", "frozenset", "len"}
    return any(comprehension in call.args for call in module.walk(ast.Call) if callee(call) in takers)
