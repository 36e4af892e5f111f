"""Rates of exchange: the bank's by day, and the analyst's own where they typed one."""

import datetime
from decimal import Decimal

from app.comparison.amounts.currency import Rates
from app.domain.rate import TypedRate

DAY = datetime.date(2025, 5, 22)
SHIPPED = Rates()


def typed(rate: str, day: datetime.date | None = None, source: str = "MUR") -> TypedRate:
    return TypedRate(source=source, target="GBP", rate=Decimal(rate), day=day, note="Bank of Mauritius")


def test_a_rate_that_nobody_publishes_is_the_analysts_and_said_as_theirs() -> None:
    assert SHIPPED.convert(Decimal(100), "MUR", "GBP", DAY) is None
    found = SHIPPED.with_typed([typed("0.0163", DAY)]).convert(Decimal(100), "MUR", "GBP", DAY)
    assert found is not None
    assert found.amount == Decimal("1.63")
    assert found.words == "the analyst’s rate of 22 May 2025: Bank of Mauritius"


def test_a_typed_rate_holds_for_its_day_and_the_week_after() -> None:
    rates = SHIPPED.with_typed([typed("0.0163", DAY)])
    assert rates.convert(Decimal(1), "MUR", "GBP", DAY + datetime.timedelta(7)) is not None
    for day in (DAY + datetime.timedelta(8), DAY - datetime.timedelta(1), None):
        assert rates.convert(Decimal(1), "MUR", "GBP", day) is None


def test_a_rate_without_a_day_holds_on_every_day_but_gives_way_to_one_of_the_day() -> None:
    rates = SHIPPED.with_typed([typed("0.0170"), typed("0.0163", DAY)])
    assert rates.convert(Decimal(1), "MUR", "GBP", None).rate == Decimal("0.0170")
    assert rates.convert(Decimal(1), "MUR", "GBP", DAY).rate == Decimal("0.0163")


def test_a_typed_rate_serves_both_ways_and_leaves_other_currencies_to_the_bank() -> None:
    rates = SHIPPED.with_typed([typed("0.02")])
    assert rates.convert(Decimal(1), "GBP", "MUR", DAY).amount == Decimal(50)
    bank = rates.convert(Decimal(1), "USD", "GBP", DAY)
    assert bank == SHIPPED.convert(Decimal(1), "USD", "GBP", DAY)
    assert bank.words == "ECB reference rate of 22 May 2025"
