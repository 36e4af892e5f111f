"""Feasts that name a day: "Christmas Eve", "Boxing Day", "over Easter", "last Christmas"."""

import datetime
import re
from collections.abc import Callable
from dataclasses import replace

from app.domain.claim import Confidence
from app.domain.span import Span
from app.extraction.dates.anchoring import by_tense, from_publication
from app.extraction.dates.calendar_names import FREE, GAP, YEAR
from app.extraction.dates.calendar_steps import day_of
from app.extraction.dates.reading import Reading, Rule, Scene, Value

_FIXED = {
    "new year's day": (1, 1),
    "australia day": (1, 26),
    "valentine's day": (2, 14),
    "anzac day": (4, 25),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
_FROM_EASTER = {"good friday": -2, "easter sunday": 0, "easter": 0, "easter monday": 1}
_STEP = re.compile(rf"\b(?P<step>last|this|next){GAP}$", re.I)
# Alone, "Christmas" is a time only after one of these: "Christmas Island", "Father Christmas".
_WHEN = re.compile(
    rf"\b(?:over|at|by|before|after|since|until|till|for|around|during|to|from|of|last|this|next|previous|late|"
    rf"early){GAP}$",
    re.I,
)
_FREE = re.compile(FREE)
_ROUGHLY = "the feast stands for the days around it"


def easter(year: int) -> datetime.date:
    """Easter Sunday of the western churches, by the Gregorian computus (Meeus, Jones and Butcher)."""
    century, place = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (place // 4) - moon - place % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)


def _feast(scene: Scene, match: re.Match[str]) -> Reading | None:
    name = " ".join(match["feast"].lower().replace("’", "'").split())
    before = scene.before(match.start(), 12)
    alone = name in ("christmas", "easter")
    if alone and not match["year"] and not (_WHEN.search(before) and _FREE.match(scene.text, match.end())):
        return None

    def make(year: int) -> str | None:
        if name in _FROM_EASTER:
            return (easter(year) + datetime.timedelta(_FROM_EASTER[name])).isoformat()
        return day_of(year, *_FIXED[name])

    span = Span(*match.span())
    step = _STEP.search(before)
    if match["year"]:
        value = Value(date=make(int(match["year"])))
    elif step and scene.published:
        span = Span(span.start - len(before) + step.start(), span.end)
        value = from_publication(scene, _stepped(scene.published, step["step"].lower(), make))
    else:
        value = by_tense(scene, span, make)
    if alone and value.date:
        value = replace(value, confidence=Confidence.MEDIUM, doubt=_ROUGHLY)
    return Reading(span=span, value=value, rule="feast")


def _stepped(published: datetime.date, step: str, make: Callable[[int], str | None]) -> str | None:
    """The last before publication, the next after it, or that of its year."""
    dates = [date for year in range(published.year - 1, published.year + 2) if (date := make(year))]
    today = published.isoformat()
    if step == "last":
        return next((date for date in reversed(dates) if date < today), None)
    if step == "next":
        return next((date for date in dates if date > today), None)
    return make(published.year)


_NAMES = "|".join(
    sorted((name.title().replace("'S", "['’]s") for name in (*_FIXED, *_FROM_EASTER)), key=len, reverse=True)
).replace(" ", GAP)
FROM_FEASTS = (
    Rule(
        name="feast",
        pattern=re.compile(rf"(?<!\w)(?P<feast>{_NAMES})\b(?!['’]|-)(?:,?{GAP}(?P<year>{YEAR}))?"),
        read=_feast,
    ),
)
FIRST_WORDS = frozenset(name.split()[0].partition("'")[0] for name in (*_FIXED, *_FROM_EASTER))
"""The words, in lower case, with which their names begin."""
