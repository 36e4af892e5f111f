"""From what is written to the calendar: the year, month or day that the words leave out."""

import calendar
import datetime
from collections.abc import Callable, Sequence

from app.domain.claim import Confidence
from app.domain.edtf import days
from app.domain.figure import Anchor
from app.domain.span import Span
from app.extraction.dates.reading import Scene, Value, unresolved
from app.extraction.dates.tense import tense

PUBLICATION = "publication date"
DATE_BEFORE = "the date before it"
UNDATED = "there is no publication date to reckon it from"
_NO_TENSE = "no verb says whether it is past or to come; the nearest is taken"

# Beyond this many months back, a story that is told in order has gone on into the next year.
_MONTHS_BACK = 5


def from_publication(scene: Scene, date: str | None) -> Value:
    """A date reckoned from the publication day; unresolved where there is none."""
    if scene.published is None or date is None:
        return unresolved(UNDATED)
    return Value(date=date, anchor=Anchor(day=scene.published.isoformat(), reason=PUBLICATION))


def from_date_before(date: str | None, before: str) -> Value:
    """A date reckoned from one that the text has just named."""
    if date is None:
        return unresolved("it cannot be reckoned from the date before it")
    return Value(date=date, anchor=Anchor(day=before, reason=DATE_BEFORE))


def by_tense(scene: Scene, span: Span, make: Callable[[int], str | None]) -> Value:
    """The year of a date that names none: `make` gives its EDTF in a year, None where that year lacks it.

    Said of the past, the last such date up to and with publication; of the future, the next; else the nearest. In a
    narrative of other years it is the year of the date before.
    """
    if scene.narrative and (told := _in_story(scene, span, make)):
        return told
    if scene.published is None:
        return unresolved(UNDATED)
    year = scene.published.year
    # Two years either way, or eight for 29 February.
    reach = 2 if make(2025) else 8
    dates = [date for step in range(-reach, reach + 1) if 1 <= year + step <= 9999 and (date := make(year + step))]
    return among(scene, span, dates)


def among(scene: Scene, span: Span, dates: Sequence[str]) -> Value:
    """Which of these dates, in their order, the tense around `span` means."""
    published = scene.published
    stretches = [(date, stretch) for date in dates if (stretch := days(date))]
    if published is None or not stretches:
        return unresolved(UNDATED)
    said = tense(scene.text, span.start, span.end)
    if said == "past":
        begun = [date for date, (first, _) in stretches if first <= published]
        return from_publication(scene, begun[-1] if begun else stretches[0][0])
    if said == "future":
        to_come = [date for date, (_, last) in stretches if last >= published]
        return from_publication(scene, to_come[0] if to_come else stretches[-1][0])
    date = min(stretches, key=lambda one: _distance(published, *one[1]))[0]
    return Value(
        date=date,
        anchor=Anchor(day=published.isoformat(), reason=PUBLICATION),
        confidence=Confidence.MEDIUM,
        doubt=_NO_TENSE,
    )


def _distance(day: datetime.date, first: datetime.date, last: datetime.date) -> int:
    if first <= day <= last:
        return 0
    return (first - day).days if first > day else (day - last).days


def _in_story(scene: Scene, span: Span, make: Callable[[int], str | None]) -> Value | None:
    before = scene.thread(span.start)
    stretch = days(before) if before else None
    if before is None or stretch is None:
        return None
    first, _ = stretch
    date = make(first.year)
    told = days(date) if date else None
    if told and len(before) > 4 and first.month - told[0].month > _MONTHS_BACK:
        date = make(first.year + 1)
    if date is None:
        return None
    return Value(
        date=date,
        anchor=Anchor(day=before, reason=DATE_BEFORE),
        confidence=Confidence.MEDIUM,
        doubt="its year is that of the date before it",
    )


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
        saturday = day + datetime.timedelta(5 - day.weekday())
        return f"{saturday}/{saturday + datetime.timedelta(1)}"
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
