"""The time of what is kept: UTC, ISO 8601 to the microsecond, so that text sorts as time does."""

import datetime


def now() -> str:
    """This moment, as in `2026-02-14T09:30:00.000000Z`."""
    return stamp(datetime.datetime.now(datetime.UTC))


def stamp(moment: datetime.datetime) -> str:
    """A moment as it is kept."""
    return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
