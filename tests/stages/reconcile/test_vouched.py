from sayso.model.link import Lineage, Link
from sayso.stages.reconcile.actions import measures_taken
from sayso.stages.reconcile.vouched import Vouchers
from tests.stages.reconcile.newsroom import figure, report

DAY = "2031-03-06"


def test_named_sources_are_hands_and_own_voices_may_rest_on_them() -> None:
    a, (s,) = report("alfa", DAY, "[4] roads are shut, police say.")
    b, (t,) = report("bravo", DAY, "[4] roads are shut.")
    police, own = figure(a, s, "police"), figure(b, t)
    vouchers = Vouchers(Lineage())
    assert (vouchers.sources([police, own]), vouchers.origins([police, own])) == (("police",), (1, 2))
    assert vouchers.origins([own]) == (1, 1)


def test_copies_are_one_hand() -> None:
    readings = [report(name, DAY, "The port was closed.")[0] for name in ("alfa", "bravo", "charlie")]
    copy = Link(a="bravo", b="alfa", relation="copy", direction="a-from-b", score=1.0)
    (line,) = measures_taken(readings, [], Lineage(links=(copy,))).lines
    assert (line.sources, line.origins, line.origins_max) == ((), 1, 2)
    (line,) = measures_taken(readings, []).lines
    assert (line.origins, line.origins_max) == (1, 3)
