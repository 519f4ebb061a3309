from sayso.model.link import Distortion, Lineage
from sayso.model.question import Variant
from tests.stages.reconcile.newsroom import brief_of, figure, report


def test_a_count_in_garbled_words_answers_the_question_of_the_figure_that_it_stands_for() -> None:
    first, (there,) = report("wire", "2031-06-09T08:00:00+00:00", "Police held [7,939] people in the city.")
    later, (here,) = report("spun", "2031-06-09T10:00:00+00:00", "The city saw [7,989] individuals stored by police.")
    known = figure(first, there, measure="detained")
    garbled = figure(later, here, measure="other")
    change = Distortion(
        kind="figure",
        copy="spun",
        span=here,
        other="wire",
        other_span=there,
        claim=garbled.id,
        other_claim=known.id,
        message="7,939 there, 7,989 here",
    )
    (question,) = brief_of([first, later], [known, garbled], Lineage(distortions=(change,))).questions
    assert [_told(variant) for variant in question.variants if variant.status == "distorted"] == [(7989, ("spun",))]


def _told(variant: Variant) -> tuple[float, tuple[str, ...]]:
    return variant.low, tuple(variant.reports)
