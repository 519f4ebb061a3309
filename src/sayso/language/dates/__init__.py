"""Time expressions in text, normalised against the publication time in the manner of TIMEX3."""

from sayso.language.dates.expression import DateExpression
from sayso.language.dates.find import find_dates

__all__ = ["DateExpression", "find_dates"]
