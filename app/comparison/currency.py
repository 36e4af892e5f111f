"""Money of one currency in another, at a reference rate of a day."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from app.domain.wording import MONTHS

COMMON = "GBP"
"""Two foreign currencies are both shown in this one, unless the topic names its own."""

# The bank publishes no rate at weekends and on holidays, of which the longest run is five days.
_DAYS_BACK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """An amount in another currency: `amount` at `rate` target units for one source unit, as published on `day`."""

    amount: Decimal
    source: str
    target: str
    rate: Decimal
    day: datetime.date

    @property
    def words(self) -> str:
        """The source of the rate, for people."""
        return f"ECB reference rate of {self.day.day} {MONTHS[self.day.month - 1][:3]} {self.day.year}"


class Rates:
    """The European Central Bank's euro reference rates since 1999, as shipped; they are read when first asked for."""

    @cached_property
    def _converter(self) -> Any:
        # Reading 27 years of rates takes a good part of a second, which a project in one currency never needs.
        from currency_converter import CurrencyConverter

        return CurrencyConverter(decimal=True)

    def convert(self, amount: Decimal, source: str, target: str, day: datetime.date | None) -> Conversion | None:
        """The amount at the rate of the day, or of the last working day before it; None where no rate is known."""
        if day is None:
            return None
        if source == target:
            return Conversion(amount=amount, source=source, target=target, rate=Decimal(1), day=day)
        if not {source, target} <= set(self._converter.currencies):
            return None
        for back in range(_DAYS_BACK + 1):
            rated = day - datetime.timedelta(back)
            rate = self._rate(source, target, rated)
            if rate is not None:
                return Conversion(amount=amount * rate, source=source, target=target, rate=rate, day=rated)
        return None

    def _rate(self, source: str, target: str, day: datetime.date) -> Decimal | None:
        from currency_converter import RateNotFoundError

        try:
            return Decimal(self._converter.convert(1, source, target, date=day))
        except RateNotFoundError:
            return None
