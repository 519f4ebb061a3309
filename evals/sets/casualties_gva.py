"""casualties_gva: several local reports of one shooting; one figure of the killed and one of the injured an incident.

The figures go through `extract`, `link` and `reconcile` as in the product, and one value is picked from the variants
of the questions. What follows is this set's own convention, chosen on its dev half:

- The registry counts people, and local news tells of most of them without a number: the articles are read with single
  people counted ("one man" for "a man", see `evals.singulars`), by the same grammar as every count. Such a count weighs
  less. What one word of measure counts in one sentence is summed: "a man and his two sons were killed" is three.
- Where no number of dead stands but the first lines are full of words of death, it is one.
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

from evals.rows import Row, leaves_out, rows_of
from evals.singulars import counted_singly
from sayso import pipeline
from sayso.language.parser import Parser
from sayso.model.claim import Claim
from sayso.model.question import Question
from sayso.model.reading import Reading
from sayso.model.report import Raw
from sayso.model.story import Story
from sayso.stages.clean import clean
from sayso.stages.reconcile import reconcile

__all__ = ["GOLD", "INPUTS", "KEEP", "predict"]

GOLD = "dev.jsonl"
INPUTS = "dev.jsonl"
KEEP = ("id", "articles")

# Characters after which a mention's weight has fallen to 1/e.
_FADE = 800
# Weight of a singular, of a vague count, and of what is left of "shot" when the dead are taken off.
_SINGULAR, _VAGUE, _OFF = 0.6, 0.5, 0.9
# A value needs this much weight for each of the first few articles to be given, and this share of the heaviest's to be
# preferred as larger. (More articles of one incident are mostly about one person of it.)
_KILLED, _INJURED, _NEAR, _FEW_ARTICLES = 0.2, 0.1, 0.7, 3
# Words of death an article, within its first lines, from which one dead is taken for granted.
_DEADLY, _FIRST_LINES = 2.0, 600
_MOST = 60
_SLOTS = ("killed", "injured")
_FALLEN = frozenset({"withdrawn", "distorted"})

_TOGETHER = re.compile(
    r"(?:shot|victims?|shootings?|shoots?|struck|striking|hit|hitting|with gunshot.*|gunfire|struck by.*|hit by.*)$",
    re.IGNORECASE,
)
# A count over several shootings: of a weekend, a night, a year.
_TALLY = re.compile(
    r"\b(?:weekend|overnight|separate|shootings|homicides|incidents|murders|so far|this year|since|over the past)\b",
    re.IGNORECASE,
)
# One of the hurt, who has died since.
_HAS_DIED = re.compile(
    r"\b(?:has(?:\s+now)?\s+died|dies|later\s+died|died\s+(?:at|later|from|of|in|on|early))\b", re.IGNORECASE
)
# Some of the hurt that the sentence counts have died.
_DIED_OF = re.compile(
    r"\b(?:including|one of (?:them|whom)|among them)\b.{0,80}\b(?:died|dead|succumbed|killed|fatally)\b|,\s+\w+\s+fatally\b",
    re.IGNORECASE,
)
_TALLIED = 0.4
_DEATH = re.compile(r"\b(?:fatal\w*|homicide|murder\w*|dead|killed|kills|died|slain|death)\b", re.IGNORECASE)


def predict(rows: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield one row an incident: the counts that its articles agree on, None where they give none."""
    parser = Parser()
    for row in rows:
        articles, places = read(row["articles"])
        yield {"id": row["id"], **counts(articles, pipeline.claims(articles, parser), places)}


def read(articles: Sequence[Mapping[str, Any]]) -> tuple[list[Reading], Mapping[str, frozenset[int]]]:
    """Return the articles with their single people counted, and where in each those counts stand."""
    raws, places = [], {}
    for article in articles:
        title, text = article.get("title") or "", article["text"]
        name = article["id"]
        whole, places[name] = counted_singly(text if not title or text.startswith(title) else f"{title}\n\n{text}")
        raws.append(
            Raw(
                name=name,
                id=name,
                media="jsonl",
                text=whole,
                title=title or None,
                outlet=article.get("outlet"),
                published=article.get("date"),
            )
        )
    return clean(raws), places


def counts(
    readings: Sequence[Reading], claims: Sequence[Claim], places: Mapping[str, frozenset[int]]
) -> dict[str, int | None]:
    """Return the two slots of one incident."""
    lineage = pipeline.lineage(readings, claims)
    story = Story(reports=tuple(reading.report.id for reading in readings))
    brief = reconcile(readings, claims, lineage, story)
    texts = {reading.report.id: reading.report.text for reading in readings}
    standing = _standing(brief.questions, {claim.id: claim for claim in claims})
    return decide(_votes(rows_of(standing, texts, places), texts), texts)


def decide(votes: Mapping[str, dict[int, float]], texts: Mapping[str, str]) -> dict[str, int | None]:
    """Return the two slots that the votes of the articles give."""
    articles = min(len(texts), _FEW_ARTICLES)
    killed = _largest(votes["killed"], _KILLED * articles) or _told_dead(texts.values())
    hurt = defaultdict(float, votes["injured"])
    for value, weight in votes["together"].items():
        if value > killed:
            hurt[value - killed] += weight * _OFF
    return {"killed": killed or None, "injured": _largest(hurt, _INJURED * articles) or None}


def _standing(questions: Iterable[Question], claims: Mapping[str, Claim]) -> list[Claim]:
    """Return the claims of the dead and the hurt that nobody took back."""
    names = (
        name
        for question in questions
        if question.measure in _SLOTS and not question.delta
        for variant in question.variants
        if variant.status not in _FALLEN
        for name in variant.claims
    )
    return [claims[name] for name in dict.fromkeys(names)]


def _votes(rows: Iterable[Row], texts: Mapping[str, str]) -> Mapping[str, dict[int, float]]:
    """Return the weight of each value under "killed", "injured" and "together": each article's best mention counts."""
    best: dict[tuple[str, int, str], float] = {}
    for row in rows:
        slot, weight = _mention(row, texts[row.claim.report])
        key = (slot, row.value, row.claim.report)
        best[key] = max(best.get(key, 0.0), weight)
    found: dict[str, dict[int, float]] = {slot: defaultdict(float) for slot in (*_SLOTS, "together")}
    for (slot, value, _report), weight in sorted(best.items()):
        if 0 < value <= _MOST:
            found[slot][value] += weight
    return found


def _mention(row: Row, text: str) -> tuple[str, float]:
    """Return the slot of a row of people, and its weight."""
    claim, figure = row.claim, row.figure
    weight = exp(-claim.start / _FADE) * (_SINGULAR if row.single else 1.0)
    weight *= _VAGUE if figure.qualifier == "vague" else 1.0
    sentence = claim.sentence.of(text)
    weight *= _TALLIED if _TALLY.search(sentence) else 1.0
    if figure.trigger is None:
        return figure.measure, weight
    hurt = figure.measure == "injured"
    if row.single and hurt and _HAS_DIED.search(sentence, claim.end - claim.sentence.start):
        return "killed", weight
    # "Eleven others were shot" leaves out the dead told of just before; "three were hurt, one of whom died" does not.
    shot = _TOGETHER.match(figure.trigger.of(text)) and not leaves_out(claim, text)
    return ("together" if shot or (hurt and _DIED_OF.search(sentence)) else figure.measure), weight


def _largest(votes: Mapping[int, float], least: float) -> int:
    """Return the largest of the values with nearly the most weight; 0 where that is too little."""
    near = [value for value, weight in votes.items() if weight >= _NEAR * max(votes.values())]
    best = max(near, default=0)
    return best if votes.get(best, 0.0) >= least and best else 0


def _told_dead(texts: Iterable[str]) -> int:
    heads = [text[:_FIRST_LINES] for text in texts]
    return int(sum(len(_DEATH.findall(head)) for head in heads) >= _DEADLY * len(heads))
