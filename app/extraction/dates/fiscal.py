"""Fiscal years: "2025/26", "FY2022/23", "fiscal 2026", "the 2025-26 financial year", and their quarters."""

import re
from dataclasses import replace

from app.domain.claim import Confidence
from app.domain.currency_signs import SIGNS
from app.domain.span import Span
from app.extraction.dates.anchoring import from_publication
from app.extraction.dates.calendar_names import DASH, FULL_MONTH, GAP, MONTHS, ORDINAL, full_year, ordinal_of
from app.extraction.dates.calendar_steps import months
from app.extraction.dates.fiscal_starts import (
    OF_AMERICA,
    OF_STATES,
    first_month,
    first_month_now,
    has_only_dollars,
    home_of,
    tells_of_states,
)
from app.extraction.dates.reading import Reader, Reading, Rule, Scene, Value

# Before the war budgets were seldom named so, and "1915-16" is a siege.
_BUDGETS = 1946
_SAID = 24
"""Of the dates read before, those that may tell how the text writes its fiscal years."""
_BOUND = re.compile(
    rf",?{GAP}(?:(?:which|that){GAP})?(?:(?P<ends>end(?:s|ed|ing)?)|begins?|began|beginning|start(?:s|ed|ing)?){GAP}(?:on{GAP})?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?{GAP})?(?P<month>{FULL_MONTH})\b"
)
_MONTHS_TOLD = re.compile(rf"{GAP}\((?P<month>{FULL_MONTH})(?:{GAP}to{GAP}|{GAP}?{DASH}{GAP}?)(?:{FULL_MONTH})\)")
"""The months of a year of two numbers: "the crop year 2018-19 (July-June)"."""
_SUM_BEFORE = re.compile(rf"[{SIGNS}]\d[\d.,]*(?:{GAP}?[a-z]{{1,8}})?{GAP}(?:in|for|by){GAP}$")
_REPORT_AFTER = re.compile(
    rf"{GAP}(?:annual{GAP})?(?:(?i:budgets?)|reports?|accounts|settlement|financial{GAP}statements?)\b"
)
SEASONAL_YEAR = "seasonal year"
"""The rule by which "the 2024/25 season" and "the school year 2024-25" are one year of two numbers."""
_SEASON = re.compile(rf"\b(?:winter|season|series|campaign|school year|academic year)(?:{GAP}of)?{GAP}$", re.I)
_SEASON_AFTER = re.compile(
    rf"{GAP}(?:[a-z]{{1,20}}{GAP})?(?:season|campaign|school|academic|session|term|winter|league|cup|crisis|crash|war|pandemic|recession|outbreak|"
    rf"drought)\b",
    re.I,
)
# "It rained in 23/24 wards", but "the plan for 23/24 shows", "in 23/24 prices".
_NO_BUDGET_AFTER = re.compile(
    rf"{_SEASON_AFTER.pattern}|{GAP}(?!(?:budgets|prices|terms|plans|accounts|figures|results|costs|levels|rates|is|was"
    r"|has|does|as|its|this|less|plus|across|versus|falls|rises|includes|shows|says|remains|totals|stands|means|needs)\b)"
    r"(?:[a-z][a-z-]+s|people|children|men|women)\b",
    re.I,
)


def fiscal_year(year: int, first: int) -> str:
    """EDTF of the fiscal year that ends in `year`."""
    return str(year) if first == 1 else months(year - 1, first, 12)


def fiscal_quarter(year: int, first: int, quarter: int) -> str:
    """EDTF of a quarter of the fiscal year that ends in `year`."""
    return months(year - (first != 1), first + 3 * (quarter - 1), 3)


def _pair(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "2025/26": two years that follow each other are one fiscal year, unless a season or the story says otherwise."""
    first, last = int(match["first"]), match["last"]
    if (first + 1) % 10 ** len(last) != int(last):
        return None
    span = Span(*match.span())
    named = match["named"]
    named = named or _REPORT_AFTER.match(scene.text, span.end) or _SUM_BEFORE.search(scene.before(span.start))
    seasonal = _SEASON_AFTER.match(scene.text, span.end) or _SEASON.search(scene.before(span.start, 20))
    story = match["sign"] != "/" and (scene.narrative or first < _BUDGETS)
    if seasonal or (story and not named):
        rule = SEASONAL_YEAR if seasonal else "run of years"
        return Reading(span=span, value=Value(date=f"{first}/{first + 1}"), rule=rule)
    if len(last) == 4 and match["sign"] != "/" and not named:
        return None
    told = _MONTHS_TOLD.match(scene.text, span.end)
    start = MONTHS[told["month"].lower()] if told else first_month(scene, span.start, span.end)
    date = f"{first}/{first + 1}" if start == 1 else fiscal_year(first + 1, start)
    span = Span(span.start, told.end()) if told else span
    return Reading(span=span, value=Value(date=date, fiscal=True), rule="fiscal year")


def _spelt_pair(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "The tax year 2022 to 2023", as Britain's government writes it, and "in 2023 to 2024" in a text that has one."""
    span, year = Span(*match.span()), int(match["first"]) + 1
    named = match.groupdict().get("named") or any(
        one.rule == "fiscal year" and " to " in one.span.of(scene.text) for one in scene.said[-_SAID:]
    )
    if year != int(match["last"]) or not named:
        return None
    date = fiscal_year(year, first_month(scene, span.start, span.end))
    return Reading(span=span, value=Value(date=date, fiscal=True), rule="fiscal year")


def _named(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "FY2026", "fiscal 2026", "FY2022/23", "Q1 FY26", "the first quarter of fiscal 2026"."""
    span, found = Span(*match.span()), match.groupdict()
    written, last = match["year"], found.get("last")
    year = int(written) if len(written) == 4 else full_year(int(written), scene.year())
    if last:
        if len(last) == len(written) and int(last) > year + 1:
            return _run(scene, span, year, int(last))
        if (year + 1) % 10 ** len(last) != int(last):
            return None
        year += 1
    if not 1900 <= year <= 2150:
        return None
    first, doubtful = _begins(scene, span, paired=last is not None)
    quarter = found.get("q") or found.get("nth")
    date = fiscal_quarter(year, first, ordinal_of(quarter)) if quarter else fiscal_year(year, first)
    if found.get("half"):
        date = months(year - (first != 1), first + 6 * (int(found["half"]) - 1), 6)
    value = Value(date=date, fiscal=True)
    if doubtful:
        value = _unknown_country(year, ordinal_of(quarter) if quarter else None, first)
    return Reading(span=span, value=value, rule="fiscal quarter" if quarter else "fiscal year")


def _short_pair(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "In 24/25": two digits each, which only a year of budgets is where neither could be a month."""
    if (int(match["year"]) + 1) % 100 != int(match["last"]) or _NO_BUDGET_AFTER.match(scene.text, match.end()):
        return None
    return _named(scene, match)


def _begins(scene: Scene, span: Span, *, paired: bool) -> tuple[int, bool]:
    """The month in which the fiscal years of some words begin, and whether that is only likely."""
    if (said := _said(scene, span.end)) is not None:
        return said, False
    first = first_month(scene, span.start, span.end)
    if paired or scene.country or scene.fiscal_start or home_of(scene.text):
        return first, False
    if first == OF_AMERICA:
        return first, tells_of_states(scene.text)
    return (OF_AMERICA if has_only_dollars(scene.text) else first), True


def _run(scene: Scene, span: Span, year: int, last: int) -> Reading:
    """Several fiscal years: "fiscal 2025-2030"."""
    first, _ = _begins(scene, span, paired=False)
    begin, end = fiscal_year(year, first).split("/")[0], fiscal_year(last, first).split("/")[-1]
    return Reading(span=span, value=Value(date=f"{begin}/{end}", fiscal=True), rule="fiscal years")


def _said(scene: Scene, end: int) -> int | None:
    """The month in which a year begins whose last or first day is told behind it: "2024, which ended on June 30"."""
    match = _BOUND.match(scene.text, end)
    if match is None:
        return None
    month = MONTHS[match["month"].lower()]
    return month % 12 + 1 if match["ends"] else month


def _unknown_country(year: int, quarter: int | None, likeliest: int) -> Value:
    firsts = dict.fromkeys((likeliest, 4, OF_AMERICA, OF_STATES, 1))
    dates = tuple(fiscal_quarter(year, first, quarter) if quarter else fiscal_year(year, first) for first in firsts)
    whose = "America's" if likeliest == OF_AMERICA else "Britain's"
    doubt = f"whose fiscal year it is cannot be told; {whose} is taken"
    return Value(date=dates[0], fiscal=True, readings=dates, confidence=Confidence.MEDIUM, doubt=doubt)


_STEPS = dict.fromkeys(("last", "previous", "past", "prior"), -1)
_STEPS |= {"this": 0, "current": 0, "present": 0, "next": 1, "coming": 1}


def _relative(scene: Scene, match: re.Match[str]) -> Reading | None:
    span = Span(*match.span())
    value = from_publication(scene, None)
    if scene.published:
        first = first_month_now(scene, span)
        year = scene.published.year + (first != 1 and scene.published.month >= first)
        value = from_publication(scene, fiscal_year(year + _STEPS[match["step"].lower()], first))
    return Reading(
        span=span,
        value=replace(value, fiscal=True),
        rule="fiscal year",
    )


_PARTS = {"end": "end", "close": "end", "start": "early", "beginning": "early", "middle": "mid"}


def _part(scene: Scene, match: re.Match[str]) -> Reading:
    """ "The end of the financial year": the one in which the text was published."""
    span, value = Span(*match.span()), from_publication(scene, None)
    if scene.published:
        first = first_month_now(scene, span)
        year = scene.published.year + (first != 1 and scene.published.month >= first)
        value = from_publication(scene, fiscal_year(year, first))
    modifier = _PARTS[match["part"].lower()]
    return Reading(span=span, value=replace(value, fiscal=True), rule="part of a fiscal year", modifier=modifier)


_KIND = r"(?i:fiscal|financial|tax|budget)"
_YEAR_WORD = rf"{_KIND}{GAP}year"
_LAST = r"(?:[/–-](?P<last>\d{4}|\d\d))?"
_NUMBER = rf"['’]?(?P<year>20\d\d|19\d\d|\d\d){_LAST}(?![\w%]|[.,]\d|[/–-]\d)"
_FY = rf"(?:FY|FYE){GAP}?{_NUMBER}"
_SPELT = rf"(?:(?i:fiscal)|{_KIND}{GAP}(?i:years?|yr)){GAP}(?P<year>20\d\d|19\d\d){_LAST}(?![\w%]|[.,]\d|[/–-]\d)"

_ENDING = (
    rf"{_YEAR_WORD}{GAP}(?:(?:(?:which|that){GAP})?end(?:s|ed|ing){GAP}(?:in{GAP})?|to{GAP})"
    r"(?P<year>20\d\d|19\d\d)(?![\w%]|[.,]\d|[/–-]\d)"
)


def _rule(name: str, pattern: str, read: Reader) -> Rule:
    return Rule(name=name, pattern=re.compile(pattern), read=read)


_TO = rf"(?P<first>19\d\d|20\d\d){GAP}to{GAP}(?P<last>19\d\d|20\d\d)"
FROM_DIGITS = (
    _rule("fiscal year", rf"(?<![\w{SIGNS}.,/-]){_TO}(?P<named>{GAP}{_YEAR_WORD})\b", _spelt_pair),
    _rule("fiscal year", rf"(?<=[Ii]n ){_TO}(?![\w%/-]|[.,]\d)", _spelt_pair),
    _rule(
        "fiscal year",
        rf"(?<![\w{SIGNS}#&@=.,:/])(?<!\d[-–])(?P<first>1[89]\d\d|20\d\d)(?P<sign>/|{DASH})(?P<last>\d{{4}}|\d\d|(?<=[/–-])\d)"
        rf"(?![\w%]|[./,-]\d)(?P<named>{GAP}{_YEAR_WORD})?",
        _pair,
    ),
    _rule("fiscal year", rf"(?<![\w{SIGNS}.,/-])(?P<year>20\d\d){GAP}{_YEAR_WORD}\b", _named),
    _rule(
        "fiscal year",
        rf"(?i:(?<=\b(?:in|by) )|(?<=\b(?:for|and) )|(?<=\b(?:from|over) )|(?<=\b(?:since|until) )|(?<=\bduring ))"
        rf"(?P<year>1[3-9]|[2-9]\d)/(?P<last>\d\d)(?![\w%/-]|[.,]\d|{GAP}of\b)(?:{GAP}{_YEAR_WORD}\b)?",
        _short_pair,
    ),
    _rule("fiscal quarter", rf"(?<!\w)(?P<q>[1-4])Q{GAP}?{_FY}", _named),
    _rule("fiscal year", rf"(?<!\w)(?P<half>[12])H{GAP}?{_FY}", _named),
)
FROM_WORDS = (
    _rule("fiscal year", rf"(?<!\w)(?P<named>{_YEAR_WORD}{GAP}){_TO}(?![\w%/-]|[.,]\d)", _spelt_pair),
    _rule("fiscal year", rf"(?<!\w){_FY}", _named),
    _rule("fiscal year", rf"(?<!\w){_SPELT}", _named),
    _rule("fiscal year", rf"(?<!\w){_ENDING}", _named),
    _rule(
        "fiscal quarter", rf"(?<!\w){_KIND}{GAP}(?P<nth>(?i:{ORDINAL}))[ -]quarter{GAP}(?:of{GAP})?{_NUMBER}", _named
    ),
    _rule("fiscal quarter", rf"(?<!\w){_KIND}{GAP}Q(?P<q>[1-4]){GAP}(?:of{GAP})?{_NUMBER}", _named),
)
_PAIR = r"(?P<year>20\d\d)[/–-](?P<last>\d\d)(?![\w%/-]|[.,]\d)"
FROM_QUARTERS = (
    _rule("fiscal quarter", rf"(?<!\w)Q(?P<q>[1-4]){GAP}(?:of{GAP})?{_PAIR}", _named),
    _rule("fiscal year", rf"(?<!\w)H(?P<half>[12]){GAP}(?:of{GAP})?(?:FY{GAP}?)?{_PAIR}", _named),
    _rule("fiscal quarter", rf"(?<!\w)Q(?P<q>[1-4]){GAP}?(?:of{GAP})?{_FY}", _named),
    _rule("fiscal year", rf"(?<!\w)H(?P<half>[12]){GAP}?(?:of{GAP})?{_FY}", _named),
    _rule("fiscal quarter", rf"(?<!\w)Q(?P<q>[1-4]){GAP}(?:of{GAP})?(?:the{GAP})?{_SPELT}", _named),
    _rule(
        "fiscal quarter",
        rf"(?<!\w)(?P<nth>(?i:{ORDINAL}|final|last))[ -]quarter{GAP}(?:of{GAP})?(?:the{GAP})?{_SPELT}",
        _named,
    ),
    _rule("fiscal quarter", rf"(?<!\w)(?P<nth>(?i:{ORDINAL}|final|last))[ -]quarter{GAP}(?:of{GAP})?{_FY}", _named),
    _rule(
        "fiscal quarter",
        rf"(?<!\w)(?P<nth>(?i:{ORDINAL}|final|last))[ -]quarter{GAP}of{GAP}(?:the{GAP})?{_PAIR}"
        rf"(?:{GAP}{_YEAR_WORD}\b)?",
        _named,
    ),
)
FROM_PARTS = (
    _rule(
        "part of a fiscal year",
        rf"(?<!\w)(?P<part>(?i:{'|'.join(_PARTS)})){GAP}of{GAP}the{GAP}(?i:fiscal|financial|tax){GAP}year\b(?!{GAP}\d)",
        _part,
    ),
)
FROM_STEPS = (
    _rule(
        "fiscal year", rf"(?<!\w)(?P<step>(?i:{'|'.join(_STEPS)})){GAP}(?i:fiscal|financial|tax){GAP}year\b", _relative
    ),
)
