"""Steps through the calendar: the stretch that holds a day, so many units on, whole stretches moved; all in EDTF."""

import calendar
import datetime

from app.domain.edtf import days


def unit_of(date: str) -> str:
    """The finest calendar unit that an EDTF date names: day, week, month, quarter, year, decade or century."""
    first = date.split("/")[0]
    if "X" in first:
        return "century" if first.endswith("XX") else "decade"
    if "W" in first:
        return "week"
    if "Q" in first:
        return "quarter"
    return {4: "year", 7: "month"}.get(len(first), "day")


def stretch_of(unit: str, day: datetime.date) -> str | None:
    """EDTF of the day, week, weekend, month, quarter, half, year, decade or century that holds a day."""
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "weekend":
        saturday, sunday = moved(day, "day", 5 - day.weekday()), moved(day, "day", 6 - day.weekday())
        return f"{saturday}/{sunday}" if saturday and sunday else None
    if unit == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit == "half":
        return half(day.year, 1 if day.month < 7 else 2)
    lengths = {"day": 10, "night": 10, "month": 7, "year": 4}
    if unit in lengths:
        return day.isoformat()[: lengths[unit]]
    if unit == "decade":
        return f"{day.year // 10:03}X"
    return f"{day.year // 100:02}XX"


def moved(day: datetime.date, unit: str, count: int) -> datetime.date | None:
    """The day so many units later, at most to the end of a shorter month; None outside the calendar."""
    try:
        if unit in ("day", "night"):
            return day + datetime.timedelta(count)
        if unit in ("week", "weekend", "fortnight"):
            return day + datetime.timedelta(count * (14 if unit == "fortnight" else 7))
        size = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit]
        months = day.year * 12 + day.month - 1 + count * size
        year, month = divmod(months, 12)
        return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def shifted(date: str, unit: str, count: int) -> str | None:
    """A stretch moved whole by so many units: the third quarter of 2024 a year earlier is that of 2023."""
    stretch, named = days(date), unit_of(date)
    if stretch is None:
        return None
    first = moved(stretch[0], unit, count)
    if first is None:
        return None
    if "/" in date:
        last = moved(stretch[1], unit, count)
        if last is None:
            return None
        size = len(date.split("/")[0])
        if size == 7:
            return f"{first.isoformat()[:7]}/{last.isoformat()[:7]}"
        return f"{first.year}/{last.year}" if size == 4 else f"{first}/{last}"
    return stretch_of(named, first)


def half(year: int, number: int) -> str:
    """EDTF of a half-year."""
    return f"{year:04}-01/{year:04}-06" if number == 1 else f"{year:04}-07/{year:04}-12"


def months(year: int, month: int, count: int) -> str:
    """EDTF of `count` whole months from one on; `month` may lie outside 1 to 12."""
    first, last = year * 12 + month - 1, year * 12 + month + count - 2
    start, end = (f"{at // 12:04}-{at % 12 + 1:02}" for at in (first, last))
    return start if count == 1 else f"{start}/{end}"


def day_of(year: int, month: int, day: int) -> str | None:
    """EDTF of a day, None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
