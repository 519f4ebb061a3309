"""People of one nation among all who were counted."""

from sayso.model.brief import Brief
from tests.stages.reconcile.newsroom import brief_of, figure, report

DAY = "2032-06-01T09:00:00+00:00"


def asked(found: Brief) -> dict[str | None, list[float]]:
    return {question.detail: [variant.low for variant in question.variants] for question in found.questions}


def test_people_of_a_nation_are_part_of_a_larger_toll_and_no_rival_of_it() -> None:
    a, (s, t) = report("alfa", DAY, "The ferry sank with [31] dead. [2] Norwegians died, the embassy of Norway said.")
    b, (u,) = report("bravo", DAY, "In Oslo the ministry said [2] Norwegian teachers had died.")
    claims = [figure(a, s, "coast guard"), figure(a, t, "embassy", group_text="Norwegians")]
    found = brief_of([a, b], [*claims, figure(b, u, "ministry", group_text="Norwegian teachers")])
    assert asked(found) == {None: [31], "from Norway": [2]}
    assert not any(question.disputed for question in found.questions)


def test_people_of_the_country_where_it_happened_are_the_toll() -> None:
    a, (s, t) = report("alfa", DAY, "In Oslo [8] Norwegians died. By evening [31] people had died.")
    claims = [figure(a, s, "police", group_text="Norwegians", place="Oslo"), figure(a, t, "police")]
    assert set(asked(brief_of([a], claims))) == {None}


def test_the_only_count_is_the_toll_whoevers_people_they_were() -> None:
    a, (s,) = report("alfa", DAY, "In all [8] Norwegians died.")
    assert asked(brief_of([a], [figure(a, s, "police", group_text="Norwegians")])) == {None: [8]}


def test_a_bare_number_behind_a_nations_count_goes_on_counting_its_people() -> None:
    a, (s, t, u) = report("alfa", DAY, "The ferry sank with [31] dead.", "[3] Norwegians died. The embassy says [2].")
    claims = [
        figure(a, s, "coast guard", group_text="people"),
        figure(a, t, group_text="Norwegians"),
        figure(a, u, "embassy"),
    ]
    assert asked(brief_of([a], claims)) == {None: [31], "the Norwegians": [2, 3]}
