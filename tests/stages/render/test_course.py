from sayso.model.brief import Line
from sayso.model.caution import Caution
from sayso.stages.render.sheet import lay_out
from sayso.stages.render.sheet.course import Dated
from sayso.stages.render.sheet.piece import plain
from tests.stages.render.desk import CURFEW, TEXTS, brief, changed


def laid(line: Line, *warnings: Caution) -> Dated:
    (one,) = lay_out(changed(brief(), measures_taken=(line,), warnings=warnings), TEXTS)[0].measures
    return one


def test_a_measure_tells_its_terms_and_on_whose_say_so() -> None:
    line = Line(
        text="curfew", claims=(CURFEW.id,), when="2023-03-16", until=("2023-03-20", "2023-03-22"),
        lasting=("from 9 p.m.",), sources=("The governor",), origins=1, origins_max=2,
    )  # fmt: skip
    told = laid(line)
    assert (told.when, told.terms, plain(told.whose)) == (
        "16 Mar",
        "until 20 Mar or 22 Mar, from 9 p.m.",
        "The governor, 1–2 origins",
    )


def test_a_measure_that_nobody_dates_has_the_day_of_its_first_report() -> None:
    assert laid(Line(text="curfew", claims=(CURFEW.id,), said="2023-03-16")).when == "said 16 Mar"


def test_a_measure_in_a_machines_words_alone_is_marked() -> None:
    line = Line(text="curfew", claims=(CURFEW.id,), origins=1, origins_max=1)
    spun = Caution(report=CURFEW.report, kind="machine-rewritten", message="odd words")
    assert plain(laid(line, spun).whose) == "1 origin, ▲ rewritten by a machine"
    assert plain(laid(line).whose) == "1 origin"
