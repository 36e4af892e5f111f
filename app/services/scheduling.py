"""Dated payments carried out under stated assumptions, and which figures of a topic they reproduce."""

import re
from dataclasses import dataclass
from pathlib import Path

from app.comparison import schedule, schedule_files
from app.comparison.statement import Statement
from app.domain.errors import UserError
from app.domain.schedule import Match, Run, Terms
from app.services import tables
from app.services.comparing import Comparison, Row

MOST_LAG = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """What the analyst assumes, as typed; the rest follows from the payments.

    The price path is this program's own fit to the published totals of the treaty of 2025, not the government
    actuary's. `years` None: up to the last payment. `discount` is the name of a shipped table, or of a file.
    """

    years: int | None = None
    inflation: str = "1.75x4,2.31"
    lag: int = 1
    discount: str = "green-book"
    price_year: str = "2025/26"


CAVEAT = "Holds under these assumptions only; they are not the government actuary's."


def carry_out(path: Path, assumed: Assumptions) -> Run:
    """The run of the payments in a CSV file; UserError says what of the file or the assumptions cannot be read."""
    payments = schedule_files.parse_csv(tables.text_of(path))
    last = max(payment.to_year for payment in payments)
    terms = Terms(
        years=_years(assumed.years, last),
        inflation=schedule_files.parse_inflation(assumed.inflation),
        discount=tables.discounts(assumed.discount),
        lag=_lag(assumed.lag),
        price_year=_price_year(assumed.price_year),
    )
    return schedule.run(payments, terms)


def matches(comparison: Comparison, done: Run) -> list[tuple[Row, Match]]:
    """Every figure of a topic with the readings of the schedule that it can be, in the order of the comparison."""
    return [
        (row, schedule.match(Statement(claim=row.line.record.claim, published=None, text=row.line.sentence), done))
        for row in comparison.rows
    ]


def _years(years: int | None, last: int) -> int:
    if years is None:
        return last
    if not schedule_files.FEWEST_YEARS <= years <= schedule_files.MOST_YEARS:
        raise _bad(
            f"A schedule cannot have {years:,} years",
            f"Give it {schedule_files.FEWEST_YEARS} to {schedule_files.MOST_YEARS:,}.",
        )
    return years


def _lag(lag: int) -> int:
    if not 0 <= lag <= MOST_LAG:
        raise _bad(f"The first year cannot stand {lag:,} steps after the price year", f"Give it 0 to {MOST_LAG}.")
    return lag


def _price_year(typed: str) -> str:
    if not re.fullmatch(r"\d{4}(?:/\d\d)?", typed):
        raise _bad(f"The price year “{typed}” cannot be read", "Write it as 2025 or as 2025/26.")
    return typed


def _bad(what: str, remedy: str) -> UserError:
    return UserError(f"{what}; nothing was done. {remedy}", reason="bad-assumption")
