"""Rules of the field for picking one value, named after what they do and who does so. The default picks nothing.

- `range`: the default; nothing is picked, the range of what stands is shown.
- `lowest`, `highest`: the bounds that Airwars and Iraq Body Count publish side by side.
- `most-recent`: the latest value, as live tallies do.
- `most-origins`: the value with the most independent origins.
- `acled`: the Armed Conflict Location & Event Data project's conservative practice: the lowest value that stands, with
  vague words read as small numbers ("dozens" as 12, "hundreds" as 100).
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import msgspec
from msgspec import Struct

from sayso.errors import UsageError
from sayso.language.vocabulary import vocabulary
from sayso.model.question import Picked, Question, Variant
from sayso.stages.reconcile.interval import in_words, top

__all__ = ["RULES", "Pick", "known", "pick", "with_pick"]

_STANDING = frozenset({"current", "disputed"})


class Pick(Struct, frozen=True, kw_only=True):
    """One value picked by a rule: the number, the variant that it comes from, and the rule in words."""

    value: float
    variant: Variant
    why: str


def pick(question: Question, rule: str = "range") -> Pick | None:
    """Return the value that `rule` picks among those that stand; None for `range`, or where none stands.

    What is only feared or expected is picked only where nothing is known.

    Raises UsageError for a rule that is not in `RULES`.
    """
    known(rule)
    able = [variant for variant in question.variants if variant.status in _STANDING]
    standing = [variant for variant in able if not variant.unsure] or able
    chosen = RULES[rule]
    return chosen(standing) if standing and chosen else None


def known(rule: str) -> None:
    """Raise UsageError for a rule that is not in `RULES`."""
    if rule not in RULES:
        msg = f"there is no rule {rule!r}"
        raise UsageError(f"{msg}: take one of {', '.join(RULES)}")


def with_pick(question: Question, rule: str) -> Question:
    """Return the question with what `rule` picks beside its variants, none of which changes."""
    taken = pick(question, rule)
    if taken is None:
        return question
    value = int(taken.value) if float(taken.value).is_integer() else taken.value
    picked = Picked(rule=rule, value=value, why=taken.why, claims=taken.variant.claims)
    return msgspec.structs.replace(question, picked=picked)


def _lowest(standing: Sequence[Variant]) -> Pick:
    best = min(standing, key=lambda variant: (variant.low, top(variant)))
    return Pick(value=best.low, variant=best, why=f"it is the lowest bound that stands: {in_words(best)}")


def _highest(standing: Sequence[Variant]) -> Pick:
    best = max(standing, key=lambda variant: (variant.low if variant.high is None else variant.high, variant.low))
    value = best.low if best.high is None else best.high
    return Pick(value=value, variant=best, why=f"it is the highest bound that stands: {in_words(best)}")


def _most_recent(standing: Sequence[Variant]) -> Pick:
    best = max(
        standing, key=lambda variant: (variant.as_of or variant.first_reported or "", variant.origins, variant.low)
    )
    return Pick(value=best.low, variant=best, why=f"it is the most recent value that stands: {in_words(best)}")


def _most_origins(standing: Sequence[Variant]) -> Pick:
    best = max(standing, key=lambda variant: (variant.origins, variant.origins_max, len(variant.reports), variant.low))
    return Pick(value=best.low, variant=best, why=f"it has the most independent origins: {in_words(best)}")


def _acled(standing: Sequence[Variant]) -> Pick:
    best = min(standing, key=lambda variant: (_conservative(variant), top(variant)))
    why = f"it is the lowest value that stands, vague words read conservatively: {in_words(best)}"
    return Pick(value=_conservative(best), variant=best, why=why)


def _conservative(variant: Variant) -> float:
    words: Mapping[str, int] = vocabulary("reconciling")["conservative"]
    if variant.qualifier == "vague":
        return words.get(in_words(variant), variant.low)
    return variant.low


RULES: Mapping[str, Callable[[Sequence[Variant]], Pick] | None] = MappingProxyType(
    {
        "range": None,
        "lowest": _lowest,
        "highest": _highest,
        "most-recent": _most_recent,
        "most-origins": _most_origins,
        "acled": _acled,
    }
)
