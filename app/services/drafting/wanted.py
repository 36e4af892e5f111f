"""A figure that may have been worked out, and how likely some other number comes as close to it by chance."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from app.comparison.amounts import printed
from app.domain.figure import Figure, Kind
from app.services.drafting import reach
from app.services.drafting.arithmetic import Part

_SPREAD = 5
"""Over how many times e the numbers of an article are spread, by which the chance of a close one is reckoned."""
_FINEST = Decimal("0.005")
"""The share of a number within which another is taken to be just as close as one that is the same."""
LEAST = _FINEST / _SPREAD
"""The chance of the closest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A figure that may have been worked out, and between what its number may lie."""

    figure: Figure
    value: Decimal
    low: Decimal
    high: Decimal

    @classmethod
    def of(cls, figure: Figure) -> Self | None:
        """The figure, None where it has no number; an open bound reaches no further than it says something."""
        if figure.is_range and figure.low and figure.high and figure.kind is not Kind.DURATION:
            return cls(figure=figure, value=(figure.low + figure.high) / 2, low=figure.low, high=figure.high)
        value, half = printed.number(figure), Decimal("0.5")
        if figure.kind is Kind.DURATION and value is not None:
            return cls(figure=figure, value=value, low=value - half, high=value + half)
        bounds = reach.of(figure)
        if value is None or bounds is None:
            return None
        return cls(figure=figure, value=value, low=bounds.low, high=bounds.high)

    def is_met(self, result: Decimal) -> bool:
        """Whether the figure may be a result."""
        return self.low <= result <= self.high

    def is_changed_by(self, one: Part) -> bool:
        """Whether it makes a difference to add another figure."""
        return max(one.values, default=Decimal(0)) > self.high - self.low

    def chance(self, result: Decimal, grain: Decimal) -> Decimal:
        """How likely some number of an article comes as close to it as a result that is a multiple of `grain`."""
        off = max(abs(result - self.value), grain / 2, self.value * _FINEST) / self.value
        sides = 2 if self.low < self.value < self.high else 1
        return sides * off / _SPREAD
