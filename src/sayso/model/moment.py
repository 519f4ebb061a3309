"""When something was published or held: an interval, because a stamp may be only a day."""

import re
from datetime import UTC, datetime, timedelta
from typing import Self

from msgspec import Struct

__all__ = ["Moment"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
# A day without a zone can begin fourteen hours before UTC's and end twelve after it (UTC+14 to UTC-12).
_EAST = timedelta(hours=14)
_WEST = timedelta(hours=12)


class Moment(Struct, frozen=True, order=True):
    """The earliest and the latest instant, both in UTC, that a time stamp can mean."""

    earliest: datetime
    latest: datetime

    @classmethod
    def read(cls, stamp: str | None) -> Self | None:
        """Read an ISO 8601 stamp; a bare day, or midnight without a zone, is a whole day somewhere on earth.

        Returns None for an absent or unreadable stamp: unknown is an answer.
        """
        if not stamp:
            return None
        try:
            when = datetime.fromisoformat(stamp.strip())
        except ValueError:
            return None
        if when.tzinfo is not None:
            utc = when.astimezone(UTC)
            return cls(utc, utc)
        utc = when.replace(tzinfo=UTC)
        bare_day = bool(_DAY.match(stamp.strip())) or (when.hour, when.minute, when.second) == (0, 0, 0)
        if bare_day:
            return cls(utc - _EAST, utc + timedelta(days=1) + _WEST)
        return cls(utc - _EAST, utc + _WEST)

    def before(self, other: "Moment") -> bool:
        """Say whether this moment is certainly earlier than the other."""
        return self.latest < other.earliest
