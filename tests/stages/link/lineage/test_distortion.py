import pytest

from sayso.model.attribution import Attribution
from sayso.model.claim import Claim, Figure, Measure, Qualifier, Quote
from sayso.model.link import Distortion
from sayso.model.passage import PassageKind
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.stages.link.lineage import trace

WIRE = """\
ORLIK, June 9 (Northern Wire) - A mudslide buried the lower quarter of the mining town of Orlik on Monday, and the
 district government said that dozens of miners had been killed in their hostel.
A further 18 miners were wounded when the road bridge to the pit gave way under an ambulance, the district said.
Governor Hana Breit told reporters in Orlik that the slope had not been declared safe after the rains of last week.
The army has sent 1,240 soldiers with diggers, and a field hospital is being set up in the school at Brenn.
“We heard the mountain clear its throat and then the whole street was gone,” said Piet Olsen, a baker.
On Wednesday Interior Minister Karl Dohm will visit the town, and flags will fly at half mast.""".replace("\n ", " ")

Count = tuple[str, Measure, int, int | None]
FIGURES: list[Count] = [("dozens", "killed", 20, 99), ("18", "injured", 18, 18), ("1,240", "deployed", 1240, 1240)]


def report(name: str, text: str, hour: int, outlet: str) -> Report:
    return Report.of(text=text, id=name, outlet=outlet, published=f"2031-06-09T{hour:02}:00:00+00:00")


def figure(of: Report, count: Count, *, passage: PassageKind = "body", qualifier: Qualifier = "exact") -> Claim:
    words, measure, low, high = count
    at = of.text.index(words)
    span = Span(at, at + len(words))
    value = Figure(measure=measure, low=low, high=high, qualifier=qualifier, group="people")
    return Claim.of(of, "figure", span, words=words, sentence=span, passage=passage, figure=value)


def found(copy_text: str, counts: list[Count]) -> list[Distortion]:
    """Return what is found when the text of the wire is printed two hours later as `copy_text`."""
    wire, copy = report("w", WIRE, 8, "Northern Wire"), report("c", copy_text, 10, "Vale Gazette")
    claims = [*(figure(wire, count) for count in FIGURES), *(figure(copy, count) for count in counts)]
    return list(trace([Reading(report=wire), Reading(report=copy)], claims).distortions)


def test_a_faithful_copy_has_no_distortion() -> None:
    assert found(WIRE, FIGURES) == []


def test_dozens_that_became_hundreds_are_found_on_the_copy() -> None:
    text = WIRE.replace("dozens", "hundreds")
    (one,) = found(text, [("hundreds", "killed", 200, 999), *FIGURES[1:]])
    assert (one.kind, one.copy, one.span.of(text), one.other_span.of(WIRE)) == ("figure", "c", "hundreds", "dozens")


def test_wounded_who_became_killed_are_a_changed_role() -> None:
    (one,) = found(WIRE.replace("wounded", "slain"), [FIGURES[0], ("18", "killed", 18, 18), FIGURES[2]])
    assert (one.kind, one.span.start) == ("role", WIRE.index("18"))


def test_a_headline_that_neither_text_bears_out_is_a_changed_figure() -> None:
    text = "Mudslide wounds 300 in Orlik\n" + WIRE
    wire, copy = report("w", WIRE, 8, "Northern Wire"), report("c", text, 10, "Vale Gazette")
    head = figure(copy, ("300", "injured", 300, 300), passage="headline")
    claims = [*(figure(wire, count) for count in FIGURES), *(figure(copy, count) for count in FIGURES), head]
    (one,) = trace([Reading(report=wire), Reading(report=copy)], claims).distortions
    assert one.claim == head.id


def test_a_slip_of_two_digits_is_laid_to_the_report_that_stands_alone() -> None:
    (one,) = found(WIRE.replace("1,240", "1,420"), [*FIGURES[:2], ("1,420", "deployed", 1420, 1420)])
    assert (one.kind, one.copy) == ("figure", "c")


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("had not been declared", "had been declared", "negation"),
        ("on Monday", "on Tuesday", "date"),
        ("Interior Minister", "Finance Minister", "name"),
        ("Karl Dohm", "Karl Dahn", "name"),
    ],
)
def test_a_changed_word_in_a_taken_sentence_is_found(old: str, new: str, kind: str) -> None:
    assert [one.kind for one in found(WIRE.replace(old, new), FIGURES)] == [kind]


def test_a_garbled_quotation_is_laid_to_the_taker() -> None:
    said = "We heard the mountain clear its throat and then the whole street was gone,"
    spun = "We listened to the mountain clearing its throat and next the whole road has been lost,"
    wire, copy = report("w", WIRE, 8, "Northern Wire"), report("c", WIRE.replace(said, spun), 10, "Vale Gazette")
    quotes = [quoted(wire, said), quoted(copy, spun)]
    (one,) = trace([Reading(report=wire), Reading(report=copy)], quotes).distortions
    assert (one.kind, one.copy, one.claim) == ("quote", "c", quotes[1].id)


BAKER = "We heard the mountain clear its throat and then the whole street was gone,"


def quoted(of: Report, words: str) -> Claim:
    span = Span(of.text.index(words), of.text.index(words) + len(words))
    speaker = Attribution(source="Piet Olsen")
    return Claim.of(of, "quote", span, words=words, sentence=span, passage="body", attribution=speaker, quote=Quote())


def quotations(*prints: tuple[str, str, str | None]) -> list[tuple[str, str]]:
    """Return copy and original of the changed quotations among prints of the wire: name, baker's words, when."""
    reports = [
        Report.of(text=WIRE.replace(BAKER, words), id=name, outlet=name, published=when) for name, words, when in prints
    ]
    claims = [quoted(one, words) for one, (_name, words, _when) in zip(reports, prints, strict=True)]
    found = trace([Reading(report=one) for one in reports], claims).distortions
    assert {one.kind for one in found} <= {"quote"}
    return [(one.copy, one.other) for one in found]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("mountain", "minister", [("c", "w")]),
        ("was gone", "was not gone", [("c", "w")]),
        ("throat", "troat", []),
        ("and then the whole street was gone", "and then", []),
    ],
)
def test_a_word_changed_in_a_copied_quotation_is_told_but_no_slip_and_no_cut(
    old: str, new: str, found: list[tuple[str, str]]
) -> None:
    prints = ("w", BAKER, "2031-06-09T08:00:00Z"), ("c", BAKER.replace(old, new), "2031-06-09T10:00:00Z")
    assert quotations(*prints) == found


def test_a_wording_that_another_report_has_on_its_own_is_a_version_and_no_change() -> None:
    other = BAKER.replace("mountain", "minister")
    prints = [("w", BAKER, "2031-06-09T08:00:00Z"), ("c", other, "2031-06-09"), ("d", other, "2031-06-09T10:00:00Z")]
    assert quotations(*prints) == []
    prints[1] = ("c", other, "2031-06-09T12:00:00Z")
    assert quotations(*prints) == [("d", "w")]


def test_a_number_that_the_original_denied_is_no_support_for_the_copy_that_asserts_it() -> None:
    head, tail = WIRE.split("\n", 1)
    denied = "The governor denied that 45 had been wounded."
    wire = report("w", f"{head}\n{denied}\n{tail}", 8, "Northern Wire")
    copy = report("c", WIRE.replace("A further 18", "A further 45"), 10, "Vale Gazette")
    value = Figure(measure="injured", low=45, high=45, qualifier="exact", group="people", stance="denied")
    span = Span(wire.text.index("45"), wire.text.index("45") + 2)
    claims = [*(figure(wire, count) for count in FIGURES), figure(copy, ("45", "injured", 45, 45))]
    claims.append(Claim.of(wire, "figure", span, words="45", sentence=span, passage="body", figure=value))
    (one,) = trace([Reading(report=wire), Reading(report=copy)], claims).distortions
    assert (one.copy, one.span.of(copy.text), one.other_span.of(wire.text)) == ("c", "45", "18")


def test_a_digit_that_slipped_is_laid_to_the_later_of_two_that_quote_the_same_speech() -> None:
    speech = (
        "The minister told parliament that “we shall dig until the last of our miners has come home to his own"
        " people, and nobody will ask what it costs or how long it takes us”."
    )
    first = report("a", f"{speech}\n\nIn all 4,271 people were moved from the lower town.", 8, "Vale Gazette")
    second = report("b", f"The lower town lost 4,721 to shelters, it is said.\n\n{speech}", 12, "Hill Echo")
    claims = [
        figure(first, ("4,271", "displaced", 4271, 4271)),
        figure(second, ("4,721", "displaced", 4721, 4721)),
    ]
    (one,) = trace([Reading(report=first), Reading(report=second)], claims).distortions
    assert (one.copy, one.claim) == ("b", claims[1].id)
    assert "slip" in one.message


def test_a_digit_that_differs_is_laid_to_nobody_where_no_stamp_tells_who_was_first() -> None:
    speech = (
        "The minister told parliament that “we shall dig until the last of our miners has come home to his own"
        " people, and nobody will ask what it costs or how long it takes us”."
    )
    counts = {"a": 4271, "b": 4721, "c": 4271}
    reports = [
        Report.of(text=f"{speech}\n\nIn all {count:,} people were moved from the lower town of {name}.", id=name)
        for name, count in counts.items()
    ]
    told = ((one, counts[one.id]) for one in reports)
    claims = [figure(one, (f"{count:,}", "displaced", count, count)) for one, count in told]
    found = trace([Reading(report=one) for one in reports], claims).distortions
    assert {(one.copy, one.directed) for one in found if one.kind == "figure"} == {("b", False)}


def test_a_number_that_another_report_calls_wrong_in_its_own_voice_is_distorted() -> None:
    first = report("a", "Some 3,600 soldiers came to the town in trucks last week.", 8, "Vale Gazette")
    second = report("b", "The 3,600 that people keep repeating were never seen.", 12, "Hill Echo")
    said = figure(first, ("3,600", "deployed", 3600, 3600))
    span = Span(4, 9)
    value = Figure(measure="deployed", low=3600, high=3600, qualifier="exact", group="people", stance="denied")
    denied = Claim.of(second, "figure", span, words="3,600", sentence=span, passage="body", figure=value)
    (one,) = trace([Reading(report=first), Reading(report=second)], [said, denied]).distortions
    assert (one.copy, one.other) == ("a", "b")


def test_a_bound_that_changed_alone_in_its_sentence_is_found_though_both_bounds_could_hold() -> None:
    head, tail = WIRE.split("\n", 1)
    said = f"{head}\nAt least 47 people were pulled from the mud, the district said in its noon bulletin.\n{tail}"
    bulletin: Count = ("47", "rescued", 47, None)
    changed: Count = ("74", "rescued", 74, None)
    wire = report("w", said, 8, "Northern Wire")
    copy = report("c", said.replace("47", "74"), 10, "Vale Gazette")
    claims = [figure(wire, bulletin, qualifier="at_least"), figure(copy, changed, qualifier="at_least")]
    (one,) = trace([Reading(report=wire), Reading(report=copy)], claims).distortions
    assert (one.kind, one.copy, one.span.of(copy.text)) == ("figure", "c", "74")
    news = report("c", said.replace("47", "74").replace("noon", "evening"), 18, "Vale Gazette")
    claims[1] = figure(news, changed, qualifier="at_least")
    assert trace([Reading(report=wire), Reading(report=news)], claims).distortions == ()


def test_a_count_whose_wording_hides_the_measure_stands_for_the_figure_in_its_place() -> None:
    text = WIRE.replace("A further 18 miners were wounded", "A further 80 miners were stored")
    wire, copy = report("w", WIRE, 8, "Northern Wire"), report("c", text, 10, "Vale Gazette")
    claims = [*(figure(wire, count) for count in FIGURES), figure(copy, FIGURES[0]), figure(copy, FIGURES[2])]
    bare = figure(copy, ("80", "other", 80, 80))
    (one,) = trace([Reading(report=wire), Reading(report=copy)], [*claims, bare]).distortions
    assert (one.claim, one.other_claim) == (bare.id, claims[1].id)


REWORDED = [
    (
        "ORLIK (Quick Bulletin) - The lower quarter of Orlik, a mining town, was buried by a mudslide on Monday; dozens"
        " of miners had been killed in their hostel, said the district government."
    ),
    (
        "When the road bridge to the pit gave way under an ambulance, 18 more miners were wounded, according to the"
        " district."
    ),
    "The slope{} declared safe following last week's rains, governor Hana Breit told Orlik reporters.",
    "Some 1,240 soldiers with diggers were sent by the army, and at Brenn the school is turned into a field hospital.",
    "Piet Olsen, a baker, recalled how “the mountain cleared its throat” before “the whole street was gone”.",
    "Flags fly at half mast on Wednesday, when Interior Minister Karl Dohm is to visit Orlik.",
]


@pytest.mark.parametrize(
    ("said", "kinds"),
    [(" had been", ["negation"]), (" had yet to be", []), (" had not been", []), (" was", ["negation"])],
)
def test_a_not_that_a_rewording_lost_is_found_but_not_one_in_other_words(said: str, kinds: list[str]) -> None:
    assert [one.kind for one in found("\n".join(REWORDED).format(said), FIGURES)] == kinds


def test_an_opposite_is_no_lost_not() -> None:
    text = "\n".join(REWORDED).format(" was thought dangerous and had not been")
    assert found(text, FIGURES) == []
    assert found(text.replace("had not been declared safe", "was left as it was"), FIGURES) == []
