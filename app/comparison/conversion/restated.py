"""A figure on other bases: what it is in another currency, in later prices, in all, and as a present value.

What was written stays as it is; each line has its formula, its parameters and its source.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from app.comparison.amounts.currency import Rates
from app.comparison.conversion import price_base
from app.comparison.pair import Side, side
from app.comparison.schedules import schedule
from app.comparison.schedules.assumptions import MOST_YEARS
from app.comparison.statement import Statement
from app.comparison.steps import annual
from app.domain import wording
from app.domain.figure import Kind
from app.domain.schedule import Band, DiscountTable, Payment, PriceIndex, Terms

_NO_RISE = (Band(from_year=1, to_year=None, rate=Decimal(0)),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a figure is converted by; `currency` is that of its topic."""

    currency: str | None
    rates: Rates
    prices: PriceIndex
    discounts: DiscountTable


def lines(statement: Statement, means: Means) -> list[str]:
    """The figure on every other basis whose parameters are known, and what is missing where a table lacks a year."""
    said = side(statement)
    if said.figure.kind is not Kind.MONEY or said.value is None or said.figure.vague:
        return []
    return [*_in_currency(said, means), *_in_all(said), *_in_prices(said, means), *_present(said, means)]


def _in_currency(said: Side, means: Means) -> Iterator[str]:
    unit, value = said.figure.unit, said.value or Decimal(0)
    if unit is None or means.currency is None or unit == means.currency:
        return
    found = means.rates.convert(value, unit, means.currency, said.statement.published)
    if found is not None:
        grown = wording.scaled(said.figure, found.rate, means.currency)
        yield f"{_printed(said)} × {found.rate:.4f} = {grown} ({found.words})"


def _printed(said: Side) -> str:
    return wording.say(replace(said.figure, per=None))


def _years(said: Side) -> int | None:
    """For how many years a yearly rate holds, None where that is not said, or the rate is not said to be constant."""
    years = said.facts.horizon
    if not annual.is_rate(said) or said.facts.per not in (None, "year") or not said.facts.flat or years is None:
        return None
    return int(years) if years == int(years) and 0 < years <= MOST_YEARS else None


def _in_all(said: Side) -> Iterator[str]:
    if (years := _years(said)) is not None:
        whole = wording.scaled(said.figure, Decimal(years), said.figure.unit)
        yield f"{_printed(said)} × {years} years = {whole} in all"


def _in_prices(said: Side, means: Means) -> Iterator[str]:
    price, unit = said.facts.price, said.figure.unit
    if price is None or price.family != "real" or price.year is None or unit not in (None, price_base.CURRENCY):
        return
    latest = str(max(year for year, _ in means.prices.levels))
    table = means.prices.table
    times = price_base.factor(price.year, latest, means.prices)
    if times is None:
        yield f"{table.name} ({table.date}) has no {price.year}, so other prices cannot be told."
    elif times != 1:
        grown = wording.scaled(said.figure, times, unit)
        yield f"{_printed(said)} in {price.year} prices × {times:.4f} = {grown} in {latest} prices ({table.name})"


def _present(said: Side, means: Means) -> Iterator[str]:
    """A constant real rate discounted, year 1 by one year: of cash or of an average the yearly course is not known."""
    years, price, unit = _years(said), said.facts.price, said.figure.unit
    if years is None or price is None or price.family != "real" or said.facts.average:
        return
    paid = Payment(from_year=1, to_year=years, amount=Decimal(1), currency=unit or "")
    factor = schedule.run([paid], Terms(years=years, inflation=_NO_RISE, discount=means.discounts)).present_value
    table = means.discounts.table
    grown, source = wording.scaled(said.figure, factor, unit), f"{table.name}, {table.date}"
    yield f"{_printed(said)} × {factor:.2f} = {grown} present value over {years} years ({source})"
