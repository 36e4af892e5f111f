"""In which prices a sum is stated: cash, real (at a price year) or a present value."""

import datetime
import re
from collections.abc import Iterator

from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import MONEY, NUMBERS, Cue, Hit, Side, Table, look
from app.extraction.word_sets import one_of

_HELD = (
    "found|finds|seized|stole|stolen|hid|hidden|hoard|held|holds|holding|paid|handed|carrying"
    "|withdrew|withdrawn|reserves|bribe|bribes|bags?"
)

TABLE = Table(
    Cue(
        "npv",
        r"(?:in |on an? |at |as an? |has an? |a )?(?:net[ -])?present[ -]value(?: terms| basis)?|\bnpv\b",
        "present npv",
        MONEY,
    ),
    Cue(
        "npv",
        r"(?:when |once |if )?discounted(?! (?:ticket|price|rate|fare|stock|sale|shop)s?\b)",
        "discounted",
        MONEY,
        within=60,
        rank=1,
    ),
    Cue("npv", r"(?:after|with|by) discounting", "discounting", MONEY),
    Cue(
        "real",
        r"(?:when |once |if |after )?adjust(?:ed|ing) for (?:inflation|rising prices)|inflation["
        r" -]adjusted|(?:after|allowing for|net of|accounting for|taking account of|stripping out)"
        r" inflation\b|once inflation is (?:taken|stripped|factored|allowed)\w*",
        "inflation prices",
        NUMBERS,
        rank=1,
    ),
    Cue(
        "real",
        r"in real[ -]terms|real[ -]terms|in constant (?:prices|dollars|pounds|euros|rupees)|in real"
        r" money|\breal (?=cut|increase|growth|rise|fall|value)",
        "real constant",
        NUMBERS,
        rank=1,
    ),
    Cue(
        "cash",
        r"in cash[ -]terms|cash[ -]terms|cash (?:total|sum|figure|payments?|bill|cost|value)",
        "cash",
        MONEY,
        rank=2,
    ),
    Cue(
        "nominal",
        r"(?:in )?nominal(?:ly)?(?: terms)?\b|undiscounted|without discounting|not discounted|in"
        r" (?:money of the day|out-?turn prices)",
        "nominal nominally undiscounted discounting discounted money outturn turn",
        MONEY,
        rank=1,
    ),
)

_YEAR = r"(?P<first>(?:19|20)\d\d)(?:\s?[-/–]\s?(?P<last>\d{4}|\d\d))?"
_OF_YEAR = re.compile(
    rf"\b(?:(?:in|at|using|on)\s+)?(?:constant |fixed |chained )?{_YEAR}(?:'s)?\s+(?:constant )?"
    r"(?:prices?|(?P<money>money)|terms|dollars|pounds|sterling|euros|rupees|us dollars|values?)\b"
)
_OF_TODAY = re.compile(
    r"\b(?:(?:in|at)\s+)?(?:today's|this year's|present-day|current|current-day|now's)\s+"
    r"(?:prices?|money|terms|dollars|pounds|euros|rupees|values?)\b"
    r"|\b(?:in|at)\s+(?:today's|present-day|current)\s+costs\b"
)
_OF_WARES = re.compile(r"\s(?:for|of)\s")
"""What follows the prices of something that is sold: "at today's prices for wheat"."""
_PRICED = one_of("price prices money terms dollars pounds sterling euros rupees value values costs")
_IN_CASH = re.compile(r"\bin cash\b(?! (?:flow|and|or|reserve|handout))")
_PAID_IN_NOTES = re.compile(rf"\b(?:{_HELD})\b")
_JULY_STARTS = frozenset({"AU", "NZ", "PK", "BD", "EG", "KE"})
_CALENDAR = frozenset({"US", "CN", "DE", "FR", "IT", "ES", "NL", "BE", "AT", "IE", "CH", "BR", "RU", "PL"})


def hits(clause: Clause) -> Iterator[Hit]:
    """Every cue of the price basis. "Today's" prices are those of the financial year of the publication date."""
    yield from look(clause, "price", TABLE)
    if not _PRICED.isdisjoint(clause.words):
        yield from _of_a_year(clause)
    if "cash" in clause.words and not _PAID_IN_NOTES.search(clause.low):
        for match in _IN_CASH.finditer(clause.low):
            span = Span(match.start(), match.end()).shifted(clause.span.start)
            yield Hit(name="price", value="cash", span=span, fits=MONEY, side=Side.AFTER, within=30, rank=2)


def _of_a_year(clause: Clause) -> Iterator[Hit]:
    for match in _OF_YEAR.finditer(clause.low):
        if match["money"] and clause.before(match.start() + clause.span.start, 4) == "the ":
            continue  # "the 2022 money never came": what was paid then
        yield _hit(clause, match, f"real:{_price_year(match['first'], match['last'])}")
    for match in _OF_TODAY.finditer(clause.low):
        if _OF_WARES.match(clause.low, match.end()) and not clause.starts_figure(
            clause.span.start + match.end() + 1, 24
        ):
            continue
        published = clause.passage.published
        year = financial_year(published, clause.passage.country) if published else None
        yield _hit(clause, match, f"real:{year}" if year else "real")


def financial_year(day: datetime.date, country: str | None) -> str:
    """The financial year that a day lies in, as "2025/26", or the year alone where it is the calendar's.

    The year begins in April unless the country says otherwise, as in Britain, India and Japan.
    """
    if country in _CALENDAR:
        return str(day.year)
    first = day.year if day.month >= (7 if country in _JULY_STARTS else 4) else day.year - 1
    return f"{first}/{(first + 1) % 100:02}"


def _price_year(first: str, last: str | None) -> str:
    return f"{first}/{last[-2:]}" if last else first


def _hit(clause: Clause, match: re.Match[str], value: str) -> Hit:
    span = Span(match.start(), match.end()).shifted(clause.span.start)
    side = Side.CLOSES if clause.before(span.start, 1) == "(" else Side.EITHER
    return Hit(name="price", value=value, span=span, fits=NUMBERS, side=side)
