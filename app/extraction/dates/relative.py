"""Dates told from another date: "yesterday", "last week", "two days earlier", "that year", "the end of the month"."""

import datetime
import re

from app.domain.edtf import days
from app.domain.span import Span
from app.extraction.dates.anchoring import among, from_date_before, from_publication
from app.extraction.dates.away import BEFORE_NOTHING
from app.extraction.dates.calendar_names import FREE, FULL_MONTH, FULL_WEEKDAY, GAP, SEASONS, month_of, weekday_of
from app.extraction.dates.calendar_steps import months, moved, shifted, stretch_of
from app.extraction.dates.reading import Reader, Reading, Rule, Scene
from app.extraction.dates.seasons import season_near

_STEPS = {"last": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0, "same": 0, "that": 0}
_STEPS |= {"next": 1, "following": 1, "coming": 1}
_FROM_PUBLICATION = ("last", "this", "next", "coming", "current")
_CALENDAR = "day|night|week|weekend|month|quarter|year|decade|century|yr|wk"
_SHORT = {"yr": "year", "wk": "week"}
_BACK = ("previous", "preceding", "prior")
_LENGTHS = {"day": 2, "night": 2, "week": 8, "weekend": 8, "month": 32, "quarter": 100, "year": 370, "decade": 3700}
_QUARTER = 93
_RANGE_BEFORE = re.compile(rf"\d(?:{GAP}(?:and|to|until|through){GAP}|{GAP}?[-–]{GAP}?)$")
_THE = re.compile(rf"\bthe{GAP}$", re.I)
# "Than in any previous year"; "over next decade", in a headline, is how long.
_ANY = re.compile(rf"\b(?:any|every|each|all){GAP}$", re.I)
_OVER = re.compile(rf"\bover{GAP}$", re.I)
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


_PROGRAMME = re.compile(rf"{GAP}(?:[Pp]rogramme|[Ss]how)\b")


_OF_NOW = re.compile(rf"['’]s{GAP}(?:prices?|money|terms|values?|pounds|dollars|euros|rupees|world)\b")
"""What "today's" is no day of: "in today's prices"."""


def _named_day(scene: Scene, match: re.Match[str]) -> Reading | None:
    word = match[0]
    before = scene.before(match.start(), 12)
    if _PROGRAMME.match(scene.text, match.end()) or _OF_NOW.match(scene.text, match.end()):
        return None
    # "USA Today" and "the Today programme" are names.
    if word[0].isupper() and re.search(rf"[\w’'],?{GAP}$", before) and not re.search(rf"[.:!?][\"”’']?{GAP}$", before):
        return None
    return _from_day(scene, Span(*match.span()), _DAYS[word.lower()])


def _part_of_day(scene: Scene, match: re.Match[str]) -> Reading | None:
    return _from_day(scene, Span(*match.span()), -1 if match[0].lower().startswith("last") else 0)


def _around_day(scene: Scene, match: re.Match[str]) -> Reading | None:
    return _from_day(scene, Span(*match.span()), -2 if match["side"].lower() == "before" else 2)


def _from_day(scene: Scene, span: Span, step: int) -> Reading:
    day = moved(scene.published, "day", step) if scene.published else None
    return Reading(
        span=span, value=from_publication(scene, day.isoformat() if day else None), rule="relative day", whole=True
    )


def _calendar_unit(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "Last week", "this year", "the following month", "that day"."""
    step, unit = match["step"].lower(), match["unit"].lower()
    unit = _SHORT.get(unit, unit)
    span = Span(*match.span())
    if _ANY.search(scene.before(span.start, 8)) or (unit == "decade" and _OVER.search(scene.before(span.start, 6))):
        return None
    definite = bool(_THE.search(scene.before(span.start, 5)))
    if step in _FROM_PUBLICATION and not (definite and step in ("next", "last")):
        if unit in ("day", "night") and step != "last":
            return _from_story(scene, span, step, unit) if step == "next" else None
        if unit == "day" or (scene.narrative and step == "next"):
            return _from_story(scene, span, step, unit)
        day = moved(scene.published, unit, _STEPS[step]) if scene.published else None
        date = stretch_of(unit, day) if day else None
        return Reading(span=span, value=from_publication(scene, date), rule="relative period")
    if definite and step in ("next", "last") and not (unit == "day" or (scene.narrative and step == "next")):
        return None
    return _from_story(scene, span, step, unit)


def _from_story(scene: Scene, span: Span, step: str, unit: str) -> Reading | None:
    before = scene.last_said(span.start, 1500 if scene.narrative else 500, _LENGTHS.get(unit, 40_000))
    stretch = days(before) if before else None
    if before is None or stretch is None:
        if step not in ("previous", "prior", "preceding") or unit in ("day", "night"):
            return None
        day = moved(scene.published, unit, -1) if scene.published else None
        value = from_publication(scene, stretch_of(unit, day) if day else None)
        return Reading(span=span, value=value, rule="relative period", compares=True)
    if unit == "year" and "/" in before:  # the fiscal year before, not the calendar's
        return Reading(
            span=span,
            value=from_date_before(shifted(before, "year", _STEPS[step]), before),
            rule="relative period",
            compares=step in _BACK,
        )
    if unit == "quarter" and "/" in before and (stretch[1] - stretch[0]).days < _QUARTER:  # three months of its own
        date = shifted(before, "quarter", _STEPS[step])
        return Reading(span=span, value=from_date_before(date, before), rule="relative period", compares=step in _BACK)
    day = moved(stretch[0], unit, _STEPS[step])
    date = stretch_of(unit, day) if day else None
    return Reading(span=span, value=from_date_before(date, before), rule="relative period", compares=step in _BACK)


def _named_unit(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "Last Friday", "next November", "this summer", "the previous April"."""
    step, word = match["step"].lower(), match["name"]
    span = Span(*match.span())
    if step in ("previous", "preceding", "prior", "following", "same", "that"):
        before = scene.last_said(span.start, 1500, 370)
        stretch = days(before) if before else None
        if before is None or stretch is None:
            return None
        date = _nth(word, step, stretch[0])
        return Reading(span=span, value=from_date_before(date, before), rule="relative date") if date else None
    if scene.published is None:
        return Reading(span=span, value=from_publication(scene, None), rule="relative date")
    date = _nth(word, step, scene.published)
    return Reading(span=span, value=from_publication(scene, date), rule="relative date") if date else None


def _unit_before(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "More than the year before": the one before that of the date before it."""
    unit = match["unit"].lower()
    told = _THE.search(scene.before(match.start(), 5)) and scene.last_said(match.start(), 500, _LENGTHS[unit])
    return _from_story(scene, Span(*match.span()), "previous", unit) if told else None


_SAYS = re.compile(rf"\b(?:s(?:ay|ays|aid)|told{GAP}\w+|believe[sd]?|insist(?:s|ed)|hope[sd]?|so|know|knew){GAP}$")


def _that_unit(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "Ratified that May", but not "said that May"."""
    return None if _SAYS.search(scene.before(match.start(), 20)) else _named_unit(scene, match)


def _nth(word: str, step: str, day: datetime.date) -> str | None:
    name, move = word.lower(), _STEPS[step]
    if name in SEASONS:
        return season_near(SEASONS[name], move, day)
    if name in FULL_WEEKDAY.lower().split("|"):
        weekday = weekday_of(name)
        ahead = weekday - day.weekday()
        if move < 0:
            back = (-ahead - 1) % 7 + 1
            # The day before is "yesterday", or its bare name.
            ahead = -back if back > 1 else -8
        elif move > 0:
            ahead = (ahead - 1) % 7 + 1
        named = moved(day, "day", ahead)
        return named.isoformat() if named else None
    month = month_of(name)
    year = day.year
    if move < 0 and month >= day.month:
        year -= 1
    if move > 0 and month <= day.month:
        year += 1
    return months(year, month, 1)


_PARTS = {
    "end": "end",
    "close": "end",
    "start": "early",
    "beginning": "early",
    "middle": "mid",
    "later": "late",
    "earlier": "early",
}


def _part_of_unit(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "The end of the year": the year last told of in a narrative or the same sentence, else that of publication."""
    unit, span = match["unit"].lower(), Span(*match.span())
    part = _PARTS[match.groupdict().get("part", "end").lower()]
    before = scene.last_said(span.start, 1500 if scene.narrative else 120, _LENGTHS.get(unit, 40_000))
    stretch = days(before) if before else None
    if before and stretch and (scene.narrative or not (scene.said[-1].value.anchor or _ends_range(scene))):
        value = from_date_before(stretch_of(unit, stretch[0]), before)
    else:
        value = from_publication(scene, stretch_of(unit, scene.published) if scene.published else None)
    return Reading(span=span, value=value, rule="part of a period", modifier=part)


def _ends_range(scene: Scene) -> bool:
    """Whether the last date said is the far end of a stretch ("between 2014 and 2020"): no other date leans on it."""
    return _RANGE_BEFORE.search(scene.before(scene.said[-1].span.start, 12)) is not None


def _the_weekend(scene: Scene, match: re.Match[str]) -> Reading | None:
    if scene.published is None or not re.search(
        rf"\b(?:over|at|on|during|by){GAP}the{GAP}$", scene.before(match.start(), 14), re.I
    ):
        return None
    dates = [
        date
        for step in (-1, 0, 1)
        if (day := moved(scene.published, "week", step)) and (date := stretch_of("weekend", day))
    ]
    span = Span(*match.span())
    return Reading(span=span, value=among(scene, span, dates), rule="relative period")


def _rule(name: str, pattern: str, read: Reader) -> Rule:
    return Rule(name=name, pattern=re.compile(pattern), read=read)


_STEP = rf"(?P<step>(?i:{'|'.join(_STEPS)}))"
# "Last May 2024" is that of a year, but "last May 1,204 had gone".
_NO_DATE = rf"(?!{GAP}(?:\d{{1,2}}|(?:19|20)\d\d)(?!\w|[.,]?\d))"
FROM_STEPS = (
    _rule("relative period", rf"(?<!\w){_STEP}{GAP}(?P<unit>(?i:{_CALENDAR}))\b(?!-long)", _calendar_unit),
    _rule(
        "relative date",
        rf"(?<!\w)(?P<step>(?i:last|this|next|previous|preceding|following|coming)){GAP}"
        rf"(?P<name>{FULL_MONTH}|(?i:{FULL_WEEKDAY}|{'|'.join(SEASONS)}))\b{_NO_DATE}",
        _named_unit,
    ),
    _rule(
        "relative date",
        rf"(?<!\w)(?P<step>that){GAP}(?P<name>{FULL_MONTH}|{FULL_WEEKDAY}|{'|'.join(SEASONS)})\b{_NO_DATE}{FREE}",
        _that_unit,
    ),
    _rule(
        "relative day",
        rf"(?<!\w)(?i:this{GAP}(?:morning|afternoon|evening)|last{GAP}(?:night|evening))\b",
        _part_of_day,
    ),
)
FROM_DAYS = (_rule("relative day", r"(?<![\w/@#.])(?i:yesterday|today|tonight|tomorrow)(?![\w/])(?!\.\w)", _named_day),)
FROM_UNITS = (
    _rule(
        "relative period",
        rf"(?<!\w)(?P<unit>year|month|week|quarter){GAP}before{BEFORE_NOTHING}",
        _unit_before,
    ),
    _rule("relative day", rf"(?<!\w)[Dd]ay{GAP}(?P<side>before|after){GAP}(?:yesterday|tomorrow)\b", _around_day),
    _rule(
        "part of a period", rf"(?<!\w)(?P<unit>year|month|quarter)(?:-|{GAP}|['’]s{GAP})end\b(?!{GAP}of)", _part_of_unit
    ),
)
FROM_PARTS = (
    _rule(
        "part of a period",
        rf"(?<!\w)(?P<part>(?i:end|close|start|beginning|middle)){GAP}of{GAP}the{GAP}(?P<unit>year|month|week|quarter|decade|century)\b(?!-)",
        _part_of_unit,
    ),
    _rule(
        "part of a period",
        rf"(?<!\w)(?P<part>(?i:earlier|later)){GAP}in{GAP}the{GAP}(?P<unit>year|month|week|decade)\b",
        _part_of_unit,
    ),
)
FROM_WEEKENDS = (_rule("relative period", r"(?<!\w)weekend\b", _the_weekend),)
