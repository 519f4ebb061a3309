from sayso.model.link import Lineage, Requote, Source, Standing, Wording
from sayso.stages.reconcile.quotes import brief_quotes


def test_a_recurring_quotation_goes_under_the_name_that_most_reports_give() -> None:
    sources = (Source(id="s1", name="nurse", names=("nurse",)), Source(id="s2", name="Ada Lind", names=("Ada Lind",)))
    given = {"c1": "s1", "c2": "s2", "c3": "s2"}
    lineage = Lineage(
        requotes=(Requote(speaker="nurse", wordings=(Wording(text="The roof came in", claims=tuple(given)),)),),
        sources=sources,
        standings=tuple(Standing(claim=c, origin=s, origin_apart=s, source=s) for c, s in given.items()),
    )
    (quote,) = brief_quotes([], lineage)
    assert quote.speaker == "Ada Lind"
