"""Days and months in words: "24-25 June", "Jan. 3, 2009", "the 3rd of March 2024", "in November", "on Monday"."""

import re
from collections.abc import Callable
from dataclasses import replace

from app.domain.currency_signs import SIGNS
from app.domain.edtf import days
from app.domain.span import Span
from app.extraction.dates.anchoring import by_tense
from app.extraction.dates.calendar_names import (
    DASH,
    DAY,
    GAP,
    MONTH,
    NTH,
    ORDINALS,
    YEAR,
    full_year,
    month_of,
    ordinal_of,
)
from app.extraction.dates.calendar_steps import day_of, months
from app.extraction.dates.reading import Reading, Rule, Scene, Value
from app.extraction.dates.residual import clocked
from app.extraction.dates.year_words import RELATIVE_YEAR, relative_year

_NTH_WORDS = [word for word, number in ORDINALS.items() if number <= 20 and word not in ("latter", "final", "last")]
_DAYS = rf"(?P<day>{DAY})(?:{NTH})?(?:{GAP}?(?P<joint>{DASH}|to|and|&){GAP}?(?P<last>{DAY})(?:{NTH})?)?"
_YEAR = rf"(?:(?:,?{GAP}(?:of{GAP}|in{GAP})?|,)(?P<year>{YEAR})|,?{GAP}?['’](?P<short>\d\d)\b)"
_ZONE = r"(?:GMT|UTC|Z|BST|WEST|CEST|CET|EEST|EET|MSK|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|IST|JST|AE[SD]T|HKT|SGT)\b"
_CLOCK = (
    rf"(?:,?{GAP}(?:at{GAP})?(?P<clock>\d{{1,2}}(?::\d\d(?::\d\d)?(?:{GAP}?[ap]\.?m\b\.?)?|(?:\.\d\d)?{GAP}?[ap]m\b)"
    rf"(?:{GAP}{_ZONE}|{GAP}?[+-]\d\d:?\d\d)?))"
)
_DAY_MONTH = rf"{_DAYS}{GAP}(?:day{GAP})?(?:of{GAP})?(?P<month>{MONTH})(?:{_YEAR})?"
_DASHED = rf"(?P<day>{DAY})-(?P<month>{MONTH})(?:-(?P<year>(?:\d\d){{1,2}})\b)?"
_MONTH_DAY = rf"(?P<month>{MONTH}){GAP}(?:the{GAP})?{_DAYS}(?![\d%]|[.:]\d|,\d(?!\d{{3}}(?!\d)))(?:{_YEAR})?"
_NO_LETTER = rf"(?<![\w{SIGNS}#&@=.,:/])(?<!\d[-–])"

# What a number after a month's name counts ("in March 20 people died") leaves the month alone.
_COUNTED = re.compile(rf"{GAP}?(?:%|per{GAP}?cent|pc\b|bps|million|billion|trillion|thousand|m\b|bn\b|points|people)")
_NOUN = re.compile(rf"{GAP}(?!(?:in|at|when|after|before|the|and|with|by|as|but|to|on|which|while)\b)[a-z]")
_IN = re.compile(rf"\b[Ii]n{GAP}$")
_CUE = re.compile(
    rf"(?:\b(?:in|by|since|until|till|from|during|to|of|before|after|between|for|around|through|and|or|mid|early|late|"
    rf"end|ended|ending|previous|following|through|throughout|as|than|last|next|this)(?:{GAP}|-)|[(–-])$",
    re.IGNORECASE,
)
_NAMES = re.compile(rf"{GAP}(?:Revolution|War|Group|Manifesto|Surprise)\b|['’]s\b")
_SURNAME = re.compile(rf"{GAP}[A-Z][a-z]")
_WITHIN = re.compile(rf"\b(?:in|since|until|during|early|mid|late)(?:{GAP}|-)$", re.I)
_ARTICLE = re.compile(rf"\b(?:the|a|an|its|their|his|her|our)(?:{GAP}[a-z]+)?{GAP}$", re.I)
# "The March figures", but "a march on Washington" by any other spelling.
_DESCRIBES = re.compile(rf"{GAP}(?!(?:for|of|on|to|through|in|against|from|by|and)\b)[a-z]")
_LIST_ENDS = re.compile(rf",?{GAP}(?:and|or)\b|,{GAP}{MONTH}\b")
_HABIT = re.compile(rf"\b(?:each|every|most){GAP}$", re.IGNORECASE)
_ALSO_WORDS = ("may", "march", "april", "june", "august")

_ITEM = rf"(?:{DAY}(?:{NTH})?{GAP}(?:of{GAP})?)?(?P<last_month>{MONTH})(?:{GAP}{DAY}(?:{NTH})?(?!\d))?"
_SHARED_YEAR = re.compile(
    rf"(?:{GAP}?(?:,|{DASH}|to|and|or|until|till|through){GAP}?(?:the{GAP}end{GAP}of{GAP}|early{GAP}|late{GAP}|mid-)?"
    rf"{_ITEM}){{1,3}}?,?{GAP}(?:of{GAP})?(?P<year>{YEAR})"
)
_FROM_YEAR = re.compile(rf"{GAP}?(?:{DASH}|to|until|till|through|and){GAP}?(?:the{GAP})?$")


def read_day(scene: Scene, match: re.Match[str]) -> Reading | None:
    """A day, or a run of days of one month, with or without its year, as `BY_DAY` and `BY_MONTH` match it."""
    word, found = match["month"], dict.fromkeys(("last", "joint", "year", "short")) | match.groupdict()
    if word[0].islower() and word.lower() in ("may", "march", "mar") and not (found["year"] or found["short"]):
        return None
    end = match.end()
    year = _stated_year(scene, found["year"], found["short"])
    if year is None:
        year = _shared_year(scene, match.start(), end, month_of(word))
        if year is None and _is_count(scene, match):
            return None
    clock = _AT.match(scene.text, end) if found["last"] is None else None
    told = _IN_YEAR.match(scene.text, end) if year is None else None
    known = relative_year(scene, told["which"], match.start()) if told else None
    if told and known:
        value = _days_value(scene, Span(match.start(), end), found, known[0])
        if value is None:
            return None
        return Reading(span=Span(match.start(), told.end()), value=replace(value, anchor=known[1]), rule="day")
    value = _days_value(scene, Span(match.start(), end), found, year)
    if value is None:
        return _first_day(scene, match, found, year)
    if clock and value.date:
        value, end = replace(value, date=clocked(value.date, clock["clock"])), clock.end()
    return Reading(span=Span(match.start(), end), value=value, rule="day")


def _first_day(scene: Scene, match: re.Match[str], found: dict[str, str | None], year: int | None) -> Reading | None:
    """ "June 3" of "June 3 and 9", whose days are no run."""
    if match.start("month") > match.start("day") or found["joint"] != "and":
        return None
    span = Span(match.start(), match.end("day"))
    value = _days_value(scene, span, found | {"last": None}, year)
    return Reading(span=span, value=value, rule="day") if value else None


_AT = re.compile(_CLOCK)
_IN_YEAR = re.compile(rf"{GAP}(?:of{GAP}|in{GAP})?(?P<which>{RELATIVE_YEAR})\b")


def _days_value(scene: Scene, span: Span, found: dict[str, str | None], year: int | None) -> Value | None:
    month, first = month_of(found["month"] or ""), int(found["day"] or 0)
    last = int(found["last"]) if found["last"] else None
    if last is not None and (last <= first or (found["joint"] == "and" and last != first + 1)):
        return None

    def make(year: int) -> str | None:
        start, end = day_of(year, month, first), day_of(year, month, last) if last else None
        return f"{start}/{end}" if start and end else start if not last else None

    if make(2024) is None:
        return None
    if year is not None:
        date = make(year)
        return Value(date=date) if date else None
    return by_tense(scene, span, make)


def _nth_day(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "The Fourth of July"."""
    if match["month"][0].islower():
        return None
    found = {"day": str(ordinal_of(match["nth"])), "month": match["month"], "last": None, "joint": None}
    year = _stated_year(scene, match["year"], match["short"])
    span = Span(*match.span())
    value = _days_value(scene, span, found, year)
    return Reading(span=span, value=value, rule="day") if value else None


def _is_count(scene: Scene, match: re.Match[str]) -> bool:
    if match.start("month") > match.start("day"):
        return False
    if _COUNTED.match(scene.text, match.end()):
        return True
    return bool(_IN.search(scene.before(match.start(), 5)) and _NOUN.match(scene.text, match.end()))


def _stated_year(scene: Scene, full: str | None, short: str | None) -> int | None:
    if full and len(full) == 4:
        return int(full)
    two = short or full
    return full_year(int(two), scene.year()) if two else None


def _shared_year(scene: Scene, start: int, end: int, month: int) -> int | None:
    """The year of the date that this one is joined to: "1 January to 31 March 2025", "3 May 2024 until 5 June"."""
    if shared := _SHARED_YEAR.match(scene.text, end):
        return int(shared["year"]) - (month > month_of(shared["last_month"]))
    said = scene.said[-1] if scene.said else None
    if said and said.value.date and said.value.anchor is None and 0 <= start - said.span.end < 20:
        stretch = days(said.value.date)
        if stretch and len(said.value.date) > 4 and _FROM_YEAR.fullmatch(scene.text[said.span.end : start]):
            return stretch[1].year + (month < stretch[1].month)
    return None


def _month(scene: Scene, match: re.Match[str]) -> Reading | None:
    month = month_of(match["month"])
    year = _stated_year(scene, match["year"] or match["slashed"], match["short"])
    if year is None:
        return None
    if match["month"] in ("may", "march", "mar") and not match["year"]:
        return None
    return Reading(span=Span(*match.span()), value=Value(date=months(year, month, 1)), rule="month and year")


def _bare_month(scene: Scene, match: re.Match[str]) -> Reading | None:
    word = match["month"]
    cued = _CUE.search(scene.before(match.start(), 12))
    if _HABIT.search(scene.before(match.start(), 8)):
        return None
    if word[0].islower() and (word in _ALSO_WORDS or not cued):
        return None
    if (len(word.rstrip(".")) < 5 and word not in ("May", "June", "July")) and not cued:
        return None
    if _NAMES.match(scene.text, match.end()) and word.lower() in (*_ALSO_WORDS, "october", "november"):
        return None
    if word.lower() in _ALSO_WORDS and not _surely_month(scene, match, bool(cued)):
        return None
    span, month = Span(*match.span()), month_of(word)
    told = _IN_YEAR.match(scene.text, span.end)
    if told and (known := relative_year(scene, told["which"], span.start)):
        value = Value(date=months(known[0], month, 1), anchor=known[1])
        return Reading(span=Span(span.start, told.end()), value=value, rule="month")
    year = _shared_year(scene, span.start, span.end, month)
    if year is not None:
        return Reading(span=span, value=Value(date=months(year, month, 1)), rule="month")
    return Reading(span=span, value=by_tense(scene, span, lambda year: months(year, month, 1)), rule="month")


def _month_quarter(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "The March quarter": the one that ends in that month."""
    month = month_of(match["month"])
    if month % 3:
        return None
    span = Span(*match.span())
    if match["year"]:
        return Reading(span=span, value=Value(date=f"{match['year']}-Q{month // 3}"), rule="quarter")
    return Reading(span=span, value=by_tense(scene, span, lambda year: f"{year:04}-Q{month // 3}"), rule="quarter")


def _surely_month(scene: Scene, match: re.Match[str], cued: bool) -> bool:
    """Whether "May", "March" or "April" is the month: after a preposition of time, in a list, or "the April data"."""
    before = scene.before(match.start(), 12)
    if _SURNAME.match(scene.text, match.end()):
        return bool(_WITHIN.search(before))
    if scene.said and scene.text[scene.said[-1].span.end : match.start()] == ", ":
        return scene.said[-1].rule == "month" and _LIST_ENDS.match(scene.text, match.end()) is not None
    return cued or bool(_ARTICLE.search(before) and _DESCRIBES.match(scene.text, match.end()))


def _month_span(scene: Scene, match: re.Match[str]) -> Reading | None:
    until = match["to"] or match["until"]
    if match["month"][0].islower() or until[0].islower():
        return None
    first, last = month_of(match["month"]), month_of(until)
    count = (last - first) % 12 + 1
    span = Span(*match.span())
    if match["year"]:
        year = int(match["year"]) - (last < first)
        return Reading(span=span, value=Value(date=months(year, first, count)), rule="run of months")
    value = by_tense(scene, span, lambda year: months(year, first, count))
    return Reading(span=span, value=value, rule="run of months")


BY_DAY = re.compile(_DAY_MONTH)
BY_MONTH = re.compile(_MONTH_DAY)


def _rule(name: str, pattern: str, read: Callable[[Scene, re.Match[str]], Reading | None]) -> Rule:
    return Rule(name=name, pattern=re.compile(pattern), read=read)


FROM_DIGITS = (_rule("day", _NO_LETTER + _DAY_MONTH, read_day), _rule("day", _NO_LETTER + _DASHED, read_day))
FROM_ORDINALS = (
    _rule(
        "day",
        rf"(?<!\w)(?P<nth>(?i:{'|'.join(_NTH_WORDS)})){GAP}(?:day{GAP})?of{GAP}(?P<month>{MONTH})(?:{_YEAR})?",
        _nth_day,
    ),
)
FROM_MONTHS = (
    _rule("day", rf"(?<!\w){_MONTH_DAY}", read_day),
    _rule(
        "month and year",
        rf"(?<!\w)(?P<month>{MONTH})(?:,?{GAP}(?:of{GAP}|in{GAP})?(?P<year>{YEAR})|[-/](?P<slashed>(?:\d\d){{1,2}})\b"
        rf"|{GAP}?['’](?P<short>\d\d)\b)",
        _month,
    ),
    _rule(
        "run of months",
        rf"(?<!\w)(?P<month>{MONTH}){GAP}?(?:(?:{DASH}|to){GAP}?(?P<to>{MONTH}){GAP}(?:quarter|period|half)\b"
        rf"|{DASH}(?P<until>{MONTH})(?!{GAP}?\d{{1,2}}(?!\d)))(?:{GAP}(?:of{GAP}|in{GAP})?(?P<year>{YEAR}))?",
        _month_span,
    ),
    _rule(
        "quarter",
        rf"(?<!\w)(?P<month>{MONTH})(?:{GAP}|-)quarter\b(?:{GAP}(?:of{GAP}|in{GAP})?(?P<year>{YEAR}))?",
        _month_quarter,
    ),
    _rule("month", rf"(?<!\w)(?P<month>{MONTH})(?!\w)(?!-[a-z])", _bare_month),
)
