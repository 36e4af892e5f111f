"""Step 4 of a verdict: a rate against a total."""

import datetime
from dataclasses import dataclass, replace
from decimal import Decimal

from app.comparison.pair import Pair, Side
from app.comparison.words.accounts import CHANGES
from app.comparison.words.natures import Nature
from app.domain.basis import BasisKind
from app.domain.figure import Kind
from app.domain.wording import amount, plural

_PER_YEAR: dict[str, Decimal] = {
    "year": Decimal(1),
    "quarter": Decimal(4),
    "month": Decimal(12),
    "week": Decimal("365.25") / 7,
    "day": Decimal("365.25"),
}

_A_YEAR = datetime.timedelta(365), datetime.timedelta(366)
_FLOWS = frozenset({Nature.SPENT, Nature.INCOME, Nature.PROFIT, Nature.TRADE, Nature.GAP})
"""Natures that accounts give a sum by the year."""

_A_WEEK = datetime.timedelta(days=7)
_NEAR = Decimal("1.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class RateAndTotal:
    """A rate and a total. `product` is the pair with the rate multiplied out, None where that is not allowed."""

    rate: Side
    total: Side
    product: Pair | None


def is_rate(side: Side) -> bool:
    """Whether a figure is said to be so much a period."""
    return side.facts.kind == BasisKind.RATE or (side.figure.kind is Kind.MONEY and side.facts.per is not None)


def is_of_one_year(side: Side) -> bool:
    """Whether a sum is what accounts have for one year ("spent £3.6bn in 2022-23"), and so already so much a year.

    A calendar year beside other sums may be the one in which something was bought or estimated; a fiscal year is not.
    """
    facts, period = side.facts, side.facts.period
    if side.figure.kind is not Kind.MONEY or is_rate(side) or facts.horizon or period is None:
        return False
    first, last = period
    if not _A_YEAR[0] <= last - first + datetime.timedelta(1) <= _A_YEAR[1]:
        return False
    flows = not side.reading.natures.isdisjoint(_FLOWS)
    if facts.kind == BasisKind.LEVEL:
        return flows
    is_fiscal = (first.month, first.day) != (1, 1) and Nature.DEBT not in side.reading.natures
    return facts.kind in (BasisKind.TOTAL, None) and (flows or is_fiscal)


def a_year(per: str) -> Decimal | None:
    """How many of a period a year has, None for what is no period."""
    return _PER_YEAR.get(per)


def read(pair: Pair) -> RateAndTotal | None:
    """The two as rate and total, None where they are not.

    An amount with no period beside a rate is a total, unless their values meet: then both are the rate. One year's sum
    is so much a year.
    """
    if pair.a.figure.kind not in (Kind.MONEY, Kind.QUANTITY) or is_rate(pair.a) == is_rate(pair.b):
        return None
    rate, total = (pair.a, pair.b) if is_rate(pair.a) else (pair.b, pair.a)
    if rate.facts.period and rate.facts.per in ("year", None) and total.facts.kind is None and is_of_one_year(total):
        return None
    if _is_of_unsaid_period(total, rate) or (rate.reading.account in CHANGES) != (total.reading.account in CHANGES):
        return None
    if total.facts.kind not in (BasisKind.TOTAL, BasisKind.LEVEL, BasisKind.CHANGE, None):
        return None
    if total.facts.kind != BasisKind.TOTAL and total.facts.horizon is None and pair.halos_meet:
        return None
    return RateAndTotal(rate=rate, total=total, product=_product(pair, rate, total))


def _is_of_unsaid_period(sum_: Side, rate: Side) -> bool:
    """Whether a sum that is being spent, of no stated kind and time, can only be so much a period, like the rate.

    Both were told within a week, and lie too close for a sum of other periods.
    """
    facts, days = sum_.facts, (sum_.statement.published, rate.statement.published)
    if facts.kind or facts.horizon or facts.period or facts.price or not sum_.reading.is_spent:
        return False
    if days[0] is None or days[1] is None or abs(days[0] - days[1]) > _A_WEEK or not sum_.value or not rate.value:
        return False
    return _NEAR > sum_.value / rate.value > 1 / _NEAR


def per_conversion(pair: Pair) -> str | None:
    """Two rates per different times, the one per the shorter time brought to the longer: "£12m × 12 = £144m a year"."""
    times = [(_PER_YEAR.get(side.facts.per or ""), side) for side in pair.sides]
    known = sorted(((many, side) for many, side in times if many is not None), key=lambda one: one[0])
    if len(known) < len(times) or known[0][0] == known[1][0]:
        return None
    (fewer, long), (more, short) = known
    factor, value = more / fewer, short.value or Decimal(0)
    grown = amount(value * factor, pair.unit)
    return f"{amount(value, pair.unit)} × {round(factor, 2).normalize():f} = {grown} a {long.facts.per}"


def _product(pair: Pair, rate: Side, total: Side) -> Pair | None:
    periods = _periods(rate, total)
    if periods is None or rate.value is None or prices_differ(rate, total):
        return None
    line = (
        f"{amount(rate.value, pair.unit)} × {periods.normalize():f} {plural(rate.facts.per or 'year')}"
        f" = {amount(rate.value * periods, pair.unit)}"
    )
    grown = rate.scaled(periods)
    conversion = f"{pair.conversion}; {line}" if pair.conversion else line
    return replace(
        pair, a=grown if pair.a is rate else pair.a, b=grown if pair.b is rate else pair.b, conversion=conversion
    )


def _periods(rate: Side, total: Side) -> Decimal | None:
    """How many periods the total has, None where that is not known or the rate is not said to hold in all of them."""
    per_year = _PER_YEAR.get(rate.facts.per or "year")
    if per_year is None or not rate.facts.flat:
        return None
    if rate.facts.horizon and total.facts.horizon and rate.facts.horizon != total.facts.horizon:
        return None
    length = total.facts.horizon or rate.facts.horizon
    return None if length is None else length * per_year


def prices_differ(a: Side, b: Side) -> bool:
    """Whether both state a price basis and these are known to differ."""
    one, other = a.facts.price, b.facts.price
    if one is None or other is None:
        return False
    return one.family != other.family or (one.year is not None and other.year is not None and one.year != other.year)


def is_of_a_piece(pair: Pair) -> bool:
    """Whether one is so much for each of something, of which nobody knows how many there are."""
    pers = [side.facts.per for side in pair.sides]
    return any(side.reading.extent.of_each for side in pair.sides) or any(per and a_year(per) is None for per in pers)
