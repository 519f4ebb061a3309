"""The gate: nothing is printed that no cited span holds.

A brief is a sworn list. Before any form of it is made, every claim is held against its report, every value against
the figures of its claims, every quotation and dated line against the words at its offsets, every name against the
words of the reports, and every number in a sentence of ours against what it may count. The first that fails raises
UnsupportedError: a defect of ours, so a refusal is better than a page.
"""

from collections.abc import Mapping

from sayso.model.brief import Brief
from sayso.stages.render.gate.cited import Cited
from sayso.stages.render.gate.claims import check_claims
from sayso.stages.render.gate.lines import check_lines
from sayso.stages.render.gate.links import check_links
from sayso.stages.render.gate.questions import check_questions

__all__ = ["check_supported"]


def check_supported(brief: Brief, texts: Mapping[str, str]) -> None:
    """Hold every number, name and quotation of the brief against the spans that it cites.

    Raises UnsupportedError at the first that is not there, saying which and where it was cited from.
    """
    cited = Cited(brief, texts)
    check_claims(cited)
    check_questions(cited)
    check_lines(cited)
    check_links(cited)
