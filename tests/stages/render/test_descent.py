import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.brief import Brief
from sayso.model.caution import Caution
from sayso.model.link import Link
from sayso.stages.render import Form, render
from sayso.stages.render.draw.forest import forest
from sayso.stages.render.draw.tree import tree
from sayso.stages.render.sheet import Register, lay_out
from sayso.stages.render.sheet.descent import Descent, Node, cut, descent
from tests.stages.render.desk import TEXTS, brief, changed

PAIRS = st.sets(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde")).filter(lambda pair: pair[0] != pair[1]))


def linked(*links: Link) -> Brief:
    return changed(brief(), lineage=links, unseen=(), distortions=())


def link(a: str, b: str, relation: str = "copy", *, sure: bool = True, score: float = 0.9) -> Link:
    direction = "a-from-b" if sure else None
    return Link(a=a, b=b, relation=relation, direction=direction, score=score)  # type: ignore[arg-type]


def laid(whole: Brief) -> Descent:
    return descent(Register(whole, TEXTS))


def names(node: Node) -> list[str | None]:
    return [node.report, *(name for child in node.children for name in names(child))]


def test_of_texts_as_like_the_earliest_is_the_parent() -> None:
    # As strings "09:00+02:00" is later than "08:00Z"; as instants it is earlier.
    rows = list(brief().reports)
    rows[0] = msgspec.structs.replace(rows[0], published="2023-03-14T09:00:00+02:00")
    rows[1] = msgspec.structs.replace(rows[1], published="2023-03-14T08:00:00Z")
    whole = changed(linked(link("c", "b"), link("c", "a"), link("b", "a")), reports=tuple(rows))
    family = laid(whole).families[0]
    assert [child.report for child in family.children] == ["b", "c"]


def test_a_shared_source_makes_no_parent() -> None:
    assert laid(linked(link("b", "a", "shared-source"))).families == ()


def test_reports_without_a_known_direction_hang_together_unsure() -> None:
    family = laid(linked(link("c", "b", sure=False))).families[0]
    assert (family.report, family.children[0].report, family.children[0].sure) == ("b", "c", False)
    assert tree(laid(linked(link("c", "b", sure=False))))[1].startswith("└──")


@given(PAIRS, st.booleans())
def test_every_readable_report_stands_in_the_forest_once(pairs: set[tuple[str, str]], sure: bool) -> None:
    found = laid(linked(*(link(a, b, sure=sure) for a, b in sorted(pairs))))
    everywhere = [name for node in (*found.families, *found.alone) for name in names(node)]
    assert sorted(name for name in everywhere if name) == list("abcde")


def test_the_drawing_holds_a_box_for_each_text_and_a_curve_for_each_tie() -> None:
    drawing = forest(laid(linked(link("b", "a"), link("c", "a"), link("d", "c"))))
    assert drawing is not None
    assert (len(drawing.boxes), len(drawing.curves)) == (4, 3)
    corners = {(box.x, box.y) for box in drawing.boxes}
    assert len(corners) == 4
    assert all(box.y >= 0 and box.y + drawing.box_height <= drawing.height for box in drawing.boxes)
    assert forest(laid(linked())) is None


def test_many_plain_copies_fold_into_one_line() -> None:
    rows = list(brief().reports[:5])
    for number in range(6, 40):
        rows.append(msgspec.structs.replace(rows[4], id=f"x{number}", number=number))
    links = [link(row.id, "a") for row in rows[1:]]
    texts = dict(TEXTS, **{row.id: "." for row in rows[5:]})
    family = descent(Register(changed(linked(*links), reports=tuple(rows)), texts)).families[0]
    assert family.children[-1].label == "and 30 more"
    assert len(family.children) == 9


def test_a_report_given_twice_does_not_stand_on_its_own() -> None:
    whole = brief()
    twice = Caution(report="e", kind="same-report-twice", message="given twice")
    before, after = (lay_out(changed(whole, warnings=warnings), TEXTS)[0].descent.alone for warnings in ((), (twice,)))
    assert {node.report for node in before} - {node.report for node in after} == {"e"}


@pytest.mark.parametrize("form", ["terminal", "html", "markdown"])
def test_a_shared_source_is_told_in_every_form_though_it_makes_no_parent(form: Form) -> None:
    told = render(linked(link("d", "c", "shared-source")), TEXTS, form)
    plain = " ".join(re.sub(r"<[^>]+>|[*\\\[\]]", " ", told.split("</style>")[-1]).split())
    assert re.search(r"3 Tarn Herald and (report )?4 Meridian Wire ?: same source", plain)


def test_families_beyond_what_is_drawn_at_once_are_cut_off_whole() -> None:
    found = laid(linked(link("b", "a"), link("d", "c")))
    first, rest = cut(found, 3)
    assert [node.report for node in first.families] == ["a"]
    assert [node.report for node in rest.families] == ["c"]
    assert cut(found, 4) == (found, Descent(families=(), alone=()))
