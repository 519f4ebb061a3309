import pytest

from evals.rows import rows_of
from evals.singulars import counted_singly
from sayso.language.parser import Parser
from sayso.model.report import Raw
from sayso.stages.clean import clean
from sayso.stages.extract import extract


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.mark.parametrize(
    ("told", "sums"),
    [
        ("A cook and his two sons were killed.", [3]),
        ("Four waiters and one porter drowned.", [5]),
        ("Six people, including a cook, were killed.", [6]),
        ("One cook was among nine people killed.", [9]),
        ("A cook was burned and two other people were cut and injured.", [1, 2, 3]),
    ],
)
def test_what_one_word_counts_in_a_sentence_is_summed(parser: Parser, told: str, sums: list[int]) -> None:
    text, places = counted_singly(f"Word of Vale.\n\n{told}")
    claims = extract(clean([Raw(name="r", id="r", media="jsonl", text=text, published="2024-05-02")]), parser)
    counted = [claim for claim in claims if claim.figure is not None and claim.figure.measure in ("killed", "injured")]
    assert sorted(row.value for row in rows_of(counted, {"r": text}, {"r": places})) == sums
