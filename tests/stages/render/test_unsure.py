import pytest

from sayso import Parser, brief, render
from sayso.model.report import Raw
from sayso.stages.clean import clean


@pytest.mark.parametrize(("verb", "told"), [("are feared dead", True), ("were killed", False)])
def test_what_is_only_feared_is_not_printed_as_known(verb: str, told: bool) -> None:
    text = f"Sixty miners {verb} after the pit at Ostby collapsed."
    run = brief(clean([Raw(name="r", media="json", text=text, published="2024-05-02")]), Parser())
    shown = render(run.brief, run.texts, "markdown")
    assert "60" in shown
    assert ("60, uncertain" in shown) == told
