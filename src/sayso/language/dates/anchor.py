"""The publication time as the point from which relative dates are counted."""

from datetime import date, datetime, timedelta
from typing import Self

from msgspec import Struct

__all__ = ["Anchor"]

# The earliest clock on earth is fourteen hours ahead of UTC.
_AHEAD = timedelta(hours=14)
# Printed news began in 1605; a stamp outside is broken, and reckoning near the calendar's ends would overflow.
_NEWS_YEARS = range(1600, 9000)


class Anchor(Struct, frozen=True):
    """The publication day in the stamp's own zone, and the last day that it may already be where the report was written.

    A stamp in UTC tells little of the writer's clock: late on a Thursday in UTC it is Friday in half of the world.
    A stamp with another zone is taken to be the newsroom's own.
    """

    day: date
    latest: date

    @classmethod
    def read(cls, published: str | None) -> Self | None:
        """Read an ISO 8601 stamp; None where there is none or it cannot be read."""
        if not published:
            return None
        try:
            when = datetime.fromisoformat(published.strip())
        except ValueError:
            return None
        if when.year not in _NEWS_YEARS:
            return None
        day = when.date()
        offset = when.utcoffset()
        at_midnight = (when.hour, when.minute, when.second) == (0, 0, 0)
        if offset is None or offset or at_midnight:
            return cls(day, day)
        return cls(day, (when + _AHEAD).date())
