"""The year, month or week that a date leaves out, from the tense around it or the date before it."""

import datetime
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from app.domain.claim import Confidence
from app.domain.edtf import Days, days
from app.domain.figure import Anchor
from app.domain.span import Span
from app.extraction.dates.calendar_steps import unit_of
from app.extraction.dates.reading import Scene, Value, unresolved
from app.extraction.dates.tense import is_perfect, tense

PUBLICATION = "publication date"
DATE_BEFORE = "the date before it"
UNDATED = "there is no publication date to reckon it from"
_NO_TENSE = "no verb says whether it is past or to come; the nearest is taken"
# A day so far off is told with its year; a day so near is not, whatever the verb beside it.
_FAR, _NEAR = 300, 31
_TOO_FAR = "the verb points to a day most of a year away; the near one is taken"
_ORDERED = "the verb tells of an order for it, not of the day itself; the nearest is taken"

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
    if told := _of_that_year(scene, span, make):
        return told
    if scene.published is None:
        return unresolved(UNDATED)
    year = scene.published.year
    # Two years either way, or eight for 29 February.
    reach = 2 if make(2025) else 8
    dates = [date for step in range(-reach, reach + 1) if 1 <= year + step <= 9999 and (date := make(year + step))]
    return _or_of_year_before(scene, span, among(scene, span, dates), make)


# "It came in 2023. In May it raised £4m": news means this year's May, a story that of 2023.
_NEXT_SENTENCE = re.compile(r"[^.!?\n]{0,80}[.!?][\"’”]?\s(?:[^.!?\n]{0,60}\s)?")
_IN_YEAR = re.compile(r"\b[Ii]n\s$")


def _or_of_year_before(scene: Scene, span: Span, value: Value, make: Callable[[int], str | None]) -> Value:
    """A date with the reading that the sentence before it allows, where that tells of another year gone by."""
    said = scene.said[-1] if scene.said else None
    year = said.value.date if said else None
    if said is None or year is None or unit_of(year) != "year" or not year.isdigit() or value.date is None:
        return value
    other = make(int(year)) if int(year) < int(value.date[:4]) and not value.readings else None
    if other is None or not _IN_YEAR.search(scene.before(said.span.start, 4)):
        return value
    if _NEXT_SENTENCE.fullmatch(scene.text, said.span.end, span.start) is None:
        return value
    doubt = f"the sentence before it tells of {year}"
    return replace(value, readings=(value.date, other), confidence=Confidence.MEDIUM, doubt=doubt)


_WHEN = re.compile(r",?\s(?:when|where|in which)\b[^.,;:!?]{0,48}")
# "1968: the party took the seat on", "In 1974, the party took the seat on"; but "In 1974 it lost, it said on".
_HEADS = re.compile(
    r"(?::\s(?:[^.;:!?\n]|\.(?=\d)){0,160}|,?\s(?![^.,;:!?\n]*\b(?:said|says|announced|reported|told|showed?)\b)[^.,;:!?\n]{0,120})"
)
_AT_HEAD = re.compile(r"(?:\A|[.!?][\"’”]?\s|\n)\s*(?:(?:[Ii]n|[Bb]ack in)\s)?\Z")
# What comes round every year ("on 1 April") is told of in the years after it; what is history is not.
_GONE_BY, _READINGS_BACK = 10, 24
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _of_that_year(scene: Scene, span: Span, make: Callable[[int], str | None]) -> Value | None:
    """ "Since 2009, when it came on May 23": the year that the clause is about, or the sentence begins with."""
    said = scene.said[-1] if scene.said else None
    year = said.value.date if said else None
    if said is None or year is None or unit_of(year) != "year" or "/" in year:
        return _of_that_day(scene, span, make)
    if not _WHEN.fullmatch(scene.text, said.span.end, span.start) and not _is_headed(scene, said.span, span):
        return _of_that_day(scene, span, make)
    date = make(int(year[:4]))
    return from_date_before(date, year) if date else None


def _is_headed(scene: Scene, year: Span, day: Span) -> bool:
    """Whether a sentence that begins with a year tells of a day of it."""
    if not _HEADS.fullmatch(scene.text, year.end, day.start):
        return False
    return (
        _AT_HEAD.search(scene.before(year.start, 12)) is not None and tense(scene.text, day.start, day.end) != "future"
    )


def _of_that_day(scene: Scene, span: Span, make: Callable[[int], str | None]) -> Value | None:
    """The very day that the text has named with a year long gone: "attacked on 4 August 1915 … died on 4 August"."""
    latest = (scene.year() or 0) - _GONE_BY
    for reading in reversed(scene.said[-_READINGS_BACK:]):
        date = reading.value.date or ""
        told = reading.value.anchor is None and _DAY.fullmatch(date) is not None and int(date[:4]) <= latest
        if told and make(int(date[:4])) == date:
            past = tense(scene.text, span.start, span.end) == "past"
            return from_date_before(date, date) if past else None
    return None


def among(scene: Scene, span: Span, dates: Sequence[str]) -> Value:
    """Which of these dates, in their order, the tense around `span` means; a near day beats one most of a year off."""
    published = scene.published
    stretches = [(date, stretch) for date in dates if (stretch := days(date))]
    if published is None or not stretches:
        return unresolved(UNDATED)
    said = tense(scene.text, span.start, span.end) or _of_the_date_before(scene, span)
    nearest, (first, last) = min(stretches, key=lambda one: _distance(published, *one[1]))
    if said == "past" and last >= published and is_perfect(scene.text, span.start):
        return _doubtful(published, nearest, _ORDERED)
    if said == "past":
        chosen = next((one for one in reversed(stretches) if one[1][0] <= published), stretches[0])
    elif said == "future" and (past := _soon_after(scene, span, stretches)):
        return from_publication(scene, past)
    elif said == "future":
        chosen = next((one for one in stretches if one[1][1] >= published), stretches[-1])
    else:
        return _doubtful(published, nearest, _NO_TENSE)
    date, stretch = chosen
    far = unit_of(date) == "day" and _distance(published, *stretch) > _FAR
    if far and _distance(published, first, last) <= _NEAR:
        return _doubtful(published, nearest, _TOO_FAR)
    return from_publication(scene, date)


def _doubtful(published: datetime.date, date: str, doubt: str) -> Value:
    anchor = Anchor(day=published.isoformat(), reason=PUBLICATION)
    return Value(date=date, anchor=anchor, confidence=Confidence.MEDIUM, doubt=doubt)


_STOP = re.compile(r"[.!?;]\s|\n")
_SOON = 100


def _soon_after(scene: Scene, span: Span, stretches: Sequence[tuple[str, Days]]) -> str | None:
    """A date to come when a past one of its sentence was: "in March it said that seven will close by late April"."""
    said = scene.said[-1] if scene.said else None
    if said is None or not scene.published or _STOP.search(scene.text, said.span.end, span.start):
        return None
    told = days(said.value.date or "")
    if told is None or said.value.anchor is None or said.value.anchor.reason != PUBLICATION:
        return None
    for date, (first, last) in stretches:
        if told[1] < first and last < scene.published and (first - told[1]).days < _SOON:
            return date if unit_of(date) == unit_of(said.value.date or "") == "month" else None
    return None


_GOES_ON = re.compile(r"(?:,?\s(?:and|or|then|again|to|through|until|last|on|by|at|the)|,){1,5}\s", re.I)


def _of_the_date_before(scene: Scene, span: Span) -> str | None:
    """The tense of a date that only goes on from another: "from Tuesday, again on Friday and Saturday"."""
    said = scene.said[-1] if scene.said else None
    if said is None or said.value.anchor is None or said.value.anchor.reason != PUBLICATION or not scene.published:
        return None
    stretch = days(said.value.date or "")
    if stretch is None or not _GOES_ON.fullmatch(scene.text, said.span.end, span.start):
        return None
    return "future" if stretch[0] > scene.published else "past" if stretch[1] < scene.published else None


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
