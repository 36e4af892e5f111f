"""Quarters, half-years and first months: "Q3 2024", "the first half of last year", "the first nine months of 2024"."""

import re
from dataclasses import replace
from typing import Any

from app.domain.currency_signs import SIGNS
from app.domain.edtf import days
from app.domain.span import Span
from app.extraction.dates.anchoring import by_tense, from_date_before, from_publication
from app.extraction.dates.calendar_names import GAP, MONTH, NUMBER, ORDINAL, YEAR, full_year, number_of, ordinal_of
from app.extraction.dates.calendar_steps import half, months
from app.extraction.dates.fiscal import fiscal_quarter
from app.extraction.dates.fiscal_starts import first_month
from app.extraction.dates.reading import Reader, Reading, Rule, Scene, Value
from app.extraction.dates.tense import tense
from app.extraction.dates.year_words import RELATIVE_YEAR, relative_year

_SPORT = re.compile(
    r"\b(?:goals?|scored?|match|minute|coach|striker|half-time|halftime|touchdown|penalty|midfielder|referee|kick-off)\b",
    re.I,
)
_OF = (
    rf"(?:(?:,?{GAP}(?:of{GAP}|in{GAP})?|-|/)(?P<year>{YEAR})|{GAP}?['’](?P<short>\d\d)\b"
    rf"|{GAP}(?:of|in){GAP}(?P<which>{RELATIVE_YEAR})\b|{GAP}(?P<bare>(?i:this|last|next)\syear)\b)"
)


_OF_MONTH = re.compile(rf"{GAP}of{GAP}(?:the{GAP})?(?:{MONTH}|(?i:month|week|decade|century)\b)")
_OF_FISCAL = re.compile(
    rf"{GAP}of{GAP}(?P<whose>the(?:{GAP}current)?|this|its|their|our|his){GAP}(?:financial|fiscal){GAP}year\b(?!{GAP}\d)"
)


def _part_of_fiscal_year(scene: Scene, span: Span, whose: str, nth: int, *, halves: bool) -> Reading | None:
    """ "The first half of the financial year": that of the state; when a firm's own begins is not known."""
    if whose in ("its", "their", "our", "his"):
        return None
    date = None
    if scene.published:
        first = first_month(scene, span.start, span.end)
        year = scene.published.year + (first != 1 and scene.published.month >= first)
        date = months(year - (first != 1), first + 6 * (nth - 1), 6) if halves else fiscal_quarter(year, first, nth)
    value = replace(from_publication(scene, date), fiscal=True)
    return Reading(span=span, value=value, rule="fiscal half-year" if halves else "fiscal quarter")


_OF_PAIR = re.compile(
    rf"{GAP}of{GAP}(?:the{GAP})?(?:20\d\d)[/–-](?P<last>\d\d(?:\d\d)?)(?!\d)"
    rf"(?:{GAP}(?:financial|fiscal|budget){GAP}year\b)?(?!{GAP}(?:season|academic|school))"
)


def _of_pair(scene: Scene, span: Span, year: int, nth: int, *, halves: bool) -> Reading:
    """ "The first half of the 2022/23 financial year", which ends in `year`."""
    first = first_month(scene, span.start, span.end)
    date = months(year - (first != 1), first + 6 * (nth - 1), 6) if halves else fiscal_quarter(year, first, nth)
    rule = "fiscal half-year" if halves else "fiscal quarter"
    return Reading(span=span, value=Value(date=date, fiscal=True), rule=rule)


# "The second half of the claim"
_OF_THING = re.compile(
    rf"{GAP}of{GAP}(?:the|an?|his|her|its|their|our|my){GAP}(?!(?:\w+{GAP})?(?:year|financial|fiscal|tax)\b)[a-z]"
)


def _part_of_year(scene: Scene, match: re.Match[str]) -> Reading | None:
    """A quarter or half: "Q3 2024", "3Q24", "third quarter", "the first half of last year"."""
    found: dict[str, Any] = dict.fromkeys(("year", "short")) | match.groupdict()
    nth = ordinal_of(found["nth"])
    halves = found["kind"].lower() in ("h", "half")
    if halves and nth == 4 and not found["nth"][0].isdigit():
        nth = 2
    if nth > (2 if halves else 4):
        return None

    def make(year: int) -> str:
        return half(year, nth) if halves else f"{year:04}-Q{nth}"

    span, name = Span(*match.span()), "half-year" if halves else "quarter"
    if found["year"] or found["short"]:
        year = int(found["year"]) if found["year"] else full_year(int(found["short"]), scene.year())
        return Reading(span=span, value=Value(date=make(year)), rule=name)
    if which := found.get("which") or found.get("bare"):
        known = relative_year(scene, which, span.start)
        value = Value(date=make(known[0]), anchor=known[1]) if known else from_publication(scene, None)
        return Reading(span=span, value=value, rule=name)
    if fiscal := _OF_FISCAL.match(scene.text, span.end):
        return _part_of_fiscal_year(scene, Span(span.start, fiscal.end()), fiscal["whose"], nth, halves=halves)
    if pair := _OF_PAIR.match(scene.text, span.end):
        span = Span(span.start, pair.end())
        return _of_pair(scene, span, full_year(int(pair["last"][-2:]), scene.year()), nth, halves=halves)
    if (halves and _OF_MONTH.match(scene.text, span.end)) or _OF_THING.match(scene.text, span.end):
        return None
    if found["nth"].lower() in ("last", "final") and (halves or found["nth"].lower() == "last"):
        return None
    if halves and (found["kind"] == "H" or _SPORT.search(scene.text, max(0, span.start - 300), span.end + 300)):
        cued = found["kind"] == "H" and re.search(rf"\b(?:in|for|during|by|since){GAP}$", scene.before(span.start, 10))
        if not cued:
            return None
    value = _of_year_before(scene, span, nth, halves=halves) or by_tense(scene, span, make)
    return Reading(span=span, value=value, rule="fiscal quarter" if value.fiscal else name)


_STOP = re.compile(r"[.!?]\s+(?=[A-Z])|\n")
_FISCAL_REACH, _FISCAL_READINGS = 400, 6


def _of_year_before(scene: Scene, span: Span, nth: int, *, halves: bool) -> Value | None:
    """A quarter or half of the fiscal year that its sentence or the one before it named: "in 2026-27, with Q1 at"."""
    for reading in reversed(scene.said[-_FISCAL_READINGS:]):
        if span.start - reading.span.end > _FISCAL_REACH:
            return None
        stretch = days(reading.value.date or "") if reading.value.fiscal and not reading.modifier else None
        if stretch is None or (stretch[1] - stretch[0]).days < _FULL_YEAR or stretch[1].year - stretch[0].year > 1:
            continue
        if len(_STOP.findall(scene.text, reading.span.end, span.start)) > 1:
            return None
        first = stretch[0]
        date = months(first.year, first.month + (6 if halves else 3) * (nth - 1), 6 if halves else 3)
        return replace(from_date_before(date, reading.value.date or ""), fiscal=True)
    return None


_FULL_YEAR = 364


def _first_months(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "The first nine months of 2024", "the first three quarters of last year"."""
    count = int(number_of(match["count"])) * (3 if match["unit"] == "quarters" else 1)
    if not 1 <= count <= 12:
        return None
    span, anchor = Span(*match.span()), None
    if match["year"]:
        year = int(match["year"])
    else:
        known = relative_year(scene, match["which"], span.start)
        if known is None:
            return Reading(span=span, value=from_publication(scene, None), rule="months of a year")
        year, anchor = known
    first = 1 if match["end"].lower() in ("first", "opening") else 13 - count
    return Reading(span=span, value=Value(date=months(year, first, count), anchor=anchor), rule="months of a year")


def _of_no_year(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "Profit rose in the first nine months": those of the last year that had them, as firms and ministries report."""
    span, count = Span(*match.span()), int(number_of(match["count"]))
    if scene.published is None or tense(scene.text, span.start, span.end) == "future":
        return None
    year = scene.published.year - (scene.published.month <= count)
    return Reading(span=span, value=from_publication(scene, months(year, 1, count)), rule="months of a year")


def _rule(name: str, pattern: str, read: Reader) -> Rule:
    return Rule(name=name, pattern=re.compile(pattern), read=read)


_EDGE = rf"(?<![\w{SIGNS}.,/-])"
_NTH = rf"(?P<nth>(?i:{ORDINAL}|final|last|latter))(?:{GAP}|-)(?P<kind>(?i:quarter|half))(?!-hour)(?!\w)"
FROM_DIGITS = (
    _rule("quarter", rf"{_EDGE}(?P<year>20\d\d)(?:{GAP}|-)?(?P<kind>Q)(?P<nth>[1-4])(?![\w-]|[.,]\d)", _part_of_year),
    _rule(
        "quarter",
        rf"{_EDGE}(?P<nth>[1-4])(?P<kind>[QH])(?:(?:{GAP}|['’])?(?P<short>\d\d)|{GAP}?(?P<year>20\d\d))(?!\w)",
        _part_of_year,
    ),
    _rule("quarter", rf"{_EDGE}(?P<nth>[1-4])(?P<kind>Q)(?!\w)", _part_of_year),
    _rule("quarter", rf"{_EDGE}{_NTH}(?:{_OF})?", _part_of_year),
)
FROM_LETTERS = (
    _rule("quarter", rf"(?<![\w-])(?P<kind>Q)(?P<nth>[1-4])(?![\w-]|[.,]\d)(?:{_OF})?", _part_of_year),
    _rule("quarter", r"(?<![\w-])(?P<kind>Q)(?P<nth>[1-4])-(?P<year>20\d\d)(?!\w)", _part_of_year),
    _rule("half-year", rf"(?<![\w-])(?P<kind>H)(?P<nth>[12])(?![\w-]|[.,]\d)(?:{_OF})?", _part_of_year),
)
FROM_ORDINALS = (
    _rule("quarter", rf"(?<!\w){_NTH}(?:{_OF})?", _part_of_year),
    _rule(
        "months of a year",
        rf"(?<!\w)(?P<end>(?i:first|last|final|opening)){GAP}(?P<count>{NUMBER}){GAP}(?P<unit>months?|quarters){GAP}of{GAP}"
        rf"(?:(?P<year>{YEAR})|(?P<which>{RELATIVE_YEAR})\b)",
        _first_months,
    ),
    _rule(
        "months of a year",
        rf"(?<=[Ii]n the )(?P<end>first){GAP}(?P<count>six|nine|6|9){GAP}(?P<unit>months)\b"
        rf"(?!{GAP}(?:of|after|since|from|following|when|that|it|he|she|they|we|on|in{GAP}(?!20\d\d))\b)",
        _of_no_year,
    ),
)
