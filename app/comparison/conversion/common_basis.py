"""A figure on the basis on which a whole topic is looked at: by the year or in all, in one year's prices and currency.

Only what the words state and a table or a schedule gives is used; where a step lacks its parameter the answer is why.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from app.comparison.amounts import interval
from app.comparison.conversion import price_base
from app.comparison.conversion.restated import Means
from app.comparison.explaining import naming
from app.comparison.pair import Side, side
from app.comparison.schedules import parts, schedule
from app.comparison.statement import Statement
from app.comparison.steps import annual
from app.domain import wording
from app.domain.basis import BasisKind
from app.domain.figure import Kind
from app.domain.interval import Interval
from app.domain.schedule import MatchState, Reading, ReadingKind, Run
from app.domain.wording import amount


class Per(StrEnum):
    """What one figure of the common basis covers."""

    YEAR = "year"
    TOTAL = "total"
    STATED = "stated"
    """Whatever the figure covers as printed: only its prices and its currency are converted."""


CASH = "cash"
"""In the place of a price year: money as it is paid, which no index has touched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The common basis: at the prices of a year ("2025/26") or in `CASH`, in a currency; a total covers `years`."""

    per: Per
    price_year: str
    currency: str
    years: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """A schedule carried out, its name, its readings, and its price path as typed."""

    name: str
    done: Run
    derived: Sequence[Reading]
    inflation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """A figure on the common basis, beside the printed one; `formula` has every factor with its source."""

    value: Decimal
    interval: Interval
    words: str
    formula: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """There is no basis in common: which parameter is missing."""

    why: str


class _LacksError(Exception):
    """A step without its parameter."""


@dataclass(slots=True)
class _Way:
    """The factor so far, and its parts in words."""

    factor: Decimal = Decimal(1)
    steps: list[str] = field(default_factory=list)

    def by(self, factor: Decimal, sign: str, words: str) -> None:
        self.factor = self.factor * factor if sign == "×" else self.factor / factor
        self.steps.append(f"{sign} {words}")


_WHOLE = {
    ReadingKind.NOMINAL: "the nominal total",
    ReadingKind.REAL: "the real total",
    ReadingKind.AVERAGE: "the real average",
    ReadingKind.PRESENT_VALUE: "the present value",
}


def convert(statement: Statement, target: Target, means: Means, schedules: Sequence[Schedule]) -> Converted | Apart:
    """The figure on the common basis, or why it has none."""
    said, way, years = side(statement), _Way(), ""
    try:
        if said.figure.kind is not Kind.MONEY or said.value is None or said.interval is None or said.figure.vague:
            raise _LacksError("no amount of money")
        _in_currency(said, target, means, way)
        if part := _by_part(said, target, means, schedules, way):
            years = f" ({part})"
        elif target.per is Per.STATED:
            _in_prices(said, target, means, way)
        elif not _by_schedule(said, target, means, schedules, way):
            _in_prices(said, target, means, way)
            years = _per(said, target, way)
    except _LacksError as lacks:
        return Apart(why=str(lacks))
    value = said.value * way.factor
    printed = replace(said.figure, unit=said.figure.unit or target.currency, per=None)
    words = wording.scaled(printed, way.factor, target.currency) + wording.rate(_each(said, target.per)) + years
    formula = " ".join((wording.say(printed), *way.steps, "=", words + _ending(said, target)))
    return Converted(value=value, interval=interval.scaled(said.interval, way.factor), words=words, formula=formula)


def _each(said: Side, per: Per) -> str | None:
    """What the converted figure is so much a piece of."""
    return "year" if per is Per.YEAR else said.figure.per if per is Per.STATED else None


def _ending(said: Side, target: Target) -> str:
    if target.price_year != CASH:
        return f" in {target.price_year} prices"
    return " in cash" if said.facts.price is not None else "; its prices are not stated"


def _in_currency(said: Side, target: Target, means: Means, way: _Way) -> None:
    unit = said.figure.unit or target.currency
    if unit == target.currency:
        return
    found = means.rates.convert(Decimal(1), unit, target.currency, said.statement.published)
    if found is None:
        raise _LacksError(f"no rate of {unit} in {target.currency} is known for its day")
    way.by(found.rate, "×", f"{found.rate:.4f} ({found.words})")


def _by_part(said: Side, target: Target, means: Means, schedules: Sequence[Schedule], way: _Way) -> str:
    """By the payment of a schedule that the figure states with its years, which it then carries; empty for none.

    A payment is in the cash of its years, so no words have to say in which prices it is.
    """
    if target.per is Per.TOTAL or said.figure.unit not in (None, target.currency):
        return ""
    for one in schedules:
        part = parts.find(said.statement, one.done, one.derived)
        if part is None:
            continue
        if part.once and target.per is Per.YEAR:
            raise _LacksError(f"paid once, in {part.years}")
        value, kind = (part.cash, "cash") if target.price_year == CASH else (part.real, "real")
        if value != part.paid:
            ends = f"{amount(value, one.done.currency)} ÷ {amount(part.paid, one.done.currency)}"
            way.by(
                value / part.paid, "×", f"{ends} (the {kind} average of {part.years} over its amount, {_by_name(one)})"
            )
        if target.price_year != CASH:
            _between(one.done.terms.price_year, target, means, way)
        return part.years
    return ""


def _by_schedule(said: Side, target: Target, means: Means, schedules: Sequence[Schedule], way: _Way) -> bool:
    """By the schedule that reproduces the figure as one of its sums, where the words state the prices it is in."""
    if said.facts.price is None:
        return False
    for one in schedules:
        match = schedule.match(said.statement, one.done, one.derived)
        source = match.readings[0] if match.state is MatchState.REPRODUCED else None
        if source is None or source.kind not in _WHOLE or not source.low:
            continue
        if target.per is Per.TOTAL and target.years != one.done.terms.years:
            raise _LacksError(f"covers {one.done.terms.years} years")
        wanted, value = _wanted(one.done, target)
        if _WHOLE[source.kind] != wanted:
            ends = f"{amount(value, one.done.currency)} ÷ {amount(source.low, one.done.currency)}"
            way.by(value / source.low, "×", f"{ends} ({wanted} over {_WHOLE[source.kind]}, {_by_name(one)})")
        if target.price_year != CASH:
            _between(one.done.terms.price_year, target, means, way)
        return True
    return False


def _wanted(done: Run, target: Target) -> tuple[str, Decimal]:
    """What the common basis asks of a schedule, by its name and its amount."""
    cash = target.price_year == CASH
    if target.per is Per.TOTAL:
        return (_WHOLE[ReadingKind.NOMINAL], done.nominal) if cash else (_WHOLE[ReadingKind.REAL], done.real)
    if cash:
        return "the nominal average", done.nominal / done.terms.years
    return _WHOLE[ReadingKind.AVERAGE], done.average


def _by_name(one: Schedule) -> str:
    return f"schedule {one.name} at {one.inflation} % inflation, {one.done.terms.discount.table.name} discount rates"


def _in_prices(said: Side, target: Target, means: Means, way: _Way) -> None:
    price = said.facts.price
    if price is not None and price.family == "npv":
        raise _LacksError("a present value that no schedule reproduces")
    if target.price_year == CASH:
        if price is not None and price.family == "real":
            raise _LacksError("in real prices, of which no schedule gives the cash")
        return
    if price is None:
        raise _LacksError("its prices are not stated")
    if price.family != "real":
        raise _LacksError("cash of years that no schedule gives")
    if price.year is None:
        raise _LacksError("its price year is not stated")
    _between(price.year, target, means, way)


def _between(year: str, target: Target, means: Means, way: _Way) -> None:
    if year == target.price_year:
        return
    table = means.prices.table
    times = price_base.factor(year, target.price_year, means.prices)
    if times is None or target.currency != price_base.CURRENCY:
        raise _LacksError(f"no price index leads from {year} to {target.price_year}")
    way.by(times, "×", f"{times:.4f} (prices of {year} to {target.price_year}, {table.name}, {table.date})")


def _per(said: Side, target: Target, way: _Way) -> str:
    """A rate as its total or a total as its yearly average; a part of the whole has no basis in common with it.

    The answer is the one year whose sum it is, in brackets, empty for none.
    """
    facts = said.facts
    if facts.years is not None:
        raise _LacksError(f"holds {naming.during(facts)} alone")
    if facts.scopes or facts.scope_words:
        raise _LacksError("a part of the whole")
    years = None if facts.horizon is None or facts.horizon != int(facts.horizon) else int(facts.horizon)
    if annual.is_rate(said):
        _of_a_rate(said, target, years, way)
        return ""
    if annual.is_of_one_year(said):
        if target.per is Per.TOTAL:
            raise _LacksError("covers 1 year")
        return f" ({wording.date(said.statement.claim.basis.value('period') or '')})"
    if facts.kind != BasisKind.TOTAL:
        raise _LacksError("neither a rate nor a total")
    if not years:
        raise _LacksError("the years it covers are not stated")
    if target.per is Per.YEAR:
        way.by(Decimal(years), "÷", f"{years} years")
    elif years != target.years:
        raise _LacksError(f"covers {years} years")
    return ""


def _of_a_rate(said: Side, target: Target, years: int | None, way: _Way) -> None:
    times = annual.a_year(said.facts.per or "year")
    if times is None:
        raise _LacksError(f"a rate per {said.facts.per}")
    if times != 1:
        way.by(times, "×", f"{round(times, 2).normalize():f} ({said.facts.per}s a year)")
    if target.per is Per.YEAR:
        return
    if not said.facts.flat or years is None:
        raise _LacksError("for how many years it holds is not stated")
    if years != target.years:
        raise _LacksError(f"covers {years} years")
    way.by(Decimal(years), "×", f"{years} years")
