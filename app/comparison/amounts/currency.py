"""Money of one currency in another, at a reference rate of a day."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from app.domain.calendar_names import MONTHS
from app.domain.rate import TypedRate

COMMON = "GBP"
"""Two foreign currencies are both shown in this one, unless the topic names its own."""

# The bank publishes no rate at weekends and on holidays, of which the longest run is five days.
_DAYS_BACK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """An amount in another currency: `amount` at `rate` target units for one source unit, as published on `day`.

    `note` is the analyst's about a rate of their own, None for a reference rate; such a rate may hold on every day.
    """

    amount: Decimal
    source: str
    target: str
    rate: Decimal
    day: datetime.date | None
    note: str | None = None

    @property
    def words(self) -> str:
        """The source of the rate, for people."""
        when = f" of {self.day.day} {MONTHS[self.day.month - 1][:3]} {self.day.year}" if self.day else ""
        return f"ECB reference rate{when}" if self.note is None else f"the analyst’s rate{when}: {self.note}"


class Rates:
    """Rates of exchange: those that the analyst typed, then the European Central Bank's reference rates since 1999.

    The bank's are shipped and read when first asked for. A typed rate holds for its day and the week after it, as the
    bank's do over holidays, or on every day if it has none.
    """

    def __init__(self, typed: Sequence[TypedRate] = (), shipped: "Rates | None" = None) -> None:
        self._typed = typed
        self._shipped = shipped

    def with_typed(self, typed: Sequence[TypedRate]) -> "Rates":
        """These rates after those that the analyst typed in a project."""
        return Rates(typed, self)

    @cached_property
    def _converter(self) -> Any:
        if self._shipped is not None:
            return self._shipped._converter
        # Reading 27 years of rates takes a good part of a second, which a project in one currency never needs.
        from currency_converter import CurrencyConverter

        return CurrencyConverter(decimal=True)

    def convert(self, amount: Decimal, source: str, target: str, day: datetime.date | None) -> Conversion | None:
        """The amount at the rate of the day, or of the last working day before it; None where no rate is known."""
        if (own := self._of_the_analyst(amount, source, target, day)) is not None:
            return own
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

    def _of_the_analyst(
        self, amount: Decimal, source: str, target: str, day: datetime.date | None
    ) -> Conversion | None:
        """At the latest typed rate that holds on the day, else at one without a day; either way round."""
        held = [
            typed for typed in self._typed if {typed.source, typed.target} == {source, target} and _holds(typed, day)
        ]
        if source == target or not held:
            return None
        found = max(held, key=lambda typed: typed.day or datetime.date.min)
        rate = found.rate if found.source == source else 1 / found.rate
        return Conversion(amount=amount * rate, source=source, target=target, rate=rate, day=found.day, note=found.note)

    def _rate(self, source: str, target: str, day: datetime.date) -> Decimal | None:
        from currency_converter import RateNotFoundError

        try:
            return Decimal(self._converter.convert(1, source, target, date=day))
        except RateNotFoundError:
            return None


def _holds(typed: TypedRate, day: datetime.date | None) -> bool:
    if typed.day is None:
        return True
    return day is not None and 0 <= (day - typed.day).days <= _DAYS_BACK
