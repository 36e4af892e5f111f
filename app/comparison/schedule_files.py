"""Schedules and tables as text: the analyst's CSV, the assumptions as typed, and the tables of the resources folder."""

import csv
import io
import re
from decimal import Decimal, InvalidOperation

from app.domain.errors import UserError
from app.domain.schedule import Band, DiscountTable, Payment, PriceIndex, Table

COLUMNS = ("from_year", "to_year", "amount", "currency", "index_from_year", "times")
_STEP = re.compile(r"(\d+(?:\.\d+)?)(?:\s*[x×]\s*(\d+))?")
FEWEST_YEARS, MOST_YEARS = 1, 1000
_LARGEST_AMOUNT = Decimal("1e18")
_LOWEST_RATE, _HIGHEST_RATE = Decimal("-0.9"), Decimal(10)
"""Shares of one a year: at a loss of everything, or beyond hyperinflation, a thousand years outgrow any number."""


def parse_csv(text: str) -> tuple[Payment, ...]:
    """Payments from CSV with the columns of `COLUMNS`; UserError names the line that cannot be read.

    `times` is yearly or once; an empty `index_from_year` is a payment that is never indexed.
    """
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""))
    try:
        missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
        if missing:
            raise _bad(f"The schedule has no column {', '.join(missing)}.", f"It needs {', '.join(COLUMNS)}.")
        payments = tuple(_payment(row, line) for line, row in enumerate(reader, start=2) if any(row.values()))
    except csv.Error as error:
        raise _bad("The schedule is no CSV.", f"It needs the columns {', '.join(COLUMNS)}.") from error
    if not payments:
        raise _bad("The schedule has no payments.", "Add at least one row below the column names.")
    if len({payment.currency for payment in payments}) > 1:
        raise _bad("The schedule has payments in more than one currency.", "Convert them to one and try again.")
    return payments


def parse_inflation(text: str) -> tuple[Band, ...]:
    """ "1.75x4,2.31": 1.75 % for four yearly steps, then 2.31 %."""
    bands: list[Band] = []
    step = 1
    parts = [part.strip() for part in text.split(",")]
    for position, part in enumerate(parts):
        match = _STEP.fullmatch(part)
        last = position == len(parts) - 1
        if match is None or (match[2] is None and not last):
            raise _bad(f"The inflation {text!r} cannot be read.", "Write it as 2.0 or as 1.75x4,2.31.")
        rate = Decimal(match[1]) / 100
        if rate > _HIGHEST_RATE:
            raise _bad(f"The inflation {part} is too high to be reckoned with.", "Rates are per cent a year.")
        end = None if last or match[2] is None else step + int(match[2]) - 1
        bands.append(Band(from_year=step, to_year=end, rate=rate))
        step = (end or step) + 1
    return tuple(bands)


def parse_discounts(text: str) -> DiscountTable:
    """A table of discount rates: `# key: value` lines, then `year_from,year_to,rate` with rates as shares of one."""
    bands = tuple(
        Band(from_year=int(first), to_year=int(last), rate=rate)
        for first, last, rate in _rows(text, ("year_from", "year_to", "rate"))
    )
    if any(not _LOWEST_RATE <= band.rate <= _HIGHEST_RATE for band in bands):
        raise _bad("The table has a rate that cannot be reckoned with.", "Rates are shares of one: 0.035 is 3.5 %.")
    return DiscountTable(table=_table(text), bands=bands)


def parse_price_index(text: str) -> PriceIndex:
    """A price index: `# key: value` lines, then `year,index`."""
    levels = tuple((int(year), level) for year, level in _rows(text, ("year", "index")))
    if any(level <= 0 for _, level in levels):
        raise _bad("The table has a price level of nothing.", "Levels are above zero.")
    return PriceIndex(table=_table(text), levels=levels)


def _rows(text: str, columns: tuple[str, ...]) -> list[tuple[Decimal, ...]]:
    """The table's numbers in the order of `columns`."""
    lines = [line for line in text.lstrip("\ufeff").splitlines() if line.strip() and not line.startswith("#")]
    try:
        rows = list(csv.DictReader(lines))
        found = [tuple(Decimal(row[name]) for name in columns) for row in rows]
    except (csv.Error, KeyError, InvalidOperation, TypeError) as error:
        raise _bad("The table cannot be read.", f"It needs numbers below the columns {', '.join(columns)}.") from error
    if not found or not all(number.is_finite() for row in found for number in row):
        raise _bad("The table has no numbers.", f"It needs some below the columns {', '.join(columns)}.")
    return found


def _table(text: str) -> Table:
    said = dict(re.findall(r"^#\s*(\w+):\s*(.+?)\s*$", text, re.MULTILINE))
    return Table(**{name: said.get(name, "not stated") for name in ("name", "version", "source", "licence", "date")})


def _payment(row: dict[str, str], line: int) -> Payment:
    try:
        first, last = int(row["from_year"]), int(row["to_year"])
        amount = Decimal(row["amount"].replace(",", ""))
        index = int(row["index_from_year"]) if row["index_from_year"].strip() else None
        times = row["times"].strip().lower()
        currency = row["currency"].strip().upper()
    except (ValueError, InvalidOperation, AttributeError, TypeError) as error:
        raise _bad(f"Line {line} of the schedule cannot be read.", "Years and amounts are plain numbers.") from error
    if not FEWEST_YEARS <= first <= last <= MOST_YEARS:
        raise _bad(
            f"Line {line} of the schedule has years that do not follow each other.",
            f"Years run from {FEWEST_YEARS} to {MOST_YEARS}, the first before the last.",
        )
    if not amount.is_finite() or abs(amount) > _LARGEST_AMOUNT:
        raise _bad(f"Line {line} of the schedule has an amount that nobody pays.", "Amounts are whole currency units.")
    if times not in ("yearly", "once") or not re.fullmatch(r"[A-Z]{3}", currency):
        raise _bad(
            f"Line {line} of the schedule cannot be read.", "`times` is yearly or once, `currency` a code such as GBP."
        )
    return Payment(
        from_year=first, to_year=last, amount=amount, currency=currency, index_from_year=index, once=times == "once"
    )


def _bad(what: str, remedy: str) -> UserError:
    return UserError(f"{what} Nothing was changed. {remedy}", reason="bad-schedule")
