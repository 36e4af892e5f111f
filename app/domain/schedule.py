"""Dated payments, and what follows from them under stated assumptions."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """One row of a schedule: `amount` whole currency units, every year from `from_year` to `to_year` or once.

    Years count from 1. After `index_from_year` the amount follows the price index from its level of that year; None:
    it is never indexed. A payment `once` is made in `from_year`.
    """

    from_year: int
    to_year: int
    amount: Decimal
    currency: str
    index_from_year: int | None = None
    once: bool = False

    @property
    def last_year(self) -> int:
        """The last year in which it is paid."""
        return self.from_year if self.once else self.to_year

    def runs_in(self, year: int) -> bool:
        """Whether it is paid in that year."""
        return year == self.from_year if self.once else self.from_year <= year <= self.to_year


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """What the analyst assumes, as typed; the rest follows from the payments.

    How prices rise and from which year on depends on the subject, so it is always asked for. `years` None: up to the
    last payment. `discount` is the name of a shipped table, or of a file.
    """

    years: int | None = None
    inflation: str
    lag: int = 1
    discount: str = "green-book"
    price_year: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The dated payments of a topic, in one currency, with the assumptions under which they are carried out.

    `schedule_id` is empty until it is kept; `note` says in the analyst's words where the payments come from.
    """

    topic_id: str
    name: str
    payments: tuple[Payment, ...]
    assumed: Assumptions
    note: str = ""
    schedule_id: str = ""

    @property
    def currency(self) -> str:
        """The currency of the payments, empty where there are none."""
        return self.payments[0].currency if self.payments else ""

    @property
    def last_year(self) -> int:
        """The year of the last payment."""
        return max((payment.last_year for payment in self.payments), default=0)

    @property
    def first_uplift(self) -> int | None:
        """The year after which the first payment follows the price index, None where none ever does."""
        return min((at for payment in self.payments if (at := payment.index_from_year) is not None), default=None)

    def uplifted_after(self, year: int) -> "Schedule":
        """The same payments with the first uplift after this year, the others as much earlier or later."""
        moved = year - (self.first_uplift or year)
        return replace(
            self,
            payments=tuple(
                payment
                if payment.index_from_year is None
                else replace(payment, index_from_year=payment.index_from_year + moved)
                for payment in self.payments
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A yearly rate, as a share of one, for the years `from_year` to `to_year`; `to_year` None: from there on."""

    from_year: int
    to_year: int | None
    rate: Decimal


class TableKind(StrEnum):
    """What a table is for; each has one that is shipped, in whose place the analyst can put another."""

    DISCOUNT = "discount"
    PRICES = "prices"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Where the rows of a table come from, as its file says."""

    name: str
    version: str
    source: str
    licence: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscountTable:
    """Discount rates by years from the start."""

    table: Table
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceIndex:
    """A published price index by calendar year."""

    table: Table
    levels: tuple[tuple[int, Decimal], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The assumptions of a run. They are the analyst's own, and every result is said to hold under them.

    `inflation` are bands of yearly price steps, the first step being 1; `lag` is how many steps after the price year
    the first year of the schedule stands, so that year t is `t - 1 + lag` steps later, in prices as in discounting;
    `price_year` names step 0.
    """

    years: int
    inflation: tuple[Band, ...]
    discount: DiscountTable
    lag: int = 1
    price_year: str = ""


class ReadingKind(StrEnum):
    """What a derived number is of the schedule."""

    PAYMENT = "payment"
    NOMINAL = "nominal"
    REAL = "real"
    AVERAGE = "average"
    PRESENT_VALUE = "present value"
    YEAR_CASH = "cash of single years"
    YEAR_REAL = "real value of single years"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A number that follows from a schedule, and how; neighbouring years are one reading from `low` to `high`."""

    kind: ReadingKind
    low: Decimal
    high: Decimal
    formula: str
    first_year: int | None = None
    last_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPaid:
    """One year of a run: the cash of each payment in the order of the schedule, and what it is worth."""

    year: int
    parts: tuple[Decimal, ...]
    real: Decimal
    present: Decimal
    index: Decimal
    """The price level, 1 in the price year."""

    @property
    def cash(self) -> Decimal:
        """All that is paid in the year."""
        return sum(self.parts, Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A schedule carried out under its terms; money is in whole units of `currency`."""

    terms: Terms
    payments: tuple[Payment, ...]
    currency: str
    by_year: tuple[YearPaid, ...]
    nominal: Decimal
    real: Decimal
    average: Decimal
    """Real, a year."""
    present_value: Decimal


class MatchState(StrEnum):
    """How a figure stands to a schedule; these are not verdicts."""

    REPRODUCED = "reproduced"
    AMBIGUOUS = "ambiguous"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The readings of a schedule that a figure can be, likeliest first.

    `miss` is by how much the first lies above (below: negative) the printed value, as a share of it.
    """

    state: MatchState
    readings: tuple[Reading, ...]
    miss: Decimal | None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """Where figures begin or cease to be reproduced while inflation moves, all else as it is.

    Inflation is in per cent a year, that of the last stretch of the price path. `matched` is how it stands `now`;
    `below` and `above` are the next turning points in each direction within the range tried, to 0.001 points: where a
    match ends, or where one begins and, if it does, ends again.
    """

    now: Decimal
    matched: bool
    below: tuple[Decimal, ...]
    above: tuple[Decimal, ...]
