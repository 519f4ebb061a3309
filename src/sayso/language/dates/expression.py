"""One time expression as found, and the reading that a rule gives it."""

from typing import Literal

from msgspec import Struct

from sayso.model.span import Span

__all__ = ["DateExpression", "Kind", "Sense"]

Kind = Literal["DATE", "TIME", "DURATION", "SET"]


class DateExpression(Struct, frozen=True, kw_only=True):
    """Words that tell a time, after TimeML's TIMEX3 (Pustejovsky et al., ISO 24617-1).

    `value` is the TIMEX3 value: `2022-01-06`, `2022-01`, `2022-Q3`, `2022-W02`, `2022-01-06TNI`, `P3D`, `PAST_REF`, …
    with X for what is unknown. `day` is the calendar day (YYYY-MM-DD) where exactly one follows, else None.
    `shape` names the rule that read it.
    """

    span: Span
    type: Kind
    value: str
    day: str | None = None
    shape: str = ""


class Sense(Struct, frozen=True):
    """What a rule makes of its match: the type and the value."""

    kind: Kind
    value: str
