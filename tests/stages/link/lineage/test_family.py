from sayso.model.link import Link
from sayso.stages.link.lineage.family import families


def tie(a: str, b: str, score: float = 0.9) -> Link:
    return Link(a=a, b=b, relation="excerpt", direction=None, score=score)


def test_tied_reports_are_one_family() -> None:
    assert families(["a", "b", "c"], [tie("a", "b")]) == [("a", "b"), ("c",)]


def test_one_tie_does_not_join_two_families() -> None:
    left = [tie("a", "b"), tie("a", "c"), tie("b", "c")]
    right = [tie("x", "y"), tie("x", "z"), tie("y", "z")]
    assert families([*"abcxyz"], [*left, *right, tie("c", "x")]) == [("a", "b", "c"), ("x", "y", "z")]


def test_shared_sources_make_no_family() -> None:
    link = Link(a="b", b="a", relation="shared-source", direction=None, score=0.9)
    assert families(["a", "b"], [link]) == [("a",), ("b",)]


def test_a_chain_with_most_ties_is_one_family() -> None:
    ties = [tie("a", "b"), tie("b", "c"), tie("a", "c"), tie("c", "d"), tie("b", "d")]
    assert families([*"abcd"], ties) == [("a", "b", "c", "d")]
