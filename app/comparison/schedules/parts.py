"""A part of a schedule that a figure states with its years: one payment, or all that is paid in a single year."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.comparison.pair import side
from app.comparison.schedules import schedule
from app.comparison.statement import Statement
from app.comparison.words.facts import Years
from app.domain.schedule import MatchState, Payment, Reading, ReadingKind, Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some years of a schedule: what is stated to be paid in each, and what that comes to a year on average.

    `cash` is with every rise by the price index, `real` is in the prices of the schedule's price year.
    """

    first: int
    last: int
    paid: Decimal
    cash: Decimal
    real: Decimal
    once: bool = False

    @property
    def years(self) -> str:
        """ "years 1–3", "year 2"."""
        return f"year {self.first}" if self.first == self.last else f"years {self.first}–{self.last}"


def find(statement: Statement, done: Run, derived: Sequence[Reading]) -> Part | None:
    """The part of a run that a figure is, None where its years or its amount are not those of one."""
    stated = side(statement).facts.years
    found = schedule.match(statement, done, derived)
    if stated is None or found.state is not MatchState.REPRODUCED:
        return None
    reading = found.readings[0]
    if reading.kind is ReadingKind.YEAR_CASH and stated == (reading.first_year, reading.last_year):
        return _of_year(done, stated[0])
    if reading.kind is not ReadingKind.PAYMENT:
        return None
    rows = (at for at, one in enumerate(done.payments) if one.amount == reading.low and _holds_in(one, stated))
    at = next(rows, None)
    return None if at is None else _of_payment(done, at)


def _holds_in(payment: Payment, stated: Years) -> bool:
    """Whether a payment is made in just these years, from the first of them on, or in as many from another start."""
    first, last = stated
    if last is None:
        return first == payment.from_year
    return last - first == payment.last_year - payment.from_year


def _of_year(done: Run, year: int) -> Part:
    paid = done.by_year[year - 1]
    return Part(first=year, last=year, paid=paid.cash, cash=paid.cash, real=paid.real)


def _of_payment(done: Run, at: int) -> Part | None:
    payment = done.payments[at]
    years = done.by_year[payment.from_year - 1 : payment.last_year]
    if not years:
        return None
    cash = sum((year.parts[at] for year in years), Decimal(0))
    real = sum((year.parts[at] / year.index for year in years), Decimal(0))
    return Part(
        first=years[0].year,
        last=years[-1].year,
        paid=payment.amount,
        cash=cash / len(years),
        real=real / len(years),
        once=payment.once,
    )
