"""Days in figures: "2025-03-04", "11/11/1918", "03.04.2025", and days with a month of another language."""

import re

from app.domain.claim import Confidence
from app.domain.currency_signs import SIGNS
from app.domain.span import Span
from app.extraction.dates.calendar_names import YEAR, full_year
from app.extraction.dates.calendar_steps import day_of, months
from app.extraction.dates.reading import Reading, Rule, Scene, Value
from app.extraction.dates.residual import foreign_month
from app.extraction.mention import Passage

# Outlets of these countries write the month first; Canada writes both, the day first more often in government.
MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW", "BZ"})
_SLASHED = re.compile(r"(\d(?<![\w/.,-]\d)\d?)/(\d{1,2})/(?:19|20)\d\d(?![\w/])")

# So many different words between a day and a year are asked about in one text, for each refusal takes milliseconds.
_FOREIGN_LIMIT = 24


def month_first(passage: Passage) -> bool:
    """Whether slashed dates put the month first.

    The text's own unambiguous ones decide, else the outlet's country, else what the project holds to.
    """
    if "/" in passage.text:
        for match in _SLASHED.finditer(passage.text):
            first, second = int(match[1]), int(match[2])
            if first > 12 >= second:
                return False
            if second > 12 >= first:
                return True
    return passage.country in MONTH_FIRST or (passage.country is None and bool(passage.conventions.month_first))


def _iso(scene: Scene, match: re.Match[str]) -> Reading | None:
    date = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
    if date is None:
        return None
    clock = match["clock"] or ""
    return Reading(span=Span(*match.span()), value=Value(date=date + clock.replace(" ", "T")), rule="day in figures")


def _year_month(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "2025-03", unless the second number could be a later year ("2005-11")."""
    year, month = int(match["year"]), int(match["month"])
    if month > year % 100:
        return None
    return Reading(span=Span(*match.span()), value=Value(date=months(year, month, 1)), rule="month in figures")


def _figures(scene: Scene, match: re.Match[str]) -> Reading | None:
    first, second = int(match["first"]), int(match["second"] or match["third"])
    written = match["year"] or match["short"]
    year = int(written) if len(written) == 4 else full_year(int(written), scene.year())
    day_first, month_led = day_of(year, second, first), day_of(year, first, second)
    likeliest = (month_led, day_first) if scene.month_first else (day_first, month_led)
    dates = tuple(dict.fromkeys(date for date in likeliest if date))
    if not dates:
        return None
    if len(dates) == 1:
        value = Value(date=dates[0])
    else:
        doubt = "day and month could be the other way round"
        value = Value(date=dates[0], readings=dates, confidence=Confidence.MEDIUM, doubt=doubt)
    return Reading(span=Span(*match.span()), value=value, rule="day in figures")


def _foreign(scene: Scene, match: re.Match[str]) -> Reading | None:
    word = match["word"].lower()
    if word not in scene.foreign and len(scene.foreign) >= _FOREIGN_LIMIT:
        return None
    scene.foreign.add(word)
    month = foreign_month(word)
    date = day_of(int(match["year"]), month, int(match["day"])) if month else None
    if date is None:
        return None
    return Reading(span=Span(*match.span()), value=Value(date=date), rule="day in another language")


_EDGE = rf"(?<![\w{SIGNS}#&@=.,:/+-])"
FROM_DIGITS = (
    Rule(
        name="day in figures",
        pattern=re.compile(
            _EDGE + r"(?P<year>[12]\d{3})(?P<sep>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=sep)(?P<day>0?[1-9]|[12]\d|3[01])"
            r"(?P<clock>[T ][012]\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/]|[-.]\d)"
        ),
        read=_iso,
    ),
    Rule(
        name="day in figures",
        pattern=re.compile(
            _EDGE + r"(?P<first>\d{1,2})(?:(?P<sep>[/.-])(?P<second>\d{1,2})(?P=sep)(?P<year>[12]\d{3})"
            r"|/(?P<third>\d{1,2})/(?P<short>\d\d))(?![\w/%]|[-.,:]\d)"
        ),
        read=_figures,
    ),
    Rule(
        name="month in figures",
        pattern=re.compile(_EDGE + r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\w/%]|[-–.,]\d)"),
        read=_year_month,
    ),
)
# Asked last, for dateparser is slow to load and to refuse.
FROM_FOREIGN = (
    Rule(
        name="day in another language",
        pattern=re.compile(
            _EDGE
            + r"(?P<day>\d{1,2})(?:\.|º|er)?\s(?:de\s)?(?P<word>[^\W\d_]{3,12})\.?\s(?:de\s)?(?P<year>"
            + YEAR
            + ")"
        ),
        read=_foreign,
    ),
)
