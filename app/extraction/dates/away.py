"""So long before or after another date: "ten days ago", "a year earlier", "two years ago today"."""

import datetime
import re

from app.domain.edtf import days
from app.domain.span import Span
from app.extraction.dates.anchoring import from_date_before, from_publication
from app.extraction.dates.calendar_names import GAP
from app.extraction.dates.calendar_steps import moved, shifted, stretch_of, unit_of
from app.extraction.dates.counts import count_before
from app.extraction.dates.reading import Reading, Rule, Scene, Value, unresolved

BEFORE_NOTHING = (
    rf"(?=\s*(?:[.,;:)—–!?]|\Z)|{GAP}(?:and|or|but|as|to|while|though|although|because|in|on|at|by|with|due|when{GAP})\b"
    r"(?! (?:it|they|we|he|she)\b))"
)
"""Where "before" ends a phrase: "up from 5% a year before", but not "a year before the vote"."""
_LENGTHS = {"day": 2, "night": 2, "week": 8, "month": 32, "quarter": 100, "year": 370, "decade": 3700}
_BACK = ("ago", "earlier", "previously", "before")


def _away(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "Ten days ago", "a year earlier", "two days later", "in three weeks' time"."""
    unit, way = match["unit"].lower(), (match["way"] or match["before"] or "from now").lower()
    unit = {"centuries": "century"}.get(unit, unit.removesuffix("s"))
    count = count_before(scene, match.start())
    if unit in ("second", "minute", "hour") or count is None or count.high != count.low:
        return None
    if way == "before" and not count.article:  # "the three months before" are a length
        return None
    span = Span(count.start, match.end())
    number = count.low * (-1 if way in _BACK else 1)
    whole, size = (int(number), unit)
    if number != whole:
        if unit not in ("year", "decade"):
            return None
        whole, size = round(number * (12 if unit == "year" else 120)), "month"
    if match["on"]:
        value = from_publication(scene, _beside(scene.published, match["on"], size, whole))
        return Reading(span=span, value=value, rule="so long before or after", whole=True)
    compared = way == "ago" and whole == -1 and not scene.narrative and _compared(scene, span, size)
    value = compared or _moved_from(scene, span, way, unit, size, whole)
    back = bool(compared) or way in ("earlier", "previously", "before")
    return Reading(span=span, value=value, rule="so long before or after", whole=True, compares=back)


# "Up from 3 a year ago" is the year before the period reported, "left a year ago" that before the news.
_THAN = re.compile(
    r"\b(?:from|against|(?:compared|relative|versus)(?: (?:with|to))?|vs\.?|than)\s(?:[^,;:.!?]|[.,]\d){0,70}$"
)
_RECENT = datetime.timedelta(days=400)


def _compared(scene: Scene, span: Span, unit: str) -> Value | None:
    """The year, quarter or month before the period that a figure of so long "ago" is compared with, if one is told."""
    if unit not in ("year", "quarter", "month") or not _THAN.search(scene.before(span.start, 90)):
        return None
    period = scene.reported(span.start, 400, _LENGTHS[unit])
    stretch = days(period) if period else None
    if period is None or stretch is None or scene.published is None or stretch[1] < scene.published - _RECENT:
        return None
    if unit == "year":
        return from_date_before(shifted(period, "year", -1), period)
    day = moved(stretch[0], unit, -1)
    return from_date_before(stretch_of(unit, day), period) if day else None


_STEPS = {"yesterday": -1, "last": -1, "today": 0, "this": 0, "tomorrow": 1, "next": 1}


def _beside(published: datetime.date | None, words: str, size: str, count: int) -> str | None:
    """ "Two years ago today" is a day, "two years ago next month" a month."""
    step, *rest = words.split()
    unit = rest[0] if rest else "day"
    near = moved(published, unit, _STEPS[step]) if published else None
    day = moved(near, size, count) if near else None
    return stretch_of(unit, day) if day else None


def _moved_from(scene: Scene, span: Span, way: str, unit: str, size: str, count: int) -> Value:
    if way in ("earlier", "later", "previously", "before"):
        longest = _LENGTHS.get(unit, 40_000)
        period = None if scene.narrative or way == "later" else scene.reported(span.start, 400, longest)
        before = period or scene.last_said(span.start, 1500 if scene.narrative else 400, longest)
        if before and (stretch := days(before)):
            part = unit_of(before) in ("month", "quarter") or "/" in before
            keeps = unit == size == "year" and abs(count) == 1 and part
            if keeps:
                return from_date_before(shifted(before, "year", count), before)
            day = moved(stretch[0], size, count)
            return from_date_before(stretch_of(_kept(unit), day) if day else None, before)
        if way == "later":
            return unresolved("no date before it says from when")
    if scene.published is None:
        return from_publication(scene, None)
    day = moved(scene.published, size, count)
    return from_publication(scene, stretch_of(_kept(unit), day) if day else None)


def _kept(unit: str) -> str:
    return "week" if unit == "fortnight" else unit


FROM_UNITS = (
    Rule(
        name="so long before or after",
        pattern=re.compile(
            r"(?<!\w)(?P<unit>(?i:days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?|centuries|century))"
            rf"(?:(?:{GAP}|-)(?P<way>(?i:ago|earlier|later|previously|from{GAP}now|hence))\b(?!{GAP}than)"
            rf"(?:(?<=ago){GAP}(?P<on>today|tomorrow|yesterday|(?:this|last|next){GAP}(?:week|weekend|month))\b)?"
            rf"|{GAP}(?P<before>before){BEFORE_NOTHING}|['’]{GAP}time\b)"
        ),
        read=_away,
    ),
)
