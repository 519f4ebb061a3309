import pytest

from sayso.model.report import Raw
from sayso.stages.clean import clean


@pytest.mark.parametrize(("depth", "status"), [(50, "read"), (5000, "unreadable")])
def test_a_page_is_read_whole_or_not_at_all(depth: int, status: str) -> None:
    words = "<p>Police in Verrin said on Friday that 18 people were killed in the flood.</p>"
    page = f"<html><body>{'<div>' * depth}{words}{'</div>' * depth}</body></html>"
    (reading,) = clean([Raw(name="deep.html", media="html", data=page.encode())])
    assert reading.report.status == status
    assert ("18 people" in reading.report.text) == (status == "read")
    assert status == "read" or "too deeply" in (reading.report.problem or "")
