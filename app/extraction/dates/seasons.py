"""Seasons: "summer 2024", "the winter of 2025-26", "in the spring", "this autumn"."""

import datetime
import re

from app.domain.edtf import days
from app.domain.span import Span
from app.extraction.dates.anchoring import by_tense, from_publication
from app.extraction.dates.calendar_names import DASH, FREE, GAP, SEASONS
from app.extraction.dates.reading import Reading, Rule, Scene, Value
from app.extraction.dates.year_words import RELATIVE_YEAR, relative_year
from app.extraction.dates.years import is_year

_WINTER = SEASONS["winter"]
_LAST_OF_WINTER = 4
_PART = rf"(?:(?:early|late)(?:{GAP}|-)|mid-)"
# "In summer the river dries up" is of every year; "in the summer" and "by summer" are of one.
_ONE_YEAR = re.compile(
    rf"\b(?:(?:in|over|during|for|by|until|till|since|from|throughout|last|before|after|than){GAP}the{GAP}{_PART}?"
    rf"|(?:by|until|till|since){GAP}{_PART}?|in{GAP}{_PART})$",
    re.I,
)
_FALL = re.compile(rf"\b(?:in|by|during|until|over){GAP}(?:the{GAP})?{_PART}?$", re.I)
_CAPITAL = re.compile(rf"{GAP}[A-Z]")
_SOURCE = re.compile(rf"\bfrom{GAP}the{GAP}$", re.I)
_FALL_OF = re.compile(rf"{GAP}(?:in|of|to|from|and|by|for)\b")


def _season(scene: Scene, match: re.Match[str]) -> Reading | None:
    season, found = SEASONS[match["season"].lower()], match.groupdict()
    span = Span(*match.span())
    if found["year"] and not is_year(scene, *match.span("year")) and not found["next"]:
        return None
    if found["next"] and (int(found["year"]) + 1) % 100 != int(found["next"][-2:]):
        return None
    if found["year"]:
        return Reading(span=span, value=Value(date=f"{found['year']}-2{season}"), rule="season")
    known = relative_year(scene, found["which"], span.start)
    value = Value(date=f"{known[0]}-2{season}", anchor=known[1]) if known else from_publication(scene, None)
    return Reading(span=span, value=value, rule="season")


def _bare(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "In the summer"; "the fall in output" and "the spring budget" name no time."""
    before = scene.before(match.start(), 24)
    if not _ONE_YEAR.search(before):
        return None
    if match["season"][0].isupper() and _CAPITAL.match(scene.text, match.end()):
        return None
    if match["season"].lower() == "fall" and (not _FALL.search(before) or _FALL_OF.match(scene.text, match.end())):
        return None
    if match["season"].lower() == "spring" and _SOURCE.search(before):
        return None
    span, season = Span(*match.span()), SEASONS[match["season"].lower()]
    return Reading(span=span, value=by_tense(scene, span, lambda year: f"{year:04}-2{season}"), rule="season")


def season_near(season: int, move: int, day: datetime.date) -> str | None:
    """EDTF of the last (-1), this (0) or next (1) such season, seen from a day; None outside the calendar.

    "This" is of the day's calendar year, but a winter is the one under way or just gone until April.
    """
    if move == 0:
        return f"{day.year - (season == _WINTER and day.month <= _LAST_OF_WINTER):04}-2{season}"
    seasons = [f"{year:04}-2{season}" for year in range(max(1, day.year - 2), day.year + 3)]
    stretches = [(one, stretch) for one in seasons if (stretch := days(one))]
    if move < 0:
        return next((one for one, (_, last) in reversed(stretches) if last < day), None)
    return next((one for one, (first, _) in stretches if first > day), None)


_NAME = "|".join(SEASONS)
FROM_SEASONS = (
    Rule(
        name="season",
        pattern=re.compile(
            rf"(?<!\w)(?P<season>(?i:{_NAME}))(?:{GAP}(?:of{GAP})?(?P<year>\d{{4}})"
            rf"(?:(?:/|{DASH})(?P<next>\d{{4}}|\d\d))?(?!\w|[.,]\d)|{GAP}of{GAP}(?P<which>{RELATIVE_YEAR})\b)"
        ),
        read=_season,
    ),
    Rule(name="season", pattern=re.compile(rf"(?<![\w-])(?P<season>(?i:{_NAME})){FREE}"), read=_bare),
)
