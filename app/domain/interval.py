"""What a written number can mean."""

from dataclasses import dataclass
from decimal import Decimal

INFINITY = Decimal("Infinity")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A stretch of the number line; an end is part of it where `closed_low` or `closed_high` says so."""

    low: Decimal
    high: Decimal
    closed_low: bool = True
    closed_high: bool = False

    def meets(self, other: "Bounds") -> bool:
        """Whether the two share at least one value."""
        if self.is_empty or other.is_empty or self.low > other.high or other.low > self.high:
            return False
        if self.low == other.high:
            return self.closed_low and other.closed_high
        if other.low == self.high:
            return other.closed_low and self.closed_high
        return True

    def contains(self, value: Decimal) -> bool:
        """Whether a value lies in it."""
        return (
            (self.low < value < self.high)
            or (value == self.low and self.closed_low)
            or (value == self.high and self.closed_high)
        )

    @property
    def is_empty(self) -> bool:
        """Whether no value lies in it."""
        return self.low > self.high or (self.low == self.high and not (self.closed_low and self.closed_high))


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """What a stated number can mean: `core` as printed, `halo` if it was rounded before it was printed."""

    core: Bounds
    halo: Bounds
