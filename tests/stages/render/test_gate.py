from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from sayso.errors import UnsupportedError
from sayso.model.brief import Brief, BriefQuote, Line, Step
from sayso.model.caution import Caution
from sayso.model.claim import Claim
from sayso.model.link import Distortion, Unseen, Wording
from sayso.model.question import Question, SourceName, Variant
from sayso.model.span import Span
from sayso.stages.render import check_supported, render
from tests.stages.render.desk import CURFEW, FOUR_A, SAID_A, TEXTS, TWENTY_SIX, brief, changed, ground

replace = msgspec.structs.replace


def with_variant(**fields: object) -> Brief:
    whole = brief()
    first = whole.questions[0]
    return with_question(variants=(replace(first.variants[0], **fields), *first.variants[1:]))


def with_reason(text: str, *claims: Claim) -> Brief:
    return with_variant(why=(text,), grounds=(ground(text, *claims),))


def with_link(**fields: object) -> Brief:
    return changed(brief(), lineage=(replace(brief().lineage[0], **fields),))


def with_question(**fields: object) -> Brief:
    whole = brief()
    return changed(whole, questions=(replace(whole.questions[0], **fields), *whole.questions[1:]))


def with_claim(**fields: object) -> Brief:
    whole = brief()
    return changed(whole, claims=(replace(whole.claims[0], **fields), *whole.claims[1:]))


def with_quote(text: str, speaker: str = "Ilse Harrow") -> Brief:
    wording = Wording(text=text, claims=(SAID_A.id,))
    return changed(brief(), quotes=(BriefQuote(speaker=speaker, claims=(SAID_A.id,), wordings=(wording,), drift=0.0),))


def with_line(text: str) -> Brief:
    return changed(brief(), measures_taken=(Line(text=text, claims=(TWENTY_SIX.id,)),))


PLANTED: dict[str, Callable[[], Brief]] = {
    "a value that no claim gives": lambda: with_variant(low=5),
    "an upper bound that no claim gives": lambda: with_variant(high=9),
    "a value without a claim": lambda: with_variant(claims=()),
    "a claim that is not in the brief": lambda: with_variant(claims=("c_nowhere",)),
    "a report in which none of its claims stands": lambda: with_variant(reports=("d",)),
    "a source that no report names": lambda: with_variant(sources=(SourceName(name="Count Orlok"),)),
    "a carrier that no report names": lambda: with_variant(sources=(SourceName(name="Harrow", via=("Orlok",)),)),
    "a number in a summary": lambda: with_question(summary="99 killed"),
    "a number in a remark": lambda: with_question(remarks=("it rose by 1,250 in a day",)),
    "a reason that rests on nothing": lambda: with_variant(why=("said so",)),
    "a reason without a report": lambda: with_reason("said so"),
    "a number in a reason": lambda: with_reason("because 640 said so", FOUR_A),
    "a number that stands elsewhere than cited": lambda: with_reason("against 900", FOUR_A),
    "words that the cited report has not": lambda: with_reason("it says “a curfew from 9 p.m.”", FOUR_A),
    "a claim cited from another report": lambda: with_reason("said so", replace(FOUR_A, report="b")),
    "words cited from behind a text": lambda: with_reason("said so", replace(FOUR_A, start=9_000, end=9_004)),
    "a reason of a tie that rests on nothing": lambda: with_link(reasons=("said so",)),
    "a place that no report names": lambda: with_question(scope="Atlantis"),
    "a claim's words moved": lambda: with_claim(start=FOUR_A.start + 1, end=FOUR_A.end + 1),
    "a claim's words changed": lambda: with_claim(text="five"),
    "a claim of an unknown report": lambda: with_claim(report="z"),
    "a source in a claim": lambda: with_claim(attribution=replace(FOUR_A.attribution, source="Count Orlok")),
    "a figure that its digits contradict": lambda: changed(
        brief(), claims=tuple(c if c.id != TWENTY_SIX.id else wrong_digits() for c in brief().claims)
    ),
    "a quotation that nobody said": lambda: with_quote("We have lost everything,"),
    "a speaker that no report names": lambda: with_quote(SAID_A.text, "Count Orlok"),
    "a number in a measure": lambda: with_line("curfew for 4,000 streets"),
    "a name in a measure": lambda: with_line("curfew in Atlantis"),
    "a quotation in a measure": lambda: with_line("the governor ordered “a curfew”"),
    "a length of a measure": lambda: changed(
        brief(), measures_taken=(Line(text="curfew", claims=(CURFEW.id,), lasting=("for two weeks",)),)
    ),
    "a source of a measure": lambda: changed(
        brief(), measures_taken=(Line(text="curfew", claims=(CURFEW.id,), sources=("Count Orlok",)),)
    ),
    "a dated line": lambda: changed(
        brief(), timeline=(Step(when=None, text="75 fled", claims=(TWENTY_SIX.id,)),)
    ),
    "a number among what is not known": lambda: changed(brief(), not_known=(Line(text="whether 75 fled"),)),
    "a title": lambda: changed(brief(), story=replace(brief().story, title="Volcano buries Atlantis")),
    "an unseen text's name": lambda: changed(brief(), unseen=(Unseen(id="u", name="Orlok", carried_by=("c",)),)),
    "a change outside its report": lambda: changed(
        brief(), distortions=(Distortion(kind="figure", copy="b", span=Span(0, 9_999), other="a", other_span=Span(0, 1)),)
    ),
    "a quotation in a caution": lambda: changed(
        brief(), warnings=(Caution(report="a", kind="quote-drift", message="“never ever” became “always”"),)
    ),
}  # fmt: skip


def wrong_digits() -> object:
    return replace(TWENTY_SIX, figure=replace(TWENTY_SIX.figure, low=62, high=62))


def test_a_supported_brief_passes() -> None:
    check_supported(brief(), TEXTS)


def test_a_country_may_go_by_another_of_its_names() -> None:
    texts = {**TEXTS, "a": TEXTS["a"] + " American troops came."}
    check_supported(with_question(scope="USA"), texts)
    with pytest.raises(UnsupportedError, match="'usa' stands in no cited report"):
        check_supported(with_question(scope="USA"), TEXTS)


@pytest.mark.parametrize("planted", PLANTED)
def test_the_gate_refuses(planted: str) -> None:
    with pytest.raises(UnsupportedError, match="not supported"):
        check_supported(PLANTED[planted](), TEXTS)


@pytest.mark.parametrize("form", ["terminal", "html", "markdown", "json"])
def test_no_form_prints_what_the_gate_refuses(form: str) -> None:
    with pytest.raises(UnsupportedError):
        render(with_question(summary="99 killed"), TEXTS, form)  # type: ignore[arg-type]


def test_a_summary_may_count_and_date() -> None:
    line = "17 killed (2 reports, 16 Mar 2023, 14:05), 26 by the governor, drift 0.62"
    check_supported(with_question(summary=line), TEXTS)
    assert isinstance(brief().questions[0], Question)
    assert isinstance(brief().questions[0].variants[0], Variant)


def test_the_gate_has_a_test_for_every_check() -> None:
    checks = Path("src/sayso/stages/render/gate")
    refusals = sum(path.read_text("utf-8").count("refuse(what") for path in checks.glob("*.py"))
    assert len(PLANTED) >= refusals
