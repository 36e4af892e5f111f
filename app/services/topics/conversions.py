"""What amounts are converted by: rates of exchange and tables, the shipped ones or the analyst's own."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path

from app.comparison.amounts.currency import COMMON, Rates
from app.comparison.conversion import restated
from app.comparison.schedules import assumptions
from app.comparison.statement import Statement
from app.domain import edtf
from app.domain.changes import Changes
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.listing import ClaimLine
from app.domain.rate import TypedRate
from app.domain.schedule import DiscountTable, PriceIndex, Table, TableKind
from app.services.topics import tables
from app.store.project import Project
from app.store.session import Store

_CODE = re.compile(r"[A-Z]{3}")
_SMALLEST_RATE, _LARGEST_RATE = Decimal("1e-9"), Decimal("1e9")
_NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a project converts by at one moment."""

    rates: Rates
    prices: PriceIndex
    discounts: Callable[[str], DiscountTable]
    """The discount table of a name, the analyst's own in the place of a shipped one; UserError as `tables`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableInUse:
    """A table that conversions rest on, and whether the analyst put it in the shipped one's place."""

    kind: TableKind
    table: Table
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingRate:
    """The rate that two figures lack to be set against each other; `day` None where no article has a date."""

    source: str
    target: str
    day: datetime.date | None


class Conversions:
    """The rates and tables of one open project. `rates` are those that are shipped."""

    def __init__(self, project: Project, rates: Rates) -> None:
        self._project = project
        self._rates = rates

    def means(self, store: Store) -> Means:
        """What converts in this project as this session sees it."""
        own = store.own_tables.tables()
        prices, discounts = own.get(TableKind.PRICES), own.get(TableKind.DISCOUNT)
        return Means(
            rates=self._rates.with_typed(store.own_tables.rates()),
            prices=tables.price_index() if prices is None else _prices(prices),
            discounts=tables.discounts
            if discounts is None
            else lambda name: _discounts(discounts) if name in tables.SHIPPED_DISCOUNTS else tables.discounts(name),
        )

    # Rates of exchange

    def rates(self) -> tuple[TypedRate, ...]:
        """The rates that the analyst typed."""
        with self._project.reading() as store:
            return store.own_tables.rates()

    def set_rate(self, source: str, target: str, rate: str, *, day: str = "", note: str) -> Changes:
        """Keep a rate as typed: units of `target` for one of `source`, on an ISO day and the week after it, or always.

        UserError says what of it cannot be; a note has to say where the rate comes from.
        """
        typed = _typed_rate(source, target, rate, day, note)
        with self._project.writing(f"set a rate of {typed.target} for {typed.source}") as store:
            store.own_tables.set_rate(typed)
        return store.changes

    def remove_rate(self, typed: TypedRate) -> Changes:
        """Take a typed rate away."""
        with self._project.writing(f"take away the rate of {typed.target} for {typed.source}") as store:
            store.own_tables.remove_rate(typed)
        return store.changes

    def missing(self, one: ClaimLine, other: ClaimLine, currency: str | None) -> MissingRate | None:
        """The rate that two amounts lack to be set against each other, in a topic of this currency; None if none."""
        figures = [line.record.claim.figure for line in (one, other)]
        units = [unit for figure in figures if figure.kind is Kind.MONEY and (unit := figure.unit or currency)]
        if len(set(units)) < 2:
            return None
        target = currency or COMMON
        days = [day for line in (one, other) if (day := edtf.day(line.published)) is not None]
        day = min(days, default=None)
        with self._project.reading() as store:
            rates = self.means(store).rates
        for unit in units:
            if unit != target and rates.convert(Decimal(1), unit, target, day) is None:
                return MissingRate(source=unit, target=target, day=day)
        return None

    def of(self, line: ClaimLine, currency: str | None) -> list[str]:
        """A figure on other bases, in a topic of this currency: a line each with formula, parameters and source."""
        statement = Statement(claim=line.record.claim, published=edtf.day(line.published), text=line.sentence)
        return restated.lines(statement, self.converting(currency))

    def converting(self, currency: str | None) -> restated.Means:
        """What the figures of a topic of this currency are converted by."""
        with self._project.reading() as store:
            means = self.means(store)
        return restated.Means(
            currency=currency,
            rates=means.rates,
            prices=means.prices,
            discounts=means.discounts(next(iter(tables.SHIPPED_DISCOUNTS))),
        )

    # Tables

    def tables(self) -> tuple[TableInUse, ...]:
        """The tables in use, one of each kind."""
        with self._project.reading() as store:
            own = store.own_tables.tables()
            means = self.means(store)
        shown = {
            TableKind.DISCOUNT: means.discounts(next(iter(tables.SHIPPED_DISCOUNTS))).table,
            TableKind.PRICES: means.prices.table,
        }
        return tuple(TableInUse(kind=kind, table=table, own=kind in own) for kind, table in shown.items())

    def use_table(self, path: Path) -> Changes:
        """Keep the table in a file in the project and use it in the shipped one's place.

        Its columns say which: `year_from,year_to,rate` are discount rates, `year,index` a price index. One without a
        name is called like its file. UserError where it is neither.
        """
        content = tables.text_of(path)
        kind, table = _kind_of(content, path)
        if table.name == _NOT_STATED:
            content = f"# name: {path.stem}\n{content}"
        with self._project.writing(f"use the table {path.stem if table.name == _NOT_STATED else table.name}") as store:
            store.own_tables.set_table(kind, content)
        return store.changes

    def use_shipped(self, kind: TableKind) -> Changes:
        """Go back to the shipped table of a kind."""
        with self._project.writing("use the shipped table again") as store:
            store.own_tables.remove_table(kind)
        return store.changes


@lru_cache(maxsize=8)
def _prices(content: str) -> PriceIndex:
    return assumptions.parse_price_index(content)


@lru_cache(maxsize=8)
def _discounts(content: str) -> DiscountTable:
    return assumptions.parse_discounts(content)


def _kind_of(content: str, path: Path) -> tuple[TableKind, Table]:
    heading = next((line for line in content.splitlines() if line.strip() and not line.startswith("#")), "")
    columns = {cell.strip() for cell in heading.split(",")}
    try:
        if {"year_from", "year_to", "rate"} <= columns:
            return TableKind.DISCOUNT, _discounts(content).table
        if {"year", "index"} <= columns:
            return TableKind.PRICES, _prices(content).table
    except UserError as error:
        raise UserError(f"{path.name}: {error}", reason=error.reason) from error
    raise UserError(
        f"{path.name} is no table of discount rates or prices; nothing was changed. It needs the columns "
        "year_from,year_to,rate or year,index.",
        reason="bad-schedule",
    )


def _typed_rate(source: str, target: str, rate: str, day: str, note: str) -> TypedRate:
    one, other = source.strip().upper(), target.strip().upper()
    if not _CODE.fullmatch(one) or not _CODE.fullmatch(other) or one == other:
        raise _bad("A rate needs two currencies", "Name them by their codes, such as MUR and GBP")
    try:
        number = Decimal(rate.strip())
    except InvalidOperation:
        number = Decimal(0)
    if not number.is_finite() or not _SMALLEST_RATE <= number <= _LARGEST_RATE:
        raise _bad(f"The rate “{rate}” is no number above zero", f"Type how many {other} one {one} was worth")
    try:
        on = datetime.date.fromisoformat(day.strip()) if day.strip() else None
    except ValueError as error:
        raise _bad(
            f"The day “{day}” cannot be read", "Write it as 2025-05-22, or leave it empty for every day"
        ) from error
    said = " ".join(note.split())
    if not said:
        raise _bad("A rate needs a note", "Say where it comes from, since it is shown as yours")
    return TypedRate(source=one, target=other, rate=number, day=on, note=said)


def _bad(what: str, remedy: str) -> UserError:
    return UserError(f"{what}; nothing was kept. {remedy}.", reason="bad-rate")
