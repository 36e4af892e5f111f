"""Dates in EDTF (ISO 8601-2) as stretches of days."""

import calendar
import datetime
import re

_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_SEASON = re.compile(r"(\d{4})-2([1-4])")
_UNSPECIFIED = re.compile(r"(\d{3})X|(\d{2})XX")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")

Days = tuple[datetime.date, datetime.date]

MONTH_LENGTH = len("2025-05")
"""Characters of a month: a date of fewer names a year or a decade, one of more a day or a stretch."""


def days(edtf: str) -> Days | None:
    """First and last day of an EDTF date, None where it is not one. Seasons are those of the northern hemisphere."""
    text = re.sub(r"[~?%]", "", edtf)
    try:
        return _days(text)
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def day(edtf: str | None) -> datetime.date | None:
    """The one day that a date names, its time left out; None for a month, a year, a stretch or no date."""
    span = days(edtf) if edtf else None
    return span[0] if span and span[0] == span[1] else None


def _days(text: str) -> Days | None:
    if "/" in text:
        first, _, last = text.partition("/")
        start, end = _days(first), _days(last)
        return (start[0], end[1]) if start and end else None
    if match := _WEEK.fullmatch(text):
        monday = datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday, monday + datetime.timedelta(6)
    if match := _QUARTER.fullmatch(text):
        return _months(int(match[1]), 3 * int(match[2]) - 2, 3)
    if match := _SEASON.fullmatch(text):
        return _months(int(match[1]), 3 * int(match[2]), 3)
    if match := _UNSPECIFIED.fullmatch(text):
        size, year = (10, int(match[1]) * 10) if match[1] else (100, int(match[2]) * 100)
        return datetime.date(year, 1, 1), datetime.date(year + size - 1, 12, 31)
    if match := _DAY.fullmatch(text):
        year = int(match[1])
        if match[2] is None:
            return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        if match[3] is None:
            return _months(year, int(match[2]), 1)
        day = datetime.date(year, int(match[2]), int(match[3]))
        return day, day
    return None


def _months(year: int, month: int, count: int) -> Days:
    final = month + count - 1
    last_year, last_month = year + (final > 12), (final - 1) % 12 + 1
    return (
        datetime.date(year, month, 1),
        datetime.date(last_year, last_month, calendar.monthrange(last_year, last_month)[1]),
    )
