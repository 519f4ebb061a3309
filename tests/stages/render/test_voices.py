import pytest

from sayso import pipeline
from sayso.language.parser import Parser
from sayso.model.report import Raw
from sayso.stages.clean import clean
from sayso.stages.render import render

PARSER = Parser()
BODY = "A ferry struck the old pier at Port Vell on Monday evening, killing 14 people, and two berths were closed."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"PORT VELL, 3 March (Reuters) - {BODY}", "in its own voice: Reuters ▸ Vale Gazette"),
        (f"{BODY}\n\nReuters contributed to this report.", "in its own voice: Vale Gazette"),
        (BODY, "in its own voice: Vale Gazette"),
    ],
    ids=["the agency's text", "the agency helped", "no agency"],
)
def test_an_own_voice_stands_behind_the_agency_whose_text_it_carries(text: str, shown: str) -> None:
    raw = Raw(name="r", media="json", text=text, outlet="Vale Gazette", published="2031-03-04T10:00:00+00:00")
    run = pipeline.brief(clean([raw]), PARSER)
    page = render(run.brief, run.texts, "markdown")
    assert shown in page.replace("*", "").replace("_", "")
