"""Weekdays: "on Monday", "Tuesday night", "Sunday, 1 March 2026"."""

import calendar
import datetime
import re
from dataclasses import replace

from app.domain.claim import Confidence
from app.domain.edtf import days
from app.domain.span import Span
from app.extraction.dates.anchoring import among, by_tense, from_date_before, from_publication
from app.extraction.dates.calendar_names import (
    FULL_MONTH,
    FULL_WEEKDAY,
    GAP,
    ORDINAL,
    SHORT_WEEKDAY,
    YEAR,
    month_of,
    ordinal_of,
    weekday_of,
)
from app.extraction.dates.calendar_steps import day_of, moved
from app.extraction.dates.days import BY_DAY, BY_MONTH, read_day
from app.extraction.dates.reading import Reading, Rule, Scene, Value
from app.extraction.dates.tense import tense

_HABIT = re.compile(
    rf"(?:\b(?:every|each|most|black|cyber|good|super|bloody|ash|palm|maundy|sheffield|on a)(?:{GAP}|-))$", re.I
)
_PAPER = re.compile(
    rf"{GAP}(?:(?!Daily)[A-Z][a-z]+{GAP})?(?:Times|Telegraph|Mirror|Mail|Express|Post|Herald|Independent|World|People|Sport|trading|"
    rf"school|roast|lunch|league|best|prayers|job|Night{GAP}(?:Live|Football|Fever|Lights))\b|s\b"
)
_ON_SUNDAY = re.compile(r"\b(?:Mail|Independent|Herald|Scotland|Star) on $")


def _weekday(scene: Scene, match: re.Match[str]) -> Reading | None:
    before = scene.before(match.start(), 16)
    if _HABIT.search(before) or _PAPER.match(scene.text, match.end("weekday")) or _ON_SUNDAY.search(before):
        return None
    if match["weekday"][0].islower() and not re.search(rf"\bon{GAP}$", before):
        return None
    span = Span(*match.span())
    value = weekday_near(scene, span, weekday_of(match["weekday"]))
    return Reading(span=span, value=value, rule="weekday", habitual=True)


def weekday_near(scene: Scene, span: Span, weekday: int) -> Value:
    """The weekday that the tense around it means.

    "Will rule on Wednesday", published on a Wednesday, is that day first: news style names the days of one week, the
    day itself among them, by weekday, and gives one a week on its date or "next". Both readings are kept.
    """
    if scene.narrative and (before := scene.last_said(span.start, 1500, 2)):
        return from_story(before, weekday)
    if scene.published is None:
        return from_publication(scene, None)
    ahead = weekday - scene.published.weekday()
    found = (moved(scene.published, "day", ahead + 7 * step) for step in (-1, 0, 1))
    dates = [day.isoformat() for day in found if day]
    value = among(scene, span, dates)
    today = value.date == scene.published.isoformat()
    if today and value.date != dates[-1] and tense(scene.text, span.start, span.end) == "future":
        doubt = "it may be the publication day or a week later"
        return replace(value, readings=tuple(dates[-2:]), confidence=Confidence.MEDIUM, doubt=doubt)
    return value


def from_story(before: str, weekday: int) -> Value:
    """The weekday that follows, or is, the day just told of."""
    stretch = days(before)
    if stretch is None:
        return from_date_before(None, before)
    day = moved(stretch[0], "day", (weekday - stretch[0].weekday()) % 7)
    return replace(from_date_before(day.isoformat() if day else None, before), confidence=Confidence.MEDIUM)


def _dated_weekday(scene: Scene, match: re.Match[str]) -> Reading | None:
    for pattern in (BY_DAY, BY_MONTH):
        if day := pattern.match(scene.text, match.end()):
            reading = read_day(scene, day)
            if reading is None:
                continue
            value = reading.value
            weekday = weekday_of(match["weekday"])
            if value.anchor is not None and day["last"] is None:
                value = _on_weekday(scene, value, month_of(day["month"]), int(day["day"]), weekday)
            elif value.date and (stretch := days(value.date)) and stretch[0].weekday() != weekday:
                value = replace(value, confidence=Confidence.MEDIUM, doubt="that day was another weekday")
            end = reading.span.end + (match["open"] is not None and scene.text.startswith(")", reading.span.end))
            return Reading(span=Span(match.start(), end), value=value, rule="weekday and day")
    return None


def _on_weekday(scene: Scene, value: Value, month: int, day: int, weekday: int) -> Value:
    """The year in which that day of the month falls on that weekday, nearest to the one already taken."""
    stretch = days(value.date or "")
    if stretch is None:
        return value
    for step in (0, -1, 1, -2, 2):
        date = day_of(stretch[0].year + step, month, day)
        if date and datetime.date.fromisoformat(date).weekday() == weekday:
            if date == value.date:
                return replace(value, confidence=Confidence.HIGH, doubt="")
            return from_publication(scene, date)
    return value


def _nth_of_month(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "The first Monday in October", "the last Friday of November 2025"."""
    weekday, month = weekday_of(match["weekday"]), month_of(match["month"])
    last = match["nth"].lower() == "last"
    number = 0 if last else ordinal_of(match["nth"])
    if number > _WEEKS_OF_MONTH:
        return None

    def make(year: int) -> str | None:
        first = datetime.date(year, month, 1)
        day = 1 + (weekday - first.weekday()) % 7 + 7 * (number - 1)
        if last:
            length = calendar.monthrange(year, month)[1]
            day = length - (datetime.date(year, month, length).weekday() - weekday) % 7
        return day_of(year, month, day)

    span = Span(*match.span())
    value = Value(date=make(int(match["year"]))) if match["year"] else by_tense(scene, span, make)
    return Reading(span=span, value=value, rule="weekday of a month")


_WEEKS_OF_MONTH = 5
_WEEKS = {"last": -1, "this": 0, "next": 1}


def _in_week(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "Tuesday last week", "Monday of next week"."""
    span = Span(*match.span())
    if scene.published is None:
        return Reading(span=span, value=from_publication(scene, None), rule="relative date")
    ahead = weekday_of(match["weekday"]) - scene.published.weekday()
    day = moved(scene.published, "day", ahead + 7 * _WEEKS[match["step"].lower()])
    return Reading(span=span, value=from_publication(scene, day.isoformat() if day else None), rule="relative date")


FROM_ORDINALS = (
    Rule(
        name="weekday of a month",
        pattern=re.compile(
            rf"(?<!\w)(?P<nth>(?i:{ORDINAL}|last)){GAP}(?P<weekday>{FULL_WEEKDAY}){GAP}(?:of|in){GAP}"
            rf"(?P<month>{FULL_MONTH})(?:,?{GAP}(?P<year>{YEAR}))?(?!\w)"
        ),
        read=_nth_of_month,
    ),
)
FROM_WEEKDAYS = (
    Rule(
        name="weekday and day",
        pattern=re.compile(
            rf"(?<!\w)(?P<weekday>{FULL_WEEKDAY}|{SHORT_WEEKDAY})(?:,{GAP}?|{GAP})(?P<open>\()?(?:the{GAP})?(?=\d|[A-Z])"
        ),
        read=_dated_weekday,
    ),
    Rule(
        name="weekday",
        pattern=re.compile(
            rf"(?<!\w)(?P<weekday>(?i:{FULL_WEEKDAY}))(?!\w)(?:{GAP}(?:morning|afternoon|evening|night)\b)?"
        ),
        read=_weekday,
    ),
    Rule(
        name="relative date",
        pattern=re.compile(
            rf"(?<!\w)(?P<weekday>{FULL_WEEKDAY}){GAP}(?:of{GAP})?(?P<step>(?i:last|this|next)){GAP}week\b"
        ),
        read=_in_week,
    ),
)
