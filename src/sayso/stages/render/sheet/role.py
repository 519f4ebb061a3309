"""What a report calls a speaker beside the name: "Interior Minister", "director of the port"."""

import re
from collections import Counter
from collections.abc import Iterable

from sayso.model.claim import Claim
from sayso.stages.render.sheet.register import Register

__all__ = ["roles"]

_REACH = 90
# An apposition: ", the harbour master, said"; ", head of the Tarn hospital."
_APART = re.compile(
    r",\s((?:the|a|an)\s[^,.;:()\n“”\"]{3,60}|[a-z]+(?:\s[\w-]+){0,3}\s(?:of|at|for)\s(?:the\s)?[A-Z][^,.;:()\n“”\"]{1,50})[,.]"
)
_ARTICLE = re.compile(r"^(?:the|an|a)\b\s*", re.IGNORECASE)
_TITLE = re.compile(r"[A-Z][\w’'-]*(?:\s(?:of\s)?[\w’'-]+){0,5}$")


def roles(register: Register) -> dict[str, str]:
    """Return for each speaker what most of the reports call them; those whose name says it all have none."""
    told: dict[str, Counter[str]] = {}
    for claim in register.brief.claims:
        source = claim.attribution.source if claim.attribution else None
        if source:
            told.setdefault(source, Counter()).update(dict.fromkeys(_called(claim, source, register), 1))
    most = {name: max(found, key=lambda role: (found[role], -len(role), role)) for name, found in told.items() if found}
    return {name: role for name, role in most.items() if role.casefold() not in name.casefold()}


def _called(claim: Claim, name: str, register: Register) -> Iterable[str]:
    text = register.texts[claim.report]
    for span in claim.attribution.mentions if claim.attribution else ():
        words = " ".join(span.of(text).split())
        if not words.endswith(name):
            continue
        before = _ARTICLE.sub("", words.removesuffix(name)).strip()
        apart = _APART.match(text, span.end, span.end + _REACH)
        for role in (before if _TITLE.match(before) else "", apart.group(1) if apart else ""):
            # A number in it ("a welder of 34") would read as a figure of ours.
            if role and not any(sign.isdigit() for sign in role):
                yield role
