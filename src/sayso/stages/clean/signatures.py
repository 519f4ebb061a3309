"""Lines at the foot of a copied text that name the outlet that it was taken from."""

import re

__all__ = ["signed_by"]

_NAME = r"(?P<{0}>[\w][\w.&'’-]*(?:\s[\w.&'’-]+){{0,6}})"
_URL = r"(?:https?://\S+|www\.\S+)"
_SIGNATURES = (
    re.compile(
        r"[(\[]?(?:source|via|first published (?:by|in|on|at)|originally published (?:by|in|on|at))\s*:?\s+"
        + _NAME.format("name")
        + rf"(?:\s+{_URL})?\.?[)\]]?\.?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"this (?:article|story|report|post) (?:was )?(?:first |originally )?(?:appeared|published) (?:on|in|by|at) "
        + _NAME.format("name")
        + r"\.?$",
        re.IGNORECASE,
    ),
    # "from A Blog https://…" is what a common forwarding service writes under each post.
    re.compile(r"from " + _NAME.format("name") + rf"\s+{_URL}$", re.IGNORECASE),
)
_NO_NAMES = {"link", "code", "image", "text", "photo", "video"}


def signed_by(line: str) -> str | None:
    """Return the outlet that a line such as `source: quay.example` names; None for any other line."""
    if len(line) > 160:  # noqa: PLR2004 - a signature is one short line
        return None
    for pattern in _SIGNATURES:
        found = pattern.match(line)
        if found and found["name"].lower() not in _NO_NAMES:
            return found["name"].rstrip(".")
    return None
