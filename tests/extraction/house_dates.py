"""Dates and durations in house style."""

import datetime

from hypothesis import strategies as st

from app.domain.figure import Kind
from tests.extraction.house_styles import Styled, in_words

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec")


def _nth(day: int) -> str:
    ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


@st.composite
def days(draw: st.DrawFn) -> Styled:
    """A day in full, as Britons, Americans and clerks write it."""
    day = draw(st.dates(min_value=datetime.date(1950, 1, 1), max_value=datetime.date(2049, 12, 31)))
    month, short, year = _MONTHS[day.month - 1], _SHORT[day.month - 1], day.year
    weekday = day.strftime("%A")
    written = [
        f"{day.day} {month} {year}", f"{month} {day.day}, {year}", f"{short} {day.day}, {year}",
        f"{_nth(day.day)} {month} {year}", f"{month} {_nth(day.day)}, {year}", f"the {_nth(day.day)} of {month} {year}",
        f"{weekday} {day.day} {month} {year}", f"{weekday}, {month} {day.day}, {year}",
        f"{day.day} {short} {year}", day.isoformat(), f"{day.day}\u00a0{month} {year}",
    ]  # fmt: skip
    if day.day > 12:
        written += [f"{day.day:02}/{day.month:02}/{year}", f"{day.day}.{day.month}.{year}"]
    return Styled(words=draw(st.sampled_from(written)), kind=Kind.DATE, date=day.isoformat())


@st.composite
def stretches(draw: st.DrawFn) -> Styled:
    """Months, quarters, halves, decades, fiscal years and runs of days."""
    year, month = draw(st.integers(1950, 2048)), draw(st.integers(1, 12))
    quarter, day = draw(st.integers(1, 4)), draw(st.integers(1, 27))
    name, nth = _MONTHS[month - 1], ("first", "second", "third", "fourth")[quarter - 1]
    fiscal = f"{year}-04/{year + 1}-03"
    written = [
        (f"{name} {year}", f"{year}-{month:02}"),
        (f"{_SHORT[month - 1]} {year}", f"{year}-{month:02}"),
        (f"Q{quarter} {year}", f"{year}-Q{quarter}"),
        (f"the {nth} quarter of {year}", f"{year}-Q{quarter}"),
        (f"H1 {year}", f"{year}-01/{year}-06"),
        (f"the second half of {year}", f"{year}-07/{year}-12"),
        (f"{year}/{(year + 1) % 100:02}", fiscal),
        (f"{year}-{(year + 1) % 100:02}", fiscal),
        (f"FY{year}/{(year + 1) % 100:02}", fiscal),
        (f"the summer of {year}", f"{year}-22"),
        (f"spring {year}", f"{year}-21"),
        (f"the {year // 10 * 10}s", f"{year // 10}X"),
        (f"{day}-{day + 1} {name} {year}", f"{year}-{month:02}-{day:02}/{year}-{month:02}-{day + 1:02}"),
        (f"{name} {day}-{day + 1}, {year}", f"{year}-{month:02}-{day:02}/{year}-{month:02}-{day + 1:02}"),
    ]
    if 2000 <= year <= 2035:
        written.append((f"{quarter}Q{year % 100:02}", f"{year}-Q{quarter}"))
    words, date = draw(st.sampled_from(written))
    return Styled(words=words, kind=Kind.DATE, date=date)


_MODIFIERS = (
    ("early ", "early"), ("late ", "late"), ("mid-", "mid"), ("the end of ", "end"), ("the start of ", "early"),
    ("by ", "by"), ("since ", "since"), ("before ", "before"), ("after ", "after"), ("by the end of ", "end"),
)  # fmt: skip


@st.composite
def modified_dates(draw: st.DrawFn) -> Styled:
    """ "early 2026", "mid-2028", "the end of 2027", "by 2035", "since May 2019"."""
    year, month = draw(st.integers(1990, 2049)), draw(st.integers(1, 12))
    whole, date = draw(
        st.sampled_from(((f"{year}", f"{year}"), (f"{_MONTHS[month - 1]} {year}", f"{year}-{month:02}")))
    )
    words, modifier = draw(st.sampled_from(_MODIFIERS))
    return Styled(words=f"{words}{whole}", kind=Kind.DATE, date=date, modifier=modifier)


_LENGTHS = {
    "year": "P{}Y", "month": "P{}M", "week": "P{}W", "day": "P{}D", "hour": "PT{}H", "minute": "PT{}M",
    "second": "PT{}S",
}  # fmt: skip


@st.composite
def durations(draw: st.DrawFn) -> Styled:
    """ "99 years", "three-day", "two and a half years", "18-month"."""
    unit, code = draw(st.sampled_from(list(_LENGTHS.items())))
    number = draw(st.integers(2, 99))
    half = draw(st.booleans())
    if half:
        words = draw(
            st.sampled_from((f"{in_words(number)} and a half {unit}s", f"{number}.5 {unit}s", f"{number}½ {unit}s"))
        )
    else:
        words = draw(
            st.sampled_from(
                (f"{number} {unit}s", f"{in_words(number)} {unit}s", f"{number}-{unit}", f"{in_words(number)}-{unit}")
            )
        )
    return Styled(words=words, kind=Kind.DURATION, date=code.format(f"{number}.5" if half else number))
