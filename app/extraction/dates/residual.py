"""Formats that the grammar leaves to dateparser: clock times with zones, and months in other languages.

It is asked only about words already known to be a date; over running text it takes "we", "may" and "10%" for dates.
"""

import re
from functools import lru_cache
from typing import Any

# Of these the months differ from English; more would make a refusal slower, and a refusal is the common case.
_LANGUAGES = ("fr", "de", "es", "it", "pt", "nl", "pl", "ru", "uk", "tr", "sv", "da", "cs", "ro")
_PLAIN_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?")


@lru_cache(maxsize=8)
def parser(languages: tuple[str, ...] | None, order: str, required: tuple[str, ...] = ()) -> Any:
    """A dateparser for the order `DMY` or `MDY` that refuses words without the parts `required`.

    Importing it takes half a second, so it waits until it is needed.
    """
    from dateparser.date import DateDataParser  # type: ignore[import-untyped]

    settings = {"DATE_ORDER": order, "PREFER_DATES_FROM": "past", "REQUIRE_PARTS": list(required)}
    return DateDataParser(languages=list(languages) if languages else None, settings=settings)


@lru_cache(maxsize=512)
def clocked(date: str, clock: str) -> str:
    """An EDTF day with the time of day written beside it; the day alone where the time cannot be read."""
    if plain := _PLAIN_CLOCK.fullmatch(clock):
        hour, minute = int(plain[1]), int(plain[2])
        return f"{date}T{hour:02}:{minute:02}" if hour < 24 and minute < 60 else date
    read = parser(("en",), "DMY").get_date_data(f"{date} {clock}")
    if read.date_obj is None or read.date_obj.date().isoformat() != date:
        return date
    return str(read.date_obj.isoformat(timespec="minutes"))


@lru_cache(maxsize=512)
def foreign_month(word: str) -> int | None:
    """Number of a month's name in a language other than English, None where dateparser knows none."""
    read = parser(_LANGUAGES, "DMY", ("day", "month", "year")).get_date_data(f"15 {word} 2001")
    if read.date_obj is None or read.period != "day" or (read.date_obj.year, read.date_obj.day) != (2001, 15):
        return None
    return int(read.date_obj.month)
