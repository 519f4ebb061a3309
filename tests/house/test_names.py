import ast

from tests.house.source import Module

VAGUE = {"utils", "util", "helpers", "helper", "misc", "common", "stuff", "tools", "base", "manager"}


def order(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions, each by the alphabet, as the linter sorts them."""
    return (0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2, name)


def defined(tree: ast.Module) -> set[str]:
    names = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names.update(target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
    return {name for name in names if not name.startswith("_")}


def test_modules_are_named_for_an_idea(everything: list[Module]) -> None:
    assert [m.name for m in everything if VAGUE & set(m.name.removesuffix(".py").split("/"))] == []


def test_every_module_says_what_it_offers_and_offers_all_that_is_public(product: list[Module]) -> None:
    said = {m.name: (sorted(defined(m.tree) - set(m.exported or ())), m.exported) for m in product if defined(m.tree)}
    assert {name: missing for name, (missing, exported) in said.items() if missing or exported is None} == {}


def test_what_a_module_offers_is_there(product: list[Module]) -> None:
    for module in product:
        bound = {name for node in ast.walk(module.tree) for name in names_bound(node)}
        assert set(module.exported or ()) <= bound, module.name


def names_bound(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return [(alias.asname or alias.name).split(".")[0] for alias in node.names]
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return [node.id]
    return [node.name] if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) else []


def test_what_a_module_offers_is_sorted(everything: list[Module]) -> None:
    assert [m.name for m in everything if m.exported and m.exported != sorted(m.exported, key=order)] == []


def test_the_package_itself_offers_few_names(product: list[Module]) -> None:
    face = next(m for m in product if m.name == "src/sayso/__init__.py")
    assert len(face.exported or ()) <= 20


def test_public_things_are_documented(product: list[Module]) -> None:
    missing = []
    for module in product:
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
        things = [module.tree, *(node for node in module.tree.body if isinstance(node, kinds) and node.name[0] != "_")]
        missing += [(module.name, getattr(thing, "name", "module")) for thing in things if not ast.get_docstring(thing)]
    assert missing == []
