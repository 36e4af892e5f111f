"""Stretches told from a date: "the year to March 2024", "the week of 3 March", "the same quarter of 2022"."""

import calendar
import datetime
import re
from collections.abc import Callable
from dataclasses import replace

from app.domain.claim import Confidence
from app.domain.currency_signs import SIGNS
from app.domain.edtf import Days, days
from app.domain.span import Span
from app.extraction.dates.anchoring import from_date_before, from_publication
from app.extraction.dates.calendar_names import GAP, NUMBER, YEAR, number_of
from app.extraction.dates.calendar_steps import months, moved, shifted, stretch_of, unit_of
from app.extraction.dates.counts import count_before
from app.extraction.dates.ranges import pair
from app.extraction.dates.reading import Reader, Reading, Rule, Scene, Value
from app.extraction.dates.tense import RESCHEDULED

# "Put back by 15 months to September 2023" tells how far and where to.
_PUT_BACK = re.compile(rf"{RESCHEDULED}\bby{GAP}$", re.IGNORECASE)
POINTS_BACK = "period reported"
"""The rule of "during the month": it dates the figures beside it, and is no date that a reader would look up."""
SAME = ("same", "corresponding", "comparable", "equivalent")
"""Words before a period that is compared with another of its kind."""
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_SIZES = {"year": 12, "quarter": 3, "month": 1, "half": 6, "half year": 6, "decade": 120}


def _ending(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "The year to March 2024", "12 months to September 30", "the week ended Nov 2"."""
    return _bounded(scene, match, _stretch_to, "period to a date")


def _starting(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "The year starting Sept. 1", "the three months beginning in April 2024"."""
    return _bounded(scene, match, _stretch_from, "period from a date")


def _bounded(
    scene: Scene, match: re.Match[str], stretch: Callable[[str, str, int], str | None], rule: str
) -> Reading | None:
    """A length with the date it ends or begins on, which `stretch` makes one of."""
    unit = " ".join(match["unit"].lower().replace("-", " ").split())
    plural = unit.endswith("s")
    unit = unit.rstrip("s")
    count = count_before(scene, match.start())
    number = int(count.low) if count and not count.article else 1
    if (plural and (count is None or count.high != count.low)) or number < 1:
        return None
    end = scene.read_at(match.end()) if scene.read_at else None
    if end is None or end.span.start > match.end():
        return None
    start = count.start if count and plural else match.start()
    if count and plural and _PUT_BACK.search(scene.before(start, 60)):
        return None
    span = Span(start, end.span.end)
    if end.value.date is None:
        return Reading(span=span, value=end.value, rule=rule)
    date = stretch(end.value.date, unit, number)
    if date is None:
        return None
    value = Value(date=date, anchor=end.value.anchor, confidence=end.value.confidence, doubt=end.value.doubt)
    return Reading(span=span, value=value, rule=rule)


def _stretch_from(date: str, unit: str, number: int) -> str | None:
    stretch, named = days(date), unit_of(date)
    if stretch is None or "/" in date or named not in ("day", "month"):
        return None
    first = stretch[0]
    if unit in _DAYS:
        return _between(first, moved(first, "day", number * _DAYS[unit] - 1)) if named == "day" else None
    size = number * _SIZES[unit]
    if first.day == 1:
        return months(first.year, first.month, size)
    after = moved(first, "month", size)
    return _between(first, moved(after, "day", -1) if after else None)


def _stretch_to(date: str, unit: str, number: int) -> str | None:
    stretch, named = days(date), unit_of(date)
    if stretch is None or "/" in date:
        return None
    last = stretch[1]
    if unit in _DAYS:
        return _between(moved(last, "day", 1 - number * _DAYS[unit]), last) if named == "day" else None
    size = number * _SIZES[unit]
    if named in ("year", "decade", "century"):
        years = size // 12
        return f"{last.year - years + 1}/{last.year}" if named == "year" and years > 1 else None
    if named != "day" or last.day == calendar.monthrange(last.year, last.month)[1]:
        return months(last.year, last.month - size + 1, size)
    before = moved(last, "month", -size)
    return _between(moved(before, "day", 1) if before else None, last)


def _between(first: datetime.date | None, last: datetime.date | None) -> str | None:
    return f"{first}/{last}" if first and last else None


def _around(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "The week of 3 March", "the weekend of 7 June", "the night of 5-6 May"."""
    day = scene.read_at(match.end()) if scene.read_at else None
    if day is None or day.span.start > match.end() or (day.value.date and unit_of(day.value.date) != "day"):
        return None
    span, unit = Span(match.start(), day.span.end), match["unit"].lower()
    stretch = days(day.value.date) if day.value.date else None
    value = day.value
    if stretch and unit == "week":
        value = replace(value, date=_week_of(stretch[0], begins=match["of"] != "of"), readings=())
    elif stretch and unit == "weekend" and stretch[0] == stretch[1]:
        value = replace(value, date=stretch_of("weekend", stretch[0]), readings=())
    return Reading(span=span, value=value, rule="around a day")


def _week_of(day: datetime.date, *, begins: bool) -> str | None:
    """EDTF of the week that a day begins, as a Sunday does in America, or that it lies in."""
    if day.weekday() == 0 or not (begins or day.weekday() == _SUNDAY):
        return stretch_of("week", day)
    return _between(day, moved(day, "day", 6))


_SUNDAY = 6


def _same(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "The same quarter of 2022", "the corresponding period last year": the stretch last named, in that year.

    A year told by no number is the one before that of the stretch: what is compared is never compared with itself.
    """
    unit, span = match["unit"].lower(), Span(*match.span())
    before = _compared(scene, span.start, unit)
    stretch = days(before) if before else None
    if before is None or stretch is None:
        return None
    year = match.groupdict().get("year")
    date = shifted(before, "year", int(year) - stretch[0].year if year else -1)
    return Reading(span=span, value=from_date_before(date, before), rule="same period", compares=True)


def _reported(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "It carried 9m passengers during the month": the month, quarter or year that the text reports."""
    unit, span = match["unit"].lower(), Span(*match.span())
    before = None if scene.narrative else scene.reported(span.start, _RUN_BACK, _YEAR)
    stretch = days(before) if before else None
    if before is None or stretch is None or _months_of(*stretch) != _SIZES[unit]:
        return None
    return Reading(span=span, value=from_date_before(before, before), rule=POINTS_BACK)


_YEAR, _MONTHS_OF_YEAR = 370, 12
_PART_OF_YEAR = 340
"""Days of the longest period of a year, so that one of several months is compared and not the year around it."""


def _compared(scene: Scene, start: int, unit: str) -> str | None:
    """The stretch that another of its kind is compared with: the last of that unit, else the last to have ended."""
    if unit == "quarter":
        before = _run_of(scene, start, _SIZES[unit])
    elif unit != "period":
        before = scene.last_said(start, 600, 200)
    else:
        before = (
            (not scene.narrative and scene.reported(start, _RUN_BACK, _PART_OF_YEAR, past_days=True))
            or scene.last_said(start, 600, _PART_OF_YEAR, whole=True)
            or scene.last_said(start, 600, _YEAR, whole=True)
        )
    if before is not None and unit == "period":
        return _joined(scene, start, before) or before
    if before is not None and (unit == "quarter" or unit_of(before) == unit):
        return before
    if scene.published is None or unit not in ("quarter", "month", "week"):
        return None
    done = moved(scene.published, unit, -1)
    return stretch_of(unit, done) if done else None


def _joined(scene: Scene, start: int, date: str) -> str | None:
    """The whole stretch of which a date last named is the end: "between January and September this year"."""
    said = [reading for reading in scene.said[-_RUN_READINGS:] if reading.span.end <= start]
    at = next((at for at in range(len(said) - 1, 0, -1) if said[at].value.date == date), 0)
    whole = pair(scene, said[at - 1], said[at]) if at else None
    return whole.value.date if whole else None


_RUN_BACK, _RUN_READINGS = 2000, 12
_TO_MONTH = re.compile(rf"{GAP}?(?:and|to|until|through|[-–]){GAP}?")


def _run_of(scene: Scene, start: int, count: int, readings: int = _RUN_READINGS) -> str | None:
    """The last so many months named as one, among the last readings: "the third quarter", "April to June 2017"."""
    later: Days | None = None
    place = start
    for reading in reversed(scene.said[-readings:]):
        stretch = days(reading.value.date or "")
        if start - reading.span.end > _RUN_BACK:
            return None
        if stretch is None or reading.compares or reading.modifier == "since":
            continue
        joined = later is not None and _TO_MONTH.fullmatch(scene.text, reading.span.end, place) is not None
        last = later[1] if joined and later else stretch[1]
        if _months_of(stretch[0], last) == count:
            return months(stretch[0].year, stretch[0].month, count) if joined else reading.value.date
        later, place = stretch, reading.span.start
    return None


def _months_of(first: datetime.date, last: datetime.date) -> int | None:
    """How many whole months lie from one day to another; None where they are no whole ones."""
    whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    return (last.year - first.year) * 12 + last.month - first.month + 1 if whole else None


def _months_before(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "The previous three months": those up to the stretch last named."""
    count = int(number_of(match["count"]))
    span = Span(*match.span())
    before = _run_of(scene, span.start, count, readings=2) or scene.last_said(
        span.start, 600, _YEAR if count >= _MONTHS_OF_YEAR else 100
    )
    stretch = days(before) if before else None
    if before and stretch and unit_of(before) in ("year", "quarter", "month"):
        first = stretch[0]
        return Reading(
            span=span,
            value=from_date_before(months(first.year, first.month - count, count), before),
            rule="months before",
            compares=True,
        )
    if scene.published is None:
        return None
    day = scene.published
    value = from_publication(scene, months(day.year, day.month - count, count))
    value = Value(
        date=value.date, anchor=value.anchor, confidence=Confidence.MEDIUM, doubt="before which date is not said"
    )
    return Reading(span=span, value=value, rule="months before")


def _rule(name: str, pattern: str, read: Reader) -> Rule:
    return Rule(name=name, pattern=re.compile(pattern), read=read)


FROM_UNITS = (
    _rule(
        "period to a date",
        rf"(?<!\w)(?P<unit>(?i:half(?:-|{GAP})year|half|years?|quarters?|months?|weeks?|days?|decade|fortnight)){GAP}"
        rf"(?:to|through|up{GAP}to|(?:that{GAP})?end(?:ed|ing|s){GAP}?(?:on|in|at)?){GAP}?(?:the{GAP}end{GAP}of{GAP}|end{GAP}of{GAP}|end-|late{GAP}|mid-)?(?=[\dA-Z]|(?:this|last){GAP}[A-Z])",
        _ending,
    ),
    _rule(
        "period from a date",
        rf"(?<!\w)(?P<unit>(?i:half(?:-|{GAP})year|half|years?|quarters?|months?|weeks)){GAP}(?:that{GAP})?"
        rf"(?:starting|beginning|commencing|starts|begins|began|started){GAP}(?:(?:on|in|from){GAP})?(?=[\dA-Z])",
        _starting,
    ),
    _rule(
        POINTS_BACK,
        rf"(?:(?<=[Dd]uring the )|(?<=[Ii]n the )|(?<=[Ff]or the ))(?P<unit>month|quarter|year)"
        rf"(?=\s*(?:[.,;:)]|\Z)|{GAP}(?:was|were|rose|fell|grew|and|but|while|compared|against|with|as|due|thanks|driven"
        rf"|amid|despite|after{GAP}[a-z]+ing|which|to{GAP}[{SIGNS}\d])(?!\w))",
        _reported,
    ),
    _rule("same period", rf"(?<!\w)(?i:year)[ -](?:ago|earlier){GAP}(?P<unit>quarter|period|month|week)\b", _same),
)
FROM_TIMES = (
    _rule(
        "around a day",
        rf"(?<!\w)(?P<unit>week|weekend|night|evening|morning|afternoon){GAP}(?P<of>of|beginning|commencing|starting)"
        rf"{GAP}(?:on{GAP})?(?=[\dA-Z])",
        _around,
    ),
)
FROM_STEPS = (
    _rule(
        "same period",
        rf"(?<!\w)(?i:{'|'.join(SAME)}){GAP}(?P<unit>quarter|period|month|week){GAP}"
        rf"(?:(?:of{GAP}|in{GAP})?(?P<year>{YEAR})|"
        rf"(?:of{GAP}|in{GAP})?(?:last{GAP}year|(?:the|a){GAP}(?:previous{GAP}|prior{GAP})?year(?:{GAP}(?:earlier|ago|before))?))",
        _same,
    ),
    _rule(
        "same period",
        rf"(?<!\w)(?i:prior|previous|preceding)[ -]year(?:['’]s)?{GAP}(?P<unit>quarter|period)\b",
        _same,
    ),
    _rule(
        "months before", rf"(?<!\w)(?i:previous|preceding|prior){GAP}(?P<count>{NUMBER}){GAP}months\b", _months_before
    ),
)
