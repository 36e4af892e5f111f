"""The axis of time: days on a line from 0 to 1, with round days to print below it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from app.ui.look import dates

AIR = 0.06
"""Of the length, what stays free at either end."""
_LEAST = 30
"""Days that an axis spans at least, so that one day does not fill it."""
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""What time is divided by, in months."""
_PARTS = ((1, 8, 16, 24), (1, 16), (1,))
"""What a month is divided at, in days, the finest first."""


@dataclass(frozen=True, slots=True)
class DayAxis:
    """Places days on a line from 0 to 1. `first` and `last` are ordinals of days."""

    first: float
    last: float

    @classmethod
    def of(cls, days: Sequence[datetime.date]) -> "DayAxis":
        """An axis that holds all these days."""
        if not days:
            return cls(0, 1)
        first, last = min(days).toordinal(), max(days).toordinal()
        spare = max(_LEAST - (last - first), 0) / 2
        air = (last - first + 2 * spare) * AIR
        return cls(first - spare - air, last + spare + air)

    def place(self, day: datetime.date) -> float:
        """Where a day is drawn, 0 to 1."""
        return (day.toordinal() - self.first) / (self.last - self.first)

    def ticks(self, room: float, apart: float) -> list[tuple[datetime.date, str]]:
        """Days to print along an axis `room` pixels long, `apart` from each other, with their words.

        They are first days of months or years, and days that divide a month where these have room.
        """
        per_month = 30.44 / (self.last - self.first) * room
        parts = next(days for days in _PARTS if len(days) * apart <= per_month or len(days) == 1)
        every = next((months for months in _MONTHS if months * per_month >= apart), _MONTHS[-1])
        start = datetime.date.fromordinal(max(round(self.first), 1))
        at = (start.year * 12 + start.month - 1) // every * every
        found: list[tuple[datetime.date, str]] = []
        while at // 12 <= datetime.MAXYEAR and at // 12 >= datetime.MINYEAR:
            for part in parts:
                day = datetime.date(at // 12, at % 12 + 1, part)
                if day.toordinal() > self.last:
                    return found
                if day.toordinal() >= self.first:
                    words = day.isoformat()[: 7 if len(parts) == 1 else 10]
                    found.append((day, str(day.year) if every >= 12 else dates.day(words)))
            at += every
        return found
