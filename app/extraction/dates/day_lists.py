"""Days that share a month named once: "on 3, 5-6 and 11 May 2024", "between June 3 and 9"."""

import re

from app.domain.currency_signs import SIGNS
from app.domain.edtf import days
from app.domain.span import Span
from app.extraction.dates.anchoring import by_tense, from_date_before
from app.extraction.dates.calendar_names import DASH, DAY, GAP, MONTH, NTH, YEAR, month_of
from app.extraction.dates.calendar_steps import day_of, unit_of
from app.extraction.dates.reading import Reading, Rule, Scene, Value

_ONE = rf"{DAY}(?:{NTH})?(?:{DASH}{DAY}(?:{NTH})?)?"
_FIRST = rf"(?P<day>{DAY})(?:{NTH})?(?:{DASH}(?P<last>{DAY})(?:{NTH})?)?"
_CUE = re.compile(rf"(?:\b(?:on|of|between|from|for|and|the|until)|,){GAP}$", re.I)
_AFTER_MONTH = re.compile(rf"(?:,|,?{GAP}(?:and|or|to)){GAP}$")
_DAYS = re.compile(r"\d+")


def _before_month(scene: Scene, match: re.Match[str]) -> Reading | None:
    if not _CUE.search(scene.before(match.start(), 10)):
        return None
    numbers = [int(found) for found in _DAYS.findall(match[0] + match["more"])]
    if numbers != sorted(set(numbers)):
        return None
    return _of_month(scene, match, month_of(match["month"]), int(match["year"]) if match["year"] else None)


def _of_month(scene: Scene, match: re.Match[str], month: int, year: int | None) -> Reading | None:
    first, last = int(match["day"]), int(match["last"] or 0)

    def make(year: int) -> str | None:
        start, end = day_of(year, month, first), day_of(year, month, last) if last else None
        return f"{start}/{end}" if start and end else start

    if last and last <= first:
        return None
    span = Span(match.start(), match.end())
    value = Value(date=make(year)) if year else by_tense(scene, span, make)
    return Reading(span=span, value=value, rule="day of a list") if value.date else None


def _after_month(scene: Scene, match: re.Match[str]) -> Reading | None:
    said = scene.said[-1] if scene.said else None
    if said is None or said.value.date is None or unit_of(said.value.date) != "day" or said.rule == "relative day":
        return None
    words = said.span.of(scene.text)
    if not _AFTER_MONTH.fullmatch(scene.text, said.span.end, match.start()) or not _MONTH_LED.search(words):
        return None
    stretch = days(said.value.date)
    if stretch is None or int(match["day"]) <= stretch[1].day:
        return None
    start = stretch[1]
    dates = [day_of(start.year, start.month, int(match[name])) for name in ("day", "last") if match[name]]
    if None in dates:
        return None
    date = "/".join(date for date in dates if date)
    value = from_date_before(date, said.value.date) if said.value.anchor else Value(date=date)
    return Reading(span=Span(*match.span()), value=value, rule="day of a list")


_MONTH_LED = re.compile(rf"(?:{MONTH}{GAP}|^){_ONE}$")
FROM_DIGITS = (
    Rule(
        name="day of a list",
        pattern=re.compile(
            rf"(?<![\w{SIGNS}#&@=.,:/-]){_FIRST}(?=(?P<more>(?:,{GAP}{_ONE}){{0,6}}(?:,?{GAP}(?:and|or|&)){GAP}{_ONE})"
            rf"{GAP}(?:of{GAP})?(?P<month>{MONTH})(?:,?{GAP}(?P<year>{YEAR}))?)"
        ),
        read=_before_month,
    ),
    Rule(
        name="day of a list",
        pattern=re.compile(
            rf"(?<![\w{SIGNS}#&@=.,:/-]){_FIRST}(?P<tail>,{GAP}{YEAR})?"
            rf"(?(tail)|(?=[.;:)]|,(?!\d|{GAP}{YEAR})|\s?$|{GAP}(?:at|when|after|before)\b|{GAP}in{GAP}(?!{MONTH})[A-Z]))"
        ),
        read=_after_month,
    ),
)
