"""How the values of many claims are spread along a line, and that line cut into bins."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.figure import Kind

DECADES = 1.0
"""Decades that values have to span for a logarithmic line to be worth it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Figures that stand on one line: a kind and its unit, with how many claims have a value there."""

    kind: Kind
    unit: str | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The values of one measure with how many claims print each, ascending. Drawing only, so plain floats serve.

    `measures` are all that the narrowed claims have, the commonest first; `measure` is one of them, None where there is
    no value at all. Values are as in `Between`; the middle stands for a range.
    """

    measures: tuple[Measure, ...] = ()
    measure: Measure | None = None
    values: tuple[tuple[float, int], ...] = ()
    found: int = 0
    """How many of the counted claims the filter's own stretches of values leave too; of a range that reaches into one,
    the middle may stand outside."""

    @property
    def claims(self) -> int:
        """How many claims are counted."""
        return sum(count for _, count in self.values)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds values: whole decades where it is logarithmic, else round ends. Places run from 0 to 1."""

    low: float
    high: float
    logarithmic: bool

    @classmethod
    def of(cls, values: Sequence[tuple[float, int]], kind: Kind) -> "Line":
        """The line for these values, ascending; money and counts get a logarithmic one where they span decades."""
        if not values:
            return cls(0.0, 1.0, False)
        low, high = values[0][0], values[-1][0]
        if kind in (Kind.MONEY, Kind.QUANTITY) and low > 0 and math.log10(high / low) >= DECADES:
            return cls(10.0 ** math.floor(math.log10(low)), 10.0 ** math.ceil(math.log10(high) + 1e-9), True)
        step = max(_step(high - low), 1.0 if kind is Kind.DATE else 0.0)
        first, last = math.floor(low / step) * step, math.ceil(high / step) * step
        return cls(first, last if last > first else first + step, False)

    def place(self, value: float) -> float:
        """Where a value stands, 0 to 1; what lies outside stands at the nearer end."""
        if self.logarithmic:
            if value <= self.low:
                return 0.0
            share = math.log10(value / self.low) / math.log10(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return min(max(share, 0.0), 1.0)

    def value(self, place: float) -> float:
        """The value that stands at a place."""
        if self.logarithmic:
            return self.low * math.pow(self.high / self.low, place)
        return self.low + place * (self.high - self.low)

    def bins(self, values: Sequence[tuple[float, int]], count: int) -> list[int]:
        """How many claims fall into each of `count` stretches of equal length on the line."""
        found = [0] * count
        for value, claims in values:
            # A hair more, so that a value on a border opens its bin whatever the rounding.
            found[min(int(self.place(value) * count + 1e-9), count - 1)] += claims
        return found

    def ticks(self, most: int) -> list[float]:
        """At most so many round values along the line, its ends among them where they fit."""
        if self.logarithmic:
            first, last = round(math.log10(self.low)), round(math.log10(self.high))
            every = max(math.ceil((last - first) / max(most - 1, 1)), 1)
            return [10.0**power for power in range(first, last + 1, every)]
        step = _step((self.high - self.low) * 10 / max(most, 2) / 2)
        count = math.floor((self.high - self.low) / step + 1e-9)
        first_tick = math.ceil(self.low / step - 1e-9) * step
        return [first_tick + step * at for at in range(count + 1)]


def _step(length: float) -> float:
    """A round step that divides a length into about ten."""
    if length <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(length / 10))
    return next(power * times for times in (1, 2, 5, 10) if power * times * 10 >= length * (1 - 1e-9))
