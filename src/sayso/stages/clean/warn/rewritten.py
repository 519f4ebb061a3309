"""Texts that a machine has rewritten: spun with synonyms, or translated. Said only where several kinds of tells meet."""

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from sayso.stages.clean.warn.sentences import Said
from sayso.stages.clean.wording import anywhere, bare

__all__ = ["Tells", "rewritten"]

# A space between a stop and a closing mark, or none between a closing mark and a word: `sites, ”he said`.
_SPACING = re.compile(r"[.,!?] [”’](?=\w|\s|$)|[a-z,]”[a-z]|\. \. \. [A-Z]")
# Thousands with a dot, in the manner of other languages, before a word: `20.000 troops`.
_DOTTED = re.compile(r"(?<![\d.,])\d{1,3}\.\d{3}(?![\d.,]|\s?(?:km|kg|m|miles|per|%|euros?|gm))(?=\s[a-z])")
_ENOUGH = 3.0
# So many different phrases of one kind, dense enough, need no second kind.
_ABOUNDS = 5


class Tells(Struct, frozen=True, kw_only=True):
    """What else was found in the report that speaks for a machine."""

    doubled: int = 0
    repeated: int = 0
    residue: int = 0


def rewritten(said: Sequence[Said], tells: Tells) -> str | None:
    """Return the evidence that a machine rewrote the text, in words; None where it does not suffice.

    Each kind of tell weighs at most what it could by chance not reach alone: template leftovers, doubled words,
    repeated sentences, odd spacing at quotation marks, foreign thousands, swapped synonyms, foreign grammar. Two
    kinds at least must meet, or one must abound.
    """
    text = bare("\n".join(one.text for one in said if one.kind not in {"headline", "caption"}))
    heads = bare("\n".join(one.text for one in said if one.kind == "headline"))
    raw = "\n".join(one.text for one in said)
    words = max(1, text.count(" "))
    swapped = anywhere("spun", "synonyms").found_in(f"{heads}\n{text}")
    foreign = anywhere("spun", "translated").found_in(text)
    spacing = len(_SPACING.findall(raw))
    dotted = len(_DOTTED.findall(raw))
    told = _telling(text)
    weights = (
        (1.0 * bool(tells.residue), "a template's leftovers"),
        (0.8 * min(2, tells.doubled), "a doubled word"),
        (0.8 * min(2, tells.repeated), "sentences that stand twice"),
        (0.7 * min(3, spacing), f"odd spacing at quotation marks ({spacing})"),
        (1.0 * min(2, dotted), f"thousands with a dot ({dotted})"),
        (_scaled(len(swapped), words), f"swapped synonyms ({', '.join(swapped[:4])})"),
        (_scaled(len(foreign), words), f"grammar of another language ({', '.join(foreign[:4])})"),
        (1.5 * told, '"mentioned" where reports write "said"'),
    )
    found = [(weight, why) for weight, why in weights if weight > 0]
    abounds = max(len(swapped), len(foreign)) >= _ABOUNDS
    if sum(weight for weight, _ in found) < _ENOUGH or (len(found) < 2 and not abounds):  # noqa: PLR2004 - kinds that must meet
        return None
    return "; ".join(why for _, why in found)


def _scaled(count: int, words: int) -> float:
    """Weigh phrases by how many there are and how dense: two in a short report count, two in a long one do not."""
    if count < 2:  # noqa: PLR2004 - one phrase is chance
        return 0.0
    return min(3.0, 0.8 * count * min(1.0, 600 * count / (3 * words)))


@cache
def _verbs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(r"\bmentioned\b(?! (?:in|by|above|earlier|as)\b)"), re.compile(r"\b(?:said|says|told)\b")


def _telling(text: str) -> bool:
    mentioned, said = (len(pattern.findall(text)) for pattern in _verbs())
    return mentioned >= 3 and mentioned > 2 * said  # noqa: PLR2004 - spinners swap them all
