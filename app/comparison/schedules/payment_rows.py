"""Payments as rows of text: CSV files, and what a spreadsheet puts on the clipboard."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from app.comparison.schedules.assumptions import FEWEST_YEARS, LARGEST_AMOUNT, MOST_YEARS, bad
from app.domain.currency_signs import MEANS, SIGNS
from app.domain.schedule import Payment

COLUMNS = ("from_year", "to_year", "amount", "currency", "index_from_year", "times")
_IN_ONE_CURRENCY = tuple(name for name in COLUMNS if name != "currency")
_NEEDED = 3
"""Columns without which a row is no payment: its years and its amount."""
_OTHER_NAMES = {"indexed_after_year": "index_from_year", "once_or_yearly": "times"}
"""What columns are called where a person enters them."""
_TIMES = ("yearly", "once")
_AMOUNT = re.compile(
    rf"([+−-]?)([{SIGNS}]?)(\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e\d{{1,3}})?)(k|m|bn|tn)?", re.IGNORECASE
)
_SCALES = {"k": Decimal("1e3"), "m": Decimal("1e6"), "bn": Decimal("1e9"), "tn": Decimal("1e12")}
_SHARED = "$¥"
"""Signs of other currencies too, if their code is named."""
_CURRENCY = re.compile(r"[A-Z]{3}")
_YEAR = re.compile(r"\d{1,4}")


def parse_payments(text: str, currency: str = "") -> tuple[Payment, ...]:
    """Payments from rows between commas, semicolons or tabs; UserError names the line that cannot be read.

    With the names of `COLUMNS` in the first row the columns may stand in any order; without, they stand in that order,
    the currency may be left out, and so may those after the amount. `times` is yearly or once; an empty
    `index_from_year` is a payment that is never indexed. Amounts may be written £165m. `currency` is that of rows that
    name none.
    """
    rows = _rows(text)
    names: Sequence[str] = COLUMNS
    if rows and _is_heading(rows[0][1]):
        names = _names(rows[0][1])
        rows = rows[1:]
    elif any(len(cells) == len(_IN_ONE_CURRENCY) and cells[-1].strip().lower() in _TIMES for _, cells in rows):
        names = _IN_ONE_CURRENCY
    payments = tuple(_payment(dict(zip(names, cells, strict=False)), line, currency) for line, cells in rows)
    return checked(payments)


def typed(rows: Sequence[Sequence[str]], currency: str) -> tuple[Payment, ...]:
    """Payments from the cells of a table in one currency; UserError names the row, counted from 1, empty ones too."""
    written = [(at, cells) for at, cells in enumerate(rows, start=1) if any(cell.strip() for cell in cells)]
    named = [(at, dict(zip(_IN_ONE_CURRENCY, cells, strict=True))) for at, cells in written]
    return checked([_payment(cells | {"currency": currency}, at) for at, cells in named])


def checked(payments: Sequence[Payment]) -> tuple[Payment, ...]:
    """Payments that make a schedule; UserError for none, two currencies, and years or amounts that cannot be."""
    if not payments:
        raise bad("The schedule has no payments.", "Add at least one row.")
    if len({payment.currency for payment in payments}) > 1:
        raise bad("The schedule has payments in more than one currency.", "Convert them to one and try again.")
    for line, payment in enumerate(payments, start=1):
        _check(payment, f"Payment {line}")
    return tuple(payments)


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """The rows that hold something, with the numbers of their lines."""
    bare = text.lstrip("\ufeff")
    first = next((line for line in bare.splitlines() if line.strip()), "")
    between = next((sign for sign in "\t;" if sign in first), ",")
    try:
        reader = csv.reader(io.StringIO(bare, newline=""), delimiter=between)
        return [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise bad("The schedule is no CSV.", f"It needs the columns {', '.join(COLUMNS)}.") from error


def _names(heading: Sequence[str]) -> list[str]:
    """What the columns under a heading are; one that is not known could say what nobody may leave out."""
    written = ["_".join(cell.lower().split()) for cell in heading]
    names = [_OTHER_NAMES.get(name, name) for name in written]
    missing = [name for name in COLUMNS[:_NEEDED] if name not in names]
    if missing:
        raise bad(f"The schedule has no column {', '.join(missing)}.", f"It needs {', '.join(COLUMNS)}.")
    odd = [name for name, count in Counter(filter(None, names)).items() if count > 1 or name not in COLUMNS]
    if odd:
        raise bad(
            f"The schedule has a column {', '.join(odd)} that is not known or stands there twice.",
            f"Leave it out; the columns are {', '.join(COLUMNS)}.",
        )
    return names


def _is_heading(cells: Sequence[str]) -> bool:
    return bool(cells[0].strip()) and not any(character.isdigit() for character in cells[0])


def _payment(row: dict[str, str], line: int, currency: str = "") -> Payment:
    cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
    first, last = cells["from_year"], cells["to_year"] or cells["from_year"]
    written = _AMOUNT.fullmatch("".join(cells["amount"].split()))
    years = [year for year in (first, last, cells["index_from_year"]) if year]
    if written is None or not first or not all(_YEAR.fullmatch(year) for year in years):
        raise bad(
            f"Line {line} of the schedule cannot be read.",
            "Years and amounts are plain numbers: 4, 28, 45000000 or £45m.",
        )
    times = cells["times"].lower() or "yearly"
    minus, sign, digits, scale = written.groups()
    unit = cells["currency"].upper() or (MEANS.get(sign, "") if sign else currency)
    if times not in _TIMES or not _CURRENCY.fullmatch(unit):
        raise bad(
            f"Line {line} of the schedule cannot be read.", "`times` is yearly or once, `currency` a code such as GBP."
        )
    if sign in MEANS and MEANS[sign] != unit and (sign not in _SHARED or unit in MEANS.values()):
        raise bad(f"Line {line} of the schedule is in {unit}, but its amount is in {sign}.", "Name one currency.")
    size = Decimal(digits.replace(",", "")) * _SCALES.get((scale or "").lower(), Decimal(1))
    payment = Payment(
        from_year=int(first),
        to_year=int(last),
        amount=-size if minus in ("-", "−") else size,
        currency=unit,
        index_from_year=int(cells["index_from_year"]) if cells["index_from_year"] else None,
        once=times == "once",
    )
    _check(payment, f"Line {line} of the schedule")
    return payment


def _check(payment: Payment, where: str) -> None:
    if not FEWEST_YEARS <= payment.from_year <= payment.to_year <= MOST_YEARS:
        raise bad(
            f"{where} has years that do not follow each other.",
            f"Years run from {FEWEST_YEARS} to {MOST_YEARS}, the first before the last.",
        )
    if payment.index_from_year is not None and not FEWEST_YEARS <= payment.index_from_year <= MOST_YEARS:
        raise bad(f"{where} is indexed from a year that is none.", f"Years run from {FEWEST_YEARS} to {MOST_YEARS}.")
    if not payment.amount.is_finite() or abs(payment.amount) > LARGEST_AMOUNT:
        raise bad(f"{where} has an amount that nobody pays.", "Amounts are whole currency units.")
