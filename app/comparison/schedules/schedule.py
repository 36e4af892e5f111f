"""The payment schedule: what follows from dated payments, and which figures it reproduces."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from app.comparison.amounts import interval
from app.comparison.pair import side
from app.comparison.statement import Statement
from app.comparison.words import facts
from app.domain.basis import BasisKind
from app.domain.figure import Kind
from app.domain.interval import Bounds
from app.domain.schedule import (
    Band,
    Match,
    MatchState,
    Payment,
    Reading,
    ReadingKind,
    Run,
    Terms,
    YearPaid,
)
from app.domain.wording import amount, say

_COUNTS = ("", "one reading", "two readings", "three readings", "four readings", "five readings")
_ORDER = tuple(ReadingKind)
_NO_MISS = 100


def run(payments: Sequence[Payment], terms: Terms) -> Run:
    """A schedule carried out: Pay(t) in cash, Pay(t)/I(t) in real terms, Pay(t)/I(t) x D(t) as present value.

    I is the price index and D the discount factor, both of as many steps as the year stands after the price year: one
    for year 1 with a lag of one. The payments are of one currency.
    """
    index, factors = _index(terms), _factors(terms)
    years = tuple(_year(year, payments, terms, index, factors) for year in range(1, terms.years + 1))
    real = sum((paid.real for paid in years), Decimal(0))
    return Run(
        terms=terms,
        payments=tuple(payments),
        currency=payments[0].currency if payments else "",
        by_year=years,
        nominal=sum((paid.cash for paid in years), Decimal(0)),
        real=real,
        average=real / terms.years if terms.years else Decimal(0),
        present_value=sum((paid.present for paid in years), Decimal(0)),
    )


def readings(done: Run) -> list[Reading]:
    """Every number that follows from a run, single years each for itself."""
    prices = f" in {done.terms.price_year} prices" if done.terms.price_year else ""
    term = f"years 1–{done.terms.years}"
    table = done.terms.discount.table.name
    return [
        *(_row(payment) for payment in done.payments),
        _single(ReadingKind.NOMINAL, done.nominal, f"sum of all payments, {term}"),
        _single(ReadingKind.REAL, done.real, f"sum of payments ÷ price index{prices}, {term}"),
        _single(ReadingKind.AVERAGE, done.average, f"real total ÷ {done.terms.years} years{prices}"),
        _single(ReadingKind.PRESENT_VALUE, done.present_value, f"sum of payments ÷ price index × discount ({table})"),
        *(
            _of_year(ReadingKind.YEAR_CASH, paid.year, paid.cash, "payments of the year in cash")
            for paid in done.by_year
        ),
        *(
            _of_year(ReadingKind.YEAR_REAL, paid.year, paid.real, f"payments of the year ÷ price index{prices}")
            for paid in done.by_year
        ),
    ]


def match(statement: Statement, done: Run, derived: Sequence[Reading] | None = None) -> Match:
    """Which reading of a run a figure can be; more than one is ambiguous, and a person chooses or leaves it open.

    `derived` are the readings of the run, for whoever matches many figures.
    """
    figure = statement.claim.figure
    reach = interval.of(figure)
    words = say(figure)
    if reach is None or figure.kind is not Kind.MONEY or (figure.unit or done.currency) != done.currency:
        return Match(state=MatchState.NONE, readings=(), miss=None, sentence="No basis tried reproduces this.")
    eligible = [*_eligible(statement, readings(done) if derived is None else derived)]
    found = _met(reach.core, eligible) or _met(reach.halo, eligible)
    if not found:
        return Match(state=MatchState.NONE, readings=(), miss=None, sentence=f"No basis tried reproduces {words}.")
    if len(found) > 1:
        count = _COUNTS[len(found)] if len(found) < len(_COUNTS) else f"{len(found)} readings"
        sentence = f"{words[:1].upper()}{words[1:]} fits {count}; choose one or leave it open."
        return Match(state=MatchState.AMBIGUOUS, readings=tuple(found), miss=None, sentence=sentence)
    miss = _miss(found[0], interval.value_of(figure))
    return Match(
        state=MatchState.REPRODUCED, readings=tuple(found), miss=miss, sentence=_reproduced(found[0], done, miss)
    )


def _reproduced(reading: Reading, done: Run, miss: Decimal | None) -> str:
    value = amount(reading.low, done.currency)
    if reading.high != reading.low:
        value += f" to {amount(reading.high, done.currency)}"
    off = ""
    if miss is not None and reading.kind is not ReadingKind.PAYMENT:
        off = f", {abs(miss) * 100:.2f} % {'below' if miss < 0 else 'above'} the printed value"
    return f"Reproduced under these assumptions: the schedule gives {value} ({reading.formula}){off}."


def _miss(reading: Reading, printed: Decimal | None) -> Decimal | None:
    """None too where an open bound leaves room for a hundred times as much: nothing is missed by that."""
    if not printed:
        return None
    miss = ((reading.low + reading.high) / 2 - printed) / printed
    return miss if abs(miss) < _NO_MISS else None


def _eligible(statement: Statement, derived: Sequence[Reading]) -> Iterator[Reading]:
    """The readings that the figure's stated basis allows. A single year is in cash unless the words say real."""
    said = side(statement).facts
    family = said.price.family if said.price else None
    of_one_year = said.years is not None and said.years[0] == said.years[1]
    yearly = said.kind == BasisKind.RATE or said.per is not None or of_one_year
    for reading in derived:
        fits = _of_the_kind(reading.kind, said.kind, yearly=yearly) and _of_the_prices(reading.kind, family)
        if fits and _of_the_years(reading, said.years):
            yield reading


def _of_the_kind(kind: ReadingKind, stated: str | None, *, yearly: bool) -> bool:
    of_years = kind in (ReadingKind.AVERAGE, ReadingKind.YEAR_CASH, ReadingKind.YEAR_REAL)
    if kind is ReadingKind.PAYMENT:
        return stated != BasisKind.TOTAL
    if yearly:
        return of_years
    return not of_years and stated != BasisKind.ONE_OFF


def _of_the_prices(kind: ReadingKind, family: str | None) -> bool:
    if family is None:
        return kind is not ReadingKind.YEAR_REAL
    allowed = {
        "cash": (ReadingKind.PAYMENT, ReadingKind.NOMINAL, ReadingKind.YEAR_CASH),
        "real": (ReadingKind.REAL, ReadingKind.AVERAGE, ReadingKind.YEAR_REAL),
        "npv": (ReadingKind.PRESENT_VALUE,),
    }
    return kind in allowed.get(family, ())


def _of_the_years(reading: Reading, years: facts.Years | None) -> bool:
    if years is None or reading.first_year is None or reading.last_year is None:
        return years is None
    return years[0] <= reading.last_year and (years[1] is None or reading.first_year <= years[1])


def _met(reach: Bounds, derived: Sequence[Reading]) -> list[Reading]:
    """The readings within the figure's interval, neighbouring years joined; a stated payment needs no derivation."""
    inside = [reading for reading in derived if reach.meets(_point(reading.low))]
    stated = [reading for reading in inside if reading.kind is ReadingKind.PAYMENT]
    if stated:
        return stated
    inside.sort(key=lambda reading: (_ORDER.index(reading.kind), reading.first_year or 0))
    joined: list[Reading] = inside[:1]
    for before, after in pairwise(inside):
        if before.kind is after.kind and before.last_year is not None and after.first_year == before.last_year + 1:
            joined[-1] = _joined(joined[-1], after)
        else:
            joined.append(after)
    return joined


def _joined(first: Reading, second: Reading) -> Reading:
    return Reading(
        kind=first.kind,
        low=min(first.low, second.low),
        high=max(first.high, second.high),
        formula=first.formula,
        first_year=first.first_year,
        last_year=second.last_year,
    )


def _point(value: Decimal) -> Bounds:
    return Bounds(low=value, high=value, closed_high=True)


def _single(kind: ReadingKind, value: Decimal, formula: str) -> Reading:
    return Reading(kind=kind, low=value, high=value, formula=formula)


def _of_year(kind: ReadingKind, year: int, value: Decimal, formula: str) -> Reading:
    return Reading(kind=kind, low=value, high=value, formula=formula, first_year=year, last_year=year)


def _row(payment: Payment) -> Reading:
    last = payment.from_year if payment.once else payment.to_year
    when = f"in year {payment.from_year}" if last == payment.from_year else f"in years {payment.from_year}–{last}"
    kept = "" if payment.once or payment.index_from_year is None else f", indexed after year {payment.index_from_year}"
    return Reading(
        kind=ReadingKind.PAYMENT,
        low=payment.amount,
        high=payment.amount,
        formula=f"paid {'once ' if payment.once else ''}{when}{kept}",
        first_year=payment.from_year,
        last_year=last,
    )


def _year(
    year: int, payments: Sequence[Payment], terms: Terms, index: Sequence[Decimal], factors: Sequence[Decimal]
) -> YearPaid:
    step = _step(year, terms)
    parts = tuple(_paid(payment, year, terms, index) for payment in payments)
    real = sum(parts, Decimal(0)) / index[step]
    return YearPaid(year=year, parts=parts, real=real, present=real * factors[step], index=index[step])


def _paid(payment: Payment, year: int, terms: Terms, index: Sequence[Decimal]) -> Decimal:
    if not payment.runs_in(year):
        return Decimal(0)
    if payment.index_from_year is None or year <= payment.index_from_year:
        return payment.amount
    return payment.amount * index[_step(year, terms)] / index[_step(payment.index_from_year, terms)]


def _step(year: int, terms: Terms) -> int:
    return max(0, year - 1 + terms.lag)


def _index(terms: Terms) -> list[Decimal]:
    """The price level by step, 1 at step 0."""
    levels = [Decimal(1)]
    for step in range(1, _step(terms.years, terms) + 1):
        levels.append(levels[-1] * (1 + _rate(terms.inflation, step)))
    return levels


def _factors(terms: Terms) -> list[Decimal]:
    """The discount factor by step, 1 at step 0."""
    factors = [Decimal(1)]
    for step in range(1, _step(terms.years, terms) + 1):
        factors.append(factors[-1] / (1 + _rate(terms.discount.bands, step)))
    return factors


def _rate(bands: Sequence[Band], year: int) -> Decimal:
    """The rate of a year: that of its band, after the last band that of the last."""
    for band in bands:
        if band.from_year <= year and (band.to_year is None or year <= band.to_year):
            return band.rate
    return bands[-1].rate if bands else Decimal(0)
