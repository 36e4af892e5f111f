"""Assumptions and tables as text: the price path as typed, and tables of the form that the shipped ones have."""

import csv
import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from app.domain.errors import UserError
from app.domain.schedule import Band, DiscountTable, PriceIndex, Table

_STEP = re.compile(r"(\d+(?:\.\d+)?)(?:\s*[x×]\s*(\d+))?")
FEWEST_YEARS, MOST_YEARS = 1, 1000
LARGEST_AMOUNT = Decimal("1e18")
_HIGHEST_INFLATION = Decimal(10)
"""A share of one a year: beyond hyperinflation a thousand years outgrow any number."""
_LOWEST_DISCOUNT, _HIGHEST_DISCOUNT = Decimal("-0.9"), Decimal(1)
"""Shares of one a year; a rate above is one in per cent."""
_LOWEST_LEVEL, _HIGHEST_LEVEL = Decimal("1e-9"), Decimal("1e9")
_LAST_YEAR = 9999


def parse_inflation(text: str) -> tuple[Band, ...]:
    """ "1.75x4,2.31": 1.75 % for four yearly steps, then 2.31 %."""
    bands: list[Band] = []
    step = 1
    parts = [part.strip() for part in text.split(",")]
    for position, part in enumerate(parts):
        match = _STEP.fullmatch(part)
        last = position == len(parts) - 1
        if match is None or (match[2] is None and not last):
            raise bad(f"The inflation {text!r} cannot be read.", "Write it as 2.0 or as 1.75x4,2.31.")
        rate = Decimal(match[1]) / 100
        if rate > _HIGHEST_INFLATION:
            raise bad(f"The inflation {part} is too high to be reckoned with.", "Rates are per cent a year.")
        end = None if last or match[2] is None else step + int(match[2]) - 1
        bands.append(Band(from_year=step, to_year=end, rate=rate))
        step = (end or step) + 1
    return tuple(bands)


def inflation_text(bands: Sequence[Band]) -> str:
    """A price path as it is typed: "1.75x4,2.31"."""
    said = []
    for band in bands:
        rate = f"{band.rate * 100:f}"
        rate = rate.rstrip("0").rstrip(".") if "." in rate else rate
        said.append(rate if band.to_year is None else f"{rate}x{band.to_year - band.from_year + 1}")
    return ",".join(said)


def parse_discounts(text: str) -> DiscountTable:
    """A table of discount rates: `# key: value` lines, then `year_from,year_to,rate` with rates as shares of one.

    Its years begin at 0 or 1 and leave none out; after the last row its rate goes on.
    """
    rows = [(_year(first), _year(last), rate) for first, last, rate in _rows(text, ("year_from", "year_to", "rate"))]
    if any(not _LOWEST_DISCOUNT <= rate <= _HIGHEST_DISCOUNT for _, _, rate in rows):
        raise bad("The table has a rate that cannot be reckoned with.", "Rates are shares of one: 0.035 is 3.5 %.")
    follow = all(first == before + 1 for (_, before, _), (first, _, _) in pairwise(rows))
    if rows[0][0] > 1 or not follow or any(last < first for first, last, _ in rows):
        raise bad(
            "The table's years do not follow each other.",
            "The first row begins with year 0 or 1, and each other one with the year after the row above it.",
        )
    return DiscountTable(
        table=_table(text),
        bands=tuple(Band(from_year=first, to_year=last, rate=rate) for first, last, rate in rows),
    )


def parse_price_index(text: str) -> PriceIndex:
    """A price index: `# key: value` lines, then `year,index`, each year once."""
    levels = tuple((_year(year), level) for year, level in _rows(text, ("year", "index")))
    if any(not _LOWEST_LEVEL <= level <= _HIGHEST_LEVEL for _, level in levels):
        raise bad("The table has a price level that cannot be reckoned with.", "Levels are numbers such as 100.")
    if len({year for year, _ in levels}) < len(levels):
        raise bad("The table has two price levels for one year.", "Leave one of them out.")
    return PriceIndex(table=_table(text), levels=levels)


def _rows(text: str, columns: tuple[str, ...]) -> list[tuple[Decimal, ...]]:
    """The table's numbers in the order of `columns`."""
    lines = [line for line in text.lstrip("\ufeff").splitlines() if line.strip() and not line.startswith("#")]
    try:
        rows = list(csv.DictReader(lines, [name.strip() for name in next(csv.reader(lines[:1]), ())]))[1:]
        found = [tuple(Decimal(row[name]) for name in columns) for row in rows]
    except (csv.Error, KeyError, InvalidOperation, TypeError) as error:
        raise bad("The table cannot be read.", f"It needs numbers below the columns {', '.join(columns)}.") from error
    if not found or not all(number.is_finite() for row in found for number in row):
        raise bad("The table has no numbers.", f"It needs some below the columns {', '.join(columns)}.")
    return found


def _year(number: Decimal) -> int:
    if not 0 <= number <= _LAST_YEAR or number != number.to_integral_value():
        raise bad("The table has a year that is none.", f"Years are whole numbers up to {_LAST_YEAR}.")
    return int(number)


def _table(text: str) -> Table:
    said = dict(re.findall(r"^#\s*(\w+):\s*(.+?)\s*$", text, re.MULTILINE))
    return Table(**{name: said.get(name, "not stated") for name in ("name", "version", "source", "licence", "date")})


def bad(what: str, remedy: str) -> UserError:
    """What cannot be read, as a sentence for the person."""
    return UserError(f"{what} Nothing was changed. {remedy}", reason="bad-schedule")
