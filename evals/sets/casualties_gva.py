"""casualties_gva: several local reports of one shooting; one figure of the killed and one of the injured an incident.

The figures go through `extract`, `link` and `reconcile` as in the product, and one value is picked from the variants
of the questions. What follows is this set's own convention, chosen on its dev half:

- A singular without a number word ("a man was killed") counts as one, at half weight: the registry counts people, and
  most incidents have one dead. Where no number of dead stands but the first lines are full of words of death, it is one.
- "Shot" and "victims" count the dead and the hurt together: the dead are taken off.
- A sentence that counts over several shootings (of a weekend, a night, a year) weighs less.
- A mention weighs the less the later it stands in its article (articles tell their own incident first, and earlier
  shootings after it); each article gives one vote a value; of values with much the same weight the largest wins,
  because tolls grow. Values that were withdrawn or distorted have no vote.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp
from typing import Any

from sayso import pipeline
from sayso.language.parser import Parser
from sayso.language.sentences import sentences
from sayso.model.claim import Claim, Figure, Measure
from sayso.model.question import Question
from sayso.model.reading import Reading
from sayso.model.report import Raw
from sayso.model.span import Span
from sayso.model.story import Story
from sayso.stages.clean import clean
from sayso.stages.reconcile import reconcile

__all__ = ["GOLD", "INPUTS", "KEEP", "predict"]

GOLD = "dev.jsonl"
INPUTS = "dev.jsonl"
KEEP = ("id", "articles")

# Characters after which a mention's weight has fallen to 1/e.
_FADE = 800
# Weight of a singular, of the dead taken off "shot", and of "shot" taken for the injured as it stands.
_SINGULAR, _OFF, _ALL = 0.7, 0.9, 0.25
# A value needs this much weight an article to be given, and this share of the heaviest's to be preferred as larger.
_KILLED, _INJURED, _NEAR = 0.2, 0.1, 0.5
# Words of death an article, within its first lines, from which one dead is taken for granted.
_DEADLY, _FIRST_LINES = 2.0, 600
_MOST = 60
_FALLEN = frozenset({"withdrawn", "distorted"})

_PERSON = (
    r"(?:man|woman|boy|girl|teen|teenager|person|victim|student|officer|deputy|mother|father|child|toddler|infant|baby"
    r"|resident|male|female|juvenile|bystander|employee|soldier|clerk|driver)"
)
_LIKE = r"(?:[\w'-]+\s+){0,3}"
_GAP = r"(?:\s+[\w'-]+){0,4}?\s+"
_ONE: Mapping[Measure, re.Pattern[str]] = {
    "killed": re.compile(
        rf"\b(an?|another)\s+{_LIKE}{_PERSON}\b{_GAP}(?:dead|killed|died|dies|fatally|slain|murdered|deceased)\b"
        rf"|\b(?:killing|killed|kills|leaves|left|leaving)\s+(an?|another)\s+{_LIKE}{_PERSON}\b",
        re.IGNORECASE,
    ),
    "injured": re.compile(
        rf"\b(an?|another)\s+{_LIKE}{_PERSON}\b{_GAP}(?:injured|wounded|hurt|injures|wounds|critical|hospitalized|shot)\b"
        rf"|\b(?:injuring|wounding|wounded|injured|injures|wounds)\s+(an?|another)\s+{_LIKE}{_PERSON}\b",
        re.IGNORECASE,
    ),
}
_TOGETHER = re.compile(r"(?:shot|victims?|shootings?|struck|striking|with gunshot.*|gunfire)$", re.IGNORECASE)
# A count over several shootings: of a weekend, a night, a year.
_TALLY = re.compile(
    r"\b(?:weekend|overnight|separate|shootings|homicides|incidents|murders|so far|this year|since|over the past)\b",
    re.IGNORECASE,
)
_TALLIED = 0.4
_DEATH = re.compile(r"\b(?:fatal\w*|homicide|murder\w*|dead|killed|kills|died|slain|death)\b", re.IGNORECASE)


def predict(rows: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield one row an incident: the counts that its articles agree on, None where they give none."""
    parser = Parser()
    for row in rows:
        readings = clean([_raw(article) for article in row["articles"]])
        claims = [*pipeline.claims(readings, parser), *(one for reading in readings for one in singulars(reading))]
        yield {"id": row["id"], **counts(readings, claims)}


def _raw(article: Mapping[str, Any]) -> Raw:
    title, text = article.get("title") or "", article["text"]
    whole = text if not title or text.startswith(title) else f"{title}\n\n{text}"
    outlet, day = article.get("outlet"), article.get("date")
    name = article["id"]
    return Raw(name=name, id=name, media="jsonl", text=whole, title=title or None, outlet=outlet, published=day)


def singulars(reading: Reading) -> Iterator[Claim]:
    """Yield a claim of one for each person told of without a number word, in the first lines."""
    text = reading.report.text
    dead: set[Span] = set()
    for measure, pattern in _ONE.items():
        for hit in pattern.finditer(text, 0, 2 * _FADE):
            group = 1 if hit.group(1) else 2
            span = Span(hit.start(group), hit.end(group))
            if span in dead and hit.group().lower().endswith("shot"):
                # "A sailor was shot dead" is one dead and nobody hurt.
                continue
            if measure == "killed":
                dead.add(span)
            line = Span(text.rfind("\n", 0, span.start) + 1, max(span.end, text.find("\n", span.end)))
            around = next((one for one in sentences(text, line) if one.holds(span)), line)
            figure = Figure(measure=measure, low=1, high=1, qualifier="exact", group="people")
            yield Claim.of(
                reading.report, "figure", span, words=span.of(text), sentence=around, passage="body", figure=figure
            )


def counts(readings: Sequence[Reading], claims: Sequence[Claim]) -> dict[str, int | None]:
    """Return the two slots of one incident."""
    lineage = pipeline.lineage(readings, claims)
    story = Story(reports=tuple(reading.report.id for reading in readings))
    brief = reconcile(readings, claims, lineage, story)
    texts = {reading.report.id: reading.report.text for reading in readings}
    votes = _votes(brief.questions, {claim.id: claim for claim in claims}, texts)
    killed = _largest(votes["killed"], _KILLED * len(readings)) or _told_dead(texts.values())
    hurt = defaultdict(float, votes["injured"])
    for value, weight in votes["together"].items():
        if value > killed:
            hurt[value - killed] += weight * _OFF
        hurt[value] += weight * _ALL if killed and value != killed else 0
    return {"killed": killed or None, "injured": _largest(hurt, _INJURED * len(readings)) or None}


def _votes(
    questions: Iterable[Question], claims: Mapping[str, Claim], texts: Mapping[str, str]
) -> Mapping[str, dict[int, float]]:
    """Return the weight of each value under "killed", "injured" and "together": each article's best mention counts."""
    best: dict[tuple[str, int, str], float] = {}
    for question in questions:
        for variant in question.variants:
            if question.measure not in _ONE or question.delta or variant.status in _FALLEN:
                continue
            for claim in (claims[name] for name in variant.claims):
                slot, weight = _mention(claim, question.measure, texts[claim.report])
                key = (slot, int(variant.low), claim.report)
                best[key] = max(best.get(key, 0.0), weight)
    found: dict[str, dict[int, float]] = {slot: defaultdict(float) for slot in ("killed", "injured", "together")}
    for (slot, value, _report), weight in sorted(best.items()):
        if 0 < value <= _MOST:
            found[slot][value] += weight
    return found


def _mention(claim: Claim, measure: str, text: str) -> tuple[str, float]:
    weight = exp(-claim.start / _FADE)
    if _TALLY.search(claim.sentence.of(text)):
        weight *= _TALLIED
    if claim.figure is None or claim.figure.trigger is None:
        return measure, weight * (_SINGULAR if claim.text.lower() in {"a", "an", "another"} else 1.0)
    return ("together" if _TOGETHER.match(claim.figure.trigger.of(text)) else measure), weight


def _largest(votes: Mapping[int, float], least: float) -> int:
    """Return the largest of the values with nearly the most weight; 0 where that is too little."""
    near = [value for value, weight in votes.items() if weight >= _NEAR * max(votes.values())]
    best = max(near, default=0)
    return best if votes.get(best, 0.0) >= least and best else 0


def _told_dead(texts: Iterable[str]) -> int:
    heads = [text[:_FIRST_LINES] for text in texts]
    return int(sum(len(_DEATH.findall(head)) for head in heads) >= _DEADLY * len(heads))
