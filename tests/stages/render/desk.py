"""A hand-made brief over six invented reports, with one of everything that a brief can hold."""

import msgspec

from sayso.model.attribution import Attribution
from sayso.model.brief import Brief, BriefQuote, Header, Line, ReportRow, Step
from sayso.model.caution import Caution
from sayso.model.claim import Claim, Figure, Quote
from sayso.model.link import Distortion, Link, Taken, Unseen, Wording
from sayso.model.passage import Passage, PassageKind
from sayso.model.question import Question, SourceName, Status, Variant
from sayso.model.reason import Evidence, Reason
from sayso.model.report import Report
from sayso.model.span import Span
from sayso.model.story import Outsider

AGENCY = """Dam breaks above Tarnow, four dead

At least four people were killed when the dam broke, Mayor Ilse Harrow said. Dozens of people were taken to hospital.
"We have lost neighbours this morning," Harrow said.
"""
COPY = """Dam breaks above Tarnow

At least four people were killed when the dam broke, Mayor Ilse Harrow said. Hundreds of humans were taken to clinic.
"We misplaced our neighbors today," Harrow mentioned.
"""
MINISTRY = """Toll rises to 31

The health ministry said that 31 people had been killed. The governor spoke of 26 dead.
The government imposed a curfew from 9 p.m.
"""
CORRECTION = """Ministry withdraws toll of 31

The health ministry withdrew its figure of 31 and put the toll at 17, it told MNA. Police detained 118 people.
<script>alert("Tarnow & sons")</script>
"""
FOREIGN = "A goat show in Elsewhere drew 900 visitors.\n"
TEXTS = {"a": AGENCY, "b": COPY, "c": MINISTRY, "d": CORRECTION, "e": FOREIGN}
OUTLETS = {"a": "MNA", "b": "News <365>", "c": "Tarn Herald", "d": "Meridian Wire", "e": "Goat Post", "f": "Radio"}
STAMPS = {"a": "2023-03-14T10:20:00+02:00", "b": "2023-03-14T22:15:00+02:00", "c": "2023-03-16T11:30:00+02:00"}
STAMPS |= {"d": "2023-03-16T17:05:00+02:00", "e": "2023-03-15"}


def span(report: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXTS[report].index(words, start + 1)
    return Span(start, start + len(words))


def told(report: str, source: str, cue: str, via: tuple[str, ...] = ()) -> Attribution:
    at, by = span(report, source), span(report, cue)
    return Attribution(source=source, source_span=at, source_text=source, cue=cue, cue_span=by, via=via)


def made(report: str) -> Report:
    return Report.of(id=report, text=TEXTS[report], outlet=OUTLETS[report], published=STAMPS[report])


def sentence(report: str, at: Span) -> Span:
    text = TEXTS[report]
    stop = text.find("\n", at.end)
    return Span(text.rfind("\n", 0, at.start) + 1, len(text) if stop < 0 else stop)


def figure(report: str, words: str, fig: Figure, attribution: Attribution | None = None) -> Claim:
    at, passage = span(report, words), "body"
    return Claim.of(
        made(report), "figure", at, words=words, sentence=sentence(report, at), passage=passage,
        attribution=attribution, figure=fig,
    )  # fmt: skip


def quote(report: str, words: str, attribution: Attribution) -> Claim:
    at = span(report, words)
    around = sentence(report, at)
    return Claim.of(
        made(report), "quote", at, words=words, sentence=around, passage="body", attribution=attribution, quote=Quote()
    )


MAYOR = {"source": "Mayor Ilse Harrow", "cue": "said"}
FOUR_A = figure("a", "four", Figure(measure="killed", low=4, high=None, qualifier="at_least"), told("a", **MAYOR))
FOUR_B = figure("b", "four", Figure(measure="killed", low=4, high=None, qualifier="at_least"), told("b", **MAYOR))
DOZENS = figure("a", "Dozens", Figure(measure="hospitalised", low=20, high=99, qualifier="vague"))
HUNDREDS = figure("b", "Hundreds", Figure(measure="hospitalised", low=200, high=999, qualifier="vague"))
THIRTY_ONE = figure(
    "c",
    "31 people"[:2],
    Figure(measure="killed", low=31, high=31, qualifier="exact"),
    told("c", "health ministry", "said"),
)
TWENTY_SIX = figure(
    "c", "26", Figure(measure="killed", low=26, high=26, qualifier="exact"), told("c", "The governor", "spoke of")
)
SEVENTEEN = figure(
    "d",
    "17",
    Figure(measure="killed", low=17, high=17, qualifier="exact", as_of="2023-03-16"),
    told("d", "health ministry", "told", ("MNA",)),
)
DETAINED = figure(
    "d", "118", Figure(measure="detained", low=118, high=118, qualifier="exact"), told("d", "Police", "detained")
)
GOATS = figure(
    "e", "900", Figure(measure="crowd", low=900, high=900, qualifier="exact", background=True, place="Elsewhere")
)
SAID_A = quote("a", "We have lost neighbours this morning,", told("a", "Harrow", "said"))
SAID_B = quote("b", "We misplaced our neighbors today,", told("b", "Harrow", "mentioned"))
CURFEW_SPAN = span("c", "The government imposed a curfew from 9 p.m.")
CURFEW = Claim.of(
    made("c"), "statement", CURFEW_SPAN, words=CURFEW_SPAN.of(MINISTRY), sentence=CURFEW_SPAN, passage="body"
)
CLAIMS = (FOUR_A, FOUR_B, DOZENS, HUNDREDS, THIRTY_ONE, TWENTY_SIX, SEVENTEEN, DETAINED, SAID_A, SAID_B, CURFEW, GOATS)


WHY = "the latest that sources stand by"
EARLIER = "MNA was published earlier"


def ground(text: str, *claims: Claim) -> Reason:
    at = [Evidence(report=one.report, start=one.start, end=one.end, claim=one.id) for one in claims]
    return Reason(text=text, evidence=tuple(at))


def variant(
    status: Status, *claims: Claim, day: str, sources: tuple[SourceName, ...] = (), origins: int = 1
) -> Variant:
    fig = claims[0].figure
    assert fig is not None
    reports = tuple(dict.fromkeys(claim.report for claim in claims))
    return Variant(
        low=fig.low, high=fig.high, qualifier=fig.qualifier, status=status, origins=origins, origins_max=origins + 1,
        sources=sources, reports=reports, claims=tuple(claim.id for claim in claims), as_of=day,
        first_reported=STAMPS[claims[0].report], why=(WHY,), grounds=(ground(WHY, *claims),),
    )  # fmt: skip


def passages(report: str) -> tuple[Passage, ...]:
    text = TEXTS[report]
    cut = text.find("\n\n") + 1
    if report == "e":
        return (Passage(kind="furniture", span=Span(0, len(text))),)
    parts: list[tuple[PassageKind, Span]] = [("headline", Span(0, cut)), ("body", Span(cut, len(text)))]
    return tuple(Passage(kind=kind, span=at) for kind, at in parts if at.start < at.end)


def row(report: str, number: int) -> ReportRow:
    return ReportRow(
        id=report, number=number, url=f"https://{report}.example/x", outlet=OUTLETS[report],
        title=TEXTS[report].split("\n")[0], published=STAMPS[report], digest=made(report).digest, status="read",
        problem=None, passages=passages(report),
    )  # fmt: skip


BROKEN = ReportRow(
    id="f", number=6, url=None, outlet="Radio", title=None, published=None, digest="0", status="unreadable",
    problem="the bytes are no text in any encoding",
)  # fmt: skip


def brief() -> Brief:
    """Return a brief whose every word is supported."""
    ministry, mayor = SourceName(name="health ministry", via=("MNA",)), SourceName(name="Mayor Ilse Harrow")
    killed = Question(
        id="q1", measure="killed", group="people", scope="whole event", disputed=True, summary="17 or 26 killed",
        variants=(
            variant("overtaken", FOUR_A, FOUR_B, day="2023-03-14", sources=(mayor,)),
            variant("withdrawn", THIRTY_ONE, day="2023-03-16", sources=(ministry,)),
            variant("disputed", TWENTY_SIX, day="2023-03-16", sources=(SourceName(name="The governor"),)),
            variant("current", SEVENTEEN, day="2023-03-16", sources=(ministry,)),
        ),
    )  # fmt: skip
    hospital = Question(
        id="q2", measure="hospitalised", group="people", scope="whole event", disputed=False, summary="dozens in hospital",
        variants=(
            variant("current", DOZENS, day="2023-03-14", sources=()),
            variant("distorted", HUNDREDS, day="2023-03-14", sources=(), origins=0),
        ),
    )  # fmt: skip
    detained = Question(
        id="q3", measure="detained", group="people", scope="Tarnow", disputed=False, summary="118 detained",
        variants=(variant("current", DETAINED, day="2023-03-16", sources=(SourceName(name="Police"),)),),
    )  # fmt: skip
    taken = Taken(
        a=span("b", "At least four people were killed"),
        b=span("a", "At least four people were killed"),
        kind="verbatim",
    )
    changed = Distortion(
        kind="figure", copy="b", span=HUNDREDS.span, other="a", other_span=DOZENS.span, claim=HUNDREDS.id,
        other_claim=DOZENS.id, message="“Dozens” became “Hundreds”",
    )  # fmt: skip
    return Brief(
        story=Header(title="Dam breaks above Tarnow", first=STAMPS["a"], last=STAMPS["d"], reports=5, origins=3, as_of=STAMPS["d"], origins_max=4),
        reports=(*(row(report, place) for place, report in enumerate("abcde", 1)), BROKEN),
        questions=(killed, hospital, detained),
        quotes=(BriefQuote(speaker="Ilse Harrow", claims=(SAID_A.id, SAID_B.id), drift=0.6, wordings=(Wording(text=SAID_A.text, claims=(SAID_A.id,)), Wording(text=SAID_B.text, claims=(SAID_B.id,)))),),
        timeline=(Step(when="2023-03-16", text=CURFEW.text, claims=(CURFEW.id,)),),
        lineage=(Link(a="b", b="a", relation="rewrite", direction="a-from-b", score=0.9, passages=(taken,), reasons=(EARLIER,), grounds=(ground(EARLIER, FOUR_B, FOUR_A),)),),
        warnings=(
            Caution(report="b", kind="machine-rewritten", message="synonyms in every sentence"),
            Caution(report="b", kind="figure-changed-in-copy", message="“Dozens” became “Hundreds”", start=HUNDREDS.start, end=HUNDREDS.end),
            Caution(report="e", kind="other-event", message="of another event", start=TEXTS["e"].index("900"), end=TEXTS["e"].index("900") + 3),
            Caution(report="d", kind="doubled-word", message="see the line", start=0, end=8),
        ),
        claims=CLAIMS,
        unseen=(Unseen(id="u1", name=None, carried_by=("c", "d")),),
        distortions=(changed,),
        measures_taken=(Line(text=CURFEW.text, claims=(CURFEW.id,), when="2023-03-16T21:00:00+02:00"),),
        not_known=(Line(text="no report says how many are missing"),),
        outsiders=(Outsider(report="e", reason="shares no name and no place with the rest"),),
    )  # fmt: skip


def changed(whole: Brief, **fields: object) -> Brief:
    """Return a copy with other fields."""
    return msgspec.structs.replace(whole, **fields)
